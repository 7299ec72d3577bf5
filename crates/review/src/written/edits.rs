//! What somebody did.

use yaodian_plan::{MeetingKind, Month};

use super::lines::{Done, Lines};
use crate::edit::{Change, Column, Edit, Mark};

const COLUMNS: [Column; 4] = [Column::Who, Column::Time, Column::Meetings, Column::Category];

/// Edits in edits are no deeper than this; a damaged text may say otherwise.
const DEEPEST: u8 = 4;

pub fn edits(lines: &mut Lines<'_>, edits: &mut Vec<Edit>) -> Done {
    some(lines, edits, DEEPEST)
}

fn some(lines: &mut Lines<'_>, edits: &mut Vec<Edit>, deepest: u8) -> Done {
    lines.list(edits, || Edit::Year(0), |lines, edit| one(lines, edit, deepest))
}

/// What each edit is called; its fields follow in this order.
fn empty(word: &str) -> Option<Edit> {
    let text = String::new;
    Some(match word {
        "title" => Edit::Title(text()),
        "issuer" => Edit::Issuer(text()),
        "year" => Edit::Year(0),
        "row_title" => Edit::Row(0, Change::Title(text())),
        "row_who" => Edit::Row(0, Change::Who { lead: text(), joint: text() }),
        "row_time" => Edit::Row(0, Change::Time(text())),
        "row_months" => Edit::Row(0, Change::Months(Vec::new())),
        "row_year" => Edit::Row(0, Change::WholeYear),
        "row_meetings" => Edit::Row(0, Change::Meetings(Vec::new())),
        "row_sessions" => {
            Edit::Row(0, Change::Sessions { meeting: MeetingKind::Chairpersons, numbers: Vec::new() })
        }
        "row_category" => Edit::Row(0, Change::Category(0)),
        "row_remark" => Edit::Row(0, Change::Remark(text())),
        "add" => Edit::Add { after: None, new: 0 },
        "delete" => Edit::Delete(0),
        "move" => Edit::Move { row: 0, up: false },
        "split" => Edit::Split { row: 0, at: 0, new: 0 },
        "join" => Edit::Join(0),
        "fill" => Edit::Fill { from: 0, to: 0, column: Column::Who },
        "rename_unit" => Edit::RenameUnit { from: text(), to: text() },
        "move_unit" => Edit::MoveUnit { name: text(), up: false },
        "rename_category" => Edit::RenameCategory { key: 0, name: text() },
        "merge_category" => Edit::MergeCategory { from: 0, into: 0 },
        "move_category" => Edit::MoveCategory { key: 0, up: false },
        "add_category" => Edit::AddCategory { key: 0, name: text() },
        "point_heading" => Edit::PointHeading { no: 0, text: text() },
        "point_text" => Edit::PointText { no: 0, text: text() },
        "accept" => Edit::Accept(Vec::new(), false),
        "link" => Edit::Link(Vec::new(), false),
        "several" => Edit::Several(Vec::new()),
        _ => return None,
    })
}

fn word(edit: &Edit) -> &'static str {
    match edit {
        Edit::Title(_) => "title",
        Edit::Issuer(_) => "issuer",
        Edit::Year(_) => "year",
        Edit::Row(_, change) => match change {
            Change::Title(_) => "row_title",
            Change::Who { .. } => "row_who",
            Change::Time(_) => "row_time",
            Change::Months(_) => "row_months",
            Change::WholeYear => "row_year",
            Change::Meetings(_) => "row_meetings",
            Change::Sessions { .. } => "row_sessions",
            Change::Category(_) => "row_category",
            Change::Remark(_) => "row_remark",
        },
        Edit::Add { .. } => "add",
        Edit::Delete(_) => "delete",
        Edit::Move { .. } => "move",
        Edit::Split { .. } => "split",
        Edit::Join(_) => "join",
        Edit::Fill { .. } => "fill",
        Edit::RenameUnit { .. } => "rename_unit",
        Edit::MoveUnit { .. } => "move_unit",
        Edit::RenameCategory { .. } => "rename_category",
        Edit::MergeCategory { .. } => "merge_category",
        Edit::MoveCategory { .. } => "move_category",
        Edit::AddCategory { .. } => "add_category",
        Edit::PointHeading { .. } => "point_heading",
        Edit::PointText { .. } => "point_text",
        Edit::Accept(..) => "accept",
        Edit::Link(..) => "link",
        Edit::Several(_) => "several",
    }
}

