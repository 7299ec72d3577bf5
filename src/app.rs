//! The composition root: the desk, the listeners on the whole window, the frame around the pages.

use leptos::ev;
use leptos::prelude::*;
#[cfg(feature = "parts")]
use leptos::wasm_split::wasm_split;
use wasm_bindgen::JsCast;
use web_sys::{KeyboardEvent, MouseEvent};

use crate::browser::{dom, settings};
use crate::components::badge::follow_standings;
use crate::components::bar::bar;
use crate::components::help;
use crate::components::latest::follow_latest;
use crate::components::link::single_file_link;
use crate::components::list::follow_filter;
use crate::components::panel::panel;
use crate::components::pick::{follow_picked, forget_picked, pick_bar, press, stop_picking, ways_to_pick};
use crate::components::rail::rail;
use crate::components::status_menu::{form, set_status_of, status_menu};
use crate::components::there::with_record;
use crate::components::toast::{toast, turn, turn_now};
use crate::parts::{self, Loading, NotThere, Office, Pages, Part, Record, waited};
use crate::route::{Page, Route};
use crate::state::{Desk, desk};
use crate::text;
use crate::views;
use crate::views::keep::{KEEP, keep_safe, on_top};
use yaodian_ui::{El, View, el, fragment};

/// The whole app.
pub fn app() -> View {
    let desk = desk();
    window_event_listener(ev::hashchange, move |_| desk.follow_address());
    window_event_listener(ev::keydown, move |event| on_key(desk, &event));
    keep_title(desk);
    keep_safe();
    follow_filter();
    follow_standings();
    follow_picked();
    dom::follow_keyboard();
    follow_latest();
    let main = el("main")
        .attr("id", "main")
        .attr("tabindex", "-1")
        // On a phone the open item covers the page, which must then be out of reach.
        .attr("inert", move || desk.open.get().is_some() && dom::narrow())
        .child(on_top())
        .child(views::current())
        .child(foot());
    // Some pages are printed as sheets of their own, without the frame.
    let class = move || match (desk.open.get().is_some(), desk.page.get()) {
        (true, _) => "app with-item",
        (false, Page::Meeting(_)) => "app agenda-sheet",
        (false, Page::Bulletin(..)) => "app bulletin-sheet",
        (false, _) => "app",
    };
    let frame = el("div")
        .class(class)
        .on("click", move |event| on_click(desk, event.unchecked_ref()))
        .child(el("a").class("skip").attr("href", "#main").attr("data-skip", true).child(text::SKIP))
        .child(bar())
        .child(rail())
        .child(main)
        // What is docked at the bottom comes before the panel, which makes room for it.
        .child(pick_bar())
        .child(toast())
        .child(panel());
    fragment(vec![frame.into_view(), status_menu().into_view()])
}

/// What the rail has no room for on narrow screens.
fn foot() -> El {
    el("footer")
        .class("foot")
        .child(el("button").class("button").on("click", |_| dom::print()).child(text::PRINT))
        .child(single_file_link().map(|link| link.class("button")))
        .child(el("button").class("button").on("click", |_| help::open()).child(text::HELP))
}

/// The window's title names the page, and a new page starts at its top with the focus on its
/// heading, as a page load would. Another form of the same page keeps the focus on the link to it.
fn keep_title(desk: Desk) {
    let catalog = desk.catalog();
    let mut last: Option<Page> = None;
    Effect::new(move |_| {
        let page = desk.page.get();
        let before = last.replace(page.clone());
        let title = text::page(&page, catalog);
        document().set_title(&format!("{title} · {}", catalog.plan.title));
        if before.as_ref().is_some_and(|before| text::page(before, catalog) != title) {
            forget_picked();
        }
        match before {
            Some(before) if before != page && !matches!(page, Page::Search(_)) => {
                if text::page(&before, catalog) == title {
                    let link = format!("main a[href='{}']", desk.route.with_untracked(Route::format));
                    dom::focus_back_later(None, vec!["main [aria-sort] a".into(), link, "main h1".into()]);
                } else {
                    window().scroll_to_with_x_and_y(0.0, 0.0);
                    dom::focus_heading_later();
                }
            }
            _ => {}
        }
    });
}

