//! Links: to pages, seen from the same moment, and to items, which open beside the page.

use leptos::prelude::*;
use yaodian_plan::Item;

use super::marked::title;
use crate::browser::{carry, window};
use crate::desk::desk;
use crate::route::{Page, Route};
use crate::text;
use yaodian_ui::{El, Text, el};

/// A link to a page, without the current filters.
pub fn page_link(page: Page) -> El {
    let desk = desk();
    let to = move || Route { as_of: desk.chosen_month.get(), ..Route::to(page.clone()) };
    el("a").attr("href", move || to().format())
}

/// A link to another form of the current page: filters stay.
pub fn form_link(page: Page) -> El {
    route_link(move |route| route.with_form(page.clone()))
}

/// A link to what becomes of the current address.
pub fn route_link(to: impl Fn(&Route) -> Route + Send + 'static) -> El {
    let desk = desk();
    el("a").attr("href", move || desk.route.with(|route| to(route).format()))
}

/// A link to an item, still empty. Without script, or in a new window, it leads to the item's own page.
pub fn item_anchor(item: &Item) -> El {
    let id = item.id.to_string();
    el("a").attr("href", Route::to(Page::Item(item.id)).format()).attr("data-item", id)
}

/// A link to an item by its title.
pub fn item_link(item: &'static Item) -> El {
    title(item_anchor(item), item, &[])
}

/// A link that downloads the whole page as one file, where there is one.
pub fn single_file_link() -> Option<El> {
    // The file that lies beside the page carries the plan that the page ships with.
    if carry::is_replaced() {
        return None;
    }
    let link = |file| el("a").attr("href", file).attr("download", true).child(text::SINGLE_FILE);
    window::single_file().map(link)
}

/// A link to 计划库.
pub fn library_link() -> El {
    page_link(Page::Library).child(text::LIBRARY)
}

/// A link to 使用说明.
pub fn guide_link() -> El {
    page_link(Page::Guide(String::new())).child(text::GUIDE)
}

/// Marks the link that leads to where the reader is.
pub fn current(link: El, is_current: bool) -> El {
    if is_current { link.attr("aria-current", "true") } else { link }
}

/// Marks a link as current while a condition holds.
pub fn current_if(link: El, mut is_current: impl FnMut() -> bool + Send + 'static) -> El {
    link.attr("aria-current", move || is_current().then_some(Text::Borrowed("page")))
}
