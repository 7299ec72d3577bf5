//! From the tree of a file to a book, register by register.

use std::sync::Arc;

use super::value::decode_register;
use super::{Repair, RepairKind};
use crate::progress::json::{Json, read};
use crate::progress::order::order;
use crate::progress::path::entry_at;
use crate::progress::{Aside, EntryKey, Field, ProgressBook, Register};

/// What the path of a write begins with that was set aside because another one stood in its place.
const REPEATED: &str = "repeated";

pub(super) struct Reader {
    book: ProgressBook,
    repairs: Vec<Repair>,
    /// Where the reader stands.
    path: Vec<String>,
    /// Whether it looks again at what was set aside, and reported, by an earlier reader.
    again: bool,
    /// The registers as they come, and whether they were set aside before. Put in order before they join, so that no
    /// order of a file makes it slow to read.
    found: Vec<(Arc<Register>, bool)>,
    aside: Vec<Aside>,
}

impl Reader {
    pub(super) fn new(plan: String) -> Reader {
        let book = ProgressBook::new(plan);
        Reader {
            book,
            repairs: Vec::new(),
            path: Vec::new(),
            again: false,
            found: Vec::new(),
            aside: Vec::new(),
        }
    }

    pub(super) fn read(mut self, root: &Json) -> (ProgressBook, Vec<Repair>) {
        self.each(root);
        self.join();
        (self.book, self.repairs)
    }

    /// Reads each field of an object; anything else is set aside.
    fn each(&mut self, json: &Json) {
        let Json::Object(fields) = json else { return self.set_aside(json, RepairKind::BadValue) };
        for (key, value) in fields {
            self.path.push(key.clone());
            self.part(value);
            self.path.pop();
        }
    }

    /// Reads what stands at the path.
    fn part(&mut self, json: &Json) {
        let entry = entry_at(&self.path);
        match (&*self.path, entry) {
            ([group], _) => match group.as_str() {
                "items" | "sessions" | "authors" => self.each(json),
                _ if self.again => self.set_aside(json, RepairKind::UnknownField),
                // The head was read before.
                "format" | "version" | "plan" | "plan_title" | "saved_at" | "saved_by" => {}
                "seen" => self.seen(json),
                "aside" => self.pieces(json),
                _ => self.set_aside(json, RepairKind::UnknownField),
            },
            ([_, _], None) => self.set_aside(json, RepairKind::BadKey),
            ([_, _], Some(EntryKey::Author(id))) => self.register(Field::Author(id), json),
            ([_, _], Some(_)) => self.each(json),
            ([_, _, notes], Some(EntryKey::Item(_))) if notes == "notes" => self.each(json),
            ([_, _, name], Some(entry)) => match Field::named(entry, name) {
                Some(field) => self.register(field, json),
                None => self.set_aside(json, RepairKind::UnknownField),
            },
            ([_, _, notes, note], Some(EntryKey::Item(id))) if notes == "notes" => match note.parse() {
                Ok(note) => self.register(Field::Note(id, note), json),
                Err(()) => self.set_aside(json, RepairKind::BadKey),
            },
            _ => self.set_aside(json, RepairKind::UnknownField),
        }
    }

    fn register(&mut self, field: Field, json: &Json) {
        match decode_register(field, json) {
            Some(register) => self.found.push((Arc::new(register), self.again)),
            None => self.set_aside(json, RepairKind::BadValue),
        }
    }

    fn seen(&mut self, json: &Json) {
        let Json::List(list) = json else { return self.set_aside(json, RepairKind::BadValue) };
        let mut stamps = Vec::new();
        for (_, stamp) in list {
            match stamp.as_text().map(str::parse) {
                Some(Ok(stamp)) => stamps.push(stamp),
                _ => return self.set_aside(json, RepairKind::BadValue),
            }
        }
        for stamp in stamps {
            self.book.see(stamp);
        }
    }

    fn set_aside(&mut self, json: &Json, kind: RepairKind) {
        self.aside.push(Aside { at: self.path.clone(), text: json.to_compact() });
        if !self.again {
            self.repairs.push(Repair { at: self.path.clone(), kind });
        }
    }

    /// What an earlier reader set aside: this one may know better, and reads each piece as if it still stood
    /// where it stood.
    fn pieces(&mut self, json: &Json) {
        let Json::List(list) = json else { return self.set_aside(json, RepairKind::BadValue) };
        for (_, piece) in list {
            let Some(aside) = decode_aside(piece) else {
                self.set_aside(piece, RepairKind::BadValue);
                continue;
            };
            let ours = matches!(aside.at.first().map(String::as_str), Some("items" | "sessions" | "authors"));
            match read(&aside.text) {
                Ok(json) if ours => {
                    let path = std::mem::replace(&mut self.path, aside.at);
                    self.again = true;
                    self.part(&json);
                    self.again = false;
                    self.path = path;
                }
                _ => self.aside.push(aside),
            }
        }
    }

    /// Moves what was found into the book.
    fn join(&mut self) {
        let key = |at: usize| self.found.get(at).map(|(register, _)| register.field);
        for at in order(self.found.len(), &|one, other| key(one) < key(other)) {
            let Some((register, again)) = self.found.get(at) else { continue };
            let before = self.book.registers.last().filter(|last| last.field == register.field).cloned();
            let later = self.book.join(Arc::clone(register));
            // A damaged key may have become that of a neighbour. Of two writes in one place the later counts, and
            // the other one is kept where no later reader takes it for a write.
            let Some(before) = before.filter(|before| before != register && !again) else { continue };
            let (at, mut text) = (register.field.path(), String::new());
            let mut repeated = at.clone();
            repeated.insert(0, REPEATED.to_owned());
            if later { &before } else { register }.write(&mut text);
            self.aside.push(Aside { at: repeated, text });
            self.repairs.push(Repair { at, kind: RepairKind::Repeated });
        }
        for at in order(self.aside.len(), &|one, other| self.aside.get(one) < self.aside.get(other)) {
            if let Some(aside) = self.aside.get(at) {
                self.book.put_aside(aside);
            }
        }
    }
}

fn decode_aside(piece: &Json) -> Option<Aside> {
    let Json::List(list) = piece.part(2, "at")? else { return None };
    let mut at = Vec::new();
    for (_, key) in list {
        at.push(key.as_text()?.to_owned());
    }
    Some(Aside { at, text: piece.part(2, "text")?.as_text()?.to_owned() })
}
