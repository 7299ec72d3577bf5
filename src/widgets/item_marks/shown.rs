//! How the parts of an element that follow its item are written.

use chrono::{Datelike, NaiveDate};
use leptos::prelude::*;
use web_sys::Element;
use yaodian_plan::query::Timing;
use yaodian_plan::{ItemId, Month};
use yaodian_ui::{el, true_or_false};

use crate::desk::desk;
use crate::text;

/// When the item is. Where there is little room, the month that it was put off to and its day go to lines of their own. The
/// day is shown where the time is in any case.
pub fn time(element: &Element, timing: Timing, day: Option<NaiveDate>, always: bool) {
    let year = desk().catalog().plan.year;
    let day = day.filter(|_| always);
    let in_month =
        |month: Month| day.is_some_and(|day| day.year() == year && day.month() == u32::from(month.number()));
    let said = day.map(|day| text::day(day, year));
    let (planned, more) = match (timing.moved, said) {
        // The day says it more exactly.
        (None, Some(said))
            if timing.planned.months().is_some_and(|(one, last)| one == last && in_month(one)) =>
        {
            (said, Vec::new())
        }
        (Some(to), Some(said)) if in_month(to) => {
            (text::period(timing.planned), vec![("", format!("→{said}"))])
        }
        (moved, said) => {
            let moved = moved.map(|to| ("", text::moved_to(to)));
            let day = said.map(|said| ("day", format!(" {said}")));
            (text::period(timing.planned), moved.into_iter().chain(day).collect())
        }
    };
    element.set_text_content(if always || timing.moved.is_some() { Some(&planned) } else { None });
    element.set_class_name(if more.is_empty() { "when" } else { "when moved" });
    for (class, line) in more {
        // It fails for what cannot have children.
        let _ = element.append_child(el("span").class(class).child(line).element());
    }
}

/// Whether the item of a sign is picked; `None` while nobody picks.
pub fn picked(sign: &Element, picked: Option<bool>) {
    let said = (picked == Some(true)).then_some(text::PICKED);
    for (name, value) in [("aria-pressed", picked.map(true_or_false)), ("data-picked", said)] {
        // Both fail for names that are no names.
        let _ = match value {
            Some(value) => sign.set_attribute(name, value),
            None => sign.remove_attribute(name),
        };
    }
}

/// The class of the line of the latest.
const LATEST: &str = "latest";

/// The line at the end of a row: why the item stands where it does, and the latest note on it. There is none where there
/// is nothing to say.
pub fn latest(row: &Element, id: ItemId) {
    let line = latest_of(id);
    let there = row.query_selector(&format!(":scope > .{LATEST}")).ok().flatten();
    match (there, line.is_empty()) {
        (Some(there), true) => there.remove(),
        (Some(there), false) => there.set_text_content(Some(&line)),
        (None, true) => {}
        (None, false) => {
            // It fails for what cannot have children.
            let _ = row.append_child(el("span").class(LATEST).child(line).element());
        }
    }
}

fn latest_of(id: ItemId) -> String {
    desk().ledger.book.with_untracked(|book| {
        let item = book.item(id);
        let note = book.latest_note(id).map_or("", |(_, text)| text);
        let between = if item.reason().is_empty() || note.is_empty() { "" } else { " · " };
        format!("{}{between}{note}", item.reason())
    })
}
