//! A calendar of items and sessions as a file.

use super::events::EventBuilder;
use super::ics::{Event, Ics};
use yaodian_plan::query::{Catalog, Moment};
use yaodian_progress::{ProgressBook, SessionId};

/// What a calendar contains.
#[derive(Clone, Copy, Debug)]
pub enum CalendarScope<'a> {
    /// Items, by position, and the sessions with a day that they go to, each with its whole agenda: so a session's event
    /// is the same whoever exports it.
    Items(&'a [usize]),
    /// One item with an event of its own, on the day of its session if that has one.
    Item(usize),
    /// One session.
    Session(SessionId),
}

/// A calendar as a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Calendar {
    /// The file. Without an event it is not valid.
    pub text: String,
    /// How many events it has.
    pub events: usize,
    /// How many of the items have neither month nor day and are in none of the events.
    pub left_out: usize,
    /// What has an event in it, by id: items, and sessions.
    pub ids: Vec<String>,
    /// How many events of earlier exports have no place any more. They are in the file as cancelled ones, where that can be
    /// said of a day.
    pub gone: usize,
}

/// Makes a calendar of items and sessions, of those that have a time, with the standings as of a moment. `now_ms` is the
/// time of the export, in milliseconds since 1970 in UTC.
pub fn calendar(
    catalog: &Catalog,
    book: &ProgressBook,
    scope: CalendarScope,
    moment: Moment,
    now_ms: i64,
) -> Calendar {
    calendar_after(catalog, book, scope, moment, now_ms, &[])
}

/// The same for somebody who has a calendar of earlier exports, which had events of these ids. Of those that have none any
/// more, since the item is on a meeting's agenda or its day was taken back, the file says that they are cancelled:
/// otherwise the calendar would keep them.
pub fn calendar_after(
    catalog: &Catalog,
    book: &ProgressBook,
    scope: CalendarScope,
    moment: Moment,
    now_ms: i64,
    earlier: &[String],
) -> Calendar {
    let builder = EventBuilder::new(catalog, book, moment);
    let mut events: Vec<Event> = Vec::new();
    let mut left_out = 0;
    let mut add = |event: Option<Event>, in_session: bool| match event {
        Some(event) => events.push(event),
        None => left_out += usize::from(!in_session),
    };
    match scope {
        CalendarScope::Session(id) => add(builder.session(id), true),
        CalendarScope::Item(at) => add(builder.item(at, true), false),
        CalendarScope::Items(items) => {
            for id in SessionId::all(&catalog.plan) {
                let goes = |at: &usize| builder.sessions(*at).iter().any(|(session, _)| *session == id);
                if items.iter().any(goes) {
                    add(builder.session(id), true);
                }
            }
            for at in items {
                add(builder.item(*at, false), !builder.sessions(*at).is_empty());
            }
        }
    }
    // A single event is added to a calendar that the user has, so it has no name of its own.
    let name = matches!(scope, CalendarScope::Items(_)).then_some(catalog.plan.title.as_str());
    let mut ics = Ics::new(name);
    for event in &events {
        ics.event(event, now_ms);
    }
    let of_uid = |event: &Event| builder.id_of(&event.uid);
    let ids: Vec<String> = events.iter().filter_map(of_uid).collect();
    let left_behind = match scope {
        CalendarScope::Items(items) => builder.left_behind(items, &ids, earlier),
        CalendarScope::Item(_) | CalendarScope::Session(_) => Vec::new(),
    };
    for event in left_behind.iter().flatten() {
        ics.event(event, now_ms);
    }
    Calendar { text: ics.finish(), events: events.len(), left_out, ids, gone: left_behind.len() }
}
