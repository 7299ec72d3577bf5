//! 时间 of an item, with a word about every reading that is not plain.

use super::diagnostic::{Diagnostic, Problem};
use super::period::{self, Doubt};
use super::text;
use yaodian_plan::Period;

/// The period of a time cell, and the text as printed.
pub(super) fn of_cell(cell: &str, year: i32, line: u32, out: &mut Vec<Diagnostic>) -> (Period, String) {
    let printed = text::unwrap_lines(cell);
    let reading = period::read(&printed, year);
    let text = printed.clone();
    match reading.doubt {
        Doubt::None => {}
        Doubt::Coarser => out.push(Problem::CoarserPeriod { text }.at(line)),
        Doubt::Gap => out.push(Problem::PeriodGap { text }.at(line)),
        Doubt::Unknown => out.push(Problem::UnknownPeriod { text }.at(line)),
    }
    (reading.period, printed)
}

/// The months that a task's own text gives it in brackets, `(3-5月)`, and that text. Years, and
/// months that the task is about, are not alone in their brackets.
pub(super) fn of_title(title: &str, year: i32) -> Option<(Period, String)> {
    text::bracketed(title).into_iter().find_map(|inner| {
        let reading = period::read(inner, year);
        let dated = reading.period.months().is_some() || reading.period == Period::WholeYear;
        dated.then(|| (reading.period, text::trim(inner).to_owned()))
    })
}
