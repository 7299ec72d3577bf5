//! 进展通报: where some months stand, unit by unit, to be printed or pasted.

use leptos::prelude::*;
use web_sys::Event;
use yaodian_plan::Month;
use yaodian_plan::query::Standing;
use yaodian_progress::{Bulletin, BulletinLine, UnitBulletin, bulletin};

use super::history::history_nav;
use crate::browser::{clipboard, focus};
use crate::chunks::{Document, Export, Workbook};
use crate::desk::{Desk, desk};
use crate::route::Page;
use crate::text;
use crate::widgets::badge::{standing_class, unit_class};
use crate::widgets::card::{figure, standing_figure};
use crate::widgets::export::export_button;
use crate::widgets::heading::heading;
use crate::widgets::link::{current, item_anchor, page_link};
use crate::widgets::print::print_button;
use yaodian_ui::{El, View, el, fragment};

/// The page.
pub fn bulletin_page(first: Month, last: Month) -> View {
    let desk = desk();
    fragment(vec![
        heading(&Page::Bulletin(first, last)).into_view(),
        tools(desk, first, last).into_view(),
        months(first, last).into_view(),
        el("article")
            .class("card bulletin")
            .child(move || body(desk, &collect(desk, first, last)))
            .into_view(),
    ])
}

/// Tracks.
fn collect(desk: Desk, first: Month, last: Month) -> Bulletin {
    desk.ledger.book.with(|book| bulletin(desk.catalog(), book, first..=last, desk.moment()))
}

/// Every month, every quarter, the year.
fn months(first: Month, last: Month) -> El {
    let to = |start: Month, end: Month, label: String| {
        current(page_link(Page::Bulletin(start, end)).child(label), (start, end) == (first, last))
    };
    focus::centre_later(".months.spans [aria-current]".into());
    let months: Vec<El> = Month::all().map(|month| to(month, month, text::month(month))).collect();
    let all: Vec<Month> = Month::all().collect();
    let longer = all.chunks(3).zip(text::QUARTERS).filter_map(|(quarter, label)| match quarter {
        [start, .., end] => Some(to(*start, *end, label.into())),
        _ => None,
    });
    let year = to(Month::JANUARY, Month::DECEMBER, text::ALL_YEAR.into());
    el("nav")
        .class("months spans")
        .attr("aria-label", text::BULLETIN_MONTHS)
        .child(el("span").class("seg").child(months))
        .child(el("span").class("seg").child(longer.collect::<Vec<_>>()).child(year))
}

/// The way onto paper, into a message or a document. Where the clipboard is refused, the text is there to be taken.
fn tools(desk: Desk, first: Month, last: Month) -> El {
    let said = RwSignal::new("");
    let copy = move |_: Event| {
        let text = untrack(|| collect(desk, first, last)).to_text();
        leptos::task::spawn_local(async move {
            let copied = clipboard::copy(&text).await;
            said.set(if copied { text::TEXT_COPIED } else { text::COPY_BY_HAND });
            if !copied {
                focus::select_later("#bulletin-text".into(), text);
            }
        });
    };
    // The items that it tells of, in its order.
    let items = move || {
        let units = collect(desk, first, last).units.into_iter();
        let lines = units.flat_map(|unit| unit.groups).flat_map(|(_, lines)| lines);
        lines.filter_map(|line| desk.catalog().position(line.id)).collect()
    };
    el("div")
        .class("tools copying")
        .child(history_nav(true))
        .child(print_button(text::PRINT).class("button"))
        .child(el("button").class("button").on("click", copy).child(text::COPY_TEXT))
        .child(export_button(text::EXPORT_TABLE, move || Export::Table(items())))
        .child(export_button(text::EXPORT_EXCEL, move || Export::Workbook(Workbook::Ledger(items()))))
        .child(export_button(text::EXPORT_WORD, move || Export::Word(Document::Bulletin(first, last))))
        .child(el("output").child(move || said.get()))
        .child(
            el("textarea")
                .attr("id", "bulletin-text")
                .attr("aria-label", text::BULLETIN_TEXT)
                .attr("rows", "12")
                .attr("readonly", true)
                .attr("hidden", move || said.get() != text::COPY_BY_HAND),
        )
}

fn body(desk: Desk, bulletin: &Bulletin) -> View {
    let tally = &bulletin.tally;
    let figures = Standing::COUNTED.into_iter().filter(|standing| tally.count(*standing) > 0);
    let figures = figures.map(|standing| standing_figure(tally, standing, false));
    let figures = el("dl")
        .class("figs")
        .attr("aria-label", text::FIGURES)
        .child(figure(tally.total().to_string(), text::ALL_TOLD, ""))
        .child(figures.collect::<Vec<_>>());
    let judged = Some(bulletin.judged()).filter(|judged| !judged.is_empty());
    let lead = [judged, bulletin.scope()].into_iter().flatten().collect::<Vec<_>>().join("。");
    let as_of = (!lead.is_empty()).then(|| el("p").class("lead").child(lead));
    let units: Vec<El> = bulletin.units.iter().map(|part| unit(desk, part)).collect();
    let none = units.is_empty().then(|| el("p").class("empty").child(text::NO_ITEMS));
    let mut parts: Vec<View> = as_of.into_iter().chain([figures]).map(El::into_view).collect();
    parts.extend(units.into_iter().chain(none).map(El::into_view));
    fragment(parts)
}

fn unit(desk: Desk, part: &UnitBulletin) -> El {
    let row = part.unit.as_ref().and_then(|unit| desk.catalog().unit_position(unit));
    let class = format!("unit {}", unit_class(row.unwrap_or(usize::MAX)));
    let head = el("h2").child(el("span").class(class).child(part.name.clone()));
    let groups = part.groups.iter().map(|(standing, lines)| {
        let sign = el("span").class(format!("st {}", standing_class(*standing)));
        let count = el("small").child(text::count(lines.len()));
        let lines: Vec<El> = lines.iter().map(|listed| line(desk, listed)).collect();
        el("div")
            .child(el("h3").child(sign.child(text::standing(*standing))).child(count))
            .child(el("ol").child(lines))
    });
    el("section").child(head.child(el("small").child(part.summary()))).child(groups.collect::<Vec<_>>())
}

fn line(desk: Desk, line: &BulletinLine) -> El {
    let name = desk.catalog().plan.item(line.id).map_or_else(|| el("span"), item_anchor);
    let note = line.note.as_ref().map(|note| el("p").class("said").child(text::noted(note)));
    el("li").child(name.child(format!("{}{}", line.title, line.details()))).child(note)
}
