//! A meeting's agenda: what it deals with in order, what is held apart, and the ways to change both: by dragging, by
//! buttons, by keys.

mod controls;
mod drag;
mod entry;
mod order;

use leptos::prelude::*;
use web_sys::Event;
use yaodian_progress::{AgendaKey, Field, SessionAgenda, SessionId, Value};

use self::controls::controls;
use self::drag::follow_drag;
use self::entry::{new_entry, own_title};
pub use self::order::agenda_of;
use self::order::move_line;
use crate::browser::focus;
use crate::desk::desk;
use crate::text;
use crate::widgets::list::row;
use yaodian_ui::{El, View, el, fragment, keyed};

/// The lines of one part of the agenda by small numbers, as lists on screen need them. A line keeps its number.
#[derive(Clone, Copy)]
struct Numbers(StoredValue<Vec<AgendaKey>>);

impl Numbers {
    fn of(self, key: AgendaKey) -> usize {
        let known = self.0.with_value(|keys| keys.iter().position(|known| *known == key));
        known.unwrap_or_else(|| {
            self.0.update_value(|keys| keys.push(key));
            self.0.with_value(Vec::len) - 1
        })
    }

    fn key(self, number: usize) -> Option<AgendaKey> {
        self.0.with_value(|keys| keys.get(number).copied())
    }
}

/// The agenda to be arranged.
pub fn agenda(id: SessionId) -> View {
    let ledger = desk().ledger;
    let whole = Memo::new(move |_| agenda_of(id));
    let moved = RwSignal::new(String::new());
    let count = move || whole.with(|agenda| text::agenda_lines(agenda.lines.len()));
    let nothing = move || whole.with(|agenda| !agenda.lines.is_empty());
    let none_apart = move || whole.with(|agenda| agenda.apart.is_empty());
    let own_order = move || ledger.book.with(|book| book.session(id).order().is_some());
    let reset = move |_: Event| {
        ledger.write(vec![(Field::AgendaOrder(id), Value::Order(None))]);
        focus::focus_later(".toast button".into());
    };
    let agenda = el("ol").class("list agenda").child(lines(id, whole, false, moved));
    fragment(vec![
        el("h2").child(text::AGENDA_DRAFT).child(el("small").child(count)).into_view(),
        el("p").class("empty").attr("hidden", nothing).child(text::NO_ITEMS).into_view(),
        follow_drag(agenda, move |from, to| move_line(id, from, to, moved)).into_view(),
        new_entry(id).into_view(),
        el("section")
            .class("apart")
            .attr("hidden", none_apart)
            .child(el("h2").child(text::HELD_APART).child(el("small").child(text::HELD_APART_NOTE)))
            .child(el("ul").class("list").child(lines(id, whole, true, moved)))
            .into_view(),
        el("p")
            .class("actions order-note")
            .child(el("output").child(move || moved.get()))
            .child(
                el("button")
                    .attr("type", "button")
                    .class("button")
                    .attr("hidden", move || !own_order())
                    .on("click", reset)
                    .child(text::ORDER_RESET),
            )
            .into_view(),
    ])
}

/// The rows of one part.
fn lines(id: SessionId, whole: Memo<SessionAgenda>, apart: bool, moved: RwSignal<String>) -> View {
    let numbers = Numbers(StoredValue::new(Vec::new()));
    let keys = move || {
        whole.with(|agenda| {
            let part = if apart { &agenda.apart } else { &agenda.lines };
            part.iter().filter_map(|line| line.key(desk().catalog())).map(|key| numbers.of(key)).collect()
        })
    };
    let build = move |number: usize| match numbers.key(number) {
        Some(key) => line(id, key, whole, apart, moved).into_view(),
        None => fragment(Vec::new()),
    };
    keyed(Box::new(keys), Box::new(build))
}

/// A row: an item as in any list, or what was added as a field, and the ways to move it.
fn line(
    id: SessionId,
    key: AgendaKey,
    whole: Memo<SessionAgenda>,
    apart: bool,
    moved: RwSignal<String>,
) -> El {
    let base = match key {
        AgendaKey::Item(item) => match desk().catalog().position(item) {
            Some(at) => row(at, false),
            None => el("li").class("row"),
        },
        AgendaKey::Own(entry) => el("li").class("row own").child(own_title(id, entry)),
    };
    base.attr("data-line", key.to_string()).child(controls(id, key, whole, apart, moved))
}
