//! Text as numbers. A cell is one character together with its reading; equal cells have the same
//! number, so that a query has to examine each distinct cell only once, not each character.

use super::fold::{fold, may_be_skipped};
use super::pinyin::{LONGEST_SYLLABLE, Pinyin};
use crate::look_alikes;

/// Number of a cell's kind.
pub(super) type Cell = u16;

/// The number of cells that nothing matches, for characters beyond the numbers.
const UNKNOWN: Cell = 0;

/// The properties of the cells with one number.
#[derive(Clone, Copy, Debug)]
pub(super) struct Kind {
    /// The character as it stands in the text.
    pub ch: char,
    /// The character after folding.
    pub folded: char,
    /// Whether a match may skip it.
    pub skip: bool,
    syllable: Syllable,
}

impl Kind {
    /// The reading's letters; empty without a reading.
    pub fn syllable(&self) -> &[u8] {
        &self.syllable.letters[..usize::from(self.syllable.len)]
    }
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Syllable {
    letters: [u8; LONGEST_SYLLABLE],
    len: u8,
}

impl Syllable {
    /// Without letters if the reading is not one to six lower-case letters.
    fn new(reading: Option<&str>) -> Syllable {
        let mut syllable = Syllable::default();
        if let Some(reading) = reading
            && let Some(letters) = syllable.letters.get_mut(..reading.len())
            && reading.bytes().all(|byte| byte.is_ascii_lowercase())
        {
            letters.copy_from_slice(reading.as_bytes());
            syllable.len = letters.len() as u8;
        }
        syllable
    }
}

/// The range of a text among all cells.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Span {
    start: u32,
    end: u32,
}

/// All texts of an index.
#[derive(Clone, Debug, Default)]
pub(super) struct Cells {
    cells: Vec<Cell>,
    kinds: Vec<Kind>,
}

impl Cells {
    /// The cells of a text, one per character.
    pub fn of(&self, span: Span) -> &[Cell] {
        self.cells.get(span.start as usize..span.end as usize).unwrap_or_default()
    }

    /// All kinds, by number.
    pub fn kinds(&self) -> &[Kind] {
        &self.kinds
    }

    /// Length in bytes of the cells' characters.
    pub fn bytes(&self, cells: &[Cell]) -> usize {
        cells
            .iter()
            .filter_map(|&cell| self.kinds.get(usize::from(cell)))
            .map(|kind| kind.ch.len_utf8())
            .sum()
    }
}

/// Turns texts into cells.
pub(super) struct CellsBuilder<'a> {
    pinyin: &'a dyn Pinyin,
    cells: Cells,
    /// First kind of each character of the basic plane; looked up for every character of the plan,
    /// so it is a plain array.
    first: Vec<Cell>,
    /// For each kind, the next kind with the same character but another reading.
    next: Vec<Cell>,
}

impl<'a> CellsBuilder<'a> {
    pub fn new(pinyin: &'a dyn Pinyin) -> CellsBuilder<'a> {
        let unknown = Kind { ch: '\0', folded: '\0', skip: false, syllable: Syllable::default() };
        let cells = Cells { cells: Vec::new(), kinds: vec![unknown] };
        CellsBuilder { pinyin, cells, first: vec![UNKNOWN; 1 << 16], next: vec![UNKNOWN] }
    }

    /// Adds a text.
    pub fn add(&mut self, text: &str) -> Span {
        let start = self.cells.cells.len() as u32;
        // A word is read as what it looks like, also across what nobody sees.
        let looks_like = look_alikes::fold(text);
        let mut readings = self.pinyin.readings(&looks_like).into_iter();
        for ch in text.chars() {
            let reading = if look_alikes::is_invisible(ch) { None } else { readings.next().flatten() };
            let cell = self.cell(ch, reading);
            self.cells.cells.push(cell);
        }
        Span { start, end: self.cells.cells.len() as u32 }
    }

    pub fn finish(mut self) -> Cells {
        self.cells.cells.shrink_to_fit();
        self.cells
    }

    fn cell(&mut self, ch: char, reading: Option<&str>) -> Cell {
        let syllable = Syllable::new(reading);
        // Characters beyond the basic plane are rare; they share one chain.
        let slot = u16::try_from(u32::from(ch)).unwrap_or(u16::MAX);
        let mut cell = self.first[usize::from(slot)];
        while cell != UNKNOWN {
            let kind = &self.cells.kinds[usize::from(cell)];
            if kind.ch == ch && kind.syllable == syllable {
                return cell;
            }
            cell = self.next[usize::from(cell)];
        }
        let Ok(cell) = Cell::try_from(self.cells.kinds.len()) else { return UNKNOWN };
        let folded = fold(ch);
        self.cells.kinds.push(Kind { ch, folded, skip: may_be_skipped(folded), syllable });
        self.next.push(std::mem::replace(&mut self.first[usize::from(slot)], cell));
        cell
    }
}
