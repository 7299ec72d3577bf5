//! When something is due. A month is a month, never "day 1" of it.

mod form;

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

/// Months of the year that do not all follow each other, at least two of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct MonthSet(u16);

impl MonthSet {
    /// `None` where the months are one span or none at all: [`Period::Months`] is for these.
    pub fn new(months: impl IntoIterator<Item = Month>) -> Option<MonthSet> {
        let bits = months.into_iter().fold(0_u16, |bits, month| bits | 1 << month.index());
        let span = bits >> bits.trailing_zeros().min(15);
        (span & span.wrapping_add(1) != 0).then_some(MonthSet(bits))
    }

    /// Its months in order.
    pub fn iter(self) -> impl DoubleEndedIterator<Item = Month> {
        Month::all().filter(move |month| self.contains(*month))
    }

    /// Whether a month is one of them.
    pub fn contains(self, month: Month) -> bool {
        self.0 & 1 << month.index() != 0
    }

    /// Its spans in order: first and last month of each.
    pub fn spans(self) -> Vec<(Month, Month)> {
        let mut spans: Vec<(Month, Month)> = Vec::new();
        for month in self.iter() {
            match spans.last_mut() {
                Some((_, last)) if last.next() == Some(month) => *last = month,
                _ => spans.push((month, month)),
            }
        }
        spans
    }
}

/// The time that the document gives an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(with = "form::PeriodForm"))]
#[serde(try_from = "form::PeriodForm", into = "form::PeriodForm")]
pub enum Period {
    /// One month (`first == last`) or several in a row.
    Months {
        /// First month.
        first: Month,
        /// Last month, not before `first`.
        last: Month,
    },
    /// Months with others between them: 5月、9月.
    Several(MonthSet),
    /// 全年: all year, in no month particularly.
    WholeYear,
    /// The document gives no time (empty, 适时, 待定).
    Unscheduled,
}

/// As the screen says it: `3月`, `3—6月`, `5月、9月`, 全年, 时间未定.
impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Period::Months { first, last } => span(f, first, last),
            Period::Several(months) => months.spans().into_iter().enumerate().try_for_each(|(at, one)| {
                f.write_str(if at > 0 { "、" } else { "" })?;
                span(f, one.0, one.1)
            }),
            Period::WholeYear => f.write_str("全年"),
            Period::Unscheduled => f.write_str("时间未定"),
        }
    }
}

fn span(f: &mut fmt::Formatter<'_>, first: Month, last: Month) -> fmt::Result {
    if first == last { write!(f, "{first}月") } else { write!(f, "{first}—{last}月") }
}

impl Period {
    /// A single month.
    pub fn month(month: Month) -> Period {
        Period::Months { first: month, last: month }
    }

    /// These months, in whatever order; none is [`Period::Unscheduled`].
    pub fn of(months: impl IntoIterator<Item = Month>) -> Period {
        let months: Vec<Month> = months.into_iter().collect();
        match (MonthSet::new(months.iter().copied()), months.iter().min(), months.iter().max()) {
            (Some(several), ..) => Period::Several(several),
            (None, Some(&first), Some(&last)) => Period::Months { first, last },
            (None, ..) => Period::Unscheduled,
        }
    }

    /// Whether the document places the item in this month by name; 全年 is in no month.
    pub fn covers(self, month: Month) -> bool {
        match self {
            Period::Months { first, last } => first <= month && month <= last,
            Period::Several(months) => months.contains(month),
            Period::WholeYear | Period::Unscheduled => false,
        }
    }

    /// First and last month, if there are any, whatever is between them.
    pub fn months(self) -> Option<(Month, Month)> {
        match self {
            Period::Months { first, last } => Some((first, last)),
            Period::Several(months) => months.iter().next().zip(months.iter().next_back()),
            Period::WholeYear | Period::Unscheduled => None,
        }
    }
}
