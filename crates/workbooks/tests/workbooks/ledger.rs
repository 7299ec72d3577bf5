//! 工作台账: what stands in it is what is recorded.

use proptest::prelude::*;
use yaodian_export::facts;
use yaodian_office::Made;
use yaodian_pace::{Pace, at_once};
use yaodian_plan::query::{AsOf, Catalog, Moment, Status};
use yaodian_plan::{Amendment, Part, Plan};
use yaodian_progress::{Dated, ProgressBook};
use yaodian_reading::document::{Block, Document, Place, Table};
use yaodian_reading::formats::archive::Archive;
use yaodian_reading::understanding::Cause;
use yaodian_reading::{Hints, understand};
use yaodian_workbooks::{NotWritten, ledger};

use crate::support::{Edit as _, PLAN, book, catalog, day, item, month, recorded, shown, stamp};

pub fn in_july() -> Moment {
    Moment::now(AsOf::Month(month(7)))
}

/// The table of a sheet.
pub fn sheet<'a>(document: &'a Document, name: &str) -> &'a Table {
    let is_of = |place: &Place| matches!(place, Place::SheetRow { sheet, .. } if &**sheet == name);
    let mut tables = document.blocks.iter().filter_map(|block| match block {
        Block::Table(table) if is_of(&table.place) => Some(table),
        _ => None,
    });
    tables.next_back().expect(name)
}

/// The rows of a table below its head, each as the texts of some columns by their headings.
pub fn columns<const N: usize>(table: &Table, names: [&str; N]) -> Vec<[String; N]> {
    let grid = table.grid();
    let at = names
        .map(|name| (0..grid.columns).find(|column| grid.shown(0, *column).starts_with(name)).expect(name));
    (1..grid.rows()).map(|row| at.map(|column| grid.shown(row, column))).collect()
}

/// The file of a work that cannot fail.
pub fn written(work: impl Future<Output = Result<Vec<u8>, NotWritten>>) -> Vec<u8> {
    at_once(work).expect("a file")
}

fn read_back(book: &ProgressBook, items: &[usize]) -> Document {
    let made = Made { day: day(7, 15), at_ms: 1_689_400_000_000, by: "王芳".into() };
    let bytes = written(ledger(catalog(), book, items, in_july(), &made, &Pace::default()));
    yaodian_sheets::read(&bytes).expect("a workbook that can be read")
}

fn all() -> Vec<usize> {
    catalog().all().collect()
}

/// A text as a reader of sheets sees it.
fn seen(text: &str) -> String {
    let text = shown(text).replace(['\u{fffe}', '\u{ffff}'], "");
    let lines = text.split('\n').map(str::trim).filter(|line| !line.is_empty());
    lines.collect::<Vec<_>>().join("\n")
}

#[test]
fn notes_about_what_the_plan_no_longer_has_are_there() {
    let mut book = ProgressBook::new(PLAN);
    book.add_note(item("s9-99"), "已报送", stamp(1_689_000_000_002, "ann"));
    let gone = Amendment {
        place: Some(yaodian_plan::Place::Item(item("s9-99"))),
        part: Part::Item,
        before: "听取某报告（财经工委，2月）".into(),
        after: String::new(),
        on: "2023-03-01".into(),
        by: String::new(),
    };
    let plan = Plan { amendments: vec![gone], ..catalog().plan.clone() };
    let revised = Catalog::new(plan);
    for (catalog, title) in
        [(&revised, "听取某报告（财经工委，2月）（现在的计划中没有）"), (catalog(), "（现在的计划中没有）")]
    {
        let read = |items: &[usize]| {
            let bytes = written(ledger(catalog, &book, items, in_july(), &Made::default(), &Pace::default()));
            let document = yaodian_sheets::read(&bytes).expect("a workbook that can be read");
            columns(sheet(&document, "记录"), ["编号", "事项", "内容"])
        };
        assert_eq!(read(&all()), [["s9-99", title, "已报送"].map(str::to_owned)]);
        // Of a part of the plan it is none.
        assert!(read(&all()[1..]).is_empty());
    }
}

#[test]
fn the_ledger_has_six_sheets_and_a_row_for_each_item() {
    let mut book = ProgressBook::new(PLAN);
    book.set_status(item("s2-3"), recorded(Status::Done), stamp(1_689_000_000_000, "ann"));
    book.set_date(item("s2-3"), Some(day(5, 25)), stamp(1_689_000_000_001, "ann"));
    book.add_note(item("s2-3"), "=1+1", stamp(1_689_000_000_002, "ann"));
    let document = read_back(&book, &all());
    let rows =
        columns(sheet(&document, "台账"), ["编号", "进展", "实际日期", "最近记录", "记录数", "是否逾期"]);
    assert_eq!(rows.len(), 82);
    let row = rows.iter().find(|row| row[0] == "s2-3").expect("a row");
    assert_eq!(row[1..], ["已完成", "2023-05-25", "=1+1", "1", ""].map(str::to_owned));
    assert!(rows.iter().any(|row| row[5] == "是"));
    let schedule = sheet(&document, "安排表");
    assert_eq!(schedule.rows[1].cells[0].rowspan, 3, "the category covers its rows");
    assert_eq!(columns(schedule, ["项目名称"]).len(), 43);
    assert_eq!(columns(sheet(&document, "月度任务"), ["内容"]).len(), 39);
    let notes = columns(sheet(&document, "记录"), ["编号", "记录时间", "登记人", "内容"]);
    assert_eq!(notes, [["s2-3", "2023-07-10 22:40", "未署名（设备 ann）", "=1+1"].map(str::to_owned)]);
    let sessions = columns(sheet(&document, "会议"), ["会次", "议题数"]);
    assert!(sessions.contains(&["7月常委会会议".to_owned(), "4".to_owned()]), "{sessions:?}");
    let summary = document.blocks.iter().any(|block| block.place().to_string().contains("汇总"));
    assert!(summary);
}

