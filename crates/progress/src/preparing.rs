//! What has to be done soon before or after meetings.

use chrono::NaiveDate;

use super::{ProgressBook, SessionId, days_to_go, overdue};
use yaodian_plan::query::{Catalog, agenda_items};
use yaodian_plan::sort::sorted_positions;

/// How many days ahead something counts as soon.
pub const SOON: i64 = 14;

/// A step that is due soon or overdue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DueStep {
    /// The meeting that it belongs to.
    pub session: SessionId,
    /// What is to be done.
    pub name: String,
    /// The day on which it is due.
    pub due: NaiveDate,
}

/// The steps that are due within [`SOON`] days or overdue, in the order of their days.
///
/// What was to be done before a meeting is of no use to anybody once it is over, so it is left out then.
pub fn due_steps(book: &ProgressBook, catalog: &Catalog, today: NaiveDate) -> Vec<DueStep> {
    let mut found = Vec::new();
    for session in SessionId::all() {
        let progress = book.session(session);
        let Some(date) = progress.date() else { continue };
        if agenda_items(catalog, session.meeting, Some(session.month)).is_empty() {
            continue;
        }
        for step in progress.steps() {
            let Some(due) = step.due(date).filter(|_| !step.done) else { continue };
            let moot = step.offset_days < 0 && date < today;
            let soon = (0..=SOON).contains(&days_to_go(due, today));
            if !moot && (soon || overdue(due, today, catalog.plan.year)) {
                found.push(DueStep { session, name: step.name, due });
            }
        }
    }
    let due = |at: usize| found.get(at).map(|step| step.due);
    let order = sorted_positions(found.len(), &|one, other| due(one) < due(other));
    order.into_iter().filter_map(|at| found.get(at).cloned()).collect()
}
