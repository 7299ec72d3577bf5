//! The transitions of a term's automaton, computed once per query for each kind of cell.

use super::super::cells::Kind;
use super::super::fold::NOTHING;

/// The transition for one kind of cell. Bit `q` of a field is set if it is possible from position `q` of the term.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Transition {
    /// By the character itself: one position further.
    pub literal: u64,
    /// By the reading's first letter: one position further.
    pub initial: u64,
    /// By the reading's `zh`, `ch` or `sh`: two positions further.
    pub double: u64,
    /// By the whole reading: `len` positions further.
    pub full: u64,
    /// By the character, or any start of its reading, to the end of the term.
    pub last: u64,
    /// All bits if the cell may be skipped.
    pub skip: u64,
    /// Letters of the whole reading.
    pub len: u8,
}

/// The positions of each symbol in a term.
pub(super) struct Positions<'a> {
    symbols: &'a [char],
    /// One set per ASCII character.
    ascii: [u64; 128],
    /// Bit `q`: a syllable has to end before position `q`.
    breaks: u64,
}

impl Positions<'_> {
    pub fn new(symbols: &[char], breaks: u64) -> Positions<'_> {
        let mut ascii = [0; 128];
        for (position, &symbol) in symbols.iter().enumerate() {
            if let Some(set) = ascii.get_mut(symbol as usize) {
                *set |= 1 << position;
            }
        }
        Positions { symbols, ascii, breaks }
    }

    fn of(&self, symbol: char) -> u64 {
        match self.ascii.get(symbol as usize) {
            Some(&set) => set,
            None => (self.symbols.iter().enumerate())
                .filter(|&(_, &other)| other == symbol)
                .fold(0, |set, (position, _)| set | 1 << position),
        }
    }

    /// The transition for a kind of cell.
    pub fn transition(&self, kind: &Kind) -> Transition {
        let syllable = kind.syllable();
        let end = self.symbols.len();
        let mut transition = Transition { len: syllable.len() as u8, ..Transition::default() };
        if kind.skip {
            transition.skip = u64::MAX;
        }
        if kind.folded != NOTHING {
            transition.literal = self.of(kind.folded);
            transition.last = transition.literal & 1 << (end - 1);
        }
        // The positions from which the first `len` letters of the reading follow.
        let mut prefix = u64::MAX;
        for (index, &letter) in syllable.iter().enumerate() {
            let mut here = self.ascii[usize::from(letter & 127)];
            // What is written lüe may be typed both as lve and as lue.
            if letter == b'v' && syllable.get(index + 1) == Some(&b'e') {
                here |= self.ascii[usize::from(b'u')];
            }
            prefix &= here >> index;
            if index > 0 {
                prefix &= !(self.breaks >> index);
            }
            let len = index + 1;
            if len == 1 {
                transition.initial = prefix;
            } else if len == 2 && letter == b'h' {
                transition.double = prefix;
            }
            if len <= end {
                transition.last |= prefix & 1 << (end - len);
            }
        }
        if !syllable.is_empty() {
            transition.full = prefix;
        }
        transition
    }
}
