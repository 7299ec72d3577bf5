//! What was assumed, and what could not be read: collected while reading, grouped by cause.

mod cause;
mod wording;

use std::collections::HashMap;
use std::fmt;

use serde::{Serialize, Serializer};
use yaodian_plan::ItemId;
use yaodian_plan::sort::sort_by;

pub use self::cause::{Cause, Severity};
pub use self::wording::Words;
use crate::document::{Document, Place};

/// A place in the document, and its number among all paragraphs and rows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Spot {
    pub place: Place,
    /// Which file, from 0.
    pub file: usize,
    /// From 1: the line of a text, or what would be the line if every paragraph and every row of a
    /// table were one.
    pub line: u32,
}

/// One remark about the document: a cause, and everywhere that it was found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Diagnostic {
    /// Why it is said.
    #[serde(serialize_with = "cause_code")]
    pub cause: Cause,
    /// How much it matters.
    pub severity: Severity,
    /// Where, in the order of the document. Never empty.
    pub found: Vec<Found>,
}

/// One place of a remark.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Found {
    /// The file, where there are several.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub file: Option<String>,
    /// Where in the document.
    #[serde(serialize_with = "in_words")]
    pub place: Place,
    /// Its number among all paragraphs and rows, from 1.
    pub line: u32,
    /// What stands there; may be empty.
    pub text: String,
    /// What was made of it, as a phrase of a sentence; may be empty.
    pub note: String,
    /// The item that it is about, if it is about one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub item: Option<ItemId>,
}

fn cause_code<S: Serializer>(cause: &Cause, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(&cause.code())
}

fn in_words<S: Serializer>(place: &Place, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_str(place)
}

/// How many places a message names; the rest are counted.
const NAMED: usize = 6;

impl Diagnostic {
    /// What is said about its cause, without the places.
    pub fn words(&self) -> Words {
        wording::of(self.cause)
    }

    /// What is said about it, without the severity: what was found and where, what was done, and what to do.
    pub fn message(&self) -> String {
        let words = wording::of(self.cause);
        let mut places: Vec<String> = self.found.iter().take(NAMED).map(Found::to_string).collect();
        places.retain(|place| !place.is_empty());
        let more = match self.found.len() {
            count if count > NAMED => format!("等 {count} 处"),
            _ => String::new(),
        };
        let places =
            if places.is_empty() { String::new() } else { format!("：{}{more}", places.join("、")) };
        let done = [words.done, words.remedy].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>();
        let done = if done.is_empty() { String::new() } else { format!("{}。", done.join("；")) };
        format!("{}{places}。{done}", words.what)
    }
}

impl fmt::Display for Diagnostic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "（{}）{}", self.severity, self.message())
    }
}

/// `第12行“春节前后”`, `第112行“视察活动”标明 5 项`.
impl fmt::Display for Found {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(file) = &self.file {
            write!(f, "{file} ")?;
        }
        if self.place != Place::Whole {
            write!(f, "{}", self.place)?;
        }
        if !self.text.is_empty() {
            write!(f, "“{}”", self.text)?;
        }
        f.write_str(&self.note)
    }
}

/// Remarks under construction.
#[derive(Default)]
pub struct Remarks {
    list: Vec<Diagnostic>,
    /// Positions in `list`.
    causes: HashMap<Cause, usize>,
    /// The names of the files, where there are several.
    files: Vec<String>,
}

impl Remarks {
    /// Remarks about these files; with one alone its name says nothing.
    pub fn about(files: &[(String, Document)]) -> Remarks {
        let names = files.iter().filter(|_| files.len() > 1).map(|(name, _)| name.clone());
        Remarks { files: names.collect(), ..Remarks::default() }
    }

    /// Says that something was found at a place: what stands there, and what was made of it.
    pub fn say(&mut self, cause: Cause, spot: &Spot, text: &str, note: &str) {
        self.add(cause, spot, text, note, None);
    }

    /// Says it about an item.
    pub fn say_of(&mut self, item: ItemId, cause: Cause, spot: &Spot, text: &str, note: &str) {
        self.add(cause, spot, text, note, Some(item));
    }

    fn add(&mut self, cause: Cause, spot: &Spot, text: &str, note: &str, item: Option<ItemId>) {
        let found = Found {
            file: self.files.get(spot.file).cloned(),
            place: spot.place.clone(),
            line: spot.line,
            text: super::text::excerpt(&super::text::unwrap_lines(text)),
            note: note.to_owned(),
            item,
        };
        let at = *self.causes.entry(cause).or_insert(self.list.len());
        match self.list.get_mut(at) {
            Some(diagnostic) => diagnostic.found.push(found),
            None => self.list.push(Diagnostic { cause, severity: cause.severity(), found: vec![found] }),
        }
    }

    /// What the reader of the format said of a file.
    pub fn of_format(&mut self, file: usize, document: &Document) {
        for remark in &document.remarks {
            let places = if remark.places.is_empty() { &[Place::Whole][..] } else { &remark.places };
            for (at, place) in places.iter().enumerate() {
                let text = remark.texts.get(at).map_or("", String::as_str);
                self.say(Cause::Format(remark.kind), &Spot { place: place.clone(), file, line: 0 }, text, "");
            }
        }
    }

    /// All remarks, in the order of the first place of each.
    pub fn finish(mut self) -> Vec<Diagnostic> {
        for diagnostic in &mut self.list {
            sort_by(&mut diagnostic.found, &|one, other| one.line < other.line);
        }
        let first = |diagnostic: &Diagnostic| diagnostic.found.first().map_or(0, |found| found.line);
        sort_by(&mut self.list, &|one, other| first(one) < first(other));
        self.list
    }
}
