//! 日历 in the forms that it does not open in.

mod list;
mod month;
mod timeline;

use leptos::prelude::*;
use yaodian_plan::Month;
use yaodian_ui::{El, View, el};

use crate::browser::focus;
use crate::desk::desk;
use crate::route::{By, Calendar, Page};
use crate::text;
use crate::widgets::calendar::{calendar_page, whole};
use crate::widgets::link::{current, form_link};
use crate::widgets::seg::seg;

/// 时间轴.
pub fn timeline_page(by: By) -> View {
    calendar_page(Calendar::Timeline(by), Some(grouping(by)), whole(timeline::timeline(by)))
}

/// 月历; without a month, of the one that is now.
pub fn month_page(month: Option<Month>) -> View {
    let month = month.unwrap_or_else(|| untrack(|| desk().this_month()));
    calendar_page(Calendar::Month(month), Some(months_nav(month)), month::month(month))
}

/// 列表.
pub fn list_page() -> View {
    calendar_page(Calendar::List, None, whole(list::list()))
}

fn grouping(chosen: By) -> El {
    let links = [By::Unit, By::Category, By::Meeting].map(|by| {
        current(form_link(Page::Calendar(Calendar::Timeline(by))).child(text::by(by)), by == chosen)
    });
    seg(text::GROUP_BY, links.into())
}

/// The way to the neighbouring months.
fn months_nav(month: Month) -> El {
    let to = |month| form_link(Page::Calendar(Calendar::Month(month)));
    let step = |other: Option<Month>, sign: &'static str| {
        other.map(|other| to(other).class("button").attr("aria-label", text::month(other)).child(sign))
    };
    let months = Month::all().map(|other| {
        let label = text::month(other);
        current(to(other).attr("aria-label", label).child(other.to_string()), other == month)
    });
    // On a phone the months are a line that is pushed along.
    focus::centre_later(".months [aria-current]".into());
    let nav = el("nav").class("months").attr("aria-label", text::MONTHS);
    let months = el("span").class("seg").child(months.collect::<Vec<_>>());
    nav.child(step(month.previous(), "‹")).child(months).child(step(month.next(), "›"))
}
