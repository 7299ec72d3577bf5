//! 进展: everything that was recorded, the newest first.

use leptos::prelude::*;
use web_sys::Event;
use yaodian_plan::{Month, UnitId};
use yaodian_progress::{FieldKind, HistoryEntry, HistoryFilter, Value, history, written_months};

use crate::browser::focus;
use crate::desk::{Desk, desk};
use crate::ledger::Ledger;
use crate::route::{Calendar, KINDS, Page, name, named, written, written_name};
use crate::text;
use crate::widgets::card::card;
use crate::widgets::field::option;
use crate::widgets::heading::heading;
use crate::widgets::link::{current, item_anchor, page_link, route_link};
use crate::widgets::seg::seg;
use yaodian_ui::{El, View, el, fragment, live};

/// How many entries the page shows at first, and how many more at each request.
const STEP: usize = 100;

/// The page.
pub fn history_page() -> View {
    let tools = el("div").class("tools").child(history_nav(false)).child(turns());
    fragment(vec![heading(&Page::History).into_view(), tools.into_view(), narrowing().into_view(), records()])
}

/// The records, or the bulletin of the month that the desk is at.
pub fn history_nav(bulletin: bool) -> El {
    let month = desk().as_of.get_untracked().month().unwrap_or(Month::DECEMBER);
    let links = vec![
        current(page_link(Page::History).child(text::RECORDS), !bulletin),
        current(page_link(Page::Bulletin(month, month)).child(text::BULLETIN), bulletin),
    ];
    seg(text::VIEW_AS, links)
}

/// Undo and redo for those who have no keyboard.
fn turns() -> El {
    let turn =
        |id: &'static str, label: &'static str, next: fn(Ledger) -> Option<String>, act: fn(Ledger)| {
            let ledger = desk().ledger;
            let press = move |_: Event| {
                act(ledger);
                // A button that has nothing left to do gives the focus to the other one.
                let buttons = [format!("#{id}:enabled"), ".turns :enabled".into()];
                focus::focus_back_later(None, buttons.into());
            };
            el("button")
                .class("button")
                .attr("id", id)
                .attr("title", move || next(ledger))
                .attr("disabled", move || !ledger.writable() || next(ledger).is_none())
                .on("click", press)
                .child(label)
        };
    el("span").class("turns").child(turn("undo", text::UNDO, Ledger::next_undo, Ledger::undo)).child(turn(
        "redo",
        text::REDO,
        Ledger::next_redo,
        Ledger::redo,
    ))
}

/// Value and label of every choice, and the value that is chosen. Tracks.
type Choices = fn(Desk, &HistoryFilter) -> (Vec<(String, String)>, String);

/// Which of the records are shown.
fn narrowing() -> El {
    let desk = desk();
    let clear = route_link(|route| {
        let mut route = route.clone();
        route.history = HistoryFilter::default();
        route
    });
    let summary = move || {
        let (filter, count) = (desk.route.with(|route| route.history.clone()), count(desk));
        let labels = [
            filter.unit.map(|unit| text::unit(desk.catalog(), &unit)),
            filter.month.map(text::year_month),
            filter.kind.map(|kind| text::kind(kind).into()),
            Some(text::records(count)),
        ];
        labels.into_iter().flatten().collect::<Vec<_>>().join(" · ")
    };
    let unit: fn(&mut HistoryFilter, &str) =
        |filter, value| filter.unit = (!value.is_empty()).then(|| UnitId(value.into()));
    el("search")
        .class("narrowing")
        .attr("aria-label", text::FILTERS)
        .child(choice((text::FILTER_UNIT, text::ALL_RECORDS_OF), units, unit))
        .child(choice((text::WRITTEN_IN, text::ALL_WRITTEN), months, |filter, value| {
            filter.month = written(value);
        }))
        .child(choice((text::KIND, text::ALL_KINDS), kinds, |filter, value| {
            filter.kind = named(&KINDS, value);
        }))
        .child(
            clear
                .class("clear")
                .attr("hidden", move || desk.route.with(|route| route.history == HistoryFilter::default()))
                .on("click", |_| focus::focus_later(".narrowing select".into()))
                .child(text::FILTER_CLEAR),
        )
        .child(el("output").child(summary))
}

fn choice(
    (label, any): (&'static str, &'static str),
    choices: Choices,
    set: fn(&mut HistoryFilter, &str),
) -> El {
    let desk = desk();
    let options = move || {
        let (choices, now) = desk.route.with(|route| choices(desk, &route.history));
        let all_of = [(String::new(), any.to_owned())];
        let options = all_of.into_iter().chain(choices).map(|(value, label)| {
            let chosen = value == now;
            option(value, label).attr("selected", chosen).into_view()
        });
        fragment(options.collect())
    };
    let choose = move |event: Event| {
        let mut route = desk.route.get_untracked();
        set(&mut route.history, &event_target_value(&event));
        desk.go(&route);
    };
    el("select").attr("aria-label", label).child(options).on("change", choose)
}

