//! From JSON to the keys and values of registers; `None` where something else stands there.

use chrono::NaiveDate;

use crate::progress::json::Json;
use crate::progress::{Author, AuthorId, EntryKey, Field, Recorded, Register, Step, Value};
use crate::query::Status;
use crate::{Month, UnitId};

/// The entry that a path leads to or into.
pub(super) fn parse_key(path: &[String]) -> Option<EntryKey> {
    let [group, id, ..] = path else { return None };
    match group.as_str() {
        "items" => id.parse().ok().map(EntryKey::Item),
        "sessions" => id.parse().ok().map(EntryKey::Session),
        "authors" => AuthorId::new(id).map(EntryKey::Author),
        _ => None,
    }
}

pub(super) fn decode_register(field: Field, json: &Json) -> Option<Register<Value>> {
    let [value, stamp] = json.clone().exactly(["value", "stamp"])?;
    Some(Register { value: decode_value(field, value)?, stamp: stamp.as_text()?.parse().ok()? })
}

fn decode_value(field: Field, json: Json) -> Option<Value> {
    let value = match (field, json) {
        (Field::Status(_), json) => Value::Status(decode_status(json)?),
        (Field::Date(_) | Field::SessionDate(_), Json::Null) => Value::Date(None),
        (Field::Date(_) | Field::SessionDate(_), json) => Value::Date(Some(decode_date(json.as_text()?)?)),
        (Field::Note(..), Json::Null) => Value::Note(None),
        (Field::Note(..), Json::Text(text)) => Value::Note(Some(text)),
        (Field::SessionName(_) | Field::SessionPlace(_), Json::Text(text)) => Value::Text(text),
        (Field::SessionSteps(_), Json::Null) => Value::Steps(None),
        (Field::SessionSteps(_), Json::List(steps)) => {
            Value::Steps(Some(steps.into_iter().map(decode_step).collect::<Option<_>>()?))
        }
        (Field::Author(_), json) => Value::Author(decode_author(json)?),
        _ => return None,
    };
    Some(value)
}

fn decode_status(json: Json) -> Option<Recorded> {
    let [status, month, reason] = json.exactly(["status", "month", "reason"])?;
    let Json::Text(reason) = reason else { return None };
    let status = match (status.as_text(), month) {
        (Some("postponed"), month) => {
            Some(Status::Postponed(Month::new(u8::try_from(month.as_whole()?).ok()?)?))
        }
        (None, Json::Null) if status == Json::Null => None,
        (Some("not_started"), Json::Null) => Some(Status::NotStarted),
        (Some("doing"), Json::Null) => Some(Status::Doing),
        (Some("done"), Json::Null) => Some(Status::Done),
        (Some("cancelled"), Json::Null) => Some(Status::Cancelled),
        _ => return None,
    };
    Some(Recorded { status, reason })
}

fn decode_step(json: Json) -> Option<Step> {
    let [name, offset, done] = json.exactly(["name", "offset_days", "done"])?;
    let (Json::Text(name), Json::Bool(done)) = (name, done) else { return None };
    Some(Step { name, offset_days: i32::try_from(offset.as_whole()?).ok()?, done })
}

fn decode_author(json: Json) -> Option<Author> {
    let [name, unit] = json.exactly(["name", "unit"])?;
    let Json::Text(name) = name else { return None };
    let unit = match unit {
        Json::Null => None,
        Json::Text(unit) => Some(UnitId(unit)),
        _ => return None,
    };
    Some(Author { name, unit })
}

/// `YYYY-MM-DD`. A year may have more digits or a minus, so that every date that was written can be read.
fn decode_date(text: &str) -> Option<NaiveDate> {
    let (rest, day) = text.rsplit_once('-')?;
    let (year, month) = rest.rsplit_once('-')?;
    NaiveDate::from_ymd_opt(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
}
