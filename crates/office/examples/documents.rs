//! Writes every document of the bundled plan, and the book that they are made from, into a folder, to be looked at: `documents FOLDER`.

use std::path::Path;

use chrono::NaiveDate;
use yaodian_office::{Made, word};
use yaodian_plan::query::{AsOf, Catalog, Moment, Status};
use yaodian_plan::{MeetingKind, Month, Plan};
use yaodian_progress::{
    Author, AuthorId, Field, FileHead, ProgressBook, SessionId, Stamp, Value, bulletin, encode, new_note,
};

/// A book with something of everything.
fn book(catalog: &Catalog) -> ProgressBook {
    let mut book = ProgressBook::new(catalog.plan.id.clone());
    let by = AuthorId::new("wang1").expect("an id");
    let mut at = 1_689_000_000_000;
    let mut stamp = || {
        at += 60_000;
        Stamp::first(at, by)
    };
    let unit = catalog.plan.units.get(1).map(|unit| unit.id.clone());
    book.set(Field::Author(by), Value::Author(Author { name: "王芳".into(), unit }), stamp());
    let september = Month::new(9).expect("a month");
    let states = [Status::Done, Status::Doing, Status::Postponed(september), Status::NotStarted];
    for (item, status) in catalog.plan.items.iter().step_by(2).zip(states.into_iter().cycle()) {
        let writes = book.status_writes(&[item.id], Some(status), Some("按主任会议意见办理"));
        book.set_all(writes, stamp());
        let stamp = stamp();
        book.set_all(
            new_note(item.id, "已与区政府办公室、区财政局对接，材料初稿收到。", stamp).into_iter().collect(),
            stamp,
        );
    }
    let session =
        SessionId { meeting: MeetingKind::StandingCommittee, month: Month::new(7).expect("a month") };
    book.set(Field::SessionDate(session), Value::Date(NaiveDate::from_ymd_opt(2023, 7, 26)), stamp());
    book.set(Field::SessionPlace(session), Value::Text("区机关大院二号楼三楼会议室".into()), stamp());
    book
}

fn main() {
    let folder = std::env::args().nth(1).expect("a folder");
    let text = include_str!("../../../plans/nanhai-2023/plan.json");
    let catalog = Catalog::new(Plan::from_json(text).expect("the bundled plan is sound"));
    let book = book(&catalog);
    let month = |no| Month::new(no).expect("a month");
    let moment = Moment::now(AsOf::Month(month(7)));
    let progress = word::Progress { book: &book, moment };
    let day = NaiveDate::from_ymd_opt(2023, 7, 15).expect("a day");
    let made = Made { day, at_ms: 1_689_400_000_000, by: "王芳（财经工委）".into() };
    let all: Vec<usize> = catalog.all().collect();
    let late = |at: &usize| {
        book.states(&catalog, moment)
            .standings
            .get(*at)
            .is_some_and(|standing| standing.is(yaodian_plan::query::Standing::Late))
    };
    let late: Vec<usize> = catalog.all().filter(late).collect();
    let session = SessionId { meeting: MeetingKind::StandingCommittee, month: month(7) };
    let report = bulletin(&catalog, &book, month(4)..=month(6), moment);
    let files = [
        ("计划全文.docx", word::whole_plan(&catalog.plan, &made)),
        ("安排表.docx", word::schedule(&catalog, &all, None, &made)),
        ("安排表-进展.docx", word::schedule(&catalog, &all, Some(progress), &made)),
        ("月度计划-进展.docx", word::monthly(&catalog, &all, Some(progress), &made)),
        ("会议议程.docx", word::agenda(&catalog, session, progress, &made)),
        ("进展通报.docx", word::bulletin(&report, &catalog.plan.issuer, &made)),
        ("督办单.docx", word::supervision(&catalog, &late, progress, &made)),
    ];
    let book = encode(&book, &FileHead::default()).into_bytes();
    for (name, bytes) in files.into_iter().chain([("book.json", book)]) {
        std::fs::write(Path::new(&folder).join(name), bytes).expect("a file");
    }
}
