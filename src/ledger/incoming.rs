//! Files that came in and wait to be merged.

use std::sync::Arc;

use yaodian_progress::Decoded;
use yaodian_vault::mailbox::WaitingFile;

use crate::browser::seal::Sealed;

/// A file that waits for the user.
#[derive(Clone)]
pub struct Incoming {
    /// What it is called.
    pub name: String,
    /// What it is in this plan's mailbox, if it came from there.
    pub waiting: Option<WaitingFile>,
    /// What has to be said about how it was read.
    pub remarks: Vec<String>,
    /// What it turned out to be.
    pub content: Content,
}

impl Incoming {
    /// A file that the user gave, about which nothing more has to be said.
    pub fn new(name: String, content: Content) -> Incoming {
        Incoming { name, waiting: None, remarks: Vec::new(), content }
    }
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
    Ready(Arc<Decoded>),
}

/// A file about another plan.
#[derive(Clone)]
pub struct Other {
    /// That plan's id; one that a plan may have.
    pub plan: String,
    /// Its title as the file has it; may be empty.
    pub title: String,
    /// The plan in its packed form, if the file has it.
    pub packed: Option<Arc<str>>,
    /// The text with its records, still sealed if it came so; empty if the file has the plan alone.
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

/// The files that wait, and how many of them have been dealt with since there were none.
#[derive(Default)]
pub struct Queue {
    files: Vec<(usize, Incoming)>,
    done: usize,
    /// The number that the next content of a file is known by.
    next: usize,
}

impl Queue {
    /// The file that is being dealt with.
    pub fn first(&self) -> Option<&Incoming> {
        self.files.first().map(|(_, file)| file)
    }

    /// A number that changes with the content of the file that is being dealt with.
    pub fn first_number(&self) -> Option<usize> {
        self.files.first().map(|(number, _)| *number)
    }

    /// The files that wait behind it.
    pub fn others(&self) -> impl Iterator<Item = &Incoming> {
        self.files.iter().skip(1).map(|(_, file)| file)
    }

    /// The how-manieth file is being dealt with, and of how many.
    pub fn position(&self) -> (usize, usize) {
        (self.done + 1, self.done + self.files.len())
    }

    /// Whether a file of this plan's mailbox is among them.
    pub fn holds(&self, file: &WaitingFile) -> bool {
        self.files.iter().any(|(_, queued)| queued.waiting.as_ref() == Some(file))
    }

    /// Puts a file at the end, and says whether it stands first.
    pub fn push(&mut self, file: Incoming) -> bool {
        let number = self.number();
        self.files.push((number, file));
        self.files.len() == 1
    }

    /// Removes the file that stands first.
    pub fn remove_first(&mut self) {
        if !self.files.is_empty() {
            self.files.remove(0);
            self.done += 1;
        }
        if self.files.is_empty() {
            self.done = 0;
        }
    }

    /// Puts what was sealed in place of the sealed file, if that stands first.
    pub fn replace_sealed(&mut self, sealed: &Arc<Sealed>, content: Content) {
        let is_it = |file: &Incoming| matches!(&file.content, Content::Sealed(known, _) if Arc::ptr_eq(known, sealed));
        if self.first().is_some_and(is_it) {
            let number = self.number();
            if let Some(first) = self.files.first_mut() {
                first.0 = number;
                first.1.content = content;
            }
        }
    }

    fn number(&mut self) -> usize {
        self.next += 1;
        self.next
    }
}
