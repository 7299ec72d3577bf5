//! The composition root: the frame around the pages, and the listeners on the whole window.

mod clock;
mod copying;
mod drops;
mod keys;
mod lifecycle;
mod links;
mod loader;
mod title;

use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use yaodian_ui::{El, View, el, fragment};

pub use self::loader::load_chunk;
use crate::browser::window;
use crate::chunks;
use crate::desk::desk;
use crate::pages;
use crate::route::{Calendar, Page};
use crate::text;
use crate::widgets::bar::{bar, theme_choice};
use crate::widgets::help;
use crate::widgets::item_marks;
use crate::widgets::link::{guide_link, library_link, single_file_link};
use crate::widgets::panel::panel;
use crate::widgets::pick::pick_bar;
use crate::widgets::print::{self, print_button};
use crate::widgets::rail::rail;
use crate::widgets::status_dialog::status_dialog;
use crate::widgets::toast::toast;

/// The whole app.
pub fn app() -> View {
    let desk = desk();
    window_event_listener(ev::hashchange, move |_| desk.follow_address());
    window_event_listener(ev::keydown, move |event| keys::handle_key(desk, &event));
    title::follow_page(desk);
    title::follow_scrolling(desk);
    lifecycle::watch();
    drops::watch(desk);
    copying::watch();
    clock::follow(desk);
    item_marks::follow(desk);
    print::follow(desk);
    window::follow_keyboard();
    // The style sheet for few colours comes with a chunk: few need it, and these at once.
    let load = |few| {
        if few {
            chunks::prepare_search();
        }
    };
    load(window::follow_media("(forced-colors: active)", load));
    let main = el("main")
        .attr("id", "main")
        .attr("tabindex", "-1")
        .attr("aria-busy", || chunks::are_awaited().then_some("true"))
        // On a phone the open item covers the page, which must then be out of reach.
        .attr("inert", move || desk.open.get().is_some() && window::narrow())
        .child(lifecycle::notices())
        .child(pages::current())
        .child(foot());
    // Some pages are printed as sheets of their own, without the frame.
    let class = move || match (desk.open.get().is_some(), desk.page.get()) {
        (true, Page::Overview) => "app over",
        (true, _) => "app with-item",
        (false, Page::Session(_)) => "app agenda-sheet",
        (false, Page::Bulletin(..)) => "app bulletin-sheet",
        (false, Page::Calendar(Calendar::Month(_) | Calendar::ThisMonth)) => "app month-sheet",
        (false, _) => "app",
    };
    let frame = el("div")
        .class(class)
        .on("click", move |event| links::handle_click(desk, event.unchecked_ref()))
        .child(el("a").class("skip").attr("href", "#main").attr("data-skip", true).child(text::SKIP))
        .child(bar())
        .child(rail())
        .child(main)
        .child(busy())
        // What is docked at the bottom comes before the panel, which makes room for it.
        .child(pick_bar())
        .child(toast())
        .child(panel());
    fragment(vec![frame.into_view(), status_dialog().into_view()])
}

/// That something is on its way: a click that shows nothing at once would be made again.
fn busy() -> El {
    let said = || if chunks::are_awaited() { text::OPENING } else { "" };
    el("p").class("busy").attr("role", "status").child(said)
}

/// What the rail has no room for on narrow screens.
fn foot() -> El {
    el("footer")
        .class("foot")
        .child(theme_choice())
        .child(print_button(text::PRINT).class("button"))
        .child(library_link().class("button"))
        .child(single_file_link().map(|link| link.class("button")))
        .child(guide_link().class("button"))
        .child(el("button").class("button").on("click", |_| help::open()).child(text::HELP))
}
