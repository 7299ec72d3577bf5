//! What a row says, column by column.

use super::super::super::text::trim;
use super::super::tasks;
use yaodian_plan::{Extra, Month, Period};

/// What a row says, column by column.
#[derive(Clone, Default)]
pub struct Facts {
    /// What it is listed under, as its cell has it.
    pub category: String,
    pub serial: String,
    /// Whether it is one of several tasks of a cell, so that it has no number of its own.
    pub is_part: bool,
    /// Lines of the title, with line breaks for those of the source between them.
    pub title: String,
    pub lead: String,
    pub joint: String,
    /// Units whose columns are marked, and the marks.
    pub units: Vec<(String, String)>,
    /// The texts of the time columns that say something.
    pub times: Vec<String>,
    /// The time of a heading above the row, where it has none of its own.
    pub above: Option<(Period, String)>,
    /// Columns of ticks: the meeting, and what stands there.
    pub ticks: Vec<(String, String)>,
    /// Meetings by their names.
    pub meetings: String,
    pub months: Vec<InMonths>,
    pub remark: String,
    pub progress: String,
    pub extras: Vec<Extra>,
}

impl Facts {
    /// The tasks of a row that lists several in one cell, each with the line about when and who that is its own; none for
    /// any other row.
    pub(super) fn split_by_lines(&self) -> Vec<Facts> {
        // A cell that holds a book is no list of tasks.
        if self.title.len() > 6000 {
            return Vec::new();
        }
        let tasks = tasks::split(&self.title, 0);
        let count = tasks.list.len();
        let numbered =
            tasks.list.iter().map(|task| task.serial).eq((1..=count).map(|no| u32::try_from(no).ok()));
        let lines = |text: &String| -> Vec<String> {
            text.lines().map(trim).filter(|line| !line.is_empty()).map(str::to_owned).collect()
        };
        let (leads, times) = (lines(&self.lead), self.times.first().map(lines).unwrap_or_default());
        if count < 2 || !(numbered || tasks.guessed) {
            return Vec::new();
        }
        let of = |all: &[String], at: usize| all.get(at).filter(|_| all.len() == count).cloned();
        let each = tasks.list.into_iter().enumerate().map(|(at, task)| {
            let mut facts = Facts { title: task.title, is_part: true, ..self.clone() };
            facts.lead = of(&leads, at).unwrap_or(facts.lead);
            if let (Some(time), Some(own)) = (facts.times.first_mut(), of(&times, at)) {
                *time = own;
            }
            facts
        });
        each.collect()
    }

    /// Whether its cells say nothing of who does it.
    pub fn names_nobody(&self) -> bool {
        self.lead.is_empty() && self.joint.is_empty() && self.units.is_empty()
    }

    /// Whether it says more than what has to be done, and when: then it is no part of the row above.
    pub(super) fn says_more(&self) -> bool {
        !self.names_nobody() || !self.remark.is_empty() || !self.extras.is_empty()
    }
}

/// A cell below the name of a month, or of several.
#[derive(Clone)]
pub struct InMonths {
    pub first: Month,
    pub last: Month,
    /// The name as printed.
    pub heading: String,
    pub cell: String,
}
