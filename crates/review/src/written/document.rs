//! The document's files.

use std::sync::Arc;

use yaodian_pace::{Pace, Stage};
use yaodian_reading::document::{
    Aside, AsideKind, Block, Cell, Document, Format, Line, Paragraph, Place, Remark, RemarkKind, Row, Table,
};

use super::lines::{Done, Lines};
use crate::Files;

const FORMATS: [Format; 4] = [Format::Docx, Format::Sheet, Format::Html, Format::Text];
const ASIDES: [AsideKind; 6] = [
    AsideKind::Footnote,
    AsideKind::Endnote,
    AsideKind::Comment,
    AsideKind::Header,
    AsideKind::Footer,
    AsideKind::TextBox,
];
const REMARKS: [RemarkKind; 23] = [
    RemarkKind::HiddenRows,
    RemarkKind::HiddenColumns,
    RemarkKind::HiddenSheets,
    RemarkKind::HiddenText,
    RemarkKind::StruckOut,
    RemarkKind::TrackedChanges,
    RemarkKind::Contents,
    RemarkKind::TextBoxes,
    RemarkKind::JoinedTables,
    RemarkKind::ErrorValues,
    RemarkKind::FormulasWithoutValue,
    RemarkKind::DateFormat,
    RemarkKind::RunningHeads,
    RemarkKind::RejoinedLines,
    RemarkKind::RestoredCells,
    RemarkKind::ColumnsBySpaces,
    RemarkKind::LookAlikes,
    RemarkKind::BadCharacters,
    RemarkKind::UnknownSymbols,
    RemarkKind::Pictures,
    RemarkKind::CutOff,
    RemarkKind::Invisible,
    RemarkKind::Colours,
];

pub async fn write(lines: &mut Lines<'_>, files: &Files, pace: &Pace) -> Done {
    lines.number(&mut files.len())?;
    for (name, document) in files {
        lines.text(&mut name.clone())?;
        lines.one_of(&mut document.format.clone(), &FORMATS)?;
        lines.number(&mut document.blocks.len())?;
        for (at, block) in document.blocks.iter().enumerate() {
            pace.tick(Stage::Read, at, document.blocks.len()).await;
            match block {
                Block::Paragraph(paragraph) => {
                    lines.flag(&mut false)?;
                    self::paragraph(lines, &mut paragraph.clone())?;
                }
                Block::Table(table) => {
                    lines.flag(&mut true)?;
                    let Table { place, caption, header_rows, rows } = table;
                    let (place, caption) = (place.clone(), caption.clone());
                    table_head(
                        lines,
                        &mut Table { place, caption, header_rows: *header_rows, rows: Vec::new() },
                    )?;
                    lines.number(&mut rows.len())?;
                    for (at, row) in rows.iter().enumerate() {
                        pace.tick(Stage::Read, at, rows.len()).await;
                        self::row(lines, &mut row.clone())?;
                    }
                }
            }
        }
        beside(lines, &mut document.asides.clone(), &mut document.remarks.clone())?;
    }
    Some(())
}

pub async fn read(lines: &mut Lines<'_>, files: &mut Files, pace: &Pace) -> Done {
    let (mut count, mut blocks, mut rows) = (0_usize, 0_usize, 0_usize);
    lines.number(&mut count)?;
    for _ in 0..count {
        let (mut name, mut document) = (String::new(), Document::default());
        lines.text(&mut name)?;
        lines.one_of(&mut document.format, &FORMATS)?;
        lines.number(&mut blocks)?;
        for at in 0..blocks {
            pace.tick(Stage::Read, at, blocks).await;
            let mut is_table = false;
            lines.flag(&mut is_table)?;
            if !is_table {
                let mut paragraph = Paragraph::default();
                self::paragraph(lines, &mut paragraph)?;
                document.blocks.push(Block::Paragraph(paragraph));
                continue;
            }
            let mut table = Table::default();
            table_head(lines, &mut table)?;
            lines.number(&mut rows)?;
            for at in 0..rows {
                pace.tick(Stage::Read, at, rows).await;
                let mut row = Row::default();
                self::row(lines, &mut row)?;
                table.rows.push(row);
            }
            document.blocks.push(Block::Table(table));
        }
        beside(lines, &mut document.asides, &mut document.remarks)?;
        files.push((name, document));
    }
    Some(())
}

