//! Moments of the year for which standings are computed.

use chrono::{Datelike, NaiveDate};

use crate::Month;

/// The moment for which standings are computed. The order is that of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum AsOf {
    /// Before the plan's year: nothing is due yet.
    Before,
    /// Within a month of the plan's year.
    Month(Month),
    /// After the plan's year: nothing becomes late any more.
    After,
}

impl AsOf {
    /// The moment of a date, for a plan of `year`.
    pub fn of(date: NaiveDate, year: i32) -> AsOf {
        match date.year().cmp(&year) {
            std::cmp::Ordering::Less => AsOf::Before,
            std::cmp::Ordering::Greater => AsOf::After,
            std::cmp::Ordering::Equal => {
                u8::try_from(date.month()).ok().and_then(Month::new).map_or(AsOf::After, AsOf::Month)
            }
        }
    }

    /// The month, if the moment lies within the plan's year.
    pub fn month(self) -> Option<Month> {
        match self {
            AsOf::Month(month) => Some(month),
            AsOf::Before | AsOf::After => None,
        }
    }
}

/// The moment for which standings are computed, and today: records from after a moment that is over do not count there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Moment {
    /// The moment for which standings are computed.
    pub as_of: AsOf,
    /// The moment that today is.
    pub today: AsOf,
}

impl Moment {
    /// Today, with everything that was recorded.
    pub fn now(today: AsOf) -> Moment {
        Moment { as_of: today, today }
    }

    /// This moment, or the end of a month where it is later. Whoever looks back on the year at its end looks back from
    /// after it.
    pub fn not_after(self, month: Month) -> Moment {
        let as_of = if month == Month::DECEMBER { self.as_of } else { self.as_of.min(AsOf::Month(month)) };
        Moment { as_of, ..self }
    }

    /// The last day whose records count, for a plan of `year`; `None`: all of them do, as they do today and for a look
    /// ahead. So a device whose clock is ahead hides nothing from today.
    pub fn last_day(self, year: i32) -> Option<NaiveDate> {
        if self.as_of >= self.today {
            return None;
        }
        match self.as_of {
            AsOf::Before => NaiveDate::from_ymd_opt(year, 1, 1)?.pred_opt(),
            AsOf::Month(month) => match month.next() {
                Some(next) => NaiveDate::from_ymd_opt(year, u32::from(next.number()), 1)?.pred_opt(),
                None => NaiveDate::from_ymd_opt(year, 12, 31),
            },
            AsOf::After => None,
        }
    }
}

impl From<AsOf> for Moment {
    /// The moment as today.
    fn from(as_of: AsOf) -> Moment {
        Moment::now(as_of)
    }
}
