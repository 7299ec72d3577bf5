//! Going back: restore points, starting anew, and what was found damaged.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::backup::hand_over;
use super::part::part;
use crate::browser::storage::vault::Vault;
use crate::browser::{focus, window};
use crate::desk::desk;
use crate::text;
use crate::widgets::button::button;
use yaodian_ui::{El, boxed, el};
use yaodian_vault::{Entries, Reason, RestorePoint};

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
    Effect::new(boxed(move || {
        ledger.book.track();
        if let Some(vault) = ledger.vault.get() {
            load(vault);
        }
    }));
    let keep = move |_| {
        let Some(vault) = ledger.vault.get_untracked() else { return };
        spawn_local(async move {
            match vault.create_restore_point(text::RESTORE_BY_HAND).await {
                Ok(_) => load(vault),
                Err(reason) => ledger.say(text::no_restore_point(reason)),
            }
        });
    };
    let reset = move |_| {
        if window::confirm(text::RESET_SURE) {
            put_in_place(move || ledger.replace(Entries::new(), text::BEFORE_RESET, text::RESET_DONE.into()));
        }
    };
    let list = move || {
        points.with(|points| {
            let points = points.as_deref().unwrap_or_default();
            if points.is_empty() {
                let none = if failed.get() { text::RESTORE_FAILED } else { text::RESTORE_NONE };
                return el("p").class("empty").child(none).into_view();
            }
            el("ul").class("points").child(points.iter().map(point).collect::<Vec<_>>()).into_view()
        })
    };
    part(text::RESTORE, text::RESTORE_NOTE).child(
        el("fieldset").attr("disabled", move || !ledger.writable()).child(list).child(
            el("p")
                .class("tools")
                .child(button(text::RESTORE_NOW, keep).attr("id", "keep-now"))
                .child(button(text::RESET, reset).class("button danger")),
        ),
    )
}

/// Replaces everything, or says why it stays.
fn put_in_place<F: Future<Output = Result<(), Reason>>>(replace: impl FnOnce() -> F + 'static) {
    spawn_local(async move {
        if let Err(reason) = replace().await {
            desk().ledger.say(text::not_replaced(reason));
        }
    });
}

fn point(point: &RestorePoint) -> El {
    let ledger = desk().ledger;
    let at = i64::try_from(point.id).unwrap_or_default();
    let entries = point.entries.clone();
    let back = move |_| {
        if window::confirm(&text::restore_sure(ledger.notes_lost_by(&entries))) {
            let entries = entries.clone();
            put_in_place(move || ledger.go_back(entries, text::BEFORE_RESTORE, text::RESTORED.into()));
            // The list is about to be made anew.
            focus::focus_later("#keep-now".into());
        }
    };
    el("li")
        .child(el("span").child(text::restore_point(at, &point.reason, point.entries.len())))
        .child(button(text::RESTORE_THIS, back))
}

/// What was found damaged, if anything was.
pub fn damaged() -> El {
    let ledger = desk().ledger;
    let list = move || {
        let rows = ledger.quarantined.get().into_iter().map(|found| {
            let name = format!("{}.txt", found.key.replace('/', "-"));
            let raw = found.raw;
            let save = move |_| hand_over(name.clone(), "text/plain", raw.clone());
            el("li").child(el("span").child(found.key)).child(button(text::DAMAGED_DOWNLOAD, save))
        });
        el("ul").class("points").child(rows.collect::<Vec<_>>()).into_view()
    };
    part(text::DAMAGED, text::DAMAGED_NOTE)
        .attr("hidden", move || ledger.quarantined.with(Vec::is_empty))
        .child(list)
}
