//! The queue of files that came in and wait to be merged.

use std::sync::Arc;

use leptos::prelude::*;
use yaodian_progress::Decoded;
use yaodian_vault::mailbox::WaitingFile;

use super::Ledger;
use crate::browser::seal::Sealed;

/// A file that waits for the user.
#[derive(Clone)]
pub struct Incoming {
    /// What it is called.
    pub name: String,
    /// What it is in this plan's mailbox, if it came from there.
    pub waiting: Option<WaitingFile>,
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

impl Ledger {
    /// Puts a file at the end of the queue, and says whether it stands first.
    pub fn enqueue(self, file: Incoming) -> bool {
        self.set_incoming.update_untracked(|queue| queue.push(file));
        let is_first = self.incoming.with_untracked(Vec::len) == 1;
        if is_first {
            self.set_incoming.notify();
        }
        is_first
    }

    /// Removes the file that stands first.
    pub fn remove_first(self) {
        self.set_incoming.update(|queue| {
            if !queue.is_empty() {
                queue.remove(0);
            }
        });
    }

    /// Puts what was sealed in place of the sealed file that stands first. Opening takes a while: if the file has been
    /// closed meanwhile and another one stands first, nothing happens.
    pub fn replace_sealed(self, sealed: &Arc<Sealed>, content: Content) {
        self.set_incoming.update(|queue| {
            let is_it =
                |file: &Incoming| matches!(&file.content, Content::Sealed(known, _) if Arc::ptr_eq(known, sealed));
            if let Some(first) = queue.first_mut().filter(|first| is_it(first)) {
                first.content = content;
            }
        });
    }

    /// Takes what this page's own file carries, so that it is offered no more.
    pub fn take_carried(self) -> Option<Incoming> {
        let carried = self.carried.get_untracked();
        self.set_carried.set(None);
        carried
    }
}
