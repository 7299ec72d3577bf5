//! 工作台账: the plan's tables as printed, the ledger to filter and sort, meetings, notes, figures.

mod amendments;
mod notes;
mod summary;
mod tables;

use rust_xlsxwriter::Workbook;
use yaodian_export::{Facts, facts};
use yaodian_office::Made;
use yaodian_pace::{Pace, Steps};
use yaodian_plan::query::{Catalog, Moment, Standing};
use yaodian_progress::{AgendaLine, Dated, ProgressBook, SessionId};

use crate::file::{NotWritten, workbook};
use crate::look::{Formats, Look};
use crate::sheet::{Cell, Column, Sheet, Value};
use crate::text;

/// 工作台账.xlsx of items, by position, with the standings as of a moment.
///
/// # Errors
/// Why there is none.
pub async fn ledger(
    catalog: &Catalog,
    book: &ProgressBook,
    items: &[usize],
    moment: Moment,
    made: &Made,
    pace: &Pace,
) -> Result<Vec<u8>, NotWritten> {
    let formats = Formats::new();
    let mut workbook = workbook(&format!("{}{}", catalog.plan.title, text::LEDGER), made);
    let facts = facts(catalog, book, items, moment);
    // Each item has a row as printed and one in 台账.
    let rows = 2 * facts.len() + facts.iter().map(|facts| facts.notes).sum::<usize>();
    let steps = Steps::new(pace, rows);
    let maker = Maker { catalog, book, items, moment, facts: &facts, formats: &formats, steps: &steps };
    maker.schedule(&mut workbook, made).await?;
    maker.ledger(&mut workbook).await?;
    maker.monthly(&mut workbook).await?;
    maker.sessions(&mut workbook)?;
    maker.notes(&mut workbook).await?;
    maker.summary(&mut workbook)?;
    maker.amendments(&mut workbook)?;
    steps.finish().await;
    Ok(workbook.save_to_buffer()?)
}

/// What the sheets are made from.
struct Maker<'a> {
    catalog: &'a Catalog,
    book: &'a ProgressBook,
    items: &'a [usize],
    moment: Moment,
    facts: &'a [Facts<'a>],
    formats: &'a Formats,
    steps: &'a Steps<'a>,
}

impl Maker<'_> {
    /// 台账: one row an item.
    async fn ledger(&self, workbook: &mut Workbook) -> Result<(), NotWritten> {
        let has_own = self.catalog.plan.items.iter().any(|item| !item.extras.is_empty());
        let mut columns = columns(&text::LEDGER_COLUMNS);
        let (name, width) = text::OWN_COLUMNS;
        columns.extend(has_own.then(|| (name.to_owned(), width)));
        let mut sheet = Sheet::new(workbook.add_worksheet(), text::SHEET_LEDGER, &columns, self.formats)?;
        sheet.head(&columns, 1)?;
        for facts in self.facts {
            let meeting_day = match facts.meeting_days[..] {
                [] => (Value::Empty, Look::Day),
                [day] => (Value::day(day), Look::Day),
                _ => {
                    let days: Vec<_> = facts.meeting_days.iter().map(ToString::to_string).collect();
                    centred(days.join("、"))
                }
            };
            let (actual, planned) = match facts.dated {
                Some(Dated::Actual(day)) => (Value::day(day), Value::Empty),
                Some(Dated::Planned(day)) => (Value::Empty, Value::day(day)),
                None => (Value::Empty, Value::Empty),
            };
            let late = if facts.stands.is(Standing::Late) { text::YES } else { "" };
            let serial = match facts.no().parse() {
                Ok(number) => (Value::Number(number), Look::Centred),
                Err(_) => centred(facts.no()),
            };
            let extras = facts.item.extras.iter();
            let extras: Vec<String> = extras.map(|extra| text::extra(&extra.heading, &extra.text)).collect();
            let mut row = vec![
                centred(facts.item.id.to_string()),
                centred(facts.origin()),
                words(facts.category),
                serial,
                centred(facts.timing.to_string()),
                words(&facts.item.title),
                words(&facts.item.responsibility.text),
                centred(facts.meetings()),
                meeting_day,
                centred(facts.standing()),
                centred(late),
                (actual, Look::Day),
                (planned, Look::Day),
                centred(facts.moved()),
                words(facts.reason),
                words(facts.note.unwrap_or_default()),
                count(facts.notes),
                centred(&facts.writer),
                words(facts.item.remark.as_deref().unwrap_or_default()),
            ];
            row.extend(has_own.then(|| words(extras.join("\n"))));
            sheet.row(row)?;
            self.steps.next().await;
        }
        sheet.filter(0)?;
        Ok(())
    }

    /// Of every item of the plan, whether it is among the chosen ones.
    fn chosen(&self) -> Vec<bool> {
        let mut chosen = vec![false; self.catalog.plan.items.len()];
        for at in self.items {
            if let Some(chosen) = chosen.get_mut(*at) {
                *chosen = true;
            }
        }
        chosen
    }

    /// 会议: every session that some of the items go to, with its whole agenda.
    fn sessions(&self, workbook: &mut Workbook) -> Result<(), NotWritten> {
        let columns = columns(&text::SESSION_COLUMNS);
        let mut sheet = Sheet::new(workbook.add_worksheet(), text::SHEET_SESSIONS, &columns, self.formats)?;
        sheet.head(&columns, 1)?;
        let timings = self.book.states(self.catalog, self.moment).timings;
        let chosen = self.chosen();
        let plan = &self.catalog.plan;
        for id in SessionId::all(plan) {
            let agenda = self.book.agenda(self.catalog, &timings, id);
            if !agenda.items().any(|at| chosen.get(at) == Some(&true)) {
                continue;
            }
            let session = self.book.session(id);
            let title = |line: &AgendaLine| match line {
                AgendaLine::Item(at) => {
                    plan.items.get(*at).map(|item| item.title.clone()).unwrap_or_default()
                }
                AgendaLine::Own(_, text) => text.clone(),
            };
            let numbered = |lines: &[AgendaLine]| -> Vec<String> {
                (1..).zip(lines).map(|(no, line)| format!("{no}. {}", title(line))).collect()
            };
            let mut lines = numbered(&agenda.lines);
            if !agenda.apart.is_empty() {
                lines.push(text::HELD_APART.to_owned());
                lines.extend(numbered(&agenda.apart));
            }
            sheet.row(vec![
                centred(id.title(plan)),
                words(session.name()),
                (session.date().map_or(Value::Empty, Value::day), Look::Day),
                centred(session.hour().map(|hour| hour.to_string()).unwrap_or_default()),
                words(session.place()),
                count(agenda.lines.len()),
                words(lines.join("\n")),
            ])?;
        }
        sheet.filter(0)?;
        Ok(())
    }
}

fn columns(named: &[(&str, f64)]) -> Vec<Column> {
    named.iter().map(|(name, width)| ((*name).to_owned(), *width)).collect()
}

fn words(text: impl Into<String>) -> Cell {
    (Value::Text(text.into()), Look::Text)
}

fn centred(text: impl Into<String>) -> Cell {
    (Value::Text(text.into()), Look::Centred)
}

fn count(number: usize) -> Cell {
    (Value::Number(f64::from(u32::try_from(number).unwrap_or(u32::MAX))), Look::Centred)
}
