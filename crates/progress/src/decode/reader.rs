//! From the tree of a file to a book, register by register.

use std::sync::Arc;

use super::value::decode_register;
use super::{Repair, RepairKind};
use crate::json::{Json, read};
use crate::path::entry_at;
use crate::{Aside, EntryKey, Field, ProgressBook, Register};
use yaodian_plan::sort::sorted_positions;

/// What the path of a write begins with that was set aside because another one stood in its place.
const REPEATED: &str = "repeated";

/// What holds registers.
const GROUPS: [&str; 3] = ["items", "sessions", "authors"];

/// What was read before the registers.
const HEAD: [&str; 6] = ["format", "version", "plan", "plan_title", "saved_at", "saved_by"];

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
        self.read_part(root, Reader::each);
        self.join();
        (self.book, self.repairs)
    }

    /// Sets aside what a part of the reader refuses.
    fn read_part(&mut self, json: &Json, part: fn(&mut Reader, &Json) -> Result<(), RepairKind>) {
        if let Err(kind) = part(self, json) {
            self.set_aside(json, kind);
        }
    }

    /// Reads each field of an object.
    fn each(&mut self, json: &Json) -> Result<(), RepairKind> {
        let Json::Object(fields) = json else { return Err(RepairKind::BadValue) };
        for (key, value) in fields {
            self.path.push(key.clone());
            self.read_part(value, Reader::part);
            self.path.pop();
        }
        Ok(())
    }

    /// Reads what stands at the path.
    fn part(&mut self, json: &Json) -> Result<(), RepairKind> {
        let field = match (&*self.path, entry_at(&self.path)) {
            ([group], _) => return self.group(&group.clone(), json),
            ([_, _], None) => return Err(RepairKind::BadKey),
            ([_, _], Some(EntryKey::Author(id))) => Field::Author(id),
            ([_, _], Some(_)) => return self.each(json),
            ([_, _, notes, rest @ ..], Some(EntryKey::Item(id))) if notes == "notes" => match rest {
                [] => return self.each(json),
                [note] => Field::Note(id, note.parse().map_err(|()| RepairKind::BadKey)?),
                _ => return Err(RepairKind::UnknownField),
            },
            ([_, _, name], Some(entry)) => Field::named(entry, name).ok_or(RepairKind::UnknownField)?,
            _ => return Err(RepairKind::UnknownField),
        };
        let register = decode_register(field, json).ok_or(RepairKind::BadValue)?;
        self.found.push((Arc::new(register), self.again));
        Ok(())
    }

    fn group(&mut self, name: &str, json: &Json) -> Result<(), RepairKind> {
        match name {
            _ if GROUPS.contains(&name) => self.each(json),
            _ if self.again => Err(RepairKind::UnknownField),
            _ if HEAD.contains(&name) => Ok(()),
            "seen" => self.seen(json).ok_or(RepairKind::BadValue),
            "aside" => self.pieces(json),
            _ => Err(RepairKind::UnknownField),
        }
    }

    fn seen(&mut self, json: &Json) -> Option<()> {
        let Json::List(list) = json else { return None };
        let mut stamps = Vec::new();
        for (_, stamp) in list {
            stamps.push(stamp.as_text()?.parse().ok()?);
        }
        for stamp in stamps {
            self.book.see(stamp);
        }
        Some(())
    }

    fn set_aside(&mut self, json: &Json, kind: RepairKind) {
        self.aside.push(Aside { at: self.path.clone(), text: json.to_compact() });
        if !self.again {
            self.repairs.push(Repair { at: self.path.clone(), kind });
        }
    }

    /// What an earlier reader set aside: this one may know better, and reads each piece as if it still stood
    /// where it stood.
    fn pieces(&mut self, json: &Json) -> Result<(), RepairKind> {
        let Json::List(list) = json else { return Err(RepairKind::BadValue) };
        for (_, piece) in list {
            let Some(aside) = decode_aside(piece) else {
                self.set_aside(piece, RepairKind::BadValue);
                continue;
            };
            let ours = aside.at.first().is_some_and(|group| GROUPS.contains(&group.as_str()));
            match read(&aside.text) {
                Ok(json) if ours => {
                    let path = std::mem::replace(&mut self.path, aside.at);
                    self.again = true;
                    self.read_part(&json, Reader::part);
                    self.again = false;
                    self.path = path;
                }
                _ => self.aside.push(aside),
            }
        }
        Ok(())
    }

    /// Moves what was found into the book.
    fn join(&mut self) {
        let key = |at: usize| self.found.get(at).map(|(register, _)| register.field);
        for at in sorted_positions(self.found.len(), &|one, other| key(one) < key(other)) {
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
        for at in
            sorted_positions(self.aside.len(), &|one, other| self.aside.get(one) < self.aside.get(other))
        {
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
        at.push(key.to_text()?);
    }
    Some(Aside { at, text: piece.part(2, "text")?.to_text()? })
}
