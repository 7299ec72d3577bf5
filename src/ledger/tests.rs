//! What is stored comes back, and two pages' texts become one.

use yaodian_plan::progress::{AuthorId, NoteId, ProgressBook, Stamp, encode_entry};
use yaodian_plan::{ItemId, Month};

use super::{draft, entries};

const ITEM: ItemId = ItemId::Monthly { month: Month::JANUARY, no: 1 };

fn stamp(at: i64, by: &str) -> Stamp {
    Stamp::first(at, AuthorId::new(by).unwrap())
}

fn stored(book: &ProgressBook) -> Vec<(String, String)> {
    book.entries().into_iter().map(|key| (key.to_string(), encode_entry(book, key))).collect()
}

#[test]
fn a_book_comes_back_from_its_entries_and_drafts_are_left_out() {
    let mut book = ProgressBook::new("p");
    book.add_note(ITEM, "第一条\n“记录”\u{2028}😀", stamp(1, "a"));
    let mut all = stored(&book);
    all.push(("draft/m1-1".into(), "还没有写完".into()));
    assert_eq!(entries::read("p", &all), book);
}

#[test]
fn two_pages_notes_on_one_item_are_both_kept_whichever_comes_first() {
    let (mut one, mut two) = (ProgressBook::new("p"), ProgressBook::new("p"));
    one.add_note(ITEM, "甲", stamp(1, "a"));
    two.add_note(ITEM, "乙", stamp(1, "a"));
    let [one, two] = [one, two].map(|book| stored(&book).remove(0));
    let merged = entries::merge(&one.0, &one.1, &two.1);
    assert_eq!(merged, entries::merge(&one.0, &two.1, &one.1));
    let book = entries::read("p", &[(one.0.clone(), merged.clone())]);
    assert_eq!(book.note_count(), 2);
    assert_eq!(entries::merge(&one.0, &merged, &one.1), merged, "merging a part again changes nothing");
    assert_ne!(NoteId::new(stamp(1, "a"), "甲"), NoteId::new(stamp(1, "a"), "乙"));
}

#[test]
fn two_drafts_become_one_that_holds_both() {
    assert_eq!(draft::merge("甲", "甲乙"), "甲乙");
    assert_eq!(draft::merge("甲乙", "乙"), "甲乙");
    assert_eq!(draft::merge("甲", "乙"), "甲\n乙");
    assert_eq!(entries::merge("draft/m1-1", "甲", "乙"), "甲\n乙");
}
