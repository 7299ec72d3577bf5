//! What puts right what was said: the field that it stands in, opened to be changed, or the value that is probably meant.

use leptos::prelude::*;
use yaodian_review::lines::{table_of, text_of};
use yaodian_review::notes::{Field, Fix, Where};
use yaodian_review::{Change, Edit, FoundNote, Key, Review};
use yaodian_ui::El;

use super::studio::{Sought, studio};
use crate::browser::{dom, focus};
use crate::text;
use crate::widgets::button::button;

/// The button that leads to what has to be changed.
pub fn fix(found: &FoundNote) -> Option<El> {
    let (fix, found) = (found.fix.clone()?, found.clone());
    Some(button(text::fix(&fix), move |_| lead_to(&fix, &found)))
}

/// The button with the value that is probably meant. `go_on` is told the cause, once it is taken.
pub fn offer(found: &FoundNote, go_on: impl Fn(&str) + 'static) -> Option<El> {
    let (offer, cause) = (found.offer.clone()?, found.mark.cause.clone());
    Some(button(text::offer(&offer), move |_| {
        studio().edit(offer.clone().edit());
        go_on(&cause);
    }))
}

fn lead_to(fix: &Fix, found: &FoundNote) {
    let studio = studio();
    match fix {
        Fix::Title => focus::focus_field_later(".plan-head [name=title]".into()),
        Fix::Issuer => focus::focus_field_later(".plan-head [name=issuer]".into()),
        Fix::Year => focus::focus_field_later(".plan-head [name=year]".into()),
        Fix::Cell(row, field) => to_cell(*row, *field),
        Fix::Unit(name) => {
            let at = studio.review.with_untracked(|review| {
                review.as_ref()?.sheet().units.iter().position(|unit| unit.name == *name)
            });
            studio.lists_opened.set(true);
            focus::focus_field_later(format!("#unit-{} input", at.unwrap_or_default()));
        }
        Fix::Category(key) => {
            studio.lists_opened.set(true);
            focus::focus_field_later(format!("#category-{key} input"));
        }
        Fix::Columns => to_columns(found.mark.line),
        Fix::Add(place) => add(*place, found),
    }
}

fn to_cell(row: Key, field: Field) {
    let studio = studio();
    let column = match field {
        Field::Title => "title",
        Field::Time => "time",
        Field::Lead => "lead",
        Field::Meetings => "meetings",
    };
    studio.show_row(row);
    studio.sought.set(Some(Sought { row, column: Some(column.to_owned()) }));
}

/// To what the columns of a table are: of the one that a line stands in, if that is known.
fn to_columns(line: u32) {
    let studio = studio();
    let table = studio.review.with_untracked(|review| table_of(review.as_ref()?.files(), line));
    let selector = match table {
        Some(table) => format!("#column-{table}-0"),
        None => ".columns-table select".to_owned(),
    };
    // It may be folded away.
    if dom::find(&selector).is_none() {
        studio.columns_opened.set(true);
    }
    focus::focus_field_later(selector);
}

/// Adds the row that is missing: what was said of it is done with, in one step.
fn add(place: Where, found: &FoundNote) {
    let studio = studio();
    let line = found.mark.line;
    let of_line = |review: &Option<Review>| {
        let review = review.as_ref()?;
        let above = review.sheet().rows.iter().filter(|row| row.line.is_some_and(|of| of <= line));
        Some((above.max_by_key(|row| row.line).map(|row| row.key), text_of(review.files(), line)))
    };
    let (above, words) = studio.review.with_untracked(of_line).unwrap_or_default();
    let after = match place {
        Where::Above(row) | Where::Below(row) => Some(row),
        Where::Line(_) => above,
    };
    let new = studio.new_key();
    let mut edits = vec![Edit::Add { after, new }];
    match place {
        Where::Above(_) => edits.push(Edit::Move { row: new, up: true }),
        Where::Below(_) | Where::Line(false) => {}
        Where::Line(true) => {
            let words = words.unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" ");
            edits.push(Edit::Row(new, Change::Title(words)));
        }
    }
    // A count is right once there are as many.
    if !matches!(place, Where::Below(_)) {
        edits.push(Edit::Accept(vec![found.mark.clone()], true));
    }
    studio.edit(Edit::Several(edits));
    studio.look_at(new);
}
