//! Filters: within a facet any choice suffices, across facets all must hold.

use super::{Catalog, Group, Standing, Timing};
use crate::item_set::ItemSet;
use crate::{Item, MeetingKind, Month, Period, UnitId};

/// A time to filter by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum When {
    /// Items that are in this month by name.
    Month(Month),
    /// 全年 items.
    WholeYear,
    /// Items without a time.
    Unscheduled,
}

impl When {
    /// Whether an item with this period passes.
    pub fn covers(self, period: Period) -> bool {
        match self {
            When::Month(month) => period.covers(month),
            When::WholeYear => period == Period::WholeYear,
            When::Unscheduled => period == Period::Unscheduled,
        }
    }
}

/// Which items to show. An empty facet does not restrict.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Times.
    pub when: Vec<When>,
    /// Units that lead.
    pub leads: Vec<UnitId>,
    /// Units that lead or take part by name.
    pub units: Vec<UnitId>,
    /// Only items that no single unit leads (各工委、有关工委).
    pub shared: bool,
    /// Categories, or annex 2.
    pub groups: Vec<Group>,
    /// Kinds of meeting that the item goes to.
    pub meetings: Vec<MeetingKind>,
    /// Standings, each one of [`Standing::COUNTED`].
    pub standings: Vec<Standing>,
    /// Text to search for.
    pub text: String,
}

impl Filter {
    /// Whether nothing is filtered out.
    pub fn is_empty(&self) -> bool {
        self.is_empty_but_text() && !self.has_text()
    }

    /// Whether there is text to search for.
    pub fn has_text(&self) -> bool {
        self.text.chars().any(|char| !char.is_whitespace())
    }

    fn is_empty_but_text(&self) -> bool {
        self.when.is_empty()
            && self.leads.is_empty()
            && self.units.is_empty()
            && !self.shared
            && self.groups.is_empty()
            && self.meetings.is_empty()
            && self.standings.is_empty()
    }

    /// Which items pass, by position. `timings`, `standings` and `found` are aligned with `plan.items`;
    /// `found` is the result of searching for [`Filter::text`], `None` if there is no text.
    pub fn pass(
        &self,
        catalog: &Catalog,
        timings: &[Timing],
        standings: &[Standing],
        found: Option<&ItemSet>,
    ) -> Vec<bool> {
        let facets = !self.is_empty_but_text();
        let items = catalog.plan.items.iter().enumerate();
        items
            .map(|(at, item)| {
                found.is_none_or(|found| found.contains(at))
                    && (!facets || self.admits(item, timings.get(at).copied(), standings.get(at).copied()))
            })
            .collect()
    }

    fn admits(&self, item: &Item, timing: Option<Timing>, standing: Option<Standing>) -> bool {
        let who = &item.responsibility;
        let group = Group::of(item.id);
        any(&self.when, |when| timing.is_some_and(|timing| when.covers(timing.period())))
            && any(&self.leads, |unit| who.lead.contains(unit))
            && any(&self.units, |unit| who.lead.contains(unit) || who.joint.contains(unit))
            && (!self.shared || who.lead.is_empty())
            && any(&self.groups, |choice| *choice == group)
            && any(&self.meetings, |meeting| item.meetings.contains(meeting))
            && any(&self.standings, |choice| standing.is_some_and(|standing| standing.is(*choice)))
    }
}

/// Whether something passes a facet: the facet is empty, or one of its choices holds.
fn any<T>(choices: &[T], holds: impl Fn(&T) -> bool) -> bool {
    choices.is_empty() || choices.iter().any(holds)
}
