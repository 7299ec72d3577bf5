//! What every export says about an item: one answer for tables, workbooks and documents.

use chrono::NaiveDate;

use yaodian_plan::columns::{MONTHLY, SCHEDULE};
use yaodian_plan::names::{month_name, standing_name};
use yaodian_plan::query::{Catalog, Moment, Standing, Timing};
use yaodian_plan::{Item, ItemId};
use yaodian_progress::{Dated, Finished, ProgressBook, SessionId};

/// An item with what was recorded about it, as of a moment.
#[derive(Clone, Debug)]
pub struct Facts<'a> {
    /// Its position in the plan.
    pub at: usize,
    /// The item.
    pub item: &'a Item,
    /// The name of its category; empty for the monthly tasks.
    pub category: &'a str,
    /// What the plan calls the meetings that it goes to.
    pub meetings: Vec<&'a str>,
    /// When it is.
    pub timing: Timing,
    /// Where it stands; [`Facts::standing`] names it.
    pub stands: Standing,
    /// The days that are set for the sessions that it goes to.
    pub meeting_days: Vec<NaiveDate>,
    /// The recorded day.
    pub dated: Option<Dated>,
    /// When it was finished, where it was.
    pub finished: Option<Finished>,
    /// The reason of its status; may be empty.
    pub reason: &'a str,
    /// The note that was written last.
    pub note: Option<&'a str>,
    /// How many notes there are.
    pub notes: usize,
    /// How the one signs who wrote last; empty where nobody did.
    pub writer: String,
}

/// The facts about items, by position; positions that the plan does not have are left out.
pub fn facts<'a>(
    catalog: &'a Catalog,
    book: &'a ProgressBook,
    items: &[usize],
    moment: Moment,
) -> Vec<Facts<'a>> {
    let states = book.states(catalog, moment);
    let known = |at: &usize| {
        let item = catalog.plan.items.get(*at)?;
        let (timing, stands) = (*states.timings.get(*at)?, *states.standings.get(*at)?);
        let recorded = book.item(item.id);
        let held = |meeting| book.session(SessionId::of(item, timing, meeting)?).date();
        let category = match item.id {
            ItemId::Schedule { category, .. } => catalog.plan.category(category),
            ItemId::Monthly { .. } => None,
        };
        Some(Facts {
            at: *at,
            item,
            category: category.map_or("", |category| &category.name),
            meetings: item.meetings.iter().map(|meeting| catalog.plan.meeting_name(*meeting)).collect(),
            timing,
            stands,
            meeting_days: item.meetings.iter().copied().filter_map(held).collect(),
            dated: recorded.dated(),
            finished: states.finished.get(*at).copied().flatten(),
            reason: recorded.reason(),
            note: book.latest_note(item.id).map(|(_, text)| text),
            notes: recorded.live_notes().count(),
            writer: recorded.latest().map(|latest| book.signature(latest.by, catalog)).unwrap_or_default(),
        })
    };
    items.iter().filter_map(known).collect()
}

impl Facts<'_> {
    /// The annex that it stands in.
    pub fn origin(&self) -> &'static str {
        if self.item.id.is_schedule() { SCHEDULE } else { MONTHLY }
    }

    /// Its serial number there, as printed.
    pub fn no(&self) -> String {
        self.item.serial()
    }

    /// The meetings that it goes to.
    pub fn meetings(&self) -> String {
        self.meetings.join("、")
    }

    /// Where it stands, in words.
    pub fn standing(&self) -> &'static str {
        standing_name(self.stands)
    }

    /// The month that it was put off to; empty where it was not.
    pub fn moved(&self) -> String {
        self.timing.moved.map(month_name).unwrap_or_default()
    }
}
