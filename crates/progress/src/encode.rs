//! Writing a book as a file, or as the text of one stored entry; both have the same format.
//!
//! A file has one line per register, so that people can read and compare it.

mod value;

pub(super) use self::value::status_word;
use super::json::quote;
use super::{AuthorId, EntryKey, ProgressBook, VERSION};

/// The name of the format, which every file has.
pub(super) const FORMAT: &str = "yaodian-progress";

/// What a file says about itself, besides the book.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FileHead {
    /// The plan's title, for readers who have another plan at hand.
    pub plan_title: String,
    /// When it was saved, in milliseconds since 1970 in UTC.
    pub saved_at: Option<i64>,
    /// Who saved it.
    pub saved_by: Option<AuthorId>,
    /// The plan itself in its packed form, for readers who do not have it; may be empty.
    pub plan_data: String,
}

/// The whole book as a file.
pub fn encode(book: &ProgressBook, head: &FileHead) -> String {
    let mut text = write(book, Some(head));
    text.push('\n');
    text
}

/// One entry as a file of its own, to be stored under its key. [`decode`](super::decode()) reads it as it
/// reads any file, and merging the books of all entries gives the whole book.
pub fn encode_entry(book: &ProgressBook, key: EntryKey) -> String {
    write(&book.only_entry(key), None)
}

/// Without a head everything is on one line.
fn write(book: &ProgressBook, head: Option<&FileHead>) -> String {
    let mut out = Writer { out: String::new(), lines: head.is_some(), depth: 0, first: true };
    out.open('{');
    out.text("format", FORMAT);
    out.plain("version", &VERSION.to_string());
    out.text("plan", &book.plan);
    if let Some(head) = head {
        out.text("plan_title", &head.plan_title);
        if let Some(at) = head.saved_at {
            out.plain("saved_at", &at.to_string());
        }
        if let Some(by) = head.saved_by {
            out.text("saved_by", by.as_str());
        }
        if !head.plan_data.is_empty() {
            out.text("plan_data", &head.plan_data);
        }
    }
    write_registers(&mut out, book);
    if !book.seen.is_empty() {
        out.key("seen");
        out.open('[');
        for stamp in &book.seen {
            out.next();
            quote(&mut out.out, &stamp.to_string());
        }
        out.close(']');
    }
    if !book.aside.is_empty() {
        out.key("aside");
        out.open('[');
        for aside in &book.aside {
            out.next();
            aside.write(&mut out.out);
        }
        out.close(']');
    }
    out.close('}');
    out.out
}

/// Writes the registers into the objects of their paths. They are in order, so an object that is left is complete.
fn write_registers(out: &mut Writer, book: &ProgressBook) {
    let mut open: Vec<String> = Vec::new();
    for register in &book.registers {
        let mut path = register.field.path();
        let key = path.pop().unwrap_or_default();
        let common = open.iter().zip(&path).take_while(|(open, wanted)| open == wanted).count();
        while open.len() > common {
            open.pop();
            out.close('}');
        }
        for part in path.into_iter().skip(common) {
            out.key(&part);
            out.open('{');
            open.push(part);
        }
        out.key(&key);
        register.write(&mut out.out);
    }
    for _ in open {
        out.close('}');
    }
}

/// Writes JSON. Its methods are called from many places and not inlined: copies of them would be most of the module.
struct Writer {
    out: String,
    /// Whether every entry has a line of its own.
    lines: bool,
    /// How many brackets are open.
    depth: usize,
    /// Whether the innermost one holds nothing yet.
    first: bool,
}

impl Writer {
    #[inline(never)]
    fn open(&mut self, bracket: char) {
        self.out.push(bracket);
        self.depth += 1;
        self.first = true;
    }

    #[inline(never)]
    fn close(&mut self, bracket: char) {
        self.depth -= 1;
        if self.lines {
            self.line();
        }
        self.out.push(bracket);
        self.first = false;
    }

    /// Writes what separates an entry from the one before.
    #[inline(never)]
    fn next(&mut self) {
        if !self.first {
            self.out.push(',');
        }
        if self.lines {
            self.line();
        } else if !self.first {
            self.out.push(' ');
        }
        self.first = false;
    }

    #[inline(never)]
    fn line(&mut self) {
        self.out.push('\n');
        for _ in 0..self.depth {
            self.out.push_str("  ");
        }
    }

    #[inline(never)]
    fn key(&mut self, key: &str) {
        self.next();
        quote(&mut self.out, key);
        self.out.push_str(": ");
    }

    #[inline(never)]
    fn text(&mut self, key: &str, text: &str) {
        self.key(key);
        quote(&mut self.out, text);
    }

    fn plain(&mut self, key: &str, plain: &str) {
        self.key(key);
        self.out.push_str(plain);
    }
}
