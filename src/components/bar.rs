//! The top bar: whose plan this is, the search, from when it is seen, and how it looks.

use leptos::ev::{CompositionEvent, Event, KeyboardEvent};
use leptos::prelude::*;
use yaodian_plan::Month;

use crate::browser::settings::{self, Theme};
use crate::browser::{dom, hash};
use crate::route::Page;
use crate::state::{Desk, desk};
use crate::text;

/// The bar.
#[component]
pub fn Bar() -> impl IntoView {
    let desk = desk();
    let home = move || desk.route.with(|route| route.turn_to(Page::Overview).format());
    view! {
        <header class="bar">
            <a class="brand" href=home>{desk.catalog().plan.title.as_str()}</a>
            <Search/>
            <AsOfChoice/>
            <ThemeChoice/>
        </header>
    }
}

/// The search field. Nothing is searched while an input method is composing.
#[component]
fn Search() -> impl IntoView {
    let desk = desk();
    let query = Memo::new(move |_| {
        desk.page.with(|page| match page {
            Page::Search(query) => query.clone(),
            _ => String::new(),
        })
    });
    let on_input = move |event: Event| {
        if let Some(typed) = dom::typed(&event) {
            search(desk, typed);
        }
    };
    // Some browsers send their last input event before the composition has ended.
    let on_composed = move |event: CompositionEvent| search(desk, event_target_value(&event));
    view! {
        <search class="search">
            <label class="sr" for="search">{text::SEARCH}</label>
            <input id="search" type="search" placeholder=text::SEARCH_HINT autocomplete="off" spellcheck="false"
                enterkeyhint="search" prop:value=query on:input=on_input on:compositionend=on_composed
                on:keydown=move |event| on_key(desk, &event)/>
            <kbd aria-hidden="true">"/"</kbd>
        </search>
    }
}

/// Shows the results for a text; an empty one goes back to where the search began.
fn search(desk: Desk, query: String) {
    let searching = desk.page.with_untracked(|page| matches!(page, Page::Search(_)));
    match (searching, query.is_empty()) {
        (false, true) => {}
        (false, false) => desk.go(&desk.route.with_untracked(|route| route.turn_to(Page::Search(query)))),
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

/// The month from which progress is judged.
#[component]
fn AsOfChoice() -> impl IntoView {
    let desk = desk();
    let chosen =
        move || desk.route.with(|route| route.as_of.map(Month::number).unwrap_or_default().to_string());
    let choose = move |event: Event| {
        let month = event_target_value(&event).parse().ok().and_then(Month::new);
        let route = desk.route.with_untracked(|route| {
            let mut route = route.clone();
            route.as_of = month;
            route
        });
        desk.go(&route);
    };
    let months =
        Month::all().map(|month| view! { <option value=month.to_string()>{text::month(month)}</option> });
    view! {
        <label class="choice as-of">
            <span>{text::AS_OF}</span>
            <select id="as-of" prop:value=chosen on:change=choose>
                <option value="0">{text::today(desk.today)}</option>
                {months.collect_view()}
            </select>
        </label>
    }
}

#[component]
fn ThemeChoice() -> impl IntoView {
    let choose = |event: Event| settings::set_theme(Theme::named(&event_target_value(&event)));
    let name = |theme| match theme {
        Theme::Auto => text::THEME_AUTO,
        Theme::Light => text::THEME_LIGHT,
        Theme::Dark => text::THEME_DARK,
    };
    let options = Theme::ALL.map(|(theme, value)| view! { <option value=value>{name(theme)}</option> });
    view! {
        <label class="choice theme">
            <span class="sr">{text::THEME}</span>
            <select prop:value=settings::theme().name() on:change=choose>{options.collect_view()}</select>
        </label>
    }
}
