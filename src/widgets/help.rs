//! The way to the sheet of keys.

use super::chunk_missing::with_browse;

/// Opens the sheet, once the chunk that has it is loaded.
pub fn open() {
    with_browse(|browse| (browse.open_help)());
}
