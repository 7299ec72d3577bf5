//! A meeting's day, name and place: said, and to be set.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Event, MouseEvent};
use yaodian_progress::{Field, Line, SessionId, Value, days_until};

use super::held::held_on;
use crate::browser::dom;
use crate::desk::desk;
use crate::route::Page;
use crate::text;
use crate::widgets::day_field::day_field;
use crate::widgets::field::labelled;
use crate::widgets::line_field::line_field;
use crate::widgets::link::page_link;
use crate::widgets::print::print;
use yaodian_ui::{El, el};

/// The day with how far it is, the name and the place, as far as they are set, and the way to the agenda.
pub fn arranged(id: SessionId) -> El {
    let desk = desk();
    let date = move || held_on(id);
    let day = move || {
        let hour = desk.ledger.book.with(|book| book.session(id).hour());
        let said = |date| text::day_and_hour(&text::day_of_week(date, desk.catalog().plan.year), hour);
        date().map_or(text::NO_DATE.into(), said)
    };
    let more = move || {
        let to_go = date().map(|date| text::to_go(days_until(date, desk.date())));
        desk.ledger.book.with(|book| {
            let session = book.session(id);
            let texts = [to_go.unwrap_or_default(), session.name().to_owned(), session.place().to_owned()];
            let said = texts.into_iter().filter(|text| !text.is_empty());
            said.fold(String::new(), |line, text| format!("{line} · {text}"))
        })
    };
    let said = el("span").child(el("b").child(day)).child(more);
    let open = page_link(Page::Session(id)).class("all").child(text::OPEN_AGENDA);
    let print = page_link(Page::Session(id)).class("all").child(text::PRINT_AGENDA);
    let print = print.on("click", move |event| print_agenda(event.unchecked_ref(), id));
    el("p").class("arranged").child(said).child(open).child(print)
}

/// Goes to the agenda and prints it there. With a modifier key it is a link as any.
fn print_agenda(event: &MouseEvent, id: SessionId) {
    if dom::is_plain_click(event) {
        event.prevent_default();
        let desk = desk();
        desk.go(&desk.route.with_untracked(|route| route.with_page(Page::Session(id))));
        // Once the page is there.
        request_animation_frame(|| request_animation_frame(print));
    }
}

/// The fields, recorded when one is left.
pub fn arrangement(id: SessionId) -> El {
    let desk = desk();
    let ledger = desk.ledger;
    let unusual = move || held_on(id).and_then(|date| text::unusual_day(date, id, desk.catalog().plan.year));
    let words = |line| line_field(line).attr("maxlength", "80");
    let name = words(Line::SessionName(id)).attr("placeholder", text::SESSION_NAME_HINT);
    el("fieldset")
        .class("details")
        .attr("disabled", move || !ledger.writable())
        .child(el("legend").class("sr").child(text::arrangement(&desk.session_title(id))))
        .child(labelled(text::SESSION_NAME, name).class("wide"))
        .child(day_field(text::SESSION_DATE, Field::SessionDate(id)))
        .child(labelled(text::SESSION_HOUR, hour(id)))
        .child(labelled(text::SESSION_PLACE, words(Line::SessionPlace(id))).class("some"))
        .child(el("p").class("hint").attr("role", "status").child(move || unusual().unwrap_or_default()))
}

/// The field for when a meeting begins. Half a time that is left behind is none: what is kept is shown again.
fn hour(id: SessionId) -> El {
    let ledger = desk().ledger;
    let kept = move || {
        let hour = ledger.book.with(|book| book.session(id).hour());
        hour.map(|hour| hour.to_string()).unwrap_or_default()
    };
    let set = move |event: Event| {
        let typed = event_target_value(&event);
        let hour = typed.parse().ok();
        // Browsers report half a time as none.
        if hour.is_some() || (typed.is_empty() && dom::closest(&event, "input:invalid").is_none()) {
            ledger.write(vec![(Field::SessionHour(id), Value::Hour(hour))]);
        }
    };
    el("input")
        .attr("type", "time")
        .prop("value", kept)
        .on("change", set)
        .on("blur", move |event| dom::set_value(&event, &untrack(kept)))
}
