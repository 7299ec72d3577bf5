//! 安排表 and 月度任务: the plan's tables as printed, with the progress beside them.

use rust_xlsxwriter::Workbook;
use yaodian_export::Facts;
use yaodian_office::{Made, printed};
use yaodian_plan::Table;
use yaodian_plan::names::month_name;
use yaodian_plan::query::AsOf;
use yaodian_progress::ChineseDate;

use super::{Maker, centred, columns, words};
use crate::look::Look;
use crate::sheet::{Column, Sheet};
use crate::{NotWritten, text};

impl Maker<'_> {
    /// 安排表 as printed, with the progress beside it.
    pub(super) async fn schedule(&self, workbook: &mut Workbook, made: &Made) -> Result<(), NotWritten> {
        let plan = &self.catalog.plan;
        let own = printed::Columns::of_schedule(plan);
        let serials = printed::Serials::of(plan);
        let mut columns = columns(&[
            (text::COL_CATEGORY, 16.0),
            (text::COL_NO, 6.0),
            (text::COL_TITLE, 56.0),
            (text::COL_WHO, 20.0),
            (text::COL_WHEN, 10.0),
        ]);
        columns.extend(widths(&own));
        columns.push((text::COL_PROGRESS.to_owned(), 22.0));
        let mut sheet = Sheet::new(workbook.add_worksheet(), text::SHEET_SCHEDULE, &columns, self.formats)?;
        let title = plan.annex_titles(Table::Schedule);
        sheet.line(title.as_deref().unwrap_or(&plan.title), Look::Title)?;
        let as_of = match self.moment.as_of {
            AsOf::Month(month) => text::as_of(Some(month_name(month))),
            AsOf::Before | AsOf::After => text::as_of(None),
        };
        let part = (self.items.len() < plan.items.len()).then_some((self.items.len(), plan.items.len()));
        sheet.line(&text::made(&ChineseDate(made.day).to_string(), &as_of, part), Look::Hint)?;
        sheet.head(&columns, 0)?;
        for (category, items) in printed::schedule_groups(plan, self.items) {
            let first = sheet.next_row();
            for at in &items {
                let Some(facts) = self.facts_of(*at) else { continue };
                let mut row = vec![
                    centred(&category),
                    centred(serials.number(facts.item)),
                    words(&facts.item.title),
                    centred(printed::who(plan, facts.item)),
                    centred(printed::time(facts.item)),
                ];
                row.extend(own.cells(facts.item).into_iter().map(centred));
                row.push(centred(printed::standing(facts, plan.year)));
                sheet.row(row)?;
                self.steps.next().await;
            }
            sheet.merge_down(first, 0, &category, Look::Centred)?;
        }
        Ok(())
    }

    /// 月度任务: month by month.
    pub(super) async fn monthly(&self, workbook: &mut Workbook) -> Result<(), NotWritten> {
        let plan = &self.catalog.plan;
        let own = printed::Columns::of_months(plan);
        let serials = printed::Serials::of(plan);
        let numbers = printed::TaskNumbers::of(plan, &serials);
        let mut columns = columns(&[(text::COL_WHEN, 10.0)]);
        columns.extend(numbers.in_column().then(|| (text::COL_NO.to_owned(), 6.0)));
        columns.extend([(text::COL_CONTENT.to_owned(), 70.0), (text::COL_UNIT.to_owned(), 22.0)]);
        columns.extend(widths(&own));
        columns.push((text::COL_PROGRESS.to_owned(), 22.0));
        let mut sheet = Sheet::new(workbook.add_worksheet(), text::SHEET_MONTHLY, &columns, self.formats)?;
        let title = plan.annex_titles(Table::Monthly);
        sheet.line(title.as_deref().unwrap_or(text::SHEET_MONTHLY), Look::Title)?;
        if let Some(note) = printed::inferred_note(plan, self.items) {
            sheet.line(&note, Look::Hint)?;
        }
        sheet.head(&columns, 0)?;
        for (month, items) in printed::monthly_groups(plan, self.items) {
            // What is of several months, or of the whole year, says so in a cell of its own.
            let mut above: Option<(u32, String)> = None;
            for facts in items.iter().filter_map(|at| self.facts_of(*at)) {
                let time = printed::time(facts.item);
                let time = if time.is_empty() { month_name(month) } else { time };
                if let Some((first, said)) = above.take_if(|(_, said)| *said != time) {
                    sheet.merge_down(first, 0, &said, Look::Centred)?;
                }
                above.get_or_insert((sheet.next_row(), time.clone()));
                let mut row = vec![centred(&time)];
                row.extend(numbers.cells(facts.item, &serials).into_iter().map(words));
                row.push(centred(printed::who(plan, facts.item)));
                row.extend(own.cells(facts.item).into_iter().map(centred));
                row.push(centred(printed::standing(facts, plan.year)));
                sheet.row(row)?;
                self.steps.next().await;
            }
            if let Some((first, said)) = above {
                sheet.merge_down(first, 0, &said, Look::Centred)?;
            }
        }
        Ok(())
    }

    fn facts_of(&self, at: usize) -> Option<&Facts<'_>> {
        // The positions are in the order of the plan unless a page sorts them.
        let guess = self.facts.binary_search_by_key(&at, |facts| facts.at).ok();
        match guess {
            Some(found) => self.facts.get(found),
            None => self.facts.iter().find(|facts| facts.at == at),
        }
    }
}

/// The widths of columns that not every plan has: a tick needs less than words.
fn widths(own: &printed::Columns) -> impl Iterator<Item = Column> {
    let narrow = own.narrow();
    own.names().into_iter().enumerate().map(move |(at, name)| (name, if at < narrow { 8.0 } else { 16.0 }))
}
