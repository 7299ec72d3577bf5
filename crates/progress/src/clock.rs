//! Stamps that always rise, from a clock that may not.

use super::{AuthorId, Stamp};

/// Hands out the stamps of one device. They always rise, whatever the device's clock does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Clock {
    by: AuthorId,
    last: Option<Stamp>,
}

impl Clock {
    /// A clock for a device.
    pub fn new(by: AuthorId) -> Clock {
        Clock { by, last: None }
    }

    /// The device.
    pub fn by(&self) -> AuthorId {
        self.by
    }

    /// Takes note of a stamp, e.g. the latest of a book that was loaded or merged, or of another tab.
    ///
    /// One that is far ahead is passed over: one wrong clock would push the stamps of every device that
    /// meets its file to the same wrong day. Nothing is lost by that, because an action writes under a
    /// later stamp than the one that it replaces in any case.
    pub fn observe(&mut self, stamp: Stamp, now_ms: i64) {
        if !stamp.is_ahead_of(now_ms) && self.last.is_none_or(|last| last < stamp) {
            self.last = Some(stamp);
        }
    }

    /// The stamp of the next write.
    pub fn tick(&mut self, now_ms: i64) -> Stamp {
        let stamp = match &self.last {
            Some(last) => Stamp::next(last, now_ms, self.by),
            None => Stamp::first(now_ms, self.by),
        };
        self.last = Some(stamp);
        stamp
    }
}
