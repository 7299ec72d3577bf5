//! One page each. A page reads the desk, asks the domain, and arranges components.

pub mod item;

mod bulletin;
mod calendar;
mod categories;
mod coverage;
pub mod data;
pub mod export;
pub mod keep;
mod meeting;
mod meetings;
mod mine;
mod notices;
mod overview;
mod points;
mod progress;
pub mod search;
mod unit;
mod units;
mod unknown;

use leptos::prelude::*;

use crate::components::there::there;
use crate::parts;
use crate::route::{Calendar, Page};
use crate::state::desk;
use crate::text;
use yaodian_ui::{El, View, el, live};

/// The page of the current address.
pub fn current() -> View {
    let desk = desk();
    // Typing in the search changes the page's query, not the page.
    let page = Memo::new(move |_| {
        desk.page.with(|page| match page {
            Page::Search(_) => Page::Search(String::new()),
            page => page.clone(),
        })
    });
    live(move || {
        let page = page.get();
        // What a page reads while it is built must not make it be built again.
        untrack(|| self::page(page))
    })
}

fn page(page: Page) -> View {
    match page {
        Page::Overview => overview::overview(),
        Page::Calendar(Calendar::Year) => calendar::year_page(),
        Page::Units(None) => units::units(),
        page @ (Page::Calendar(_) | Page::Units(Some(_)) | Page::Categories(..) | Page::Search(_)) => {
            there(parts::pages().map(|pages| (pages.page)(page)))
        }
        Page::Item(id) => there(parts::record().map(|record| (record.item)(id, false))),
        Page::Unknown(said) => unknown::unknown(said),
        page => there(parts::office().map(|office| (office.page)(page))),
    }
}

/// The other pages that show the plan.
pub fn other(page: Page) -> View {
    match page {
        Page::Calendar(form) => calendar::other_form(form),
        Page::Units(Some(id)) => unit::unit(id),
        Page::Categories(group, sort) => categories::categories(group, sort),
        _ => search::search(),
    }
}

/// The pages that are not looked at every day.
pub fn office(page: Page) -> View {
    match page {
        Page::Mine => mine::mine(),
        Page::Meetings => meetings::meetings(),
        Page::Meeting(id) => meeting::meeting(id),
        Page::Points(at) => points::points(at),
        Page::Coverage => coverage::coverage_page(),
        Page::Progress => progress::progress(),
        Page::Bulletin(first, last) => bulletin::bulletin_page(first, last),
        _ => data::data(),
    }
}

/// A page's heading, which takes the focus when the page opens.
fn heading(page: &Page) -> El {
    el("h1").attr("tabindex", "-1").child(text::page(page, desk().catalog()))
}
