//! The signs in lists: pressing one records its item's status, or chooses the item while several are being chosen to be
//! set together. One listener for all signs, and one effect: a page has hundreds of them.

use leptos::prelude::*;
use web_sys::{Event, HtmlElement, MouseEvent};

use super::field::doing;
use super::status_menu::set_status_of;
use super::there::with_record;
use crate::browser::dom;
use crate::parts::record;
use crate::route::Page;
use crate::state::desk;
use crate::text;
use yaodian_ui::{El, View, el, fragment, live};

/// The signs on the page.
const SIGNS: &str = "main button[data-of]";

/// Marks a sign that is built while items are being chosen.
pub fn marked_as_picked(sign: El, at: usize) -> El {
    let picked = desk().picked;
    match picked.with_untracked(|picked| picked.as_ref().map(|picked| picked.contains(&at))) {
        None => sign,
        Some(false) => sign.attr("aria-pressed", "false"),
        Some(true) => sign.attr("aria-pressed", "true").attr("data-picked", text::PICKED),
    }
}

/// Keeps the signs' marks up to date.
pub fn follow_picked() {
    let desk = desk();
    Effect::new(move |_| {
        desk.picked.with(|picked| {
            for (sign, at) in dom::marked("data-of") {
                let (pressed, said) = match picked {
                    _ if sign.tag_name() != "BUTTON" => continue,
                    None => (None, None),
                    Some(picked) if picked.contains(&at) => (Some("true"), Some(text::PICKED)),
                    Some(_) => (Some("false"), None),
                };
                for (name, value) in [("aria-pressed", pressed), ("data-picked", said)] {
                    // It fails for names that are no names.
                    let _ = match value {
                        Some(value) => sign.set_attribute(name, value),
                        None => sign.remove_attribute(name),
                    };
                }
            }
        });
    });
}

/// Deals with a click if it is one on a sign.
pub fn press(event: &MouseEvent) -> bool {
    let sign = dom::around(event, "button[data-of]");
    let Some(at) = sign.and_then(|sign| sign.get_attribute("data-of")?.parse().ok()) else { return false };
    let desk = desk();
    if desk.picked.with_untracked(Option::is_some) {
        desk.picked.update(|picked| {
            let picked = picked.get_or_insert_default();
            match picked.iter().position(|known| *known == at) {
                Some(place) => drop(picked.remove(place)),
                None => picked.push(at),
            }
        });
    } else {
        with_record(move |record| match untrack(|| desk.ledger.writable()) {
            true => (record.set_status)(vec![at]),
            false => desk.ledger.tell(text::NOT_NOW.into()),
        });
    }
    true
}

/// Ends choosing without having set anything, because the page is left.
pub fn forget_picked() {
    let picked = desk().picked;
    if picked.with_untracked(Option::is_some) {
        picked.set(None);
    }
}

/// Ends choosing, and takes the focus from the bar that goes away.
pub fn stop_picking() {
    let picked = desk().picked.get_untracked().unwrap_or_default();
    forget_picked();
    dom::focus_unless_kept_later(Vec::new(), ways_back(picked.first().copied()));
}

/// Where the focus may go after something was done to an item.
pub fn ways_back(at: Option<usize>) -> Vec<String> {
    let sign = at.map(|at| format!("{SIGNS}[data-of='{at}']"));
    sign.into_iter().chain([SIGNS.to_owned(), "main h1".into()]).collect()
}

/// The signs after the first one of an item: where the focus goes if that one passes the filter no more.
pub fn signs_after(at: usize) -> Vec<HtmlElement> {
    let Some(root) = document().document_element() else { return Vec::new() };
    let at = at.to_string();
    let signs = dom::all(&root, SIGNS).into_iter();
    signs.skip_while(|sign| sign.get_attribute("data-of").as_ref() != Some(&at)).collect()
}

/// The bar at the bottom, while items are being chosen.
pub fn pick_bar() -> View {
    let picked = desk().picked;
    let picking = Memo::new(move |_| picked.with(Option::is_some));
    live(move || match (picking.get(), record()) {
        (true, Some(record)) => untrack(record.pick_bar),
        _ => fragment(Vec::new()),
    })
}

/// The bar itself.
pub fn ways_to_pick() -> View {
    let picked = desk().picked;
    let count = move || picked.with(|picked| picked.as_ref().map_or(0, Vec::len));
    let act = move |event: Event| match dom::asked(&event).as_deref() {
        Some("set") => set_status_of(picked.get_untracked().unwrap_or_default()),
        Some("all") => picked.update(|picked| {
            let picked = picked.get_or_insert_default();
            for at in on_page() {
                if !picked.contains(&at) {
                    picked.push(at);
                }
            }
        }),
        Some("stop") => stop_picking(),
        _ => {}
    };
    el("div")
        .class("picking")
        .attr("role", "group")
        .attr("aria-label", text::PICKING)
        .on("click", act)
        .child(el("output").child(move || text::picked(count())))
        .child(doing("set", text::PICK_SET).attr("disabled", move || count() == 0))
        .child(doing("all", text::PICK_ALL))
        .child(doing("stop", text::CANCEL))
        .into_view()
}

/// What the page lists and its filter lets through, also what a long list does not show yet. The overview shows the
/// first items of several lists; of those only what is seen counts.
fn on_page() -> Vec<usize> {
    let desk = desk();
    if desk.page.with_untracked(|page| matches!(page, Page::Overview)) {
        let Some(root) = document().document_element() else { return Vec::new() };
        let signs = dom::all(&root, SIGNS).into_iter();
        return signs.filter_map(|sign| sign.get_attribute("data-of")?.parse().ok()).collect();
    }
    let catalog = desk.catalog();
    untrack(|| desk.listed()).into_iter().filter_map(|id| catalog.position(id)).collect()
}
