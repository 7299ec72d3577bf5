//! What was read from a document.

use yaodian_page::pack::{pack, unpack};
use yaodian_plan::{ItemId, Link};
use yaodian_reading::Hints;
use yaodian_reading::understanding::{ColumnHint, ColumnReading, ColumnRole, Proposal, TableReading};

use super::lines::{Done, Lines};
use crate::reading::Reading;

/// Everything but the notes, which have a module of their own.
pub fn write(lines: &mut Lines<'_>, reading: &Reading) -> Done {
    hints(lines, &mut reading.hints.clone())?;
    lines.text(&mut pack(&reading.plan))?;
    lines.flag(&mut reading.in_use.clone())?;
    rest(lines, &mut reading.tables.clone(), &mut reading.proposals.clone())
}

pub fn read(lines: &mut Lines<'_>) -> Option<Reading> {
    let mut hints = Hints::default();
    self::hints(lines, &mut hints)?;
    let mut packed = String::new();
    lines.text(&mut packed)?;
    let plan = unpack(&packed).ok()?;
    let mut in_use = false;
    lines.flag(&mut in_use)?;
    let (mut tables, mut proposals) = (Vec::new(), Vec::new());
    rest(lines, &mut tables, &mut proposals)?;
    Some(Reading { hints, plan, tables, proposals, notes: Vec::new(), first_key: 0, part: 0, in_use })
}

fn rest(lines: &mut Lines<'_>, tables: &mut Vec<TableReading>, proposals: &mut Vec<Proposal>) -> Done {
    let column = || ColumnReading { heading: String::new(), role: ColumnRole::Other, meeting: None };
    let table = || TableReading {
        table: 0,
        title: String::new(),
        understood: false,
        columns: Vec::new(),
        rows: Vec::new(),
    };
    lines.list(tables, table, |lines, table| {
        lines.number(&mut table.table)?;
        lines.text(&mut table.title)?;
        lines.flag(&mut table.understood)?;
        lines.list(&mut table.columns, column, |lines, column| {
            lines.text(&mut column.heading)?;
            lines.one_of(&mut column.role, &ColumnRole::ALL)?;
            lines.optional_text(&mut column.meeting)
        })?;
        lines.list(&mut table.rows, Vec::new, Lines::texts)
    })?;
    let id = ItemId::Monthly { month: yaodian_plan::Month::JANUARY, no: 1 };
    let proposal = || Proposal { link: Link::Same { a: id, b: id }, reason: String::new() };
    lines.list(proposals, proposal, |lines, proposal| {
        link(lines, &mut proposal.link)?;
        lines.text(&mut proposal.reason)
    })
}

fn hints(lines: &mut Lines<'_>, hints: &mut Hints) -> Done {
    for text in [&mut hints.id, &mut hints.title, &mut hints.issuer, &mut hints.file_name] {
        lines.optional_text(text)?;
    }
    for year in [&mut hints.year, &mut hints.assumed_year] {
        lines.optional(year, || 0, Lines::number)?;
    }
    let column = || ColumnHint { table: 0, column: 0, role: ColumnRole::Other, meeting: None };
    lines.list(&mut hints.columns, column, |lines, column| {
        lines.number(&mut column.table)?;
        lines.number(&mut column.column)?;
        lines.one_of(&mut column.role, &ColumnRole::ALL)?;
        lines.optional_text(&mut column.meeting)
    })?;
    lines.list(
        &mut hints.units,
        || (String::new(), String::new()),
        |lines, (one, other)| {
            lines.text(one)?;
            lines.text(other)
        },
    )
}

fn link(lines: &mut Lines<'_>, link: &mut Link) -> Done {
    let (mut kind, mut ids, mut point, mut words) = match link {
        Link::Basis { point, item, phrase } => (0_u8, [*item, *item], *point, std::mem::take(phrase)),
        Link::Prepares { from, to } => (1, [*from, *to], 0, String::new()),
        Link::Same { a, b } => (2, [*a, *b], 0, String::new()),
    };
    lines.number(&mut kind)?;
    for id in &mut ids {
        self::id(lines, id)?;
    }
    if kind == 0 {
        lines.number(&mut point)?;
        lines.text(&mut words)?;
    }
    let [a, b] = ids;
    *link = match kind {
        0 => Link::Basis { point, item: a, phrase: words },
        1 => Link::Prepares { from: a, to: b },
        2 => Link::Same { a, b },
        _ => return None,
    };
    Some(())
}

fn id(lines: &mut Lines<'_>, id: &mut ItemId) -> Done {
    let mut text = id.to_string();
    lines.text(&mut text)?;
    *id = text.parse().ok()?;
    Some(())
}
