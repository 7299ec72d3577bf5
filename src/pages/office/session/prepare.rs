//! The steps before and after a meeting, each with its distance in days: the user's to set.

use chrono::NaiveDate;
use leptos::prelude::*;
use web_sys::Event;
use yaodian_plan::sort::sort_by_rank;
use yaodian_progress::{FARTHEST_DAYS, Field, Line, SessionId, Step, Value, days_until, is_overdue};

use super::held::held_on;
use crate::browser::focus;
use crate::desk::desk;
use crate::text;
use crate::widgets::field::option;
use crate::widgets::line_field::line_field_of_list;
use yaodian_ui::{El, el, keyed};

/// Whether a table keeps the order of its rows at its next change, because one row changes by itself.
type KeepOrder = StoredValue<bool>;

/// How many steps are done, and whether one is overdue.
pub fn prepared(id: SessionId) -> El {
    let late = move || {
        let date = held_on(id);
        all_steps(id).iter().any(|step| is_late(step, date))
    };
    let count = move || {
        let steps = all_steps(id);
        text::prepared(steps.iter().filter(|step| step.done).count(), steps.len())
    };
    let sign = el("span").class("st late").child(text::STEP_LATE).attr("hidden", move || !late());
    el("summary").child(el("span").child(count)).child(sign)
}

/// The table of steps, and the ways to add one and to return to the usual ones.
pub fn steps(id: SessionId) -> El {
    let ledger = desk().ledger;
    let own = move || ledger.book.with(|book| book.session(id).has_own_steps());
    let keep_order = StoredValue::new(false);
    // In the order of their days, but a row does not jump away from who changes it.
    let order = Memo::new(move |before: Option<&Vec<usize>>| {
        let steps = all_steps(id);
        match before.filter(|before| before.len() == steps.len()) {
            Some(before) if keep_order.get_value() => {
                keep_order.set_value(false);
                before.clone()
            }
            _ => sort_by_rank((0..steps.len()).collect(), &|at| {
                steps.get(at).map_or(0, |step| step.offset_days.abs_diff(i32::MIN))
            }),
        }
    });
    let rows = keyed(Box::new(move || order.get()), Box::new(move |at| row(id, at, keep_order).into_view()));
    let heads = [text::STEP, text::STEP_OFFSET, text::STEP_DUE, text::STEP_DONE];
    let heads = heads.map(|head| el("th").attr("scope", "col").child(head)).into_iter().collect::<Vec<_>>();
    let note = move || if own() { text::STEPS_OWN } else { text::STEPS_SUGGESTED };
    let button = |name: &'static str| el("button").attr("type", "button").class("button").child(name);
    let add = move |_: Event| {
        let mut steps = untrack(|| all_steps(id));
        let row = steps.len();
        steps.push(Step { name: text::STEP_NEW.into(), offset_days: -1, done: false });
        save(id, Some(steps));
        focus::focus_later(format!("[data-step='{id}/{row}']"));
    };
    let reset = move |_: Event| {
        save(id, None);
        focus::focus_later(".toast button".into());
    };
    el("fieldset")
        .class("prep")
        .attr("disabled", move || !ledger.writable())
        .child(el("legend").class("sr").child(format!(
            "{} · {}",
            desk().session_title(id),
            text::PREPARATION
        )))
        .child(el("p").class("lead").child(note))
        .child(
            el("table")
                .child(el("thead").child(el("tr").child(heads).child(el("td"))))
                .child(el("tbody").child(rows)),
        )
        .child(
            el("p")
                .class("actions")
                .child(button(text::STEP_ADD).on("click", add))
                .child(button(text::STEPS_RESET).attr("hidden", move || !own()).on("click", reset)),
        )
}

