//! The order of writes survives every clock.

use proptest::prelude::*;
use yaodian_progress::{
    AuthorId, Clock, EntryKey, MAX_AT, NoteId, ProgressBook, SessionId, Stamp, days_until, default_steps,
};

use crate::support::{Edit as _, PLAN, by, day, item, stamp};

#[test]
fn the_clock_never_goes_back() {
    // (clock reading, time and count of the stamp)
    let day = 86_400_000;
    let readings = [
        (1_000, (1_000, 0)),
        (1_000, (1_000, 1)),
        (900, (1_000, 2)),
        (1_001, (1_001, 0)),
        (400 * day, (400 * day, 0)),
        (2_000, (400 * day, 1)),
        (i64::MIN, (400 * day, 2)),
        (i64::MAX, (MAX_AT, 0)),
        (0, (MAX_AT, 1)),
    ];
    let mut clock = Clock::new(by("ann"));
    for (now, expected) in readings {
        let stamp = clock.tick(now);
        assert_eq!((stamp.at, stamp.count), expected, "at {now}");
    }
}

#[test]
fn an_observed_stamp_is_overtaken() {
    let theirs = Stamp { at: 5_000, count: 7, by: by("zoe") };
    let mut clock = Clock::new(by("ann"));
    clock.observe(theirs, 10);
    clock.observe(stamp(1, "bob"), 10);
    let mine = clock.tick(10);
    assert!(mine > theirs);
    assert_eq!(mine.by, by("ann"));
}

#[test]
fn a_count_that_is_used_up_moves_on_to_the_next_millisecond() {
    let last = Stamp { at: 5, count: u32::MAX, by: by("a") };
    assert_eq!(Stamp::next(&last, 0, by("b")), Stamp { at: 6, count: 0, by: by("b") });
    // At the very end a stamp stays one that can be read again.
    let last = Stamp { at: MAX_AT, ..last };
    let end = Stamp::next(&last, i64::MAX, by("b"));
    assert_eq!(end.to_string().parse(), Ok(end));
}

#[test]
fn a_wrong_clock_elsewhere_does_not_move_this_one() {
    let now = 1_690_000_000_000;
    let wrong = stamp(MAX_AT, "zoe");
    let mut clock = Clock::new(by("ann"));
    clock.observe(wrong, now);
    assert_eq!(clock.tick(now), stamp(now, "ann"));

    // Its writes can still be replaced.
    let id = item("s1-1");
    let mut book = ProgressBook::new(PLAN);
    book.set_date(id, Some(day(1, 1)), wrong);
    assert_eq!(book.latest(now), None);
    assert!(book.set_date(id, Some(day(2, 2)), clock.tick(now)).is_some());
    assert_eq!(book.item(id).date(), Some(day(2, 2)));
}

#[test]
fn stamps_and_keys_are_read_as_they_are_written() {
    let stamp = Stamp { at: 1_690_000_000_000, count: 4, by: by("k3f9x2") };
    assert_eq!(stamp.to_string(), "1690000000000-4-k3f9x2");
    assert_eq!(stamp.to_string().parse(), Ok(stamp));
    let note = NoteId::new(stamp, "记录");
    assert_eq!(note.to_string().parse(), Ok(note));
    assert_ne!(note, NoteId::new(stamp, "另一条"), "two tabs may share a stamp");
    for key in [
        "item/s2-3",
        "item/m7-5",
        "session/standing_committee-7",
        "session/chairpersons-12",
        "author/a1",
        "aside",
    ] {
        let read: EntryKey = key.parse().expect(key);
        assert_eq!(read.to_string(), key);
    }
    for bad in
        ["", "item", "item/x", "session/x-1", "session/chairpersons-13", "author/", "author/a b", "asides"]
    {
        assert!(bad.parse::<EntryKey>().is_err(), "{bad}");
    }
    for bad in [
        "",
        "1-2",
        "1-2-",
        "-1-0-a",
        "4102444800001-0-a",
        "9223372036854775808-0-a",
        "1-4294967296-a",
        "1-0-a-b",
        "1-0-阿",
    ] {
        assert!(bad.parse::<Stamp>().is_err(), "{bad}");
    }
    assert!("standing_committee-0".parse::<SessionId>().is_err());
}

#[test]
fn an_author_id_is_short_ascii() {
    assert_eq!(by("0123456789abcdEF").as_str(), "0123456789abcdEF");
    for bad in ["", "0123456789abcdefg", "a-b", "甲", "a\0"] {
        assert_eq!(AuthorId::new(bad), None, "{bad:?}");
    }
}

#[test]
fn the_day_of_a_stamp_is_the_day_in_china() {
    // 2023-06-30 16:00 UTC is midnight in China.
    let midnight = 1_688_140_800_000;
    assert_eq!((stamp(midnight, "a").date(), stamp(midnight, "a").time()), (day(7, 1), (0, 0)));
    assert_eq!((stamp(midnight - 1, "a").date(), stamp(midnight - 1, "a").time()), (day(6, 30), (23, 59)));
}

#[test]
fn the_steps_of_a_meeting_have_days() {
    let dues: Vec<_> = default_steps().iter().map(|step| step.due(day(7, 27))).collect();
    assert_eq!(dues.first(), Some(&Some(day(6, 27))));
    assert_eq!(dues.last(), Some(&Some(day(9, 25))));
    assert_eq!(days_until(day(7, 27), day(7, 20)), 7);
    assert_eq!(days_until(day(7, 20), day(7, 27)), -7);
}

proptest! {
    #[test]
    fn ticks_always_rise(readings in proptest::collection::vec(any::<i64>(), 1..40)) {
        let mut clock = Clock::new(by("a"));
        let mut last = None;
        for now in readings {
            let stamp = clock.tick(now);
            prop_assert!(Some(stamp) > last);
            prop_assert_eq!(stamp.to_string().parse(), Ok(stamp));
            last = Some(stamp);
        }
    }
}
