//! Versions of the file format.
//!
//! Version 1 is the first, so there is nothing to bring up to date yet. A later version adds one arm that
//! turns the file before it into its own shape, and keeps the golden file of every version before it.

use super::json::Json;

/// Version of the file format. Raised when a reader of the old format would misread the new one.
pub const VERSION: u32 = 1;

/// Brings a file of an older version up to date; `None` for a version that never was.
pub(super) fn migrate(version: u32, root: Json<'_>) -> Option<Json<'_>> {
    match version {
        VERSION => Some(root),
        _ => None,
    }
}
