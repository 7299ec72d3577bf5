//! Registers, values and unreadable pieces as JSON, each on one line; and the order of values, which is that of their
//! texts.

use std::cmp::Ordering;
use std::fmt::Write;

use chrono::{Datelike, NaiveDate};

use crate::json::quote;
use crate::{AgendaKey, Aside, Register, Value};
use yaodian_plan::query::Status;

impl Register {
    /// Appends the register's JSON.
    pub(crate) fn write(&self, out: &mut String) {
        out.push_str("{\"value\": ");
        self.value.write(out);
        out.push_str(", \"stamp\": ");
        quote(out, &self.stamp.to_string());
        if let Some(origin) = self.origin {
            out.push_str(", \"origin\": ");
            quote(out, &origin.to_string());
        }
        out.push('}');
    }
}

impl Aside {
    pub(crate) fn write(&self, out: &mut String) {
        out.push_str("{\"at\": [");
        for (at, key) in self.at.iter().enumerate() {
            if at > 0 {
                out.push_str(", ");
            }
            quote(out, key);
        }
        out.push_str("], \"text\": ");
        quote(out, &self.text);
        out.push('}');
    }
}

impl Value {
    /// The value's JSON.
    fn to_json(&self) -> String {
        let mut out = String::new();
        self.write(&mut out);
        out
    }

    fn write(&self, out: &mut String) {
        match self {
            Value::Status(recorded) => {
                out.push_str("{\"status\": ");
                text_or_null(out, recorded.status.map(status_word));
                out.push_str(", \"month\": ");
                match recorded.status {
                    Some(Status::Postponed(month)) => out.push_str(&month.to_string()),
                    _ => out.push_str("null"),
                }
                out.push_str(", \"reason\": ");
                quote(out, &recorded.reason);
                out.push('}');
            }
            Value::Date(Some(date)) => day(out, *date),
            Value::Moved(Some(moved)) => {
                out.push_str("{\"month\": ");
                out.push_str(&moved.to.to_string());
                out.push_str(", \"since\": ");
                day(out, moved.since);
                out.push('}');
            }
            Value::Hour(Some(hour)) => quote(out, &hour.to_string()),
            Value::Moved(None)
            | Value::Date(None)
            | Value::Hour(None)
            | Value::Steps(None)
            | Value::Order(None) => {
                out.push_str("null");
            }
            Value::Note(text) | Value::Entry(text) => text_or_null(out, text.as_deref()),
            Value::Order(Some(order)) => {
                out.push_str("{\"agenda\": ");
                keys(out, &order.agenda);
                out.push_str(", \"apart\": ");
                keys(out, &order.apart);
                out.push('}');
            }
            Value::Text(text) => quote(out, text),
            Value::Steps(Some(steps)) => {
                out.push('[');
                for (at, step) in steps.iter().enumerate() {
                    out.push_str(if at > 0 { ", {\"name\": " } else { "{\"name\": " });
                    quote(out, &step.name);
                    out.push_str(", \"offset_days\": ");
                    out.push_str(&step.offset_days.to_string());
                    out.push_str(if step.done { ", \"done\": true}" } else { ", \"done\": false}" });
                }
                out.push(']');
            }
            Value::Author(author) => {
                out.push_str("{\"name\": ");
                quote(out, &author.name);
                out.push_str(", \"unit\": ");
                text_or_null(out, author.unit.as_ref().map(|unit| unit.0.as_str()));
                out.push('}');
            }
        }
    }
}

impl Ord for Value {
    fn cmp(&self, other: &Value) -> Ordering {
        self.to_json().cmp(&other.to_json())
    }
}

impl PartialOrd for Value {
    fn partial_cmp(&self, other: &Value) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Value {
    fn eq(&self, other: &Value) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Value {}

/// By hand because chrono's formatting would weigh more than all of this.
fn day(out: &mut String, date: NaiveDate) {
    // Writing into a string cannot fail.
    let _ = write!(out, "\"{:04}-{:02}-{:02}\"", date.year(), date.month(), date.day());
}

fn keys(out: &mut String, keys: &[AgendaKey]) {
    out.push('[');
    for (at, key) in keys.iter().enumerate() {
        if at > 0 {
            out.push_str(", ");
        }
        quote(out, &key.to_string());
    }
    out.push(']');
}

fn text_or_null(out: &mut String, text: Option<&str>) {
    match text {
        Some(text) => quote(out, text),
        None => out.push_str("null"),
    }
}

/// A status as the file names it; the month of a postponement is a field of its own.
pub(crate) fn status_word(status: Status) -> &'static str {
    match status {
        Status::NotStarted => "not_started",
        Status::Doing => "doing",
        Status::Done => "done",
        Status::Postponed(_) => "postponed",
        Status::Cancelled => "cancelled",
    }
}
