//! A row that was read, or the name of a group of rows.

use leptos::prelude::*;
use web_sys::Event;
use yaodian_plan::Month;
use yaodian_review::{Edit, Group, Key};
use yaodian_ui::{El, View, el, fragment, live};

use super::cells::COLUMN;
use super::studio::studio;
use super::{cells, meetings, notes};
use crate::browser::{dom, focus};
use crate::text;
use crate::widgets::button::button;

/// Keys of rows and categories stand behind those of months.
const FIRST: usize = 16;

/// The key of a row in the list.
pub fn row_key(key: Key) -> usize {
    FIRST + key as usize
}

/// The key of a group's name in the list.
pub fn group_key(group: Group) -> usize {
    match group {
        Group::Month(month) => usize::from(month.number()),
        Group::Category(key) => FIRST + key as usize,
    }
}

/// A row, or the name of a group.
pub fn make(key: usize) -> View {
    let studio = studio();
    let month = u8::try_from(key).ok().and_then(Month::new);
    if let Some(month) = month {
        return el("h3").child(text::month(month)).into_view();
    }
    let key = Key::try_from(key - FIRST).unwrap_or_default();
    let is_row = untrack(|| studio.of_sheet(|sheet| sheet.row(key).is_some()));
    if !is_row {
        let name = move || {
            studio.of_sheet(|sheet| sheet.category(key).map_or(String::new(), |one| one.name.clone()))
        };
        return el("h3").child(name).into_view();
    }
    let class = move || if studio.row.get() == Some(key) { "read-row chosen" } else { "read-row" };
    // Few are opened, and there are many rows.
    let is_opened = RwSignal::new(false);
    let inside = live(move || if is_opened.get() { untrack(|| more(key)) } else { fragment(Vec::new()) });
    let more = el("details")
        .class("row-more")
        .on("toggle", move |_| is_opened.set(true))
        .child(el("summary").child(text::ROW_MORE))
        .child(inside);
    el("article")
        .class(class)
        .attr("id", format!("row-{key}"))
        .attr("data-row", key.to_string())
        .child(cells::title(key))
        .child(
            el("div")
                .class("cells")
                .child(cells::time(key))
                .child(cells::lead(key))
                .child(cells::joint(key))
                .child(meetings::meetings(key))
                .child(cells::category(key)),
        )
        .child(notes::of_row(key))
        .child(more)
        .into_view()
}

/// What else there is of a row, and what can be done with it.
fn more(key: Key) -> View {
    let studio = studio();
    let source = move || studio.of_row(key, |_, row| row.item.source.text.clone());
    let extras = live(move || {
        let extras = studio.of_row(key, |_, row| row.item.extras.clone());
        let one = |extra: yaodian_plan::Extra| el("li").child(el("b").child(extra.heading)).child(extra.text);
        el("ul").class("extras").child(extras.into_iter().map(one).collect::<Vec<_>>()).into_view()
    });
    fragment(vec![
        cells::months(key).into_view(),
        cells::remark(key).into_view(),
        extras,
        el("p").class("tip printed").child(el("b").child(text::ROW_SOURCE)).child(source).into_view(),
        tools(key).into_view(),
    ])
}

fn tools(key: Key) -> El {
    let studio = studio();
    let say = |text: &'static str| crate::desk::desk().ledger.say(text.into());
    el("p")
        .class("tools")
        // Where the two do not stand side by side, the document is far above.
        .child(button(text::SHOW_SOURCE, move |_| {
            studio.line.set(untrack(|| studio.of_row(key, |_, row| row.line)));
            focus::show_later("document".into());
            // From there the Enter key leads back.
            focus::focus_back_later(None, vec!["#document .chosen .to-row".into(), "#document .pane".into()]);
        }))
        .child(button(text::ROW_ADD, move |_| {
            let new = studio.new_key();
            studio.edit(Edit::Add { after: Some(key), new });
            studio.look_at(new);
        }))
        .child(button(text::ROW_SPLIT, move |_| {
            let new = studio.new_key();
            let at = cells::caret(key);
            if !at.is_some_and(|at| studio.edit(Edit::Split { row: key, at, new })) {
                say(text::SPLIT_WHERE);
            }
        }))
        .child(button(text::ROW_JOIN, move |_| {
            if !studio.edit(Edit::Join(key)) {
                say(text::JOIN_WHAT);
            }
        }))
        .child(button(text::ROW_UP, move |_| {
            studio.edit(Edit::Move { row: key, up: true });
        }))
        .child(button(text::ROW_DOWN, move |_| {
            studio.edit(Edit::Move { row: key, up: false });
        }))
        .child(
            button(text::ROW_DELETE, move |_| {
                let next = beside(key, false).or_else(|| beside(key, true));
                studio.edit(Edit::Delete(key));
                if let Some(next) = next {
                    studio.look_at(next);
                }
            })
            .class("button danger"),
        )
}

/// The row that an event comes from.
pub fn row_of(event: &Event) -> Option<Key> {
    dom::closest(event, "[data-row]")?.get_attribute("data-row")?.parse().ok()
}

/// The column of the field that an event comes from.
pub fn column_of(event: &Event) -> Option<String> {
    dom::closest(event, "[data-column]")?.get_attribute(COLUMN)
}

/// The row before or after another one, as they stand on the page.
pub fn beside(key: Key, up: bool) -> Option<Key> {
    studio().listed.with_untracked(|rows| {
        let at = rows.iter().position(|(other, _)| *other == key)?;
        let to = if up { at.checked_sub(1)? } else { at + 1 };
        rows.get(to).map(|(other, _)| *other)
    })
}
