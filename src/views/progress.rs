//! 进展: everything that was recorded, the newest first.

use leptos::prelude::*;
use yaodian_plan::progress::{HistoryFilter, history};

use super::heading;
use crate::components::el::{all, el, live};
use crate::route::Page;
use crate::state::desk;
use crate::text;

/// The page.
pub fn progress() -> AnyView {
    let desk = desk();
    let list = live(move || {
        desk.ledger.book.with(|book| {
            let entries = history(book, desk.catalog(), &HistoryFilter::default());
            let line = |entry: yaodian_plan::progress::Entry| {
                let when = text::moment(&entry.when, desk.catalog().plan.year);
                el("li").add(entry.what).add(el("small").add(when).add(" ").add(entry.who))
            };
            el("ul").class("brief").add(entries.into_iter().map(line).collect::<Vec<_>>()).view()
        })
    });
    all(vec![heading(&Page::Progress).view(), el("section").class("card").add(list).view()])
}
