//! The form that records the status of one item, or of several together, without opening them.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlSelectElement};
use yaodian_plan::names::status_name;
use yaodian_plan::query::{Moment, Status, later_months, suggested_month};
use yaodian_plan::{ItemId, Month};
use yaodian_progress::draft_of_status;

use crate::browser::{dom, focus};
use crate::desk::desk;
use crate::text;
use crate::widgets::field::{command, labelled, months};
use crate::widgets::marked::title;
use crate::widgets::signs::{focus_targets, signs_from};
use crate::widgets::status_dialog::{close, input};
use yaodian_ui::{El, View, el, fragment};

/// What stands in it.
pub fn status_form(items: Vec<usize>) -> View {
    let desk = desk();
    let first = desk.item(items[0]);
    let single = items.len() == 1;
    let heading = el("h2").attr("id", "status-title");
    let book = desk.ledger.book;
    let (now, reason) = if single {
        let states = book.with(|book| book.states(desk.catalog(), Moment::now(desk.today())));
        let now = states.statuses.get(items[0]).copied().flatten();
        (now, book.with(|book| book.item(first.id).reason().to_owned()))
    } else {
        (None, String::new())
    };
    let later = later_for_all(&items);
    let (chosen, choices) = match now {
        // It is shown, also where nobody could choose it any more.
        Some(Status::Postponed(month)) if !later.contains(&month) => {
            (Some(month), [[month].as_slice(), &later].concat())
        }
        Some(Status::Postponed(month)) => (Some(month), later),
        _ => (suggested_month(&later, desk.today()), later),
    };
    let impossible = choices.is_empty();
    let months = months(text::POSTPONED_TO, &choices)
        .prop("value", move || chosen.map(|month| month.to_string()).unwrap_or_default())
        .attr("disabled", impossible)
        // Who chooses a month means to postpone.
        .on("change", |_| {
            if let Some(choice) = input("[data-moves]") {
                choice.set_checked(true);
            }
        });
    let mut months = Some(months);
    let choice = |(at, status): (usize, Status)| {
        let is_now = now.is_some_and(|now| now.is_same_kind(status));
        let moves = matches!(status, Status::Postponed(_));
        let radio = el("input")
            .attr("type", "radio")
            .attr("name", "status")
            .attr("value", at.to_string())
            .attr("required", true)
            .attr("data-moves", moves)
            .attr("disabled", moves && impossible)
            .attr("checked", is_now);
        let name = el("label").class("check").child(radio).child(status_name(status));
        let why = (moves && impossible).then(|| el("small").child(text::NO_LATER_MONTH));
        el("div").child(name).child(if moves { months.take() } else { None }).child(why)
    };
    let choices = Status::all(Month::DECEMBER).into_iter().enumerate().map(choice);
    let choices: Vec<El> = choices.collect();
    let recorded = book.with(|book| items.iter().any(|at| book.item(desk.item(*at).id).status().is_some()));
    let titles = (!single).then(|| {
        let lines = items.iter().map(|at| title(el("li"), desk.item(*at), &[]));
        let list = el("ul").class("titles").attr("tabindex", "0").attr("aria-label", text::PICKED_ITEMS);
        list.child(lines.collect::<Vec<_>>())
    });
    let heading = match single {
        true => title(heading, first, &[]),
        false => heading.child(text::set_together(items.len())),
    };
    let ids: Vec<ItemId> = items.iter().map(|at| desk.item(*at).id).collect();
    // What is written there is kept until it is confirmed or thrown away.
    let draft = draft_of_status(&ids);
    let typed = draft.clone();
    let forget = move || desk.ledger.drop_draft(&draft);
    let confirmed = forget.clone();
    let set = items.clone();
    // Who points at a status wants that one, and who walks through them with the arrow keys confirms it.
    let pointed = StoredValue::new(false);
    let (chosen_now, confirm_now) = (items.clone(), confirmed.clone());
    let act = move |event: Event| match dom::command_of(&event).as_deref() {
        None if pointed.get_value()
            && dom::closest(&event, "input[name=status]:not([data-moves])").is_some() =>
        {
            if let Some(said) = said() {
                confirm_now();
                write(&chosen_now, Some(said));
            }
        }
        Some("clear") => {
            forget();
            write(&items, None);
        }
        Some("several") => {
            close();
            desk.begin_picking(items.clone());
        }
        Some("cancel") => {
            forget();
            close();
        }
        _ => {}
    };
    let shown = desk.ledger.draft_or(&typed, &reason);
    let reason = el("input")
        .attr("name", "reason")
        .attr("autocomplete", "off")
        .attr("value", shown)
        .on("input", move |event| desk.ledger.set_draft(&typed, &reason, event_target_value(&event)));
    let reason = if single { reason } else { reason.attr("placeholder", text::KEEP_REASONS) };
    let form = el("form")
        .attr("method", "dialog")
        .on("submit", move |_| {
            if let Some(said) = said() {
                confirmed();
                write(&set, Some(said));
            }
        })
        .on("click", act)
        .on("pointerdown", move |event| {
            pointed.set_value(dom::closest(&event, "label.check").is_some());
        })
        .on("keydown", move |_| pointed.set_value(false))
        .child(
            el("fieldset")
                .class("choices")
                .child(el("legend").class("sr").child(text::PROGRESS_RECORD))
                .child(choices),
        )
        .child(labelled(text::REASON, reason))
        .child(
            el("p")
                .class("actions")
                .child(el("button").class("button main").child(text::CONFIRM))
                .child(command("cancel", text::CANCEL))
                .child(recorded.then(|| command("clear", text::CLEAR_STATUS).class("plain")))
                .child(single.then(|| command("several", text::PICK_SEVERAL).class("plain"))),
        );
    fragment(vec![
        heading.into_view(),
        fragment(titles.map(El::into_view).into_iter().collect()),
        form.into_view(),
    ])
}

/// The months that all of the items can be put off to.
fn later_for_all(items: &[usize]) -> Vec<Month> {
    let desk = desk();
    let later = |at: &usize| later_months(desk.item(*at).period, desk.today());
    let of_each: Vec<Vec<Month>> = items.iter().map(later).collect();
    Month::all().filter(|month| of_each.iter().all(|months| months.contains(month))).collect()
}

/// What is chosen in the form, and the reason that is written there.
fn said() -> Option<(Status, String)> {
    let at: usize = input("input:checked")?.value().parse().ok()?;
    let month: HtmlSelectElement = dom::find("#status select")?.dyn_into().ok()?;
    let month = month.value().parse().ok().and_then(Month::new);
    let status = match Status::all(month.unwrap_or(Month::DECEMBER)).get(at).copied()? {
        // Never without a month.
        Status::Postponed(_) => Status::Postponed(month?),
        status => status,
    };
    Some((status, input("[name=reason]")?.value().trim().to_owned()))
}

/// Records for all items as one action. A reason that was left blank replaces none but that of a single item.
fn write(items: &[usize], said: Option<(Status, String)>) {
    let desk = desk();
    let ids: Vec<ItemId> = items.iter().map(|at| desk.item(*at).id).collect();
    let reason = said.as_ref().map(|(_, reason)| reason.as_str());
    let reason = reason.filter(|reason| items.len() == 1 || !reason.is_empty());
    let first = items.first().copied();
    let after = first.map(signs_from).unwrap_or_default();
    desk.ledger.set_status(&ids, said.as_ref().map(|(status, _)| *status), reason);
    desk.end_picking();
    close();
    focus::focus_unless_kept_later(after, focus_targets(first));
}