#[test]
fn what_was_changed_in_the_plan_has_a_sheet_of_its_own() {
    let place = Some(yaodian_plan::Place::Item(item("s2-3")));
    let amendment = Amendment {
        place,
        part: Part::Period,
        before: "=5月".into(),
        after: "6月".into(),
        on: "2023-07-15".into(),
        by: "张三".into(),
    };
    let plan = Plan { amendments: vec![amendment], ..catalog().plan.clone() };
    let changed = Catalog::new(plan);
    let book = ProgressBook::new(PLAN);
    let bytes = written(ledger(&changed, &book, &[0], in_july(), &Made::default(), &Pace::default()));
    let document = yaodian_sheets::read(&bytes).expect("a workbook that can be read");
    let rows = columns(sheet(&document, "修改记录"), ["日期", "修改人", "修改的内容", "原来", "改为"]);
    assert_eq!(rows, [["2023-07-15", "张三", "时间", "=5月", "6月"].map(str::to_owned)]);
    // As a document that is read in it is no table of tasks.
    let (read, remarks) = understand(&document, &Hints::default());
    assert!(read.plan.items.iter().all(|item| !item.title.contains("2023-07-15")), "{:?}", read.plan.items);
    assert!(remarks.iter().any(|one| one.cause == Cause::RecordLeftOut));
    let before = read_back(&ProgressBook::new(PLAN), &[0]);
    assert!(before.blocks.iter().all(|block| !block.place().to_string().contains("修改记录")));
}

#[test]
fn the_chart_has_its_units_from_above_and_its_numbers_from_the_left() {
    let book = ProgressBook::new(PLAN);
    let bytes = written(ledger(catalog(), &book, &all(), in_july(), &Made::default(), &Pace::default()));
    let archive = Archive::open(&bytes).expect("a zip file");
    let chart = archive.read("xl/charts/chart1.xml").expect("sound").expect("a chart");
    let chart = String::from_utf8(chart).expect("text");
    let axis = |name: &str| chart.split(name).nth(1).expect("an axis").split("<c:orientation val=\"").nth(1);
    assert!(axis("<c:catAx>").is_some_and(|rest| rest.starts_with("maxMin")), "{chart}");
    assert!(axis("<c:valAx>").is_some_and(|rest| rest.starts_with("minMax")), "{chart}");
}

#[test]
fn only_what_passes_the_filter_is_in_it_and_that_is_said() {
    let document = read_back(&ProgressBook::new(PLAN), &[1, 5, 60]);
    assert_eq!(columns(sheet(&document, "台账"), ["编号"]).len(), 3);
    let said = document.blocks.iter().any(|block| match block {
        Block::Paragraph(line) => line.text.contains("只含筛选出的 3 项，全部 82 项"),
        Block::Table(_) => false,
    });
    assert!(said);
}

#[test]
fn a_text_that_is_too_long_for_a_cell_is_cut_and_that_is_said() {
    let mut book = ProgressBook::new(PLAN);
    book.add_note(item("s2-3"), &"长".repeat(40_000), stamp(1, "ann"));
    let notes = columns(sheet(&read_back(&book, &all()), "记录"), ["内容"]);
    assert_eq!(notes[0][0].encode_utf16().count(), 32_767);
    assert!(notes[0][0].ends_with("……（超过表格软件一格的上限，其余见“要点”）"));
}

proptest! {
    // Each is 82 rows on six sheets, written and read.
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn promise_36_any_ledger_read_from_its_workbook_has_the_same_values(book in book()) {
        let document = read_back(&book, &all());
        let rows = columns(
            sheet(&document, "台账"),
            ["编号", "事项", "进展", "实际日期", "预定日期", "推迟到", "原因", "最近记录", "记录数"],
        );
        let facts = facts(catalog(), &book, &all(), in_july());
        prop_assert_eq!(rows.len(), facts.len());
        for (row, facts) in rows.iter().zip(&facts) {
            let (actual, planned) = match facts.dated {
                Some(Dated::Actual(day)) => (day.to_string(), String::new()),
                Some(Dated::Planned(day)) => (String::new(), day.to_string()),
                None => (String::new(), String::new()),
            };
            let expected = [
                facts.item.id.to_string(),
                seen(&facts.item.title),
                facts.standing().to_owned(),
                actual,
                planned,
                facts.moved(),
                seen(facts.reason),
                seen(facts.note.unwrap_or_default()),
                facts.notes.to_string(),
            ];
            prop_assert_eq!(row, &expected);
        }
        // Without a note the sheet has a head and no rows, which is no table to its reader.
        // Notes about items that the plan does not have are in it, too.
        let items = book.items();
        let gone = items.iter().filter(|id| catalog().position(**id).is_none());
        let of_gone: usize = gone.map(|id| book.item(*id).live_notes().count()).sum();
        let notes = facts.iter().map(|facts| facts.notes).sum::<usize>() + of_gone;
        if notes > 0 {
            prop_assert_eq!(columns(sheet(&document, "记录"), ["编号"]).len(), notes);
        }
    }
}
