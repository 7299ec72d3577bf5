//! Export and import: nothing is lost on the way, and nothing is lost to damage elsewhere in a file.

use proptest::prelude::*;
use yaodian_progress::{FileHead, ProgressBook, RepairKind, decode, encode, encode_entry};

use crate::support::{PLAN, book, by, few, item, text};

proptest! {
    #![proptest_config(few())]

    #[test]
    fn promise_15_export_then_import_is_lossless(book in book(), title in text(), at in any::<i64>()) {
        let head = FileHead {
            plan_title: title,
            saved_at: Some(at),
            saved_by: Some(by("ann")),
            plan_data: "yaodian-plan 1 0\nx".to_owned(),
        };
        let file = encode(&book, &head);
        let raw = file.contains(['\u{2028}', '\u{2029}', '\0', '\u{1b}']);
        prop_assert!(!raw, "control characters are escaped");
        let decoded = decode(file.as_bytes(), Some(PLAN)).expect("our own file");
        prop_assert_eq!(&decoded.book, &book);
        prop_assert_eq!(&decoded.head, &head);
        prop_assert_eq!(decoded.repairs, []);
        prop_assert_eq!(encode(&decoded.book, &head), file);
    }

    #[test]
    fn promise_15_the_stored_entries_make_up_the_book(book in book()) {
        let mut again = ProgressBook::new(PLAN);
        for key in book.entries() {
            let stored = encode_entry(&book, key);
            let decoded = decode(stored.as_bytes(), Some(PLAN)).expect("our own entry");
            prop_assert_eq!(decoded.repairs, []);
            again.merge(&decoded.book);
        }
        prop_assert_eq!(again, book);
    }
}

