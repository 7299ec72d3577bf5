//! 脉络: from the point that asks, over preparations, to the item and what follows from it.

use yaodian_plan::ItemId;
use yaodian_plan::query::item_links;

use crate::desk::desk;
use crate::route::Page;
use crate::text;
use crate::widgets::item_marks;
use crate::widgets::link::{item_link, page_link};
use crate::widgets::marked::title;
use yaodian_ui::{El, el};

/// The links of one item.
pub fn chain_of(id: ItemId) -> El {
    let desk = desk();
    let links = item_links(desk.catalog(), id);
    let whole = el("section").child(el("h3").child(text::CHAIN));
    if links.is_empty() {
        return whole.child(el("p").class("empty").child(text::CHAIN_NONE));
    }
    let mut list: Vec<El> = Vec::new();
    for (no, phrase) in &links.basis {
        let link = page_link(Page::Points(Some(*no))).child(text::quoted_point(*no, phrase));
        list.push(el("li").class("basis").child(link).child(el("small").child(text::CHAIN_BASIS)));
    }
    list.extend(steps(&links.prepared_by, text::CHAIN_BEFORE));
    if let Some(item) = desk.catalog().plan.item(id) {
        let here = format!("{} · {}", text::CHAIN_HERE, text::period(item.period));
        list.push(title(el("li").class("here"), item, &[]).child(el("small").child(here)));
    }
    list.extend(steps(&links.same, text::CHAIN_SAME));
    list.extend(steps(&links.prepares, text::CHAIN_AFTER));
    whole.child(el("ol").class("chain").child(list))
}

/// Other items, by one kind of link.
fn steps(ids: &[ItemId], label: &'static str) -> Vec<El> {
    let desk = desk();
    let places = ids.iter().filter_map(|id| desk.catalog().position(*id));
    let step = |at: usize| {
        let item = desk.item(at);
        let known = format!("{label} · {} · {} · ", text::period(item.period), item.responsibility.text);
        el("li")
            .child(item_link(item))
            .child(el("small").child(known).child(item_marks::standing_words("st", at)))
    };
    places.map(step).collect()
}
