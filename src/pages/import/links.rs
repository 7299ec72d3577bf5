//! 脉络: links that the texts suggest. Only those that somebody accepts are made.

use leptos::prelude::*;
use yaodian_plan::Link;
use yaodian_reading::understanding::Proposal;
use yaodian_review::{Edit, Reading};
use yaodian_ui::{El, View, el, fragment, live};

use super::studio::studio;
use super::{button, folded};
use crate::text;

/// The card, where something is suggested.
pub fn links() -> View {
    let studio = studio();
    let found = Memo::new(move |_| studio.of(|review| review.reading().map(said).unwrap_or_default()));
    live(move || {
        let found = found.get();
        if found.is_empty() {
            return fragment(Vec::new());
        }
        let count = found.len();
        let all = |holds: bool| {
            move |_| {
                studio.edit(Edit::Link((0..count).collect(), holds));
            }
        };
        let accepted = move || studio.of_sheet(|sheet| sheet.links.values().filter(|holds| **holds).count());
        let title = el("span")
            .child(text::LINKS)
            .child(el("small").child(move || text::links_count(accepted(), count)));
        folded(title, el("p").class("lead").child(text::LINKS_NOTE))
            .child(
                el("p")
                    .class("tools")
                    .child(button(text::LINKS_ALL, all(true)))
                    .child(button(text::LINKS_NO, all(false))),
            )
            .child(
                el("ul")
                    .class("proposals")
                    .child(found.into_iter().enumerate().map(proposal).collect::<Vec<_>>()),
            )
            .into_view()
    })
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
    let title = |id| reading.plan.item(id).map_or(String::new(), |item| item.title.clone());
    let one = |proposal: &Proposal| {
        let words = match &proposal.link {
            Link::Basis { point, item, .. } => text::link_basis(*point, &title(*item)),
            Link::Prepares { from, to } => text::link_prepares(&title(*from), &title(*to)),
            Link::Same { a, b } => text::link_same(&title(*a), &title(*b)),
        };
        (words, proposal.reason.clone())
    };
    reading.proposals.iter().map(one).collect()
}
