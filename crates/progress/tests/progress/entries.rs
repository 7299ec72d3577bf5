//! What is stored comes back, and two pages' texts become one.

use yaodian_plan::query::Status;
use yaodian_plan::{ItemId, Month};
use yaodian_progress::{
    Draft, Field, NoteId, ProgressBook, RecordedStatus, Step, Stored, default_steps, draft_of_item,
    draft_of_note, draft_of_status, encode_entry, is_draft, merge_stored, read_entries, read_entry,
};

use crate::support::{Edit as _, july, recorded, stamp};

/// What two open pages make of two texts, of which they do not know what both were made from.
fn merge(key: &str, older: &str, newer: &str) -> String {
    merge_stored(Stored { key, base: None, older: Some(older), newer: Some(newer) }, true)
        .expect("not deleted")
}

/// The same where they do.
fn merge_from(key: &str, base: &str, older: &str, newer: &str) -> String {
    let base = Some((!base.is_empty()).then_some(base));
    merge_stored(Stored { key, base, older: Some(older), newer: Some(newer) }, true).expect("not deleted")
}

const ITEM: ItemId = ItemId::Monthly { month: Month::JANUARY, no: 1 };

fn stored(book: &ProgressBook) -> Vec<(String, String)> {
    book.entries().into_iter().map(|key| (key.to_string(), encode_entry(book, key))).collect()
}

#[test]
fn a_book_comes_back_from_its_entries_and_drafts_are_left_out() {
    let mut book = ProgressBook::new("p");
    book.add_note(ITEM, "第一条\n“记录”\u{2028}😀", stamp(1, "a"));
    let mut all = stored(&book);
    all.push(("draft/m1-1".into(), "还没有写完".into()));
    assert_eq!(read_entries("p", &all).0, book);
}

#[test]
fn two_pages_notes_on_one_item_are_both_kept_whichever_comes_first() {
    let (mut one, mut two) = (ProgressBook::new("p"), ProgressBook::new("p"));
    one.add_note(ITEM, "甲", stamp(1, "a"));
    two.add_note(ITEM, "乙", stamp(1, "a"));
    let [one, two] = [one, two].map(|book| stored(&book).remove(0));
    let merged = merge(&one.0, &one.1, &two.1);
    assert_eq!(merged, merge(&one.0, &two.1, &one.1));
    let book = read_entries("p", &[(one.0.clone(), merged.clone())]).0;
    assert_eq!(book.note_count(), 2);
    assert_eq!(merge(&one.0, &merged, &one.1), merged, "merging a part again changes nothing");
    assert_ne!(NoteId::new(stamp(1, "a"), "甲"), NoteId::new(stamp(1, "a"), "乙"));
}

#[test]
fn two_drafts_become_one_that_holds_both() {
    let key = &draft_of_item(ITEM);
    assert_eq!(merge(key, "甲", "甲乙"), "甲乙");
    assert_eq!(merge(key, "甲乙", "乙"), "甲乙");
    assert_eq!(merge(key, "甲", "乙"), "甲\n乙");
    assert_eq!(merge_from(key, "甲", "甲乙", "甲丙"), "甲乙\n丙", "what both know stands there once");
    assert_eq!(merge_from(key, "", "甲", "乙"), "甲\n乙");
    // One page has saved it as a note, and the other one has typed on.
    let saved = |older, newer| merge_stored(Stored { key, base: Some(Some("甲")), older, newer }, true);
    assert_eq!(saved(None, Some("甲乙")).as_deref(), Some("乙"));
    assert_eq!(saved(Some("甲乙"), None).as_deref(), Some("乙"));
    assert_eq!(saved(Some("甲"), None), None);
}

#[test]
fn the_draft_of_a_change_says_what_was_changed() {
    let draft = |initial: &str, text: &str| Draft { initial: initial.to_owned(), text: text.to_owned() };
    for case in [draft("", "甲"), draft("原文", "甲"), draft("原文", "")] {
        let stored = case.encode().expect("something was typed");
        assert_eq!(Draft::decode(&stored), case);
    }
    assert_eq!(draft("原文", "原文").encode(), None);
    assert_eq!(draft("", "").encode(), None);
    let key = &draft_of_note(ITEM, NoteId::new(stamp(1, "a"), "甲"));
    let [older, newer] =
        [draft("原文", "原文，甲"), draft("原文", "原文，乙")].map(|it| it.encode().expect("typed"));
    let merged = Draft::decode(&merge(key, &older, &newer));
    assert_eq!(merged, draft("原文", "原文，甲\n，乙"));
}

