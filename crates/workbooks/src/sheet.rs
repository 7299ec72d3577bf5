//! Rows of values on a sheet. Every row gets the height that its wrapped texts need: programs other than Excel do not
//! work it out when they open a file.

use chrono::{Datelike, NaiveDate, NaiveDateTime, NaiveTime, Timelike};
use rust_xlsxwriter::{ExcelDateTime, Worksheet, XlsxError};
use yaodian_export::plain_text;

use crate::look::{Formats, Look};
use crate::text;

/// A value of a cell.
#[derive(Clone, Debug)]
pub(crate) enum Value {
    Empty,
    Text(String),
    Number(f64),
    /// A moment, or a day at its beginning: how it is shown is its look's business.
    Time(NaiveDateTime),
}

impl Value {
    /// A day.
    pub(crate) fn day(day: NaiveDate) -> Value {
        Value::Time(day.and_time(NaiveTime::MIN))
    }
}

/// A value with its look.
pub(crate) type Cell = (Value, Look);

/// The longest text that Excel takes, in UTF-16 units.
const MAX_UNITS: usize = 32_767;
/// The heights of a line and of a whole row, in points.
const LINE: f64 = 15.0;
const MAX_HEIGHT: f64 = 409.0;

/// A column: its heading, and its width in digits.
pub(crate) type Column = (String, f64);

/// A sheet that is being filled, row by row.
pub(crate) struct Sheet<'a> {
    pub(crate) inner: &'a mut Worksheet,
    formats: &'a Formats,
    widths: Vec<f64>,
    next: u32,
}

impl<'a> Sheet<'a> {
    /// A sheet with columns, to be printed on A4 pages turned on their side, one page wide.
    pub(crate) fn new(
        inner: &'a mut Worksheet,
        name: &str,
        columns: &[Column],
        formats: &'a Formats,
    ) -> Result<Sheet<'a>, XlsxError> {
        inner.set_name(name)?;
        inner.set_paper_size(9).set_landscape().set_print_fit_to_pages(1, 0);
        inner.set_margins(0.5, 0.5, 0.6, 0.6, 0.3, 0.3).set_footer("&C— &P —");
        for (at, (_, width)) in (0..).zip(columns) {
            inner.set_column_width(at, *width)?;
        }
        Ok(Sheet { inner, formats, widths: columns.iter().map(|(_, width)| *width).collect(), next: 0 })
    }

    /// The row that is written next, from 0.
    pub(crate) fn next_row(&self) -> u32 {
        self.next
    }

    /// The last column, from 0.
    pub(crate) fn last_column(&self) -> u16 {
        u16::try_from(self.widths.len()).unwrap_or(u16::MAX).saturating_sub(1)
    }

    /// A line over all columns.
    pub(crate) fn line(&mut self, said: &str, look: Look) -> Result<(), XlsxError> {
        let (said, format) = (cell_text(said), self.formats.of(look));
        let height = height(&said, self.widths.iter().sum());
        let height = if look == Look::Title { height.max(LINE) + 15.0 } else { height + 3.0 };
        match self.last_column() {
            0 => drop(self.inner.write_string_with_format(self.next, 0, said, &format)?),
            last => drop(self.inner.merge_range(self.next, 0, self.next, last, &said, &format)?),
        }
        self.inner.set_row_height(self.next, height.min(MAX_HEIGHT))?;
        self.next += 1;
        Ok(())
    }

    /// The headings, which stay on screen and stand on every printed page.
    pub(crate) fn head(&mut self, columns: &[Column], kept_columns: u16) -> Result<(), XlsxError> {
        self.row(columns.iter().map(|(name, _)| (Value::Text(name.clone()), Look::Head)).collect())?;
        self.inner.set_freeze_panes(self.next, kept_columns)?;
        self.inner.set_repeat_rows(self.next - 1, self.next - 1)?;
        Ok(())
    }

    /// A row.
    pub(crate) fn row(&mut self, cells: Vec<Cell>) -> Result<(), XlsxError> {
        let mut highest = LINE;
        for (column, (value, look)) in (0..).zip(cells) {
            let width = self.widths.get(usize::from(column)).copied().unwrap_or(8.0);
            highest = highest.max(self.cell(self.next, column, value, look, width)?);
        }
        self.inner.set_row_height(self.next, (highest + 5.0).min(MAX_HEIGHT))?;
        self.next += 1;
        Ok(())
    }

    /// Writes a cell and returns the height that it needs.
    fn cell(
        &mut self,
        row: u32,
        column: u16,
        value: Value,
        look: Look,
        width: f64,
    ) -> Result<f64, XlsxError> {
        let format = self.formats.of(look);
        match value {
            Value::Empty => drop(self.inner.write_blank(row, column, &format)?),
            Value::Number(number) => {
                self.inner.write_number_with_format(row, column, number, &format)?;
            }
            Value::Time(moment) => match date_time(moment) {
                Some(date) => drop(self.inner.write_datetime_with_format(row, column, date, &format)?),
                None => {
                    let day = moment.date().to_string();
                    self.inner.write_string_with_format(row, column, day, &format)?;
                }
            },
            Value::Text(text) => {
                let text = cell_text(&text);
                let needed = height(&text, width);
                match text.is_empty() {
                    true => drop(self.inner.write_blank(row, column, &format)?),
                    false => drop(self.inner.write_string_with_format(row, column, text, &format)?),
                }
                return Ok(needed);
            }
        }
        Ok(LINE)
    }

    /// One value for several rows of a column: those from `first` up to the last one that was written.
    pub(crate) fn merge_down(
        &mut self,
        first: u32,
        column: u16,
        text: &str,
        look: Look,
    ) -> Result<(), XlsxError> {
        let last = self.next.saturating_sub(1);
        let (text, format) = (cell_text(text), self.formats.of(look));
        if last > first {
            self.inner.merge_range(first, column, last, column, &text, &format)?;
        }
        Ok(())
    }

    /// Lets people filter the rows from `head` on.
    pub(crate) fn filter(&mut self, head: u32) -> Result<(), XlsxError> {
        let last = self.next.saturating_sub(1).max(head);
        self.inner.autofilter(head, 0, last, self.last_column())?;
        Ok(())
    }
}

