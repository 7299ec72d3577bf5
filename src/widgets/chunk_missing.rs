//! What is shown in place of a chunk that could not be loaded.

use leptos::prelude::*;
use yaodian_ui::{El, View, el, live};

use crate::browser::window;
use crate::chunks::{self, Browse, Import, Office, Record};
use crate::desk::desk;
use crate::text;

/// What a chunk shows; where the chunk could not be loaded, what to do about it, until it can.
pub fn or_missing(view: impl Fn() -> Option<View> + 'static) -> View {
    live(move || {
        untrack(&view).unwrap_or_else(|| {
            // Another attempt may bring it.
            let _ = chunks::are_awaited();
            let heading = el("h1").attr("tabindex", "-1").attr("id", "item-title");
            try_again(heading.child(why_missing())).into_view()
        })
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

/// Does something with the chunk as soon as it is loaded, or says that it cannot be loaded.
pub fn with_import(act: impl FnOnce(&'static Import) + 'static) {
    chunks::load_import_then(|import| import.map_or_else(say_missing, act));
}

fn say_missing() {
    desk().ledger.say(why_missing().into());
}

/// A server that has another version has this page's chunks no more, and trying again is of no use.
fn why_missing() -> &'static str {
    if window::chunk_is_gone() { text::CHUNK_GONE } else { text::CHUNK_MISSING }
}

/// What is wrong, and a way out of it.
pub fn try_again(what: El) -> El {
    let button = el("button").class("button");
    let button = match window::chunk_is_gone() {
        true => button.on("click", |_| window::reload()).child(text::RELOAD),
        false => button.on("click", |_| load_again()).child(text::RETRY),
    };
    el("div").class("notice unsaved").attr("role", "alert").child(what).child(button)
}

/// Tries once more to load what is shown and missing.
pub fn load_again() {
    let desk = desk();
    desk.load_again();
    if desk.ledger.unread.get_untracked() {
        chunks::load_record_then(move |record| desk.ledger.set_unread(record.is_none()));
    }
}
