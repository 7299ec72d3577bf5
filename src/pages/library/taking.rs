//! Plans that come in as files, and go out as such.

use leptos::prelude::*;
use leptos::task::spawn_local;
use web_sys::Event;
use yaodian_ui::{El, el};

use super::shown::{Shown, read_again};
use crate::browser::files::{self, Body, HandedOver};
use crate::browser::{dom, focus};
use crate::desk::desk;
use crate::library::{self, PlanKey, Taken};
use crate::route::Page;
use crate::text;
use crate::widgets::card::card;
use crate::widgets::link::page_link;

/// The card that takes files.
pub fn card_for_files(shown: Shown) -> El {
    let said = RwSignal::new(String::new());
    let taken = RwSignal::new(None::<Taken>);
    let take = move |event: Event| {
        let given = files::files_of(&event);
        spawn_local(async move {
            for file in given {
                let read = files::read(file).await;
                // A file that is too large is none of ours.
                let bytes = read.bytes.unwrap_or_default();
                match library::take_file(&read.name, &bytes).await {
                    Ok(one) => {
                        let more = library::take_library_of(&read.name, &bytes).await;
                        said.set(text::taken(&one) + &text::taken_beside(&more));
                        taken.set(Some(one));
                        focus::focus_later(".taken a.button".into());
                    }
                    Err(reason) => {
                        said.set(text::not_taken(&reason));
                        taken.set(None);
                    }
                }
            }
            read_again(shown);
        });
        // Choosing the same file again shall be a change again.
        dom::set_value(&event, "");
    };
    let input = el("input").attr("type", "file").attr("multiple", "").on("change", take);
    let way = move || taken.get().map(|taken| library::open_address(&taken.key)).unwrap_or_default();
    card(text::LIBRARY_TAKE, Vec::new())
        .child(el("p").class("lead").child(text::LIBRARY_TAKE_NOTE))
        .child(
            el("p")
                .class("tools")
                .child(el("label").class("button file").child(text::LIBRARY_CHOOSE).child(input))
                .child(page_link(Page::Import(String::new())).class("button").child(text::IMPORT_PLAN)),
        )
        .child(
            el("div")
                .class("tools taken")
                .child(el("p").attr("role", "status").child(move || said.get()))
                .child(
                    el("a")
                        .class("button")
                        .attr("href", way)
                        .attr("hidden", move || taken.with(Option::is_none))
                        .child(text::OPEN_TAKEN),
                ),
        )
}

/// Hands a plan over as a plan file, for whoever hosts it.
pub fn save_plan_file(key: PlanKey) {
    spawn_local(async move {
        let ledger = desk().ledger;
        match library::in_use(&key).await {
            Ok(Some(plan)) => {
                let name = text::plan_file_name(key.as_str());
                let handed =
                    files::hand_over(&name, "application/json", &Body::Text(plan.to_json().into())).await;
                let said = if handed == HandedOver::Done { text::DOWNLOADED } else { text::DOWNLOAD_FAILED };
                ledger.say(said.into());
            }
            Ok(None) => ledger.say(text::PLAN_NOT_HERE.into()),
            Err(reason) => ledger.say(text::plan_not_read(reason)),
        }
    });
}
