//! Annex 2: several numbered tasks per month, and the month's units in one cell.

use super::diagnostic::{Diagnostic, Problem};
use super::numbering::{Group, Numbering};
use super::table::{Column, Row};
use super::tasks::{self, Task};
use super::units::Units;
use super::{names, pairing, period, remark, text, time};
use yaodian_plan::{Basis, Item, Month, Period, Responsibility, SourceSpan};

/// Reads the rows of annex 2.
pub(super) fn read(rows: &[Row], units: &Units, year: i32, out: &mut Vec<Diagnostic>) -> Vec<Item> {
    let mut reader = Reader { units, year, numbering: Numbering::default(), items: Vec::new(), out };
    let month = |row: &&Row| period::read(row.text(Column::Period), year).period.months().is_some();
    // A row of 全年 has no month to be numbered under; after all the others it takes no number
    // from the tasks of a month.
    let (dated, undated): (Vec<&Row>, Vec<&Row>) = rows.iter().partition(month);
    for row in dated.into_iter().chain(undated) {
        reader.row(row);
    }
    reader.items
}

struct Reader<'a> {
    units: &'a Units,
    year: i32,
    numbering: Numbering,
    items: Vec<Item>,
    out: &'a mut Vec<Diagnostic>,
}

impl Reader<'_> {
    fn row(&mut self, row: &Row) {
        let tasks = row.cell(Column::Title).map(tasks::split).unwrap_or_default();
        if tasks.is_empty() {
            self.out.push(Problem::NoItemTitle.at(row.line));
            return;
        }
        let (period, period_text) = time::of_cell(row.text(Column::Period), self.year, row.line, self.out);
        let Some(month) = period.months().map(|(first, _)| first).or(Month::all().next_back()) else {
            return;
        };
        if period.months().is_none() {
            self.out.push(Problem::NoMonth { text: period_text.clone(), used: month }.at(row.line));
        }
        let (remark, reported) = remark::read(row.text(Column::Remark), row.line, self.out);
        if let Some(remark) = remark.clone().filter(|_| tasks.len() > 1) {
            self.out.push(Problem::RemarkShared { remark, tasks: tasks.len() }.at(row.line));
        }
        let responsible = self.responsible(row, month, &tasks);
        let only = tasks.len() == 1;
        for (task, responsibility) in tasks.into_iter().zip(responsible) {
            let group = Group::Month(month);
            // The only task of a month needs no number.
            let serial = task.serial.or_else(|| only.then(|| u32::from(self.numbering.last(group)) + 1));
            let Some(id) = self.numbering.give(group, serial, task.line, self.out) else { continue };
            let (period, period_text) = self.own_period(&task, period, &period_text);
            self.items.push(Item {
                id,
                title: task.title,
                responsibility,
                period,
                period_text,
                meetings: Vec::new(),
                condition: None,
                remark: remark.clone(),
                reported,
                serial: None,
                sessions: Vec::new(),
                extras: Vec::new(),
                source: SourceSpan { line: task.line, text: task.text },
            });
        }
    }

    /// The row's period, or the one that the task's own text states.
    fn own_period(&mut self, task: &Task, row: Period, row_text: &str) -> (Period, String) {
        let Some((period, text)) = time::of_title(&task.title, self.year) else {
            return (row, row_text.to_owned());
        };
        // A task may take longer than the month that it begins in. A span that begins elsewhere is
        // what the task is about, such as a budget carried out from January to July.
        let within = match (row.months(), period.months()) {
            (Some((first, last)), Some((own, _))) => first <= own && own <= last,
            _ => true,
        };
        let problem = Problem::PeriodInTitle { text: text.clone(), row: row_text.to_owned(), within };
        self.out.push(problem.at(task.line));
        if within { (period, text) } else { (row, row_text.to_owned()) }
    }

    /// Who does each task.
    fn responsible(&mut self, row: &Row, month: Month, tasks: &[Task]) -> Vec<Responsibility> {
        let cell = row.text(Column::Units);
        let entries = names::entries(cell);
        // With one task or one entry there is nothing to choose: all of it belongs together.
        if entries.is_empty() || entries.len() == 1 || tasks.len() == 1 {
            if entries.is_empty() {
                self.out.push(Problem::NoUnit.at(row.line));
            }
            let all = entries.join("、");
            return tasks.iter().map(|_| self.units.read(&all, Basis::Stated)).collect();
        }
        if entries.len() == tasks.len() {
            return entries.iter().map(|entry| self.units.read(entry, Basis::Stated)).collect();
        }
        let named: Vec<Responsibility> =
            entries.iter().map(|entry| self.units.read(entry, Basis::Inferred)).collect();
        let pairs = pairing::pair(tasks.len(), entries.len(), |task, entry| {
            let title = tasks.get(task).map_or("", |task| &task.title);
            let lead = named.get(entry).and_then(|who| who.lead.first());
            lead.map_or(0, |unit| pairing::affinity(title, &unit.0))
        });
        let text = |pair: &Vec<usize>| {
            let entries: Vec<&str> =
                pair.iter().filter_map(|at| entries.get(*at)).map(String::as_str).collect();
            entries.join("、")
        };
        let texts: Vec<String> = pairs.iter().map(text).collect();
        let number = |(at, text): (usize, &String)| {
            let serial = tasks.get(at).and_then(|task| task.serial);
            format!("{} {text}", serial.unwrap_or_default())
        };
        let pairing: Vec<String> = texts.iter().enumerate().map(number).collect();
        let pairing = pairing.join("；");
        let problem = Problem::Inferred { month, tasks: tasks.len(), units: entries.len(), pairing };
        self.out.push(problem.at(row.line));
        texts.iter().map(|text| self.units.read(text, Basis::Inferred)).collect()
    }
}

/// The cells that name units, with their lines.
pub(super) fn unit_cells<'a>(rows: impl Iterator<Item = &'a Row>) -> impl Iterator<Item = (u32, &'a str)> {
    rows.filter_map(|row| row.cell(Column::Units)).map(|cell| (cell.line, text::trim(&cell.text)))
}
