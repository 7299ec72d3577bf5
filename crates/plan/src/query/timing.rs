//! When an item is: as the plan has it, and where it was put off to. Every view asks here.

use std::fmt;

use super::catalog::Catalog;
use super::moment::AsOf;
use super::status::Status;
use crate::{Item, Month, Period};

/// When an item is. Written `3—6月`, or `3—6月→7月` once it was put off.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Timing {
    /// As the document has it.
    pub planned: Period,
    /// The month that it was put off to, if it was. It stays whatever is recorded afterwards: an item that was put off
    /// from June to July and is done in July is one of July.
    pub moved: Option<Month>,
}

impl Timing {
    /// As the plan has it, whatever was recorded.
    pub fn planned(item: &Item) -> Timing {
        Timing { planned: item.period, moved: None }
    }

    /// With a recorded status, which may put the item off.
    pub fn of(item: &Item, status: Option<Status>) -> Timing {
        let moved = match status {
            Some(Status::Postponed(to)) => Some(to),
            _ => None,
        };
        Timing { moved, ..Timing::planned(item) }
    }

    /// When it is now.
    pub fn period(self) -> Period {
        self.moved.map_or(self.planned, Period::month)
    }

    /// Whether it is in this month by name; 全年 is in no month.
    pub fn covers(self, month: Month) -> bool {
        self.period().covers(month)
    }

    /// The month in which it has to be finished, which is also that of the meetings that it goes to.
    pub fn due(self) -> Option<Month> {
        self.period().months().map(|(_, last)| last)
    }

    /// The item's time in the words of the document, with the month that it was put off to. Empty where the document
    /// says nothing and nothing was put off.
    pub fn in_words_of(self, item: &Item) -> String {
        match (item.time(), self.moved) {
            (time, None) => time,
            (time, Some(to)) if time.is_empty() => format!("{}{}", self.planned, moved_to(to)),
            (time, Some(to)) => format!("{time}{}", moved_to(to)),
        }
    }
}

impl fmt::Display for Timing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.planned.fmt(f)?;
        match self.moved {
            Some(to) => f.write_str(&moved_to(to)),
            None => Ok(()),
        }
    }
}

/// The mark behind a time that an item was put off from, e.g. →7月.
pub fn moved_to(month: Month) -> String {
    format!("→{month}月")
}

/// When every item is as long as nothing was recorded, by position.
pub fn planned(catalog: &Catalog) -> Vec<Timing> {
    catalog.plan.items.iter().map(Timing::planned).collect()
}

/// The months that an item can be put off to, seen from today: those of the plan's year that come after its own time and
/// are not over. Once the year is over this only completes the record, so every month after its own time is there.
pub fn later_months(planned: Period, today: AsOf) -> Vec<Month> {
    let after_its_own = |month: &Month| planned.months().is_none_or(|(_, last)| last < *month);
    let not_over = |month: &Month| today.month().is_none_or(|now| now <= *month);
    Month::all().filter(after_its_own).filter(not_over).collect()
}

/// The month to offer first, of those that can be chosen: the one after today's.
pub fn suggested_month(choices: &[Month], today: AsOf) -> Option<Month> {
    let ahead = |month: &&Month| today.month().is_none_or(|now| now < **month);
    choices.iter().find(ahead).or(choices.first()).copied()
}
