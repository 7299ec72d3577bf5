//! The bulletin as plain text, to be pasted into a message or a document.

use std::fmt::Write;

use super::{Bulletin, BulletinLine, UnitBulletin};
use yaodian_plan::Month;
use yaodian_plan::names::{month_name, postponed_to, standing_name};
use yaodian_plan::query::{Standing, Tally};

impl Bulletin {
    /// Plain Chinese text with a final newline.
    pub fn to_text(&self) -> String {
        let mut out = String::new();
        // Writing into a string cannot fail.
        let _ = writeln!(out, "{}\n{}", self.title, bulletin_title(self.year, self.range));
        let _ = writeln!(out, "\n{}", self.summary());
        for unit in &self.units {
            let _ = writeln!(out, "\n{}（{}）", unit.name, unit.summary());
            for (standing, lines) in &unit.groups {
                let _ = writeln!(out, "【{}】", standing_name(*standing));
                for (at, line) in lines.iter().enumerate() {
                    let _ = writeln!(out, "{}. {}", at + 1, line.to_text());
                }
            }
        }
        out
    }

    /// The moment of the standings, how many items there are, and how many have which standing.
    pub fn summary(&self) -> String {
        let as_of =
            self.as_of.month().map(|month| format!("截至{}，", month_name(month))).unwrap_or_default();
        format!("{as_of}共 {} 项：{}。", self.tally.total(), figures(&self.tally))
    }
}

impl UnitBulletin {
    /// How many items there are, and how many have which standing.
    pub fn summary(&self) -> String {
        format!("{} 项：{}", self.tally.total(), figures(&self.tally))
    }
}

/// The heading of a bulletin for some months.
pub fn bulletin_title(year: i32, (first, last): (Month, Month)) -> String {
    if first == last {
        format!("{year}年{first}月进展通报")
    } else {
        format!("{year}年{first}—{last}月进展通报")
    }
}

impl BulletinLine {
    /// The item on one line, then the latest note on a line of its own.
    pub fn to_text(&self) -> String {
        let mut out = format!("{}{}", self.title, self.details());
        if let Some(note) = &self.note {
            let _ = write!(out, "\n   记录：{}", one_line(note));
        }
        out
    }

    /// What follows the title: time, postponement, reason.
    pub fn details(&self) -> String {
        let mut out = String::new();
        let time = self.period_text.replace(' ', "");
        if !time.is_empty() {
            let _ = write!(out, "（{time}）");
        }
        if let Some(month) = self.postponed_to {
            let _ = write!(out, "，{}", postponed_to(month));
        }
        if !self.reason.is_empty() {
            let _ = write!(out, "，{}", one_line(&self.reason));
        }
        out
    }
}

fn figures(tally: &Tally) -> String {
    let mut out = String::new();
    for standing in Standing::ALL {
        let count = tally.count(standing);
        if count > 0 {
            let between = if out.is_empty() { "" } else { "，" };
            let _ = write!(out, "{between}{} {count} 项", standing_name(standing));
        }
    }
    if out.is_empty() { "没有事项".to_owned() } else { out }
}

/// A text of several lines, as one. Other programs end a text at a NUL, so what is no text at all is left out.
fn one_line(text: &str) -> String {
    let mut out = String::new();
    for line in text.split(['\n', '\r', '\u{85}', '\u{2028}', '\u{2029}']) {
        let line: String = line
            .chars()
            .map(|char| if char == '\t' { ' ' } else { char })
            .filter(|char| !char.is_control())
            .collect();
        let line = line.trim();
        if !out.is_empty() && !line.is_empty() {
            out.push(' ');
        }
        out.push_str(line);
    }
    out
}
