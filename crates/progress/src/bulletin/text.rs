//! The bulletin as plain text, to be pasted into a message or a document.

use std::fmt::Write;

use super::{Bulletin, BulletinLine, UnitBulletin};
use yaodian_plan::names::{month_name, postponed_to, standing_name};
use yaodian_plan::query::{AsOf, Standing, Tally};
use yaodian_plan::{Month, Period};

impl Bulletin {
    /// Plain Chinese text with a final newline.
    pub fn to_text(&self) -> String {
        let mut out = String::new();
        // Writing into a string cannot fail.
        let _ = writeln!(out, "{}\n{}", self.title, bulletin_title(self.year, self.range));
        let _ = writeln!(out, "\n{}", self.summary());
        if let Some(scope) = self.scope() {
            let _ = writeln!(out, "{scope}");
        }
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
        let judged = self.judged();
        let between = if judged.is_empty() { "" } else { "，" };
        format!("{judged}{between}共 {} 项：{}。", self.tally.total(), figures(&self.tally))
    }

    /// From when it is judged; empty before the year.
    pub fn judged(&self) -> String {
        match self.as_of {
            AsOf::Before => String::new(),
            AsOf::Month(month) => format!("截至{}", month_name(month)),
            AsOf::After => "年度已结束".to_owned(),
        }
    }

    /// Which items it tells of, where these are not all: its figures are not those of the year.
    pub fn scope(&self) -> Option<String> {
        let months = span(self.range);
        (self.range != (Month::JANUARY, Month::DECEMBER)).then(|| {
            format!(
                "列入的是{months}的事项、此前逾期的事项，以及{months}完成或登记过的事项；全年共 {} 项。",
                self.all
            )
        })
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
    format!("{year}年{}进展通报", span((first, last)))
}

fn span((first, last): (Month, Month)) -> String {
    Period::Months { first, last }.to_string()
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

    /// What follows the title: time, when it was finished, postponement, reason.
    pub fn details(&self) -> String {
        let mut out = String::new();
        if !self.time.is_empty() {
            let _ = write!(out, "（{}）", self.time);
        }
        if !self.finished.is_empty() {
            let _ = write!(out, "，{}", self.finished);
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
    for standing in Standing::COUNTED {
        let count = tally.count(standing);
        if count > 0 {
            let between = if out.is_empty() { "" } else { "，" };
            let _ = write!(out, "{between}{} {count} 项", standing_name(standing));
        }
        let both = tally.count(Standing::DoingLate);
        if standing == Standing::Late && both > 0 {
            let _ = write!(out, "（其中 {both} 项{}）", standing_name(Standing::Doing));
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
