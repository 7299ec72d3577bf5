//! Files that come in: read, unsealed, looked at, merged.

use leptos::prelude::*;
use leptos::task::spawn_local;
use std::sync::Arc;
use web_sys::Event;
use yaodian_plan::progress::{DecodeError, decode};

use super::preview::preview;
use super::{button, part};
use crate::browser::seal::{self, Sealed};
use crate::browser::{dom, files};
use crate::components::el::{El, all, el, live};
use crate::components::field::labelled;
use crate::ledger::Incoming;
use crate::state::desk;
use crate::text;

/// What becomes of the bytes of a file.
fn understand(name: String, bytes: Result<Vec<u8>, usize>) -> Incoming {
    let plan = &desk().catalog().plan.id;
    let bytes = match bytes {
        Ok(bytes) => bytes,
        Err(size) => return Incoming::Refused(name, DecodeError::TooLarge(size).to_string()),
    };
    match seal::sealed(&bytes) {
        Some(Ok(sealed)) => return Incoming::Sealed(name, Arc::new(sealed)),
        Some(Err(version)) => return Incoming::Refused(name, DecodeError::Newer(version.into()).to_string()),
        None => {}
    }
    match decode(&bytes, Some(plan)) {
        Ok(decoded) => Incoming::Ready(name, Box::new(decoded)),
        Err(error) => Incoming::Refused(name, error.to_string()),
    }
}

/// The card about imports; the files that wait are dealt with one after the other.
pub fn import() -> El {
    let ledger = desk().ledger;
    let take = move |event: Event| {
        event.prevent_default();
        for file in files::given(&event) {
            spawn_local(async move {
                let given = files::read(file).await;
                arrive(understand(given.name, given.bytes));
            });
        }
        // Choosing the same file again shall be a change again.
        dom::set_value(&event, "");
    };
    let input = el("input").attr("type", "file").attr("multiple", "").on("change", take);
    let first = move || match ledger.incoming.with(|line| line.first().cloned()) {
        None => all(Vec::new()),
        Some(incoming) => untrack(|| waiting(incoming)).view(),
    };
    part(text::IMPORT, text::IMPORT_NOTE)
        .class("card drop")
        .on("dragover", |event| event.prevent_default())
        .on("drop", take)
        .add(
            el("fieldset")
                .disabled_if(move || !ledger.writable())
                .add(el("label").class("button main file").add(text::CHOOSE_FILES).add(input))
                .add(live(first)),
        )
}

/// Puts a file at the end of the line.
pub fn arrive(incoming: Incoming) {
    let line = desk().ledger.incoming;
    line.update_untracked(|line| line.push(incoming));
    // The file that is being decided stays as it is, with what was chosen for it.
    if line.with_untracked(Vec::len) == 1 {
        line.notify();
        dom::focus_later(WAITING.into());
    }
}

/// Lets go of the file that stands first.
pub fn next() {
    desk().ledger.incoming.update(|line| {
        if !line.is_empty() {
            line.remove(0);
        }
    });
    dom::focus_back_later(None, vec![WAITING.into(), ".file input".into()]);
}

/// What is shown of the file that stands first.
const WAITING: &str = ".waiting";

fn waiting(incoming: Incoming) -> El {
    el("div").class("waiting").attr("tabindex", "-1").add(dealt_with(incoming))
}

fn dealt_with(incoming: Incoming) -> El {
    let close = || button(text::CLOSE, |_| next());
    match incoming {
        Incoming::Refused(name, why) => el("div")
            .class("notice")
            .attr("role", "alert")
            .add(el("p").add(el("b").add(name)))
            .add(el("p").add(why))
            .add(close()),
        Incoming::Sealed(name, sealed) => unseal(name, sealed).add(close()),
        Incoming::Ready(name, decoded) => preview(name, *decoded),
    }
}

fn unseal(name: String, sealed: Arc<Sealed>) -> El {
    let ledger = desk().ledger;
    let said = RwSignal::new("");
    let title = name.clone();
    let open = move |event: Event| {
        event.prevent_default();
        let Some(passphrase) = dom::input("#unseal").map(|field| field.value()) else { return };
        let (name, sealed) = (name.clone(), sealed.clone());
        said.set("");
        spawn_local(async move {
            match seal::open(&sealed, &passphrase).await {
                None => said.set(if seal::possible() { text::WRONG_PASSPHRASE } else { text::NO_SEALING }),
                Some(bytes) => {
                    let is_it = |waiting: &Incoming| matches!(waiting, Incoming::Sealed(_, known) if Arc::ptr_eq(known, &sealed));
                    ledger.incoming.update(|line| {
                        // Opening takes a while; it may have been closed meanwhile, and another is first.
                        if let Some(first) = line.first_mut().filter(|first| is_it(first)) {
                            *first = understand(name, Ok(bytes));
                        }
                    });
                    dom::focus_later(WAITING.into());
                }
            }
        });
    };
    let passphrase = el("input").attr("id", "unseal").attr("type", "password").attr("autocomplete", "off");
    let form = el("form")
        .class("tools")
        .on("submit", open)
        .add(labelled(text::PASSPHRASE, passphrase))
        .add(el("button").class("button").add(text::OPEN_SEALED));
    el("div")
        .class("notice")
        .add(el("p").add(el("b").add(title)))
        .add(form)
        .add(el("p").attr("role", "alert").live_text(move || said.get().into()))
}
