//! The files of a release, and their digests.

use std::fmt;

use sha2::{Digest, Sha256};

/// The chunks, and what is fetched with one.
pub(super) const CHUNKS: &str = "chunks/";
/// The page.
pub const INDEX: &str = "index.html";
/// What a system needs to know to install the page as an app.
pub const MANIFEST: &str = "manifest.webmanifest";
/// The service worker. It lies beside the page, so that its reach is the folder of the release.
pub const WORKER: &str = "sw.js";
/// The list of all files, which no visit loads: see [`listed`].
pub const SUMS: &str = "sums.txt";

/// A file of a release.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// Its name, with `/` between folders.
    pub name: String,
    /// What is in it.
    pub bytes: Vec<u8>,
    /// The SHA-256 digest of that.
    pub sum: Sum,
}

impl File {
    /// A file.
    pub fn new(name: impl Into<String>, bytes: Vec<u8>) -> File {
        let sum = Sum::of(&bytes);
        File { name: name.into(), bytes, sum }
    }
}

/// Hexadecimal digits of a digest where it is shortened.
pub(super) const SHORT: usize = 16;

/// A SHA-256 digest. As text it has hexadecimal digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sum([u8; 32]);

impl Sum {
    /// The digest of bytes.
    pub fn of(bytes: &[u8]) -> Sum {
        Sum(Sha256::digest(bytes).into())
    }

    /// Its first digits, as many as the names of chunks have, so that both are the same text: with whole digests the
    /// worker would weigh 1 KB more. They tell the versions of a file apart; nobody who may write to the server needs to
    /// match them.
    pub(super) fn short(self) -> String {
        let mut digits = self.to_string();
        digits.truncate(SHORT);
        digits
    }

    /// As [`Sum`] is shown.
    pub(super) fn parse(text: &str) -> Option<Sum> {
        let digits: Option<Vec<u8>> =
            text.chars().map(|char| char.to_digit(16).and_then(|digit| u8::try_from(digit).ok())).collect();
        let bytes: Vec<u8> =
            digits?.chunks(2).map(|pair| pair.iter().fold(0, |byte, digit| byte << 4 | digit)).collect();
        bytes.try_into().ok().filter(|_| text.len() == 64).map(Sum)
    }
}

impl fmt::Display for Sum {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}