fn units(desk: Desk, filter: &HistoryFilter) -> (Vec<(String, String)>, String) {
    let units = desk.catalog().plan.units.iter().map(|unit| (unit.id.0.clone(), unit.name.clone()));
    (units.collect(), filter.unit.as_ref().map(|unit| unit.0.clone()).unwrap_or_default())
}

fn months(desk: Desk, filter: &HistoryFilter) -> (Vec<(String, String)>, String) {
    let mut months = desk.ledger.book.with(written_months);
    // A link may name a month in which nothing was written.
    months.extend(filter.month.filter(|month| !months.contains(month)));
    let months = months.into_iter().map(|month| (written_name(month), text::year_month(month)));
    (months.collect(), filter.month.map(written_name).unwrap_or_default())
}

fn kinds(_: Desk, filter: &HistoryFilter) -> (Vec<(String, String)>, String) {
    let kinds = KINDS.map(|(value, kind)| (value.to_owned(), text::kind(kind).to_owned()));
    (kinds.into(), filter.kind.map(|kind: FieldKind| name(&KINDS, kind).to_owned()).unwrap_or_default())
}

/// How many records there are under the filter. Tracks.
fn count(desk: Desk) -> usize {
    narrowed(desk, 0).1
}

fn narrowed(desk: Desk, limit: usize) -> (Vec<HistoryEntry>, usize) {
    desk.route
        .with(|route| desk.ledger.book.with(|book| history(book, desk.catalog(), &route.history, limit)))
}

/// The records, by day.
fn records() -> View {
    let desk = desk();
    let limit = RwSignal::new(STEP);
    live(move || {
        if desk.ledger.vault.with(Option::is_none) {
            return el("p").class("empty").child(text::save_state(None)).into_view();
        }
        let shown = if desk.printing.get() { usize::MAX } else { limit.get() };
        let (entries, count) = narrowed(desk, shown);
        if entries.is_empty() {
            return nothing(desk).into_view();
        }
        let mut days = Vec::new();
        let mut rest = entries.into_iter().enumerate().peekable();
        while let Some((_, first)) = rest.peek() {
            let date = first.when.date();
            let mut rows = Vec::new();
            while let Some((at, entry)) = rest.next_if(|(_, entry)| entry.when.date() == date) {
                rows.push(row(desk, at, entry));
            }
            days.push(el("h2").child(text::full_day(date)).into_view());
            days.push(el("ul").child(rows).into_view());
        }
        let more = count.saturating_sub(shown);
        let reveal = move |_: Event| {
            let shown = limit.get_untracked();
            limit.set(shown + STEP);
            // The button has moved; what it has brought is read on from its beginning.
            focus::focus_later(format!("#history-{shown}"));
        };
        let reveal = (more > 0).then(|| {
            el("button").class("more").on("click", reveal).child(text::reveal_records(more.min(STEP)))
        });
        let days = el("section").class("card history-days").attr("aria-label", text::RECORDS).child(days);
        fragment(vec![days.into_view(), fragment(reveal.into_iter().map(El::into_view).collect())])
    })
}

fn nothing(desk: Desk) -> El {
    if !desk.ledger.book.with(yaodian_progress::ProgressBook::is_empty) {
        return el("p").class("empty").child(text::NOTHING_TOLD);
    }
    let items = page_link(Page::Calendar(Calendar::List)).class("button").child(text::TO_ITEMS);
    card(text::RECORDS, Vec::new())
        .child(el("p").class("empty").child(text::NOTHING_RECORDED))
        .child(el("p").child(items))
}

/// Who wrote it. This device needs no telling apart from others. Tracks.
fn writer(desk: Desk, entry: &HistoryEntry) -> String {
    let writer = desk.ledger.writer();
    if entry.author != desk.ledger.author() || !writer.name.trim().is_empty() {
        return entry.author_name.clone();
    }
    text::this_device(writer.unit.map(|unit| text::unit(desk.catalog(), &unit)))
}

fn row(desk: Desk, at: usize, entry: HistoryEntry) -> El {
    let who = writer(desk, &entry);
    let item = entry.field.item().and_then(|id| desk.catalog().plan.item(id));
    let what = item.map_or_else(|| el("span"), item_anchor).class("what").child(entry.description);
    let said = match &*entry.value {
        Value::Status(recorded) => recorded.reason.clone(),
        Value::Note(Some(text)) => text.clone(),
        Value::Steps(Some(_)) => entry.value.to_string(),
        _ => String::new(),
    };
    let row = el("li")
        .child(el("span").class("when").child(text::clock(entry.when.time())))
        .child(what)
        .child((!said.is_empty()).then(|| el("p").class("said").child(said)))
        .child(el("small").child(who));
    // Where 再显示 leads to.
    if at.is_multiple_of(STEP) { row.attr("id", format!("history-{at}")).attr("tabindex", "-1") } else { row }
}
