//! When something is due. A month is a month, never "day 1" of it.

use std::fmt;

use serde::{Deserialize, Serialize};

/// A month of the plan's year, 1 to 12.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(try_from = "u8", into = "u8")]
pub struct Month(#[cfg_attr(feature = "schema", schemars(range(min = 1, max = 12)))] u8);

impl Month {
    /// The first.
    pub const JANUARY: Month = Month(1);
    /// The last.
    pub const DECEMBER: Month = Month(12);

    /// All twelve, in order.
    pub fn all() -> impl DoubleEndedIterator<Item = Month> + ExactSizeIterator {
        (1u8..13).map(Month)
    }

    /// `None` outside 1 to 12.
    pub fn new(number: u8) -> Option<Month> {
        (1..=12).contains(&number).then_some(Month(number))
    }

    /// 1 to 12.
    pub fn number(self) -> u8 {
        self.0
    }

    /// 0 to 11, to index arrays.
    pub fn index(self) -> usize {
        usize::from(self.0) - 1
    }

    /// The month after this one, within the year.
    pub fn next(self) -> Option<Month> {
        Month::new(self.0 + 1)
    }

    /// The month before this one, within the year.
    pub fn previous(self) -> Option<Month> {
        Month::new(self.0 - 1)
    }
}

impl TryFrom<u8> for Month {
    type Error = String;

    fn try_from(number: u8) -> Result<Month, String> {
        Month::new(number).ok_or_else(|| format!("month {number} is not in 1 to 12"))
    }
}

impl From<Month> for u8 {
    fn from(month: Month) -> u8 {
        month.0
    }
}

impl fmt::Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// The time of an item in the document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Period {
    /// One month (`first == last`) or several in a row.
    Months {
        /// First month.
        first: Month,
        /// Last month, not before `first`.
        last: Month,
    },
    /// 全年: all year, in no month particularly.
    WholeYear,
    /// The document gives no time (empty, 适时, 待定).
    Unscheduled,
}

/// As the screen says it: `3月`, `3—6月`, 全年, 时间未定.
impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Period::Months { first, last } if first == last => write!(f, "{first}月"),
            Period::Months { first, last } => write!(f, "{first}—{last}月"),
            Period::WholeYear => f.write_str("全年"),
            Period::Unscheduled => f.write_str("时间未定"),
        }
    }
}

impl Period {
    /// A single month.
    pub fn month(month: Month) -> Period {
        Period::Months { first: month, last: month }
    }

    /// Whether the document names this month or a range that contains it; 全年 covers no month.
    pub fn covers(self, month: Month) -> bool {
        matches!(self, Period::Months { first, last } if first <= month && month <= last)
    }

    /// First and last month, if there are any.
    pub fn months(self) -> Option<(Month, Month)> {
        match self {
            Period::Months { first, last } => Some((first, last)),
            Period::WholeYear | Period::Unscheduled => None,
        }
    }
}
