//! What was recorded and typed under an id that an item had before its plan was corrected.

use yaodian_plan::ItemId;
use yaodian_progress::{
    AuthorId, Draft, EntryKey, ProgressBook, Stamp, draft_of_item, draft_of_note, encode_entry, new_note,
    read_entries, renamed_entries,
};

fn id(text: &str) -> ItemId {
    text.parse().unwrap()
}

/// The stored texts of a book with these notes.
fn stored(notes: &[(&str, &str)]) -> Vec<(String, String)> {
    let mut book = ProgressBook::new("p");
    for (at, (item, text)) in (1..).zip(notes) {
        let stamp = Stamp::first(at, AuthorId::new("a").unwrap());
        book.set_all(vec![new_note(id(item), text, stamp).unwrap()], stamp);
    }
    let key = |item: ItemId| EntryKey::Item(item);
    book.items().into_iter().map(|item| (key(item).to_string(), encode_entry(&book, key(item)))).collect()
}

/// The texts as they are after the writes.
fn after(mut texts: Vec<(String, String)>, renamed: &[(&str, &str)]) -> Vec<(String, String)> {
    let renamed: Vec<_> = renamed.iter().map(|(from, to)| (id(from), id(to))).collect();
    for (key, text) in renamed_entries("p", &texts, &renamed) {
        texts.retain(|(known, _)| *known != key);
        texts.extend(text.map(|text| (key, text)));
    }
    texts
}

fn notes(texts: &[(String, String)], item: &str) -> Vec<String> {
    let (book, unread) = read_entries("p", texts);
    assert!(unread.is_empty());
    book.item(id(item)).live_notes().map(|(_, note)| note.to_owned()).collect()
}

#[test]
fn promise_34_what_comes_under_a_former_id_goes_to_its_item_beside_what_is_there() {
    let texts = after(stored(&[("s1-1", "甲"), ("s2-7", "乙"), ("s3-1", "别的")]), &[("s1-1", "s2-7")]);
    assert_eq!(notes(&texts, "s1-1"), Vec::<String>::new());
    let mut both = notes(&texts, "s2-7");
    both.sort();
    assert_eq!(both, ["乙", "甲"]);
    assert_eq!(notes(&texts, "s3-1"), ["别的"]);
    // Twice moved: both of its former ids are it.
    let texts = after(stored(&[("s1-1", "甲"), ("s2-7", "乙")]), &[("s1-1", "s4-9"), ("s2-7", "s4-9")]);
    assert_eq!(notes(&texts, "s4-9").len(), 2);
    assert_eq!(texts.len(), 1);
}

#[test]
fn promise_34_what_is_being_typed_goes_with_its_item() {
    let draft = |text: &str| Draft { initial: String::new(), text: text.into() }.encode().unwrap();
    let (from, to) = (draft_of_item(id("s1-1")), draft_of_item(id("s2-7")));
    let texts = vec![(from.clone(), draft("写到一半")), (draft_of_item(id("s1-11")), draft("别的"))];
    let moved = after(texts.clone(), &[("s1-1", "s2-7")]);
    assert_eq!(moved, [texts[1].clone(), (to.clone(), draft("写到一半"))]);
    // What is being typed there already is not lost.
    let both = after(vec![(from, draft("甲")), (to.clone(), draft("乙"))], &[("s1-1", "s2-7")]);
    assert_eq!(both.len(), 1);
    assert!(both[0].0 == to && both[0].1.contains('甲') && both[0].1.contains('乙'), "{both:?}");
    let note = new_note(id("s1-1"), "x", Stamp::first(1, AuthorId::new("a").unwrap())).unwrap();
    let yaodian_progress::Field::Note(_, note) = note.0 else { panic!("a note") };
    let edited = after(vec![(draft_of_note(id("s1-1"), note), draft("改"))], &[("s1-1", "s2-7")]);
    assert_eq!(edited[0].0, draft_of_note(id("s2-7"), note));
}

#[test]
fn promise_34_a_file_from_before_a_correction_is_about_the_items_as_they_are_numbered_now() {
    let (book, _) = read_entries("p", &stored(&[("s1-1", "甲"), ("s2-7", "乙"), ("s3-1", "别的")]));
    let renamed = [(id("s1-1"), id("s2-7"))];
    let now = book.clone().under_present_ids(&renamed);
    assert_eq!(now.items(), [id("s2-7"), id("s3-1")]);
    let mut both: Vec<&str> = now.item(id("s2-7")).live_notes().map(|(_, note)| note).collect();
    both.sort();
    assert_eq!(both, ["乙", "甲"]);
    // Who wrote it and when is as it was, so that merging knows what is later.
    assert_eq!(now.seen, book.seen);
    assert_eq!(book.clone().under_present_ids(&[(id("s9-9"), id("s1-1"))]), book);
}
