//! iCalendar (RFC 5545), for calendar programs.

use chrono::{DateTime, Datelike, NaiveDate, Timelike};

use super::plain::plain_text;
use yaodian_progress::{Hour, MAX_AT};

/// The longest line, in bytes, without its end.
const WIDTH: usize = 75;

/// A calendar under construction.
pub struct Ics(String);

/// Whole days, one or several in a row.
#[derive(Clone, Copy)]
pub struct Days {
    start: NaiveDate,
    /// The day after the last.
    end: NaiveDate,
}

impl Days {
    /// One day; `None` if its year has more than four digits.
    pub fn one(day: NaiveDate) -> Option<Days> {
        Days::until(day, day.succ_opt()?)
    }

    /// From a day to the day before another.
    pub fn until(start: NaiveDate, end: NaiveDate) -> Option<Days> {
        let writable = start.year() >= 1 && end.year() <= 9999;
        writable.then_some(Days { start, end })
    }
}

/// When something is.
#[derive(Clone, Copy)]
pub enum When {
    /// On whole days.
    Days(Days),
    /// From a time of day on in China's standard time. When it ends is not known.
    At(NaiveDate, Hour),
}

/// An event.
pub struct Event {
    /// Its identity, the same in every export, so that a calendar that has the event already updates it.
    pub uid: String,
    /// When it is.
    pub when: When,
    /// Its title.
    pub summary: String,
    /// Its place; may be empty.
    pub place: String,
    /// Its description; may have several lines.
    pub description: String,
    /// Whether it is cancelled.
    pub cancelled: bool,
}

impl Ics {
    /// A calendar without events. Programs add one with a name as a calendar of its own.
    pub fn new(name: Option<&str>) -> Ics {
        let mut ics = Ics(String::new());
        ics.lines(&[
            "BEGIN:VCALENDAR",
            "VERSION:2.0",
            "PRODID:-//yaodian//yaodian//ZH",
            "CALSCALE:GREGORIAN",
        ]);
        if let Some(name) = name {
            ics.text("X-WR-CALNAME", name);
        }
        ics
    }

    /// Adds an event, as of a moment in milliseconds since 1970 in UTC.
    pub fn event(&mut self, event: &Event, now_ms: i64) {
        self.lines(&["BEGIN:VEVENT"]);
        self.text("UID", &event.uid);
        self.line(&format!("DTSTAMP:{}", moment(now_ms)));
        // Calendars that have the event take the one with the higher number: the later file, even if the book in it was
        // restored to an older state.
        self.line(&format!("SEQUENCE:{}", minutes(now_ms)));
        match event.when {
            When::Days(days) => {
                self.line(&format!("DTSTART;VALUE=DATE:{}", day(days.start)));
                self.line(&format!("DTEND;VALUE=DATE:{}", day(days.end)));
            }
            When::At(date, hour) => self.line(&format!("DTSTART:{}", begins(date, hour))),
        }
        self.text("SUMMARY", &event.summary);
        if !event.place.is_empty() {
            self.text("LOCATION", &event.place);
        }
        self.text("DESCRIPTION", &event.description);
        // An event of a whole day or month must not mark its reader as busy.
        self.lines(&["TRANSP:TRANSPARENT"]);
        self.lines(&[if event.cancelled { "STATUS:CANCELLED" } else { "STATUS:CONFIRMED" }, "END:VEVENT"]);
    }

    /// The finished calendar.
    pub fn finish(mut self) -> String {
        self.lines(&["END:VCALENDAR"]);
        self.0
    }

    fn lines(&mut self, lines: &[&str]) {
        for line in lines {
            self.line(line);
        }
    }

    /// A property whose value is text.
    fn text(&mut self, name: &str, value: &str) {
        let mut line = format!("{name}:");
        for char in plain_text(value).chars() {
            match char {
                '\n' => line.push_str("\\n"),
                '\\' | ';' | ',' => line.extend(['\\', char]),
                char => line.push(char),
            }
        }
        self.line(&line);
    }

