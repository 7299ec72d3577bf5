//! The document as the other readers see it: texts folded, every paragraph and row with its number.

use std::ops::Range;

use yaodian_pace::{Pace, Stage};
use yaodian_plan::amended;

use crate::document::{Block, Document, Format, Grid, Place, Row, Slot, Table, fold};

use super::actions::begins_with_action;
use super::numbers::number;
use super::outline::{Level, label};
use super::remarks::Spot;
use super::text;

/// A document, prepared.
pub struct Source<'a> {
    pub format: Format,
    pub pieces: Vec<Piece>,
    pub tables: Vec<TableView<'a>>,
    /// The heading of 修改记录, which with all that stands below it is no part of the document.
    pub record: Option<Para>,
}

/// A paragraph or a table, in reading order.
pub enum Piece {
    Para(Para),
    /// Position in [`Source::tables`].
    Table(usize),
}

/// A paragraph, or a line of one that begins an entry of its own.
#[derive(Clone, Debug, Default)]
pub struct Para {
    /// With its number, trimmed.
    pub text: String,
    pub level: Option<u8>,
    pub bold: bool,
    pub centred: bool,
    pub spot: Spot,
}

/// A table, its spans expanded.
pub struct TableView<'a> {
    pub table: &'a Table,
    pub grid: Grid<'a>,
    pub spot: Spot,
    /// The place of each row.
    pub spots: Vec<Spot>,
    /// The row of the table that each row of the grid comes from, where they differ.
    origins: Option<Vec<usize>>,
    /// Whether an empty cell may stand for one that is merged with the cell above.
    pub plain: bool,
}

impl<'a> Source<'a> {
    /// Of several files the first is the text, the others are annexes.
    pub async fn of(files: &'a [(String, Document)], pace: &Pace) -> Source<'a> {
        let format = files.first().map_or(Format::Text, |(_, document)| document.format);
        let mut source = Source { format, pieces: Vec::new(), tables: Vec::new(), record: None };
        let mut line = 0;
        for (file, (_, document)) in files.iter().enumerate() {
            source.add(file, document, &mut line, pace).await;
        }
        source.join_months();
        source
    }

    /// `三、四月` as a heading is March and April, unless `二、三月` or `四、六月` shows that 三 is its number. So is `3、4月，`
    /// before what is done, unless other paragraphs have the numbers beside it.
    fn join_months(&mut self) {
        let mut found: Vec<u32> = Vec::new();
        // Those in digits, and those in numerals.
        let mut numbers: [Vec<u32>; 2] = Default::default();
        let own = |text: &str| {
            let found = label(text).filter(|label| matches!(label.level, Level::Point | Level::Part))?;
            Some((usize::from(found.level == Level::Part), found.value))
        };
        let is_number = |known: &[u32], first: u32| {
            known.contains(&(first + 1)) || (first > 1 && known.contains(&(first - 1)))
        };
        for para in self.paras() {
            found.extend(numbered_month(&para.text).filter(|month| !found.contains(month)));
            if let Some((kind, value)) = own(&para.text).filter(|(_, value)| *value < 14)
                && !numbers[kind].contains(&value)
            {
                numbers[kind].push(value);
            }
        }
        for piece in &mut self.pieces {
            let Piece::Para(para) = piece else { continue };
            let Some((first, at)) = two_months(&para.text) else { continue };
            if !is_number(&found, first) {
                para.text.replace_range(at, "至");
            }
        }
        for piece in &mut self.pieces {
            let Piece::Para(para) = piece else { continue };
            let Some((first, second, at, tail)) = two_numbers(&para.text) else { continue };
            let Some((kind, _)) = own(&para.text) else { continue };
            let heads = (second == first + 1 || first > 1 && second > first)
                && second <= 12
                && para
                    .text
                    .get(..para.text.len() - tail.len())
                    .is_some_and(|head| head.ends_with(['月', '份']))
                && (tail.starts_with(['，', ',', '上', '中', '下']) || begins_with_action(tail));
            if heads && !is_number(&numbers[kind], first) {
                para.text.replace_range(at, "月、");
            }
        }
    }

    async fn add(&mut self, file: usize, document: &'a Document, line: &mut u32, pace: &Pace) {
        let before = *line;
        let spot = |place: &Place, line: &mut u32| {
            *line = match place {
                Place::Line(no) => before.saturating_add(*no),
                _ => line.saturating_add(1),
            };
            Spot { place: place.clone(), file, line: *line }
        };
        for block in &document.blocks {
            pace.tick(Stage::Understand, 0, 0).await;
            match block {
                Block::Paragraph(paragraph) => {
                    let spot = spot(&paragraph.place, line);
                    let whole = paragraph.line();
                    let para = Para {
                        level: paragraph.level,
                        bold: paragraph.bold,
                        centred: paragraph.centred,
                        spot,
                        text: String::new(),
                    };
                    for text in entries(&text::unspaced(&fold(&whole))) {
                        if text == amended::RECORD {
                            self.record = Some(Para { text, ..para });
                            return;
                        }
                        self.pieces.push(Piece::Para(Para { text, ..para.clone() }));
                    }
                }
                Block::Table(table) => {
                    let spots: Vec<Spot> = table.rows.iter().map(|row| spot(&row.place, line)).collect();
                    let first = spots.first().map_or(*line, |spot| spot.line);
                    let own = Spot { place: table.place.clone(), file, line: first };
                    self.pieces.push(Piece::Table(self.tables.len()));
                    let grid = table.grid();
                    let (grid, origins) = match grid.stacked() {
                        Some((stacked, origins)) => (stacked, Some(origins)),
                        None => (grid, None),
                    };
                    let spots = match &origins {
                        Some(origins) => origins.iter().filter_map(|row| spots.get(*row).cloned()).collect(),
                        None => spots,
                    };
                    self.tables.push(TableView {
                        table,
                        grid,
                        spot: own,
                        spots,
                        origins,
                        plain: document.format == Format::Text,
                    });
                }
            }
        }
    }

    /// The paragraphs, whatever tables stand between.
    pub fn paras(&self) -> impl Iterator<Item = &Para> {
        self.pieces.iter().filter_map(|piece| match piece {
            Piece::Para(para) => Some(para),
            Piece::Table(_) => None,
        })
    }
}

/// The lines of a paragraph that begin entries of their own, each with what follows it.
fn entries(text: &str) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for line in text.split('\n') {
        let line = text::trim(line);
        match found.last_mut() {
            Some(open) if !super::outline::begins_entry(line) => text::join(open, line),
            _ => found.push(line.to_owned()),
        }
    }
    found.retain(|text| !text.is_empty());
    found
}

