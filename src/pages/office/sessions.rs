//! 会议: what goes to which meeting, month by month, each an agenda in order.

use leptos::prelude::*;
use std::sync::Arc;

use yaodian_plan::Month;
use yaodian_plan::query::{Agenda, Filter, Timing, agendas};
use yaodian_progress::{AgendaLine, SessionAgenda, SessionId};

use super::session::{agenda_of, arranged, arrangement, folded, prepared, steps};
use crate::browser::focus;
use crate::desk::desk;
use crate::route::Page;
use crate::text;
use crate::widgets::badge::meeting_class;
use crate::widgets::counts::{count_text, none_passes};
use crate::widgets::filters::filters;
use crate::widgets::heading::heading;
use crate::widgets::item_marks;
use crate::widgets::list::{Rows, WHOLE, item_list, nothing_passes, row};
use crate::widgets::timed::timed;
use yaodian_ui::{El, View, el, fragment, live};

/// The page.
pub fn sessions() -> View {
    let desk = desk();
    // What is over is above, what comes is below.
    if let Some(month) = desk.as_of.get_untracked().month() {
        focus::show_later(anchor(month));
    }
    let items: Vec<usize> = desk.catalog().all().filter(|at| !desk.item(*at).meetings.is_empty()).collect();
    if items.is_empty() {
        // No condition is in the way: the plan has none.
        let said = el("p").class("empty").child(text::NO_MEETINGS);
        return fragment(vec![heading(&Page::Sessions).into_view(), said.into_view(), timed(months)]);
    }
    fragment(vec![
        heading(&Page::Sessions).into_view(),
        el("p").class("lead").child(text::MEETING_NOTE).into_view(),
        filters(&items).into_view(),
        nothing_passes(items).into_view(),
        timed(months),
    ])
}

fn months(timings: &[Timing]) -> View {
    let desk = desk();
    let mut agendas = agendas(desk.catalog(), timings);
    // What was arranged is not lost where all items of a meeting were put off.
    let without_items = SessionId::all(&desk.catalog().plan).filter(|id| {
        let is_listed =
            agendas.iter().any(|agenda| (agenda.meeting, agenda.month) == (id.meeting, Some(id.month)));
        !is_listed && desk.ledger.book.with(|book| book.session(*id).is_arranged())
    });
    let empty = |id: SessionId| Agenda { meeting: id.meeting, month: Some(id.month), items: Vec::new() };
    let without_items: Vec<Agenda> = without_items.map(empty).collect();
    agendas.extend(without_items);
    let months = Month::all().map(Some).chain([None]).filter_map(|month| {
        let of: Vec<&Agenda> = agendas.iter().filter(|agenda| agenda.month == month).collect();
        (!of.is_empty()).then(|| month_of(month, &of).into_view())
    });
    fragment(months.collect())
}

/// The id of the part about a month, for the page to be scrolled to.
fn anchor(month: Month) -> String {
    format!("month-{month}")
}

/// Whether a part with these items is hidden: none passes the filter. One without items is there as long as nothing is
/// filtered.
fn is_hidden(items: Arc<[usize]>) -> impl FnMut() -> bool + Send + 'static {
    let desk = desk();
    let no_items = items.is_empty();
    let mut none = none_passes(items);
    move || if no_items { !desk.filter.with(Filter::is_empty) } else { none() }
}

/// The meetings of one month.
fn month_of(month: Option<Month>, agendas: &[&Agenda]) -> El {
    let desk = desk();
    let items: Arc<[usize]> = agendas.iter().flat_map(|agenda| &agenda.items).copied().collect();
    let class = move || {
        let now = month.is_some() && desk.as_of.get().month() == month;
        if now { "card meeting-month now" } else { "card meeting-month" }
    };
    let title = month.map_or(text::MEETING_UNSCHEDULED.into(), text::month);
    let agendas: Vec<El> = agendas.iter().map(|agenda| section_of(agenda)).collect();
    el("section")
        .class(class)
        .attr("id", month.map(anchor))
        .attr("hidden", is_hidden(items))
        .child(el("header").child(el("h2").child(title)))
        .child(el("div").class("agendas").child(agendas))
}

fn section_of(agenda: &Agenda) -> El {
    let desk = desk();
    let items: Arc<[usize]> = agenda.items.as_slice().into();
    let name = el("span").class(meeting_class(agenda.meeting)).child(desk.meeting_name(agenda.meeting));
    let count = el("small").child(count_text(items.clone()));
    let section = el("section").attr("hidden", is_hidden(items)).child(el("h3").child(name).child(count));
    let Some(month) = agenda.month else {
        return section.child(item_list(agenda.items.clone(), Rows::Untimed));
    };
    let id = SessionId { meeting: agenda.meeting, month };
    let name = format!("{}{}", text::EDIT_SESSION, text::arrangement(&desk.session_title(id)));
    let edit = el("summary").attr("aria-label", name).child(text::EDIT_SESSION);
    let folds = vec![folded(edit, move || arrangement(id)), folded(prepared(id), move || steps(id))];
    let agenda = Memo::new(move |_| agenda_of(id));
    section
        .child(arranged(id))
        .child(el("div").class("folds").child(folds))
        .child(live(move || agenda.with(|agenda| untrack(|| fragment(lines(agenda))))))
}

/// An agenda as a list, and below it what is held apart.
fn lines(agenda: &SessionAgenda) -> Vec<View> {
    let rows = |lines: &[AgendaLine]| lines.iter().map(line).collect::<Vec<_>>();
    let mut parts = match agenda.lines.len() {
        0..=WHOLE => vec![el("ol").class("list").child(rows(&agenda.lines))],
        _ => item_list(agenda.lines.iter().filter_map(AgendaLine::item).collect(), Rows::Untimed),
    };
    if !agenda.apart.is_empty() {
        let title = el("h4").child(text::HELD_APART).child(el("small").child(text::HELD_APART_NOTE));
        let list = el("ul").class("list").child(rows(&agenda.apart));
        parts.push(el("div").class("apart").child(title).child(list));
    }
    parts.into_iter().map(El::into_view).collect()
}

fn line(line: &AgendaLine) -> El {
    match line {
        AgendaLine::Item(at) => item_marks::row(row(*at, false), *at),
        AgendaLine::Own(_, text) => {
            el("li").class("row own").child(el("span").class("title").child(text.clone()))
        }
    }
}
