//! Copies of a book converge, and no note disappears.

use proptest::prelude::*;
use yaodian_plan::query::Status;
use yaodian_progress::{Author, EntryKey, Field, ProgressBook, RecordedStatus, Value, decode};

use crate::support::{Edit as _, PLAN, book, by, day, few, item, july, notes, only, recorded, stamp};

fn merged(a: &ProgressBook, b: &ProgressBook) -> ProgressBook {
    let mut book = a.clone();
    book.merge(b);
    book
}

proptest! {
    #![proptest_config(few())]

    #[test]
    fn promise_10_merging_is_commutative_associative_and_idempotent(a in book(), b in book(), c in book()) {
        prop_assert_eq!(merged(&a, &b), merged(&b, &a));
        prop_assert_eq!(merged(&merged(&a, &b), &c), merged(&a, &merged(&b, &c)));
        prop_assert_eq!(merged(&a, &a), a.clone());
        prop_assert_eq!(merged(&merged(&a, &b), &b), merged(&a, &b));
    }

    #[test]
    fn every_register_ends_with_the_latest_write(a in book(), b in book()) {
        let both = merged(&a, &b);
        for field in a.registers().iter().chain(b.registers()).map(|register| register.field) {
            let latest = a.get(field).into_iter().chain(b.get(field)).map(|it| (it.stamp, &it.value)).max();
            prop_assert_eq!(both.get(field).map(|it| (it.stamp, &it.value)), latest);
        }
    }

    #[test]
    fn merging_names_exactly_the_entries_that_changed(a in book(), b in book()) {
        let mut both = a.clone();
        let changed = both.merge(&b);
        for key in both.entries() {
            let [mut before, mut after] = [only(&a, key), only(&both, key)];
            before.seen.clear();
            after.seen.clear();
            prop_assert_eq!(changed.contains(&key), before != after, "{}", key);
        }
    }

    #[test]
    fn the_entries_make_up_the_book(a in book()) {
        let mut again = ProgressBook::new(PLAN);
        for key in a.entries() {
            again.merge(&only(&a, key));
        }
        prop_assert_eq!(again, a);
    }
}

#[test]
fn a_deletion_reaches_the_other_copy_and_can_be_undone_there() {
    let id = item("s2-3");
    let mut mine = ProgressBook::new(PLAN);
    let added = mine.add_note(id, "已联系", stamp(1, "ann")).expect("added");
    let note = added.field.note().expect("a note");
    let mut theirs = mine.clone();

    let deleted = theirs.delete_note(id, note, stamp(2, "bob")).expect("deleted");
    mine.merge(&theirs);
    assert_eq!(notes(&mine), [""; 0]);

    theirs.revert(&deleted, stamp(3, "bob")).expect("undone");
    mine.merge(&theirs);
    assert_eq!(notes(&mine), ["已联系"]);
    assert_eq!(mine, theirs);
}

#[test]
fn two_tabs_that_share_a_stamp_keep_both_notes() {
    let id = item("s2-3");
    let [mut one, mut two] = [ProgressBook::new(PLAN), ProgressBook::new(PLAN)];
    one.add_note(id, "甲", stamp(1, "ann"));
    two.add_note(id, "乙", stamp(1, "ann"));
    one.merge(&two);
    let mut texts = notes(&one);
    texts.sort();
    assert_eq!(texts, ["乙", "甲"]);
}

#[test]
fn six_committees_files_meet_in_any_order() {
    let units = ["office", "finance", "urban", "edu", "law", "deputy"];
    let shared = item("s1-1");
    let mut base = ProgressBook::new(PLAN);
    let first = base.add_note(shared, "年初布置", stamp(1, "office")).expect("added");
    base.set_session_date(july(), Some(day(7, 27)), stamp(2, "office"));

    // Everyone notes something on the same item and on one of their own, and sets the shared status.
    let files: Vec<ProgressBook> = (10..)
        .zip(units)
        .map(|(at, unit)| {
            let mut book = base.clone();
            book.set_author(by(unit), Author { name: unit.to_owned(), unit: None }, stamp(at, unit));
            book.add_note(shared, unit, stamp(at, unit));
            book.add_note(item(&format!("m{}-1", at - 9)), unit, stamp(at, unit));
            book.set_status(shared, recorded(Status::Doing), stamp(at, unit));
            book
        })
        .collect();
    let mut files = files;
    // The urban committee finishes the shared item last, the law committee rewrites the first note.
    let done = RecordedStatus { status: Some(Status::Done), reason: "常委会已通过".to_owned() };
    files[2].set_status(shared, done.clone(), stamp(99, "urban"));
    let note = first.field.note().expect("a note");
    files[4].edit_note(shared, note, "年初布置（已更新）", stamp(50, "law"));

    let merge_all = |order: &[usize]| {
        let mut book = ProgressBook::new(PLAN);
        for at in order {
            book.merge(&files[*at]);
        }
        book
    };
    let book = merge_all(&[0, 1, 2, 3, 4, 5]);
    for order in [[5, 4, 3, 2, 1, 0], [2, 0, 4, 1, 5, 3], [3, 5, 1, 4, 0, 2]] {
        assert_eq!(merge_all(&order), book);
    }
    assert_eq!(notes(&book).len(), 13);
    assert_eq!(book.get(Field::Status(shared)).map(|it| &*it.value), Some(&Value::Status(done)));
    assert!(notes(&book).contains(&"年初布置（已更新）".to_owned()));
    assert_eq!(units.iter().filter(|unit| book.author(by(unit)).is_some()).count(), 6);
    assert!(book.entries().contains(&EntryKey::Session(july())));
}

#[test]
fn what_was_set_aside_travels_too() {
    let read = |field: &str| {
        let text = format!(r#"{{"format":"yaodian-progress","version":1,"plan":"{PLAN}","{field}":1}}"#);
        decode(text.as_bytes(), None).expect("repaired").book
    };
    let (a, b) = (read("a"), read("b"));
    let mut both = a.clone();
    assert_eq!(both.merge(&b), [EntryKey::Aside]);
    assert_eq!(both.aside.len(), 2);
    assert_eq!(both, merged(&b, &a));
    assert!(both.merge(&b).is_empty());
}
