//! The work of one unit: the items that it leads, joins, and shares with all.

use super::{Catalog, Timing, sort_by_time};
use crate::{MeetingKind, Month, UnitId};

/// How a unit takes part in an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// 牵头.
    Lead,
    /// 参与, by name.
    Joint,
    /// Through 各工委 or 有关工委, not by name.
    Shared,
}

/// The items of one unit.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct UnitWork {
    /// Items it leads, in order of time.
    pub leads: Vec<usize>,
    /// Items it joins by name, in order of time.
    pub joins: Vec<usize>,
    /// Items with 各工委 or 有关工委, without this unit by name.
    pub shares: Vec<usize>,
    /// How many of the items that it leads or joins fall in each month.
    pub load: [usize; 12],
    /// Items that it leads or joins and that go to a meeting, per kind of meeting.
    pub for_meetings: Vec<(MeetingKind, Vec<usize>)>,
}

impl UnitWork {
    /// The months with most items and how many these are; none where there are no items.
    pub fn busiest(&self) -> (Vec<Month>, usize) {
        let most = self.load.into_iter().max().unwrap_or_default();
        let loads = Month::all().zip(self.load).filter(|(_, load)| *load == most && most > 0);
        (loads.map(|(month, _)| month).collect(), most)
    }
}

/// A unit's role in the item at a position, if it has one.
pub fn role(catalog: &Catalog, unit: &UnitId, at: usize) -> Option<Role> {
    let who = &catalog.plan.items.get(at)?.responsibility;
    if who.lead.contains(unit) {
        Some(Role::Lead)
    } else if who.joint.contains(unit) {
        Some(Role::Joint)
    } else {
        who.collective.map(|_| Role::Shared)
    }
}

/// Collects the items of a unit. The lists are in order of time. `timings` is aligned with `plan.items`.
pub fn unit_work(catalog: &Catalog, timings: &[Timing], unit: &UnitId) -> UnitWork {
    let mut work = UnitWork::default();
    let mut for_meetings: Vec<(MeetingKind, Vec<usize>)> =
        catalog.plan.meeting_kinds().map(|meeting| (meeting, Vec::new())).collect();
    for at in sort_by_time(timings, catalog.all()) {
        let (Some(role), Some(item), Some(timing)) =
            (role(catalog, unit, at), catalog.plan.items.get(at), timings.get(at))
        else {
            continue;
        };
        match role {
            Role::Lead => work.leads.push(at),
            Role::Joint => work.joins.push(at),
            Role::Shared => {
                work.shares.push(at);
                continue;
            }
        }
        for (month, load) in Month::all().zip(&mut work.load) {
            *load += usize::from(timing.covers(month));
        }
        for (meeting, list) in &mut for_meetings {
            if item.meetings.contains(meeting) {
                list.push(at);
            }
        }
    }
    work.for_meetings = for_meetings.into_iter().filter(|(_, list)| !list.is_empty()).collect();
    work
}
