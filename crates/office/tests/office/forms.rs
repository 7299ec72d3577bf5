//! Forms that came back: matched by the id, then by the title, never by the position.

use yaodian_office::form::{
    DAY, ID, MAX_FILES, Mark, NOTE, Returned, STATUS, Said, TITLE, holds_forms, is_form, read, unpack,
};
use yaodian_office::{Made, Zip};
use yaodian_plan::query::{Catalog, Status};
use yaodian_plan::{Amendment, Part, Place as PlanPlace, UnitId};
use yaodian_progress::{ProgressBook, preview};
use yaodian_reading::document::{Block, Cell, Document, Paragraph, Place, Row, Table};

use crate::support::{Edit as _, PLAN, catalog, day, item, month, notes, recorded, stamp};

const MADE: i64 = 1_689_400_000_000;
const BACK: i64 = MADE + 86_400_000;

/// A form with such rows: id, title, status, day, note.
fn form(rows: &[[&str; 5]]) -> Document {
    let line = Mark { plan: PLAN, unit: "finance", at_ms: MADE }.line();
    sheet(&[ID, TITLE, STATUS, DAY, NOTE], rows, &line)
}

fn sheet(head: &[&str; 5], rows: &[[&str; 5]], line: &str) -> Document {
    let place = |row: usize| Place::SheetRow { sheet: "填报表".into(), row: u32::try_from(row).unwrap() };
    let row = |(at, cells): (usize, &[&str; 5])| {
        let cells = cells.iter().enumerate().filter(|(_, text)| !text.is_empty());
        Row {
            place: place(at + 2),
            cells: cells.map(|(at, text)| Cell::new(at, text)).collect(),
            ..Row::default()
        }
    };
    let table =
        Table { rows: std::iter::once(head).chain(rows).enumerate().map(row).collect(), ..Table::default() };
    let mark = Paragraph { place: place(1), text: line.to_owned(), ..Paragraph::default() };
    Document { blocks: vec![Block::Paragraph(mark), Block::Table(table)], ..Document::default() }
}

fn back(document: &Document, book: &ProgressBook) -> Returned {
    read(document, catalog(), book, "财经工委.xlsx", BACK).expect("a form")
}

fn title(id: &str) -> &'static str {
    &catalog().plan.item(item(id)).expect("an item").title
}

#[test]
fn what_was_filled_in_is_recorded_with_the_committee_the_file_and_the_time() {
    let filled = form(&[
        ["s1-2", title("s1-2"), "进行中", "", "材料已收齐"],
        ["m1-1", title("m1-1"), "已完成", "2023-07-14", ""],
        ["s1-3", title("s1-3"), "", "", ""],
        ["m9-1", title("m9-1"), "推迟到10月", "", ""],
    ]);
    let returned = back(&filled, &ProgressBook::new(PLAN));
    assert_eq!(returned.plan.as_deref(), Some(PLAN));
    assert_eq!((returned.rows.len(), returned.blank), (3, 1));
    assert!(returned.rows.iter().all(|row| row.said.is_empty()), "{:?}", returned.rows);
    let book = &returned.book;
    assert_eq!(book.item(item("s1-2")).status(), Some(Status::Doing));
    assert_eq!(book.item(item("m1-1")).date(), Some(day(7, 14)));
    assert_eq!(book.item(item("m9-1")).status(), Some(Status::Postponed(month(10))));
    assert_eq!(notes(book), ["材料已收齐"]);
    let by = returned.head.saved_by.expect("an author");
    let author = book.author(by).expect("the file");
    assert_eq!(author.name, "填报表 财经工委.xlsx");
    assert_eq!(author.unit, Some(UnitId("finance".into())));
    assert_eq!(returned.head.saved_at, Some(BACK));
}

#[test]
fn promise_34_a_form_from_before_a_correction_is_about_the_items_as_they_are_numbered_now() {
    let mut plan = catalog().plan.clone();
    let now = item("s1-2");
    plan.amendments.push(Amendment {
        place: Some(PlanPlace::Item(now)),
        part: Part::Number,
        before: "s9-7".into(),
        after: now.to_string(),
        on: "2023-02-20".into(),
        by: String::new(),
    });
    let corrected = Catalog::new(plan);
    // The title was put right, too; or it is the one that another item has now.
    for (printed, found, said) in [
        ("改正以前的名称", Some(now), vec![Said::TitleDiffers]),
        (title("s1-2"), Some(now), vec![]),
        (title("s1-3"), None, vec![Said::Disagree]),
    ] {
        let filled = form(&[["s9-7", printed, "进行中", "", ""]]);
        let returned =
            read(&filled, &corrected, &ProgressBook::new(PLAN), "财经工委.xlsx", BACK).expect("a form");
        assert_eq!(returned.rows[0].item, found, "{printed}");
        assert_eq!(returned.rows[0].said, said, "{printed}");
        assert_eq!(returned.book.items(), found.into_iter().collect::<Vec<_>>(), "{printed}");
    }
}

