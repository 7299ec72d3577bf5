//! The meetings that a row goes to: a tick for each kind, and which session it is where that is known.

use leptos::prelude::*;
use web_sys::Event;
use yaodian_plan::MeetingKind;
use yaodian_reading::understanding::read_sessions;
use yaodian_review::{Change, Edit, Key};
use yaodian_ui::{El, View, el, fragment, live};

use super::cells::COLUMN;
use super::studio::studio;
use crate::browser::dom;
use crate::desk::desk;
use crate::text;

/// A tick for each kind.
pub fn meetings(key: Key) -> View {
    let kinds = studio().kinds;
    live(move || {
        let ticks = kinds.get().into_iter().map(|(kind, name)| meeting(key, kind, name));
        el("fieldset")
            .class("meet")
            .child(el("legend").class("sr").child(text::ROW_MEETING))
            .child(ticks.collect::<Vec<_>>())
            .into_view()
    })
}

fn meeting(key: Key, kind: MeetingKind, name: String) -> El {
    let studio = studio();
    let now = move || studio.of_row(key, |_, row| row.item.meetings.clone());
    let choose = move |event: Event| {
        let mut meetings = untrack(now);
        meetings.retain(|other| *other != kind);
        if event_target_checked(&event) {
            meetings.push(kind);
        }
        studio.edit(Edit::Row(key, Change::Meetings(meetings)));
    };
    let goes = Memo::new(move |_| now().contains(&kind));
    let tick = el("input")
        .attr("type", "checkbox")
        .attr(COLUMN, "meetings")
        .prop("checked", move || goes.get())
        .on("change", choose);
    let label = text::session_of(&name);
    let number = live(move || match goes.get() {
        true => untrack(|| session(key, kind, label.clone())).into_view(),
        false => fragment(Vec::new()),
    });
    el("span").child(el("label").child(tick).child(name)).child(number)
}

/// Which session it is.
fn session(key: Key, kind: MeetingKind, label: String) -> El {
    let studio = studio();
    let shown = move || {
        studio.of_row(key, |_, row| {
            let numbers = row.item.sessions.iter().filter(|session| session.meeting == kind);
            numbers.map(|session| session.no.to_string()).collect::<Vec<_>>().join("、")
        })
    };
    let change = move |event: Event| {
        let typed = event_target_value(&event);
        match read_sessions(&typed) {
            Some(numbers) => {
                studio.edit(Edit::Row(key, Change::Sessions { meeting: kind, numbers }));
            }
            None => desk().ledger.say(text::SESSION_WHAT.into()),
        }
        dom::set_value(&event, &untrack(shown));
    };
    let field = el("input")
        .attr("autocomplete", "off")
        .attr("inputmode", "numeric")
        // By it the style sheet knows that it is empty.
        .attr("placeholder", " ")
        .attr("aria-label", label)
        .prop("value", shown)
        .on("change", change);
    el("span").class("session").child(text::SESSION_BEFORE).child(field).child(text::SESSION_AFTER)
}
