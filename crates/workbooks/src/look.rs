//! The looks of cells.

use rust_xlsxwriter::{Format, FormatAlign, FormatBorder};

/// How a cell looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Look {
    /// The heading of a sheet.
    Title,
    /// What is said below it.
    Hint,
    /// The heading of a column.
    Head,
    /// A text that begins at the left.
    Text,
    /// A short text, a tick or a number.
    Centred,
    /// A day.
    Day,
    /// A day with a time.
    Time,
    /// What somebody is to fill in: a text, a choice, a day.
    Fill,
    FillChoice,
    FillDay,
}

/// The formats of a workbook, each made once.
pub(crate) struct Formats(Vec<(Look, Format)>);

const FONT: &str = "宋体";
const LINE: u32 = 0x00BF_BFBF;
const HEAD: u32 = 0x00F2_E6E2;
const FILL: u32 = 0x00FF_F9DB;

impl Formats {
    pub(crate) fn new() -> Formats {
        let all = [
            Look::Title,
            Look::Hint,
            Look::Head,
            Look::Text,
            Look::Centred,
            Look::Day,
            Look::Time,
            Look::Fill,
            Look::FillChoice,
            Look::FillDay,
        ];
        Formats(all.map(|look| (look, format(look))).into())
    }

    /// The format of a look; a plain one for a look that is not there, which none is.
    pub(crate) fn of(&self, look: Look) -> Format {
        let found = self.0.iter().find(|(of, _)| *of == look);
        found.map(|(_, format)| format.clone()).unwrap_or_default()
    }
}

fn format(look: Look) -> Format {
    let base = Format::new().set_font_name(FONT).set_font_size(11).set_text_wrap();
    let base = base.set_align(FormatAlign::VerticalCenter);
    let cell = base.clone().set_border(FormatBorder::Thin).set_border_color(LINE);
    let centred = cell.clone().set_align(FormatAlign::Center);
    let fill = |format: Format| format.set_background_color(FILL).set_unlocked();
    match look {
        Look::Title => base.set_font_size(16).set_bold().set_align(FormatAlign::Center),
        Look::Hint => base.set_align(FormatAlign::Left),
        Look::Head => centred.set_bold().set_background_color(HEAD),
        Look::Text => cell.set_align(FormatAlign::Left),
        Look::Centred => centred,
        Look::Day => centred.set_num_format("yyyy-mm-dd"),
        Look::Time => centred.set_num_format("yyyy-mm-dd hh:mm"),
        Look::Fill => fill(cell.set_align(FormatAlign::Left)),
        Look::FillChoice => fill(centred),
        Look::FillDay => fill(centred.set_num_format("yyyy-mm-dd")),
    }
}
