//! Authors: who writes into a book.

use std::fmt;

use yaodian_plan::UnitId;

/// Longest id of an author, in characters.
const ID_LENGTH: usize = 16;

/// The short random id that a device draws for itself: 1 to 16 ASCII letters and digits.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AuthorId([u8; ID_LENGTH]);

impl AuthorId {
    /// `None` if the text is empty, too long, or holds anything but ASCII letters and digits.
    pub fn new(text: &str) -> Option<AuthorId> {
        let bytes = text.as_bytes();
        let mut id = [0; ID_LENGTH];
        let usable = !bytes.is_empty() && bytes.iter().all(u8::is_ascii_alphanumeric);
        id.get_mut(..bytes.len()).filter(|_| usable)?.copy_from_slice(bytes);
        Some(AuthorId(id))
    }

    /// The id as text.
    pub fn as_str(&self) -> &str {
        let length = self.0.iter().position(|byte| *byte == 0).unwrap_or(ID_LENGTH);
        self.0.get(..length).and_then(|bytes| std::str::from_utf8(bytes).ok()).unwrap_or_default()
    }
}

impl fmt::Display for AuthorId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Debug for AuthorId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "AuthorId({})", self.as_str())
    }
}

/// The user of a device.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Author {
    /// The name as the user wrote it; may be empty.
    pub name: String,
    /// The unit that the user works in.
    pub unit: Option<UnitId>,
}
