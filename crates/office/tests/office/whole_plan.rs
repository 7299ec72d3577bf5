//! 计划全文: what goes out comes back the same.

use proptest::prelude::*;
use yaodian_office::printed::{Columns, TaskNumbers};
use yaodian_office::{Made, printed};
use yaodian_plan::{Amendment, Basis, Item, Part, Place, Plan, SourceSpan, amended};
use yaodian_reading::document::{Block, Document, Table};
use yaodian_reading::formats::{Kind, read, recognise};
use yaodian_reading::understanding::Cause;
use yaodian_reading::{Hints, understand};

use crate::any_plan::any_plan;
use crate::support::{catalog, few, shown};
use crate::written::whole_plan;

/// A .docx as the reader of documents has it.
pub fn document(bytes: &[u8]) -> Document {
    assert_eq!(recognise(bytes, "计划.docx"), Ok(Kind::Docx));
    read(Kind::Docx, bytes).expect("a document")
}

/// The paragraphs of a document.
pub fn paragraphs(document: &Document) -> Vec<String> {
    let text = |block: &Block| match block {
        Block::Paragraph(paragraph) => Some(paragraph.line()),
        Block::Table(_) => None,
    };
    document.blocks.iter().filter_map(text).collect()
}

/// The tables of a document.
pub fn tables(document: &Document) -> Vec<&Table> {
    let table = |block: &'_ Block| matches!(block, Block::Table(_));
    let tables = document.blocks.iter().filter(|block| table(block));
    tables.filter_map(|block| if let Block::Table(table) = block { Some(table) } else { None }).collect()
}

/// A text as a reader of documents sees it: without blank lines, and without white space around lines.
pub fn seen(text: &str) -> String {
    let text = shown(text).replace(['\u{fffe}', '\u{ffff}'], "");
    let lines = text.split('\n').map(str::trim).filter(|line| !line.is_empty());
    lines.collect::<Vec<_>>().join("\n")
}

/// The rows of a table without its head, every place filled.
pub fn rows(table: &Table) -> Vec<Vec<String>> {
    let grid = table.grid();
    let row = |row| (0..grid.columns).map(|column| grid.shown(row, column)).collect();
    (table.header_rows..grid.rows()).map(row).collect()
}

fn all(plan: &Plan) -> Vec<usize> {
    (0..plan.items.len()).collect()
}

/// What a plan says, without where it stood in the document that it was read from.
fn said(plan: &Plan) -> Plan {
    let mut said = plan.clone();
    (said.id, said.links, said.corrections) = (String::new(), Vec::new(), Vec::new());
    said.sections.iter_mut().flat_map(|section| &mut section.points).for_each(|point| point.line = 0);
    for item in &mut said.items {
        item.source = SourceSpan { line: 0, text: String::new() };
    }
    said
}

#[test]
fn promise_36_the_bundled_plan_imported_from_its_word_file_is_the_same_plan() {
    let plan = &catalog().plan;
    let document = document(&whole_plan(plan, &Made::default()));
    let (read, _) = understand(&document, &Hints::default());
    let expected = said(plan);
    assert!(expected.items.iter().any(|item| item.responsibility.basis == Basis::Inferred));
    let read = said(&read.plan);
    for (read, expected) in read.items.iter().zip(&expected.items) {
        assert_eq!(read, expected);
    }
    assert_eq!(read, expected);
}

#[test]
fn promise_36_what_was_changed_stands_behind_the_plan_and_is_left_out_with_a_word_when_it_is_read() {
    let plan = &catalog().plan;
    let item = plan.items[3].id;
    let amendment = |place: Option<Place>, part: Part, before: &str, after: &str| {
        let [before, after, on, by] = [before, after, "2023-07-15", "张三"].map(str::to_owned);
        Amendment { place, part, before, after, on, by }
    };
    let amendments = vec![
        amendment(Some(Place::Item(item)), Part::Period, "3月", "4月"),
        amendment(Some(Place::Item(item)), Part::Links, "", "依据要点 3“听取报告”"),
        amendment(None, Part::Item, "", "一、附件 2 三月 1. 开展视察"),
    ];
    let changed = Plan { amendments, ..plan.clone() };
    let document = document(&whole_plan(&changed, &Made::default()));
    let lines = paragraphs(&document);
    assert!(lines.contains(&amended::RECORD.to_owned()));
    let line = format!("1. 2023-07-15 张三 把时间由 3月 改为 4月（{item} {}）", plan.items[3].title);
    assert!(lines.contains(&line), "{lines:?}");
    let (read, remarks) = understand(&document, &Hints::default());
    assert_eq!(self::said(&read.plan), self::said(plan));
    let left_out: Vec<_> = remarks.iter().filter(|one| one.cause == Cause::RecordLeftOut).collect();
    assert_eq!(left_out.len(), 1);
    let (read, remarks) =
        understand(&crate::whole_plan::document(&whole_plan(plan, &Made::default())), &Hints::default());
    assert_eq!(self::said(&read.plan), self::said(plan));
    assert!(remarks.iter().all(|one| one.cause != Cause::RecordLeftOut));
}

