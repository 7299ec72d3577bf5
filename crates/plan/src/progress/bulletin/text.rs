//! The bulletin as plain text, to be pasted into a message or a document.

use std::fmt::Write;

use super::{Bulletin, BulletinLine};
use crate::query::{Standing, Tally};

impl Bulletin {
    /// Plain Chinese text with a final newline.
    pub fn to_text(&self) -> String {
        let mut out = String::new();
        let (first, last) = self.range;
        let range = if first == last { format!("{first}月") } else { format!("{first}—{last}月") };
        // Writing into a string cannot fail.
        let _ = writeln!(out, "{}\n{} 年 {range}进展通报", self.title, self.year);
        let _ = writeln!(out, "\n共 {} 项：{}。", self.tally.total(), figures(&self.tally));
        for unit in &self.units {
            let _ = writeln!(out, "\n{}（{} 项：{}）", unit.name, unit.tally.total(), figures(&unit.tally));
            for (standing, lines) in &unit.groups {
                let _ = writeln!(out, "【{}】", standing_name(*standing));
                for (at, line) in lines.iter().enumerate() {
                    let _ = writeln!(out, "{}. {}", at + 1, line.to_text());
                }
            }
        }
        out
    }
}

impl BulletinLine {
    /// One line: title, time, postponement and reason, then the latest note on a line of its own.
    pub fn to_text(&self) -> String {
        let mut out = self.title.clone();
        let time = self.period_text.replace(' ', "");
        if !time.is_empty() {
            let _ = write!(out, "（{time}）");
        }
        if let Some(month) = self.postponed_to {
            let _ = write!(out, "，推迟到{month}月");
        }
        if !self.reason.is_empty() {
            let _ = write!(out, "，{}", one_line(&self.reason));
        }
        if let Some(note) = &self.note {
            let _ = write!(out, "\n   记录：{}", one_line(note));
        }
        out
    }
}

/// Where an item stands, as the screen names it.
pub fn standing_name(standing: Standing) -> &'static str {
    match standing {
        Standing::Done => "已完成",
        Standing::Doing => "进行中",
        Standing::Late => "已逾期",
        Standing::NotStarted => "未开始",
        Standing::Postponed => "已推迟",
        Standing::Cancelled => "已取消",
        Standing::Unrecorded => "未记录",
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

/// A note of several lines, as one.
fn one_line(text: &str) -> String {
    let mut out = String::new();
    for line in text.lines().map(str::trim) {
        if !out.is_empty() && !line.is_empty() {
            out.push(' ');
        }
        out.push_str(line);
    }
    out
}
