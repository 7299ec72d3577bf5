//! When to remind the user of a backup.

use chrono::TimeDelta;

use super::ProgressBook;

/// How long changes may go without a backup before the user is reminded, in milliseconds: seven days.
const PATIENCE: i64 = TimeDelta::days(7).num_milliseconds();
const DAY: i64 = TimeDelta::days(1).num_milliseconds();

/// What is known about the backups of a plan's progress. Times are in milliseconds since 1970.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Backups {
    /// When the last one was made here; 0 if none was.
    pub last: i64,
    /// When something was first imported since then; 0 if nothing was. What others wrote may be older than the
    /// last backup, and is not in it all the same.
    pub imported: i64,
    /// How many entries were changed by imports since then.
    pub entries: i64,
    /// The time up to which the user does not want to be reminded.
    pub quiet: i64,
}

impl Backups {
    /// What is known after an import that changed some entries.
    #[must_use]
    pub fn after_import(self, changed: usize, now_ms: i64) -> Backups {
        if changed == 0 {
            return self;
        }
        let imported = if self.imported > 0 { self.imported } else { now_ms };
        let entries = self.entries.saturating_add(i64::try_from(changed).unwrap_or_default());
        Backups { imported, entries, ..self }
    }

    /// How many changes of a book are in no backup, and whether that should be said: the first of them is seven days
    /// old, and the user has not put the reminder off.
    pub fn missing(self, book: &ProgressBook, now_ms: i64) -> (usize, bool) {
        let (count, first) = book.written_after(self.last);
        let imported = (self.imported > 0).then_some(self.imported);
        let overdue = first.into_iter().chain(imported).any(|since| now_ms - since >= PATIENCE);
        let count = count.max(usize::try_from(self.entries).unwrap_or_default());
        // A reminder that was put off while the clock was wrong comes back all the same.
        let quiet = now_ms < self.quiet && self.quiet - now_ms <= DAY;
        (count, overdue && count > 0 && !quiet)
    }
}
