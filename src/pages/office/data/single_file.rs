//! The whole page as one file, with as much as somebody wants to hand on.

use leptos::prelude::*;
use leptos::task::spawn_local;
use yaodian_page::single;
use yaodian_ui::{El, el};

use super::backup::hand_over;
use super::part::part;
use crate::browser::{carry, dom};
use crate::desk::desk;
use crate::widgets::button::button;
use crate::{library, text};

/// What the file carries beside the plan.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Extent {
    Nothing,
    Records,
    /// What was recorded, and all other plans of this browser with what was recorded about them.
    Library,
}

/// The card about it.
pub fn single_file() -> El {
    let ledger = desk().ledger;
    let others = RwSignal::new(0);
    spawn_local(async move {
        // Without a library there is nothing more to hand on.
        let count = library::others(&desk().catalog().plan.id).await.map_or(0, |plans| plans.len());
        // The page may have been left meanwhile.
        let _ = others.try_set(count);
    });
    let save = |with: Extent| {
        move |_: web_sys::Event| {
            spawn_local(async move {
                match whole(with).await {
                    Ok(whole) => hand_over(single::name(&desk().catalog().plan.id), "text/html", whole),
                    Err(why) => desk().ledger.say(why),
                }
            });
        }
    };
    let records = move || text::single_with(ledger.book.with(|book| book.note_count()));
    part(text::SINGLE, text::SINGLE_NOTE).child(
        el("p")
            .class("tools")
            .child(button(text::SINGLE_PLAIN, save(Extent::Nothing)))
            .child(button(records, save(Extent::Records)))
            .child(
                button(move || text::single_with_library(others.get()), save(Extent::Library))
                    .attr("hidden", move || others.get() == 0),
            ),
    )
}

/// The file; `Err` has the reason why there is none.
async fn whole(with: Extent) -> Result<String, String> {
    let plan = &desk().catalog().plan;
    let plans = match with {
        Extent::Library => library::others_as_files(&plan.id).await.map_err(text::plan_not_read)?,
        Extent::Nothing | Extent::Records => Vec::new(),
    };
    let notes = if with == Extent::Nothing { String::new() } else { desk().ledger.to_notes() };
    let made = carry::source().await.and_then(|source| {
        // The file is made for the plan that the page ships with.
        let sounds = || dom::text_of(carry::PINYIN).unwrap_or_default();
        let source = match carry::is_replaced() {
            true => single::with_plan(&source, plan, &sounds())?,
            false => source,
        };
        carry::library::with(&carry::with_notes(&source, &notes)?, &plans)
    });
    made.ok_or_else(|| text::SINGLE_FAILED.to_owned())
}