#[test]
fn which_units_were_inferred_is_said_below_the_table() {
    let document = document(&whole_plan(&catalog().plan, &Made::default()));
    let note = paragraphs(&document).pop().expect("a note");
    assert!(note.starts_with("注：原文按月列出承办部门，没有逐项对应"), "{note}");
    let inferred = |item: &&yaodian_plan::Item| item.responsibility.basis == Basis::Inferred;
    assert!(catalog().plan.items.iter().any(|item| inferred(&item)));
    assert!(note.contains("1月第1、2、3项；2月第1"), "{note}");
}

/// The plan without characters for private use, which are read as the glyphs of a font of symbols.
fn without_private_use(plan: &Plan) -> Plan {
    let is_private = |char: char| matches!(char, '\u{e000}'..='\u{f8ff}');
    let json: String =
        plan.to_json().chars().map(|char| if is_private(char) { '题' } else { char }).collect();
    Plan::from_json(&json).expect("a plan")
}

proptest! {
    #![proptest_config(few())]

    /// Whatever stands in a plan stands in its document, each text once and in its place.
    #[test]
    fn promise_36_any_plan_is_in_its_document(plan in any_plan()) {
        // Lines with these are read as the rows of a table that somebody has typed.
        prop_assume!(!format!("{plan:?}").contains(['|', '｜', '│']) && !format!("{plan:?}").contains("\\t"));
        let plan = without_private_use(&plan);
        let document = document(&whole_plan(&plan, &Made::default()));
        let mut expected = vec![plan.title.clone()];
        expected.extend((!plan.title.contains(&plan.year.to_string())).then(|| format!("（{}年）", plan.year)));
        expected.extend(plan.preamble.clone());
        for section in &plan.sections {
            expected.push(printed::section_heading(&plan, section));
            expected.extend(section.text.clone());
            expected.extend(section.subsections.iter().map(|below| format!("{}{}", below.number, below.title)));
            for point in &section.points {
                let number = printed::point_number(printed::point_form(&plan), point);
                let apart = if number.ends_with(|char: char| char.is_ascii()) { " " } else { "" };
                expected.push(format!("{number}{apart}{}。{}", point.heading, point.text));
            }
        }
        expected.push(format!("附件：1. {}\n2. {}", plan.annexes[0], plan.annexes[1]));
        expected.extend((!plan.title.contains(&plan.issuer)).then(|| plan.issuer.clone()));
        expected.push("附件 2".to_owned());
        expected.push(plan.annexes[1].clone());
        expected.extend(plan.notes.iter().map(|note| note.text.clone()));
        expected.extend(printed::inferred_note(&plan, &all(&plan)));
        if !plan.amendments.is_empty() {
            expected.extend([amended::RECORD.to_owned(), amended::RECORD_NOTE.to_owned()]);
            expected.extend((1..).zip(amended::record(&plan)).map(|(no, line)| format!("{no}. {line}")));
        }
        let expected: Vec<String> = expected.iter().map(|text| seen(text)).filter(|text| !text.is_empty()).collect();
        // A paragraph for each line, or a line in a paragraph, with the full stop of a sentence: the text is the same.
        let counts = |char: &char| !char.is_whitespace() && *char != '。';
        let bare = |lines: Vec<String>| lines.concat().chars().filter(counts).collect::<String>();
        prop_assert_eq!(bare(paragraphs(&document)), bare(expected));

        let tables = tables(&document);
        prop_assert_eq!(tables.len(), 1);
        let own = Columns::of_months(&plan);
        let serials = printed::Serials::of(&plan);
        let row = |item: &Item| {
            let time = printed::time(item);
            let mut cells = vec![time];
            cells.extend(TaskNumbers::of(&plan, &serials).cells(item, &serials));
            cells.push(printed::who(&plan, item));
            cells.extend(own.cells(item));
            cells.iter().map(|text| seen(text)).collect()
        };
        let expected: Vec<Vec<String>> = plan.items.iter().map(row).collect();
        prop_assert_eq!(rows(tables[0]), expected);
    }
}
