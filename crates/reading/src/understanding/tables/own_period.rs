//! When a task is due that says so itself, in a row that says it for several.

use super::super::making::Making;
use super::super::remarks::{Cause, Spot};
use super::super::text::{brackets, trim};
use super::super::time;
use yaodian_plan::Period;

/// The row's period, or the one that the task's own text states in brackets, or begins with: 2月：走访代表 in a quarter.
pub(super) fn own_period(
    title: &str,
    row: Period,
    row_text: &str,
    spot: &Spot,
    making: &mut Making<'_>,
) -> (Period, String) {
    let stated = brackets(title).into_iter().find_map(|(_, inner)| {
        let reading = time::read(inner, making.year);
        let dated = reading.period.months().is_some() || reading.period == Period::WholeYear;
        let plainly =
            !reading.doubts.iter().any(|doubt| matches!(doubt, time::Doubt::Partial | time::Doubt::Outside));
        (dated && plainly && inner.contains(['月', '季', '年']))
            .then(|| (reading.period, trim(inner).to_owned()))
    });
    let first = || {
        let found =
            time::find(title, making.year).into_iter().next().filter(|found| found.range.start == 0)?;
        let text = title.get(found.months.clone())?.to_owned();
        (found.reading.period.months().is_some() && found.reading.period != row)
            .then_some((found.reading.period, text))
    };
    let Some((period, text)) = stated.or_else(first).filter(|(_, text)| !is_year_span(text)) else {
        return (row, row_text.to_owned());
    };
    within_row((period, &text), (row, row_text), spot, making)
}

/// The time that a task names itself, if it begins within that of its row; else that of the row. Either is said.
pub(super) fn within_row(
    (own, said): (Period, &str),
    (row, printed): (Period, &str),
    spot: &Spot,
    making: &mut Making<'_>,
) -> (Period, String) {
    // A task may take longer than the month that it begins in. A span that begins elsewhere is
    // what the task is about, such as a budget carried out from January to July.
    let within = match (row.months(), own.months()) {
        (Some((first, last)), Some((begin, _))) => first <= begin && begin <= last,
        _ => true,
    };
    let cause = if within { Cause::PeriodInTitle } else { Cause::PeriodNotInRow };
    making.out.say(cause, spot, said, &format!("（本行“{printed}”）"));
    if within { (own, said.to_owned()) } else { (row, printed.to_owned()) }
}

/// `2021-2035年`, `2026年` are what a task is about.
fn is_year_span(text: &str) -> bool {
    !text.contains(['月', '季']) && !text.contains("全年")
}
