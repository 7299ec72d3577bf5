//! Reading the values of registers; `None` for JSON of another shape.

use std::sync::Arc;

use chrono::NaiveDate;

use crate::encode::status_word;
use crate::json::Json;
use crate::{AgendaKey, AgendaOrder, Author, Field, Moved, RecordedStatus, Register, Step, Value};
use yaodian_plan::query::Status;
use yaodian_plan::{Month, UnitId};

pub(super) fn decode_register(field: Field, json: &Json) -> Option<Register> {
    let stamp = |json: &Json| json.as_text()?.parse().ok();
    let (count, origin) = match json.get("origin") {
        Some(origin) => (3, Some(stamp(origin)?)),
        None => (2, None),
    };
    Some(Register {
        field,
        value: Arc::new(decode_value(field, json.field_of(count, "value")?)?),
        stamp: stamp(json.field_of(count, "stamp")?)?,
        origin,
    })
}

fn decode_value(field: Field, json: &Json) -> Option<Value> {
    let value = match field {
        Field::Status(_) => decode_status(json)?,
        Field::Author(_) => decode_author(json)?,
        Field::SessionName(_) | Field::SessionPlace(_) => Value::Text(json.to_text()?),
        _ if json.is_null() => Value::blank(field),
        Field::Moved(_) => Value::Moved(Some(Moved {
            to: decode_month(json.field_of(2, "month")?)?,
            since: parse_day(json.field_of(2, "since")?.as_text()?)?,
        })),
        Field::SessionHour(_) => Value::Hour(Some(json.as_text()?.parse().ok()?)),
        Field::Date(_) | Field::SessionDate(_) => Value::Date(Some(parse_day(json.as_text()?)?)),
        Field::Note(..) => Value::Note(Some(json.to_text()?)),
        Field::AgendaEntry(..) => Value::Entry(Some(json.to_text()?)),
        Field::AgendaOrder(_) => Value::Order(Some(AgendaOrder {
            agenda: decode_keys(json.field_of(2, "agenda")?)?,
            apart: decode_keys(json.field_of(2, "apart")?)?,
        })),
        Field::SessionSteps(_) => {
            let Json::List(list) = json else { return None };
            let mut steps = Vec::new();
            for (_, step) in list {
                steps.push(decode_step(step)?);
            }
            Value::Steps(Some(steps))
        }
    };
    Some(value)
}

fn decode_status(json: &Json) -> Option<Value> {
    let (status, month) = (json.field_of(3, "status")?, json.field_of(3, "month")?);
    let reason = json.field_of(3, "reason")?.to_text()?;
    let status = match status.as_text() {
        Some("postponed") => Some(Status::Postponed(decode_month(month)?)),
        _ if !month.is_null() => return None,
        Some(word) => {
            let known = [Status::NotStarted, Status::Doing, Status::Done, Status::Cancelled];
            Some(known.into_iter().find(|status| status_word(*status) == word)?)
        }
        None if status.is_null() => None,
        None => return None,
    };
    Some(Value::Status(RecordedStatus { status, reason }))
}

fn decode_month(json: &Json) -> Option<Month> {
    Month::new(u8::try_from(json.as_whole()?).ok()?)
}

fn decode_step(json: &Json) -> Option<Step> {
    let done = match json.field_of(3, "done")? {
        Json::Plain("true") => true,
        Json::Plain("false") => false,
        _ => return None,
    };
    let offset_days = i32::try_from(json.field_of(3, "offset_days")?.as_whole()?).ok()?;
    Some(Step { name: json.field_of(3, "name")?.to_text()?, offset_days, done })
}

fn decode_keys(json: &Json) -> Option<Vec<AgendaKey>> {
    let Json::List(list) = json else { return None };
    let mut keys = Vec::new();
    for (_, key) in list {
        keys.push(key.as_text()?.parse().ok()?);
    }
    Some(keys)
}

fn decode_author(json: &Json) -> Option<Value> {
    let unit = json.field_of(2, "unit")?;
    let unit = if unit.is_null() { None } else { Some(UnitId(unit.to_text()?)) };
    Some(Value::Author(Author { name: json.field_of(2, "name")?.to_text()?, unit }))
}

/// `YYYY-MM-DD`. A year may have more digits or a minus, so that every date that was written can be read.
pub fn parse_day(text: &str) -> Option<NaiveDate> {
    let (rest, day) = split_number(text)?;
    let (year, month) = split_number(rest)?;
    NaiveDate::from_ymd_opt(year.parse().ok()?, month, day)
}

/// The number in the last two digits, and the text before the dash before them.
fn split_number(text: &str) -> Option<(&str, u32)> {
    let (rest, digits) = text.split_at_checked(text.len().checked_sub(3)?)?;
    Some((rest, digits.strip_prefix('-')?.parse().ok()?))
}
