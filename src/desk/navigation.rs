//! Going to another address: the actions that change the route, and nothing else.

use leptos::prelude::*;
use leptos::task::spawn_local;
use web_sys::HtmlElement;
use yaodian_plan::ItemId;

use super::Desk;
use crate::browser::{focus, hash, window};
use crate::chunks;
use crate::route::{Page, Route, is_here};
use crate::text;

impl Desk {
    /// Goes to an address, as a step that Back undoes.
    pub fn go(self, route: &Route) {
        self.go_and_focus(route, None);
    }

    /// The same, with the focus on an element of what is shown then.
    fn go_and_focus(self, route: &Route, element: Option<String>) {
        hash::push(&route.format());
        // The event comes later; until then nothing may act on the old address.
        self.show(route.clone(), element);
    }

    /// Shows an address: at once, or when the parts of the program that show it are there.
    fn show(self, route: Route, element: Option<String>) {
        let set = move |route: Route| {
            self.awaited.set_value(None);
            // An item beside the page leaves the page less room, or gives it back.
            let is_beside = self.route.with_untracked(|now| now.page == route.page && now.item != route.item);
            if let Some(link) = self.opener.get_value().filter(|_| is_beside) {
                focus::keep_in_place(link);
            }
            self.set_route.set(route);
            if let Some(element) = element {
                focus::focus_later(element);
            }
        };
        if chunks::is_ready(&route) {
            set(route);
        } else {
            self.awaited.set_value(Some(route.clone()));
            spawn_local(async move {
                chunks::load_for(&route).await;
                // Unless something else has been done meanwhile.
                if self.awaits(&route) {
                    if !route.filter.text.is_empty() && chunks::browse().is_none() {
                        self.ledger.say(text::CHUNK_MISSING.into());
                    }
                    set(route);
                }
            });
        }
    }

    /// Loads the chunks of what is shown that are missing.
    pub fn load_again(self) {
        let route = self.route.get_untracked();
        if !chunks::is_ready(&route) {
            self.show(route, None);
        }
    }

    fn awaits(self, route: &Route) -> bool {
        self.awaited.with_value(|awaited| awaited.as_ref() == Some(route))
    }

    /// Changes the address in place, as typing does.
    pub fn adjust(self, change: impl FnOnce(&mut Route)) {
        let mut route = self.route.get_untracked();
        // The next key may be typed before what shows the first one is there.
        if let Some(awaited) = self.awaited.get_value()
            && (awaited.page == route.page || matches!(awaited.page, Page::Search(_)))
        {
            route = awaited;
        }
        change(&mut route);
        hash::replace_soon(route.format());
        self.show(route, None);
    }

    /// Whether the page of the search is shown, or about to be.
    pub fn searching(self) -> bool {
        let is_search = |route: &Route| matches!(route.page, Page::Search(_));
        self.awaited.with_value(|awaited| awaited.as_ref().is_some_and(is_search))
            || self.route.with_untracked(is_search)
    }

    /// Follows the address bar: Back, Forward, a pasted link.
    pub fn follow_address(self) {
        let Some(address) = hash::changed_elsewhere() else { return };
        if !is_here(&address, &self.catalog().plan.id) {
            // A page shows one plan for its life.
            window::reload();
            return;
        }
        let route = Route::parse(&address);
        if self.route.with_untracked(|current| *current == route) {
            // The way to another one was broken off.
            self.awaited.set_value(None);
        } else if !self.awaits(&route) {
            self.show(route, None);
        }
    }

    /// The item that is open, beside a page or as a page of its own.
    pub fn shown_item(self) -> Option<ItemId> {
        self.route.with_untracked(|route| match route.page {
            Page::Item(id) => route.item.or(Some(id)),
            _ => route.item,
        })
    }

    /// Opens an item beside the current page.
    pub fn open_item(self, id: ItemId) {
        let route = self.route.with_untracked(|route| match route.page {
            Page::Item(_) => route.with_page(Page::Item(id)),
            _ => route.with_item(Some(id)),
        });
        self.go_and_focus(&route, Some("#item-title".into()));
    }

    /// Opens an item from a link, to which the focus returns when it is closed.
    pub fn open_item_from(self, id: ItemId, link: Option<HtmlElement>) {
        self.opener.set_value(link);
        self.open_item(id);
    }

    /// Closes the open item and moves the focus to the link it was opened from, or to another link to the item.
    pub fn close_item(self) {
        let Some(id) = self.open.get_untracked() else { return };
        self.go(&self.route.with_untracked(|route| route.with_item(None)));
        let is_its = |link: &HtmlElement| link.get_attribute("data-item") == Some(id.to_string());
        let origin = self.opener.get_value().filter(is_its);
        focus::focus_back_later(origin, vec![format!("main [data-item='{id}']"), "main h1".into()]);
    }
}
