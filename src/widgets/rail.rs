//! The way to the main pages: a rail at the side, a bar at the bottom of narrow screens.

use leptos::prelude::*;
use yaodian_plan::query::agendas;

use super::link::{current_if, guide_link, library_link, page_link, single_file_link};
use super::print::print_button;
use crate::desk::desk;
use crate::route::{Calendar, Page, Sort};
use crate::text;
use crate::widgets::help;
use yaodian_ui::{El, el};

/// The rail.
pub fn rail() -> El {
    let desk = desk();
    let plan = &desk.catalog().plan;
    let sessions = move || {
        let agendas = desk.timings.with(|timings| agendas(desk.catalog(), timings));
        agendas.iter().filter(|agenda| agenda.month.is_some()).count().to_string()
    };
    let entries: [(&str, Page, Option<usize>); 8] = [
        (text::OVERVIEW, Page::Overview, None),
        (text::CALENDAR, Page::Calendar(Calendar::Year), None),
        (text::UNITS, Page::Units(None), Some(plan.units.len())),
        (text::CATEGORIES, Page::Categories(None, Sort::Document), Some(plan.categories.len())),
        (text::MEETINGS, Page::Sessions, None),
        (text::POINTS, Page::Points(None), Some(plan.points().count())),
        (text::PROGRESS_PAGE, Page::History, None),
        (text::DATA, Page::Data, None),
    ];
    let links = entries.into_iter().map(|(label, page, count)| {
        let link = page_link(page.clone()).child(el("span").child(label));
        let link = link.child(count.map(|count| el("small").child(count.to_string())));
        let meets = matches!(page, Page::Sessions).then(|| el("small").child(sessions));
        let link = link.child(meets);
        current_if(link, move || desk.page.with(|now| belongs(now, &page)))
    });
    el("nav")
        .class("rail")
        .attr("aria-label", text::MAIN_NAV)
        .child(links.collect::<Vec<_>>())
        .child(el("hr"))
        .child(print_button(text::PRINT).class("wide"))
        .child(library_link().class("wide"))
        .child(single_file_link().map(|link| link.class("wide")))
        .child(guide_link().class("wide"))
        .child(el("button").class("wide").on("click", |_| help::open()).child(text::HELP))
}

/// Whether a page is reached through an entry of the rail.
fn belongs(page: &Page, entry: &Page) -> bool {
    match (page, entry) {
        (Page::Mine, Page::Units(_))
        | (Page::Coverage, Page::Points(_))
        | (Page::Bulletin(..), Page::History)
        | (Page::Session(_), Page::Sessions) => true,
        _ => std::mem::discriminant(page) == std::mem::discriminant(entry),
    }
}
