//! 记录: every note, oldest first.

use chrono::NaiveTime;
use rust_xlsxwriter::Workbook;
use yaodian_plan::ItemId;
use yaodian_progress::china_time;

use super::{Maker, centred, columns, words};
use crate::look::Look;
use crate::sheet::{Sheet, Value};
use crate::{NotWritten, text};

impl Maker<'_> {
    /// 记录: every note, oldest first.
    pub(super) async fn notes(&self, workbook: &mut Workbook) -> Result<(), NotWritten> {
        let columns = columns(&text::NOTE_COLUMNS);
        let mut sheet = Sheet::new(workbook.add_worksheet(), text::SHEET_NOTES, &columns, self.formats)?;
        sheet.head(&columns, 1)?;
        let of_plan = self.facts.iter().map(|facts| (facts.item.id, facts.item.title.clone()));
        let items: Vec<(ItemId, String)> = of_plan.chain(self.gone()).collect();
        let of_item = |(at, (id, _)): (usize, &(ItemId, String))| {
            self.book.item(*id).live_notes().map(|(id, text)| (id, at, text.to_owned())).collect::<Vec<_>>()
        };
        let mut notes: Vec<_> = items.iter().enumerate().flat_map(of_item).collect();
        notes.sort_by_key(|(id, at, _)| (id.created, *at));
        for (id, at, note) in notes {
            let Some((item, title)) = items.get(at) else { continue };
            let (day, (hour, minute)) = china_time(id.created.at);
            let time = NaiveTime::from_hms_opt(hour.into(), minute.into(), 0).unwrap_or_default();
            sheet.row(vec![
                centred(item.to_string()),
                words(title),
                (Value::Time(day.and_time(time)), Look::Time),
                centred(self.book.signature(id.created.by, self.catalog)),
                words(note),
            ])?;
            self.steps.next().await;
        }
        sheet.filter(0)?;
        Ok(())
    }

    /// The items that something is recorded about and that the plan does not have, with what is known of their titles.
    /// They are in no part of the plan, so only the whole ledger has them.
    fn gone(&self) -> Vec<(ItemId, String)> {
        let plan = &self.catalog.plan;
        if self.items.len() < plan.items.len() {
            return Vec::new();
        }
        let gone = self.book.items().into_iter().filter(|id| self.catalog.position(*id).is_none());
        gone.map(|id| (id, text::gone(plan.former_item(id)))).collect()
    }
}
