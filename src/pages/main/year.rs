//! 年历: twelve months, the first items of each.

use leptos::prelude::*;
use yaodian_plan::Month;
use yaodian_plan::query::sort_by_time;

use crate::desk::desk;
use crate::route::{Calendar, Page};
use crate::text;
use crate::widgets::calendar::{calendar_page, line, loose, whole};
use crate::widgets::link::form_link;
use yaodian_ui::{El, View, el, fragment, keyed};

/// How many items a month shows before it refers to its own page.
const SHOWN: usize = 6;

/// The page.
pub fn year_page() -> View {
    calendar_page(Calendar::Year, None, whole(year()))
}

/// The twelve months, then what no month holds.
fn year() -> View {
    let months: Vec<El> = Month::all().map(month_card).collect();
    fragment(vec![el("div").class("year").child(months).into_view(), loose()])
}

fn month_card(month: Month) -> El {
    let desk = desk();
    let items = Memo::new(move |_| {
        desk.timings.with(|timings| {
            let due = |at: &usize| timings.get(*at).is_some_and(|timing| timing.covers(month));
            sort_by_time(timings, desk.catalog().all().filter(due))
        })
    });
    let passing = Memo::new(move |_| {
        let passing = |at: &&usize| desk.passes(**at);
        items.with(|items| items.iter().filter(passing).copied().collect::<Vec<_>>())
    });
    let count = move || passing.with(Vec::len);
    let first = move || passing.with(|list| list.iter().take(SHOWN).copied().collect());
    let rest = move || count().saturating_sub(SHOWN);
    let link = || form_link(Page::Calendar(Calendar::Month(month)));
    let title = el("h2")
        .child(link().child(text::month(month)))
        .child(el("small").child(move || text::count(count())));
    let lines = keyed(Box::new(first), Box::new(|at| el("li").child(line(at)).into_view()));
    let class = move || if desk.as_of.get().month() == Some(month) { "month now" } else { "month" };
    el("section").class(class).child(title).child(el("ul").class("lines").child(lines)).child(
        link()
            .class("more")
            .attr("hidden", move || rest() == 0)
            .child(move || format!("{}…", text::more(rest()))),
    )
}
