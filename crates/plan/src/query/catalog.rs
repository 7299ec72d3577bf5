//! A plan with look-up tables.

use super::Group;
use crate::sort::sort_by_rank;
use crate::{ItemId, MeetingKind, Plan, UnitId};

/// A plan with look-up tables. Built once per plan.
#[derive(Clone, Debug)]
pub struct Catalog {
    /// The plan itself.
    pub plan: Plan,
    /// The positions of all items, by rank of their ids: a table of hashes would be 1 KB of WebAssembly more.
    by_id: Vec<usize>,
    /// Per item, the row of the year matrix: a position in `plan.units`, or their number for
    /// items that no single unit leads.
    rows: Vec<usize>,
    meeting_columns: Vec<MeetingKind>,
}

impl Catalog {
    /// Indexes a plan.
    pub fn new(plan: Plan) -> Catalog {
        let rank_of = |at: usize| plan.items.get(at).map_or(0, |item| rank(item.id));
        let by_id = sort_by_rank((0..plan.items.len()).collect(), &rank_of);
        let shared = plan.units.len();
        let rows = plan
            .items
            .iter()
            .map(|item| {
                let lead = item.responsibility.lead.first();
                lead.and_then(|lead| plan.units.iter().position(|unit| unit.id == *lead)).unwrap_or(shared)
            })
            .collect();
        let meeting_columns = plan.meeting_columns().collect();
        Catalog { plan, by_id, rows, meeting_columns }
    }

    /// Position of an item in `plan.items`.
    pub fn position(&self, id: ItemId) -> Option<usize> {
        let rank_at = |at: &usize| self.plan.items.get(*at).map_or(0, |item| rank(item.id));
        // The last of those that have the id, should the plan have it twice.
        let before = self.by_id.partition_point(|at| rank_at(at) <= rank(id));
        let at = *self.by_id.get(before.checked_sub(1)?)?;
        (self.plan.items.get(at)?.id == id).then_some(at)
    }

    /// Position of a unit in `plan.units`.
    pub fn unit_position(&self, id: &UnitId) -> Option<usize> {
        self.plan.units.iter().position(|unit| unit.id == *id)
    }

    /// Position in `plan.units` of the unit that leads the item; `plan.units.len()` where none does.
    pub fn row(&self, at: usize) -> usize {
        self.rows.get(at).copied().unwrap_or(self.plan.units.len())
    }

    /// Whether there are items that no unit leads.
    pub fn has_unled(&self) -> bool {
        self.rows.contains(&self.plan.units.len())
    }

    /// The groups of items, in the document's order. Annex 2 is one if it has items.
    pub fn groups(&self) -> impl Iterator<Item = Group> {
        let monthly = self.plan.items.iter().any(|item| !item.id.is_schedule()).then_some(Group::Monthly);
        self.plan.categories.iter().map(|category| Group::Category(category.no)).chain(monthly)
    }

    /// The kinds of meeting that have a column in annex 1, in the plan's order.
    pub fn meeting_columns(&self) -> &[MeetingKind] {
        &self.meeting_columns
    }

    /// Positions of all items, in the document's order.
    pub fn all(&self) -> std::ops::Range<usize> {
        0..self.plan.items.len()
    }
}

/// A number for an id, a different one for each.
fn rank(id: ItemId) -> u32 {
    let (group, no) = match id {
        ItemId::Schedule { category, no } => (u32::from(category), no),
        ItemId::Monthly { month, no } => (0x100 + u32::from(month.number()), no),
    };
    group << 16 | u32::from(no)
}
