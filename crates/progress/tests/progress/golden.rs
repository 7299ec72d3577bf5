//! One file per version of the format, kept for ever; and the same book entry by entry, as the browser stores it.
//!
//! `BLESS=1` writes the current version's files anew.

use yaodian_plan::query::Status;
use yaodian_plan::{MeetingKind, UnitId};
use yaodian_progress::{
    Author, EntryKey, FileHead, ProgressBook, RecordedStatus, SessionId, Step, decode, encode, encode_entry,
};

use crate::support::{Edit as _, PLAN, by, catalog, day, item, july, month, stamp};

const V1: &str = include_str!("../golden/progress-v1.json");
/// A key and its text on each line.
const ENTRIES_V1: &str = include_str!("../golden/entries-v1.txt");

/// Something of everything.
fn sample() -> (ProgressBook, FileHead) {
    let mut book = ProgressBook::new(PLAN);
    let start = 1_690_000_000_000;
    let status = |status, reason: &str| RecordedStatus { status: Some(status), reason: reason.to_owned() };
    let author = Author { name: "李红".to_owned(), unit: Some(UnitId("finance".to_owned())) };
    book.set_author(by("k3f9x2"), author, stamp(start, "k3f9x2"));
    book.set_author(by("p0q8"), Author { name: "办公室".to_owned(), unit: None }, stamp(start, "p0q8"));
    book.set_status(item("s1-2"), status(Status::Done, ""), stamp(start + 1, "k3f9x2"));
    book.set_date(item("s1-2"), Some(day(9, 12)), stamp(start + 2, "k3f9x2"));
    book.add_note(item("s1-2"), "决算草案已送审\n等待审计意见 👍", stamp(start + 3, "k3f9x2"));
    let added = book.add_note(item("s1-2"), "写错了", stamp(start + 4, "k3f9x2")).expect("added");
    book.delete_note(item("s1-2"), added.field.note().expect("a note"), stamp(start + 5, "p0q8"));
    let postponed = status(Status::Postponed(month(11)), "等待上级文件");
    book.set_status(item("m8-1"), postponed, stamp(start + 6, "p0q8"));
    book.set_status(item("m8-2"), status(Status::Doing, ""), stamp(start + 6, "p0q8"));
    book.set_status(item("m8-2"), RecordedStatus::default(), stamp(start + 7, "p0q8"));
    book.set_session_date(july(), Some(day(7, 27)), stamp(start + 8, "p0q8"));
    book.set_session_name(july(), "区十七届人大常委会第十二次会议", stamp(start + 9, "p0q8"));
    book.set_session_place(july(), "区人大三楼会议室", stamp(start + 10, "p0q8"));
    let steps = vec![
        Step { name: "材料征集".to_owned(), offset_days: -30, done: true },
        Step { name: "反馈".to_owned(), offset_days: 60, done: false },
    ];
    book.set_session_steps(july(), Some(steps), stamp(start + 11, "p0q8"));
    let chairpersons = SessionId { meeting: MeetingKind::Chairpersons, month: month(7) };
    book.set_session_date(chairpersons, Some(day(7, 5)), stamp(start + 12, "p0q8"));
    book.set_session_date(chairpersons, None, stamp(start + 13, "p0q8"));
    let head = FileHead {
        plan_title: catalog().plan.title.clone(),
        saved_at: Some(1_690_003_600_000),
        saved_by: Some(by("p0q8")),
        plan_data: String::new(),
    };
    (book, head)
}

#[test]
fn promise_12_golden_version_1_still_opens() {
    let decoded = decode(V1.as_bytes(), Some(PLAN)).expect("version 1 opens");
    let (book, head) = sample();
    assert_eq!((decoded.book, decoded.head), (book, head));
    assert_eq!(decoded.repairs, []);
}

#[test]
fn promise_12_golden_version_1_is_what_is_written() {
    let (book, head) = sample();
    check("progress-v1.json", V1, &encode(&book, &head));
}

#[test]
fn promise_12_stored_entries_of_version_1_still_open() {
    let mut book = ProgressBook::new(PLAN);
    for (key, text) in ENTRIES_V1.lines().map(|line| line.split_once('\t').expect("a key and a text")) {
        key.parse::<EntryKey>().expect("a key");
        let decoded = decode(text.as_bytes(), Some(PLAN)).expect("version 1 opens");
        assert_eq!(decoded.repairs, []);
        book.merge(&decoded.book);
    }
    assert_eq!(book, sample().0);
}

#[test]
fn promise_12_stored_entries_of_version_1_are_what_is_written() {
    let book = sample().0;
    let line = |key: EntryKey| format!("{key}\t{}\n", encode_entry(&book, key));
    check("entries-v1.txt", ENTRIES_V1, &book.entries().into_iter().map(line).collect::<String>());
}

/// Compares with a golden file, or writes it.
fn check(name: &str, golden: &str, written: &str) {
    if std::env::var_os("BLESS").is_some() {
        let path = format!("{}/tests/golden/{name}", env!("CARGO_MANIFEST_DIR"));
        std::fs::write(path, written).expect("written");
    }
    assert_eq!(written, golden);
}

#[test]
fn the_documented_file_is_read() {
    let doc = include_str!("../../../../docs/progress-format.md");
    let blocks = doc.split("```json\n").skip(1).filter_map(|rest| rest.split_once("```"));
    let text: String = blocks.map(|(block, _)| block).collect();
    let decoded = decode(text.as_bytes(), Some(PLAN)).expect("the documented file is sound");
    assert_eq!(decoded.repairs, []);
    let book = &decoded.book;
    assert_eq!((book.items().len(), book.entries().len(), book.aside.len()), (1, 5, 1));
    // Nothing was documented that writing would leave out.
    let json = |text: &str| serde_json::from_str::<serde_json::Value>(text).expect("JSON");
    assert_eq!(json(&encode(book, &decoded.head)), json(&text));
}
