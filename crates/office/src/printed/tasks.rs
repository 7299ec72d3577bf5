//! How the monthly tasks are numbered.

use yaodian_plan::{Item, Plan};

use super::monthly_groups;
use super::serials::{Serials, as_printed};

/// Where the numbers of the monthly tasks stand, and which.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TaskNumbers {
    /// Before the title, counted within the month.
    InTitle,
    /// In a column, likewise: a row with nothing but a task would look as if it went on with the row above.
    InColumn,
    /// In a column, as the document has them: they run on from month to month.
    RunOn,
}

impl TaskNumbers {
    /// Those of a plan, which has these serial numbers.
    pub fn of(plan: &Plan, serials: &Serials) -> TaskNumbers {
        let says_no_more = |item: &Item| {
            item.responsibility.text.is_empty() && item.remark.is_none() && item.extras.is_empty()
        };
        let all: Vec<usize> = (0..plan.items.len()).collect();
        let groups = monthly_groups(plan, &all);
        let tasks: Vec<&Item> =
            groups.iter().flat_map(|(_, items)| items).filter_map(|at| plan.items.get(*at)).collect();
        let says = |item: &Item, no: u16| as_printed(item).parse() == Ok(no);
        // After another version of the document the ids count nothing, and the usual numbers have to be said.
        let is_own = |items: &Vec<usize>| {
            let items: Vec<&Item> = items.iter().filter_map(|at| plan.items.get(*at)).collect();
            let is_usual = (1..).zip(&items).all(|(no, item)| says(item, no));
            let is_counted = items.first().is_some_and(|item| serials.are_ids(item));
            items.iter().any(|item| item.serial.is_some()) && (is_counted || !is_usual)
        };
        let has_own = groups.iter().any(|(_, items)| is_own(items));
        if has_own && (1..).zip(&tasks).all(|(no, item)| says(item, no)) {
            return TaskNumbers::RunOn;
        }
        let in_column = has_own || tasks.into_iter().any(says_no_more);
        if in_column { TaskNumbers::InColumn } else { TaskNumbers::InTitle }
    }

    /// Whether they have a column.
    pub fn in_column(self) -> bool {
        self != TaskNumbers::InTitle
    }

    /// What stands of a task in the columns of its number, if there is one, and of its title.
    pub fn cells(self, item: &Item, serials: &Serials) -> Vec<String> {
        let title = &item.title;
        match self {
            TaskNumbers::InTitle => vec![format!("{}. {title}", serials.number(item))],
            TaskNumbers::InColumn => vec![serials.number(item), title.clone()],
            TaskNumbers::RunOn => vec![as_printed(item), title.clone()],
        }
    }
}