/// A moment as Excel has it: its calendar begins in 1900, and a cell holds years of four digits.
pub(crate) fn date_time(moment: NaiveDateTime) -> Option<ExcelDateTime> {
    let small = |number: u32| u8::try_from(number).ok();
    let year = u16::try_from(moment.year()).ok().filter(|year| (1900..=9999).contains(year))?;
    let date = ExcelDateTime::from_ymd(year, small(moment.month())?, small(moment.day())?).ok()?;
    let hour = u16::try_from(moment.hour()).ok()?;
    date.and_hms(hour, small(moment.minute())?, moment.second()).ok()
}

/// A text as a cell can hold it.
fn cell_text(text: &str) -> String {
    let text = plain_text(text).replace(['\u{fffe}', '\u{ffff}'], "");
    if text.encode_utf16().count() <= MAX_UNITS {
        return text;
    }
    let mut room = MAX_UNITS - text::CLIPPED.encode_utf16().count();
    let fits = |char: &char| {
        let length = char.len_utf16();
        let enough = length <= room;
        room = room.saturating_sub(length);
        enough
    };
    text.chars().take_while(fits).chain(text::CLIPPED.chars()).collect()
}

/// The height of a text in a column of some width, in points.
fn height(text: &str, width: f64) -> f64 {
    let room = (width - 1.0).max(2.0);
    let lines = text.split('\n').map(|line| {
        let long: f64 = line.chars().map(|char| if char.is_ascii() { 1.0 } else { 2.0 }).sum();
        (long / room).ceil().max(1.0)
    });
    lines.sum::<f64>() * LINE
}
