//! Compound files: what Word, Excel and WPS wrote before 2007, and what encrypts today's files.

/// How such files begin.
pub const MAGIC: [u8; 8] = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/// What a compound file holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Content {
    Word,
    Workbook,
    Encrypted,
    /// The directory is missing: the file was cut.
    Cut,
    Other,
}

const ENTRY: usize = 128;
/// A directory, and the chains through the file, have no more sectors than this.
const MAX_SECTORS: usize = 1 << 16;
/// Numbers of sectors from here on mean that there is none.
const END: u32 = 0xffff_fffa;
/// Streams shorter than this stand in sectors of 64 bytes inside another stream.
const SMALL: usize = 4096;
const SMALL_SECTOR: usize = 64;

/// A compound file.
#[derive(Debug)]
pub struct Compound<'a> {
    bytes: &'a [u8],
    sector: usize,
    entries: Vec<Entry>,
}

/// A stream, or a folder of some.
#[derive(Debug)]
struct Entry {
    name: String,
    first: u32,
    size: usize,
    is_root: bool,
}

impl<'a> Compound<'a> {
    /// Reads the directory; a damaged one as far as it goes.
    pub fn open(bytes: &'a [u8]) -> Self {
        let sector = if u16_at(bytes, 30) == Some(12) { 4096 } else { 512 };
        let mut file = Self { bytes, sector, entries: Vec::new() };
        let first = u32_at(bytes, 48).unwrap_or(END);
        let directory = file.chain(first, MAX_SECTORS);
        file.entries = directory.chunks_exact(ENTRY).filter_map(entry).collect();
        file
    }

    /// What the file holds, by the names in its directory.
    pub fn content(&self) -> Content {
        let has = |name: &str| self.entries.iter().any(|entry| entry.name == name);
        if self.entries.is_empty() {
            Content::Cut
        } else if has("EncryptedPackage") || has("EncryptionInfo") {
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

    /// What stands in a stream; `None` if there is none of this name.
    pub fn stream(&self, name: &str) -> Option<Vec<u8>> {
        let entry = self.entries.iter().find(|entry| entry.name == name)?;
        let mut data = if entry.size < SMALL {
            self.small(entry)?
        } else {
            self.chain(entry.first, entry.size.div_ceil(self.sector))
        };
        data.truncate(entry.size);
        Some(data)
    }

    fn small(&self, entry: &Entry) -> Option<Vec<u8>> {
        let root = self.entries.iter().find(|entry| entry.is_root)?;
        let container = self.chain(root.first, root.size.div_ceil(self.sector).min(MAX_SECTORS));
        let table = self.chain(u32_at(self.bytes, 60)?, MAX_SECTORS);
        let mut data = Vec::new();
        let mut next = entry.first;
        while next < END && data.len() < entry.size {
            let begin = usize::try_from(next).ok()?.checked_mul(SMALL_SECTOR)?;
            data.extend_from_slice(container.get(begin..begin + SMALL_SECTOR)?);
            next = u32_at(&table, usize::try_from(next).ok()?.checked_mul(4)?)?;
        }
        Some(data)
    }

    /// The sectors from this one on, at most so many.
    fn chain(&self, first: u32, most: usize) -> Vec<u8> {
        let mut data = Vec::new();
        let mut next = first;
        for _ in 0..most.min(MAX_SECTORS) {
            let Some(sector) = (next < END).then(|| self.sector_at(next)).flatten() else { break };
            data.extend_from_slice(sector);
            match self.following(next) {
                Some(following) => next = following,
                None => break,
            }
        }
        data
    }

    fn sector_at(&self, number: u32) -> Option<&'a [u8]> {
        let begin = (usize::try_from(number).ok()? + 1).checked_mul(self.sector)?;
        // The last sector may be cut short.
        self.bytes.get(begin..self.bytes.len().min(begin.checked_add(self.sector)?))
    }

    /// The sector after this one, by the allocation table whose parts the header lists.
    fn following(&self, number: u32) -> Option<u32> {
        let in_sector = self.sector / 4;
        let number = usize::try_from(number).ok()?;
        let part = number / in_sector;
        let table = if part < 109 { u32_at(self.bytes, 76 + part * 4)? } else { self.far_part(part - 109)? };
        u32_at(self.sector_at(table)?, number % in_sector * 4)
    }

    /// Beyond its first 109 parts the list of the table's parts goes on in sectors of its own.
    fn far_part(&self, mut part: usize) -> Option<u32> {
        let in_sector = self.sector / 4 - 1;
        let mut list = u32_at(self.bytes, 68)?;
        while part >= in_sector {
            list = u32_at(self.sector_at(list)?, in_sector * 4)?;
            part -= in_sector;
        }
        u32_at(self.sector_at(list)?, part * 4)
    }
}

fn entry(bytes: &[u8]) -> Option<Entry> {
    let length = usize::from(u16_at(bytes, 64)?);
    let name = bytes.get(..length.checked_sub(2)?.min(64))?;
    let units = name.chunks_exact(2).map(|pair| u16::from_le_bytes([pair[0], pair[1]]));
    Some(Entry {
        name: char::decode_utf16(units).map(|c| c.unwrap_or('\u{fffd}')).collect(),
        first: u32_at(bytes, 116)?,
        size: usize::try_from(u32_at(bytes, 120)?).ok()?,
        is_root: bytes.get(66) == Some(&5),
    })
}

fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_le_bytes(bytes.get(at..at.checked_add(2)?)?.try_into().ok()?))
}

fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(bytes.get(at..at.checked_add(4)?)?.try_into().ok()?))
}