/// What stands beside the text, and what was said of it.
fn beside(lines: &mut Lines<'_>, asides: &mut Vec<Aside>, remarks: &mut Vec<Remark>) -> Done {
    let aside = || Aside { kind: AsideKind::Comment, text: String::new(), place: None };
    lines.list(asides, aside, |lines, aside| {
        lines.one_of(&mut aside.kind, &ASIDES)?;
        lines.text(&mut aside.text)?;
        lines.optional(&mut aside.place, Place::default, place)
    })?;
    lines.list(
        remarks,
        || Remark::new(RemarkKind::CutOff),
        |lines, remark| {
            lines.one_of(&mut remark.kind, &REMARKS)?;
            lines.list(&mut remark.places, Place::default, place)?;
            lines.texts(&mut remark.texts)
        },
    )
}

fn paragraph(lines: &mut Lines<'_>, paragraph: &mut Paragraph) -> Done {
    place(lines, &mut paragraph.place)?;
    lines.text(&mut paragraph.text)?;
    lines.optional_text(&mut paragraph.number)?;
    lines.optional(&mut paragraph.level, || 0, Lines::number)?;
    lines.flag(&mut paragraph.bold)?;
    lines.flag(&mut paragraph.centred)?;
    lines.optional(&mut paragraph.size, || 0, Lines::number)
}

fn table_head(lines: &mut Lines<'_>, table: &mut Table) -> Done {
    place(lines, &mut table.place)?;
    lines.optional_text(&mut table.caption)?;
    lines.number(&mut table.header_rows)
}

/// A table in a cell.
fn table(lines: &mut Lines<'_>, table: &mut Table) -> Done {
    table_head(lines, table)?;
    lines.list(&mut table.rows, Row::default, row)
}

fn row(lines: &mut Lines<'_>, row: &mut Row) -> Done {
    place(lines, &mut row.place)?;
    lines.optional_text(&mut row.printed)?;
    lines.list(&mut row.cells, Cell::default, |lines, cell| {
        lines.number(&mut cell.column)?;
        lines.number(&mut cell.colspan)?;
        lines.number(&mut cell.rowspan)?;
        lines.list(&mut cell.lines, Line::default, |lines, line| {
            lines.text(&mut line.text)?;
            lines.optional_text(&mut line.number)?;
            lines.number(&mut line.below)
        })?;
        lines.list(&mut cell.tables, Table::default, table)
    })
}

fn place(lines: &mut Lines<'_>, place: &mut Place) -> Done {
    let (mut kind, mut one, mut other, mut sheet) = match place {
        Place::Whole => (0_u8, 0, 0, String::new()),
        Place::Paragraph(no) => (1, *no, 0, String::new()),
        Place::Table(no) => (2, *no, 0, String::new()),
        Place::Row { table, row } => (3, *table, *row, String::new()),
        Place::Line(no) => (4, *no, 0, String::new()),
        Place::Sheet(sheet) => (5, 0, 0, sheet.to_string()),
        Place::SheetRow { sheet, row } => (6, *row, 0, sheet.to_string()),
    };
    lines.number(&mut kind)?;
    if kind != 0 && kind != 5 {
        lines.number(&mut one)?;
    }
    if kind == 3 {
        lines.number(&mut other)?;
    }
    if kind >= 5 {
        lines.text(&mut sheet)?;
    }
    if let Lines::Reading(_) = lines {
        let sheet = || Arc::from(sheet.as_str());
        *place = match kind {
            0 => Place::Whole,
            1 => Place::Paragraph(one),
            2 => Place::Table(one),
            3 => Place::Row { table: one, row: other },
            4 => Place::Line(one),
            5 => Place::Sheet(sheet()),
            6 => Place::SheetRow { sheet: sheet(), row: one },
            _ => return None,
        };
    }
    Some(())
}
