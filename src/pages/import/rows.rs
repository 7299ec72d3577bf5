//! What was read, row by row, to be put right where it stands.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Event, KeyboardEvent};
use yaodian_plan::Month;
use yaodian_review::edit::Column;
use yaodian_review::{Edit, Group, Key};
use yaodian_ui::{El, View, el, fragment, keyed, live};

use super::cells::{self, COLUMN};
use super::studio::studio;
use super::{button, notes};
use crate::browser::{dom, focus};
use crate::text;
use crate::widgets::card::{card, note};

/// How many rows are shown at first, and how many more at each request.
const STEP: usize = 150;
/// Keys of rows and categories stand behind those of months.
const FIRST: usize = 16;

/// The card.
pub fn rows() -> El {
    let studio = studio();
    let limit = RwSignal::new(STEP);
    // A row stays while its neighbours are worked off: somebody may still be typing in it.
    let open = Memo::new(move |before: Option<&Option<Vec<Key>>>| {
        studio.only_open.get().then(|| {
            let mut open = with_notes();
            open.extend(before.into_iter().flatten().flatten().copied());
            open
        })
    });
    let all = move || {
        studio.of_sheet(|sheet| {
            let keys = sheet.rows.iter().map(|row| (row.key, row.group));
            open.with(|open| {
                keys.filter(|(key, _)| open.as_ref().is_none_or(|open| open.contains(key)))
                    .collect::<Vec<_>>()
            })
        })
    };
    let all =
        Memo::new(move |_| all().into_iter().map(|(key, group)| (key, group_key(group))).collect::<Vec<_>>());
    // A row that is looked at is shown, however far down it is.
    Effect::new(move |_| {
        if let Some(key) = studio.row.get() {
            let at = all.with_untracked(|all| all.iter().position(|(row, _)| *row == key));
            if let Some(at) = at.filter(|at| *at >= limit.get_untracked()) {
                limit.set(at + STEP);
            }
        }
    });
    let keys = move || {
        let mut keys = Vec::new();
        let mut last = None;
        all.with(|all| {
            for (key, group) in all.iter().take(limit.get()) {
                if last.replace(*group) != Some(*group) {
                    keys.push(*group);
                }
                keys.push(FIRST + *key as usize);
            }
        });
        keys
    };
    let list = el("div")
        .class("rows")
        .on("keydown", |event| on_key(event.unchecked_ref()))
        .on("paste", |event| cells::paste(&event))
        .on("focusin", |event| look(&event))
        .child(keyed(Box::new(keys), Box::new(make)));
    let rest = move || all.with(Vec::len).saturating_sub(limit.get());
    let more = button(move || text::more_rows(rest()), move |_| limit.update(|limit| *limit += STEP));
    let none = move || all.with(|all| !all.is_empty());
    let add = button(text::FIRST_ROW, move |_| {
        let new = studio.new_key();
        studio.edit(Edit::Add { after: None, new });
        studio.look_at(new);
    });
    card(text::ROWS, vec![note(text::ROWS_KEYS)])
        .class("card read-rows")
        .child(list)
        .child(el("p").class("tools").attr("hidden", none).child(add))
        .child(more.attr("hidden", move || rest() == 0))
}

/// The rows that something is open of.
fn with_notes() -> Vec<Key> {
    studio().notes.with(|groups| {
        let open = groups.iter().filter(|group| group.matters()).flat_map(|group| &group.found);
        open.filter(|found| found.open).flat_map(|found| found.rows.iter().copied()).collect()
    })
}

fn group_key(group: Group) -> usize {
    match group {
        Group::Month(month) => usize::from(month.number()),
        Group::Category(key) => FIRST + key as usize,
    }
}

/// A row, or the name of a group.
fn make(key: usize) -> View {
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
                .child(cells::meetings(key))
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

/// The row that the focus is in is looked at, and its place in the document.
fn look(event: &Event) {
    let studio = studio();
    let Some(key) = row_of(event) else { return };
    if studio.row.get_untracked() != Some(key) {
        studio.row.set(Some(key));
        studio.line.set(untrack(|| studio.of_row(key, |_, row| row.line)));
    }
}

fn row_of(event: &Event) -> Option<Key> {
    dom::closest(event, "[data-row]")?.get_attribute("data-row")?.parse().ok()
}

/// The row before or after another one, as they stand.
fn beside(key: Key, up: bool) -> Option<Key> {
    studio().review.with_untracked(|review| {
        let rows = &review.as_ref()?.sheet().rows;
        let at = rows.iter().position(|row| row.key == key)?;
        let to = if up { at.checked_sub(1)? } else { at + 1 };
        rows.get(to).map(|row| row.key)
    })
}

/// As in a spreadsheet: Enter and arrows go to the same column of another row, Ctrl+D takes over what the row above has.
fn on_key(event: &KeyboardEvent) {
    if dom::composing(event) {
        return;
    }
    let Some(column) = dom::closest(event, "[data-column]").and_then(|cell| cell.get_attribute(COLUMN))
    else {
        return;
    };
    let Some(key) = row_of(event) else { return };
    let control = event.ctrl_key() || event.meta_key();
    let is_line = column != "title";
    let is_text = dom::closest(event, "select, [type=checkbox]").is_none();
    let up = match event.key().as_str() {
        "Enter" if is_text => event.shift_key(),
        "ArrowDown" if is_line && is_text => false,
        "ArrowUp" if is_line && is_text => true,
        "d" | "D" if control => {
            let which = match column.as_str() {
                "time" => Some(Column::Time),
                "lead" | "joint" => Some(Column::Who),
                "meetings" => Some(Column::Meetings),
                "category" => Some(Column::Category),
                _ => None,
            };
            if let Some((column, from)) = which.zip(beside(key, true)) {
                event.prevent_default();
                studio().edit(Edit::Fill { from, to: key, column });
            }
            return;
        }
        _ => return,
    };
    event.prevent_default();
    if let Some(to) = beside(key, up) {
        focus::focus_later(format!("#row-{to} [data-column={column}]"));
    }
}
