//! Where the records are, how much room they take, and who writes them.

use leptos::prelude::*;
use leptos::task::spawn_local;
use web_sys::Event;
use yaodian_plan::UnitId;
use yaodian_progress::Author;

use super::{button, part};
use crate::browser::{dom, storage::vault};
use crate::components::el::{El, all, el, live};
use crate::components::field::{labelled, option};
use crate::state::desk;
use crate::text;

/// Where they are.
pub fn place() -> El {
    let ledger = desk().ledger;
    let kept = RwSignal::new(None::<bool>);
    spawn_local(async move { kept.set(Some(vault::persisted().await)) });
    let ask = move |_: Event| spawn_local(async move { kept.set(Some(vault::request_persist().await)) });
    let amount = move || {
        let size = ledger.vault.get().map_or(0, vault::Vault::usage);
        ledger.book.with(|book| text::amount(book.items().len(), book.note_count(), size, vault::ROOM)).into()
    };
    let scarce = move || {
        ledger.book.track();
        ledger.vault.get().is_some_and(vault::Vault::scarce)
    };
    let promise = move || match kept.get() {
        None => all(Vec::new()),
        Some(true) => el("p").add(text::KEPT).view(),
        Some(false) => all(vec![
            el("p").add(text::NOT_KEPT).view(),
            el("p").class("tools").add(button(text::ASK_TO_KEEP, ask)).view(),
        ]),
    };
    part(text::WHERE, text::WHERE_TEXT)
        .add(el("p").live_text(amount))
        .add(el("p").class("notice").hidden_if(move || !scarce()).add(text::SCARCE))
        .add(live(promise))
        .add(dom::on_apple_tablet().then(|| el("p").class("notice").add(text::HOME_SCREEN)))
}

/// Who writes here.
pub fn writer() -> El {
    let desk = desk();
    let ledger = desk.ledger;
    let author = move || ledger.writer();
    let name = el("input").attr("autocomplete", "name").live_value(move || author().name.into()).on(
        "change",
        move |event| {
            ledger
                .set_writer(Author { name: event_target_value(&event).trim().to_owned(), ..untrack(author) });
        },
    );
    let mut units = vec![option(String::new(), text::WRITER_NO_UNIT.into())];
    units.extend(desk.catalog().plan.units.iter().map(|unit| option(unit.id.0.clone(), unit.name.clone())));
    let unit = el("select")
        .add(units)
        .live_value(move || author().unit.map(|unit| unit.0).unwrap_or_default().into())
        .on("change", move |event| {
            let unit = Some(event_target_value(&event)).filter(|unit| !unit.is_empty()).map(UnitId);
            ledger.set_writer(Author { unit, ..untrack(author) });
        });
    part(text::WRITER, text::WRITER_NOTE).add(
        el("fieldset")
            .class("details")
            .disabled_if(move || !ledger.writable())
            .add(labelled(text::WRITER_NAME, name))
            .add(labelled(text::WRITER_UNIT, unit)),
    )
}
