//! Putting an item off: the month is asked for before anything is recorded.

use leptos::prelude::*;
use web_sys::Event;
use yaodian_plan::query::{Status, later_months, suggested_month};
use yaodian_plan::{ItemId, Month};

use crate::browser::focus;
use crate::desk::desk;
use crate::text;
use crate::widgets::field::{labelled, months};
use yaodian_ui::{El, el, live};

/// Whether the month is being asked for, and which one is chosen so far; `None` within where there is none to choose.
pub type Asked = RwSignal<Option<Option<Month>>>;

/// Asks for the month, with the next one to begin with.
pub fn ask(at: usize, asked: Asked) {
    let today = untrack(|| desk().today());
    asked.set(Some(suggested_month(&later_months(desk().item(at).period, today), today)));
    focus::focus_later(".postponing select, .postponing button".into());
}

/// The month that the item is put off to: to be chosen and confirmed while it is asked for, to be changed afterwards.
pub fn month_field(at: usize, id: ItemId, asked: Asked) -> El {
    let desk = desk();
    let ledger = desk.ledger;
    let recorded = move || match ledger.book.with(|book| book.item(id).status()) {
        Some(Status::Postponed(month)) => Some(month),
        _ => None,
    };
    let postpone = move |month: Month| {
        asked.set(None);
        ledger.set_status(&[id], Some(Status::Postponed(month)), None);
    };
    let choose = move |event: Event| {
        let month = event_target_value(&event).parse().ok().and_then(Month::new);
        match (month, asked.get_untracked()) {
            (Some(month), None) => postpone(month),
            (month, Some(_)) => asked.set(Some(month)),
            (None, None) => {}
        }
    };
    let choices = Memo::new(move |_| later_months(desk.item(at).period, desk.today()));
    // What was recorded is shown, also where nobody could choose it any more.
    let other = Memo::new(move |_| recorded().filter(|month| !choices.with(|all| all.contains(month))));
    let value =
        move || asked.get().flatten().or_else(recorded).map(|month| month.to_string()).unwrap_or_default();
    let has_none = move || choices.with(Vec::is_empty);
    let field = live(move || {
        let choices: Vec<Month> = other.get().into_iter().chain(choices.get()).collect();
        let field = months(text::POSTPONED_TO, &choices).prop("value", value).on("change", choose);
        labelled(text::POSTPONED_TO, field)
            .attr("hidden", move || asked.with(Option::is_some) && has_none())
            .into_view()
    });
    let confirm = move |_: Event| {
        if let Some(month) = asked.get_untracked().flatten() {
            postpone(month);
            focus::focus_later(".postponing select".into());
        }
    };
    let button = |name: &'static str| el("button").attr("type", "button").class("button").child(name);
    let asks = move || asked.with(Option::is_some);
    el("div")
        .class("postponing")
        .attr("hidden", move || !asks() && recorded().is_none())
        .child(field)
        .child(button(text::POSTPONE).attr("hidden", move || !asks() || has_none()).on("click", confirm))
        .child(button(text::CANCEL).attr("hidden", move || !asks()).on("click", move |_| asked.set(None)))
        .child(
            el("p")
                .class("hint")
                .attr("role", "status")
                .child(move || if asks() && has_none() { text::NO_LATER_MONTH } else { "" }),
        )
}
