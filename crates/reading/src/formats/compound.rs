//! Compound files: what Word, Excel and WPS wrote before 2007, and what encrypts today's files.
//!
//! Only the directory is read, to tell what is inside.

/// How such files begin.
pub(super) const MAGIC: [u8; 8] = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/// What a compound file holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Content {
    Word,
    Workbook,
    Encrypted,
    Other,
}

const ENTRY: usize = 128;
const MAX_SECTORS: usize = 4096;
const END: u32 = 0xffff_fffa;

/// Tells by the names in the directory what a file holds.
pub(super) fn recognise(bytes: &[u8]) -> Content {
    let names = names(bytes);
    let has = |name: &str| names.iter().any(|known| known == name);
    if has("EncryptedPackage") || has("EncryptionInfo") {
        Content::Encrypted
    } else if has("WordDocument") {
        // A Word file may hold a workbook inside, hardly the other way round.
        Content::Word
    } else if has("Workbook") || has("Book") {
        Content::Workbook
    } else {
        Content::Other
    }
}

fn names(bytes: &[u8]) -> Vec<String> {
    let mut names = Vec::new();
    let shift = u16_at(bytes, 30).unwrap_or(9);
    let size = if shift == 12 { 4096 } else { 512 };
    let sector = |number: u32| {
        let begin = (usize::try_from(number).ok()? + 1).checked_mul(size)?;
        // The last sector may be cut short.
        bytes.get(begin..bytes.len().min(begin.checked_add(size)?))
    };
    let Some(mut next) = u32_at(bytes, 48) else { return names };
    for _ in 0..MAX_SECTORS {
        let Some(entries) = sector(next) else { break };
        names.extend(entries.chunks_exact(ENTRY).filter_map(name));
        let Some(following) = following(bytes, size, next, &sector) else { break };
        next = following;
    }
    names
}

/// The sector after this one, by the allocation table whose parts the header lists.
fn following<'a>(
    bytes: &[u8],
    size: usize,
    number: u32,
    sector: &impl Fn(u32) -> Option<&'a [u8]>,
) -> Option<u32> {
    let in_sector = size / 4;
    let number = usize::try_from(number).ok()?;
    let part = number / in_sector;
    // Beyond its first 109 parts the table goes on elsewhere: directories stand near the beginning.
    let table = if part < 109 { u32_at(bytes, 76 + part * 4)? } else { return None };
    let next = u32_at(sector(table)?, number % in_sector * 4)?;
    (next < END).then_some(next)
}

fn name(entry: &[u8]) -> Option<String> {
    let length = usize::from(u16_at(entry, 64)?);
    let bytes = entry.get(..length.checked_sub(2)?.min(64))?;
    let units = bytes.chunks_exact(2).map(|pair| u16::from_le_bytes([pair[0], pair[1]]));
    Some(char::decode_utf16(units).map(|c| c.unwrap_or('\u{fffd}')).collect())
}

fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_le_bytes(bytes.get(at..at.checked_add(2)?)?.try_into().ok()?))
}

fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(bytes.get(at..at.checked_add(4)?)?.try_into().ok()?))
}
