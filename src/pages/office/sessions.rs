//! 会议: what goes to which meeting, month by month, each an agenda in order.

use leptos::prelude::*;
use std::sync::Arc;

use yaodian_plan::Month;
use yaodian_plan::query::{Agenda, Filter, Timing, agendas};
use yaodian_progress::SessionId;

use super::session::{arranged, arrangement, folded, prepared, steps};
use crate::desk::desk;
use crate::route::Page;
use crate::text;
use crate::widgets::badge::meeting_class;
use crate::widgets::counts::{count_text, none_passes};
use crate::widgets::filters::filters;
use crate::widgets::heading::heading;
use crate::widgets::list::{item_list, nothing_passes};
use crate::widgets::timed::timed;
use yaodian_ui::{El, View, el, fragment};

/// The page.
pub fn sessions() -> View {
    let desk = desk();
    let items: Vec<usize> = desk.catalog().all().filter(|at| !desk.item(*at).meetings.is_empty()).collect();
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
    let without_items = SessionId::all().filter(|id| {
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
    let agendas: Vec<El> = agendas.iter().map(|agenda| agenda_of(agenda)).collect();
    el("section")
        .class(class)
        .attr("hidden", is_hidden(items))
        .child(el("header").child(el("h2").child(title)))
        .child(el("div").class("agendas").child(agendas))
}

fn agenda_of(agenda: &Agenda) -> El {
    let items: Arc<[usize]> = agenda.items.as_slice().into();
    let name = el("span").class(meeting_class(agenda.meeting)).child(text::meeting(agenda.meeting));
    let id = agenda.month.map(|month| SessionId { meeting: agenda.meeting, month });
    let count = el("small").child(count_text(items.clone()));
    let mut parts = vec![el("h3").child(name).child(count)];
    if let Some(id) = id {
        let name = format!("{}{}", text::EDIT_SESSION, text::arrangement(id));
        let edit = el("summary").attr("aria-label", name).child(text::EDIT_SESSION);
        let folds = vec![folded(edit, move || arrangement(id)), folded(prepared(id), move || steps(id))];
        parts.extend([arranged(id), el("div").class("folds").child(folds)]);
    }
    el("section").attr("hidden", is_hidden(items)).child(parts).child(item_list(agenda.items.clone(), false))
}
