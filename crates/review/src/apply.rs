//! Does what an edit says.

mod beside;
mod groups;
mod rows;
mod units;

use crate::edit::Edit;
use crate::sheet::{Changed, Sheet};

/// Applies an edit; `false` where it no longer finds what it is about.
pub fn apply(sheet: &mut Sheet, edit: &Edit) -> bool {
    match edit {
        Edit::Title(text) => head(&mut sheet.title, text, Changed::TITLE, &mut sheet.head),
        Edit::Issuer(text) => head(&mut sheet.issuer, text, Changed::ISSUER, &mut sheet.head),
        Edit::Year(year) => {
            sheet.year = *year;
            sheet.head.add(Changed::YEAR);
            true
        }
        Edit::Row(key, change) => rows::change(sheet, *key, change),
        Edit::Add { after, new } => rows::add(sheet, *after, *new),
        Edit::Delete(key) => rows::delete(sheet, *key),
        Edit::Move { row, up } => rows::shift(sheet, *row, *up),
        Edit::Split { row, at, new } => rows::split(sheet, *row, *at, *new),
        Edit::Join(key) => rows::join(sheet, *key),
        Edit::Fill { from, to, column } => rows::fill(sheet, *from, *to, *column),
        Edit::RenameUnit { from, to } => units::rename(sheet, from, to),
        Edit::MoveUnit { name, up } => units::shift(sheet, name, *up),
        Edit::RenameCategory { key, name } => groups::rename(sheet, *key, name),
        Edit::MergeCategory { from, into } => groups::merge(sheet, *from, *into),
        Edit::MoveCategory { key, up } => groups::shift(sheet, *key, *up),
        Edit::AddCategory { key, name } => groups::add(sheet, *key, name),
        Edit::PointHeading { no, text } => point(sheet, *no, |point| point.heading.clone_from(text)),
        Edit::PointText { no, text } => point(sheet, *no, |point| point.text.clone_from(text)),
        Edit::Accept(marks, accepted) => {
            for mark in marks {
                if *accepted {
                    sheet.accepted.insert(mark.clone());
                } else {
                    sheet.accepted.remove(mark);
                }
            }
            true
        }
        Edit::Link(proposals, holds) => {
            sheet.links.extend(proposals.iter().map(|at| (*at, *holds)));
            true
        }
        // One after the other, also where one of them finds nothing.
        Edit::Several(edits) => edits.iter().filter(|edit| apply(sheet, edit)).count() > 0,
    }
}

fn head(value: &mut String, text: &str, what: Changed, changed: &mut Changed) -> bool {
    text.trim().clone_into(value);
    changed.add(what);
    true
}

fn point(sheet: &mut Sheet, no: u16, act: impl FnOnce(&mut yaodian_plan::WorkPoint)) -> bool {
    let point =
        sheet.sections.iter_mut().flat_map(|section| &mut section.points).find(|point| point.no == no);
    point.map(act).is_some()
}
