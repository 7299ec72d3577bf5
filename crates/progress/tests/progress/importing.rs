//! An import says what it would change before it does, and asks where it cannot know.

use proptest::prelude::*;
use yaodian_plan::query::Status;
use yaodian_progress::{
    Author, Choice, Counts, Field, FileHead, ProgressBook, Value, count_lost_notes, decode, encode,
    merge_shown, preview,
};

use crate::support::{Edit as _, PLAN, book, by, catalog, day, few, item, july, notes, recorded, stamp};

/// A book that both sides have, with one note.
fn base() -> (ProgressBook, Field) {
    let mut book = ProgressBook::new(PLAN);
    book.set_author(by("ann"), Author { name: "安".to_owned(), unit: None }, stamp(1, "ann"));
    let added = book.add_note(item("s1-1"), "原文", stamp(2, "ann")).expect("added");
    (book, added.field)
}

fn edit(book: &mut ProgressBook, field: Field, text: &str, at: i64, who: &str) {
    let value = Some(text.to_owned()).filter(|text| !text.is_empty());
    book.set(field, Value::Note(value), stamp(at, who));
}

#[test]
fn promise_03_an_empty_book_takes_nothing_away() {
    let (mut book, _) = base();
    let before = book.clone();
    let empty = ProgressBook::new(PLAN);
    assert!(book.merge(&empty).is_empty());
    assert_eq!(book, before);
    // Only replacing would, and that is said.
    assert_eq!(count_lost_notes(&book, &empty), 1);
    assert!(empty.is_empty() && !book.is_empty());
}

#[test]
fn promise_04_a_sudden_shrink_is_noticed() {
    let mut mine = ProgressBook::new(PLAN);
    for at in 0..12 {
        mine.add_note(item("s1-1"), &format!("记录{at}"), stamp(at, "ann"));
    }
    let mut theirs = ProgressBook::new(PLAN);
    for at in 0..2 {
        theirs.add_note(item("s1-1"), &format!("记录{at}"), stamp(at, "ann"));
    }
    let preview = preview(&mine, &theirs, catalog());
    assert_eq!((count_lost_notes(&mine, &theirs), preview.same), (10, 2));
    assert_eq!(preview.counts, Counts::default());
    assert_eq!(count_lost_notes(&theirs, &mine), 0);
}

#[test]
fn promise_04_what_counts_as_lost() {
    // (text here and when, text there and when, lost); an empty text is a deleted note.
    let cases = [
        (("新", 9), ("原文", 2), 1),
        (("原文", 2), ("新", 9), 0),
        (("原文", 2), ("", 9), 1),
        (("", 9), ("原文", 2), 0),
        (("", 9), ("", 9), 0),
        (("新", 9), ("新", 5), 0),
    ];
    for ((here, here_at), (there, there_at), expected) in cases {
        let (book, field) = base();
        let (mut mine, mut theirs) = (book.clone(), book);
        edit(&mut mine, field, here, here_at, "ann");
        edit(&mut theirs, field, there, there_at, "bob");
        assert_eq!(count_lost_notes(&mine, &theirs), expected, "{here} {there}");
    }
}

#[test]
fn a_preview_sorts_what_would_come() {
    let catalog = catalog();
    let (mut mine, note) = base();
    let mut theirs = mine.clone();
    // Only theirs.
    theirs.set_status(item("m7-1"), recorded(Status::Done), stamp(5, "bob"));
    theirs.add_note(item("m7-1"), "完成", stamp(5, "bob"));
    theirs.set_date(item("s9-99"), Some(day(1, 2)), stamp(5, "bob"));
    theirs.set_session_date(july(), Some(day(7, 27)), stamp(5, "bob"));
    let dropped = theirs.add_note(item("m7-1"), "作废", stamp(6, "bob")).expect("added");
    edit(&mut theirs, dropped.field, "", 7, "bob");
    // Both, apart: the same to different values, the same to the same value, and an edit after what was known.
    mine.set_status(item("s1-2"), recorded(Status::Doing), stamp(8, "ann"));
    theirs.set_status(item("s1-2"), recorded(Status::Done), stamp(7, "bob"));
    mine.set_date(item("s1-2"), Some(day(9, 1)), stamp(8, "ann"));
    theirs.set_date(item("s1-2"), Some(day(9, 1)), stamp(7, "bob"));
    edit(&mut theirs, note, "改过", 9, "bob");

    let preview = preview(&mine, &theirs, catalog);
    assert_eq!(preview.new.len(), 5);
    assert!(preview.new.iter().all(|it| it.mine.is_none()));
    let newer = &preview.newer[..];
    assert_eq!(newer.len(), 1);
    assert_eq!((newer[0].field, newer[0].theirs.value.to_string()), (note, "改过".to_owned()));
    assert_eq!(preview.older, []);
    let [conflict] = &preview.conflicts[..] else { panic!("one conflict: {:?}", preview.conflicts) };
    assert_eq!(conflict.field, Field::Status(item("s1-2")));
    let names = (conflict.mine.author_name.as_str(), conflict.theirs.author_name.as_str());
    assert_eq!(names, ("安", "未署名（设备 bob）"));
    assert_eq!(
        (conflict.mine.value.to_string(), conflict.theirs.value.to_string()),
        ("进行中".to_owned(), "已完成".to_owned())
    );
    assert_eq!(preview.same, 2);
    assert_eq!(preview.unknown, [item("s9-99")]);
    let counts = Counts {
        items: 3,
        sessions: 1,
        statuses: 1,
        dates: 1,
        notes_added: 1,
        notes_edited: 1,
        notes_deleted: 0,
    };
    assert_eq!(preview.counts, counts);

    // Seen from the other side, the sequel is older, and the conflict is one, too.
    let back = yaodian_progress::preview(&theirs, &mine, catalog);
    assert_eq!((back.new.len(), back.newer.len(), back.older.len()), (0, 0, 1));
    assert_eq!((&back.conflicts[0].mine, &back.conflicts[0].theirs), (&conflict.theirs, &conflict.mine));
}

