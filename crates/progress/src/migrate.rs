//! Versions of the file format.
//!
//! Version 1 is the first, so there is nothing to migrate yet. A later version adds one arm that converts the version
//! before it, and keeps the golden file of every version before it.

use super::json::Json;

/// Version of the file format. Raised when a reader of the old format would misread the new one.
pub const VERSION: u32 = 1;

/// Converts a file of an older version; `None` for a version that never existed.
pub(super) fn migrate(version: u32, root: Json<'_>) -> Option<Json<'_>> {
    match version {
        VERSION => Some(root),
        _ => None,
    }
}