/// `三、四月`, `一、二季度` alone on a line, or before a colon: the first number, and where the mark behind it stands.
pub fn two_months(line: &str) -> Option<(u32, Range<usize>)> {
    let (first, second, mark, tail) = two_numbers(line)?;
    (second == first + 1 && is_alone(tail)).then_some((first, mark))
}

/// The number of a month's heading, if it is one: 2 of `二、五月份`.
pub fn numbered_month(line: &str) -> Option<u32> {
    two_numbers(line).filter(|(.., tail)| is_alone(tail)).map(|(first, ..)| first)
}

fn is_alone(tail: &str) -> bool {
    tail.is_empty() || tail.starts_with(['：', ':'])
}

/// Two numbers before 月 or 季度, where the mark between them stands, and what follows.
fn two_numbers(line: &str) -> Option<(u32, u32, Range<usize>, &str)> {
    let (first, rest) = number(line)?;
    let after = rest.strip_prefix('、')?;
    let (second, tail) = number(after.trim_start_matches('第'))?;
    let tail = tail.strip_prefix("月份").or_else(|| tail.strip_prefix('月')).or(tail.strip_prefix("季度"))?;
    let at = line.len() - rest.len();
    Some((first, second, at..at + '、'.len_utf8(), tail))
}

impl TableView<'_> {
    /// What stands at a place, merged cells included.
    pub fn slot(&self, row: usize, column: usize) -> Option<Slot<'_>> {
        self.grid.at(row, column)
    }

    /// The lines of a place as a reader sees them, `\n` between them.
    pub fn text(&self, row: usize, column: usize) -> String {
        fold(&self.grid.shown(row, column)).into_owned()
    }

    /// The row as it stands: of a text its lines, of other files its cells with tabs between them.
    pub fn printed(&self, row: usize) -> String {
        let Some(row) = self.original(row) else { return String::new() };
        if let Some(printed) = &row.printed {
            return printed.clone();
        }
        let cells: Vec<String> = row.cells.iter().map(|cell| cell.shown().replace('\n', " ")).collect();
        cells.join("\t")
    }

    /// The row of the table that a row of the grid comes from.
    pub fn original(&self, row: usize) -> Option<&'_ Row> {
        let row = self.origins.as_ref().map_or(Some(row), |origins| origins.get(row).copied())?;
        self.table.rows.get(row)
    }

    pub fn rows(&self) -> usize {
        self.grid.rows()
    }

    pub fn columns(&self) -> usize {
        self.grid.columns
    }

    /// The place of a row.
    pub fn row_spot(&self, row: usize) -> Spot {
        self.spots.get(row).cloned().unwrap_or_else(|| self.spot.clone())
    }
}
