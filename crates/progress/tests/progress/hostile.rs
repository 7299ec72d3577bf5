//! Files that are damaged, forged, foreign or newer.

use proptest::prelude::*;
use yaodian_plan::query::Status;
use yaodian_progress::{
    DecodeError, FileHead, MAX_BYTES, MAX_DEPTH, MAX_ENTRIES, ProgressBook, decode, encode,
};

use crate::support::{Edit as _, PLAN, book, day, item, july, recorded, stamp};

fn refused(bytes: &[u8]) -> DecodeError {
    decode(bytes, Some(PLAN)).expect_err("refused")
}

fn file(rest: &str) -> String {
    format!(r#"{{"format":"yaodian-progress","version":1,"plan":"{PLAN}"{rest}}}"#)
}

#[test]
fn promise_16_hostile_import_is_refused() {
    let many = |count: usize, open: &str, entry: &dyn Fn(usize) -> String, close: &str| {
        let entries: Vec<String> = (0..count).map(entry).collect();
        file(&format!(r#","x":{open}{}{close}"#, entries.join(",")))
    };
    let nested = |depth: usize| file(&format!(r#","x":{}{}"#, "[".repeat(depth), "]".repeat(depth)));
    let one = |_: usize| "1".to_owned();
    let field = |at: usize| format!(r#""{at}":1"#);
    let lists = |_: usize| format!("[{}]", vec!["1"; MAX_ENTRIES - 1].join(","));

    assert_eq!(refused(&vec![b' '; MAX_BYTES + 1]), DecodeError::TooLarge(MAX_BYTES + 1));
    assert_eq!(refused(nested(MAX_DEPTH).as_bytes()), DecodeError::TooDeep);
    assert_eq!(refused("[".repeat(1_000_000).as_bytes()), DecodeError::TooDeep);
    assert_eq!(refused(many(MAX_ENTRIES + 1, "[", &one, "]").as_bytes()), DecodeError::TooMany);
    assert_eq!(refused(many(MAX_ENTRIES + 1, "{", &field, "}").as_bytes()), DecodeError::TooMany);
    assert_eq!(refused(many(21, "[", &lists, "]").as_bytes()), DecodeError::TooMany);

    // What is just within the limits is read, written, and read again.
    for text in
        [nested(MAX_DEPTH - 1), many(MAX_ENTRIES, "[", &one, "]"), many(MAX_ENTRIES, "{", &field, "}")]
    {
        let decoded = decode(text.as_bytes(), Some(PLAN)).expect("within the limits");
        let again = encode(&decoded.book, &FileHead::default());
        assert_eq!(decode(again.as_bytes(), Some(PLAN)).expect("ours").book, decoded.book);
    }
}

#[test]
fn promise_16_only_what_may_be_called_a_plan_is_named_as_one() {
    let of =
        |id: &str| refused(format!(r#"{{"format":"yaodian-progress","version":1,"plan":{id}}}"#).as_bytes());
    let other = |id: &str| DecodeError::OtherPlan { id: id.to_owned(), title: String::new() };
    let longest = "x".repeat(40);
    for id in ["other-2024", "2", "-", &longest] {
        assert_eq!(of(&format!("{id:?}")), other(id));
    }
    let long = "x".repeat(41);
    let hostile =
        ["", " ", "a.b", "a/b", "../a", "A", "计划", "__proto__", "a b", "a%2E", "a\\u0000", "left/a", &long];
    for id in hostile {
        assert_eq!(of(&format!("\"{id}\"")), DecodeError::BadHead, "{id}");
    }
    assert_eq!(of("7"), DecodeError::BadHead);
    assert_eq!(of("[]"), DecodeError::BadHead);
}

#[test]
fn promise_16_wrong_files_are_refused_in_plain_words() {
    let mut cases: Vec<(Vec<u8>, DecodeError)> = [
        ("", DecodeError::Empty),
        (" \n", DecodeError::Empty),
        ("\u{feff}", DecodeError::Empty),
        ("null", DecodeError::Foreign),
        ("[]", DecodeError::Foreign),
        ("{}", DecodeError::Foreign),
        (r#"{"format":1,"plan":"x"}"#, DecodeError::Foreign),
        (r#"{"format":"yaodian-progress"}"#, DecodeError::BadHead),
        (r#"{"format":"yaodian-progress","version":"1"}"#, DecodeError::BadHead),
        (r#"{"format":"yaodian-progress","version":1.5}"#, DecodeError::BadHead),
        (r#"{"format":"yaodian-progress","version":-1}"#, DecodeError::BadHead),
        (r#"{"format":"yaodian-progress","version":0,"plan":"nanhai-2023"}"#, DecodeError::BadHead),
        (r#"{"format":"yaodian-progress","version":1}"#, DecodeError::BadHead),
        (r#"{"format":"yaodian-progress","version":1,"plan":7}"#, DecodeError::BadHead),
        (r#"{"format":"yaodian-progress","ver"#, DecodeError::Truncated),
        ("{\"format\":\n  yaodian}", DecodeError::Malformed { line: 2, column: 3 }),
        ("{} {}", DecodeError::Malformed { line: 1, column: 4 }),
        (
            r#"{"format":"yaodian-progress","version":1,"plan":"other-2024","plan_title":"另一份"}"#,
            DecodeError::OtherPlan { id: "other-2024".to_owned(), title: "另一份".to_owned() },
        ),
    ]
    .map(|(text, error)| (text.as_bytes().to_vec(), error))
    .into();
    cases.push((vec![b'{', 0xff, b'}'], DecodeError::NotText));
    for (bytes, error) in cases {
        assert_eq!(refused(&bytes), error, "{}", String::from_utf8_lossy(&bytes));
        assert!(error.to_string().contains("请"), "{error} says what to do");
    }
}

#[test]
fn promise_16_a_byte_order_mark_is_skipped() {
    let text = format!("\u{feff}{}", encode(&sample(), &FileHead::default()));
    assert_eq!(decode(text.as_bytes(), Some(PLAN)).expect("read").book, sample());
}

#[test]
fn a_file_that_an_editor_saved_as_utf_16_is_read() {
    let text = encode(&sample(), &FileHead::default());
    for (mark, big_endian) in [(true, false), (true, true), (false, false), (false, true)] {
        let mark = if mark { "\u{feff}" } else { "" };
        let units: Vec<u16> = format!("{mark}{text}").encode_utf16().collect();
        let bytes: Vec<u8> = units
            .iter()
            .flat_map(|unit| if big_endian { unit.to_be_bytes() } else { unit.to_le_bytes() })
            .collect();
        assert_eq!(decode(&bytes, Some(PLAN)).expect("read").book, sample(), "{mark:?} {big_endian}");
        // One that was cut in the middle of a character is no text.
        let cut = decode(&bytes[..bytes.len() - 1], Some(PLAN));
        assert_eq!(cut.map(|decoded| decoded.book), Err(DecodeError::NotText));
    }
    // Half a character, and what other programs wrote.
    for bytes in [&b"\xff\xfe\x00\xd8"[..], b"PK\x03\x04\xff", b"\xd0\xcf\x11\xe0"] {
        assert_eq!(refused(bytes), DecodeError::NotText);
    }
}

#[test]
fn promise_13_newer_is_refused() {
    for version in [2, 77, u64::MAX] {
        let text =
            format!(r#"{{"version":{version},"format":"yaodian-progress","items":[{{"new":"shape"}}]}}"#);
        let error = refused(text.as_bytes());
        assert_eq!(error, DecodeError::Newer(version));
        assert!(error.to_string().contains("请先更新"));
    }
}

fn sample() -> ProgressBook {
    let mut book = ProgressBook::new(PLAN);
    for (at, id) in (1..).zip(["s1-1", "s1-2", "s2-1", "m3-2"]) {
        book.add_note(item(id), &format!("{id} 已与区发改局对接"), stamp(at, "ann"));
        book.set_status(item(id), recorded(Status::Doing), stamp(at, "bob"));
        book.set_date(item(id), Some(day(7, 12)), stamp(at, "bob"));
    }
    book.set_session_name(july(), "第十二次会议", stamp(9, "bob"));
    book
}

/// Whether everything on lines that the damage did not touch is in the book, or set aside.
fn nothing_else_is_lost(text: &str, at: usize, remove: usize, insert: &[u8]) -> Result<(), String> {
    let end = (at + remove).min(text.len());
    let bytes = [&text.as_bytes()[..at], insert, &text.as_bytes()[end..]].concat();
    let Ok(decoded) = decode(&bytes, None) else { return Ok(()) };
    let kept = encode(&decoded.book, &FileHead::default());
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let touched = start <= end && at <= start + line.len();
        start += line.len();
        // Every register has a line of its own, and in the sample no two are alike.
        let Some((_, register)) = line.split_once("\"value\": ").filter(|_| !touched) else { continue };
        let register = register.trim_end_matches([',', '\n']);
        if !kept.contains(register) && !kept.contains(&register.replace('"', "\\\"")) {
            return Err(format!("{register} is lost by {at} -{remove} +{insert:?}:\n{kept}"));
        }
    }
    Ok(())
}

#[test]
fn promise_05_one_damaged_byte_costs_at_most_its_line() {
    let text = encode(&sample(), &FileHead::default());
    for at in 0..text.len() {
        for (remove, insert) in [(1, &b""[..]), (1, b"\""), (1, b"1"), (1, b"2"), (0, b"3"), (0, b"}")] {
            nothing_else_is_lost(&text, at, remove, insert).expect("nothing is lost");
        }
    }
}

proptest! {
    #[test]
    fn promise_16_no_bytes_make_it_panic(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        let _ = decode(&bytes, None);
    }

    #[test]
    fn promise_16_no_json_in_our_envelope_makes_it_panic(tail in r#"[\[\]{}",:0-9a-z\\ \-]{0,80}"#) {
        for group in ["items", "sessions", "authors", "aside"] {
            let _ = decode(file(&format!(r#","{group}":{tail}"#)).as_bytes(), None);
        }
    }

    #[test]
    fn promise_05_a_truncated_file_is_refused(book in book(), cut in 0.0f64..1.0) {
        let bytes = encode(&book, &FileHead::default()).into_bytes();
        // The last bracket and the newline after it are what makes it whole.
        let end = (bytes.len() as f64 * cut) as usize;
        prop_assert!(decode(&bytes[..end.min(bytes.len() - 2)], None).is_err());
    }

    #[test]
    fn promise_05_damage_costs_at_most_the_lines_that_it_hits(
        at in 0.0f64..1.0,
        remove in 0usize..40,
        insert in proptest::collection::vec(prop_oneof![any::<u8>(), Just(b'"'), Just(b'}'), Just(b'0')], 0..3),
    ) {
        let text = encode(&sample(), &FileHead::default());
        let at = (text.len() as f64 * at) as usize;
        let outcome = nothing_else_is_lost(&text, at, remove, &insert);
        prop_assert_eq!(outcome, Ok(()));
    }
}
