//! Stamps: who wrote when, a total order of all writes on all devices.

use std::cmp::Ordering;
use std::fmt;
use std::str::FromStr;

use chrono::{Datelike, NaiveDate, TimeDelta};

use super::AuthorId;
use yaodian_plan::Month;

/// The latest time that a stamp may have, the year 2100 in milliseconds since 1970. A clock that is later is wrong, and a
/// file with later stamps would push every later write there.
pub const MAX_AT: i64 = 4_102_444_800_000;

/// How many milliseconds ahead of the own clock a stamp may be before its clock counts as wrong: one day.
const AHEAD: i64 = TimeDelta::days(1).num_milliseconds();

/// When and by whom something was written. Later stamps win; the order is total.
///
/// Written `1690000000000-4-k3f9x2`: time, count, author.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Stamp {
    /// Milliseconds since 1970 in UTC, between 0 and [`MAX_AT`].
    pub at: i64,
    /// Orders the writes that a device makes within one millisecond, or while its clock runs behind.
    pub count: u32,
    /// Who wrote.
    pub by: AuthorId,
}

impl Stamp {
    /// The stamp of a first write. A time outside the possible range is clamped to it.
    pub fn first(now_ms: i64, by: AuthorId) -> Stamp {
        Stamp { at: now_ms.clamp(0, MAX_AT), count: 0, by }
    }

    /// The stamp of a write after `last`: the time of the clock if that is later, else the last time again with a higher
    /// count, so that a clock that was set back does no harm.
    pub fn next(last: &Stamp, now_ms: i64, by: AuthorId) -> Stamp {
        Stamp::first(now_ms, by).after(last)
    }

    /// This stamp or, if it is not later than `last`, the first one of this author that is.
    /// Only after the last possible stamp, which no clock reaches, there is none.
    pub fn after(self, last: &Stamp) -> Stamp {
        if self.at > last.at || (self.at == last.at && self.count > last.count) {
            return self;
        }
        match last.count.checked_add(1) {
            Some(count) => Stamp { at: last.at, count, by: self.by },
            None if last.at < MAX_AT => Stamp { at: last.at + 1, count: 0, by: self.by },
            None => Stamp { at: MAX_AT, count: u32::MAX, by: self.by },
        }
    }

    /// Whether a wrong clock must have given this stamp: the one here or the writer's.
    pub fn is_ahead_of(&self, now_ms: i64) -> bool {
        self.at > now_ms.saturating_add(AHEAD)
    }

    /// The day of the write in China's standard time.
    pub fn date(&self) -> NaiveDate {
        china_time(self.at).0
    }

    /// Year and month of the write in China's standard time.
    pub(super) fn month(&self) -> Option<(i32, Month)> {
        let date = self.date();
        Some((date.year(), u8::try_from(date.month()).ok().and_then(Month::new)?))
    }

    /// Hour and minute of the write in China's standard time.
    pub fn time(&self) -> (u8, u8) {
        china_time(self.at).1
    }
}

/// Day, hour and minute in China's standard time, which has no summer time, of a moment in milliseconds since 1970 in UTC.
pub fn china_time(at_ms: i64) -> (NaiveDate, (u8, u8)) {
    let minutes = at_ms.div_euclid(60_000).saturating_add(8 * 60);
    let (days, minutes) = (minutes.div_euclid(24 * 60), minutes.rem_euclid(24 * 60));
    // Stamps are between 1970 and 2100, so there is always such a day.
    let date = i32::try_from(days).ok().and_then(NaiveDate::from_epoch_days).unwrap_or_default();
    let small = |number: i64| u8::try_from(number).unwrap_or_default();
    (date, (small(minutes / 60), small(minutes % 60)))
}

// By hand: the derived partial order would be compiled as a second copy of the same comparison.
impl Ord for Stamp {
    fn cmp(&self, other: &Stamp) -> Ordering {
        (self.at, self.count, self.by).cmp(&(other.at, other.count, other.by))
    }
}

impl PartialOrd for Stamp {
    fn partial_cmp(&self, other: &Stamp) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl fmt::Display for Stamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}-{}", self.at, self.count, self.by)
    }
}

impl FromStr for Stamp {
    type Err = ();

    fn from_str(text: &str) -> Result<Stamp, ()> {
        let (at, rest) = text.split_once('-').ok_or(())?;
        let (count, by) = rest.split_once('-').ok_or(())?;
        let at = at.parse().map_err(|_| ())?;
        let count = count.parse().map_err(|_| ())?;
        let by = AuthorId::new(by).ok_or(())?;
        if (0..=MAX_AT).contains(&at) { Ok(Stamp { at, count, by }) } else { Err(()) }
    }
}
