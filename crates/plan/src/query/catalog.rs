//! A plan with look-up tables.

use std::collections::HashMap;

use super::Group;
use crate::{ItemId, Plan, UnitId};

/// A plan with look-up tables. Built once per plan.
#[derive(Clone, Debug)]
pub struct Catalog {
    /// The plan itself.
    pub plan: Plan,
    positions: HashMap<ItemId, usize>,
    /// Per item, the row of the year matrix: a position in `plan.units`, or their number for
    /// items that no single unit leads.
    rows: Vec<usize>,
}

impl Catalog {
    /// Indexes a plan.
    pub fn new(plan: Plan) -> Catalog {
        let positions = plan.items.iter().enumerate().map(|(at, item)| (item.id, at)).collect();
        let shared = plan.units.len();
        let rows = plan
            .items
            .iter()
            .map(|item| {
                let lead = item.responsibility.lead.first();
                lead.and_then(|lead| plan.units.iter().position(|unit| unit.id == *lead)).unwrap_or(shared)
            })
            .collect();
        Catalog { plan, positions, rows }
    }

    /// Position of an item in `plan.items`.
    pub fn position(&self, id: ItemId) -> Option<usize> {
        self.positions.get(&id).copied()
    }

    /// Position of a unit in `plan.units`.
    pub fn unit_position(&self, id: &UnitId) -> Option<usize> {
        self.plan.units.iter().position(|unit| unit.id == *id)
    }

    /// Position in `plan.units` of the unit that leads the item; `plan.units.len()` where none does.
    pub fn row(&self, at: usize) -> usize {
        self.rows.get(at).copied().unwrap_or(self.plan.units.len())
    }

    /// The groups of items, in the document's order.
    pub fn groups(&self) -> impl Iterator<Item = Group> {
        self.plan.categories.iter().map(|category| Group::Category(category.no)).chain([Group::Monthly])
    }

    /// Positions of all items, in the document's order.
    pub fn all(&self) -> std::ops::Range<usize> {
        0..self.plan.items.len()
    }
}
