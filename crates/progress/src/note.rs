//! The identity of a note, and of what was added to an agenda.

use std::fmt;
use std::str::FromStr;

use super::Stamp;
use yaodian_plan::fnv::fnv1a_32;

/// Identity of a note (记录, a dated remark) or of what was added to an agenda: the stamp of its creation, and a digest of its first text.
///
/// The digest distinguishes two notes that two tabs of one device create under the same stamp.
/// Written `1690000000000-4-k3f9x2-1a2b3c4d`. The order is that of creation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NoteId {
    /// When and by whom it was created.
    pub created: Stamp,
    digest: u32,
}

impl NoteId {
    /// The identity of a note with this first text.
    pub fn new(created: Stamp, text: &str) -> NoteId {
        NoteId { created, digest: fnv1a_32(text) }
    }
}

impl fmt::Display for NoteId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{:08x}", self.created, self.digest)
    }
}

impl FromStr for NoteId {
    type Err = ();

    fn from_str(text: &str) -> Result<NoteId, ()> {
        // The dash and the eight digits of the digest.
        let (created, digest) =
            text.len().checked_sub(9).and_then(|at| text.split_at_checked(at)).ok_or(())?;
        let digest = digest.strip_prefix('-').ok_or(())?;
        Ok(NoteId { created: created.parse()?, digest: u32::from_str_radix(digest, 16).map_err(|_| ())? })
    }
}
