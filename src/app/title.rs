//! The window's title, and where the focus goes and how far is scrolled when another page opens.

use leptos::ev;
use leptos::prelude::*;

use crate::browser::{carry, focus, hash};
use crate::desk::Desk;
use crate::route::{Page, Route};
use crate::text;
use yaodian_ui::boxed;

/// Notes how far each place is scrolled, so that Back and Forward lead there. Browsers that do not say when scrolling ends
/// note how far it was when it was shown.
pub fn follow_scrolling(desk: Desk) {
    // The address may already be the next one's.
    let is_shown = move || desk.route.with_untracked(|route| *route == Route::parse(&hash::read()));
    let note = move || {
        if is_shown() {
            hash::note_scrolled();
        }
    };
    window_event_listener(ev::scrollend, move |_| note());
    Effect::new(boxed(move || {
        desk.route.track();
        request_animation_frame(note);
    }));
}

/// The window's title names the page, and a new page starts at its top with the focus on its heading, as a page load
/// would; one that Back leads to is scrolled to where it was left. Another form of the same page keeps the focus on the link to it.
pub fn follow_page(desk: Desk) {
    let catalog = desk.catalog();
    let mut last: Option<Page> = None;
    Effect::new(boxed(move || {
        let page = desk.page.get();
        let before = last.replace(page.clone());
        let name = carry::plan_name().unwrap_or_else(|| catalog.plan.title.clone());
        document().set_title(&text::window_title(&page, catalog, &name));
        let Some(before) = before else { return };
        let same_kind = page.is_form_of(&before);
        if !same_kind {
            desk.end_picking();
        }
        if before == page || matches!(page, Page::Search(_)) {
            return;
        }
        if same_kind {
            let link = format!("main a[href='{}']", desk.route.with_untracked(Route::format));
            focus::focus_back_later(None, vec!["main [aria-sort] a".into(), link, "main h1".into()]);
        } else {
            window().scroll_to_with_x_and_y(0.0, hash::scrolled());
            focus::focus_heading_later();
        }
    }));
}
