//! Items and sessions as the events of a calendar.
//!
//! An item is on all days of its months, until a day is recorded. Nothing is there twice: an item of a session that has a
//! day is a line of the session's event, and has no event of its own.

use chrono::NaiveDate;

use super::ics::{Days, Event, When};
use yaodian_plan::columns::MONTHLY;
use yaodian_plan::names::{month_name, postponed_to, standing_name, status_name};
use yaodian_plan::query::{Catalog, Group, Moment, Status, Timing};
use yaodian_plan::{Item, Month};
use yaodian_progress::{AgendaLine, ChineseDate, ProgressBook, SessionId, States};

/// In the title of an event that stays behind in a calendar, for calendars that do not show that an event is cancelled.
const IN_SESSION: &str = "（已并入会议）";
const UNDATED: &str = "（日期已撤销）";

/// Makes events of items and sessions.
pub(super) struct EventBuilder<'a> {
    catalog: &'a Catalog,
    book: &'a ProgressBook,
    states: States,
    moment: Moment,
}

impl<'a> EventBuilder<'a> {
    /// Events with the standings as of a moment.
    pub(super) fn new(catalog: &'a Catalog, book: &'a ProgressBook, moment: Moment) -> EventBuilder<'a> {
        EventBuilder { catalog, book, states: book.states(catalog, moment), moment }
    }

    fn get(&self, at: usize) -> Option<(&Item, Timing, Option<Status>)> {
        let (timing, status) = (self.states.timings.get(at)?, self.states.statuses.get(at)?);
        Some((self.catalog.plan.items.get(at)?, *timing, *status))
    }

    /// The sessions with a day that an item goes to, and their days.
    pub(super) fn sessions(&self, at: usize) -> Vec<(SessionId, NaiveDate)> {
        let Some((item, timing, _)) = self.get(at) else { return Vec::new() };
        let dated = |meeting| {
            let id = SessionId::of(item, timing, meeting)?;
            let day = self.book.session(id).date()?;
            Days::one(day).map(|_| (id, day))
        };
        item.meetings.iter().copied().filter_map(dated).collect()
    }

    /// The event of a session, on its day.
    pub(super) fn session(&self, id: SessionId) -> Option<Event> {
        let session = self.book.session(id);
        let day = session.date()?;
        let days = Days::one(day)?;
        let mut description = "议程：".to_owned();
        let agenda = self.book.agenda(self.catalog, &self.states.timings, id);
        for (at, line) in agenda.lines.iter().chain(&agenda.apart).enumerate() {
            description.push_str(&format!("\n{}. {}", at + 1, self.agenda_line(line)));
        }
        Some(Event {
            uid: self.uid(&id.to_string()),
            when: session.hour().map_or(When::Days(days), |hour| When::At(day, hour)),
            summary: self.book.session_name(id, &self.catalog.plan),
            place: session.place().trim().to_owned(),
            description,
            cancelled: false,
        })
    }

    fn agenda_line(&self, line: &AgendaLine) -> String {
        let (item, timing, status) = match line {
            AgendaLine::Own(_, text) => return text.clone(),
            AgendaLine::Item(at) => match self.get(*at) {
                Some(known) => known,
                None => return String::new(),
            },
        };
        let details = [item.responsibility.text.clone(), status_change(timing, status)];
        let details = details.into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join("，");
        let details = if details.is_empty() { details } else { format!("（{details}）") };
        format!("{}{details}", item.title)
    }

    /// An item's own event; `None` if it has no time, or is in the event of its session unless `single`.
    pub(super) fn item(&self, at: usize, single: bool) -> Option<Event> {
        let (item, timing, status) = self.get(at)?;
        let cancelled = status == Some(Status::Cancelled);
        // Not every calendar shows the status of an event, so it is in the title as well.
        let mark =
            if cancelled { format!("（{}）", status_name(Status::Cancelled)) } else { String::new() };
        Some(Event {
            uid: self.uid(&item.id.to_string()),
            when: When::Days(self.days(at, single)?),
            summary: format!("{mark}{}", item.title),
            place: String::new(),
            description: self.description(at, item, timing, status),
            cancelled,
        })
    }

    /// The days of an item's own event: the day that was recorded, else that of its session, else its months. `None` if it
    /// has none, or is in the event of its session unless `single`.
    fn days(&self, at: usize, single: bool) -> Option<Days> {
        let (item, timing, _) = self.get(at)?;
        let sessions = self.sessions(at);
        if let Some(day) = self.book.item(item.id).date() {
            let in_session = !single && sessions.iter().any(|(_, held)| *held == day);
            return if in_session { None } else { Days::one(day) };
        }
        // Of several sessions the first, which must not be missed.
        if let Some(first) = sessions.iter().map(|(_, held)| *held).min() {
            return if single { Days::one(first) } else { None };
        }
        let (first, last) = timing.period().months()?;
        self.months(first, last)
    }

    fn months(&self, first: Month, last: Month) -> Option<Days> {
        let start = |year, month: Month| NaiveDate::from_ymd_opt(year, month.number().into(), 1);
        let year = self.catalog.plan.year;
        let end = match last.next() {
            Some(next) => start(year, next),
            None => start(year.checked_add(1)?, Month::JANUARY),
        };
        Days::until(start(year, first)?, end?)
    }

    /// Without notes and reasons: calendars are uploaded to servers and sent to colleagues.
    fn description(&self, at: usize, item: &Item, timing: Timing, status: Option<Status>) -> String {
        let held = |meeting| self.book.session(SessionId::of(item, timing, meeting)?).date();
        let meeting = |meeting| match held(meeting) {
            Some(day) => format!("{}（{}）", self.catalog.plan.meeting_name(meeting), ChineseDate(day)),
            None => self.catalog.plan.meeting_name(meeting).to_owned(),
        };
        let category = match Group::of(item.id) {
            Group::Category(no) => self.catalog.plan.category(no).map_or("", |category| &category.name),
            Group::Monthly => MONTHLY,
        };
        let standing = self.states.standings.get(at).map_or("", |standing| standing_name(*standing));
        let postponed = match status {
            Some(Status::Postponed(to)) => format!("，{}", postponed_to(to)),
            _ => String::new(),
        };
        // It may be read long after the export.
        let as_of = self.moment.as_of.month().map(|month| format!("（截至{}）", month_name(month)));
        let as_of = as_of.unwrap_or_default();
        let lines = [
            ("承办部门", item.responsibility.text.clone()),
            ("会议", item.meetings.iter().copied().map(meeting).collect::<Vec<_>>().join("、")),
            ("类别", category.to_owned()),
            ("计划时间", timing.to_string()),
            ("进展", format!("{standing}{postponed}{as_of}")),
        ];
        let lines = lines.into_iter().filter(|(_, value)| !value.is_empty());
        lines.map(|(name, value)| format!("{name}：{value}")).collect::<Vec<_>>().join("\n")
    }

    /// Of what had an event earlier and belongs to these items, that which has none now: a cancelled event on the day of the
    /// meeting that took it in, or in its months; `None` if it has neither.
    pub(super) fn left_behind(
        &self,
        items: &[usize],
        ids: &[String],
        earlier: &[String],
    ) -> Vec<Option<Event>> {
        let gone = |id: &&String| !ids.contains(id);
        let of_item = |id: &String| {
            let at = self.catalog.position(id.parse().ok()?).filter(|at| items.contains(at))?;
            Some(self.left_item(at))
        };
        let of_session = |id: &String| {
            let id = SessionId::all(&self.catalog.plan).find(|known| known.to_string() == *id)?;
            self.book.session(id).date().is_none().then(|| {
                self.months(id.month, id.month).map(|days| Event {
                    uid: self.uid(&id.to_string()),
                    when: When::Days(days),
                    summary: format!("{UNDATED}{}", id.title(&self.catalog.plan)),
                    place: String::new(),
                    description: String::new(),
                    cancelled: true,
                })
            })
        };
        let one = |id: &String| of_item(id).or_else(|| of_session(id));
        earlier.iter().filter(gone).filter_map(one).collect()
    }

    fn left_item(&self, at: usize) -> Option<Event> {
        let (item, timing, status) = self.get(at)?;
        let held = self.sessions(at).into_iter().map(|(_, day)| day).min();
        let (mark, days) = match held {
            Some(day) => (IN_SESSION, Days::one(day)),
            None => (UNDATED, timing.period().months().and_then(|(first, last)| self.months(first, last))),
        };
        Some(Event {
            uid: self.uid(&item.id.to_string()),
            when: When::Days(days?),
            summary: format!("{mark}{}", item.title),
            place: String::new(),
            description: self.description(at, item, timing, status),
            cancelled: true,
        })
    }

    /// The id of the item or session that an event is of, by the event's own.
    pub(super) fn id_of(&self, uid: &str) -> Option<String> {
        let id = uid.strip_prefix(&self.catalog.plan.id)?.strip_prefix('-')?;
        id.strip_suffix("@yaodian").map(str::to_owned)
    }

    fn uid(&self, of: &str) -> String {
        format!("{}-{of}@yaodian", self.catalog.plan.id)
    }
}

/// That an item was put off or cancelled; empty otherwise.
fn status_change(timing: Timing, status: Option<Status>) -> String {
    match (status, timing.moved) {
        (Some(status @ Status::Cancelled), _) => status_name(status).to_owned(),
        (_, Some(_)) => timing.to_string(),
        _ => String::new(),
    }
}
