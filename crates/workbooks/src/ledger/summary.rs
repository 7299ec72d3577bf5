//! 汇总: how many items of which unit have which standing, and lie in which month.

use rust_xlsxwriter::{Chart, ChartType, Workbook};
use yaodian_plan::Month;
use yaodian_plan::names::{items_led_by_none, month_name, standing_name};
use yaodian_plan::query::{Standing, Tally, matrix};

use super::{Maker, centred, count};
use crate::look::Look;
use crate::sheet::{Column, Sheet};
use crate::{NotWritten, text};

impl Maker<'_> {
    /// Both tables, and a chart of the first one.
    pub(super) fn summary(&self, workbook: &mut Workbook) -> Result<(), NotWritten> {
        let units = &self.catalog.plan.units;
        let states = self.book.states(self.catalog, self.moment);
        let matrix = matrix(self.catalog, &states.timings, &states.standings, &self.chosen());
        let name = |at: usize| {
            units.get(at).map_or_else(|| items_led_by_none(self.catalog.plan.items.iter()), |unit| &unit.name)
        };
        let rows: Vec<_> = matrix.rows.iter().enumerate().filter(|(_, row)| row.tally.total() > 0).collect();

        let mut columns: Vec<Column> = vec![(text::COL_UNIT_NAME.to_owned(), 24.0)];
        columns.extend(Month::all().map(|month| (month_name(month), 8.0)));
        columns.push((text::ALL_YEAR.to_owned(), 12.0));
        let worksheet = workbook.add_worksheet();
        let mut sheet = Sheet::new(worksheet, text::SHEET_SUMMARY, &columns, self.formats)?;

        sheet.line(text::BY_STANDING, Look::Hint)?;
        let mut heads = vec![head(text::COL_UNIT_NAME)];
        heads.extend(Standing::COUNTED.map(|standing| head(standing_name(standing))));
        heads.push(head(text::TOTAL));
        let first = sheet.next_row();
        sheet.row(heads)?;
        let tallies = |tally: &Tally| {
            let counts = Standing::COUNTED.map(|standing| count(tally.count(standing)));
            counts.into_iter().chain([count(tally.total())]).collect::<Vec<_>>()
        };
        for (at, row) in &rows {
            sheet.row([vec![centred(name(*at))], tallies(&row.tally)].concat())?;
        }
        let last = sheet.next_row().saturating_sub(1);
        let all = Tally::of(&states.standings, self.items.iter().copied());
        sheet.row([vec![centred(text::TOTAL)], tallies(&all)].concat())?;

        sheet.line("", Look::Hint)?;
        sheet.line(text::BY_MONTH, Look::Hint)?;
        sheet.row(columns.iter().map(|(name, _)| head(name)).collect())?;
        for (at, row) in &rows {
            let cells = row.cells.iter().map(|items| count(items.len()));
            sheet.row([centred(name(*at))].into_iter().chain(cells).collect())?;
        }
        let below = sheet.next_row() + 1;
        if last > first {
            let mut chart = Chart::new(ChartType::BarStacked);
            for (column, standing) in (1..).zip(Standing::COUNTED) {
                let series = chart.add_series();
                series.set_name(standing_name(standing));
                series.set_categories((text::SHEET_SUMMARY, first + 1, 0, last, 0));
                series.set_values((text::SHEET_SUMMARY, first + 1, column, last, column));
            }
            // The first unit on top, as in the table.
            chart.y_axis().set_reverse();
            chart.title().set_name(text::BY_STANDING);
            chart.set_width(900).set_height(160 + 36 * (last - first));
            sheet.inner.set_print_fit_to_pages(1, 1);
            sheet.inner.insert_chart(below, 0, &chart)?;
        }
        Ok(())
    }
}

fn head(name: &str) -> crate::sheet::Cell {
    (crate::sheet::Value::Text(name.to_owned()), Look::Head)
}