#[test]
fn a_form_is_merged_once_however_often_it_is_taken_in() {
    let filled = form(&[["s1-2", title("s1-2"), "已完成", "2023-7-1", "完成了"]]);
    let mut book = ProgressBook::new(PLAN);
    book.merge(&back(&filled, &book).book);
    let again = read(&filled, catalog(), &book, "财经工委.xlsx", BACK + 5_000).expect("a form");
    assert!(preview(&book, &again.book, catalog()).brings_nothing());
    book.merge(&again.book);
    assert_eq!(notes(&book), ["完成了"]);
}

#[test]
fn what_was_recorded_after_the_form_was_made_is_in_conflict_and_what_was_before_is_not() {
    let mut book = ProgressBook::new(PLAN);
    book.set_status(item("s1-2"), recorded(Status::Doing), stamp(MADE - 1_000, "ann"));
    book.set_status(item("m1-1"), recorded(Status::Doing), stamp(MADE + 1_000, "bob"));
    let filled =
        form(&[["s1-2", title("s1-2"), "已完成", "", ""], ["m1-1", title("m1-1"), "已完成", "", ""]]);
    let shown = preview(&book, &back(&filled, &book).book, catalog());
    assert_eq!(shown.conflicts.len(), 1);
    assert_eq!(shown.conflicts[0].field.item(), Some(item("m1-1")));
    assert_eq!(shown.newer.len(), 1);
}

#[test]
fn rows_are_known_by_the_id_then_by_the_title() {
    let filled = form(&[
        ["", title("s1-2"), "进行中", "", ""],
        ["S1-3", "改过的名称", "进行中", "", ""],
        ["m1-1", title("m2-1"), "进行中", "", ""],
        ["s99-1", "没有的事项", "进行中", "", "不能丢"],
        ["s99-2", title("m9-1"), "进行中", "", ""],
    ]);
    let returned = back(&filled, &ProgressBook::new(PLAN));
    let items: Vec<_> = returned.rows.iter().map(|row| row.item).collect();
    assert_eq!(items, [Some(item("s1-2")), Some(item("s1-3")), None, None, Some(item("m9-1"))]);
    let said: Vec<_> = returned.rows.iter().map(|row| row.said.clone()).collect();
    let expected = [Said::ByTitle, Said::TitleDiffers, Said::Disagree, Said::NoItem, Said::ByTitle];
    assert_eq!(said, expected.map(|said| vec![said]));
    // What belongs to no item is kept with the book, as it was.
    let kept: Vec<&str> = returned.book.aside.iter().map(|aside| aside.text.as_str()).collect();
    assert_eq!(kept.len(), 2);
    assert!(kept.iter().any(|text| text.contains("不能丢")), "{kept:?}");
}

#[test]
fn what_cannot_be_read_is_said_and_kept_in_the_note() {
    let filled = form(&[
        ["s1-2", title("s1-2"), "8月", "7月", "照常"],
        ["s1-1", title("s1-1"), "推迟到2月", "", ""],
        ["m1-1", title("m1-1"), "办结", "7月14日", ""],
        ["m9-1", title("m9-1"), "", "2022年9月1日", ""],
    ]);
    let returned = back(&filled, &ProgressBook::new(PLAN));
    let said: Vec<_> = returned.rows.iter().map(|row| row.said.clone()).collect();
    assert_eq!(said[0], [Said::Status("8月".into()), Said::Day("7月".into())]);
    assert_eq!(said[1], [Said::NotLater("推迟到2月".into())]);
    assert_eq!(said[2], [Said::StatusReadAs("办结".into(), Status::Done), Said::YearAssumed(day(7, 14))]);
    assert!(matches!(said[3][..], [Said::OtherYear(_)]));
    assert_eq!(returned.book.item(item("s1-2")).status(), None);
    assert_eq!(returned.book.item(item("s1-1")).status(), None);
    let kept = notes(&returned.book);
    assert!(
        kept.contains(&"照常\n（“本次进展”一栏填的是：8月）\n（“实际日期”一栏填的是：7月）".to_owned()),
        "{kept:?}"
    );
    assert!(kept.contains(&"（“本次进展”一栏填的是：推迟到2月）".to_owned()), "{kept:?}");
}

