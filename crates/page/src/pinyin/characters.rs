//! The usual reading of every character of the block that Chinese is written in.
//!
//! A dictionary is about 95 KB in a browser. `characters.bin` is a quarter of that: the names of the syllables, and two
//! bytes for each character, which `examples/characters.rs` writes. A test compares every one with the dictionary.

/// The names of the syllables, each followed by a blank, up to a line feed; then for each character the low byte of its
/// syllable's number, counted from 1, or 0 for none; then for each the high byte.
static TABLE: &[u8] = include_bytes!("characters.bin");

/// The characters that have a place in the table: the block of unified ideographs.
pub const BLOCK: std::ops::RangeInclusive<char> = '\u{4e00}'..='\u{9fff}';

/// How many there are.
const COUNT: usize = 0x9fff - 0x4e00 + 1;

/// The usual reading of a character: lower-case letters without tone, ü as `v`. `None` for what has none, and for what is
/// not in the block.
pub fn reading_of(ch: char) -> Option<&'static str> {
    let at = BLOCK.contains(&ch).then(|| ch as usize - *BLOCK.start() as usize)?;
    let end = TABLE.iter().position(|byte| *byte == b'\n')?;
    let (names, numbers) = (TABLE.get(..end)?, TABLE.get(end + 1..)?);
    let (low, high) = (numbers.get(at)?, numbers.get(COUNT + at)?);
    let number = usize::from(u16::from_le_bytes([*low, *high]));
    std::str::from_utf8(names).ok()?.split(' ').nth(number.checked_sub(1)?)
}
