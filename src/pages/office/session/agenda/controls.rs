//! What moves a line of the agenda: a grip to drag it by, or to press the arrow keys on, and buttons.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Event, KeyboardEvent};
use yaodian_progress::{AgendaKey, Field, SessionAgenda, SessionId, Value};

use super::order::{move_line, place_of, save, title_of};
use crate::browser::focus;
use crate::desk::desk;
use crate::text;
use yaodian_ui::{El, el};

/// The ways to move a line, and to put it on the agenda or take it off.
pub fn controls(
    id: SessionId,
    key: AgendaKey,
    whole: Memo<SessionAgenda>,
    apart: bool,
    moved: RwSignal<String>,
) -> El {
    let ledger = desk().ledger;
    let moves = el("fieldset")
        .class("moves")
        .attr("disabled", move || !ledger.writable())
        .child(el("legend").class("sr").child(move || title_of(id, key)));
    let aside = match (key, apart) {
        (_, true) => hold(id, key, whole, false),
        (AgendaKey::Item(_), false) => hold(id, key, whole, true),
        (AgendaKey::Own(_), false) => take_off(id, key),
    };
    if apart {
        return moves.child(aside);
    }
    let place = move || whole.with(|agenda| place_of(agenda, key));
    let count = move || whole.with(|agenda| agenda.lines.len());
    let by = move |steps: isize| {
        if let Some(from) = untrack(place) {
            let last = untrack(count).saturating_sub(1);
            move_line(id, from, from.saturating_add_signed(steps).min(last), moved);
        }
    };
    let far = isize::MAX;
    let on_key = move |event: &KeyboardEvent| {
        let steps = match event.key().as_str() {
            "ArrowUp" => -1,
            "ArrowDown" => 1,
            "Home" => -far,
            "End" => far,
            _ => return,
        };
        event.prevent_default();
        by(steps);
    };
    let button = |name: &'static str, sign: &'static str| {
        named(el("button").attr("type", "button").child(sign), id, key, name).attr("title", name)
    };
    moves
        .child(
            button(text::DRAG_LINE, "⠿")
                .class("icon grip")
                .on("keydown", move |event| on_key(event.unchecked_ref())),
        )
        .child(
            button(text::LINE_UP, "↑")
                .class("icon")
                .attr("disabled", move || place() == Some(0))
                .on("click", move |_| by(-1)),
        )
        .child(
            button(text::LINE_DOWN, "↓")
                .class("icon")
                .attr("disabled", move || place().map(|place| place + 1) == Some(count()))
                .on("click", move |_| by(1)),
        )
        .child(aside)
}

/// Holds a line apart from the meeting, or puts it on the agenda again.
fn hold(id: SessionId, key: AgendaKey, whole: Memo<SessionAgenda>, apart: bool) -> El {
    let press = move |_: Event| {
        let catalog = desk().catalog();
        save(id, whole.with_untracked(|agenda| agenda.with_apart(catalog, key, apart)));
        focus::focus_later(format!("[data-line='{key}'] .plain"));
    };
    let name = if apart { text::HOLD_APART } else { text::PUT_ON_AGENDA };
    named(el("button").attr("type", "button").class("plain").child(name), id, key, name).on("click", press)
}

/// Takes off what was added.
fn take_off(id: SessionId, key: AgendaKey) -> El {
    let press = move |_: Event| {
        if let AgendaKey::Own(entry) = key {
            desk().ledger.write(vec![(Field::AgendaEntry(id, entry), Value::Entry(None))]);
            focus::focus_later(".toast button".into());
        }
    };
    let button = el("button").attr("type", "button").class("plain").child(text::DELETE);
    named(button, id, key, text::DELETE).on("click", press)
}

/// Names a button by what it does, and to which line.
fn named(button: El, id: SessionId, key: AgendaKey, does: &'static str) -> El {
    button.attr("aria-label", move || text::of_line(does, &title_of(id, key)))
}
