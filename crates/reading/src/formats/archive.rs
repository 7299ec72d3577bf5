//! The zip file that a docx or xlsx is: names, and what stands under a name.
//!
//! Sizes are taken from the central directory but never believed: inflating stops at the limit,
//! whatever is stated. A part whose checksum does not fit is not used.

use std::cell::Cell;

use miniz_oxide::inflate::TINFLStatus;
use miniz_oxide::inflate::core::inflate_flags::TINFL_FLAG_USING_NON_WRAPPING_OUTPUT_BUF;
use miniz_oxide::inflate::core::{DecompressorOxide, decompress};

use yaodian_pace::{Pace, Stage, at_once};

/// No document needs more: all parts together, inflated.
const MAX_INFLATED: usize = 64 << 20;

/// So much is inflated between two pauses.
const SLICE: usize = 1 << 20;

/// No document has more parts.
const MAX_ENTRIES: usize = 10_000;

/// Why a part, or the whole, cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ArchiveError {
    /// It is no zip file, or its end is missing.
    Cut,
    /// A part is not what the directory says.
    Damaged,
    /// It inflates past the limit.
    TooLarge,
    /// It is protected by the zip's own password.
    Encrypted,
}

/// A zip file whose directory has been read.
#[derive(Debug)]
pub struct Archive<'a> {
    bytes: &'a [u8],
    entries: Vec<Entry<'a>>,
    /// What may still be inflated.
    left: Cell<usize>,
}

#[derive(Debug)]
struct Entry<'a> {
    name: String,
    /// The name as it stands: its encoding is that of whatever program has written it.
    raw: &'a [u8],
    flags: u16,
    method: u16,
    crc: u32,
    packed: usize,
    /// Of its local header.
    at: usize,
}

impl<'a> Archive<'a> {
    /// Reads the directory at the end of the file.
    pub fn open(bytes: &'a [u8]) -> Result<Self, ArchiveError> {
        let end = find_end(bytes).ok_or(ArchiveError::Cut)?;
        let stated = (u32_at(bytes, end + 12), u32_at(bytes, end + 16));
        let (Some(size), Some(start)) = stated else { return Err(ArchiveError::Cut) };
        // Something may stand before the first entry; then every position is off by its length.
        let begin = end.checked_sub(size).ok_or(ArchiveError::Cut)?;
        let shift = begin.checked_sub(start).ok_or(ArchiveError::Cut)?;
        let mut entries = Vec::new();
        let mut at = begin;
        while at < end && entries.len() < MAX_ENTRIES {
            let (entry, next) = directory_entry(bytes, at, shift).ok_or(ArchiveError::Damaged)?;
            entries.push(entry);
            at = next;
        }
        Ok(Self { bytes, entries, left: Cell::new(MAX_INFLATED) })
    }

    /// The names of all parts, with `/` between folders.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.entries.iter().map(|entry| entry.name.as_str())
    }

    /// The names of all parts as they stand, in whatever encoding.
    pub fn raw_names(&self) -> impl Iterator<Item = &'a [u8]> {
        self.entries.iter().map(|entry| entry.raw)
    }

    /// The part at a position among all of them.
    pub fn read_nth(&self, at: usize) -> Result<Vec<u8>, ArchiveError> {
        at_once(self.inflate(self.entries.get(at).ok_or(ArchiveError::Cut)?, &Pace::default()))
    }

    /// What stands under a name, whatever its case; `None` if there is no such part.
    pub fn read(&self, name: &str) -> Result<Option<Vec<u8>>, ArchiveError> {
        at_once(self.read_in_slices(name, &Pace::default()))
    }

    /// The same in slices.
    pub async fn read_in_slices(&self, name: &str, pace: &Pace) -> Result<Option<Vec<u8>>, ArchiveError> {
        let name = name.trim_start_matches('/');
        match self.entries.iter().find(|entry| entry.name.eq_ignore_ascii_case(name)) {
            Some(entry) => self.inflate(entry, pace).await.map(Some),
            None => Ok(None),
        }
    }

    async fn inflate(&self, entry: &Entry<'_>, pace: &Pace) -> Result<Vec<u8>, ArchiveError> {
        if entry.flags & 1 != 0 {
            return Err(ArchiveError::Encrypted);
        }
        let packed = self.packed(entry).ok_or(ArchiveError::Cut)?;
        let left = self.left.get();
        let data = match entry.method {
            0 if packed.len() > left => return Err(ArchiveError::TooLarge),
            0 => packed.to_vec(),
            8 => inflate(packed, left, pace).await?,
            _ => return Err(ArchiveError::Damaged),
        };
        self.left.set(left.saturating_sub(data.len()));
        let mut crc = 0;
        for slice in data.chunks(SLICE) {
            crc = crc32(crc, slice);
            pace.step(Stage::Unpack, data.len(), data.len()).await;
        }
        if crc == entry.crc { Ok(data) } else { Err(ArchiveError::Damaged) }
    }

    fn packed(&self, entry: &Entry<'_>) -> Option<&'a [u8]> {
        let header = self.bytes.get(entry.at..entry.at.checked_add(30)?)?;
        if !header.starts_with(b"PK\x03\x04") {
            return None;
        }
        let skip = usize::from(u16_at(header, 26)?) + usize::from(u16_at(header, 28)?);
        let begin = entry.at.checked_add(30 + skip)?;
        self.bytes.get(begin..begin.checked_add(entry.packed)?)
    }
}

