//! Writing a book as a file, or as one entry of a storage; both have the same format.

use chrono::{Datelike, NaiveDate};

use super::json::Json;
use super::{AuthorId, EntryKey, Field, ProgressBook, Recorded, Register, Step, VERSION, Value};
use crate::query::Status;

/// What names a file as ours.
pub(super) const FORMAT: &str = "yaodian-progress";

/// What a file says about itself beside the book.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FileHead {
    /// The plan's title, for a reader who has another plan at hand.
    pub plan_title: String,
    /// When it was saved, in milliseconds since 1970 in UTC.
    pub saved_at: Option<i64>,
    /// Who saved it.
    pub saved_by: Option<AuthorId>,
}

/// The whole book as a file that people can read too.
pub fn encode(book: &ProgressBook, head: &FileHead) -> String {
    let mut fields = vec![("plan_title", Json::text(&head.plan_title))];
    fields.extend(head.saved_at.map(|at| ("saved_at", Json::Number(at.into()))));
    fields.extend(head.saved_by.map(|by| ("saved_by", Json::text(by))));
    root(book, fields).to_pretty()
}

/// One entry as a small file of its own, to be stored under its key. [`decode`](super::decode()) reads it as it
/// reads any file, and the books of all entries merge into the whole book.
pub fn encode_entry(book: &ProgressBook, key: EntryKey) -> String {
    root(&book.only(key), Vec::new()).to_compact()
}

fn root(book: &ProgressBook, head: Vec<(&str, Json)>) -> Json {
    let mut tree = vec![
        ("format".to_owned(), Json::text(FORMAT)),
        ("version".to_owned(), Json::Number(VERSION.into())),
        ("plan".to_owned(), Json::text(&book.plan)),
    ];
    tree.extend(head.into_iter().map(|(key, value)| (key.to_owned(), value)));
    for field in book.fields() {
        if let Some(register) = book.get(field) {
            put(&mut tree, &path(field), encode_register(register));
        }
    }
    if !book.seen.is_empty() {
        tree.push(("seen".to_owned(), Json::List(book.seen.values().map(Json::text).collect())));
    }
    if !book.aside.is_empty() {
        let piece = |aside: &super::Aside| {
            let at = aside.at.iter().map(Json::text).collect();
            Json::object([("at", Json::List(at)), ("text", Json::text(&aside.text))])
        };
        tree.push(("aside".to_owned(), Json::List(book.aside.iter().map(piece).collect())));
    }
    Json::Object(tree)
}

/// Puts a value where its path says. Registers come in order, so a container is always the last one.
fn put(fields: &mut Vec<(String, Json)>, path: &[String], value: Json) {
    match path {
        [] => {}
        [key] => fields.push((key.clone(), value)),
        [key, rest @ ..] => {
            if fields.last().is_none_or(|(last, _)| last != key) {
                fields.push((key.clone(), Json::Object(Vec::new())));
            }
            if let Some((_, Json::Object(inner))) = fields.last_mut() {
                put(inner, rest, value);
            }
        }
    }
}

/// Where a register stands in the file.
fn path(field: Field) -> Vec<String> {
    let (group, id, name) = match field {
        Field::Status(id) => ("items", id.to_string(), "status"),
        Field::Date(id) => ("items", id.to_string(), "date"),
        Field::Note(id, note) => {
            return vec!["items".to_owned(), id.to_string(), "notes".to_owned(), note.to_string()];
        }
        Field::SessionDate(id) => ("sessions", id.to_string(), "date"),
        Field::SessionName(id) => ("sessions", id.to_string(), "name"),
        Field::SessionPlace(id) => ("sessions", id.to_string(), "place"),
        Field::SessionSteps(id) => ("sessions", id.to_string(), "steps"),
        Field::Author(id) => return vec!["authors".to_owned(), id.to_string()],
    };
    vec![group.to_owned(), id, name.to_owned()]
}

pub(super) fn encode_register(register: Register<Value>) -> Json {
    Json::object([("value", encode_value(register.value)), ("stamp", Json::text(register.stamp))])
}

fn encode_value(value: Value) -> Json {
    match value {
        Value::Status(recorded) => encode_status(recorded),
        Value::Date(date) => date.map_or(Json::Null, |date| Json::Text(encode_date(date))),
        Value::Note(text) => text.map_or(Json::Null, Json::Text),
        Value::Text(text) => Json::Text(text),
        Value::Steps(steps) => {
            steps.map_or(Json::Null, |steps| Json::List(steps.into_iter().map(encode_step).collect()))
        }
        Value::Author(author) => Json::object([
            ("name", Json::Text(author.name)),
            ("unit", author.unit.map_or(Json::Null, |unit| Json::Text(unit.0))),
        ]),
    }
}

fn encode_status(recorded: Recorded) -> Json {
    let mut month = Json::Null;
    let status = match recorded.status {
        None => Json::Null,
        Some(Status::NotStarted) => Json::text("not_started"),
        Some(Status::Doing) => Json::text("doing"),
        Some(Status::Done) => Json::text("done"),
        Some(Status::Cancelled) => Json::text("cancelled"),
        Some(Status::Postponed(to)) => {
            month = Json::Number(to.number().into());
            Json::text("postponed")
        }
    };
    Json::object([("status", status), ("month", month), ("reason", Json::Text(recorded.reason))])
}

fn encode_step(step: Step) -> Json {
    Json::object([
        ("name", Json::Text(step.name)),
        ("offset_days", Json::Number(step.offset_days.into())),
        ("done", Json::Bool(step.done)),
    ])
}

/// `YYYY-MM-DD`. Written by hand because chrono's formatting would weigh more than the whole module.
fn encode_date(date: NaiveDate) -> String {
    format!("{:04}-{:02}-{:02}", date.year(), date.month(), date.day())
}
