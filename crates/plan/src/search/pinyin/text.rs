//! The table's text form: one line per reading (`xing行形性`), then one line per character and
//! deviating reading (`行hang 银行 行业`).

use std::collections::BTreeMap;
use std::fmt;

use super::PinyinTable;

/// Why a text is not a table of readings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PinyinError {
    /// The offending line, from 1.
    pub line: usize,
    /// That line's text.
    pub text: String,
}

impl fmt::Display for PinyinError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {} is no line of a pinyin table: {:?}", self.line, self.text)
    }
}

impl std::error::Error for PinyinError {}

impl PinyinTable {
    /// Reads the text form. Empty lines are ignored.
    ///
    /// # Errors
    /// The first line that is none of such a table.
    pub fn parse(text: &str) -> Result<PinyinTable, PinyinError> {
        let mut table = PinyinTable::default();
        for (index, line) in text.lines().enumerate() {
            if table.parse_line(line.trim()).is_none() {
                return Err(PinyinError { line: index + 1, text: line.to_owned() });
            }
        }
        Ok(table)
    }

    fn parse_line(&mut self, line: &str) -> Option<()> {
        let Some(first) = line.chars().next() else { return Some(()) };
        if first.is_ascii() {
            let (reading, chars) = line.split_at(line.find(|c: char| !c.is_ascii())?);
            chars.chars().all(|ch| self.set_main(ch, reading)).then_some(())
        } else {
            let (reading, phrases) = line[first.len_utf8()..].split_once(' ')?;
            phrases.split(' ').all(|phrase| self.set_in_phrase(first, phrase, reading)).then_some(())
        }
    }

    /// Writes the text form; the same table always gives the same text.
    pub fn to_text(&self) -> String {
        let mut mains = BTreeMap::<&str, String>::new();
        for entry in &self.entries {
            mains.entry(self.name(entry.reading)).or_default().push(entry.ch);
        }
        let mut cases = BTreeMap::<(char, &str), String>::new();
        for case in &self.cases {
            let phrases = cases.entry((case.ch, self.name(case.reading))).or_default();
            phrases.push(' ');
            phrases.extend(&case.phrase);
        }
        let mut text = String::new();
        for (reading, chars) in mains {
            text.extend([reading, &chars, "\n"]);
        }
        for ((ch, reading), phrases) in cases {
            text.push(ch);
            text.extend([reading, &phrases, "\n"]);
        }
        text
    }
}

#[cfg(test)]
mod tests {
    use super::super::Pinyin;
    use super::*;

    #[test]
    fn a_table_reads_what_it_writes() -> Result<(), PinyinError> {
        let table =
            PinyinTable::parse("xing行形\nye业\nyin银\nzhi执\nwu务\n行hang 行业 银行\n行xing 执行\n")?;
        assert_eq!(PinyinTable::parse(&table.to_text())?.to_text(), table.to_text());
        for (text, expected) in [
            ("行业", "hang ye"),
            ("执行业务", "zhi xing ye wu"),
            ("银行形", "yin hang xing"),
            ("A行", "? xing"),
            ("行行业", "xing hang ye"),
            ("木", "?"),
        ] {
            let readings = table.readings(text);
            let readings: Vec<_> = readings.into_iter().map(|reading| reading.unwrap_or("?")).collect();
            assert_eq!(readings.join(" "), expected, "{text}");
        }
        Ok(())
    }

    #[test]
    fn broken_lines_are_named() {
        for (text, line) in
            [("xing", 1), ("a啊\n行hang", 2), ("行hang 业", 1), ("zhuangg装", 1), ("行 行业", 1)]
        {
            assert_eq!(PinyinTable::parse(text).err().map(|error| error.line), Some(line), "{text}");
        }
    }
}