/// A note that two pages have, and what each makes of it; what is stored then, by both ways of merging.
fn meeting(change: [fn(&mut ProgressBook, NoteId); 2]) -> (ProgressBook, String, [String; 2]) {
    let mut base = ProgressBook::new("p");
    let Some(Field::Note(_, note)) = base.add_note(ITEM, "原文", stamp(1, "a")).map(|change| change.field)
    else {
        panic!("a note")
    };
    let [one, two] = change.map(|change| {
        let mut book = base.clone();
        change(&mut book, note);
        stored(&book).remove(0)
    });
    let merged = merge(&one.0, &one.1, &two.1);
    assert_eq!(merged, merge(&one.0, &two.1, &one.1), "both pages come to the same");
    (read_entries("p", &[(one.0, merged.clone())]).0, merged, [one.1, two.1])
}

fn texts(book: &ProgressBook) -> Vec<&str> {
    book.item(ITEM).live_notes().map(|(_, text)| text).collect()
}

#[test]
fn promise_10_two_pages_change_the_same_note_and_both_texts_are_kept() {
    let (book, merged, parts) = meeting([
        |book, note| drop(book.edit_note(ITEM, note, "甲改的", stamp(2, "a"))),
        |book, note| drop(book.edit_note(ITEM, note, "乙改的", stamp(3, "a"))),
    ]);
    assert_eq!(texts(&book), ["乙改的", "甲改的"]);
    for part in parts {
        assert_eq!(merge("item/m1-1", &part, &merged), merged, "a part adds nothing");
    }
}

#[test]
fn promise_10_what_one_page_changed_outlives_what_the_other_deleted() {
    let (book, ..) = meeting([
        |book, note| drop(book.edit_note(ITEM, note, "甲改的", stamp(2, "a"))),
        |book, note| drop(book.delete_note(ITEM, note, stamp(3, "a"))),
    ]);
    assert_eq!(texts(&book), ["甲改的"]);
}

#[test]
fn the_first_text_of_a_note_is_not_kept_beside_what_it_was_changed_to() {
    let (book, ..) = meeting([
        |book, note| drop(book.edit_note(ITEM, note, "甲改的", stamp(2, "a"))),
        |book, _| drop(book.add_note(ITEM, "乙", stamp(3, "a"))),
    ]);
    assert_eq!(texts(&book), ["甲改的", "乙"]);
    let (book, ..) = meeting([
        |book, note| drop(book.delete_note(ITEM, note, stamp(2, "a"))),
        |book, _| drop(book.add_note(ITEM, "乙", stamp(3, "a"))),
    ]);
    assert_eq!(texts(&book), ["乙"]);
}

/// What two pages make of a book that both know; what is stored then, whichever comes first.
fn meet(base: &ProgressBook, change: [&dyn Fn(&mut ProgressBook); 2]) -> ProgressBook {
    let [one, two] = change.map(|change| {
        let mut book = base.clone();
        change(&mut book);
        stored(&book).remove(0)
    });
    let base = stored(base).first().map(|(_, text)| text.clone()).unwrap_or_default();
    let merged = merge_from(&one.0, &base, &one.1, &two.1);
    assert_eq!(merged, merge_from(&one.0, &base, &two.1, &one.1), "both pages come to the same");
    for part in [&one.1, &two.1] {
        assert_eq!(merge_from(&one.0, &base, part, &merged), merged, "a part adds nothing");
    }
    read_entries("p", &[(one.0, merged)]).0
}

#[test]
fn promise_10_two_pages_fill_the_same_field_of_a_meeting_and_both_texts_are_kept() {
    let empty = ProgressBook::new("p");
    let book = meet(
        &empty,
        [&|book| drop(book.set_session_name(july(), "第十一次会议", stamp(1, "a"))), &|book| {
            drop(book.set_session_name(july(), "第十二次会议", stamp(2, "a")))
        }],
    );
    assert_eq!(book.session(july()).name(), "第十一次会议；第十二次会议");
    // Different fields are none of each other's business, and what was not heard of yet is no second text.
    let mut named = ProgressBook::new("p");
    named.set_session_name(july(), "第十二次会议", stamp(2, "a"));
    let book = meet(
        &named,
        [
            &|book| drop(book.set_session_name(july(), "第十二次会议（扩大）", stamp(3, "a"))),
            &|book| drop(book.set_session_place(july(), "三楼", stamp(4, "a"))),
        ],
    );
    let session = book.session(july());
    assert_eq!((session.name(), session.place()), ("第十二次会议（扩大）", "三楼"));
}

#[test]
fn promise_10_the_status_of_one_page_and_the_reason_of_the_other_are_both_kept() {
    let mut base = ProgressBook::new("p");
    base.set_status(ITEM, recorded(Status::Doing), stamp(1, "a"));
    let because = |status, reason: &str| RecordedStatus { status: Some(status), reason: reason.to_owned() };
    let book = meet(
        &base,
        [
            &|book| drop(book.set_status(ITEM, because(Status::Doing, "等待批复"), stamp(2, "a"))),
            &|book| drop(book.set_status(ITEM, recorded(Status::Done), stamp(3, "a"))),
        ],
    );
    assert_eq!(book.item(ITEM).recorded(), Some(&because(Status::Done, "等待批复")));
}