/// Links to items open beside the page; with a modifier key, or where the script is not there,
/// they are ordinary links to the item's own page.
fn on_click(desk: Desk, event: &MouseEvent) {
    let modified = event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key();
    if modified || event.button() != 0 || event.default_prevented() {
        return;
    }
    if dom::around(event, "[data-skip]").is_some() {
        event.prevent_default();
        dom::focus_later("#main".into());
        return;
    }
    if press(event) {
        return;
    }
    let link = dom::around(event, "a[data-item]");
    let id = link.as_ref().and_then(|link| link.get_attribute("data-item")).and_then(|id| id.parse().ok());
    if let Some(id) = id {
        event.prevent_default();
        desk.open_item_from(id, link.and_then(|link| link.dyn_into().ok()));
    }
}

fn on_key(desk: Desk, event: &KeyboardEvent) {
    if dom::composing(event) || event.alt_key() || event.default_prevented() {
        return;
    }
    let control = event.ctrl_key() || event.meta_key();
    let single = !control && !dom::in_field(event) && settings::single_keys();
    let handled = match event.key().as_str() {
        "k" | "K" if control => {
            dom::focus_later("#search".into());
            true
        }
        "z" | "Z" if control && !dom::undoes_itself(event) => {
            turn(event.shift_key());
            true
        }
        "/" if single => {
            dom::focus_later("#search".into());
            true
        }
        "?" if single => {
            help::open();
            true
        }
        "j" | "J" if single => step(desk, 1),
        "k" | "K" if single => step(desk, -1),
        "Escape" if desk.picked.with_untracked(Option::is_some) && !dialog_open() => {
            stop_picking();
            true
        }
        "Escape" if desk.open.get_untracked().is_some() && !dialog_open() => {
            desk.close_item();
            true
        }
        _ => false,
    };
    if handled {
        event.prevent_default();
    }
}

/// A dialog deals with Escape by itself.
fn dialog_open() -> bool {
    dom::find("dialog[open]").is_some()
}

/// Goes to the item that many places further in the page's list, if an item is open.
fn step(desk: Desk, by: isize) -> bool {
    let open = desk.shown_item().is_some();
    if open {
        with_record(move |record| (record.step)(by));
    }
    open
}

/// What [`parts::provide`] is to be given.
pub fn fetch(part: Part) -> Loading {
    Box::pin(async move {
        match part {
            Part::Pages => parts::give_pages(waited(pages_part()).await?),
            Part::Record => parts::give_record(waited(record_part()).await?),
            Part::Office => parts::give_office(waited(office_part()).await?),
        }
        Ok(())
    })
}

#[cfg_attr(feature = "parts", wasm_split(pages, wasm_split_path = leptos::wasm_split, fallible))]
fn pages_part() -> Result<Pages, NotThere> {
    Ok(Pages {
        style: include_str!("../style/month.css"),
        page: views::other,
        help: help::open_now,
        matching: views::search::matching,
        hits: views::search::hits,
    })
}

#[cfg_attr(feature = "parts", wasm_split(record, wasm_split_path = leptos::wasm_split, fallible))]
fn record_part() -> Result<Record, NotThere> {
    Ok(Record {
        style: include_str!("../style/recording.css"),
        keep: KEEP,
        item: views::item::whole_item,
        set_status: set_status_of,
        status_form: form,
        pick_bar: ways_to_pick,
        turn: turn_now,
        step: views::item::step,
    })
}

#[cfg_attr(feature = "parts", wasm_split(office, wasm_split_path = leptos::wasm_split, fallible))]
fn office_part() -> Result<Office, NotThere> {
    Ok(Office {
        style: concat!(
            include_str!("../style/data.css"),
            include_str!("../style/history.css"),
            include_str!("../style/sessions.css")
        ),
        page: views::office,
        save: views::data::save,
        arrive: views::data::arrive,
        see_left: views::data::see_left,
        export: views::export::export,
    })
}
