//! What is added to an agenda: the field for a new one, and its text as a field.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Event, KeyboardEvent};
use yaodian_progress::{Line, NoteId, SessionId, draft_of_agenda};

use crate::browser::dom;
use crate::desk::desk;
use crate::text;
use crate::widgets::line_field::line_field;
use yaodian_ui::{El, el};

/// The longest text, in characters.
const LONGEST: &str = "200";

/// The text of what was added: a field on screen, words on paper.
pub fn own_title(id: SessionId, entry: NoteId) -> El {
    let line = Line::AgendaEntry(id, entry);
    let field = line_field(line).attr("aria-label", text::AGENDA_ENTRY).attr("maxlength", LONGEST);
    let on_paper = el("span").class("on-paper").child(move || desk().ledger.line(line));
    el("span").class("title").child(field).child(on_paper)
}

/// The field and the button that add something. What is typed is kept as a draft until then.
pub fn new_entry(id: SessionId) -> El {
    let ledger = desk().ledger;
    let draft = draft_of_agenda(id);
    let (typed, left) = (draft.clone(), draft.clone());
    let field_id = format!("new-entry-{id}");
    let selector = format!("#{field_id}");
    let field = el("input")
        .attr("id", field_id)
        .attr("list", "usual-entries")
        .attr("autocomplete", "off")
        .attr("maxlength", LONGEST)
        .attr("placeholder", text::AGENDA_ENTRY_HINT)
        .attr("value", ledger.draft_or(&draft, ""))
        .on("input", move |event| ledger.set_draft(&typed, "", event_target_value(&event)))
        .on("blur", move |_| ledger.store_draft())
        .on("keydown", |event| {
            let event: &KeyboardEvent = event.unchecked_ref();
            // The key that ends a composition adds nothing.
            if event.key() == "Enter" && dom::composing(event) {
                event.prevent_default();
            }
        });
    let usual = text::USUAL_ENTRIES.map(|usual| el("option").attr("value", usual));
    let add = move |event: Event| {
        event.prevent_default();
        let Some(field) = dom::input(&selector) else { return };
        if ledger.add_agenda_entry(id, &field.value()) {
            field.set_value("");
            ledger.drop_draft(&left);
        }
        let _ = field.focus();
    };
    el("form")
        .class("new-entry")
        .on("submit", add)
        .child(el("label").child(el("span").child(text::AGENDA_ENTRY)).child(field))
        .child(el("datalist").attr("id", "usual-entries").child(usual.into_iter().collect::<Vec<_>>()))
        .child(
            el("button").class("button").attr("disabled", move || !ledger.writable()).child(text::ADD_ENTRY),
        )
}
