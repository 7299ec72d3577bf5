//! Reading in slices: the same outcome as at once, with pauses all along, and a word on how far it is.

use std::cell::{Cell, RefCell};
use std::fmt::Write as _;
use std::pin::pin;
use std::rc::Rc;
use std::task::{Context, Poll, Waker};

use yaodian_pace::{Pace, Progress, Stage, at_once};
use yaodian_reading::formats::{self, Kind};
use yaodian_reading::{Hints, understand, understand_in_slices};

const ROWS: usize = 400;

fn text() -> String {
    let mut text =
        String::from("某市人大常委会2026年工作要点\n\n附件1\n\n某市人大常委会2026年工作安排表\n\n");
    text.push_str("类别\t序号\t项目\t承办部门\t时间\n");
    for no in 1..=ROWS {
        let _ = writeln!(text, "监督\t{no}\t听取第{no}件事情的报告\t财经工委\t{}月", no % 12 + 1);
    }
    text
}

fn page() -> String {
    let row = |line: &str| {
        let cells: String = line.split('\t').map(|cell| format!("<td>{cell}</td>")).collect();
        format!("<tr>{cells}</tr>")
    };
    let text = text();
    let rows: String = text.lines().skip(6).map(row).collect();
    format!("<h1>某市人大常委会2026年工作要点</h1><p>附件1</p><table>{rows}</table>")
}

/// A document of Word as one XML file.
fn flat() -> String {
    let paragraph = |text: &str| format!("<w:p><w:r><w:t>{text}</w:t></w:r></w:p>");
    let row = |line: &str| {
        let cells: String =
            line.split('\t').map(|cell| format!("<w:tc>{}</w:tc>", paragraph(cell))).collect();
        format!("<w:tr>{cells}</w:tr>")
    };
    let text = text();
    let rows: String = text.lines().skip(6).map(row).collect();
    format!(
        "<?xml version=\"1.0\"?><w:wordDocument xmlns:w=\"http://schemas.microsoft.com/office/word/2003/wordml\">\
         <w:body><wx:sect xmlns:wx=\"http://schemas.microsoft.com/office/word/2003/auxHint\">{}{}<w:tbl>{rows}</w:tbl>\
         </wx:sect></w:body></w:wordDocument>",
        paragraph("某市人大常委会2026年工作要点"),
        paragraph("附件1"),
    )
}

const GB18030: formats::Gb18030 = |_| (String::new(), 0);

fn cases() -> [(Kind, String); 3] {
    [(Kind::Text, text()), (Kind::Html, page()), (Kind::FlatXml, flat())]
}

#[test]
fn slices_change_nothing() {
    for (kind, source) in cases() {
        let whole = formats::read(kind, source.as_bytes()).expect("a document");
        let always = Pace::new(|_| true);
        let sliced = at_once(formats::read_in_slices(kind, source.as_bytes(), GB18030, &always));
        assert_eq!(sliced.as_ref(), Ok(&whole), "{kind:?}");
        let files = [(String::new(), whole.clone())];
        let (draft, said) = at_once(understand_in_slices(&files, &Hints::default(), &always));
        assert_eq!((draft.plan.items.len(), &draft), (ROWS, &understand(&whole, &Hints::default()).0));
        assert_eq!(said, understand(&whole, &Hints::default()).1, "{kind:?}");
    }
}

#[test]
fn a_long_text_is_read_in_slices_too() {
    let mut text = String::from("某市人大常委会2026年工作要点\n\n一、监督工作\n\n");
    for no in 1..=ROWS {
        let _ = write!(text, "{no}．加强第{no}项监督。听取第{no}件事情的报告。\n\n");
    }
    let document = formats::read(Kind::Text, text.as_bytes()).expect("a document");
    let files = [(String::new(), document)];
    let asked: Rc<Cell<usize>> = Rc::default();
    let counter = asked.clone();
    let pace = Pace::new(move |progress| {
        counter.set(counter.get() + usize::from(progress.stage == Stage::Understand));
        true
    });
    let sliced = at_once(understand_in_slices(&files, &Hints::default(), &pace));
    assert_eq!(sliced, understand(&files[0].1, &Hints::default()));
    assert_eq!(sliced.0.plan.points().count(), ROWS);
    // Its paragraphs are taken up, told apart, numbered, and made points of.
    assert!(asked.get() >= 4 * OFTEN, "{}", asked.get());
}

#[test]
fn a_paragraph_of_many_sentences_is_read_in_slices_too() {
    let sentences: String =
        (1..=ROWS).map(|no| format!("{}月听取第{no}件事情的报告。", no % 12 + 1)).collect();
    let text = format!("某市人大常委会2026年工作要点\n\n一、监督工作\n\n1．{sentences}\n");
    let document = formats::read(Kind::Text, text.as_bytes()).expect("a document");
    let files = [(String::new(), document)];
    let paused: Rc<Cell<usize>> = Rc::default();
    let counter = paused.clone();
    let pace = Pace::new(move |progress| {
        counter.set(counter.get() + usize::from(progress.stage == Stage::Understand));
        true
    });
    let sliced = at_once(understand_in_slices(&files, &Hints::default(), &pace));
    assert_eq!(sliced, understand(&files[0].1, &Hints::default()));
    assert!(paused.get() >= OFTEN, "{}", paused.get());
}

/// Everything that is done row by row asks at least once in so many rows.
const OFTEN: usize = ROWS / 16;

#[test]
fn every_stage_tells_how_far_it_is() {
    for (kind, source) in cases() {
        let told: Rc<RefCell<Vec<Progress>>> = Rc::default();
        let teller = told.clone();
        let pace = Pace::new(move |progress| {
            teller.borrow_mut().push(progress);
            false
        });
        let document = at_once(formats::read_in_slices(kind, source.as_bytes(), GB18030, &pace));
        let files = [(String::new(), document.expect("a document"))];
        at_once(understand_in_slices(&files, &Hints::default(), &pace));
        for stage in [Stage::Read, Stage::Understand, Stage::Names, Stage::Items, Stage::Links] {
            let told = told.borrow();
            let told: Vec<&Progress> = told.iter().filter(|progress| progress.stage == stage).collect();
            assert!(told.len() >= OFTEN, "{kind:?} {stage:?} {}", told.len());
            assert!(told.iter().all(|progress| progress.done <= progress.total), "{kind:?} {stage:?}");
        }
    }
}

#[test]
fn what_is_dropped_is_stopped() {
    let source = text();
    let asked = Rc::new(Cell::new(0));
    let asks = asked.clone();
    let pace = Pace::new(move |_| {
        asks.set(asks.get() + 1);
        true
    });
    {
        let mut work = pin!(formats::read_in_slices(Kind::Text, source.as_bytes(), GB18030, &pace));
        let mut context = Context::from_waker(Waker::noop());
        assert_eq!(work.as_mut().poll(&mut context), Poll::Pending);
        assert_eq!(asked.get(), 1);
    }
    assert_eq!(asked.get(), 1);
}
