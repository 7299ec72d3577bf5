//! What is stored comes back, and two pages' texts become one.

use yaodian_plan::{ItemId, Month};
use yaodian_progress::{
    Field, NoteId, ProgressBook, draft_of_item, draft_of_note, encode_entry, is_draft, merge_drafts,
    merge_stored, read_entries, read_entry,
};

use crate::support::{Edit as _, stamp};

/// What two open pages make of two texts.
fn merge(key: &str, older: &str, newer: &str) -> String {
    merge_stored(key, older, newer, true)
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
    assert_eq!(merge_drafts("甲", "甲乙"), "甲乙");
    assert_eq!(merge_drafts("甲乙", "乙"), "甲乙");
    assert_eq!(merge_drafts("甲", "乙"), "甲\n乙");
    assert_eq!(merge("draft/m1-1", "甲", "乙"), "甲\n乙");
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
    for key in [draft_of_item(ITEM), draft_of_note(ITEM, note)] {
        assert!(is_draft(&key) && key.parse::<yaodian_progress::EntryKey>().is_err(), "{key}");
    }
    assert_ne!(draft_of_item(ITEM), draft_of_note(ITEM, note));
    assert!(!is_draft("item/m1-1"));
}
