//! Files of Excel 2007 and later: values, formats and merged cells from the library, the rest from
//! the parts themselves.

use std::io::Cursor;
use std::sync::Arc;

use calamine::{DataRef, Reader, SheetType, SheetVisible, Style, Xlsx, XlsxError};
use yaodian_pace::{Pace, Stage};
use yaodian_reading::document::{Aside, AsideKind, Document, Format, Place, RemarkKind};
use yaodian_reading::formats::archive::Archive;
use yaodian_reading::formats::{ErrorKind, FormatError};

use crate::Hidden;
use crate::date;
use crate::look::{Look, clean, keep};
use crate::number::built_in;
use crate::parts::{Extra, Parts};
use crate::sheet::{Area, MAX_CELLS, MAX_MERGED, Remarks, Sheet};

/// Reads a workbook.
pub(crate) async fn read(bytes: &[u8], hidden: Hidden, pace: &Pace) -> Result<Document, FormatError> {
    let archive = Archive::open(bytes)?;
    check_size(&archive, pace).await?;
    let parts = Parts::open(&archive)?;
    pace.step(Stage::Unpack, 1, 1).await;
    let mut book = Xlsx::new(Cursor::new(bytes)).map_err(error)?;
    pace.step(Stage::Unpack, 1, 1).await;
    let mut remarks = Remarks::default();
    let mut document = Document { format: Format::Sheet, ..Document::default() };
    for sheet in book.sheets_metadata().to_vec() {
        if sheet.typ != SheetType::WorkSheet {
            continue;
        }
        if sheet.visible != SheetVisible::Visible {
            remarks.say(RemarkKind::HiddenSheets, Some(Place::Sheet(Arc::from(sheet.name.as_str()))), "");
            continue;
        }
        let extra = parts.extra(&sheet.name, pace).await?;
        for ((row, _), text) in &extra.comments {
            let place = Place::SheetRow { sheet: Arc::from(sheet.name.as_str()), row: row + 1 };
            let text = text.clone();
            document.asides.push(Aside { kind: AsideKind::Comment, text, place: Some(place) });
        }
        let sheet = cells(&mut book, sheet.name, extra, pace).await?;
        document.blocks.extend(sheet.blocks(hidden, &mut remarks, pace).await);
    }
    document.remarks = remarks.into_vec();
    Ok(document)
}

/// Inflates what the library will inflate, so that it stops where a bomb would begin.
async fn check_size(archive: &Archive<'_>, pace: &Pace) -> Result<(), FormatError> {
    let names: Vec<&str> =
        archive.names().filter(|name| name.ends_with(".xml") || name.ends_with(".rels")).collect();
    for name in names {
        archive.check(name, pace).await?;
    }
    Ok(())
}

async fn cells(
    book: &mut Xlsx<Cursor<&[u8]>>,
    name: String,
    extra: Extra,
    pace: &Pace,
) -> Result<Sheet, FormatError> {
    let merged = book.merge_cells_by_sheet_name(&name).map_err(error)?;
    let from_1904 = book.has_1904_epoch();
    let mut sheet = Sheet {
        hidden_rows: extra.hidden_rows,
        hidden_columns: extra.hidden_columns,
        header: extra.header,
        merged: merged
            .iter()
            // A damaged file may name the last cell first.
            .filter(|area| area.start.0 <= area.end.0 && area.start.1 <= area.end.1)
            .take(MAX_MERGED)
            .map(|area| Area { first: area.start, last: area.end })
            .collect(),
        ..Sheet::default()
    };
    let mut reader = book.worksheet_cells_reader(&name).map_err(error)?;
    let last = reader.dimensions().end.0 as usize;
    let styles: Vec<Look> = reader.styles().iter().map(look).collect();
    let plain = Look::plain();
    for (row, column) in &extra.unknown {
        sheet.notes.push((RemarkKind::FormulasWithoutValue, *row, column_name(*column)));
    }
    while let Some((cell, style)) = reader.next_cell_with_style_id().map_err(error)? {
        let (row, column) = cell.get_position();
        pace.tick(Stage::Read, row as usize, last).await;
        let look = styles.get(style).unwrap_or(&plain);
        let text = match cell.get_value() {
            DataRef::Empty => continue,
            DataRef::String(_) | DataRef::SharedString(_) if extra.rich.contains_key(&(row, column)) => {
                let rich = &extra.rich[&(row, column)];
                if !rich.struck.trim().is_empty() {
                    sheet.notes.push((RemarkKind::StruckOut, row, clean(&rich.struck)));
                }
                rich.kept.clone()
            }
            value => text(value, look, from_1904, row, &mut sheet),
        };
        if sheet.cells.len() >= MAX_CELLS {
            sheet.notes.push((RemarkKind::CutOff, row, String::new()));
            break;
        }
        keep(&mut sheet, (row, column), &text, look.struck);
    }
    drop(reader);
    sheet.name = name;
    Ok(sheet)
}

/// How cells of a style look.
fn look(style: &Style) -> Look {
    let format = style.number_format.as_ref().map(|format| {
        // The library does not know the formats that Excel has for Chinese.
        let known =
            format.format_id.filter(|_| format.format_code == "General" || is_localised(format.format_id));
        known.and_then(built_in).map_or_else(|| format.format_code.clone(), str::to_owned)
    });
    let (struck, name) = match &style.font {
        Some(font) => (font.strikethrough, font.name.as_deref().unwrap_or_default()),
        None => (false, ""),
    };
    Look::new(format.unwrap_or_else(|| "General".to_owned()), struck, name)
}

/// Formats that are shown as the system's language has it.
fn is_localised(id: Option<u32>) -> bool {
    matches!(id, Some(14 | 22))
}

fn text(value: &DataRef<'_>, look: &Look, from_1904: bool, row: u32, sheet: &mut Sheet) -> String {
    match value {
        DataRef::Int(value) => look.number(*value as f64, from_1904, row, sheet),
        DataRef::Float(value) => look.number(*value, from_1904, row, sheet),
        DataRef::DateTime(value) => look.number(value.as_f64(), from_1904, row, sheet),
        DataRef::DateTimeIso(text) => match date::number(text) {
            Some(value) => look.number(if from_1904 { value - 1462.0 } else { value }, from_1904, row, sheet),
            None => text.clone(),
        },
        DataRef::String(text) => look.text(text),
        DataRef::SharedString(text) => look.text(text),
        DataRef::DurationIso(text) => text.clone(),
        DataRef::Bool(value) => if *value { "TRUE" } else { "FALSE" }.to_owned(),
        DataRef::Error(error) => {
            sheet.notes.push((RemarkKind::ErrorValues, row, error.to_string()));
            String::new()
        }
        DataRef::Empty => String::new(),
    }
}

fn column_name(column: u32) -> String {
    let mut name = String::new();
    let mut rest = column + 1;
    while rest > 0 {
        let letter = (rest - 1) % 26;
        name.insert(0, char::from(b'A' + letter as u8));
        rest = (rest - 1) / 26;
    }
    name
}

fn error(error: XlsxError) -> FormatError {
    match error {
        XlsxError::Password => ErrorKind::Password.into(),
        _ => ErrorKind::Damaged.into(),
    }
}
