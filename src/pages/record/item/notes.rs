//! Notes on an item: dated remarks, the newest first.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Event, KeyboardEvent};
use yaodian_plan::ItemId;
use yaodian_progress::{Field, NoteId, Value, draft_of_item, draft_of_note};

use crate::browser::{dom, focus};
use crate::desk::desk;
use crate::text;
use yaodian_ui::{El, View, el, fragment, live};

/// Which note is being changed, and what it said when that began.
type Editing = (RwSignal<Option<NoteId>>, StoredValue<String>);

/// The notes of an item, and the field for a new one.
pub fn notes(id: ItemId) -> El {
    let ledger = desk().ledger;
    let editing = RwSignal::new(None::<NoteId>);
    // What the note said when somebody began to change it.
    let seen = StoredValue::new(String::new());
    let notes = Memo::new(move |_| {
        ledger.book.with(|book| {
            let notes = book.item(id).live_notes().rev();
            notes.map(|(note, text)| (note, text.to_owned())).collect::<Vec<_>>()
        })
    });
    let list = move || {
        let open = editing.get();
        if let Some(note) = open.filter(|open| notes.with(|notes| notes.iter().all(|(note, _)| note != open)))
        {
            // Another page has deleted it, and its field goes with it.
            ledger.move_draft(&draft_of_note(id, note), &draft_of_item(id));
        }
        notes.with(|notes| {
            if notes.is_empty() {
                return el("p").class("empty").child(text::NO_NOTES).into_view();
            }
            let rows = notes.iter().map(|(note, text)| {
                if open == Some(*note) {
                    edited(id, *note, text, (editing, seen))
                } else {
                    shown(id, *note, text, (editing, seen))
                }
            });
            el("ol").class("notes").child(rows.collect::<Vec<_>>()).into_view()
        })
    };
    el("section").class("noted").child(el("h3").child(text::NOTES)).child(new_note(id)).child(live(list))
}

/// The field for a new note. It is built again when the ledger opens, because the draft is read then.
fn new_note(id: ItemId) -> View {
    let ledger = desk().ledger;
    live(move || {
        ledger.vault.track();
        let key = draft_of_item(id);
        let save = move |text: &str| {
            ledger
                .add_note(id, text)
                .then(|| {
                    ledger.drop_draft(&draft_of_item(id));
                    // It stays as it is, so that nothing has to be waited for: who is quick is elsewhere by then.
                    if let Some(field) = dom::find("#new-note") {
                        // A field of the page takes the focus.
                        let _ = field.focus();
                    }
                })
                .is_some()
        };
        editor("new-note", text::NEW_NOTE, key, String::new(), save, None)
    })
}

fn shown(id: ItemId, note: NoteId, text: &str, (editing, seen): Editing) -> El {
    let desk = desk();
    let who = desk.ledger.book.with_untracked(|book| book.signature(note.created.by, desk.catalog()));
    let own = note.created.by == desk.ledger.author();
    let when = text::moment(note.created.at, desk.catalog().plan.year);
    let button = |name: &'static str| el("button").attr("type", "button").class("plain").child(name);
    let now = text.to_owned();
    let edit = move |_: Event| {
        seen.set_value(now.clone());
        editing.set(Some(note));
        focus::focus_later("#edit-note".into());
    };
    let delete = move |_: Event| {
        desk.ledger.write(vec![(Field::Note(id, note), Value::Note(None))]);
        focus::focus_later(".toast button".into());
    };
    el("li").child(el("p").class("text").child(text.to_owned())).child(
        el("p")
            .class("meta")
            .child(el("span").child(when))
            .child((!own).then(|| el("span").child(who)))
            .child(button(text::EDIT).on("click", edit))
            .child(button(text::DELETE).on("click", delete)),
    )
}

fn edited(id: ItemId, note: NoteId, text: &str, (editing, seen): Editing) -> El {
    let ledger = desk().ledger;
    let key = draft_of_note(id, note);
    let done = move || {
        ledger.drop_draft(&draft_of_note(id, note));
        editing.set(None);
        focus::focus_later(".noted .plain".into());
    };
    let save = move |text: &str| {
        let text = text.trim();
        if text.is_empty() {
            return false;
        }
        ledger.edit_note(id, note, &seen.get_value(), text);
        done();
        true
    };
    el("li").child(editor("edit-note", text::EDIT_NOTE, key, text.to_owned(), save, Some(Box::new(done))))
}

/// A field for the text of a note. What is typed is kept as a draft, and a draft from another page is shown; `save`
/// says whether it was taken.
fn editor(
    name: &'static str,
    label: &'static str,
    key: String,
    initial: String,
    save: impl Fn(&str) -> bool + Copy + 'static,
    cancel: Option<Box<dyn Fn()>>,
) -> View {
    let ledger = desk().ledger;
    let keep = save_field(name, save);
    let typed = key.clone();
    let before = initial.clone();
    let shown = move || {
        // Another page may have changed it.
        ledger.track_drafts();
        ledger.draft_or(&key, &initial)
    };
    let field = el("textarea")
        .attr("id", name)
        .attr("rows", "3")
        .attr("aria-label", label)
        .attr("placeholder", label)
        .prop("value", shown)
        .on("input", move |event| ledger.set_draft(&typed, &before, event_target_value(&event)))
        .on("blur", move |_| ledger.store_draft())
        .on("keydown", move |event| {
            let key: &KeyboardEvent = event.unchecked_ref();
            let control = key.ctrl_key() || key.meta_key();
            if control && key.key() == "Enter" && !dom::composing(key) {
                key.prevent_default();
                keep();
            }
        });
    let cancel = cancel.map(|cancel| {
        el("button").attr("type", "button").class("button").on("click", move |_| cancel()).child(text::CANCEL)
    });
    let buttons = el("p")
        .class("actions")
        .child(
            el("button")
                .attr("type", "button")
                .class("button")
                .on("click", move |_| keep())
                .child(text::SAVE_NOTE),
        )
        .child(cancel)
        .child(
            el("small")
                .child(el("span").class("keys-only").child(text::SAVE_KEYS))
                .child(text::KEPT_BY_ITSELF),
        );
    fragment(vec![field.into_view(), buttons.into_view()])
}

/// Saves what stands in a field, and empties it then.
fn save_field(
    name: &'static str,
    save: impl Fn(&str) -> bool + Copy + 'static,
) -> impl Fn() + Copy + 'static {
    move || {
        let field = dom::find(&format!("#{name}"))
            .and_then(|field| field.dyn_into::<web_sys::HtmlTextAreaElement>().ok());
        if let Some(field) = field
            && save(&field.value())
        {
            field.set_value("");
        }
    }
}
