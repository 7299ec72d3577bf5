//! Files that came in and wait to be merged.

use std::sync::Arc;

use yaodian_plan::progress::Decoded;

use crate::browser::seal::Sealed;

/// A file that waits for the user.
#[derive(Clone)]
pub enum Incoming {
    /// It cannot be used: its name and why.
    Refused(String, String),
    /// It wants a passphrase.
    Sealed(String, Arc<Sealed>),
    /// It can be merged.
    Ready(String, Box<Decoded>),
}
