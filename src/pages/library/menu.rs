//! The plans of this browser below the title in the bar.

use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{KeyboardEvent, Node};
use yaodian_ui::{El, View, el, fragment, live};

use super::shown::{Bundled, Shelf, Shown, follow_others, read_again};
use crate::browser::{dom, focus};
use crate::desk::desk;
use crate::library::{PlanHead, Recorded, open_address};
use crate::route::{Page, bundled_address};
use crate::text;
use crate::widgets::link::{current, library_link, page_link};

/// More plans than this are on their own page.
const MOST: usize = 12;
/// The part of the bar that is unfolded.
const MENU: &str = ".plans-menu";

/// What is below the title while it is unfolded.
pub fn menu() -> View {
    let shown: Shown = RwSignal::new(None);
    read_again(shown);
    follow_others(shown);
    let outside = window_event_listener(ev::pointerdown, |event| {
        let target = event.target().and_then(|target| target.dyn_into::<Node>().ok());
        if dom::find(MENU).is_some_and(|menu| !menu.contains(target.as_ref())) {
            close();
        }
    });
    // A link of it was followed, or a key has led elsewhere.
    let moved = window_event_listener(ev::hashchange, |_| close());
    on_cleanup(move || {
        outside.remove();
        moved.remove();
    });
    let escape = |event: web_sys::Event| {
        if event.dyn_ref::<KeyboardEvent>().is_some_and(|event| event.key() == "Escape") {
            event.stop_propagation();
            close();
            if let Some(title) = dom::find(".plans-menu > summary") {
                let _ = title.focus();
            }
        }
    };
    let list = live(move || match shown.get() {
        None => el("p").class("empty").child(text::LIBRARY_READING).into_view(),
        Some(Ok(shelf)) => plans(shelf),
        Some(Err(reason)) => el("p").class("notice").child(text::plan_not_read(reason)).into_view(),
    });
    focus::focus_later(".plans-panel".into());
    let ways = el("p")
        .class("tools")
        .child(library_link().class("button"))
        .child(page_link(Page::Import(String::new())).class("button").child(text::IMPORT_PLAN));
    el("nav")
        .class("plans-panel")
        .attr("tabindex", "-1")
        .attr("aria-label", text::LIBRARY_LIST)
        .on("keydown", escape)
        .child(list)
        .child(ways)
        .into_view()
}

fn close() {
    if let Some(menu) = dom::find(MENU) {
        let _ = menu.remove_attribute("open");
    }
}

fn plans(shelf: Shelf) -> View {
    let Shelf { plans, bundled, .. } = shelf;
    let own = bundled.as_ref().map(|own| own.head.key.clone());
    let others = plans.into_iter().filter(|(head, _)| Some(&head.key) != own.as_ref() && !head.archived);
    let others: Vec<(PlanHead, Recorded)> = others.collect();
    let more = others.len().saturating_sub(MOST);
    let first = bundled.map(|Bundled { head, recorded, .. }| plan(&head, recorded, bundled_address()));
    let rows =
        others.iter().take(MOST).map(|(head, recorded)| plan(head, *recorded, open_address(&head.key)));
    let list = el("ul").child(first.into_iter().chain(rows).collect::<Vec<_>>());
    let rest = (more > 0).then(|| el("p").class("empty").child(text::plans_more(more)).into_view());
    fragment([list.into_view()].into_iter().chain(rest).collect())
}

/// A plan: a link, so that it can be opened in another tab.
fn plan(head: &PlanHead, recorded: Recorded, href: String) -> El {
    let facts = [
        Some(text::plan_year(head.year)),
        Some(head.issuer.clone()).filter(|issuer| !issuer.is_empty()),
        Some(text::plan_progress(head.items, recorded)),
        (head.used > 0).then(|| text::plan_used(head.used)),
    ];
    let is_here = desk().catalog().plan.id == head.key.as_str();
    let here = is_here.then(|| el("small").class("plan-mark").child(text::LIBRARY_IN_USE));
    let facts: Vec<El> = facts.into_iter().flatten().map(|fact| el("span").child(fact)).collect();
    let link = el("a")
        .attr("href", href)
        .child(el("b").child(head.called().to_owned()))
        .child(here)
        .child(el("span").class("facts-line").child(facts));
    el("li").child(current(link, is_here))
}
