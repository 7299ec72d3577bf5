//! What is recorded about one session.

use std::sync::Arc;

use chrono::NaiveDate;

use super::{AgendaOrder, Field, Hour, NoteId, Register, Step, Value, default_steps};

/// Everything recorded about one session.
#[derive(Clone, Copy, Debug)]
pub struct SessionProgress<'a> {
    pub(super) registers: &'a [Arc<Register>],
}

impl<'a> SessionProgress<'a> {
    /// The day, if it is set.
    pub fn date(self) -> Option<NaiveDate> {
        self.registers.iter().find_map(|register| match *register.value {
            Value::Date(date) => date,
            _ => None,
        })
    }

    /// When it begins, if that is set.
    pub fn hour(self) -> Option<Hour> {
        self.registers.iter().find_map(|register| match *register.value {
            Value::Hour(hour) => hour,
            _ => None,
        })
    }

    /// Whether anything is arranged for it.
    pub fn is_arranged(self) -> bool {
        self.registers.iter().any(|register| *register.value != Value::blank(register.field))
    }

    /// The name, e.g. 区十七届人大常委会第十二次会议; may be empty.
    pub fn name(self) -> &'a str {
        self.text(|field| matches!(field, Field::SessionName(_)))
    }

    /// Where it is held; may be empty.
    pub fn place(self) -> &'a str {
        self.text(|field| matches!(field, Field::SessionPlace(_)))
    }

    /// The steps that the user set, or the usual ones.
    pub fn steps(self) -> Vec<Step> {
        self.own_steps().map_or_else(default_steps, <[Step]>::to_vec)
    }

    /// Whether the user set the steps; if not, the screen says that the usual ones are a suggestion.
    pub fn has_own_steps(self) -> bool {
        self.own_steps().is_some()
    }

    fn own_steps(self) -> Option<&'a [Step]> {
        self.registers.iter().find_map(|register| match &*register.value {
            Value::Steps(steps) => steps.as_deref(),
            _ => None,
        })
    }

    /// What was added to its agenda and not taken off, in the order in which it was added.
    pub fn own_entries(self) -> impl Iterator<Item = (NoteId, &'a str)> {
        self.registers.iter().filter_map(|register| match (register.field, &*register.value) {
            (Field::AgendaEntry(_, id), Value::Entry(Some(text))) => Some((id, text.as_str())),
            _ => None,
        })
    }

    /// The order of its agenda, if the user set one.
    pub fn order(self) -> Option<&'a AgendaOrder> {
        self.registers.iter().find_map(|register| match &*register.value {
            Value::Order(order) => order.as_ref(),
            _ => None,
        })
    }

    /// The text of the register whose field meets a condition.
    fn text(self, condition: fn(Field) -> bool) -> &'a str {
        let register = self.registers.iter().find(|register| condition(register.field));
        match register.map(|register| &*register.value) {
            Some(Value::Text(text)) => text,
            _ => "",
        }
    }
}