    /// A line, folded between characters, never within one.
    fn line(&mut self, line: &str) {
        let mut width = 0;
        for char in line.chars() {
            width += char.len_utf8();
            if width > WIDTH {
                self.0.push_str("\r\n ");
                width = 1 + char.len_utf8();
            }
            self.0.push(char);
        }
        self.0.push_str("\r\n");
    }
}

fn day(date: NaiveDate) -> String {
    format!("{:04}{:02}{:02}", date.year(), date.month(), date.day())
}

/// `20230703T060500Z`. A time outside the possible range is clamped to it.
fn moment(at_ms: i64) -> String {
    let moment = DateTime::from_timestamp_millis(at_ms.clamp(0, MAX_AT)).unwrap_or_default();
    let date = day(moment.date_naive());
    format!("{date}T{:02}{:02}{:02}Z", moment.hour(), moment.minute(), moment.second())
}

/// The same for a time of day in China, whose clocks are eight hours ahead and never change.
fn begins(date: NaiveDate, hour: Hour) -> String {
    const AHEAD: u16 = 8 * 60;
    let (date, minutes) = match hour.minutes().checked_sub(AHEAD) {
        Some(minutes) => (date, minutes),
        None => (date.pred_opt().unwrap_or(date), hour.minutes() + 24 * 60 - AHEAD),
    };
    format!("{}T{:02}{:02}00Z", day(date), minutes / 60, minutes % 60)
}

/// Minutes since 1970, as a sequence number of 32 bits.
fn minutes(at_ms: i64) -> i64 {
    at_ms.clamp(0, MAX_AT) / 60_000
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folded(value: &str) -> String {
        let mut ics = Ics(String::new());
        ics.text("SUMMARY", value);
        ics.0
    }

    #[test]
    fn promise_26_text_is_escaped() {
        for (text, expected) in [
            ("决算", "SUMMARY:决算\r\n"),
            ("a\\b;c,d", "SUMMARY:a\\\\b\\;c\\,d\r\n"),
            ("一\n二\r\n三\r四\u{2029}五", "SUMMARY:一\\n二\\n三\\n四\\n五\r\n"),
            ("a\u{0}b\u{1b}c\u{7f}\td", "SUMMARY:abc d\r\n"),
            ("x\r\nEND:VCALENDAR", "SUMMARY:x\\nEND:VCALENDAR\r\n"),
            ("\"a\":b", "SUMMARY:\"a\":b\r\n"),
        ] {
            assert_eq!(folded(text), expected, "{text:?}");
        }
    }

    #[test]
    fn promise_26_lines_are_folded_at_75_bytes_and_never_within_a_character() {
        // `SUMMARY:` and this many bytes of Latin; then a character of one to four bytes, and one more.
        for fill in 60..72 {
            for char in ["a", "é", "决", "🇨", "👩‍👩‍👧", ";"] {
                let text = format!("{}{char}{char}", "x".repeat(fill));
                let written = folded(&text);
                for line in written.split_terminator("\r\n") {
                    assert!(line.len() <= WIDTH, "{line:?}");
                }
                let unfolded = written.replace("\r\n ", "");
                assert_eq!(unfolded, format!("SUMMARY:{}\r\n", text.replace(';', "\\;")));
            }
        }
        assert_eq!(folded(&"x".repeat(67)).matches("\r\n").count(), 1);
        assert_eq!(folded(&"x".repeat(68)), format!("SUMMARY:{}\r\n x\r\n", "x".repeat(67)));
    }

    #[test]
    fn moments_are_written_in_utc() {
        for (at, expected) in [
            (0, "19700101T000000Z"),
            (1_688_364_300_999, "20230703T060500Z"),
            (4_102_444_799_000, "20991231T235959Z"),
            (i64::MIN, "19700101T000000Z"),
            (i64::MAX, "21000101T000000Z"),
        ] {
            assert_eq!(moment(at), expected);
        }
        assert!(minutes(i64::MAX) < i64::from(i32::MAX) && minutes(-1) == 0);
    }
}
