//! Several files as one zip file, each deflated.

use miniz_oxide::deflate::compress_to_vec;

/// Fast, and within a few per cent of the best.
const LEVEL: u8 = 6;
/// The names are UTF-8.
const UTF8: u16 = 1 << 11;
const DEFLATED: u16 = 8;
/// The version of the format that deflated files need, times ten.
const VERSION: u16 = 20;
/// The same, made on Unix: some programs read names made elsewhere in an old encoding.
const MADE_BY: u16 = (3 << 8) | VERSION;
/// A plain file that its owner may write.
const MODE: u32 = 0o100_644 << 16;
/// The first day that the format knows: the same files make the same bytes at any time.
const DAY: u16 = (1 << 5) | 1;

/// A zip file under construction. Fewer than 65,536 files of less than 4 GB fit into one.
#[derive(Debug, Default)]
pub struct Zip {
    bytes: Vec<u8>,
    directory: Vec<u8>,
    files: u16,
}

impl Zip {
    /// A zip file without files.
    pub fn new() -> Zip {
        Zip::default()
    }

    /// Adds a file under a name, with `/` between folders.
    pub fn add(&mut self, name: &str, content: &[u8]) {
        let packed = compress_to_vec(content, LEVEL);
        let start = size(self.bytes.len());
        let mut entry = Vec::new();
        for number in [VERSION, UTF8, DEFLATED, 0, DAY] {
            push(&mut entry, number);
        }
        for number in [crc32fast::hash(content), size(packed.len()), size(content.len())] {
            entry.extend(number.to_le_bytes());
        }
        push(&mut entry, u16::try_from(name.len()).unwrap_or(u16::MAX));
        push(&mut entry, 0);

        self.bytes.extend(*b"PK\x03\x04");
        self.bytes.extend(&entry);
        self.bytes.extend(name.as_bytes());
        self.bytes.extend(packed);

        self.directory.extend(*b"PK\x01\x02");
        push(&mut self.directory, MADE_BY);
        self.directory.extend(&entry);
        // Comment, disk, internal attributes.
        self.directory.extend([0; 6]);
        self.directory.extend(MODE.to_le_bytes());
        self.directory.extend(start.to_le_bytes());
        self.directory.extend(name.as_bytes());
        self.files = self.files.saturating_add(1);
    }

    /// The finished file.
    pub fn finish(self) -> Vec<u8> {
        let Zip { mut bytes, directory, files } = self;
        let start = size(bytes.len());
        bytes.extend(&directory);
        bytes.extend(*b"PK\x05\x06\0\0\0\0");
        push(&mut bytes, files);
        push(&mut bytes, files);
        bytes.extend(size(directory.len()).to_le_bytes());
        bytes.extend(start.to_le_bytes());
        push(&mut bytes, 0);
        bytes
    }
}

fn push(bytes: &mut Vec<u8>, number: u16) {
    bytes.extend(number.to_le_bytes());
}

fn size(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}
