//! Dates as Excel counts them: days since the end of 1899, or since the beginning of 1904.

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
    // Excel believes that there was a 29th of February in 1900.
    if days < 60 {
        days += 1;
    }
    let (year, month, day) = civil(days - 25_569);
    Some(Moment {
        year: u32::try_from(year).ok()?,
        month,
        day,
        hour: seconds / 3600,
        minute: seconds / 60 % 60,
        second: seconds % 60,
        weekday: ((days + 6) % 7) as usize,
    })
}

/// The number of a date that is written `2026-03-01`, with a time of day or without.
pub(crate) fn number(iso: &str) -> Option<f64> {
    let (date, time) = iso.split_once(['T', ' ']).unwrap_or((iso, ""));
    let mut parts = date.splitn(3, '-').map(|part| part.parse::<i64>().ok());
    let (year, month, day) = (parts.next()??, parts.next()??, parts.next()??);
    let valid = (1900..10_000).contains(&year) && (1..=12).contains(&month) && (1..=31).contains(&day);
    let mut clock = time.trim_end_matches('Z').splitn(3, ':').map(|part| part.parse::<f64>().unwrap_or(0.0));
    let mut next = || clock.next().unwrap_or(0.0);
    let seconds = next() * 3600.0 + next() * 60.0 + next();
    valid.then(|| days(year, month, day) as f64 + 25_569.0 + seconds / 86_400.0)
}

/// Year, month and day of a number of days since 1970, after Howard Hinnant's `civil_from_days`.
fn civil(days: i64) -> (i64, u32, u32) {
    let shifted = days + 719_468;
    let era = shifted.div_euclid(146_097);
    let of_era = shifted.rem_euclid(146_097);
    let year_of_era = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month = (5 * of_year + 2) / 153;
    let day = (of_year - (153 * month + 2) / 5 + 1) as u32;
    let month = if month < 10 { month + 3 } else { month - 9 };
    (year_of_era + era * 400 + i64::from(month <= 2), month as u32, day)
}

/// The number of days since 1970 of a date.
fn days(year: i64, month: i64, day: i64) -> i64 {
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let of_era = year.rem_euclid(400);
    let of_year = (153 * (if month > 2 { month - 3 } else { month + 9 }) + 2) / 5 + day - 1;
    era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468
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
        assert_eq!(number(""), None);
    }
}