#[test]
fn promise_10_two_pages_rename_steps_and_all_names_are_kept() {
    let renamed = |at: usize, name: &str| {
        let mut steps = default_steps();
        steps[at].name = name.to_owned();
        steps
    };
    let names = |book: &ProgressBook| {
        book.session(july()).steps().into_iter().map(|step| step.name).collect::<Vec<_>>()
    };
    let empty = ProgressBook::new("p");
    let meet_steps = |one: Vec<Step>, two: Vec<Step>| {
        let book = meet(
            &empty,
            [&|book| drop(book.set_session_steps(july(), Some(one.clone()), stamp(1, "a"))), &|book| {
                drop(book.set_session_steps(july(), Some(two.clone()), stamp(2, "a")))
            }],
        );
        names(&book)
    };
    let both = meet_steps(renamed(0, "甲"), renamed(1, "乙"));
    assert_eq!(both[..3], ["甲", "乙", "定稿"]);
    assert_eq!(meet_steps(renamed(0, "甲"), renamed(0, "乙"))[..2], ["甲；乙", "初稿"]);
    let mut shorter = default_steps();
    shorter.remove(1);
    let kept = meet_steps(renamed(1, "甲"), shorter);
    assert_eq!(kept.len(), 6);
    assert!(kept.contains(&"甲".to_owned()), "{kept:?}");
}

#[test]
fn an_edited_note_that_one_page_has_not_heard_of_yet_is_not_kept_twice() {
    let mut base = ProgressBook::new("p");
    let note =
        base.add_note(ITEM, "原文", stamp(1, "a")).and_then(|change| change.field.note()).expect("a note");
    base.edit_note(ITEM, note, "改过一次", stamp(2, "a"));
    let book = meet(
        &base,
        [&|book| drop(book.edit_note(ITEM, note, "又改了一次", stamp(3, "a"))), &|book| {
            drop(book.add_note(ITEM, "乙", stamp(4, "a")))
        }],
    );
    assert_eq!(texts(&book), ["又改了一次", "乙"]);
}

#[test]
fn a_file_that_was_left_is_done_with_when_the_book_lacks_nothing_of_it() {
    let (mut mine, mut theirs) = (ProgressBook::new("p"), ProgressBook::new("p"));
    mine.add_note(ITEM, "甲", stamp(1, "a"));
    theirs.add_note(ITEM, "乙", stamp(2, "b"));
    let before = mine.clone();
    assert!(mine.lacks(&theirs));
    mine.merge(&theirs);
    assert!(!mine.lacks(&theirs));
    mine.add_note(ITEM, "丙", stamp(3, "a"));
    assert!(!mine.lacks(&theirs));
    // The import was taken back.
    assert!(before.lacks(&theirs));
    assert!(!before.lacks(&ProgressBook::new("p")));
}

#[test]
fn what_is_no_entry_is_named_and_what_is_readable_is_read() {
    let mut book = ProgressBook::new("p");
    book.add_note(ITEM, "甲", stamp(1, "a"));
    let mut all = stored(&book);
    let unreadable = [
        ("item/m1-2", "{"),
        ("author/a", ""),
        ("item/m1-3", &encode_entry(&ProgressBook::new("q"), all[0].0.parse().unwrap())),
    ]
    .map(|(key, text)| (key.to_owned(), text.to_owned()));
    all.extend(unreadable.clone());
    all.push(("unread/item/m1-1".into(), "{".into()));
    let (read, named) = read_entries("p", &all);
    assert_eq!(read, book);
    let mut named: Vec<_> = named.into_iter().cloned().collect();
    named.sort_by_key(|(key, _)| key.len());
    let mut unreadable = unreadable.to_vec();
    unreadable.sort_by_key(|(key, _)| key.len());
    assert_eq!(named, unreadable);
    assert_eq!(read_entry("p", "draft/m1-1", &all[0].1), None, "no entry's key");
}

#[test]
fn the_keys_of_drafts_are_no_keys_of_entries() {
    let note = NoteId::new(stamp(1, "a"), "甲");
    for key in [draft_of_item(ITEM), draft_of_note(ITEM, note), draft_of_status(&[ITEM])] {
        assert!(is_draft(&key) && key.parse::<yaodian_progress::EntryKey>().is_err(), "{key}");
    }
    assert_ne!(draft_of_item(ITEM), draft_of_note(ITEM, note));
    assert!(!is_draft("item/m1-1"));
}
