//! The pages, by the chunk that they are in: a folder is a chunk. A page reads the desk, asks the domain, and arranges
//! widgets.
//!
//! - [`main`]: what a first look shows; in the page's own module.
//! - [`browse`]: the other forms of the plan, and the search.
//! - [`record`]: an item as a whole, and whatever records its progress.
//! - [`import`]: a plan out of a document.
//! - [`office`]: what the office does with all that was recorded.
//! - [`library`]: the plans of this browser.
//!
//! The chunks without a page are in [`crate::files`].

pub mod browse;
pub mod import;
pub mod library;
mod main;
pub mod office;
pub mod record;

use leptos::prelude::*;
use yaodian_ui::{View, live};

use crate::chunks::{self, Placement};
use crate::desk::desk;
use crate::route::Page;
use crate::widgets::chunk_missing::or_missing;

/// The page of the current address.
pub fn current() -> View {
    let desk = desk();
    // Typing in the search changes the page's query, not the page; the page of imports follows its address by itself.
    let page = Memo::new(move |_| {
        desk.page.with(|page| match page {
            Page::Search(_) => Page::Search(String::new()),
            Page::Import(_) => Page::Import(String::new()),
            page => page.clone(),
        })
    });
    live(move || {
        let page = page.get();
        // What a page reads while it is built must not make it be built again.
        untrack(|| build(page))
    })
}

fn build(page: Page) -> View {
    match Placement::of(page.clone()) {
        Placement::Main(page) => main::page(page),
        _ => or_missing(move || match Placement::of(page.clone()) {
            Placement::Main(page) => Some(main::page(page)),
            Placement::Browse(page) => chunks::browse().map(|browse| (browse.page)(page)),
            Placement::Record(id) => chunks::record().map(|record| (record.item)(id, false)),
            Placement::Import => chunks::import().map(|import| (import.page)()),
            Placement::Office(page) => chunks::office().map(|office| (office.page)(page)),
            Placement::Library => chunks::library().map(|library| (library.page)()),
        }),
    }
}