fn one(lines: &mut Lines<'_>, edit: &mut Edit, deepest: u8) -> Done {
    let mut name = word(edit).to_owned();
    lines.text(&mut name)?;
    if name != word(edit) {
        *edit = empty(&name)?;
    }
    match edit {
        Edit::Title(text) | Edit::Issuer(text) => lines.text(text),
        Edit::Year(year) => lines.number(year),
        Edit::Row(key, change) => {
            lines.number(key)?;
            self::change(lines, change)
        }
        Edit::Add { after, new } => {
            lines.optional(after, || 0, Lines::number)?;
            lines.number(new)
        }
        Edit::Delete(key) | Edit::Join(key) => lines.number(key),
        Edit::Move { row: key, up } | Edit::MoveCategory { key, up } => {
            lines.number(key)?;
            lines.flag(up)
        }
        Edit::Split { row, at, new } => {
            lines.number(row)?;
            lines.number(at)?;
            lines.number(new)
        }
        Edit::Fill { from, to, column } => {
            lines.number(from)?;
            lines.number(to)?;
            lines.one_of(column, &COLUMNS)
        }
        Edit::RenameUnit { from, to } => {
            lines.text(from)?;
            lines.text(to)
        }
        Edit::MoveUnit { name, up } => {
            lines.text(name)?;
            lines.flag(up)
        }
        Edit::RenameCategory { key, name } | Edit::AddCategory { key, name } => {
            lines.number(key)?;
            lines.text(name)
        }
        Edit::MergeCategory { from, into } => {
            lines.number(from)?;
            lines.number(into)
        }
        Edit::PointHeading { no, text } | Edit::PointText { no, text } => {
            lines.number(no)?;
            lines.text(text)
        }
        Edit::Accept(marks, accepted) => {
            let mark = || Mark { cause: String::new(), line: 0, text: String::new() };
            lines.list(marks, mark, |lines, mark| {
                lines.text(&mut mark.cause)?;
                lines.number(&mut mark.line)?;
                lines.text(&mut mark.text)
            })?;
            lines.flag(accepted)
        }
        Edit::Link(proposals, holds) => {
            lines.list(proposals, || 0, Lines::number)?;
            lines.flag(holds)
        }
        Edit::Several(edits) => some(lines, edits, deepest.checked_sub(1)?),
    }
}

fn change(lines: &mut Lines<'_>, change: &mut Change) -> Done {
    match change {
        Change::Title(text) | Change::Time(text) | Change::Remark(text) => lines.text(text),
        Change::Who { lead, joint } => {
            lines.text(lead)?;
            lines.text(joint)
        }
        Change::Months(months) => lines.list(
            months,
            || Month::JANUARY,
            |lines, month| {
                let mut no = month.number();
                lines.number(&mut no)?;
                *month = Month::new(no)?;
                Some(())
            },
        ),
        Change::WholeYear => Some(()),
        Change::Meetings(meetings) => lines.list(meetings, || MeetingKind::Chairpersons, kind),
        Change::Sessions { meeting, numbers } => {
            kind(lines, meeting)?;
            lines.list(numbers, || 0, Lines::number)
        }
        Change::Category(key) => lines.number(key),
    }
}

fn kind(lines: &mut Lines<'_>, kind: &mut MeetingKind) -> Done {
    let mut name = kind.to_string();
    lines.text(&mut name)?;
    *kind = name.parse().ok()?;
    Some(())
}
