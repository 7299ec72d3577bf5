//! One term of a query, and matching it with cells.
//!
//! A nondeterministic automaton in one machine word: all ways to read a term (`xian` as 先 or as 西安) are followed at once.
//! The state is the set of positions in the term up to which the cells so far agree, one bit each, and a cell
//! advances all of them by a few bit operations. There is no backtracking, so no query is slow.

mod transition;

use self::transition::{Positions, Transition};
use super::cells::{Cell, Kind};
use super::fold::{NOTHING, fold};

/// Only so many characters of a term count, one bit each. A longer term still finds everything that it should.
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
    /// By kind of cell.
    transitions: Vec<Transition>,
}

impl Term {
    /// `None` if the text has no symbol that counts.
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
        let transitions = kinds.iter().map(|kind| positions.transition(kind)).collect();
        Some(Term { symbols, transitions })
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
            let Some(transition) = self.transitions.get(usize::from(cell)) else { return false };
            let from = state | 1;
            if from & transition.last != 0 {
                return true;
            }
            state = (from & (transition.literal | transition.initial)) << 1
                | (from & transition.double) << 2
                | (from & transition.full) << transition.len
                | state & transition.skip;
        }
        false
    }

    /// Where a match that starts with the first of the cells ends, if there is one. `ca` may stand
    /// for 草 cut short or for 草案: the longest match counts.
    pub fn end(&self, cells: &[Cell], level: Level) -> Option<usize> {
        let mut state = 1;
        let mut end = None;
        for (index, &cell) in cells.iter().enumerate() {
            let Some(transition) = self.transitions.get(usize::from(cell)) else { break };
            let last =
                if level == Level::Literal { transition.last & transition.literal } else { transition.last };
            if state & last != 0 {
                end = Some(index + 1);
            }
            let mut next = (state & transition.literal) << 1;
            if level >= Level::Syllables {
                next |= (state & transition.full) << transition.len;
            }
            if level >= Level::Initials {
                next |= (state & transition.initial) << 1 | (state & transition.double) << 2;
            }
            if index > 0 {
                next |= state & transition.skip;
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
