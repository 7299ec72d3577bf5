//! What a row or a category is known by.

/// What a row or a category is known by, whatever is done to it.
pub type Key = u32;