/// One step. Where it stands in the list is all that a row knows; the rest follows the book.
fn row(id: SessionId, at: usize, keep_order: KeepOrder) -> El {
    let desk = desk();
    let offset = move || step(id, at).map_or(0, |step| step.offset_days);
    let done = move || step(id, at).is_some_and(|step| step.done);
    let name = move || step(id, at).map(|step| step.name).unwrap_or_default();
    let of = move || all_steps(id).len();
    let side = move |event: Event| {
        let before = event_target_value(&event) == "-";
        change(id, at, keep_order, &mut |step| {
            let days = step.offset_days.saturating_abs();
            step.offset_days = if before { -days.max(1) } else { days };
        });
    };
    let due_day = move || step(id, at)?.due(held_on(id)?);
    let late = move || step(id, at).is_some_and(|step| is_late(&step, held_on(id)));
    let due = move || {
        let said = |day| text::day_of_week(day, desk.catalog().plan.year);
        due_day().map_or(text::NO_DATE.into(), said)
    };
    let to_go = move || match due_day() {
        Some(day) if !done() && !late() => format!(" · {}", text::to_go(days_until(day, desk.date()))),
        _ => String::new(),
    };
    let side_of = move || if offset() < 0 { "-" } else { "+" };
    let sides = vec![option("-".into(), text::BEFORE.into()), option("+".into(), text::AFTER.into())];
    let remove = move |_: Event| {
        let mut steps = untrack(|| all_steps(id));
        if at < steps.len() {
            steps.remove(at);
            save(id, Some(steps));
            focus::focus_later(".toast button".into());
        }
    };
    // A row does not jump away from who changes it.
    let hold = move || keep_order.set_value(true);
    let name_field = line_field_of_list(move || Line::Step { session: id, at, of: of() }, hold)
        .attr("aria-label", text::STEP)
        .attr("data-step", format!("{id}/{at}"))
        .attr("maxlength", "60");
    let days_field = line_field_of_list(move || Line::StepDays { session: id, at, of: of() }, hold)
        .attr("type", "number")
        .attr("min", "0")
        .attr("max", FARTHEST_DAYS.to_string())
        .attr("aria-label", text::STEP_DAYS);
    let side_field = el("select")
        .attr("aria-label", text::STEP_SIDE)
        .child(sides)
        .prop("value", side_of)
        .on("change", side);
    let tick = el("input")
        .attr("type", "checkbox")
        .prop("checked", done)
        .on("change", move |_| change(id, at, keep_order, &mut |step| step.done = !step.done));
    el("tr")
        .class(move || if done() { "done" } else { "" })
        .child(el("td").child(name_field))
        .child(
            el("td").class("offset").child(side_field).child(days_field).child(el("span").child(text::DAYS)),
        )
        .child(
            el("td")
                .class("due")
                .child(el("span").child(due))
                .child(el("small").child(to_go))
                .child(el("span").class("st late").child(text::STEP_LATE).attr("hidden", move || !late())),
        )
        .child(el("td").child(el("label").class("check").child(tick).child(text::STEP_DONE)))
        .child(
            el("td").child(
                el("button")
                    .attr("type", "button")
                    .class("plain")
                    .attr("aria-label", move || text::delete_step(&name()))
                    .on("click", remove)
                    .child(text::DELETE),
            ),
        )
}

/// The steps of a meeting as they are now. Tracks, as the two below do.
fn all_steps(id: SessionId) -> Vec<Step> {
    desk().ledger.book.with(|book| book.session(id).steps())
}

fn step(id: SessionId, at: usize) -> Option<Step> {
    all_steps(id).into_iter().nth(at)
}

fn is_late(step: &Step, date: Option<NaiveDate>) -> bool {
    let desk = desk();
    let due = date.filter(|_| !step.done).and_then(|date| step.due(date));
    due.is_some_and(|due| is_overdue(due, desk.date(), desk.catalog().plan.year))
}

fn change(id: SessionId, at: usize, keep_order: KeepOrder, edit: &mut dyn FnMut(&mut Step)) {
    let mut steps = untrack(|| all_steps(id));
    if let Some(step) = steps.get_mut(at) {
        edit(step);
        keep_order.set_value(true);
        save(id, Some(steps));
    }
}

fn save(id: SessionId, steps: Option<Vec<Step>>) {
    desk().ledger.write(vec![(Field::SessionSteps(id), Value::Steps(steps))]);
}
