//! 会次: one meeting of one kind in one month, and how it is prepared.

use std::fmt;
use std::str::FromStr;

use chrono::NaiveDate;

use super::Register;
use crate::{Meeting, Month};

/// One meeting of one kind in one month of the plan's year. Written `standing_committee-7` or `chairpersons-7`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SessionId {
    /// The kind of meeting.
    pub meeting: Meeting,
    /// The month.
    pub month: Month,
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
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SessionProgress {
    /// The day; `None` inside is a day that was taken back.
    pub date: Option<Register<Option<NaiveDate>>>,
    /// E.g. 区十七届人大常委会第十二次会议; empty where it was taken back.
    pub name: Option<Register<String>>,
    /// Where it is held; empty where it was taken back.
    pub place: Option<Register<String>>,
    /// The steps of its preparation; `None` inside: the usual ones.
    pub steps: Option<Register<Option<Vec<Step>>>>,
}

impl SessionProgress {
    /// The day, where it is set.
    pub fn date(&self) -> Option<NaiveDate> {
        self.date.as_ref().and_then(|register| register.value)
    }

    /// The name, or nothing.
    pub fn name(&self) -> &str {
        self.name.as_ref().map_or("", |register| &register.value)
    }

    /// The place, or nothing.
    pub fn place(&self) -> &str {
        self.place.as_ref().map_or("", |register| &register.value)
    }

    /// The steps that the user set, or the usual ones.
    pub fn steps(&self) -> Vec<Step> {
        let own = self.steps.as_ref().and_then(|register| register.value.clone());
        own.unwrap_or_else(default_steps)
    }

    /// Whether the user set the steps; where not, the screen says that the usual ones are a suggestion.
    pub fn has_own_steps(&self) -> bool {
        self.steps.as_ref().is_some_and(|register| register.value.is_some())
    }
}

/// A step before or after a meeting.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
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
