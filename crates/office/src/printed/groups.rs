//! The groups that rows are printed in.

use yaodian_plan::{ItemId, Month, Plan};

/// The groups of rows of the schedule, in order: the category as printed, with the count that it states, and its items of
/// those at some positions.
pub fn schedule_groups(plan: &Plan, items: &[usize]) -> Vec<(String, Vec<usize>)> {
    let group = |category: &yaodian_plan::Category| {
        let stated = category.stated.map(crate::text::stated).unwrap_or_default();
        let is_in = |id| matches!(id, ItemId::Schedule { category: of, .. } if of == category.no);
        (format!("{}{stated}", category.name), of_items(plan, items, is_in))
    };
    plan.categories.iter().map(group).filter(|(_, items)| !items.is_empty()).collect()
}

/// The groups of rows of the monthly tasks, month by month.
pub fn monthly_groups(plan: &Plan, items: &[usize]) -> Vec<(Month, Vec<usize>)> {
    let group = |month| {
        let is_in = |id| matches!(id, ItemId::Monthly { month: of, .. } if of == month);
        (month, of_items(plan, items, is_in))
    };
    Month::all().map(group).filter(|(_, items)| !items.is_empty()).collect()
}

fn of_items(plan: &Plan, items: &[usize], is_in: impl Fn(ItemId) -> bool) -> Vec<usize> {
    items.iter().copied().filter(|at| plan.items.get(*at).is_some_and(|item| is_in(item.id))).collect()
}