/// A file's `items`, with whatever else stands in the root.
fn file(rest: &str) -> String {
    format!(r#"{{"format":"yaodian-progress","version":1,"plan":"{PLAN}",{rest}}}"#)
}

const GOOD: &str = r#""date":{"value":"2023-07-12","stamp":"5-0-ann"}"#;

#[test]
fn promise_05_what_cannot_be_read_is_set_aside_and_exported_again() {
    use RepairKind::{BadKey, BadValue, UnknownField};
    let note = "5-0-ann-00000000";
    // (what stands in the item, where it is set aside below the item, why, its text)
    let cases = [
        (r#""status":"done""#, "status", BadValue, r#""done""#),
        (
            r#""status":{"value":{"status":"done","month":3,"reason":""},"stamp":"1-0-a"}"#,
            "status",
            BadValue,
            "",
        ),
        (
            r#""status":{"value":{"status":"postponed","month":13,"reason":""},"stamp":"1-0-a"}"#,
            "status",
            BadValue,
            "",
        ),
        (
            r#""status":{"value":{"status":"done","month":null,"reason":"","x":1},"stamp":"1-0-a"}"#,
            "status",
            BadValue,
            "",
        ),
        (
            r#""status":{"value":{"status":"done","month":null,"reason":""},"stamp":"9999999999999-0-a"}"#,
            "status",
            BadValue,
            "",
        ),
        (r#""notes":[1, 2.50, "三"]"#, "notes", BadValue, r#"[1, 2.50, "三"]"#),
        (
            r#""notes":{"x":{"value":"记","stamp":"1-0-a"}}"#,
            "notes/x",
            BadKey,
            r#"{"value": "记", "stamp": "1-0-a"}"#,
        ),
        (r#""mood":{"a":{"b":null}}"#, "mood", UnknownField, r#"{"a": {"b": null}}"#),
    ];
    for (content, at, kind, text) in cases {
        let input = file(&format!(r#""items":{{"s2-3":{{{content},{GOOD}}}}}"#));
        let decoded = decode(input.as_bytes(), Some(PLAN)).expect("repaired");
        let path: Vec<&str> = ["items", "s2-3"].into_iter().chain(at.split('/')).collect();
        assert_eq!(decoded.repairs.len(), 1, "{content}");
        assert_eq!(
            (&decoded.repairs[0].at, decoded.repairs[0].kind),
            (&path.iter().map(|it| it.to_string()).collect(), kind),
            "{content}"
        );
        assert!(decoded.repairs[0].to_string().contains("已原样保留"));
        assert!(decoded.book.item(item("s2-3")).date().is_some(), "{content}");
        let aside = decoded.book.aside.first().expect("set aside");
        assert!(text.is_empty() || aside.text == text, "{}", aside.text);

        // The next reader finds the same again, without a second report, and the piece keeps its form.
        let again = decode(encode(&decoded.book, &FileHead::default()).as_bytes(), Some(PLAN)).expect("ours");
        assert_eq!(again.book, decoded.book, "{content}");
        assert_eq!(again.repairs, []);
    }
    let damaged_note =
        file(&format!(r#""items":{{"s2-3":{{"notes":{{"{note}":{{"value":7,"stamp":"1-0-a"}}}},{GOOD}}}}}"#));
    assert_eq!(decode(damaged_note.as_bytes(), None).expect("repaired").repairs[0].at.len(), 4);
}

#[test]
fn promise_05_whole_groups_and_strange_keys_are_set_aside() {
    let cases = [
        (r#""items":3"#, "items"),
        (r#""sessions":{"council-7":{}}"#, "sessions/council-7"),
        (r#""sessions":{"chairpersons-7":{"colour":"red"}}"#, "sessions/chairpersons-7/colour"),
        (r#""authors":{"a b":{"value":{"name":"","unit":null},"stamp":"1-0-a"}}"#, "authors/a b"),
        (r#""items":{"第一项":{}}"#, "items/第一项"),
        (r#""later":[[[]]]"#, "later"),
        (r#""aside":7"#, "aside"),
        (r#""seen":["1-0-a",2]"#, "seen"),
    ];
    for (content, at) in cases {
        let decoded = decode(file(content).as_bytes(), None).expect("repaired");
        assert_eq!(decoded.repairs.len(), 1, "{content}");
        assert_eq!(decoded.repairs[0].at.join("/"), at);
        let again = decode(encode(&decoded.book, &FileHead::default()).as_bytes(), None).expect("ours");
        assert_eq!(again.book, decoded.book, "{content}");
    }
}

#[test]
fn what_was_set_aside_is_read_by_a_version_that_understands_it() {
    let piece = r#""aside":[{"at":["items","s2-3"],"text":"{\"date\":{\"value\":\"2023-07-12\",\"stamp\":\"5-0-ann\"}}"}]"#;
    let decoded = decode(file(piece).as_bytes(), None).expect("sound");
    assert!(decoded.book.aside.is_empty());
    assert_eq!(decoded.book.items().len(), 1);
    assert_eq!(decoded.repairs, []);
}

#[test]
fn promise_05_of_two_writes_in_one_place_none_is_lost() {
    let input = file(
        r#""items":{"s1-1":{"notes":{"1-0-a-00000000":{"value":"一","stamp":"1-0-a"}}},
                    "s1-1":{"notes":{"2-0-a-00000000":{"value":"二","stamp":"2-0-a"},
                                     "2-0-a-00000000":{"value":"三","stamp":"3-0-a"},
                                     "1-0-a-00000000":{"value":"一","stamp":"1-0-a"}}}}"#,
    );
    let decoded = decode(input.as_bytes(), None).expect("sound");
    assert_eq!(crate::support::notes(&decoded.book), ["一", "三"]);
    let kinds: Vec<RepairKind> = decoded.repairs.iter().map(|repair| repair.kind).collect();
    assert_eq!(kinds, [RepairKind::Repeated]);
    assert_eq!(decoded.book.aside.first().map(|it| it.text.contains("二")), Some(true));
    let again = decode(encode(&decoded.book, &FileHead::default()).as_bytes(), None).expect("ours");
    assert_eq!((again.book, again.repairs.len()), (decoded.book, 0));
}
