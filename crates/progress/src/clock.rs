//! Stamps that always rise, from a clock that may be set back.

use super::{AuthorId, Stamp};

/// Makes the stamps of one device. They always rise, whatever the device's clock does.
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

    /// Makes later stamps greater than this one, e.g. the latest of a book that was loaded or merged, or of another tab.
    ///
    /// A stamp that is far ahead is ignored: one wrong clock would push the stamps of every device that reads its file to
    /// the same wrong day. Nothing is lost by that, because a write always gets a later stamp than the one that it
    /// replaces.
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
