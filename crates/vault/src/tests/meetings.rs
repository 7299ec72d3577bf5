//! What is known of two values that meet: what both were made from.

use crate::entry::{Entry, Meeting, Merge};
use crate::envelope::Envelope;

/// A page's entry; what it writes has its number.
struct Page {
    entry: Entry,
    writer: u32,
}

impl Page {
    fn write(&mut self, text: &str) -> Envelope {
        self.entry.set((!text.is_empty()).then(|| text.to_owned()), self.writer);
        self.envelope()
    }

    fn envelope(&self) -> Envelope {
        let Entry { version, parent, value, .. } = self.entry.clone();
        Envelope { version, parent, value }
    }

    /// Meets what another page has written; says what it was made from as far as is known.
    fn meet(&mut self, theirs: &Envelope) -> String {
        self.entry.merge(theirs.clone(), false, &spelled(), self.writer);
        self.entry.value.clone().unwrap_or_default()
    }
}

/// A merge that says what it was given.
fn spelled() -> Merge {
    let text = |text: Option<&str>| text.unwrap_or("-").to_owned();
    Box::new(move |Meeting { base, older, newer, .. }| {
        let base = base.map_or_else(|| "?".to_owned(), text);
        Some(format!("{base}>{}+{}", text(older), text(newer)))
    })
}

/// Two pages that both have the same text.
fn two(text: &str) -> [Page; 2] {
    let mut first = Page { entry: Entry::new("key"), writer: 1 };
    if !text.is_empty() {
        first.write(text);
    }
    [2, 3].map(|writer| Page { entry: first.entry.clone(), writer })
}

#[test]
fn two_pages_that_write_from_the_same_text_both_know_it() {
    for (text, base) in [("原文", "原文"), ("", "-")] {
        let [mut one, mut two] = two(text);
        let (mine, theirs) = (one.write("甲"), two.write("乙"));
        let expected = format!("{base}>甲+乙");
        assert_eq!(one.meet(&theirs), expected);
        assert_eq!(two.meet(&mine), expected, "and come to the same");
    }
}

#[test]
fn what_one_page_has_deleted_meets_what_the_other_has_changed() {
    let [mut one, mut two] = two("原文");
    one.write("");
    let theirs = two.write("乙");
    assert_eq!(one.meet(&theirs), "原文>-+乙");
}

#[test]
fn the_base_stays_while_a_page_goes_on_writing() {
    let [mut one, mut two] = two("原文");
    one.write("甲");
    one.write("甲二");
    let theirs = two.write("乙");
    assert_eq!(one.meet(&theirs), "原文>乙+甲二");
}

#[test]
fn what_was_made_from_a_text_that_was_not_seen_has_no_base() {
    let [mut one, mut two] = two("原文");
    one.write("甲");
    two.write("乙");
    let theirs = two.write("乙二");
    assert_eq!(one.meet(&theirs), "?>甲+乙二");
}

#[test]
fn after_a_meeting_what_was_met_is_the_base() {
    let [mut one, mut two] = two("原文");
    one.write("甲");
    let theirs = two.write("乙");
    assert_eq!(one.meet(&theirs), "原文>甲+乙");
    one.write("甲乙");
    // Theirs goes on from what one has met.
    let theirs = two.write("乙二");
    assert_eq!(one.meet(&theirs), "乙>乙二+甲乙");
}
