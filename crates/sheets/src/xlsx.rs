//! Files of Excel 2007 and later: values, formats and merged cells from the library, the rest from
//! the parts themselves.

use std::io::Cursor;
use std::sync::Arc;

use calamine::{DataRef, Reader, SheetType, SheetVisible, Style, Xlsx, XlsxError};
use yaodian_reading::document::{Aside, AsideKind, Document, Format, Place, RemarkKind};
use yaodian_reading::formats::archive::Archive;
use yaodian_reading::formats::symbol;
use yaodian_reading::formats::{ErrorKind, FormatError};

use crate::number::{built_in, show, show_text};
use crate::parts::{Extra, Parts, in_font};
use crate::sheet::{Area, Remarks, Sheet};
use crate::{date, number};

/// More merged cells than this are read as single ones.
const MAX_MERGED: usize = 20_000;

/// More cells than this are not read.
const MAX_CELLS: usize = 1_000_000;

/// Reads a workbook.
pub(crate) fn read(bytes: &[u8]) -> Result<Document, FormatError> {
    let archive = Archive::open(bytes)?;
    check_size(&archive)?;
    let parts = Parts::open(&archive)?;
    let mut book = Xlsx::new(Cursor::new(bytes)).map_err(error)?;
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
        let extra = parts.extra(&sheet.name)?;
        for ((row, _), text) in &extra.comments {
            let place = Place::SheetRow { sheet: Arc::from(sheet.name.as_str()), row: row + 1 };
            let text = text.clone();
            document.asides.push(Aside { kind: AsideKind::Comment, text, place: Some(place) });
        }
        let sheet = cells(&mut book, sheet.name, extra)?;
        document.blocks.extend(sheet.blocks(&mut remarks));
    }
    document.remarks = remarks.into_vec();
    Ok(document)
}

/// Inflates what the library will inflate, so that it stops where a bomb would begin.
fn check_size(archive: &Archive<'_>) -> Result<(), FormatError> {
    let names: Vec<&str> =
        archive.names().filter(|name| name.ends_with(".xml") || name.ends_with(".rels")).collect();
    for name in names {
        archive.check(name)?;
    }
    Ok(())
}

fn cells(book: &mut Xlsx<Cursor<&[u8]>>, name: String, extra: Extra) -> Result<Sheet, FormatError> {
    let merged = book.merge_cells_by_sheet_name(&name).map_err(error)?;
    let from_1904 = book.has_1904_epoch();
    let mut sheet = Sheet {
        hidden_rows: extra.hidden_rows,
        hidden_columns: extra.hidden_columns,
        header: extra.header,
        merged: merged
            .iter()
            .take(MAX_MERGED)
            .map(|area| Area { first: area.start, last: area.end })
            .collect(),
        ..Sheet::default()
    };
    let mut reader = book.worksheet_cells_reader(&name).map_err(error)?;
    let styles: Vec<Look> = reader.styles().iter().map(Look::of).collect();
    let plain = Look::default();
    for (row, column) in &extra.unknown {
        sheet.notes.push((RemarkKind::FormulasWithoutValue, *row, column_name(*column)));
    }
    while let Some((cell, style)) = reader.next_cell_with_style_id().map_err(error)? {
        let (row, column) = cell.get_position();
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
        let text = clean(&text);
        if text.is_empty() {
            continue;
        }
        if look.struck {
            sheet.notes.push((RemarkKind::StruckOut, row, text));
            continue;
        }
        if sheet.cells.len() >= MAX_CELLS {
            sheet.notes.push((RemarkKind::CutOff, row, String::new()));
            break;
        }
        sheet.cells.insert((row, column), text);
    }
    drop(reader);
    sheet.name = name;
    Ok(sheet)
}

/// What counts of a cell's style.
#[derive(Debug, Default)]
struct Look {
    /// The code of its number format.
    format: String,
    struck: bool,
    /// A font of symbols.
    font: Option<String>,
}

impl Look {
    fn of(style: &Style) -> Self {
        let format = style.number_format.as_ref().map(|format| {
            // The library does not know the formats that Excel has for Chinese.
            let known = format
                .format_id
                .filter(|_| format.format_code == "General" || is_localised(format.format_id));
            known.and_then(built_in).map_or_else(|| format.format_code.clone(), str::to_owned)
        });
        let font = style.font.as_ref();
        Self {
            format: format.unwrap_or_else(|| "General".to_owned()),
            struck: font.is_some_and(|font| font.strikethrough),
            font: font.and_then(|font| font.name.clone()).filter(|name| symbol::is_symbol_font(name)),
        }
    }
}

/// Formats that are shown as the system's language has it.
fn is_localised(id: Option<u32>) -> bool {
    matches!(id, Some(14 | 22))
}

fn text(value: &DataRef<'_>, look: &Look, from_1904: bool, row: u32, sheet: &mut Sheet) -> String {
    let mut shown = |value: f64| {
        let shown = show(value, &look.format, from_1904);
        if shown.doubtful {
            sheet.notes.push((RemarkKind::DateFormat, row, shown.text.clone()));
        } else if shown.text.is_empty() {
            sheet.notes.push((RemarkKind::HiddenText, row, number::general(value)));
        }
        shown.text
    };
    match value {
        DataRef::Int(value) => shown(*value as f64),
        DataRef::Float(value) => shown(*value),
        DataRef::DateTime(value) => shown(value.as_f64()),
        DataRef::DateTimeIso(text) => match date::number(text) {
            Some(value) => shown(if from_1904 { value - 1462.0 } else { value }),
            None => text.clone(),
        },
        DataRef::String(_) | DataRef::SharedString(_) => {
            let text = match value {
                DataRef::String(text) => text.as_str(),
                DataRef::SharedString(text) => text,
                _ => "",
            };
            match &look.font {
                Some(font) => in_font(text, font),
                None => show_text(text, &look.format),
            }
        }
        DataRef::DurationIso(text) => text.clone(),
        DataRef::Bool(value) => if *value { "TRUE" } else { "FALSE" }.to_owned(),
        DataRef::Error(error) => {
            sheet.notes.push((RemarkKind::ErrorValues, row, error.to_string()));
            String::new()
        }
        DataRef::Empty => String::new(),
    }
}

/// The text with its line ends as `\n`: Excel writes some of them as `_x000D_`.
fn clean(text: &str) -> String {
    text.replace("_x000D_", "\r").replace("\r\n", "\n").replace('\r', "\n").trim().to_owned()
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
