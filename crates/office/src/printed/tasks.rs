//! How the monthly tasks are numbered.

use yaodian_plan::{Item, Plan};

use super::{monthly_groups, serial};

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
    /// Those of a plan.
    pub fn of(plan: &Plan) -> TaskNumbers {
        let says_no_more = |item: &Item| {
            item.responsibility.text.is_empty() && item.remark.is_none() && item.extras.is_empty()
        };
        let all: Vec<usize> = (0..plan.items.len()).collect();
        let groups = monthly_groups(plan, &all);
        let tasks: Vec<&Item> =
            groups.iter().flat_map(|(_, items)| items).filter_map(|at| plan.items.get(*at)).collect();
        let has_own = tasks.iter().any(|item| item.serial.is_some());
        if has_own && (1..).zip(&tasks).all(|(no, item)| serial(item).parse() == Ok(no)) {
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
    pub fn cells(self, item: &Item) -> Vec<String> {
        let no = item.id.no();
        match self {
            TaskNumbers::InTitle => vec![format!("{no}. {}", item.title)],
            TaskNumbers::InColumn => vec![no.to_string(), item.title.clone()],
            TaskNumbers::RunOn => vec![serial(item), item.title.clone()],
        }
    }
}
