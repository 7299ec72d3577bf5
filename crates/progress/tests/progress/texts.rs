//! Two texts that were typed without knowledge of each other become one.

use proptest::prelude::*;
use yaodian_progress::{IN_LINE, NEW_LINE, merge_texts};

fn note(base: Option<&str>, older: &str, newer: &str) -> String {
    merge_texts(base, older, newer, NEW_LINE)
}

#[test]
fn what_both_know_stands_there_once() {
    let cases = [
        // (base, older, newer, merged)
        ("", "甲", "乙", "甲\n乙"),
        ("", "甲", "甲乙", "甲乙"),
        ("甲", "甲乙", "甲丙", "甲乙\n丙"),
        ("甲", "甲", "甲乙", "甲乙"),
        ("甲", "甲乙", "甲", "甲乙"),
        ("甲\n乙\n丙", "甲一\n乙\n丙", "甲\n乙\n丙二", "甲一\n乙\n丙二"),
        ("甲\n乙\n丙", "甲\n乙\n丙二", "甲一\n乙\n丙", "甲一\n乙\n丙二"),
        ("甲\n乙\n丙", "丙", "甲\n乙\n丙\n丁", "丙\n丁"),
        // One page types on while the other one's text arrives in its field.
        ("甲页", "甲页\n乙页", "甲页的", "甲页的\n乙页"),
        ("甲页", "甲页的", "甲页\n乙页", "甲页的\n乙页"),
        ("乙页", "甲页\n乙页", "乙页的", "甲页\n乙页的"),
        // Both have replaced the same.
        ("原文", "甲", "乙", "甲\n乙"),
        ("会议在三楼", "会议在四楼", "会议在五楼", "会议在四楼\n会议在五楼"),
        ("甲\n原文\n丙", "甲\n一\n丙", "甲\n二\n丙", "甲\n一\n二\n丙"),
        ("原文", "", "乙", "乙"),
    ];
    for (base, older, newer, merged) in cases {
        assert_eq!(note(Some(base), older, newer), merged, "{base} → {older} | {newer}");
    }
    // In a field each of them stands as it was typed.
    for base in ["", "第十", "第十次会议", "全体会议"] {
        let both = merge_texts(Some(base), "第十一次会议", "第十二次会议", IN_LINE);
        assert_eq!(both, "第十一次会议；第十二次会议", "{base}");
    }
    assert_eq!(merge_texts(Some("甲"), "甲；乙", "甲名", IN_LINE), "甲名；乙");
}

#[test]
fn where_nothing_is_known_no_part_stands_there_twice() {
    assert_eq!(note(None, "甲", "甲乙"), "甲乙");
    assert_eq!(note(None, "甲乙", "乙"), "甲乙");
    assert_eq!(note(None, "甲", "乙"), "甲\n乙");
    assert_eq!(note(None, "甲\n乙", "乙\n丙"), "甲\n乙\n丙");
    assert_eq!(note(None, "甲\n乙", "丙\n甲"), "甲\n乙\n丙");
}

/// Short texts of few characters, so that they have much in common.
fn text() -> impl Strategy<Value = String> {
    prop::collection::vec(prop_oneof![Just('甲'), Just('乙'), Just('丙'), Just('\n')], 0..6)
        .prop_map(String::from_iter)
}

/// What is inserted somewhere.
fn insertion() -> impl Strategy<Value = (prop::sample::Index, String)> {
    (any::<prop::sample::Index>(), "[a-z]{1,4}|[A-Z]{1,4}".prop_map(String::from))
}

fn insert(base: &str, (at, text): &(prop::sample::Index, String)) -> String {
    let mut chars: Vec<char> = base.chars().collect();
    let at = at.index(chars.len() + 1);
    chars.splice(at..at, text.chars());
    chars.into_iter().collect()
}

proptest! {
    #[test]
    fn nothing_that_was_typed_is_lost_and_nothing_is_repeated(
        base in text(),
        one in insertion(),
        other in insertion(),
    ) {
        let (older, newer) = (insert(&base, &one), insert(&base, &other));
        let merged = note(Some(&base), &older, &newer);
        for (_, typed) in [&one, &other] {
            prop_assert!(merged.contains(typed.as_str()), "{:?} lacks {:?}", merged, typed);
        }
        let count = |text: &str, line: &str| text.split('\n').filter(|it| *it == line).count();
        for line in merged.split('\n').filter(|line| !line.is_empty()) {
            let most = count(&older, line).max(count(&newer, line)).max(1);
            prop_assert!(count(&merged, line) <= most, "{:?} from {:?} and {:?}", merged, older, newer);
        }
    }

    #[test]
    fn a_text_that_did_not_change_takes_the_other_one(base in text(), newer in text()) {
        prop_assert_eq!(note(Some(&base), &base, &newer), newer.clone());
        prop_assert_eq!(note(Some(&base), &newer, &base), newer.clone());
        prop_assert_eq!(note(None, &newer, &newer), newer);
    }

    #[test]
    fn merging_a_part_again_changes_nothing(older in text(), newer in text()) {
        let merged = note(None, &older, &newer);
        for part in [&older, &newer] {
            prop_assert_eq!(note(None, part, &merged), merged.clone());
        }
    }
}
