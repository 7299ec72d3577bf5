//! 脉络: from the point that asks, over preparations, to the item and what follows from it.

use yaodian_plan::ItemId;
use yaodian_plan::query::{Timing, item_links};

use crate::desk::desk;
use crate::route::Page;
use crate::text;
use crate::widgets::item_marks;
use crate::widgets::link::{item_link, page_link};
use crate::widgets::marked::title;
use crate::widgets::timed::timed;
use yaodian_ui::{El, View, el};

/// The links of one item.
pub fn chain_of(id: ItemId) -> El {
    let chain = timed(move |timings| links_of(id, timings));
    el("section").child(el("h3").child(text::CHAIN)).child(chain)
}

fn links_of(id: ItemId, timings: &[Timing]) -> View {
    let desk = desk();
    let links = item_links(desk.catalog(), timings, id);
    if links.is_empty() {
        return el("p").class("empty").child(text::CHAIN_NONE).into_view();
    }
    let time = |at: usize| timings.get(at).map(Timing::to_string).unwrap_or_default();
    let mut list: Vec<El> = Vec::new();
    for (no, phrase) in &links.basis {
        let link = page_link(Page::Points(Some(*no))).child(text::quoted_point(*no, phrase));
        list.push(el("li").class("basis").child(link).child(el("small").child(text::CHAIN_BASIS)));
    }
    list.extend(steps(&links.prepared_by, text::CHAIN_BEFORE, &time));
    if let Some(at) = desk.catalog().position(id) {
        let here = format!("{} · {}", text::CHAIN_HERE, time(at));
        list.push(title(el("li").class("here"), desk.item(at), &[]).child(el("small").child(here)));
    }
    list.extend(steps(&links.same, text::CHAIN_SAME, &time));
    list.extend(steps(&links.prepares, text::CHAIN_AFTER, &time));
    el("ol").class("chain").child(list).into_view()
}

/// Other items, by one kind of link.
fn steps(ids: &[ItemId], label: &'static str, time: &dyn Fn(usize) -> String) -> Vec<El> {
    let desk = desk();
    let places = ids.iter().filter_map(|id| desk.catalog().position(*id));
    let step = |at: usize| {
        let item = desk.item(at);
        let known = format!("{label} · {} · {} · ", time(at), item.responsibility.text);
        el("li")
            .child(item_link(item))
            .child(el("small").child(known).child(item_marks::standing_words("st", at)))
    };
    places.map(step).collect()
}
