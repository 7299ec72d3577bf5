//! The preparation steps of all sessions that are due soon.

use chrono::NaiveDate;

use super::{ProgressBook, SessionId, days_until, is_overdue};
use yaodian_plan::query::{AsOf, Catalog, Moment, agenda_items};
use yaodian_plan::sort::sorted_positions;

/// How many days ahead a step counts as due soon.
pub const SOON_DAYS: i64 = 14;

/// A step that is due soon or overdue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DueStep {
    /// The session that it belongs to.
    pub session: SessionId,
    /// What is to be done.
    pub name: String,
    /// The day on which it is due.
    pub due: NaiveDate,
}

/// The steps that are due within [`SOON_DAYS`] days or overdue, in the order of their days.
///
/// Steps that come before a session are left out once the session is over: nobody needs them any more.
pub fn due_steps(book: &ProgressBook, catalog: &Catalog, today: NaiveDate) -> Vec<DueStep> {
    let mut found = Vec::new();
    let timings = book.states(catalog, Moment::now(AsOf::of(today, catalog.plan.year))).timings;
    for session in SessionId::all() {
        let progress = book.session(session);
        let Some(date) = progress.date() else { continue };
        if agenda_items(catalog, &timings, session.meeting, Some(session.month)).is_empty() {
            continue;
        }
        for step in progress.steps() {
            let Some(due) = step.due(date).filter(|_| !step.done) else { continue };
            let too_late = step.offset_days < 0 && date < today;
            let soon = (0..=SOON_DAYS).contains(&days_until(due, today));
            if !too_late && (soon || is_overdue(due, today, catalog.plan.year)) {
                found.push(DueStep { session, name: step.name, due });
            }
        }
    }
    let due = |at: usize| found.get(at).map(|step| step.due);
    let order = sorted_positions(found.len(), &|one, other| due(one) < due(other));
    order.into_iter().filter_map(|at| found.get(at).cloned()).collect()
}
