//! How the plan's own tables print an item: for documents, workbooks and forms alike.

mod columns;
mod groups;
mod points;
mod serials;
mod tasks;
mod who;

pub use columns::Columns;
pub use groups::{monthly_groups, schedule_groups};
pub use points::{point_form, point_number, section_heading};
pub use serials::Serials;
pub use tasks::TaskNumbers;
pub use who::who;

use yaodian_export::Facts;
use yaodian_plan::names::postponed_to;
use yaodian_plan::pairing_note::pairing_note;
use yaodian_plan::query::Standing;
use yaodian_plan::{Basis, Item, Month, Period, Plan};

/// The time of an item as printed; where the document says it elsewhere, for several items, in the words of the plan.
pub fn time(item: &Item) -> String {
    let printed = item.period_text.trim();
    // Below 完成月份 a number is a month; below 时间 it would be none.
    let is_bare = !printed.chars().any(char::is_alphabetic);
    match item.period {
        Period::Unscheduled => item.period_text.clone(),
        period if is_bare => period.to_string(),
        _ => item.period_text.clone(),
    }
}

/// What has to be said below the monthly tasks: whose unit was inferred. `None` where all are printed.
pub fn inferred_note(plan: &Plan, items: &[usize]) -> Option<String> {
    let mut named: Vec<(Month, Vec<u16>)> = Vec::new();
    let serials = Serials::of(plan);
    for (month, tasks) in monthly_groups(plan, items) {
        let tasks = tasks.iter().filter_map(|at| plan.items.get(*at));
        let inferred = tasks.filter(|item| item.responsibility.basis == Basis::Inferred);
        let number = |item: &Item| serials.number(item).parse().unwrap_or_else(|_| item.id.no());
        let numbers: Vec<u16> = inferred.map(number).collect();
        if !numbers.is_empty() {
            named.push((month, numbers));
        }
    }
    (!named.is_empty()).then(|| pairing_note(&named))
}

/// Where an item stands, since when or until when, and why: in a few words.
pub fn standing(facts: &Facts<'_>, year: i32) -> String {
    let mut said = facts.standing().to_owned();
    let mut more = Vec::new();
    if let Some(finished) = facts.finished {
        more.push(finished.in_words(year));
    }
    if let Some(month) = facts.timing.moved.filter(|_| facts.stands != Standing::Done) {
        more.push(postponed_to(month));
    }
    if !facts.reason.is_empty() {
        more.push(facts.reason.to_owned());
    }
    if !more.is_empty() {
        said.push_str(&format!("（{}）", more.join("，")));
    }
    said
}
