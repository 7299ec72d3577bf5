//! 会次: one meeting of a kind, and the steps by which it is prepared.

use std::fmt;
use std::str::FromStr;

use chrono::{Datelike, NaiveDate};

use yaodian_plan::names::month_name;
use yaodian_plan::query::Timing;
use yaodian_plan::{Item, MeetingKind, Month, Plan};

/// Identity of a session: the meeting of one kind in one month of the plan's year. Written `standing_committee-7` or
/// `chairpersons-7`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SessionId {
    /// The kind of meeting.
    pub meeting: MeetingKind,
    /// The month.
    pub month: Month,
}

impl SessionId {
    /// Every session that there may be in a plan's year, in the order of time.
    pub fn all(plan: &Plan) -> impl Iterator<Item = SessionId> {
        Month::all().flat_map(|month| plan.meeting_kinds().map(move |meeting| SessionId { meeting, month }))
    }

    /// The session at which an item is on the agenda of a kind of meeting: that of the month in which its result is due.
    /// `None` if it goes to no such meeting or has no month.
    pub fn of(item: &Item, timing: Timing, meeting: MeetingKind) -> Option<SessionId> {
        let month = timing.due()?;
        item.meetings.contains(&meeting).then_some(SessionId { meeting, month })
    }

    /// Its name where the user has set none, e.g. 7月常委会会议.
    pub fn title(self, plan: &Plan) -> String {
        month_name(self.month) + plan.meeting_name(self.meeting)
    }
}

impl fmt::Display for SessionId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}", self.meeting, self.month)
    }
}

impl FromStr for SessionId {
    type Err = ();

    fn from_str(text: &str) -> Result<SessionId, ()> {
        let (meeting, month) = text.rsplit_once('-').ok_or(())?;
        let meeting = meeting.parse().map_err(|_| ())?;
        let month = month.parse().ok().and_then(Month::new).ok_or(())?;
        Ok(SessionId { meeting, month })
    }
}

/// A preparation step before a session, or one that follows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// What is to be done.
    pub name: String,
    /// Days from the session, negative before it.
    pub offset_days: i32,
    /// Whether it was done.
    pub done: bool,
}

impl Step {
    /// The day on which it is due, given the day of the session. `None` beyond the calendar.
    pub fn due(&self, session: NaiveDate) -> Option<NaiveDate> {
        session.checked_add_signed(chrono::TimeDelta::try_days(i64::from(self.offset_days))?)
    }
}

/// The usual steps. No rule prescribes these days: they are a suggestion that the user can change.
pub fn default_steps() -> Vec<Step> {
    let step = |(name, offset_days): (&str, i32)| Step { name: name.to_owned(), offset_days, done: false };
    [("材料征集", -30), ("初稿", -20), ("定稿", -10), ("印发", -5), ("审议意见交办", 7), ("反馈", 60)]
        .map(step)
        .into()
}

/// Days from today to a day; negative if it is past.
pub fn days_until(date: NaiveDate, today: NaiveDate) -> i64 {
    date.signed_duration_since(today).num_days()
}

/// Whether something due on a day is overdue today. Nothing of a past year is: nobody maintains its list any more.
pub fn is_overdue(due: NaiveDate, today: NaiveDate, year: i32) -> bool {
    due < today && (today.year() <= year || due.year() > year)
}
