//! When a backup is asked for.

use yaodian_progress::{Backups, ProgressBook};

use crate::support::{Edit as _, PLAN, item, stamp};

const DAY: i64 = 86_400_000;
const START: i64 = 1_690_000_000_000;

fn book(days: &[i64]) -> ProgressBook {
    let mut book = ProgressBook::new(PLAN);
    for day in days {
        book.add_note(item("s1-1"), &format!("第 {day} 天"), stamp(START + day * DAY, "ann"));
    }
    book
}

#[test]
fn promise_14_changes_of_seven_days_without_a_backup_are_said() {
    let (book, never) = (book(&[0, 3]), Backups::default());
    assert_eq!(never.missing(&ProgressBook::new(PLAN), START), (0, false));
    assert_eq!(never.missing(&book, START + 7 * DAY - 1), (2, false));
    assert_eq!(never.missing(&book, START + 7 * DAY), (2, true));
    // What was written before the backup is in it.
    let backed_up = Backups { last: START + DAY, ..never };
    assert_eq!(backed_up.missing(&book, START + 9 * DAY), (1, false));
    assert_eq!(backed_up.missing(&book, START + 10 * DAY), (1, true));
    let all = Backups { last: START + 4 * DAY, ..never };
    assert_eq!(all.missing(&book, START + 99 * DAY), (0, false));
}

#[test]
fn promise_14_what_was_imported_counts_from_its_import() {
    // What others wrote is older than the backup.
    let (book, known) = (book(&[0]), Backups { last: START + DAY, ..Backups::default() });
    assert_eq!(known.after_import(0, START + 2 * DAY), known, "an import that brings nothing");
    let imported = known.after_import(3, START + 2 * DAY);
    assert_eq!(imported.missing(&book, START + 8 * DAY), (3, false));
    assert_eq!(imported.missing(&book, START + 9 * DAY), (3, true));
    // A second import does not begin the seven days anew.
    let twice = imported.after_import(2, START + 8 * DAY);
    assert_eq!(twice.missing(&book, START + 9 * DAY), (5, true));
}

#[test]
fn promise_14_a_reminder_is_put_off_for_a_day_at_most() {
    let book = book(&[0]);
    let now = START + 8 * DAY;
    let quiet = |until| Backups { quiet: until, ..Backups::default() }.missing(&book, now).1;
    assert!(quiet(0) && quiet(now));
    assert!(!quiet(now + 1) && !quiet(now + DAY));
    // The clock was wrong when it was put off.
    assert!(quiet(now + DAY + 1));
}