/// Inflates no more than so many bytes.
async fn inflate(mut packed: &[u8], most: usize, pace: &Pace) -> Result<Vec<u8>, ArchiveError> {
    let whole = packed.len();
    let mut state = Box::<DecompressorOxide>::default();
    let mut data = Vec::new();
    let mut end = 0_usize;
    loop {
        data.resize(end.saturating_add(SLICE).min(most), 0);
        let (status, taken, made) =
            decompress(&mut state, packed, &mut data, end, TINFL_FLAG_USING_NON_WRAPPING_OUTPUT_BUF);
        end += made;
        packed = packed.get(taken..).ok_or(ArchiveError::Damaged)?;
        match status {
            TINFLStatus::Done => {
                data.truncate(end);
                return Ok(data);
            }
            TINFLStatus::HasMoreOutput if end < most => {}
            TINFLStatus::HasMoreOutput => return Err(ArchiveError::TooLarge),
            _ => return Err(ArchiveError::Damaged),
        }
        pace.step(Stage::Unpack, whole - packed.len(), whole).await;
    }
}

/// The end record stands in the last 64 KB, before a comment that is usually empty.
fn find_end(bytes: &[u8]) -> Option<usize> {
    let last = bytes.len().checked_sub(22)?;
    let first = last.saturating_sub(usize::from(u16::MAX));
    (first..=last).rev().find(|at| bytes.get(*at..).is_some_and(|rest| rest.starts_with(b"PK\x05\x06")))
}

/// The entry at a position of the directory, and where the next one begins.
fn directory_entry(bytes: &[u8], at: usize, shift: usize) -> Option<(Entry<'_>, usize)> {
    let header = bytes.get(at..at.checked_add(46)?)?;
    if !header.starts_with(b"PK\x01\x02") {
        return None;
    }
    let length = |at| u16_at(header, at).map(usize::from);
    let (name, extra, comment) = (length(28)?, length(30)?, length(32)?);
    let begin = at + 46;
    let name_bytes = bytes.get(begin..begin + name)?;
    let entry = Entry {
        name: String::from_utf8_lossy(name_bytes).replace('\\', "/").trim_start_matches('/').to_owned(),
        raw: name_bytes,
        flags: u16_at(header, 8)?,
        method: u16_at(header, 10)?,
        crc: u32::from_le_bytes(header.get(16..20)?.try_into().ok()?),
        packed: u32_at(header, 20)?,
        at: u32_at(header, 42)?.checked_add(shift)?,
    };
    Some((entry, begin + name + extra + comment))
}

fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_le_bytes(bytes.get(at..at.checked_add(2)?)?.try_into().ok()?))
}

fn u32_at(bytes: &[u8], at: usize) -> Option<usize> {
    let value = u32::from_le_bytes(bytes.get(at..at.checked_add(4)?)?.try_into().ok()?);
    usize::try_from(value).ok()
}

/// The checksum of what has the first one, and these bytes behind it.
fn crc32(before: u32, bytes: &[u8]) -> u32 {
    const TABLE: [u32; 256] = {
        let mut table = [0; 256];
        let mut n = 0;
        while n < 256 {
            let mut c = n as u32;
            let mut bit = 0;
            while bit < 8 {
                c = if c & 1 == 1 { 0xedb8_8320 ^ (c >> 1) } else { c >> 1 };
                bit += 1;
            }
            table[n] = c;
            n += 1;
        }
        table
    };
    !bytes.iter().fold(!before, |crc, byte| TABLE[usize::from((crc as u8) ^ byte)] ^ (crc >> 8))
}
