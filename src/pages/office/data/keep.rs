//! Where the records are, how much room they take, and who writes them.

use leptos::prelude::*;
use leptos::task::spawn_local;
use web_sys::Event;
use yaodian_plan::UnitId;
use yaodian_progress::{Author, Line};

use super::part::part;
use crate::browser::storage::{persist, vault};
use crate::browser::window;
use crate::desk::desk;
use crate::text;
use crate::widgets::button::button;
use crate::widgets::field::{labelled, option};
use crate::widgets::line_field::line_field;
use yaodian_ui::{El, el, fragment, live};

/// Where they are.
pub fn place() -> El {
    let ledger = desk().ledger;
    let kept = RwSignal::new(None::<bool>);
    spawn_local(async move { kept.set(Some(persist::persisted().await)) });
    let ask = move |_: Event| spawn_local(async move { kept.set(Some(persist::request_persist().await)) });
    let amount = move || {
        let size = ledger.vault.get().map_or(0, vault::Vault::usage);
        ledger.book.with(|book| text::amount(book.items().len(), book.note_count(), size, vault::ROOM))
    };
    let scarce = move || {
        ledger.book.track();
        ledger.vault.get().is_some_and(vault::Vault::scarce)
    };
    let promise = move || match kept.get() {
        None => fragment(Vec::new()),
        Some(true) => el("p").child(text::KEPT).into_view(),
        Some(false) => fragment(vec![
            el("p").child(text::NOT_KEPT).into_view(),
            el("p").class("tools").child(button(text::ASK_TO_KEEP, ask)).into_view(),
        ]),
    };
    part(text::WHERE, text::WHERE_TEXT)
        .child(el("p").child(amount))
        .child(el("p").class("notice").attr("hidden", move || !scarce()).child(text::SCARCE))
        .child(live(promise))
        .child(window::on_apple_tablet().then(|| el("p").class("notice").child(text::HOME_SCREEN)))
}

/// Who writes here.
pub fn writer() -> El {
    let desk = desk();
    let ledger = desk.ledger;
    let author = move || ledger.writer();
    let name = line_field(Line::AuthorName(ledger.author())).attr("autocomplete", "name");
    let mut units = vec![option(String::new(), text::WRITER_NO_UNIT.into())];
    units.extend(desk.catalog().plan.units.iter().map(|unit| option(unit.id.0.clone(), unit.name.clone())));
    let unit = el("select")
        .child(units)
        .prop("value", move || author().unit.map(|unit| unit.0).unwrap_or_default())
        .on("change", move |event| {
            let unit = Some(event_target_value(&event)).filter(|unit| !unit.is_empty()).map(UnitId);
            ledger.set_writer(Author { unit, ..untrack(author) });
        });
    part(text::WRITER, text::WRITER_NOTE).child(
        el("fieldset")
            .class("details")
            .attr("disabled", move || !ledger.writable())
            .child(labelled(text::WRITER_NAME, name))
            .child(labelled(text::WRITER_UNIT, unit)),
    )
}
