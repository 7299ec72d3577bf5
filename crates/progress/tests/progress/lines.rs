//! Fields of one line: what is typed there is a draft, and leaving the field records it.

use yaodian_plan::UnitId;
use yaodian_plan::query::Status;
use yaodian_progress::{
    Author, Draft, Field, Line, NoteId, ProgressBook, RecordedStatus, Value, default_steps, is_draft,
    new_agenda_entry,
};

use crate::support::{Edit as _, PLAN, by, item, july, stamp};

fn typed(initial: &str, text: &str) -> Draft {
    Draft { initial: initial.to_owned(), text: text.to_owned() }
}

fn record(book: &mut ProgressBook, line: Line, draft: &Draft, at: i64) -> bool {
    match line.write(book, draft) {
        Some((field, value)) => book.set(field, value, stamp(at, "a")).is_some(),
        None => false,
    }
}

fn step(at: usize, of: usize) -> Line {
    Line::Step { session: july(), at, of }
}

#[test]
fn every_line_has_a_draft_of_its_own() {
    let lines = [
        Line::SessionName(july()),
        Line::SessionPlace(july()),
        step(2, 6),
        step(2, 7),
        Line::StepDays { session: july(), at: 2, of: 6 },
        Line::AgendaEntry(july(), NoteId::new(stamp(1, "a"), "人事任免")),
        Line::AgendaEntry(july(), NoteId::new(stamp(1, "a"), "通报")),
        Line::Reason(item("s4-1")),
        Line::AuthorName(by("k3f9x2")),
    ];
    for (at, line) in lines.iter().enumerate() {
        let key = line.draft();
        assert!(is_draft(&key));
        assert_eq!(Line::of_draft(&key), Some(*line));
        assert!(lines.iter().skip(at + 1).all(|other| other.draft() != key));
    }
    for key in
        ["draft/s4-1", "draft/line/name/x", "draft/line/step/standing_committee-7/1", "draft/line/other/s4-1"]
    {
        assert_eq!(Line::of_draft(key), None, "{key}");
    }
}

#[test]
fn leaving_a_line_records_its_text_and_nothing_else() {
    let mut book = ProgressBook::new(PLAN);
    let id = item("s4-1");
    let done = RecordedStatus { status: Some(Status::Done), reason: String::new() };
    book.set_status(id, done, stamp(1, "a"));
    book.set_author(
        by("a"),
        Author { name: String::new(), unit: Some(UnitId("law".to_owned())) },
        stamp(1, "a"),
    );
    let cases = [
        (Line::SessionName(july()), " 第十二次会议 ", "第十二次会议"),
        (Line::SessionPlace(july()), "三楼", "三楼"),
        (Line::Reason(id), "常委会已通过", "常委会已通过"),
        (Line::AuthorName(by("a")), "王芳", "王芳"),
    ];
    for (line, text, recorded) in cases {
        assert_eq!(line.recorded(&book), "");
        assert!(record(&mut book, line, &typed("", text), 2));
        assert_eq!(line.recorded(&book), recorded);
        assert!(!record(&mut book, line, &typed("", recorded), 3), "nothing is written twice");
    }
    assert_eq!(book.item(id).status(), Some(Status::Done));
    assert_eq!(book.author(by("a")).and_then(|author| author.unit.clone()), Some(UnitId("law".to_owned())));
    assert!(record(&mut book, Line::SessionName(july()), &typed("第十二次会议", ""), 4));
    assert_eq!(book.session(july()).name(), "");
}

#[test]
fn what_somebody_else_recorded_meanwhile_is_not_lost() {
    let mut book = ProgressBook::new(PLAN);
    let line = Line::SessionName(july());
    book.set_session_name(july(), "甲", stamp(1, "a"));
    assert!(record(&mut book, line, &typed("", "乙"), 2));
    assert_eq!(line.recorded(&book), "甲；乙");
    // And what was read before it was replaced is gone.
    assert!(record(&mut book, line, &typed("甲；乙", "丙"), 3));
    assert_eq!(line.recorded(&book), "丙");
}

