//! Where in a text tables stand, and what they hold.

use crate::document::{Cell, Line as CellLine, Place, Row, Table};
use crate::formats::shape;
use yaodian_pace::{Pace, Stage};

use super::cells::{self, Cut, Mark};
use super::lines::Line;
use super::rows::{self, Heads};
use super::{columns, words};

/// A piece of a text.
#[derive(Debug)]
pub(super) enum Piece<'a> {
    Prose(Vec<Line<'a>>),
    Table {
        table: Table,
        /// Rows that got back their first cell.
        restored: Vec<Place>,
        /// Whether only spaces keep its columns apart.
        by_spaces: bool,
    },
}

/// Cuts a text into prose and tables; whether there was too much for all of it.
pub(super) async fn pieces<'a>(lines: &[Line<'a>], pace: &Pace) -> (Vec<Piece<'a>>, bool) {
    let mut pieces = Vec::new();
    let mut prose: Vec<Line<'a>> = Vec::new();
    let mut tried = Tried::default();
    let (mut at, mut rows, mut cells) = (0, 0, 0);
    while let Some(line) = lines.get(at) {
        pace.tick(Stage::Read, at, lines.len()).await;
        match tried.read(lines, at, pace).await {
            Some((piece, taken)) => {
                if !prose.is_empty() {
                    pieces.push(Piece::Prose(std::mem::take(&mut prose)));
                }
                if let Piece::Table { table, .. } = &piece {
                    rows += table.rows.len();
                    cells += table.rows.iter().map(|row| row.cells.len()).sum::<usize>();
                }
                pieces.push(piece);
                at += taken.max(1);
                if rows >= shape::MAX_ROWS || cells >= shape::MAX_CELLS {
                    return (pieces, at < lines.len());
                }
            }
            None => {
                prose.push(*line);
                at += 1;
            }
        }
    }
    if !prose.is_empty() {
        pieces.push(Piece::Prose(prose));
    }
    (pieces, false)
}

/// Where no table begins, so that no line is looked at again and again.
#[derive(Default)]
struct Tried {
    /// Up to here no table with these marks begins.
    marks: [usize; 3],
    /// Up to here no table of spaces begins, once a few lines have been tried.
    spaces: usize,
    times: usize,
}

/// A table of spaces begins with one of the first lines of a block, if it is one.
const TIMES: usize = 8;

impl Tried {
    /// Reads the table that begins at this line, and how many lines it takes.
    async fn read<'a>(&mut self, lines: &[Line<'a>], at: usize, pace: &Pace) -> Option<(Piece<'a>, usize)> {
        let rest = &lines[at..];
        if let Some(mark) = mark_of(rest)
            && self.marks[mark as usize] <= at
        {
            let above = lines.get(..at).unwrap_or_default().iter().rev().find(|line| !line.is_blank());
            let dated = above.is_some_and(|line| rows::begins_with_time(line.text));
            match read(rest, mark, pace).await {
                // Rows of two columns below their month are lines of a list: the next month may have one alone.
                (Some(Piece::Table { table, .. }), taken) if dated && is_pairs(&table) => {
                    self.marks[mark as usize] = at + taken;
                }
                (Some(piece), taken) => return Some((piece, taken)),
                (None, looked_at) => self.marks[mark as usize] = at + looked_at,
            }
        }
        if self.spaces > at && self.times >= TIMES {
            return None;
        }
        let (table, looked_at) = match columns::read(rest) {
            (None, looked_at) => {
                let (table, taken) = words::read(rest);
                let taken = if table.is_some() { taken } else { taken.max(looked_at) };
                (table, taken)
            }
            found => found,
        };
        match (table, looked_at) {
            (Some(table), taken) => {
                Some((Piece::Table { table, restored: Vec::new(), by_spaces: true }, taken))
            }
            (None, looked_at) => {
                self.times = if self.spaces > at { self.times + 1 } else { 1 };
                self.spaces = self.spaces.max(at + looked_at);
                None
            }
        }
    }
}

/// Whether every row of a table has two cells at most.
fn is_pairs(table: &Table) -> bool {
    table.rows.iter().all(|row| row.cells.len() < 3)
}

