//! What was read, row by row, to be put right where it stands.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Event, KeyboardEvent};
use yaodian_review::{Edit, Key};
use yaodian_ui::{El, boxed, el, keyed, true_or_false};

use super::cells;
use super::row::{beside, column_of, group_key, make, row_key, row_of};
use super::spreading;
use super::stretch::{self, Sizes, Stretch};
use super::studio::{Sought, studio};
use crate::browser::{dom, focus};
use crate::text;
use crate::widgets::button::button;
use crate::widgets::card::{card, note};

const SIZES: Sizes = Sizes { batch: 10, step: 150 };

/// The card.
pub fn rows() -> El {
    let studio = studio();
    let all = studio.listed;
    let len = move || all.with(Vec::len);
    let at_of = move |row: Key| all.with_untracked(|all| all.iter().position(|(key, _)| *key == row));
    let stretch = RwSignal::new(Stretch::new(SIZES));
    let reach = move |at: usize| stretch.update(|stretch| stretch.reach(at, untrack(len)));
    if let Some(at) = studio.row.get_untracked().and_then(at_of) {
        reach(at);
    }
    // A row that is sought is shown, however far down it is.
    Effect::new(boxed(move || {
        let Some(sought) = studio.sought.get() else { return };
        studio.sought.set(None);
        let Some(at) = at_of(sought.row) else { return };
        reach(at);
        match sought.column {
            Some(column) => focus::focus_field_later(format!("#row-{} [data-column={column}]", sought.row)),
            None => focus::show_later(format!("row-{}", sought.row)),
        }
    }));
    let is_growing = stretch::grow(stretch, len);
    let keys = move || {
        let mut keys = Vec::new();
        let mut last = None;
        all.with(|all| {
            for (key, group) in all.get(stretch.get().shown(all.len())).unwrap_or_default() {
                if last.replace(*group) != Some(*group) {
                    keys.push(group_key(*group));
                }
                keys.push(row_key(*key));
            }
        });
        keys
    };
    let list = el("div")
        .class("rows")
        .attr("aria-busy", move || true_or_false(is_growing.get()))
        .on("keydown", |event| on_key(event.unchecked_ref()))
        .on("paste", |event| spreading::paste(&event))
        .on("focusin", |event| look(&event))
        .child(keyed(Box::new(keys), Box::new(make)));
    let before = move || stretch.get().before(len());
    let earlier = button(
        move || text::earlier_rows(before()),
        move |_| {
            // The row that is now the first one stays where it is.
            if let Some(first) = dom::find(".rows > article") {
                focus::keep_in_place(first);
            }
            stretch.update(|stretch| stretch.begin_earlier(untrack(len)));
        },
    );
    let behind = move || stretch.get().behind(len());
    let more = button(move || text::more_rows(behind()), move |_| stretch.update(Stretch::reach_further));
    let is_any = move || all.with(|all| !all.is_empty());
    let add = button(text::FIRST_ROW, move |_| {
        let new = studio.new_key();
        studio.edit(Edit::Add { after: None, new });
        studio.look_at(new);
    });
    card(text::ROWS, vec![note(text::ROWS_KEYS)])
        .class("card read-rows")
        .child(earlier.attr("hidden", move || before() == 0))
        .child(list)
        .child(el("p").class("tools").attr("hidden", is_any).child(add))
        .child(more.attr("hidden", move || behind() == 0))
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

/// As in a spreadsheet: Enter and arrows go to the same column of another row, Ctrl+D takes over what the row above has.
fn on_key(event: &KeyboardEvent) {
    if dom::composing(event) {
        return;
    }
    let (Some(column), Some(key)) = (column_of(event), row_of(event)) else { return };
    let control = event.ctrl_key() || event.meta_key();
    let is_line = column != "title";
    let is_text = dom::closest(event, "select, [type=checkbox]").is_none();
    let up = match event.key().as_str() {
        "Enter" if is_text => event.shift_key(),
        "ArrowDown" if is_line && is_text => false,
        "ArrowUp" if is_line && is_text => true,
        "d" | "D" if control => {
            if let Some(fill) = beside(key, true).and_then(|from| spreading::fill_down(from, key, &column)) {
                event.prevent_default();
                studio().edit(fill);
            }
            return;
        }
        // A field takes back by itself what is being typed, and knows nothing of what was filled or pasted into it.
        "z" | "Z" | "y" | "Y" if control && is_text && !is_being_typed(event, key, &column) => {
            event.prevent_default();
            studio().undo_or_redo(event.shift_key() || event.key().eq_ignore_ascii_case("y"));
            return;
        }
        _ => return,
    };
    event.prevent_default();
    if let Some(row) = beside(key, up) {
        studio().sought.set(Some(Sought { row, column: Some(column) }));
    }
}

/// Whether a field holds something else than what its row has.
fn is_being_typed(event: &KeyboardEvent, key: Key, column: &str) -> bool {
    let has = untrack(|| studio().of_row(key, |sheet, row| cells::shown(sheet, row, column)));
    dom::closest(event, "input, textarea").is_some_and(|field| dom::value_of(&field) != has)
}
