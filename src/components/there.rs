//! What parts of the program show, or words in its place where a part could not be fetched.

use crate::browser::dom;
use crate::parts::{self, Office, Pages, Record};
use crate::state::desk;
use crate::text;
use yaodian_ui::{El, View, el};

/// What a part shows; where the part could not be fetched, what to do about it.
pub fn there(view: Option<View>) -> View {
    view.unwrap_or_else(|| {
        let heading = el("h1").attr("tabindex", "-1").attr("id", "item-title");
        try_again(heading.child(text::PART_MISSING)).into_view()
    })
}

/// Does something with the part with the other pages as soon as it is there, or says that it cannot be had.
pub fn with_pages(act: impl FnOnce(&'static Pages) + 'static) {
    parts::pages_soon(|pages| pages.map_or_else(tell, act));
}

/// Does something with the part about recording as soon as it is there, or says that it cannot be had.
pub fn with_record(act: impl FnOnce(&'static Record) + 'static) {
    parts::record_soon(|record| record.map_or_else(tell, act));
}

/// The same with the office's part.
pub fn with_office(act: impl FnOnce(&'static Office) + 'static) {
    parts::office_soon(|office| office.map_or_else(tell, act));
}

fn tell() {
    desk().ledger.tell(text::PART_MISSING.into());
}

/// What is wrong, and a way to try again.
pub fn try_again(what: El) -> El {
    el("div")
        .class("notice unsaved")
        .attr("role", "alert")
        .child(what)
        .child(el("button").class("button").on("click", |_| dom::reload()).child(text::RETRY))
}