/// What could stand between the cells of the line.
fn mark_of(lines: &[Line<'_>]) -> Option<Mark> {
    let text = lines.first()?.text;
    if text.contains('\t') && !is_numbered_paragraph(text) {
        Some(Mark::Tab)
    } else if text.contains(cells::is_stroke) {
        Some(Mark::Stroke)
    } else if text.contains(',') {
        Some(Mark::Comma)
    } else {
        None
    }
}

/// `一、⇥总则`: Word puts a tab after its own numbers; or a line that tabs only indent.
pub(super) fn is_numbered_paragraph(text: &str) -> bool {
    let inner = text.trim();
    let Some((number, rest)) = inner.split_once('\t') else { return true };
    let is_number =
        crate::formats::entry::after_list_number(number).is_some_and(|rest| rest.trim().is_empty());
    is_number && !rest.contains('\t')
}

/// Reads the table that begins with the first of these lines, if it is one, and how many lines look
/// like rows of it.
async fn read<'a>(lines: &[Line<'a>], mark: Mark, pace: &Pace) -> (Option<Piece<'a>>, usize) {
    let fenced = mark == Mark::Stroke && is_fenced(lines);
    let ruled = mark == Mark::Stroke && has_rules_between_rows(lines);
    let mut found: Vec<Cut> = Vec::new();
    let mut restored = Vec::new();
    let mut heads = Heads::default();
    let mut at = 0;
    let mut within_rules = false;
    while let Some(line) = lines.get(at).filter(|_| found.len() < shape::MAX_ROWS) {
        pace.tick(Stage::Read, at, lines.len()).await;
        if cells::is_rule(line.text) && !found.is_empty() {
            within_rules = false;
            at += 1;
            continue;
        }
        if is_row(line, mark, &found) {
            let mut row = cells::cut(&lines[at..], mark, fenced);
            at += row.lines;
            if found.is_empty() {
                heads = Heads::read(&row);
            }
            match found.last_mut() {
                Some(open) if ruled && within_rules => rows::merge_columns(open, row),
                Some(open) if mark == Mark::Tab && heads.continues(open, &row) => rows::append(open, row),
                _ => {
                    if heads.restore(&mut row) {
                        restored.push(Place::Line(row.no));
                    }
                    found.push(row);
                }
            }
            within_rules = true;
            continue;
        }
        // A page may break a row, with blank lines between its halves.
        let unfinished = mark == Mark::Tab && found.last().is_some_and(|open| heads.is_unfinished(open));
        if line.is_blank() && unfinished {
            let blanks = lines[at..].iter().take_while(|line| line.is_blank()).count();
            let goes_on = lines.get(at + blanks).zip(found.last()).is_some_and(|(next, open)| {
                !is_row(next, mark, &found) && blanks <= 3 && heads.takes(open, next.text, false)
            });
            if goes_on {
                at += blanks;
                continue;
            }
        }
        let between = lines.get(at + 1).is_some_and(|next| is_row(next, mark, &found));
        match found.last_mut().filter(|_| mark == Mark::Tab) {
            Some(open) if heads.takes(open, line.text, between) => {
                let text = cells::Text(vec![(0, line.text.to_owned())]);
                rows::append(open, Cut { no: line.no, lines: 1, cells: vec![text] });
                at += 1;
            }
            _ => break,
        }
    }
    if !is_table(&found, mark, fenced) {
        return (None, at);
    }
    (Some(Piece::Table { table: table(found, lines), restored, by_spaces: false }), at)
}

/// Whether the line is a row of a table with this mark, of which some rows are known.
fn is_row(line: &Line<'_>, mark: Mark, found: &[Cut]) -> bool {
    match mark {
        Mark::Tab => line.text.contains('\t') && (!is_numbered_paragraph(line.text) || !found.is_empty()),
        Mark::Stroke => line.text.contains(cells::is_stroke) || cells::is_rule(line.text),
        Mark::Comma => {
            let commas = |text: &str| text.matches(',').count();
            match found.first() {
                Some(first) => line.text.contains('"') || commas(line.text) + 1 == first.cells.len(),
                None => commas(line.text) > 0,
            }
        }
    }
}

