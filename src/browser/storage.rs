//! What is kept in this browser: the two stores, the vault over both, and the mailbox.

pub mod idb;
mod local;
pub mod mailbox;
pub mod persist;
pub mod vault;
