//! 会次: one meeting of one kind in one month, and how it is prepared.

use std::fmt;
use std::str::FromStr;
use std::sync::Arc;

use chrono::{Datelike, NaiveDate};

use super::{Field, Hour, Register, Value};
use yaodian_plan::query::Timing;
use yaodian_plan::{Item, Meeting, Month};

/// One meeting of one kind in one month of the plan's year. Written `standing_committee-7` or `chairpersons-7`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SessionId {
    /// The kind of meeting.
    pub meeting: Meeting,
    /// The month.
    pub month: Month,
}

impl SessionId {
    /// Every meeting that there may be in a year, in the order of time.
    pub fn all() -> impl Iterator<Item = SessionId> {
        let kinds = [Meeting::StandingCommittee, Meeting::Chairpersons];
        Month::all().flat_map(move |month| kinds.map(|meeting| SessionId { meeting, month }))
    }

    /// The meeting of a kind that an item goes to: that of the month in which its result is due.
    pub fn of(item: &Item, timing: Timing, meeting: Meeting) -> Option<SessionId> {
        let month = timing.due()?;
        item.meetings.contains(&meeting).then_some(SessionId { meeting, month })
    }
}

impl fmt::Display for SessionId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let meeting = match self.meeting {
            Meeting::StandingCommittee => "standing_committee",
            Meeting::Chairpersons => "chairpersons",
        };
        write!(f, "{meeting}-{}", self.month)
    }
}

impl FromStr for SessionId {
    type Err = ();

    fn from_str(text: &str) -> Result<SessionId, ()> {
        let (meeting, month) = text.split_once('-').ok_or(())?;
        let meeting = match meeting {
            "standing_committee" => Meeting::StandingCommittee,
            "chairpersons" => Meeting::Chairpersons,
            _ => return Err(()),
        };
        let month = month.parse().ok().and_then(Month::new).ok_or(())?;
        Ok(SessionId { meeting, month })
    }
}

/// What the office arranged for a meeting.
#[derive(Clone, Copy, Debug)]
pub struct SessionProgress<'a> {
    pub(super) registers: &'a [Arc<Register>],
}

impl<'a> SessionProgress<'a> {
    /// The day, where it is set.
    pub fn date(self) -> Option<NaiveDate> {
        self.registers.iter().find_map(|register| match *register.value {
            Value::Date(date) => date,
            _ => None,
        })
    }

    /// When it begins, where it is set.
    pub fn hour(self) -> Option<Hour> {
        self.registers.iter().find_map(|register| match *register.value {
            Value::Hour(hour) => hour,
            _ => None,
        })
    }

    /// Whether anything was arranged.
    pub fn is_arranged(self) -> bool {
        self.registers.iter().any(|register| *register.value != Value::blank(register.field))
    }

    /// The name, e.g. 区十七届人大常委会第十二次会议; empty where there is none.
    pub fn name(self) -> &'a str {
        self.text(|field| matches!(field, Field::SessionName(_)))
    }

    /// Where it is held; empty where nobody said.
    pub fn place(self) -> &'a str {
        self.text(|field| matches!(field, Field::SessionPlace(_)))
    }

    /// The steps that the user set, or the usual ones.
    pub fn steps(self) -> Vec<Step> {
        self.own_steps().map_or_else(default_steps, <[Step]>::to_vec)
    }

    /// Whether the user set the steps; where not, the screen says that the usual ones are a suggestion.
    pub fn has_own_steps(self) -> bool {
        self.own_steps().is_some()
    }

    fn own_steps(self) -> Option<&'a [Step]> {
        self.registers.iter().find_map(|register| match &*register.value {
            Value::Steps(steps) => steps.as_deref(),
            _ => None,
        })
    }

    fn text(self, wanted: fn(Field) -> bool) -> &'a str {
        let register = self.registers.iter().find(|register| wanted(register.field));
        match register.map(|register| &*register.value) {
            Some(Value::Text(text)) => text,
            _ => "",
        }
    }
}

/// A step before or after a meeting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// What is to be done.
    pub name: String,
    /// Days from the meeting, negative before it.
    pub offset_days: i32,
    /// Whether it was done.
    pub done: bool,
}

impl Step {
    /// The day on which it is due, once the meeting has one.
    pub fn due(&self, meeting: NaiveDate) -> Option<NaiveDate> {
        meeting.checked_add_signed(chrono::TimeDelta::try_days(i64::from(self.offset_days))?)
    }
}

/// The usual steps. No rule prescribes these days: they are a suggestion, the user's to set.
pub fn default_steps() -> Vec<Step> {
    let step = |(name, offset_days): (&str, i32)| Step { name: name.to_owned(), offset_days, done: false };
    [("材料征集", -30), ("初稿", -20), ("定稿", -10), ("印发", -5), ("审议意见交办", 7), ("反馈", 60)]
        .map(step)
        .into()
}

/// Days from today to a day; negative once it is over.
pub fn days_to_go(date: NaiveDate, today: NaiveDate) -> i64 {
    date.signed_duration_since(today).num_days()
}

/// Whether something due on a day is overdue today. Nothing of a year that is over is: nobody keeps its list any more.
pub fn overdue(due: NaiveDate, today: NaiveDate, year: i32) -> bool {
    due < today && (today.year() <= year || due.year() > year)
}
