//! How rows and tasks are numbered.

use std::collections::HashSet;

use yaodian_plan::{Item, ItemId, Plan};

use super::groups::{monthly_groups, schedule_groups};

/// The serial numbers in the plan's tables.
pub struct Serials {
    /// The categories and months whose items are counted from 1 by their ids.
    counted: HashSet<ItemId>,
}

impl Serials {
    /// Those of a plan.
    pub fn of(plan: &Plan) -> Serials {
        let all: Vec<usize> = (0..plan.items.len()).collect();
        let schedule = schedule_groups(plan, &all).into_iter().map(|(_, items)| items);
        let groups = schedule.chain(monthly_groups(plan, &all).into_iter().map(|(_, items)| items));
        let mut counted = HashSet::new();
        for items in groups {
            let ids = || items.iter().filter_map(|at| plan.items.get(*at)).map(|item| item.id);
            if (1..).zip(ids()).all(|(no, id)| id.no() == no) {
                counted.extend(ids().next().map(group));
            }
        }
        Serials { counted }
    }

    /// That of an item. By it the item is known when the table is read again, so where items are counted, numbers that
    /// run on through a text or through all months are left out. After another version of the document ids count
    /// nothing; then it is the number that this version prints.
    pub fn number(&self, item: &Item) -> String {
        let printed = as_printed(item);
        let is_number = printed.chars().all(|char| char.is_ascii_digit());
        let is_other = is_number || !item.id.is_schedule();
        if is_other && self.are_ids(item) { item.id.no().to_string() } else { printed }
    }

    /// Whether the items of its category or month are counted from 1 by their ids.
    pub(super) fn are_ids(&self, item: &Item) -> bool {
        self.counted.contains(&group(item.id))
    }
}

/// The serial number of an item as the document has it.
pub(super) fn as_printed(item: &Item) -> String {
    let printed = item.serial();
    if printed.trim().is_empty() { item.id.no().to_string() } else { printed.trim().to_owned() }
}

fn group(id: ItemId) -> ItemId {
    match id {
        ItemId::Schedule { category, .. } => ItemId::Schedule { category, no: 0 },
        ItemId::Monthly { month, .. } => ItemId::Monthly { month, no: 0 },
    }
}
