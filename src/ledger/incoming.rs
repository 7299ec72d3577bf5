//! Files that came in and wait to be merged.

use std::sync::Arc;

use yaodian_progress::Decoded;

use crate::browser::seal::Sealed;
use yaodian_vault::mailbox::WaitingFile;

/// A file that waits for the user.
#[derive(Clone)]
pub struct Incoming {
    /// What it is called.
    pub name: String,
    /// What it is among the files that were left for this plan, if it is one of them.
    pub left: Option<WaitingFile>,
    /// What it turned out to be.
    pub content: Content,
}

/// What is in a file.
#[derive(Clone)]
pub enum Content {
    /// It cannot be used, and why.
    Refused(String),
    /// It is about another plan.
    Other(Other),
    /// It wants a passphrase; and its text.
    Sealed(Arc<Sealed>, Arc<str>),
    /// It can be merged.
    Ready(Box<Decoded>),
}

/// A file about another plan.
#[derive(Clone)]
pub struct Other {
    /// That plan's id; one that a plan may have.
    pub plan: String,
    /// Its title as the file has it; may be empty.
    pub title: String,
    /// The file's text, still sealed if it came so.
    pub text: Arc<str>,
    /// Whether it is sealed.
    pub sealed: bool,
}

impl Other {
    /// What the plan is called.
    pub fn name(&self) -> &str {
        let title = self.title.trim();
        if title.is_empty() { &self.plan } else { title }
    }
}
