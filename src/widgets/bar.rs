//! The top bar: whose plan this is, the search, from when it is seen, and how it looks.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Event, KeyboardEvent};
use yaodian_plan::Month;

use super::chunk_missing::or_missing;
use super::field::{option, search_input};
use super::saved::save_sign;
use crate::browser::settings::{self, Theme};
use crate::browser::{carry, dom, hash};
use crate::chunks;
use crate::desk::{Desk, desk};
use crate::route::Page;
use crate::text;
use yaodian_ui::{El, Text, el, fragment, live};

/// The bar.
pub fn bar() -> El {
    let name = carry::plan_name().unwrap_or_else(|| desk().catalog().plan.title.clone());
    el("header")
        .class("bar")
        .child(plans(name))
        .child(search_field())
        .child(save_sign())
        .child(as_of_choice())
        .child(theme_choice())
}

/// The title, with the plans of this browser below it once it is unfolded.
fn plans(name: String) -> El {
    let is_open = RwSignal::new(false);
    let list = live(move || match is_open.get() {
        true => or_missing(|| chunks::library().map(|library| (library.menu)())),
        false => fragment(Vec::new()),
    });
    let menu = el("details").class("plans-menu");
    let place = menu.element().clone();
    let toggle = move |_| {
        let opens = place.has_attribute("open");
        match opens {
            true => chunks::load_library_then(move || is_open.set(true)),
            false => is_open.set(false),
        }
    };
    let title = el("summary").attr("title", text::LIBRARY).child(el("span").class("brand").child(name));
    menu.on("toggle", toggle).child(title).child(list)
}

/// The search field.
fn search_field() -> El {
    let desk = desk();
    let query = move || {
        desk.page.with(|page| match page {
            Page::Search(query) => Text::Owned(query.clone()),
            _ => Text::Borrowed(""),
        })
    };
    let field = search_input("search", text::SEARCH_HINT, query, move |typed| search(desk, typed))
        .attr("enterkeyhint", "search")
        .on("keydown", move |event| on_key(desk, event.unchecked_ref()));
    el("search")
        .class("search")
        .child(el("label").class("sr").attr("for", "search").child(text::SEARCH))
        .child(field)
        .child(el("kbd").attr("aria-hidden", "true").child("/"))
}

/// Shows the results for a text; an empty one goes back to where the search began.
fn search(desk: Desk, query: String) {
    match (desk.searching(), query.is_empty()) {
        (false, true) => {}
        (false, false) => desk.go(&desk.route.with_untracked(|route| route.with_page(Page::Search(query)))),
        (true, _) => desk.adjust(|route| route.page = Page::Search(query)),
    }
}

fn on_key(desk: Desk, event: &KeyboardEvent) {
    if dom::composing(event) {
        return;
    }
    let searching = desk.page.with_untracked(|page| matches!(page, Page::Search(_)));
    match event.key().as_str() {
        "ArrowDown" | "Enter" if searching => {
            event.prevent_default();
            if let Some(first) = dom::find("main .hit a") {
                let _ = first.focus();
                if event.key() == "Enter" {
                    first.click();
                }
            }
        }
        "Escape" if searching => {
            event.prevent_default();
            hash::back();
        }
        _ => {}
    }
}

/// The month from which standings are computed.
fn as_of_choice() -> El {
    let desk = desk();
    let chosen =
        move || desk.route.with(|route| route.as_of).map(Month::number).unwrap_or_default().to_string();
    let choose = move |event: Event| {
        let mut route = desk.route.get_untracked();
        route.as_of = event_target_value(&event).parse().ok().and_then(Month::new);
        desk.go(&route);
    };
    let today = el("option").attr("value", "0").child(move || text::today(desk.today()));
    let mut options = vec![today];
    options.extend(Month::all().map(|month| option(month.to_string(), text::month(month))));
    let field = el("select").attr("id", "as-of").child(options).prop("value", chosen).on("change", choose);
    el("label").class("choice as-of").child(el("span").child(text::AS_OF)).child(field)
}

/// How the page looks. On a phone it stands at the foot of the page instead.
pub fn theme_choice() -> El {
    let now = settings::theme();
    let options = Theme::ALL.map(|(theme, value)| {
        let name = match theme {
            Theme::Auto => text::THEME_AUTO,
            Theme::Light => text::THEME_LIGHT,
            Theme::Dark => text::THEME_DARK,
        };
        option(value.into(), name.into()).attr("selected", theme == now)
    });
    let choose = |event: Event| settings::set_theme(Theme::named(&event_target_value(&event)));
    let field = el("select").child(Vec::from(options)).on("change", choose);
    el("label").class("choice theme").child(el("span").class("sr").child(text::THEME)).child(field)
}
