//! Lines of the document as elements: a stretch of them, to which more is added before and behind.

use std::collections::HashSet;
use std::ops::Range;
use std::sync::Arc;

use web_sys::{Element, Node};
use yaodian_plan::sort::sort_by;
use yaodian_reading::document::{Block, Cell, Table};
use yaodian_review::Files;
use yaodian_review::lines::lines;
use yaodian_ui::{El, el};

use crate::browser::dom;
use crate::text;

/// The class of a line's button that leads to what was read there.
pub const TO_ROW: &str = "to-row";

/// The name of a line is no longer than this.
const NAME: usize = 30;

/// The attribute that says which block a table is.
const BLOCK: &str = "data-block";

/// A line of the document: a paragraph, or a row of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Spot {
    line: u32,
    /// The positions of the file, of the block in it, and of the row in that.
    file: usize,
    block: usize,
    row: usize,
}

/// What is shown of a document.
pub struct Printed {
    files: Arc<Files>,
    spots: Vec<Spot>,
    /// The lines that became rows.
    read: HashSet<u32>,
    body: Element,
    shown: Range<usize>,
}

impl Printed {
    /// Shows nothing yet, and everything in an element.
    pub fn new(files: Arc<Files>, body: Element) -> Printed {
        let mut spots = Vec::new();
        for (file, blocks) in lines(&files).into_iter().enumerate() {
            for (block, lines) in blocks.into_iter().enumerate() {
                let spot = |(row, line): (usize, u32)| Spot { line, file, block, row };
                spots.extend(lines.into_iter().enumerate().map(spot));
            }
        }
        Printed { files, spots, read: HashSet::new(), body, shown: 0..0 }
    }

    /// How many lines there are.
    pub fn len(&self) -> usize {
        self.spots.len()
    }

    /// The position of a line.
    pub fn position(&self, line: u32) -> Option<usize> {
        self.spots.iter().position(|spot| spot.line == line)
    }

    /// The first line that is shown.
    pub fn first(&self) -> Option<u32> {
        self.spots.get(self.shown.start).map(|spot| spot.line)
    }

    /// Whether lines come before those that are there, which stay, when a stretch is shown.
    pub fn gets_earlier(&self, shown: &Range<usize>) -> bool {
        self.stays(shown) && shown.start < self.shown.start
    }

    /// Other lines are those that have rows now.
    pub fn set_read(&mut self, read: HashSet<u32>) {
        let before = std::mem::replace(&mut self.read, read);
        for line in before.symmetric_difference(&self.read) {
            for element in dom::all(&self.body, &format!("[data-line=\"{line}\"]")) {
                mark(&element, self.read.contains(line));
            }
        }
    }

    /// Shows a stretch of the lines.
    pub fn show(&mut self, shown: Range<usize>) {
        let stays = self.stays(&shown);
        let there = std::mem::replace(&mut self.shown, shown.clone());
        if stays {
            self.put_behind(there.end..shown.end);
            self.put_before(shown.start..there.start);
        } else {
            self.body.set_text_content(None);
            self.put_behind(shown);
        }
    }

    fn stays(&self, shown: &Range<usize>) -> bool {
        let there = &self.shown;
        !there.is_empty() && shown.start <= there.start && there.end <= shown.end
    }

    fn put_behind(&self, range: Range<usize>) {
        for block in self.blocks(range) {
            let table = self.body.last_element_child().filter(|last| self.is_table(last, block.start));
            match table.and_then(|table| table.last_element_child()) {
                Some(rows) => self.rows(block).iter().for_each(|row| append(&rows, row)),
                None => {
                    self.heading(block.start).iter().for_each(|heading| append(&self.body, heading));
                    append(&self.body, &self.block(block));
                }
            }
        }
    }

    fn put_before(&self, range: Range<usize>) {
        for block in self.blocks(range).into_iter().rev() {
            let first = self.body.first_element_child();
            let table = first.as_ref().filter(|first| self.is_table(first, block.start));
            match table.and_then(Element::last_element_child) {
                Some(rows) => {
                    // What reached into the row that was the first one has a row of its own now.
                    rows.first_element_child().iter().for_each(Element::remove);
                    let next = rows.first_child();
                    let made = self.rows(block.start..block.end + 1);
                    made.iter().for_each(|row| insert(&rows, row, next.as_ref()));
                }
                None => {
                    let next = first.map(Node::from);
                    self.heading(block.start).iter().for_each(|one| insert(&self.body, one, next.as_ref()));
                    insert(&self.body, &self.block(block), next.as_ref());
                }
            }
        }
    }

    /// Lines, block by block.
    fn blocks(&self, range: Range<usize>) -> Vec<Range<usize>> {
        let mut blocks: Vec<Range<usize>> = Vec::new();
        for at in range {
            let is_same = |last: &Range<usize>| self.block_of(last.start) == self.block_of(at);
            match blocks.last_mut().filter(|last| is_same(last)) {
                Some(last) => last.end = at + 1,
                None => blocks.push(at..at + 1),
            }
        }
        blocks
    }

