//! Comma-separated values (RFC 4180), for spreadsheets.

use super::plain_text;

/// Without it Excel and WPS read the file in the system's old encoding.
const BYTE_ORDER_MARK: &str = "\u{feff}";

/// A table under construction.
pub struct Csv(String);

impl Csv {
    /// A table without rows.
    pub fn new() -> Csv {
        Csv(BYTE_ORDER_MARK.to_owned())
    }

    /// Adds a row.
    pub fn row(&mut self, cells: &[String]) {
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

    fn cell(&mut self, text: &str) {
        let shown = plain_text(text);
        // After an apostrophe a spreadsheet shows the cell as text and computes nothing.
        let guard = if is_formula(text) || is_formula(&shown) { "'" } else { "" };
        let quote = if shown.contains([',', '"', '\n']) { "\"" } else { "" };
        for part in [quote, guard, &shown.replace('"', "\"\""), quote] {
            self.0.push_str(part);
        }
    }
}

/// Whether a spreadsheet might treat a cell as a formula: some skip invisible characters at its start, and those that
/// are used in China know the full-width signs too.
fn is_formula(cell: &str) -> bool {
    let begins =
        cell.trim_start_matches(is_invisible).starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']);
    begins || cell.starts_with(['\t', '\r', '\n'])
}

fn is_invisible(char: char) -> bool {
    char.is_whitespace()
        || char.is_control()
        || matches!(char, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}')
        || matches!(char, '\u{2060}'..='\u{206f}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(cell: &str) -> String {
        let mut csv = Csv::new();
        csv.row(&[cell.to_owned()]);
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
        csv.row(&["一", "", "a,b"].map(str::to_owned));
        csv.row(&["二", "", ""].map(str::to_owned));
        assert_eq!(csv.finish(), "\u{feff}一,,\"a,b\"\r\n二,,\r\n");
    }

    #[test]
    fn promise_26_no_cell_is_a_formula() {
        for (cell, expected) in [
            ("=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0\r\n"),
            ("=HYPERLINK(\"http://a\",\"b\")", "\"'=HYPERLINK(\"\"http://a\"\",\"\"b\"\")\"\r\n"),
            ("+1", "'+1\r\n"),
            ("-1", "'-1\r\n"),
            ("@SUM(1)", "'@SUM(1)\r\n"),
            ("＝1", "'＝1\r\n"),
            ("＋1", "'＋1\r\n"),
            ("－1", "'－1\r\n"),
            ("＠a", "'＠a\r\n"),
            ("  =1", "'  =1\r\n"),
            ("\u{3000}\u{a0}=1", "'\u{3000}\u{a0}=1\r\n"),
            ("\u{feff}\u{200b}=1", "'\u{feff}\u{200b}=1\r\n"),
            ("\u{0}=1", "'=1\r\n"),
            ("\t=1", "' =1\r\n"),
            ("\ta", "' a\r\n"),
            ("\r=1", "\"'\n=1\"\r\n"),
            ("\ra", "\"'\na\"\r\n"),
            // These are text as they are.
            ("1=1", "1=1\r\n"),
            ("'=1", "'=1\r\n"),
            ("3—6月", "3—6月\r\n"),
        ] {
            assert_eq!(written(cell), expected, "{cell:?}");
        }
    }
}