#[test]
fn the_days_of_a_step_are_recorded_with_its_side() {
    let mut book = ProgressBook::new(PLAN);
    let line = |at| Line::StepDays { session: july(), at, of: 6 };
    let offsets = |book: &ProgressBook| {
        book.session(july()).steps().into_iter().map(|step| step.offset_days).collect::<Vec<_>>()
    };
    assert_eq!(line(1).recorded(&book), "20");
    assert!(record(&mut book, line(1), &typed("20", "9"), 1));
    assert!(record(&mut book, line(5), &typed("60", "100000"), 2));
    assert_eq!(offsets(&book), [-30, -9, -10, -5, 7, 999]);
    assert!(!record(&mut book, line(1), &typed("9", "九"), 3));
    assert!(!record(&mut book, line(1), &typed("9", ""), 3));
    assert!(!record(&mut book, Line::StepDays { session: july(), at: 1, of: 7 }, &typed("9", "8"), 3));
}

#[test]
fn a_step_is_known_by_its_name_when_the_list_has_changed() {
    let names = |book: &ProgressBook| {
        book.session(july()).steps().into_iter().map(|step| step.name).collect::<Vec<_>>().join(" ")
    };
    let mut book = ProgressBook::new(PLAN);
    assert!(record(&mut book, step(1, 6), &typed("初稿", "第一稿"), 1));
    assert_eq!(names(&book), "材料征集 第一稿 定稿 印发 审议意见交办 反馈");
    assert!(!record(&mut book, step(1, 6), &typed("第一稿", " "), 2), "a step without a name is none");
    // Another page has removed the first one.
    let mut shorter = book.session(july()).steps();
    shorter.remove(0);
    book.set_session_steps(july(), Some(shorter), stamp(3, "a"));
    assert!(record(&mut book, step(2, 6), &typed("定稿", "送审稿"), 4));
    assert_eq!(names(&book), "第一稿 送审稿 印发 审议意见交办 反馈");
    // Another page has removed the one that somebody types in.
    assert!(record(&mut book, step(0, 6), &typed("材料征集", "征集材料"), 5));
    assert_eq!(names(&book), "第一稿 送审稿 印发 审议意见交办 反馈 征集材料");
    assert!(!record(&mut book, step(0, 6), &typed("材料征集", "征集材料"), 6));
    // Two pages have renamed the same one.
    assert!(record(&mut book, step(0, 6), &typed("初稿", "草稿"), 7));
    assert_eq!(names(&book).split(' ').next(), Some("第一稿；草稿"));
    assert_eq!(default_steps().len(), 6);
    let recorded = book
        .get(Field::SessionSteps(july()))
        .map(|register| matches!(&*register.value, Value::Steps(Some(_))));
    assert_eq!(recorded, Some(true));
}

#[test]
fn what_was_added_to_an_agenda_keeps_words_and_is_not_lost_while_somebody_works_on_it() {
    let mut book = ProgressBook::new(PLAN);
    let (field, value) = new_agenda_entry(july(), "人事任免", stamp(1, "a")).expect("a text");
    book.set(field, value, stamp(1, "a"));
    let Field::AgendaEntry(_, entry) = field else { panic!("{field:?}") };
    let line = Line::AgendaEntry(july(), entry);
    assert_eq!(line.recorded(&book), "人事任免");
    assert!(record(&mut book, line, &typed("人事任免", "人事任免事项"), 2));
    assert_eq!(line.recorded(&book), "人事任免事项");
    assert!(!record(&mut book, line, &typed("人事任免事项", "  "), 3), "one without words is none");
    // Another page has taken it off. It comes back only where somebody has changed it.
    book.set(field, Value::Entry(None), stamp(4, "a"));
    assert!(!record(&mut book, line, &typed("人事任免事项", "人事任免事项"), 5));
    assert!(record(&mut book, line, &typed("人事任免事项", "人事任免案"), 6));
    assert!(line.recorded(&book).contains("人事任免案"));
}