#[test]
fn a_sequel_is_no_conflict_but_a_deletion_apart_is_one() {
    let (base, note) = base();
    let mut theirs = base.clone();
    edit(&mut theirs, note, "", 9, "bob");
    let preview_of = |mine: &ProgressBook| preview(mine, &theirs, catalog());
    let sequel = preview_of(&base);
    assert_eq!((sequel.newer.len(), sequel.conflicts.len(), sequel.counts.notes_deleted), (1, 0, 1));
    let mut mine = base.clone();
    edit(&mut mine, note, "我改过", 8, "cid");
    let apart = preview_of(&mine);
    assert_eq!((apart.newer.len(), apart.conflicts.len()), (0, 1));
}

#[test]
fn a_reply_is_no_conflict_even_when_it_covers_what_it_replies_to() {
    let id = item("s1-1");
    let mut committee = ProgressBook::new(PLAN);
    committee.set_status(id, recorded(Status::Doing), stamp(5, "bob"));
    let mut office = ProgressBook::new(PLAN);
    office.merge(&committee);
    office.set_status(id, recorded(Status::Done), stamp(6, "ann"));
    // The way through a file keeps what was seen.
    let file = encode(&office, &FileHead::default());
    let office = decode(file.as_bytes(), Some(PLAN)).expect("ours").book;
    let reply = preview(&committee, &office, catalog());
    assert_eq!((reply.newer.len(), reply.conflicts.len()), (1, 0));
}

#[test]
fn choices_settle_conflicts_for_everyone() {
    for (choice, expected, author) in [
        (Choice::Theirs, vec!["他改的"], "bob"),
        (Choice::Mine, vec!["我改的"], "cid"),
        (Choice::Both, vec!["我改的", "他改的"], "cid"),
    ] {
        let (base, note) = base();
        let (mut mine, mut theirs) = (base.clone(), base);
        edit(&mut mine, note, "我改的", 8, "cid");
        edit(&mut theirs, note, "他改的", 9, "bob");
        let shown = preview(&mine, &theirs, catalog());
        let changed = merge_shown(&mut mine, &theirs, &shown, &[(note, choice)], catalog(), stamp(3, "cid"))
            .expect("merged");
        assert!(changed.contains(&note.entry()));
        assert_eq!(notes(&mine), expected, "{choice:?}");
        assert_eq!(mine.get(note).map(|it| it.authored().by), Some(by(author)));
        // Nobody is asked again, not even somebody who only had one of the two.
        // Whatever was chosen, nothing of the file is missing now.
        assert_eq!(mine.clone().merge(&theirs), [], "{choice:?}");
        let again = preview(&theirs, &mine, catalog());
        assert_eq!((again.conflicts.len(), again.older.len()), (0, 0), "{choice:?}");
        // The other side gets the same, even though it was later and this clock is behind.
        theirs.merge(&mine);
        assert_eq!(theirs, mine);
    }
}

proptest! {
    #![proptest_config(few())]

    #[test]
    fn a_preview_counts_every_register_once(a in book(), b in book()) {
        let catalog = catalog();
        let p = preview(&a, &b, catalog);
        prop_assert_eq!(
            p.new.len() + p.newer.len() + p.older.len() + p.same + p.conflicts.len(),
            b.registers().len()
        );
        // Without a choice none of the conflicts is settled; what is shown beside them is what merging does.
        let mut merged = a.clone();
        merged.merge(&b);
        for it in p.new.iter().chain(&p.newer) {
            prop_assert_eq!(merged.get(it.field).map(|it| &it.value), Some(&it.theirs.value));
        }
        for it in &p.older {
            prop_assert_eq!(merged.get(it.field).map(|it| &it.value), it.mine.as_ref().map(|it| &it.value));
        }
    }

    #[test]
    fn promise_04_merging_loses_only_what_was_deleted_later(a in book(), b in book()) {
        let mut merged = a.clone();
        merged.merge(&b);
        let deleted = preview(&a, &b, catalog()).counts.notes_deleted;
        prop_assert!(merged.note_count() + deleted >= a.note_count());
        for register in a.registers().iter().chain(b.registers()) {
            prop_assert!(merged.get(register.field).is_some());
        }
    }

    #[test]
    fn promise_06_a_restore_point_is_byte_equal(a in book(), b in book()) {
        let point = encode(&a, &FileHead::default());
        let mut book = a;
        book.merge(&b);
        let restored = decode(point.as_bytes(), Some(PLAN)).expect("ours").book;
        prop_assert_eq!(encode(&restored, &FileHead::default()), point);
    }
}
