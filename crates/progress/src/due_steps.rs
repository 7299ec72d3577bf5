//! The preparation steps of all sessions that are due soon.

use chrono::{Datelike, NaiveDate};

use super::{ProgressBook, SessionId, days_until, is_overdue};
use yaodian_plan::query::{AsOf, Catalog, Moment, Timing};
use yaodian_plan::sort::sorted_positions;
use yaodian_plan::{Month, Plan};

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
    for session in SessionId::all(&catalog.plan) {
        let progress = book.session(session);
        let Some(date) = progress.date() else { continue };
        if book.agenda(catalog, &timings, session).is_empty() {
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
    in_order(&found)
}

/// The steps that are due in a month of the plan's year and not done, of all sessions with a day, in the order of their
/// days. `timings` is aligned with the plan's items.
pub fn steps_in_month(
    book: &ProgressBook,
    catalog: &Catalog,
    timings: &[Timing],
    month: Month,
) -> Vec<DueStep> {
    let mut found = Vec::new();
    for session in SessionId::all(&catalog.plan) {
        let progress = book.session(session);
        let Some(date) = progress.date() else { continue };
        if book.agenda(catalog, timings, session).is_empty() {
            continue;
        }
        for step in progress.steps().into_iter().filter(|step| !step.done) {
            let is_in =
                |due: &NaiveDate| due.year() == catalog.plan.year && due.month() == u32::from(month.number());
            if let Some(due) = step.due(date).filter(is_in) {
                found.push(DueStep { session, name: step.name, due });
            }
        }
    }
    in_order(&found)
}

/// The sessions whose day is within so many days from today on, in the order of their days.
pub fn sessions_ahead(
    book: &ProgressBook,
    plan: &Plan,
    today: NaiveDate,
    within: i64,
) -> Vec<(SessionId, NaiveDate)> {
    let ahead = |day: &NaiveDate| (0..=within).contains(&days_until(*day, today));
    let dated = SessionId::all(plan).filter_map(|id| Some((id, book.session(id).date().filter(ahead)?)));
    let dated: Vec<(SessionId, NaiveDate)> = dated.collect();
    let key =
        |at: usize| dated.get(at).map(|(id, day)| (*day, book.session(*id).hour().map(super::Hour::minutes)));
    let order = sorted_positions(dated.len(), &|one, other| key(one) < key(other));
    order.into_iter().filter_map(|at| dated.get(at).copied()).collect()
}

fn in_order(steps: &[DueStep]) -> Vec<DueStep> {
    let due = |at: usize| steps.get(at).map(|step| step.due);
    let order = sorted_positions(steps.len(), &|one, other| due(one) < due(other));
    order.into_iter().filter_map(|at| steps.get(at).cloned()).collect()
}
