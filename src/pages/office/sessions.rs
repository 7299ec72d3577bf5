//! 会议: what goes to which meeting, month by month, each an agenda in order.

use leptos::prelude::*;
use std::sync::Arc;

use yaodian_plan::Month;
use yaodian_plan::query::{Agenda, agendas};
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
use yaodian_ui::{El, View, el, fragment};

/// The page.
pub fn sessions() -> View {
    let desk = desk();
    let agendas = agendas(desk.catalog());
    let items: Vec<usize> = desk.catalog().all().filter(|at| !desk.item(*at).meetings.is_empty()).collect();
    let mut parts = vec![
        heading(&Page::Sessions).into_view(),
        el("p").class("lead").child(text::MEETING_NOTE).into_view(),
        filters(&items).into_view(),
        nothing_passes(items).into_view(),
    ];
    for month in Month::all().map(Some).chain([None]) {
        let of: Vec<&Agenda> = agendas.iter().filter(|agenda| agenda.month == month).collect();
        if !of.is_empty() {
            parts.push(month_of(month, &of).into_view());
        }
    }
    fragment(parts)
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
        .attr("hidden", none_passes(items))
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
    el("section")
        .attr("hidden", none_passes(items))
        .child(parts)
        .child(item_list(agenda.items.clone(), false))
}
