//! When a meeting begins.

use std::fmt;
use std::str::FromStr;

/// A time of day, to the minute. Written `09:00`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Hour {
    hour: u8,
    minute: u8,
}

impl Hour {
    /// `None` for what is no time of day.
    pub fn new(hour: u8, minute: u8) -> Option<Hour> {
        (hour < 24 && minute < 60).then_some(Hour { hour, minute })
    }

    /// Minutes since midnight.
    pub fn minutes(self) -> u16 {
        u16::from(self.hour) * 60 + u16::from(self.minute)
    }
}

impl fmt::Display for Hour {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}:{:02}", self.hour, self.minute)
    }
}

impl FromStr for Hour {
    type Err = ();

    /// `09:00`, and nothing but two digits on either side.
    fn from_str(text: &str) -> Result<Hour, ()> {
        let two = |text: &str| match text.as_bytes() {
            [b'0'..=b'9', b'0'..=b'9'] => text.parse().ok(),
            _ => None,
        };
        let (hour, minute) = text.split_once(':').ok_or(())?;
        Hour::new(two(hour).ok_or(())?, two(minute).ok_or(())?).ok_or(())
    }
}
