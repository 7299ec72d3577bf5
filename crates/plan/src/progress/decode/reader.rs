//! From the tree of a file to a book, register by register.

use super::value::{decode_register, parse_key};
use super::{Repair, RepairKind};
use crate::progress::encode::encode_register;
use crate::progress::json::{Json, read};
use crate::progress::{Aside, EntryKey, Field, ProgressBook, Stamp};

/// The paths that were once set aside are at most this long; a longer one is not ours.
const PATH: usize = 8;

/// What the path of a write begins with that was set aside because another one stood in its place.
const REPEATED: &str = "repeated";

pub(super) struct Reader {
    book: ProgressBook,
    repairs: Vec<Repair>,
    /// Where the reader stands.
    path: Vec<String>,
    /// Whether it looks again at what was set aside, and reported, by an earlier reader.
    again: bool,
}

impl Reader {
    pub(super) fn new(plan: String) -> Reader {
        Reader { book: ProgressBook::new(plan), repairs: Vec::new(), path: Vec::new(), again: false }
    }

    pub(super) fn read(mut self, root: Json) -> (ProgressBook, Vec<Repair>) {
        self.each(root, Reader::group);
        (self.book, self.repairs)
    }

    /// Calls `part` for each field of an object, with the path leading to it; anything else is set aside.
    fn each(&mut self, json: Json, part: fn(&mut Reader, Json)) {
        let Json::Object(fields) = json else { return self.set_aside(json, RepairKind::BadValue) };
        for (key, value) in fields {
            self.path.push(key);
            part(self, value);
            self.path.pop();
        }
    }

    fn group(&mut self, json: Json) {
        match self.path.last().map(String::as_str) {
            // The head was read before.
            Some("format" | "version" | "plan" | "plan_title" | "saved_at" | "saved_by") if !self.again => {}
            Some("items" | "sessions" | "authors") => self.each(json, Reader::entry),
            Some("seen") if !self.again => self.seen(json),
            Some("aside") if !self.again => self.pieces(json),
            _ => self.set_aside(json, RepairKind::UnknownField),
        }
    }

    fn entry(&mut self, json: Json) {
        match parse_key(&self.path) {
            None => self.set_aside(json, RepairKind::BadKey),
            Some(EntryKey::Author(id)) => self.register(Field::Author(id), json),
            Some(_) => self.each(json, Reader::field),
        }
    }

    fn field(&mut self, json: Json) {
        let name = self.path.last().map(String::as_str);
        let field = match (parse_key(&self.path), name) {
            (Some(EntryKey::Item(_)), Some("notes")) => return self.each(json, Reader::note),
            (Some(EntryKey::Item(id)), Some("status")) => Field::Status(id),
            (Some(EntryKey::Item(id)), Some("date")) => Field::Date(id),
            (Some(EntryKey::Session(id)), Some("date")) => Field::SessionDate(id),
            (Some(EntryKey::Session(id)), Some("name")) => Field::SessionName(id),
            (Some(EntryKey::Session(id)), Some("place")) => Field::SessionPlace(id),
            (Some(EntryKey::Session(id)), Some("steps")) => Field::SessionSteps(id),
            _ => return self.set_aside(json, RepairKind::UnknownField),
        };
        self.register(field, json);
    }

    fn note(&mut self, json: Json) {
        let note = self.path.last().and_then(|key| key.parse().ok());
        match (parse_key(&self.path), note) {
            (Some(EntryKey::Item(id)), Some(note)) => self.register(Field::Note(id, note), json),
            _ => self.set_aside(json, RepairKind::BadKey),
        }
    }

    fn register(&mut self, field: Field, json: Json) {
        let Some(register) = decode_register(field, &json) else {
            return self.set_aside(json, RepairKind::BadValue);
        };
        let before = self.book.get(field);
        let later = self.book.join(field, register.value.clone(), register.stamp);
        // A damaged key may have become that of a neighbour. Of two writes in one place the later counts, and
        // the other one is kept where no later reader takes it for a write.
        if let Some(before) = before.filter(|before| *before != register && !self.again) {
            let lost = encode_register(if later { before } else { register });
            let at = self.path.clone();
            self.book.aside.insert(Aside {
                at: [vec![REPEATED.to_owned()], at.clone()].concat(),
                text: lost.to_compact(),
            });
            self.repairs.push(Repair { at, kind: RepairKind::Repeated });
        }
    }

    fn seen(&mut self, json: Json) {
        let Json::List(list) = &json else { return self.set_aside(json, RepairKind::BadValue) };
        let stamps = list.iter().map(|stamp| stamp.as_text()?.parse().ok()).collect::<Option<Vec<Stamp>>>();
        match stamps {
            Some(stamps) => stamps.into_iter().for_each(|stamp| self.book.see(stamp)),
            None => self.set_aside(json, RepairKind::BadValue),
        }
    }

    fn set_aside(&mut self, json: Json, kind: RepairKind) {
        self.book.aside.insert(Aside { at: self.path.clone(), text: json.to_compact() });
        if !self.again {
            self.repairs.push(Repair { at: self.path.clone(), kind });
        }
    }

    /// What an earlier reader set aside: this one may know better.
    fn pieces(&mut self, json: Json) {
        let Json::List(list) = json else { return self.set_aside(json, RepairKind::BadValue) };
        for piece in list {
            let Some(aside) = decode_aside(&piece) else {
                self.set_aside(piece, RepairKind::BadValue);
                continue;
            };
            let ours = matches!(aside.at.first().map(String::as_str), Some("items" | "sessions" | "authors"));
            match read(&aside.text) {
                Ok(json) if ours && aside.at.len() <= PATH => self.look_again(&aside.at, json),
                _ => {
                    self.book.aside.insert(aside);
                }
            }
        }
    }

    /// Reads a piece as if it still stood where it stood.
    fn look_again(&mut self, at: &[String], json: Json) {
        let nested = at.iter().rev().fold(json, |json, key| Json::Object(vec![(key.clone(), json)]));
        let path = std::mem::take(&mut self.path);
        self.again = true;
        self.each(nested, Reader::group);
        self.again = false;
        self.path = path;
    }
}

fn decode_aside(piece: &Json) -> Option<Aside> {
    let [at, text] = piece.clone().exactly(["at", "text"])?;
    let (Json::List(at), Json::Text(text)) = (at, text) else { return None };
    let at = at.iter().map(|key| key.as_text().map(str::to_owned)).collect::<Option<_>>()?;
    Some(Aside { at, text })
}
