//! Annex 1: one item per row.

use super::categories::Categories;
use super::diagnostic::{Diagnostic, Problem};
use super::numbering::Numbering;
use super::table::{Column, Row, serial};
use super::units::Units;
use super::{remark, text, time};
use yaodian_plan::{Basis, Category, Item, ItemId, MeetingKind, SourceSpan};

/// Reads the rows of annex 1.
pub(super) fn read(
    rows: &[Row],
    units: &Units,
    year: i32,
    out: &mut Vec<Diagnostic>,
) -> (Vec<Category>, Vec<Item>) {
    let mut categories = Categories::default();
    let mut numbering = Numbering::default();
    let mut items: Vec<Item> = Vec::new();
    for row in rows {
        let title = text::unwrap_lines(text::trim_closing(row.text(Column::Title)));
        if title.is_empty() {
            out.push(Problem::NoItemTitle.at(row.line));
            continue;
        }
        let serial = serial(row.text(Column::Serial));
        let group = categories.of_row(row.text(Column::Category), serial, row.line, out);
        let Some(id) = numbering.give(group, serial, row.line, out) else { continue };
        let named = row.text(Column::Units);
        if named.is_empty() {
            out.push(Problem::NoUnit.at(row.line));
        }
        let (period, period_text) = time::of_cell(row.text(Column::Period), year, row.line, out);
        let (remark, reported) = remark::read(row.text(Column::Remark), row.line, out);
        items.push(Item {
            id,
            condition: condition(&title),
            title,
            responsibility: units.read(named, Basis::Stated),
            period,
            period_text,
            meetings: meetings(row, out),
            remark,
            reported,
            source: SourceSpan { line: row.line, text: row.raw.clone() },
        });
    }
    let in_category = |no: u8| {
        let of = |item: &&Item| matches!(item.id, ItemId::Schedule { category, .. } if category == no);
        items.iter().filter(of).count()
    };
    (categories.finish(in_category, out), items)
}

fn meetings(row: &Row, out: &mut Vec<Diagnostic>) -> Vec<MeetingKind> {
    let columns = [
        (Column::StandingCommittee, MeetingKind::StandingCommittee),
        (Column::Chairpersons, MeetingKind::Chairpersons),
    ];
    let mut meetings = Vec::new();
    for (column, meeting) in columns {
        let cell = text::squash(row.text(column));
        match cell.as_str() {
            "" | "-" | "—" | "/" | "无" | "否" | "×" | "✗" | "✘" => continue,
            "✓" | "✔" | "✔\u{fe0f}" | "√" | "☑" | "✅" | "是" | "●" | "○" | "■" | "★" | "☆" | "▲" | "◆"
            | "Y" | "y" | "V" | "v" | "*" => {}
            _ => out.push(Problem::OddMark { text: text::excerpt(&cell) }.at(row.line)),
        }
        meetings.push(meeting);
    }
    meetings
}

/// What the time depends on, where the title says so in brackets: 根据政府提请.
fn condition(title: &str) -> Option<String> {
    let starts = ["根据", "视", "待", "如", "按照", "依据", "适时"];
    let is_condition = |inner: &&str| starts.iter().any(|start| text::trim(inner).starts_with(start));
    text::bracketed(title).into_iter().find(is_condition).map(|inner| text::trim(inner).to_owned())
}
