//! What is shown in place of a chunk that could not be loaded.

use yaodian_ui::{El, View, el};

use crate::browser::window;
use crate::chunks::{self, Browse, Office, Record};
use crate::desk::desk;
use crate::text;

/// What a chunk shows; where the chunk could not be loaded, what to do about it.
pub fn or_missing(view: Option<View>) -> View {
    view.unwrap_or_else(|| {
        let heading = el("h1").attr("tabindex", "-1").attr("id", "item-title");
        try_again(heading.child(text::CHUNK_MISSING)).into_view()
    })
}

/// Does something with the chunk as soon as it is loaded, or says that it cannot be loaded.
pub fn with_browse(act: impl FnOnce(&'static Browse) + 'static) {
    chunks::load_browse_then(|browse| browse.map_or_else(say_missing, act));
}

/// Does something with the chunk as soon as it is loaded and what was recorded is read, or says that it cannot be loaded.
pub fn with_record(act: impl FnOnce(&'static Record) + 'static) {
    chunks::load_record_then(|record| record.map_or_else(say_missing, act));
}

/// The same with the office's chunk.
pub fn with_office(act: impl FnOnce(&'static Office) + 'static) {
    chunks::load_office_then(|office| office.map_or_else(say_missing, act));
}

fn say_missing() {
    desk().ledger.say(text::CHUNK_MISSING.into());
}

/// What is wrong, and a way to try again.
pub fn try_again(what: El) -> El {
    el("div")
        .class("notice unsaved")
        .attr("role", "alert")
        .child(what)
        .child(el("button").class("button").on("click", |_| window::reload()).child(text::RETRY))
}
