//! The columns of the plan's tables that not every plan has: its meetings, the remark, and columns of the document's own.

use yaodian_plan::{Item, MeetingKind, Plan};

use crate::text::{COL_PERSONS, COL_REMARK, TICK, session};

/// The columns of a table behind those that every plan has, and what stands in them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Columns {
    meetings: Vec<(MeetingKind, String)>,
    remark: bool,
    extras: Vec<String>,
}

impl Columns {
    /// The columns of the schedule: every plan's has one for each meeting that some item goes to.
    pub fn of_schedule(plan: &Plan) -> Columns {
        Columns::of(plan, |item| item.id.is_schedule())
    }

    /// The columns of the monthly tasks, whose remark is always there.
    pub fn of_months(plan: &Plan) -> Columns {
        Columns { remark: true, ..Columns::of(plan, |item| !item.id.is_schedule()) }
    }

    fn of(plan: &Plan, is_in: impl Fn(&Item) -> bool) -> Columns {
        let items: Vec<&Item> = plan.items.iter().filter(|item| is_in(item)).collect();
        let goes = |meeting: &MeetingKind| items.iter().any(|item| item.meetings.contains(meeting));
        let meetings = plan.meeting_kinds().filter(goes);
        let meetings: Vec<_> =
            meetings.map(|meeting| (meeting, plan.meeting_name(meeting).to_owned())).collect();
        let mut extras: Vec<String> = Vec::new();
        for extra in items.iter().flat_map(|item| &item.extras) {
            let known = extras.contains(&extra.heading);
            // What a cell below a meeting says in place of a tick stands there.
            if !known && meetings.iter().all(|(_, name)| *name != extra.heading) {
                extras.push(extra.heading.clone());
            }
        }
        Columns { meetings, remark: items.iter().any(|item| item.remark.is_some()), extras }
    }

    /// The headings.
    pub fn names(&self) -> Vec<String> {
        let meetings = self.meetings.iter().map(|(_, name)| name.clone());
        let remark = self.remark.then(|| COL_REMARK.to_owned());
        meetings.chain(remark).chain(self.extras.iter().map(|heading| own_heading(heading))).collect()
    }

    /// How many of them need no more than a tick's room; they stand first.
    pub fn narrow(&self) -> usize {
        self.meetings.len()
    }

    /// What an item has in them.
    pub fn cells(&self, item: &Item) -> Vec<String> {
        let meetings = self.meetings.iter().map(|(meeting, name)| goes_to(item, *meeting, name));
        let remark = self.remark.then(|| item.remark.clone().unwrap_or_default());
        let extras = self.extras.iter().map(|heading| extra(item, heading).unwrap_or_default());
        meetings.chain(remark).chain(extras).collect()
    }
}

/// The heading of a column of the document's own. 责任单位及责任人 has the persons only: the units have a column.
fn own_heading(heading: &str) -> String {
    let is_of_units = ["单位", "部门", "科室"].iter().any(|word| heading.contains(word));
    if is_of_units && heading.contains('人') { COL_PERSONS.to_owned() } else { heading.to_owned() }
}

/// What stands below a meeting: a tick, the numbers of the sessions, or what the document says in their place.
fn goes_to(item: &Item, meeting: MeetingKind, name: &str) -> String {
    if !item.meetings.contains(&meeting) {
        return String::new();
    }
    let numbers = item.sessions.iter().filter(|session| session.meeting == meeting);
    let numbers: Vec<String> = numbers.map(|number| session(number.no)).collect();
    let said = extra(item, name).or_else(|| (!numbers.is_empty()).then(|| numbers.join("、")));
    said.unwrap_or_else(|| TICK.to_owned())
}

/// What the document's own columns of some heading say about an item.
fn extra(item: &Item, heading: &str) -> Option<String> {
    let texts = item.extras.iter().filter(|extra| extra.heading == heading);
    let texts: Vec<&str> = texts.map(|extra| extra.text.as_str()).collect();
    (!texts.is_empty()).then(|| texts.join("\n"))
}