    fn block_of(&self, at: usize) -> Option<(usize, usize)> {
        self.spots.get(at).map(|spot| (spot.file, spot.block))
    }

    fn is_table(&self, element: &Element, at: usize) -> bool {
        let name = self.block_of(at).map(name);
        name.is_some() && element.get_attribute(BLOCK) == name
    }

    /// The name of a file before its first line, where there are several.
    fn heading(&self, at: usize) -> Option<El> {
        let spot = self.spots.get(at)?;
        let before = at.checked_sub(1).and_then(|at| self.spots.get(at));
        let begins = self.files.len() > 1 && before.is_none_or(|before| before.file != spot.file);
        begins.then(|| el("h3").child(self.files.get(spot.file).map(|(name, _)| name.clone())))
    }

    /// Some lines of one block.
    fn block(&self, range: Range<usize>) -> El {
        let spot = self.spots.get(range.start).copied();
        let block = spot.and_then(|spot| self.files.get(spot.file)?.1.blocks.get(spot.block));
        match (spot, block) {
            (Some(spot), Some(Block::Paragraph(paragraph))) => {
                let class =
                    if paragraph.level.is_some() || paragraph.centred { "para heading" } else { "para" };
                self.line(el("p").class(class).child(paragraph.line()), spot)
            }
            (Some(spot), Some(Block::Table(table))) => {
                let caption = table.caption.clone().map(|caption| el("caption").child(caption));
                el("table")
                    .attr(BLOCK, name((spot.file, spot.block)))
                    .child(caption)
                    .child(el("tbody").child(self.rows(range)))
            }
            _ => el("p"),
        }
    }

    fn line(&self, element: El, spot: Spot) -> El {
        let element = element.attr("data-line", spot.line.to_string());
        mark(element.element(), self.read.contains(&spot.line));
        element
    }

    /// Some rows of one table. The first one that is shown has the cells, too, that reach into it from above.
    fn rows(&self, range: Range<usize>) -> Vec<El> {
        let Some(first) = self.spots.get(range.start) else { return Vec::new() };
        let block = self.files.get(first.file).and_then(|(_, document)| document.blocks.get(first.block));
        let Some(Block::Table(table)) = block else { return Vec::new() };
        let is_first = range.start == self.shown.start;
        let row = |(at, spot): (usize, &Spot)| {
            let mut cells = if at == 0 && is_first { above(table, spot.row) } else { Vec::new() };
            let own = table.rows.get(spot.row).map(|row| row.cells.as_slice()).unwrap_or_default();
            cells.extend(own.iter().map(|cell| (cell, cell.rowspan)));
            sort_by(&mut cells, &|(one, _), (other, _)| one.column < other.column);
            let rest = table.rows.len() - spot.row.min(table.rows.len());
            let cells = cells.into_iter().map(|(cell, rowspan)| self::cell(cell, rowspan.min(rest)));
            self.line(el("tr").child(cells.collect::<Vec<_>>()), *spot)
        };
        self.spots.get(range).unwrap_or_default().iter().enumerate().map(row).collect()
    }
}

/// Says whether something was read from a line: then it can be pressed, and has a button for the keyboard.
fn mark(line: &Element, is_read: bool) {
    let _ = line.class_list().toggle_with_force("read", is_read);
    let there = line.query_selector(&format!(".{TO_ROW}")).ok().flatten();
    match there {
        Some(button) if !is_read => button.remove(),
        None if is_read => {
            let words = line.text_content().unwrap_or_default();
            let name: String =
                words.split_whitespace().collect::<Vec<_>>().join(" ").chars().take(NAME).collect();
            let button = el("button")
                .attr("type", "button")
                .attr("tabindex", "-1")
                .class(TO_ROW)
                .attr("aria-label", text::to_row(&name));
            // In a table only cells have content of their own.
            let place = line.query_selector("td").ok().flatten();
            let place = place.as_ref().unwrap_or(line);
            insert(place, &button, place.first_child().as_ref());
        }
        _ => {}
    }
}

/// The cells of rows above one that reach into it, and over how many rows from there.
fn above(table: &Table, row: usize) -> Vec<(&Cell, usize)> {
    let rows = table.rows.iter().take(row).enumerate();
    let cells = rows.flat_map(|(at, above)| above.cells.iter().map(move |cell| (at, cell)));
    cells
        .filter_map(|(at, cell)| Some((cell, (at + cell.rowspan).checked_sub(row)?)))
        .filter(|(_, rows)| *rows > 0)
        .collect()
}

fn cell(cell: &Cell, rowspan: usize) -> El {
    let span = |span: usize| (span > 1).then(|| span.to_string());
    el("td").attr("colspan", span(cell.colspan)).attr("rowspan", span(rowspan)).child(cell.whole())
}

fn name((file, block): (usize, usize)) -> String {
    format!("{file}-{block}")
}

fn append(parent: &Node, child: &El) {
    insert(parent, child, None);
}

/// It fails only for what cannot have children.
fn insert(parent: &Node, child: &El, before: Option<&Node>) {
    let _ = parent.insert_before(child.element(), before);
}
