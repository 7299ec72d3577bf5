//! What each kind of cell does to the state of a term, worked out once per query.

use super::super::cells::Kind;
use super::super::fold::NOTHING;

/// What a kind of cell does to the state. Bit `q` of a field is set if the step can be taken from
/// position `q` of the term.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Step {
    /// The character itself: on by one.
    pub literal: u64,
    /// The reading's first letter: on by one.
    pub initial: u64,
    /// The reading's `zh`, `ch` or `sh`: on by two.
    pub double: u64,
    /// The whole reading: on by `len`.
    pub full: u64,
    /// The character, or any start of its reading, and with it the term ends.
    pub last: u64,
    /// All bits if the cell may be passed over.
    pub skip: u64,
    /// Letters of the whole reading.
    pub len: u8,
}

/// Where in a term each symbol stands.
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

    /// What a kind of cell does to this term.
    pub fn step(&self, kind: &Kind) -> Step {
        let syllable = kind.syllable();
        let end = self.symbols.len();
        let mut step = Step { len: syllable.len() as u8, ..Step::default() };
        if kind.skip {
            step.skip = u64::MAX;
        }
        if kind.folded != NOTHING {
            step.literal = self.of(kind.folded);
            step.last = step.literal & 1 << (end - 1);
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
                step.initial = prefix;
            } else if len == 2 && letter == b'h' {
                step.double = prefix;
            }
            if len <= end {
                step.last |= prefix & 1 << (end - len);
            }
        }
        if !syllable.is_empty() {
            step.full = prefix;
        }
        step
    }
}
