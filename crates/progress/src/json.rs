//! JSON as the progress format needs it: read within limits, without loss, and written.
//!
//! A general reader would be more WebAssembly than everything else here. This one keeps repeated keys and the order of
//! keys, and checks the limits before it stores anything.

mod read;
mod value;
mod write;

pub use read::{MAX_BYTES, MAX_DEPTH, MAX_ENTRIES};
pub(super) use read::{ReadError, read};
pub(super) use value::{Fields, Json};
pub(super) use write::quote;
