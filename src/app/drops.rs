//! Files that are dropped somewhere on the page. A browser that is left to itself would open them in the page's place.

use leptos::ev;
use leptos::prelude::*;
use web_sys::DragEvent;
use yaodian_plan::find::holds;

use crate::browser::{dom, files};
use crate::desk::Desk;
use crate::route::{Page, Route};
use crate::text;
use crate::widgets::chunk_missing::{with_import, with_office};

/// Takes in what is dropped, wherever that is.
pub fn watch(desk: Desk) {
    window_event_listener(ev::dragover, |event| {
        if !is_for_a_field(&event) {
            files::accept_drag(&event, files::are_dragged(&event));
        }
    });
    window_event_listener(ev::drop, move |event| {
        if is_for_a_field(&event) {
            return;
        }
        event.prevent_default();
        let given = files::files_of(&event);
        if !given.is_empty() {
            // Records have names of one kind; of other files the chunk that reads documents says what they are.
            if given.iter().any(|file| !holds(&file.name(), ".json")) {
                with_import(move |import| (import.take_in)(given));
                return;
            }
            with_office(move |office| {
                (office.take_in)(given);
                // Who is filling in a form finishes that first.
                if dom::find("dialog[open]").is_some() {
                    desk.ledger.say(text::TAKEN_IN.into());
                } else if desk.page.get_untracked() != Page::Data {
                    desk.go(&Route::to(Page::Data));
                }
            });
        }
    });
}

/// Whether it is a text that goes into the field below the pointer, which the browser sees to.
fn is_for_a_field(event: &DragEvent) -> bool {
    !files::are_dragged(event) && dom::in_field(event)
}
