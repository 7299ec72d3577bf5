//! A field of one line: a draft while somebody types in it, recorded when it is left.

use leptos::prelude::*;
use yaodian_progress::Line;

use crate::browser::dom;
use crate::desk::desk;
use yaodian_ui::{El, el};

/// The field of a line.
pub fn line_field(line: Line) -> El {
    line_field_of_list(move || line, || {})
}

/// The same where the line changes with the list that it stands in. Calls `before` when it is about to be recorded.
pub fn line_field_of_list(line: impl Fn() -> Line + Copy + 'static, before: impl Fn() + 'static) -> El {
    let ledger = desk().ledger;
    let shown = move || ledger.line(line());
    el("input")
        .attr("autocomplete", "off")
        .prop("value", shown)
        .on("input", move |event| ledger.type_line(untrack(line), event_target_value(&event)))
        .on("change", move |event| {
            before();
            ledger.leave_line(untrack(line), event_target_value(&event));
            // What could not be recorded as it was typed is shown as it is.
            dom::set_value(&event, &untrack(shown));
        })
        .on("blur", move |_| ledger.store_draft())
}
