//! 计划全文: what goes out comes back the same.

use proptest::prelude::*;
use yaodian_office::word::whole_plan;
use yaodian_office::{Made, printed};
use yaodian_plan::{Basis, Plan};
use yaodian_reading::document::{Block, Document, Table};
use yaodian_reading::formats::{Kind, read, recognise};
use yaodian_reading::import;

use crate::any_plan::any_plan;
use crate::support::{catalog, few, shown};

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

/// A document as a text that somebody pastes: tables with tabs.
fn pasted(document: &Document) -> String {
    let mut out = String::new();
    for block in &document.blocks {
        match block {
            Block::Paragraph(paragraph) => out.push_str(&format!("\n{}\n", paragraph.line())),
            Block::Table(table) => {
                let grid = table.grid();
                out.push('\n');
                for (at, row) in table.rows.iter().enumerate() {
                    let cell = |column| {
                        // The reader of texts takes a month for each row, and a category for several.
                        let covered = row.cells.iter().all(|cell| cell.column != column);
                        let is_blank = covered && grid.columns > 4;
                        if is_blank { String::new() } else { grid.shown(at, column).replace('\n', "") }
                    };
                    let cells: Vec<String> = (0..grid.columns).map(cell).collect();
                    out.push_str(&format!("{}\n", cells.join("\t")));
                }
            }
        }
    }
    out
}

#[test]
fn promise_36_the_bundled_plan_imported_from_its_word_file_is_the_same_plan() {
    let plan = &catalog().plan;
    let document = document(&whole_plan(plan, &Made::default()));
    let (read, _) = import(&pasted(&document));
    assert_eq!([&read.title, &read.issuer], [&plan.title, &plan.issuer]);
    assert_eq!([&read.preamble, &read.annexes], [&plan.preamble, &plan.annexes]);
    assert_eq!(read.year, plan.year);
    assert_eq!(read.categories, plan.categories);
    let points = |plan: &Plan| -> Vec<_> {
        plan.points().map(|point| (point.no, point.heading.clone(), point.text.clone())).collect()
    };
    assert_eq!(points(&read), points(plan));
    let sections = |plan: &Plan| -> Vec<_> {
        plan.sections
            .iter()
            .map(|section| (section.no, section.title.clone(), section.points.len()))
            .collect()
    };
    assert_eq!(sections(&read), sections(plan));
    assert_eq!(read.items.len(), plan.items.len());
    for (read, item) in read.items.iter().zip(&plan.items) {
        assert_eq!(read.id, item.id);
        assert_eq!(read.title, item.title);
        assert_eq!(read.responsibility.text, item.responsibility.text, "{}", item.title);
        assert_eq!([&read.period], [&item.period], "{}", item.title);
        assert_eq!([&read.meetings], [&item.meetings], "{}", item.title);
        assert_eq!([&read.remark, &read.condition], [&item.remark, &item.condition], "{}", item.title);
    }
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

proptest! {
    #![proptest_config(few())]

    /// Whatever stands in a plan stands in its document, each text once and in its place.
    #[test]
    fn promise_36_any_plan_is_in_its_document(plan in any_plan()) {
        let document = document(&whole_plan(&plan, &Made::default()));
        let mut expected = vec![plan.title.clone()];
        expected.extend(plan.preamble.clone());
        for section in &plan.sections {
            expected.push(format!("{}、{}", section.numeral(), section.title));
            for point in &section.points {
                expected.push(format!("{}. {}。{}", point.no, point.heading, point.text));
            }
        }
        expected.push(format!("附件：1. {}", plan.annexes[1]));
        expected.push("附件 1".to_owned());
        expected.push(plan.annexes[1].clone());
        let all: Vec<usize> = (0..plan.items.len()).collect();
        expected.extend(printed::inferred_note(&plan, &all));
        let expected: Vec<String> = expected.iter().map(|text| seen(text)).filter(|text| !text.is_empty()).collect();
        // A paragraph for each line, or a line in a paragraph: the text is the same.
        prop_assert_eq!(paragraphs(&document).join("\n"), expected.join("\n"));

        let tables = tables(&document);
        prop_assert_eq!(tables.len(), 1);
        let expected: Vec<Vec<String>> = plan.items.iter().map(|item| vec![
            item.id.to_string().trim_start_matches('m').split('-').next().unwrap_or_default().to_owned() + "月",
            seen(&printed::task(item)),
            seen(&item.responsibility.text),
            seen(item.remark.as_deref().unwrap_or_default()),
        ]).collect();
        prop_assert_eq!(rows(tables[0]), expected);
    }
}
