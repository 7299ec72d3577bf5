//! Going back: restore points, starting anew, and what was found damaged.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::backup::hand;
use super::{button, part};
use crate::browser::dom;
use crate::browser::storage::vault::Vault;
use crate::components::el::{El, el};
use crate::signals::whenever;
use crate::state::desk;
use crate::text;
use yaodian_vault::{Entries, RestorePoint};

/// The card about restore points.
pub fn restore() -> El {
    let ledger = desk().ledger;
    let points = RwSignal::new(None::<Vec<RestorePoint>>);
    let failed = RwSignal::new(false);
    let load = move |vault: Vault| {
        spawn_local(async move {
            match vault.restore_points().await {
                Ok(found) => points.set(Some(found)),
                Err(_) => failed.set(true),
            }
        });
    };
    // Whatever replaces the records leaves a restore point, and changes the book.
    whenever(move || {
        ledger.book.track();
        if let Some(vault) = ledger.vault.get() {
            load(vault);
        }
    });
    let keep = move |_| {
        let Some(vault) = ledger.vault.get_untracked() else { return };
        spawn_local(async move {
            match vault.create_restore_point(text::RESTORE_BY_HAND).await {
                Ok(_) => load(vault),
                Err(reason) => ledger.tell(text::no_restore_point(reason)),
            }
        });
    };
    let reset = move |_| {
        if dom::confirm(text::RESET_SURE) {
            ledger.replace(Entries::new(), text::BEFORE_RESET, text::RESET_DONE.into());
        }
    };
    let list = move || {
        points.with(|points| {
            let points = points.as_deref().unwrap_or_default();
            if points.is_empty() {
                let none = if failed.get() { text::RESTORE_FAILED } else { text::RESTORE_NONE };
                return el("p").class("empty").add(none).view();
            }
            el("ul").class("points").add(points.iter().map(point).collect::<Vec<_>>()).view()
        })
    };
    part(text::RESTORE, text::RESTORE_NOTE).add(
        el("fieldset").disabled_if(move || !ledger.writable()).live(list).add(
            el("p")
                .class("tools")
                .add(button(text::RESTORE_NOW, keep).attr("id", "keep-now"))
                .add(button(text::RESET, reset).class("button danger")),
        ),
    )
}

fn point(point: &RestorePoint) -> El {
    let ledger = desk().ledger;
    let at = i64::try_from(point.id).unwrap_or_default();
    let entries = point.entries.clone();
    let back = move |_| {
        if dom::confirm(&text::restore_sure(ledger.lost_by(&entries))) {
            ledger.go_back(entries.clone(), text::BEFORE_RESTORE, text::RESTORED.into());
            // The list is about to be made anew.
            dom::focus_later("#keep-now".into());
        }
    };
    el("li")
        .add(el("span").add(text::restore_point(at, &point.reason, point.entries.len())))
        .add(button(text::RESTORE_THIS, back))
}

/// What was found damaged, if anything was.
pub fn damaged() -> El {
    let ledger = desk().ledger;
    let list = move || {
        let rows = ledger.quarantined.get().into_iter().map(|found| {
            let name = format!("{}.txt", found.key.replace('/', "-"));
            let raw = found.raw;
            let save = move |_| hand(name.clone(), "text/plain", raw.clone());
            el("li").add(el("span").add(found.key)).add(button(text::DAMAGED_DOWNLOAD, save))
        });
        el("ul").class("points").add(rows.collect::<Vec<_>>()).view()
    };
    part(text::DAMAGED, text::DAMAGED_NOTE)
        .hidden_if(move || ledger.quarantined.with(Vec::is_empty))
        .live(list)
}
