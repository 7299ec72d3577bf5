//! From the JSON of a file to a book, register by register.

use std::sync::Arc;

use super::repair::{Repair, RepairKind};
use super::value::decode_register;
use crate::json::{Json, read};
use crate::path::entry_at;
use crate::{Aside, EntryKey, Field, ProgressBook, Register};
use yaodian_plan::sort::sorted_positions;

/// The first key of the path of a write that was set aside because another write of the same register was later.
const REPEATED: &str = "repeated";

/// The fields of a file that hold registers.
const GROUPS: [&str; 3] = ["items", "sessions", "authors"];

/// The fields that were read before.
const HEAD: [&str; 7] = ["format", "version", "plan", "plan_title", "saved_at", "saved_by", "plan_data"];

pub(super) struct Reader {
    book: ProgressBook,
    repairs: Vec<Repair>,
    /// The path to the value that is being read.
    path: Vec<String>,
    /// Whether a piece is being read that an earlier reader set aside and reported.
    again: bool,
    /// The registers in the order of the file, and whether they were set aside before. They are sorted before they are
    /// merged, so that reading is fast whatever the order of the file.
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
        self.read_or_set_aside(root, Reader::read_fields);
        self.merge_found();
        (self.book, self.repairs)
    }

    /// Reads a value by one of the methods below, and sets it aside if that refuses it.
    fn read_or_set_aside(&mut self, json: &Json, read: fn(&mut Reader, &Json) -> Result<(), RepairKind>) {
        if let Err(kind) = read(self, json) {
            self.set_aside(json, kind);
        }
    }

    /// Reads each field of an object.
    fn read_fields(&mut self, json: &Json) -> Result<(), RepairKind> {
        let Json::Object(fields) = json else { return Err(RepairKind::BadValue) };
        for (key, value) in fields {
            self.path.push(key.clone());
            self.read_or_set_aside(value, Reader::read_value);
            self.path.pop();
        }
        Ok(())
    }

    /// Reads the value at the path.
    fn read_value(&mut self, json: &Json) -> Result<(), RepairKind> {
        let field = match (&*self.path, entry_at(&self.path)) {
            ([name], _) => return self.read_top_level(&name.clone(), json),
            ([_, _], None) => return Err(RepairKind::BadKey),
            ([_, _], Some(EntryKey::Author(id))) => Field::Author(id),
            ([_, _], Some(_)) => return self.read_fields(json),
            ([_, _, notes, rest @ ..], Some(EntryKey::Item(id))) if notes == "notes" => match rest {
                [] => return self.read_fields(json),
                [note] => Field::Note(id, note.parse().map_err(|()| RepairKind::BadKey)?),
                _ => return Err(RepairKind::UnknownField),
            },
            ([_, _, agenda, rest @ ..], Some(EntryKey::Session(id))) if agenda == "agenda" => match rest {
                [] => return self.read_fields(json),
                [entry] => Field::AgendaEntry(id, entry.parse().map_err(|()| RepairKind::BadKey)?),
                _ => return Err(RepairKind::UnknownField),
            },
            ([_, _, name], Some(entry)) => Field::named(entry, name).ok_or(RepairKind::UnknownField)?,
            _ => return Err(RepairKind::UnknownField),
        };
        let register = decode_register(field, json).ok_or(RepairKind::BadValue)?;
        self.found.push((Arc::new(register), self.again));
        Ok(())
    }

    /// Reads a field of the file itself.
    fn read_top_level(&mut self, name: &str, json: &Json) -> Result<(), RepairKind> {
        match name {
            _ if GROUPS.contains(&name) => self.read_fields(json),
            _ if self.again => Err(RepairKind::UnknownField),
            _ if HEAD.contains(&name) => Ok(()),
            "seen" => self.read_seen(json).ok_or(RepairKind::BadValue),
            "aside" => self.read_aside(json),
            _ => Err(RepairKind::UnknownField),
        }
    }

    fn read_seen(&mut self, json: &Json) -> Option<()> {
        let Json::List(list) = json else { return None };
        let mut stamps = Vec::new();
        for (_, stamp) in list {
            stamps.push(stamp.as_text()?.parse().ok()?);
        }
        for stamp in stamps {
            self.book.mark_seen(stamp);
        }
        Some(())
    }

    fn set_aside(&mut self, json: &Json, kind: RepairKind) {
        self.aside.push(Aside { at: self.path.clone(), text: json.to_compact() });
        if !self.again {
            self.repairs.push(Repair { at: self.path.clone(), kind });
        }
    }

    /// Reads what an earlier reader set aside: each piece as if it still stood in its place, because this version may be
    /// able to read it.
    fn read_aside(&mut self, json: &Json) -> Result<(), RepairKind> {
        let Json::List(list) = json else { return Err(RepairKind::BadValue) };
        for (_, piece) in list {
            let Some(aside) = decode_aside(piece) else {
                self.set_aside(piece, RepairKind::BadValue);
                continue;
            };
            let in_group = aside.at.first().is_some_and(|group| GROUPS.contains(&group.as_str()));
            match read(&aside.text) {
                Ok(json) if in_group => {
                    let path = std::mem::replace(&mut self.path, aside.at);
                    self.again = true;
                    self.read_or_set_aside(&json, Reader::read_value);
                    self.again = false;
                    self.path = path;
                }
                _ => self.aside.push(aside),
            }
        }
        Ok(())
    }

    /// Merges what was found into the book.
    fn merge_found(&mut self) {
        let field = |at: usize| self.found.get(at).map(|(register, _)| register.field);
        for at in sorted_positions(self.found.len(), &|one, other| field(one) < field(other)) {
            let Some((register, again)) = self.found.get(at) else { continue };
            let before = self.book.registers.last().filter(|last| last.field == register.field).cloned();
            let later = self.book.merge_register(Arc::clone(register));
            // A damaged key may have become that of a neighbour. Of two writes of one register the later counts, and
            // the other one is kept under a path that no later reader takes for a write.
            let Some(before) = before.filter(|before| before != register && !again) else { continue };
            let (at, mut text) = (register.field.path(), String::new());
            let mut repeated = at.clone();
            repeated.insert(0, REPEATED.to_owned());
            if later { &before } else { register }.write(&mut text);
            self.aside.push(Aside { at: repeated, text });
            self.repairs.push(Repair { at, kind: RepairKind::Repeated });
        }
        let piece = |at: usize| self.aside.get(at);
        for at in sorted_positions(self.aside.len(), &|one, other| piece(one) < piece(other)) {
            if let Some(aside) = piece(at) {
                self.book.add_aside(aside);
            }
        }
    }
}

fn decode_aside(piece: &Json) -> Option<Aside> {
    let Json::List(list) = piece.field_of(2, "at")? else { return None };
    let mut at = Vec::new();
    for (_, key) in list {
        at.push(key.to_text()?);
    }
    Some(Aside { at, text: piece.field_of(2, "text")?.to_text()? })
}
