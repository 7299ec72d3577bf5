//! One term of a query, and how it runs over cells.
//!
//! All ways to read a term (`xian` as 先 or as 西安) are followed at once: the state is a set of
//! positions in the term up to which the cells so far agree, one bit each, and one cell moves all
//! of them by a few bit operations. There is no backtracking, so no query is slow.

mod step;

use self::step::{Positions, Step};
use super::cells::{Cell, Kind};
use super::fold::{NOTHING, fold};

/// Only so many characters of a term count, one bit each. A term that is longer still finds
/// everything that it should.
const LONGEST_TERM: usize = 63;

/// How directly a term matches, best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Level {
    /// The characters themselves.
    Literal,
    /// Whole syllables, the last one perhaps cut short.
    Syllables,
    /// Initials, wherever they are.
    Initials,
}

impl Level {
    /// Best first.
    pub const ALL: [Level; 3] = [Level::Literal, Level::Syllables, Level::Initials];
}

/// One term of a query, prepared for the kinds of cells of one index.
#[derive(Clone, Debug)]
pub(super) struct Term {
    symbols: Vec<char>,
    steps: Vec<Step>,
}

impl Term {
    /// `None` if nothing of the text counts.
    pub fn new(text: &str, kinds: &[Kind]) -> Option<Term> {
        let mut symbols = Vec::new();
        let mut breaks = 0u64;
        for symbol in text.chars().map(fold) {
            match symbol {
                NOTHING => {}
                '\'' => breaks |= 1u64.checked_shl(symbols.len() as u32).unwrap_or(0),
                _ => symbols.push(symbol),
            }
            if symbols.len() == LONGEST_TERM {
                break;
            }
        }
        if symbols.is_empty() {
            return None;
        }
        let positions = Positions::new(&symbols, breaks);
        let steps = kinds.iter().map(|kind| positions.step(kind)).collect();
        Some(Term { symbols, steps })
    }

    /// Whether the term looks like an item's id or the start of one: `s2`, `m7-5`. Single letters
    /// do not count, because every item's id starts with one of two.
    pub fn is_like_id(&self) -> bool {
        matches!(self.symbols[..], ['s' | 'm', '1'..='9', ..])
    }

    /// Whether the term matches somewhere in the cells.
    pub fn is_in(&self, cells: &[Cell]) -> bool {
        let mut state = 0;
        for &cell in cells {
            let Some(step) = self.steps.get(usize::from(cell)) else { return false };
            let from = state | 1;
            if from & step.last != 0 {
                return true;
            }
            state = (from & (step.literal | step.initial)) << 1
                | (from & step.double) << 2
                | (from & step.full) << step.len
                | state & step.skip;
        }
        false
    }

    /// Where a match that starts with the first of the cells ends, if there is one. `ca` may stand
    /// for 草 cut short or for 草案: the longest match counts.
    pub fn end(&self, cells: &[Cell], level: Level) -> Option<usize> {
        let mut state = 1;
        let mut end = None;
        for (index, &cell) in cells.iter().enumerate() {
            let Some(step) = self.steps.get(usize::from(cell)) else { break };
            let last = if level == Level::Literal { step.last & step.literal } else { step.last };
            if state & last != 0 {
                end = Some(index + 1);
            }
            let mut next = (state & step.literal) << 1;
            if level >= Level::Syllables {
                next |= (state & step.full) << step.len;
            }
            if level >= Level::Initials {
                next |= (state & step.initial) << 1 | (state & step.double) << 2;
            }
            if index > 0 {
                next |= state & step.skip;
            }
            if next == 0 {
                break;
            }
            state = next;
        }
        end
    }

    /// The best match in the cells: its level, and the first and the past-the-end cell. Of equal
    /// levels the first match counts.
    pub fn best(&self, cells: &[Cell]) -> Option<(Level, usize, usize)> {
        if !self.is_in(cells) {
            return None;
        }
        Level::ALL.into_iter().find_map(|level| {
            (0..cells.len()).find_map(|at| Some((level, at, at + self.end(&cells[at..], level)?)))
        })
    }

    /// All matches of one level that do not overlap, from left to right.
    pub fn all(&self, cells: &[Cell], level: Level) -> Vec<(usize, usize)> {
        let mut found = Vec::new();
        let mut at = 0;
        while at < cells.len() {
            match self.end(&cells[at..], level) {
                Some(length) => {
                    found.push((at, at + length));
                    at += length;
                }
                None => at += 1,
            }
        }
        found
    }
}
