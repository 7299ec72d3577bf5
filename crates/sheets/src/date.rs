//! Dates as Excel counts them: days since the end of 1899, or since the beginning of 1904.

use chrono::{Datelike, NaiveDate};

/// Day 0 of Excel, 30 December 1899, in days since the beginning of year 1.
const BEFORE_1900: i32 = 693_594;

/// A date and a time of day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Moment {
    pub(crate) year: u32,
    pub(crate) month: u32,
    pub(crate) day: u32,
    pub(crate) hour: u32,
    pub(crate) minute: u32,
    pub(crate) second: u32,
    /// From Sunday, 0.
    pub(crate) weekday: usize,
}

/// The moment of a number; `None` if there is no such date.
pub(crate) fn moment(value: f64, from_1904: bool) -> Option<Moment> {
    let value = if from_1904 { value + 1462.0 } else { value };
    if !(0.0..2_958_466.0).contains(&value) {
        return None;
    }
    // A second is the least that counts; halves of one come from fractions that are not exact.
    let seconds = (value * 86_400.0).round() as i64;
    let (mut days, seconds) = (seconds / 86_400, (seconds % 86_400) as u32);
    // Excel counts a 29th of February in 1900, which there was not.
    if days < 60 {
        days += 1;
    }
    let date = NaiveDate::from_num_days_from_ce_opt(i32::try_from(days).ok()? + BEFORE_1900)?;
    Some(Moment {
        year: u32::try_from(date.year()).ok()?,
        month: date.month(),
        day: date.day(),
        hour: seconds / 3600,
        minute: seconds / 60 % 60,
        second: seconds % 60,
        weekday: date.weekday().num_days_from_sunday() as usize,
    })
}

/// The number of a date that is written `2026-03-01`, with a time of day or without.
pub(crate) fn number(iso: &str) -> Option<f64> {
    let (date, time) = iso.split_once(['T', ' ']).unwrap_or((iso, ""));
    let mut parts = date.splitn(3, '-').map(|part| part.parse::<u32>().ok());
    let (year, month, day) = (parts.next()??, parts.next()??, parts.next()??);
    let year = i32::try_from(year).ok().filter(|year| (1900..10_000).contains(year))?;
    let days = NaiveDate::from_ymd_opt(year, month, day)?.num_days_from_ce() - BEFORE_1900;
    let mut clock = time.trim_end_matches('Z').splitn(3, ':').map(|part| part.parse::<f64>().unwrap_or(0.0));
    let mut next = || clock.next().unwrap_or(0.0);
    let seconds = next() * 3600.0 + next() * 60.0 + next();
    Some(f64::from(days) + seconds / 86_400.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(value: f64) -> Option<(u32, u32, u32)> {
        moment(value, false).map(|moment| (moment.year, moment.month, moment.day))
    }

    #[test]
    fn dates() {
        assert_eq!(date(1.0), Some((1900, 1, 1)));
        assert_eq!(date(59.0), Some((1900, 2, 28)));
        assert_eq!(date(61.0), Some((1900, 3, 1)));
        assert_eq!(date(46_082.0), Some((2026, 3, 1)));
        assert_eq!(date(2_958_465.0), Some((9999, 12, 31)));
        assert_eq!(date(-1.0), None);
        assert_eq!(date(f64::NAN), None);
        assert_eq!(moment(0.0, true).map(|moment| (moment.year, moment.month)), Some((1904, 1)));
        assert_eq!(moment(46_082.0, false).map(|moment| moment.weekday), Some(0));
    }

    #[test]
    fn written_dates() {
        assert_eq!(number("2026-03-01"), Some(46_082.0));
        assert_eq!(number("2026-03-01T12:00:00Z"), Some(46_082.5));
        assert_eq!(number("2026-13-01"), None);
        assert_eq!(number("2026-02-31"), None);
        assert_eq!(number(""), None);
    }
}
