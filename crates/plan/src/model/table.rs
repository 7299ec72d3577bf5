//! The two tables that a plan may have, and the annexes that they stand in.

use std::ops::Range;

use super::{AnnexNote, Item, Plan};

/// A table of a plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Table {
    /// 安排表: items by category.
    Schedule,
    /// 月度任务: items by month.
    Monthly,
}

impl Table {
    /// In the order of a plan.
    pub const ALL: [Table; 2] = [Table::Schedule, Table::Monthly];

    /// The table that an item is a row of.
    pub fn of(item: &Item) -> Table {
        if item.id.is_schedule() { Table::Schedule } else { Table::Monthly }
    }
}

impl Plan {
    /// Whether any item is a row of this table.
    pub fn has_table(&self, table: Table) -> bool {
        self.items.iter().any(|item| Table::of(item) == table)
    }

    /// The annexes, by their positions from 0, whose rows stand in this table; none where the document has its table, or
    /// the sentences that it was read from, in its text. A plan with one table has the rows of all annexes in it; one
    /// with two has the first annex's in the schedule, unless the only annex is one of months or meetings.
    pub fn annexes_of(&self, table: Table) -> Range<usize> {
        let count = self.annexes.len();
        let both = Table::ALL.iter().all(|table| self.has_table(*table));
        let of_months =
            |title: &String| ["月", "会议", "议题", "议程"].iter().any(|word| title.contains(word));
        let is_monthly = count == 1 && self.annexes.iter().any(of_months);
        match (both, table) {
            (false, _) => 0..count,
            (true, Table::Schedule) if is_monthly => 0..0,
            (true, Table::Monthly) if is_monthly => 0..1,
            (true, Table::Schedule) => 0..count.min(1),
            (true, Table::Monthly) => count.min(1)..count.min(2),
        }
    }

    /// The titles of the annexes that stand in this table, as printed, with `、` between them; `None` where there is none.
    pub fn annex_titles(&self, table: Table) -> Option<String> {
        let titles = self.annexes.get(self.annexes_of(table)).unwrap_or_default();
        let titles: Vec<&str> = titles.iter().map(String::as_str).filter(|title| !title.is_empty()).collect();
        (!titles.is_empty()).then(|| titles.join("、"))
    }

    /// The notes below this table: those of its annexes, and below the last table those of all annexes without one.
    pub fn notes_of(&self, table: Table) -> impl Iterator<Item = &AnnexNote> {
        let mut tables = Table::ALL.into_iter().filter(|table| self.has_table(*table));
        let (first, last) = (tables.next(), tables.next_back());
        let of = move |note: &AnnexNote| match last {
            Some(last) if note.annex > 1 => Some(last),
            _ => first,
        };
        self.notes.iter().filter(move |note| of(note) == Some(table))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{ItemId, Month};

    fn plan(annexes: &[&str], ids: &[ItemId], notes: &[u8]) -> Plan {
        let text = include_str!("../../../../plans/nanhai-2023/plan.json");
        let mut plan = Plan::from_json(text).unwrap();
        plan.annexes = annexes.iter().map(ToString::to_string).collect();
        plan.items.truncate(ids.len());
        for (item, id) in plan.items.iter_mut().zip(ids) {
            item.id = *id;
        }
        plan.notes = notes.iter().map(|annex| AnnexNote { annex: *annex, text: annex.to_string() }).collect();
        plan
    }

    fn notes(plan: &Plan, table: Table) -> Vec<u8> {
        plan.notes_of(table).map(|note| note.annex).collect()
    }

    const ROW: ItemId = ItemId::Schedule { category: 1, no: 1 };

    fn task() -> ItemId {
        ItemId::Monthly { month: Month::all().next().unwrap(), no: 1 }
    }

    #[test]
    fn each_of_two_tables_has_an_annex_of_its_own() {
        let both = plan(&["安排表", "月度任务", "名单"], &[ROW, task()], &[1, 2, 3]);
        assert_eq!(both.annexes_of(Table::Schedule), 0..1);
        assert_eq!(both.annex_titles(Table::Monthly).as_deref(), Some("月度任务"));
        assert_eq!((notes(&both, Table::Schedule), notes(&both, Table::Monthly)), (vec![1], vec![2, 3]));
        let both = plan(&["安排表"], &[ROW, task()], &[]);
        assert_eq!(
            (both.annex_titles(Table::Schedule), both.annex_titles(Table::Monthly)),
            (Some("安排表".into()), None)
        );
    }

    #[test]
    fn one_table_alone_has_all_annexes_and_all_notes() {
        for (id, table, other) in
            [(ROW, Table::Schedule, Table::Monthly), (task(), Table::Monthly, Table::Schedule)]
        {
            let one = plan(&["立法计划", "监督计划"], &[id], &[1, 2]);
            assert_eq!(one.annex_titles(table).as_deref(), Some("立法计划、监督计划"));
            assert_eq!((notes(&one, table), notes(&one, other)), (vec![1, 2], vec![]));
            assert!(!one.has_table(other));
        }
    }

    #[test]
    fn a_table_in_the_text_is_no_annex() {
        let none = plan(&[], &[ROW, task()], &[1]);
        assert!(Table::ALL.iter().all(|table| none.annexes_of(*table).is_empty()));
        assert_eq!(notes(&none, Table::Schedule), [1]);
    }
}
