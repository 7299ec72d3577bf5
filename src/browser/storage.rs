//! What is kept in this browser: the two stores, the vault over both, what they hold of other plans, and the mailbox.

pub mod idb;
mod local;
pub mod mailbox;
pub mod peek;
pub mod persist;
pub mod vault;
