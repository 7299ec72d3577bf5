//! Comma-separated values (RFC 4180), for spreadsheets.

use super::plain::plain_text;
use yaodian_plan::look_alikes::is_invisible;

/// Without it Excel and WPS read the file in the system's old encoding.
const BYTE_ORDER_MARK: &str = "\u{feff}";

/// Before a text that a spreadsheet would compute or rewrite. It has no width, so the cell looks as it was typed, and it is
/// no white space, which spreadsheets pass over before they look whether a cell is a formula or a number. An apostrophe would
/// be seen: it is hidden only where somebody types it into a cell.
const GUARD: char = '\u{200b}';

/// What a cell holds.
pub enum Cell {
    /// What the app itself says: dates and numbers are to be such in a spreadsheet, too.
    Said(String),
    /// What somebody typed or printed: it stays the text that it is, whatever it looks like.
    Typed(String),
}

/// A table under construction.
pub struct Csv(String);

impl Csv {
    /// A table without rows.
    pub fn new() -> Csv {
        Csv(BYTE_ORDER_MARK.to_owned())
    }

    /// Adds a row.
    pub fn row(&mut self, cells: &[Cell]) {
        for (at, cell) in cells.iter().enumerate() {
            if at > 0 {
                self.0.push(',');
            }
            self.cell(cell);
        }
        self.0.push_str("\r\n");
    }

    /// The finished table.
    pub fn finish(self) -> String {
        self.0
    }

    fn cell(&mut self, cell: &Cell) {
        let (Cell::Said(text) | Cell::Typed(text)) = cell;
        let shown = plain_text(text);
        let rewritten = matches!(cell, Cell::Typed(_)) && is_rewritten(&shown);
        // A guard of its own must be read as such, so that what stands behind the first one is always the text.
        let guarded = rewritten || is_formula(text) || is_formula(&shown) || shown.starts_with(GUARD);
        let quoted = shown.contains([',', '"', '\n']);
        self.0.extend(quoted.then_some('"'));
        self.0.extend(guarded.then_some(GUARD));
        self.0.push_str(&shown.replace('"', "\"\""));
        self.0.extend(quoted.then_some('"'));
    }
}

/// Whether a spreadsheet might treat a cell as a formula: some skip invisible characters at its start, and those that
/// are used in China know the full-width signs too.
fn is_formula(cell: &str) -> bool {
    let begins = cell.trim_start_matches(is_blank).starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']);
    begins || cell.starts_with(['\t', '\r', '\n'])
}

/// Whether a character leaves no ink: what a spreadsheet may skip before it reads a cell.
fn is_blank(char: char) -> bool {
    char.is_whitespace() || char.is_control() || is_invisible(char)
}

/// Whether a spreadsheet might read a cell as something else than text, and write it anew: `0012` as 12, `3/4` as a day,
/// 18 digits as 15 with zeros, `true` as TRUE. That is what holds a number and nothing but what can stand beside one in a
/// number, a sum of money, a day or a time.
fn is_rewritten(cell: &str) -> bool {
    let text = cell.trim_matches(is_blank);
    let digit = |char: char| char.is_numeric() || "〇零一二三四五六七八九十".contains(char);
    // Names of months are Latin letters; so is the exponent of a number.
    let beside = |char: char| {
        char.is_ascii()
            || ('\u{ff01}'..='\u{ff5e}').contains(&char)
            || is_blank(char)
            || "年月日号时分秒点上下午凌晨早晚中周星期天百千万亿元整半¥￥€£₩。、‰—–−·".contains(char)
    };
    let word = ["true", "false"].iter().any(|word| text.eq_ignore_ascii_case(word));
    word || text.contains(digit) && text.chars().all(|char| digit(char) || beside(char))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(cell: &str) -> String {
        let mut csv = Csv::new();
        csv.row(&[Cell::Said(cell.to_owned())]);
        csv.finish().trim_start_matches(BYTE_ORDER_MARK).to_owned()
    }

    #[test]
    fn promise_26_cells_are_quoted_where_they_have_to_be() {
        for (cell, expected) in [
            ("", "\r\n"),
            ("决算", "决算\r\n"),
            ("a,b", "\"a,b\"\r\n"),
            ("他说“好”和\"好\"", "\"他说“好”和\"\"好\"\"\"\r\n"),
            ("一\n二", "\"一\n二\"\r\n"),
            ("一\r\n二\r三\u{2028}四", "\"一\n二\n三\n四\"\r\n"),
            ("a\u{0}b\u{1b}[31mc\u{7f}", "ab[31mc\r\n"),
            ("a\tb", "a b\r\n"),
        ] {
            assert_eq!(written(cell), expected, "{cell:?}");
        }
        let mut csv = Csv::new();
        csv.row(&["一", "", "a,b"].map(|cell| Cell::Said(cell.to_owned())));
        csv.row(&["二", "", ""].map(|cell| Cell::Said(cell.to_owned())));
        assert_eq!(csv.finish(), "\u{feff}一,,\"a,b\"\r\n二,,\r\n");
    }

    #[test]
    fn promise_26_no_cell_is_a_formula() {
        for (cell, expected) in [
            ("=cmd|' /C calc'!A0", "\u{200b}=cmd|' /C calc'!A0\r\n"),
            ("=HYPERLINK(\"http://a\",\"b\")", "\"\u{200b}=HYPERLINK(\"\"http://a\"\",\"\"b\"\")\"\r\n"),
            ("+1", "\u{200b}+1\r\n"),
            ("-1", "\u{200b}-1\r\n"),
            ("@SUM(1)", "\u{200b}@SUM(1)\r\n"),
            ("＝1", "\u{200b}＝1\r\n"),
            ("＋1", "\u{200b}＋1\r\n"),
            ("－1", "\u{200b}－1\r\n"),
            ("＠a", "\u{200b}＠a\r\n"),
            ("  =1", "\u{200b}  =1\r\n"),
            ("\u{3000}\u{a0}=1", "\u{200b}\u{3000}\u{a0}=1\r\n"),
            ("\u{feff}\u{200b}=1", "\u{200b}\u{feff}\u{200b}=1\r\n"),
            ("\u{0}=1", "\u{200b}=1\r\n"),
            ("\t=1", "\u{200b} =1\r\n"),
            ("\ta", "\u{200b} a\r\n"),
            ("\r=1", "\"\u{200b}\n=1\"\r\n"),
            ("\ra", "\"\u{200b}\na\"\r\n"),
            // These are text as they are.
            ("1=1", "1=1\r\n"),
            ("'=1", "'=1\r\n"),
            ("3—6月", "3—6月\r\n"),
        ] {
            assert_eq!(written(cell), expected, "{cell:?}");
        }
    }
}
