//! 脉络: links that the texts suggest. Only those that somebody accepts are made.

use std::collections::HashMap;

use leptos::prelude::*;
use yaodian_plan::{ItemId, Link};
use yaodian_reading::understanding::Proposal;
use yaodian_review::{Edit, Reading};
use yaodian_ui::{El, View, el, fragment, live};

use super::parts::folded;
use super::studio::studio;
use crate::text;
use crate::widgets::button::button;

/// How many are shown at first, and how many more at each request.
const STEP: usize = 100;

/// The card, where something is suggested.
pub fn links() -> View {
    let studio = studio();
    let count = Memo::new(move |_| studio.of_reading(|reading| reading.proposals.len()));
    live(move || {
        let count = count.get();
        if count == 0 {
            return fragment(Vec::new());
        }
        let accepted = move || studio.of_sheet(|sheet| sheet.links.values().filter(|holds| **holds).count());
        let title = el("span")
            .child(text::LINKS)
            .child(el("small").child(move || text::links_count(accepted(), count)));
        folded(title, move || proposals(count)).into_view()
    })
}

fn proposals(count: usize) -> View {
    let studio = studio();
    let all = |holds: bool| {
        move |_| {
            studio.edit(Edit::Link((0..count).collect(), holds));
        }
    };
    let tools = el("p")
        .class("tools")
        .child(button(text::LINKS_ALL, all(true)))
        .child(button(text::LINKS_NO, all(false)));
    let limit = RwSignal::new(STEP);
    let list = live(move || {
        let found = studio.of_reading(said).into_iter().take(limit.get()).enumerate();
        el("ul").class("proposals").child(found.map(proposal).collect::<Vec<_>>()).into_view()
    });
    let rest = move || count.saturating_sub(limit.get());
    let more = button(move || text::more_links(rest()), move |_| limit.update(|limit| *limit += STEP));
    fragment(vec![
        el("p").class("lead").child(text::LINKS_NOTE).into_view(),
        tools.into_view(),
        list,
        more.attr("hidden", move || rest() == 0).into_view(),
    ])
}

fn proposal((at, (words, reason)): (usize, (String, String))) -> El {
    let studio = studio();
    let field = el("input")
        .attr("type", "checkbox")
        .prop("checked", move || studio.of_sheet(|sheet| sheet.links.get(&at).copied().unwrap_or_default()))
        .on("change", move |event| {
            studio.edit(Edit::Link(vec![at], event_target_checked(&event)));
        });
    el("li").child(el("label").child(field).child(el("span").child(words).child(el("small").child(reason))))
}

/// The suggestions in words, each with its reason.
pub fn said(reading: &Reading) -> Vec<(String, String)> {
    let titles: HashMap<ItemId, &str> =
        reading.plan.items.iter().map(|item| (item.id, item.title.as_str())).collect();
    let title = |id| titles.get(&id).copied().unwrap_or_default();
    let one = |proposal: &Proposal| {
        let words = match &proposal.link {
            Link::Basis { point, item, .. } => text::link_basis(*point, title(*item)),
            Link::Prepares { from, to } => text::link_prepares(title(*from), title(*to)),
            Link::Same { a, b } => text::link_same(title(*a), title(*b)),
        };
        (words, proposal.reason.clone())
    };
    reading.proposals.iter().map(one).collect()
}
