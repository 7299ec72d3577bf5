//! A file about another plan.

use leptos::prelude::*;
use leptos::task::spawn_local;
use yaodian_page::pack::unpack;
use yaodian_ui::{El, el};

use super::queue::put_back;
use crate::browser::focus;
use crate::desk::desk;
use crate::ledger::Other;
use crate::library;
use crate::route::plan_address;
use crate::text;
use crate::widgets::button::button;

/// What can be done with a file about another plan: it is put into that plan's mailbox, or nothing is done.
pub fn other_plan(name: String, file: Other) -> El {
    let ledger = desk().ledger;
    let said = RwSignal::new(String::new());
    let done = RwSignal::new(false);
    let what = el("p").child(text::other_plan(file.name()));
    let how = if file.sealed { text::MAILBOX_PUT_SEALED } else { text::MAILBOX_PUT_NOTE };
    let title = name.clone();
    let here = RwSignal::new(false);
    let Other { plan, packed: file_packed, text: records, .. } = file.clone();
    let id = plan.clone();
    let leaves = !records.is_empty();
    let leave = move |_| {
        let (name, file) = (name.clone(), file.clone());
        spawn_local(async move {
            match ledger.put_into_mailbox(&name, &file).await {
                Ok(()) => {
                    said.set(text::MAILBOX_PUT_DONE.into());
                    done.set(true);
                    // The button that was pressed is gone.
                    focus::focus_later(".waiting button:not([hidden])".into());
                }
                Err(reason) => said.set(text::not_put_into_mailbox(reason)),
            }
        });
    };
    let packed = file_packed.filter(|packed| unpack(packed).is_ok_and(|plan| plan.id == id));
    let take = packed.map(|packed| {
        let (name, records) = (title.clone(), records);
        let take = move |_| {
            let (name, packed, records) = (name.clone(), packed.clone(), records.clone());
            spawn_local(async move {
                match library::take_packed(&name, &packed, &records).await {
                    Ok(taken) => {
                        said.set(text::taken(&taken));
                        done.set(true);
                        here.set(true);
                        focus::focus_later(".waiting a.button".into());
                    }
                    Err(reason) => said.set(text::not_taken(&reason)),
                }
            });
        };
        button(text::TAKE_PLAN, take).class("button main").attr("hidden", move || done.get())
    });
    let way = el("a")
        .class("button main")
        .attr("href", plan_address(&plan))
        .attr("hidden", move || !here.get())
        .child(text::OPEN_TAKEN);
    el("div")
        .class("notice")
        .attr("role", "group")
        .attr("aria-label", title.clone())
        .child(el("p").child(el("b").child(title)))
        .child(what)
        .child(leaves.then(|| el("p").attr("hidden", move || done.get()).child(how)))
        .child(el("p").attr("role", "status").child(move || said.get()))
        .child(
            el("p")
                .class("tools")
                .child(take)
                .child(way)
                .child(leaves.then(|| button(text::MAILBOX_PUT, leave).attr("hidden", move || done.get())))
                .child(button(text::CLOSE, |_| put_back())),
        )
}
