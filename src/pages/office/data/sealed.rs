//! Files that only a passphrase opens.

use leptos::prelude::*;
use leptos::task::spawn_local;
use std::sync::Arc;
use web_sys::Event;

use super::queue::FIRST;
use super::understand::unsealed;
use crate::browser::seal::{self, Sealed};
use crate::browser::{dom, focus};
use crate::desk::desk;
use crate::text;
use crate::widgets::field::labelled;
use yaodian_ui::{El, el};

/// Asks for the passphrase; what was sealed then takes the place of the file in the line.
pub fn unseal(name: String, sealed: Arc<Sealed>, file: Arc<str>) -> El {
    let ledger = desk().ledger;
    let said = RwSignal::new("");
    let open = move |event: Event| {
        event.prevent_default();
        let Some(passphrase) = dom::input("#unseal").map(|field| field.value()) else { return };
        let (sealed, file) = (sealed.clone(), file.clone());
        said.set(text::UNSEALING);
        spawn_local(async move {
            match seal::open(&sealed, &passphrase).await {
                None => said.set(why_not(&passphrase)),
                Some(bytes) => {
                    ledger.replace_sealed(&sealed, unsealed(&bytes, &file));
                    focus::focus_later(FIRST.into());
                }
            }
        });
    };
    let passphrase = el("input").attr("id", "unseal").attr("type", "password").attr("autocomplete", "off");
    let form = el("form")
        .class("tools")
        .on("submit", open)
        .child(labelled(text::PASSPHRASE, passphrase))
        .child(el("button").class("button").child(text::OPEN_SEALED));
    el("div")
        .class("notice")
        .child(el("p").child(el("b").child(name)))
        .child(form)
        .child(el("p").attr("role", "alert").child(move || said.get()))
}

/// Why a passphrase does not open it.
fn why_not(passphrase: &str) -> &'static str {
    match (seal::possible(), passphrase.trim() == passphrase) {
        (false, _) => text::NO_SEALING,
        (true, true) => text::WRONG_PASSPHRASE,
        (true, false) => text::WRONG_WITH_BLANKS,
    }
}