#[test]
fn days_are_read_in_the_ways_in_which_they_are_written_and_in_no_other() {
    let of = |text: &str| {
        let filled = form(&[["s1-2", title("s1-2"), "", text, ""]]);
        back(&filled, &ProgressBook::new(PLAN)).book.item(item("s1-2")).date()
    };
    for text in [
        "2023-07-14",
        "2023/7/14",
        "2023.7.14",
        "2023年7月14日",
        "2023 年 7 月 14 日",
        "7月14日",
        "7月14号",
        "2023/7/14 0:00",
    ] {
        assert_eq!(of(text), Some(day(7, 14)), "{text}");
    }
    for text in [
        "7.14",
        "7-14",
        "7月",
        "7月下旬",
        "14",
        "45121",
        "2023年7月",
        "2023-13-1",
        "2023-7-140:00",
        "约7月14日",
        "23.7.14",
    ] {
        assert_eq!(of(text), None, "{text}");
    }
}

#[test]
fn two_rows_about_one_item_are_taken_once_and_only_if_they_agree() {
    let row = ["s1-2", title("s1-2"), "已完成", "", ""];
    let same = back(&form(&[row, row]), &ProgressBook::new(PLAN));
    assert_eq!(same.rows.len(), 1);
    let other = back(&form(&[row, ["s1-2", title("s1-2"), "进行中", "", ""]]), &ProgressBook::new(PLAN));
    assert_eq!(other.rows[1].item, None);
    assert!(matches!(other.rows[1].said[..], [Said::Repeated(_)]));
    assert_eq!(other.book.item(item("s1-2")).status(), Some(Status::Done));
    assert_eq!(other.book.aside.len(), 1);
}

#[test]
fn columns_may_be_moved_or_missing_and_the_mark_may_be_gone() {
    let head = [NOTE, STATUS, TITLE, "加的列", DAY];
    let rows = [["照常", "进行中", title("s1-2"), "x", ""]];
    let returned = back(&sheet(&head, &rows, "随便写的一行"), &ProgressBook::new(PLAN));
    assert!(is_form(&sheet(&head, &rows, "随便写的一行")));
    assert_eq!(returned.plan, None);
    assert_eq!(returned.rows[0].item, Some(item("s1-2")));
    assert_eq!(notes(&returned.book), ["照常"]);
    // The ledger has columns of some of these names, and is no form.
    let ledger = sheet(&[ID, TITLE, "进展", DAY, "最近记录"], &rows, "");
    assert!(read(&ledger, catalog(), &ProgressBook::new(PLAN), "台账.xlsx", BACK).is_none());
    assert!(!is_form(&ledger));
    let none = sheet(&["类别", TITLE, "时间", "a", "b"], &rows, "");
    assert!(read(&none, catalog(), &ProgressBook::new(PLAN), "x", BACK).is_none());
}

#[test]
fn files_in_a_zip_file_are_taken_out_and_a_document_is_none() {
    let mut zip = Zip::new();
    for name in
        ["填报/财经工委.xlsx", "填报/", "选联工委.xlsx", "__MACOSX/._a.xlsx", "~$财经工委.xlsx", ".DS_Store"]
    {
        zip.add(name, name.as_bytes());
    }
    let files = unpack(&zip.finish()).expect("a zip file").expect("few files");
    let names: Vec<_> = files.iter().map(|file| String::from_utf8_lossy(&file.name)).collect();
    assert_eq!(names, ["财经工委.xlsx", "选联工委.xlsx"]);
    assert_eq!(files[1].bytes.as_deref(), Ok("选联工委.xlsx".as_bytes()));
    assert!(!holds_forms(&Zip::new().finish()));
    let mut named = Zip::new();
    named.add("填报/填报表-财经工委.xlsx", b"");
    assert!(holds_forms(&named.finish()));
    let document = crate::written::whole_plan(&catalog().plan, &Made::default());
    assert_eq!(unpack(&document), None);
    assert_eq!(unpack(b"PK\x03\x04 and no more"), None);
    let mut many = Zip::new();
    (0..=MAX_FILES).for_each(|no| many.add(&no.to_string(), b""));
    assert!(unpack(&many.finish()).expect("a zip file").is_err());
}

/// Names in the encoding of Chinese systems, which nobody can tell apart as UTF-8: each file is its own all the same.
#[test]
fn files_with_names_in_another_encoding_stay_apart() {
    let mut zip = Zip::new();
    zip.add("AAAA.xlsx", b"one");
    zip.add("BBBB.xlsx", b"two");
    let mut bytes = zip.finish();
    for (from, to) in [(b"AAAA", [0xb2, 0xc6, 0xbe, 0xad]), (b"BBBB", [0xd1, 0xa1, 0xc1, 0xaa])] {
        let places: Vec<usize> = (0..bytes.len() - 4).filter(|at| bytes[*at..*at + 4] == *from).collect();
        for at in places {
            bytes[at..at + 4].copy_from_slice(&to);
        }
    }
    let files = unpack(&bytes).expect("a zip file").expect("few files");
    let found: Vec<_> = files.iter().map(|file| (file.name[0], file.bytes.as_deref())).collect();
    assert_eq!(found, [(0xb2, Ok(&b"one"[..])), (0xd1, Ok(&b"two"[..]))]);
}
