//! 修改记录: what was changed since the plan was put into use.

use chrono::NaiveDate;
use rust_xlsxwriter::Workbook;
use yaodian_plan::amended;

use super::{Maker, centred, columns, words};
use crate::look::Look;
use crate::sheet::{Sheet, Value};
use crate::{NotWritten, text};

impl Maker<'_> {
    /// 修改记录: what was changed since the plan was put into use, oldest first; no sheet where nothing was.
    pub(super) fn amendments(&self, workbook: &mut Workbook) -> Result<(), NotWritten> {
        let plan = &self.catalog.plan;
        if plan.amendments.is_empty() {
            return Ok(());
        }
        let columns = columns(&text::AMENDMENT_COLUMNS);
        let sheet = workbook.add_worksheet();
        let mut sheet = Sheet::new(sheet, text::SHEET_AMENDMENTS, &columns, self.formats)?;
        sheet.line(amended::RECORD, Look::Title)?;
        sheet.head(&columns, 0)?;
        for amendment in &plan.amendments {
            let day = NaiveDate::parse_from_str(&amendment.on, "%Y-%m-%d");
            sheet.row(vec![
                day.map_or_else(|_| words(&amendment.on), |day| (Value::day(day), Look::Day)),
                centred(&amendment.by),
                words(amended::place_in_words(plan, amendment)),
                centred(amendment.part.name()),
                words(&amendment.before),
                words(&amendment.after),
            ])?;
        }
        sheet.filter(1)?;
        Ok(())
    }
}