/// Whether every row begins with a stroke of its own.
fn is_fenced(lines: &[Line<'_>]) -> bool {
    let mut rows =
        lines.iter().take_while(|line| line.text.contains(cells::is_stroke) || cells::is_rule(line.text));
    rows.all(|line| line.text.trim().starts_with(|c| cells::is_stroke(c) || matches!(c, '+' | '─'..='╿')))
}

/// Whether rules stand between rows, not only under the first: then lines between two rules are
/// one row.
fn has_rules_between_rows(lines: &[Line<'_>]) -> bool {
    let block =
        lines.iter().take_while(|line| line.text.contains(cells::is_stroke) || cells::is_rule(line.text));
    block.filter(|line| cells::is_rule(line.text)).count() >= 3
}

/// Whether these rows are a table: one row of two cells may be anything.
fn is_table(found: &[Cut], mark: Mark, fenced: bool) -> bool {
    let columns = found.iter().map(|row| row.cells.len()).max().unwrap_or(0);
    let filled = |row: &Cut| row.cells.iter().filter(|cell| !cell.is_empty()).count();
    let widest = found.iter().map(filled).max().unwrap_or(0);
    match mark {
        Mark::Tab => widest >= 2 && (found.len() >= 2 || columns >= 3),
        Mark::Stroke => columns >= 2 && (found.len() >= 2 || fenced && columns >= 3),
        Mark::Comma => {
            let short = |row: &Cut| row.cells.iter().all(|cell| cell.whole().chars().count() <= 20);
            let rows = if columns > 2 { 2 } else { 3 };
            let headed = found.iter().take(if columns > 2 { 3 } else { 1 }).any(short);
            found.len() >= rows && widest >= 2 && headed && !is_prose(found)
        }
    }
}

/// Whether these are numbered paragraphs, or sentences, in which commas stand.
fn is_prose(found: &[Cut]) -> bool {
    let first = |row: &Cut| row.cells.first().map(cells::Text::whole).unwrap_or_default();
    let entries = found.iter().filter(|row| crate::formats::entry::begins_entry(&first(row))).count();
    let sentence = |cell: &cells::Text| cell.whole().trim_end_matches('。').contains('。');
    let sentences = found.iter().filter(|row| row.cells.iter().any(sentence)).count();
    (entries > 0 && sentences > 0) || sentences * 2 > found.len()
}

fn table(found: Vec<Cut>, lines: &[Line<'_>]) -> Table {
    let mut table = Table::default();
    let first = lines.first().map_or(0, |line| line.no);
    for (at, row) in found.into_iter().enumerate() {
        let place = Place::Line(row.no);
        if at == 0 {
            table.place = place.clone();
        }
        let printed = printed(lines, first, &row);
        let cells = row.cells.into_iter().take(shape::MAX_COLUMNS).enumerate();
        let cells = cells.map(|(column, text)| cell(column, text)).collect();
        table.rows.push(Row { place, printed: Some(printed), cells });
    }
    table
}

fn cell(column: usize, text: cells::Text) -> Cell {
    let mut cell = Cell { column, colspan: 1, rowspan: 1, ..Cell::default() };
    let lines = text.0.into_iter().filter(|(_, text)| !text.trim().is_empty());
    cell.lines =
        lines.map(|(below, text)| CellLine { text: text.trim().to_owned(), number: None, below }).collect();
    cell
}

/// The lines of a row as they stand.
fn printed(lines: &[Line<'_>], first: u32, row: &Cut) -> String {
    // Lines are in order, and few are missing: those that were taken away with their page.
    let guess = usize::try_from(row.no - first).unwrap_or(0).min(lines.len());
    let begin = lines[..guess.max(1).min(lines.len())].partition_point(|line| line.no < row.no);
    let begin = begin + lines[begin..].iter().take_while(|line| line.no < row.no).count();
    let last = row.no + u32::try_from(row.lines.saturating_sub(1)).unwrap_or(0);
    let whole = lines[begin..].iter().take_while(|line| line.no <= last).map(|line| line.text);
    whole.collect::<Vec<_>>().join("\n")
}
