//! Every file for Word and Excel, for readers that know nothing of this project; and what forms say that they have filled
//! in.
//!
//! - `office_files write FOLDER`: the files of the bundled plan, with something of everything recorded, and what must be
//!   in them as `expected.json`.
//! - `office_files read FILE…`: what was understood of forms, as a line of JSON each.
//! - `office_files time ITEMS`: how long each file takes for so many items.

use std::path::Path;
use std::time::Instant;

use chrono::NaiveDate;
use serde_json::{Value as Json, json};
use yaodian_export::facts;
use yaodian_office::{Made, form, word};
use yaodian_pace::{Pace, at_once};
use yaodian_plan::query::{AsOf, Catalog, Moment, Standing, Status};
use yaodian_plan::{ItemId, MeetingKind, Month, Plan, UnitId};
use yaodian_progress::{Author, AuthorId, Field, ProgressBook, SessionId, Stamp, Value, bulletin, new_note};
use yaodian_sheets::Hidden;

/// The moment at which forms are made: 2023-07-15.
const MADE: i64 = 1_689_400_000_000;

fn main() {
    let words: Vec<String> = std::env::args().skip(1).collect();
    match words.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["write", folder] => write(Path::new(folder)),
        ["read", ref files @ ..] => files.iter().for_each(|file| println!("{}", read(Path::new(file)))),
        ["time", items] => time(items.parse().expect("a number")),
        _ => panic!("write FOLDER, read FILE…, or time ITEMS"),
    }
}

fn bundled() -> Plan {
    Plan::from_json(include_str!("../../../plans/nanhai-2023/plan.json")).expect("the bundled plan is sound")
}

fn month(number: u8) -> Month {
    Month::new(number).expect("a month")
}

fn moment() -> Moment {
    Moment::now(AsOf::Month(month(7)))
}

fn made() -> Made {
    let day = NaiveDate::from_ymd_opt(2023, 7, 15).expect("a day");
    Made { day, at_ms: MADE, by: "王芳（财经工委）".into() }
}

fn july() -> SessionId {
    SessionId { meeting: MeetingKind::StandingCommittee, month: month(7) }
}

/// A book with something of everything.
fn book(catalog: &Catalog) -> ProgressBook {
    let mut book = ProgressBook::new(catalog.plan.id.clone());
    let by = AuthorId::new("wang1").expect("an id");
    let mut at = MADE - 600_000_000;
    let mut stamp = || {
        at += 1_000;
        Stamp::first(at, by)
    };
    let unit = catalog.plan.units.get(1).map(|unit| unit.id.clone());
    book.set(Field::Author(by), Value::Author(Author { name: "王芳".into(), unit }), stamp());
    let states = [Status::Done, Status::Doing, Status::Postponed(month(9)), Status::NotStarted];
    for (item, status) in catalog.plan.items.iter().step_by(2).zip(states.into_iter().cycle()) {
        let writes = book.status_writes(&[item.id], Some(status), Some("按主任会议意见办理"));
        book.set_all(writes, stamp());
        if status == Status::Done {
            let day = NaiveDate::from_ymd_opt(2023, 6, 20);
            book.set(Field::Date(item.id), Value::Date(day), stamp());
        }
        let stamp = stamp();
        let note = new_note(item.id, "=HYPERLINK(\"x\") 已与区财政局对接，初稿收到。\n下周再报。", stamp);
        book.set_all(note.into_iter().collect(), stamp);
    }
    book.set(Field::SessionDate(july()), Value::Date(NaiveDate::from_ymd_opt(2023, 7, 26)), stamp());
    book.set(Field::SessionPlace(july()), Value::Text("三楼会议室".into()), stamp());
    book
}

fn write(folder: &Path) {
    let catalog = Catalog::new(bundled());
    let book = book(&catalog);
    let all: Vec<usize> = catalog.all().collect();
    let late = late(&catalog, &book);
    for (name, bytes) in files(&catalog, &book, &all, &late) {
        std::fs::write(folder.join(name), bytes).expect("a file");
    }
    for unit in &catalog.plan.units {
        let name = format!("form-{}.xlsx", unit.id);
        std::fs::write(folder.join(name), form_of(&catalog, &book, &unit.id, &all)).expect("a file");
    }
    let items: Vec<Json> = facts(&catalog, &book, &all, moment()).iter().map(expected).collect();
    let expected = json!({
        "title": catalog.plan.title, "annexes": catalog.plan.annexes, "late": late.len(), "items": items,
        "units": catalog.plan.units.iter().map(|unit| &unit.name).collect::<Vec<_>>(),
        "points": catalog.plan.points().map(|point| &point.heading).collect::<Vec<_>>(),
        "notes": book.note_count(),
    });
    std::fs::write(folder.join("expected.json"), expected.to_string()).expect("a file");
}

fn form_of(catalog: &Catalog, book: &ProgressBook, unit: &UnitId, all: &[usize]) -> Vec<u8> {
    let (made, pace) = (made(), Pace::default());
    let form = yaodian_workbooks::form(catalog, book, unit, all, moment(), &made, &pace);
    at_once(form).expect("a form")
}

fn expected(facts: &yaodian_export::Facts<'_>) -> Json {
    let item = facts.item;
    json!({
        "id": item.id.to_string(), "title": item.title, "who": item.responsibility.text,
        "when": item.period_text, "schedule": item.id.is_schedule(), "standing": facts.standing(),
        "late": facts.stands.is(Standing::Late), "note": facts.note, "remark": item.remark,
        "actual": facts.dated.map(|dated| match dated {
            yaodian_progress::Dated::Actual(day) | yaodian_progress::Dated::Planned(day) => day.to_string(),
        }),
        "meetings": item.meetings.iter().map(|meeting| meeting.to_string()).collect::<Vec<_>>(),
        "category": facts.category,
    })
}

fn late(catalog: &Catalog, book: &ProgressBook) -> Vec<usize> {
    let standings = book.states(catalog, moment()).standings;
    let is_late = |at: &usize| standings.get(*at).is_some_and(|standing| standing.is(Standing::Late));
    catalog.all().filter(is_late).collect()
}

type Named = (&'static str, Vec<u8>);

fn files(catalog: &Catalog, book: &ProgressBook, all: &[usize], late: &[usize]) -> Vec<Named> {
    let progress = word::Progress { book, moment: moment() };
    let report = bulletin(catalog, book, month(7)..=month(9), moment());
    let (made, pace) = (&made(), &Pace::default());
    let some = Some(progress);
    vec![
        timed("plan.docx", word::whole_plan(&catalog.plan, made, pace)),
        timed("schedule.docx", word::schedule(catalog, all, None, made, pace)),
        timed("schedule-progress.docx", word::schedule(catalog, all, some, made, pace)),
        timed("monthly-progress.docx", word::monthly(catalog, all, some, made, pace)),
        timed("agenda.docx", word::agenda(catalog, july(), progress, made, pace)),
        timed("bulletin.docx", word::bulletin(&report, &catalog.plan.issuer, made, pace)),
        timed("supervision.docx", word::supervision(catalog, late, progress, made, pace)),
        timed("ledger.xlsx", async {
            yaodian_workbooks::ledger(catalog, book, all, moment(), made, pace).await.expect("a file")
        }),
        timed("forms.zip", async {
            yaodian_workbooks::forms(catalog, book, all, moment(), made, pace).await.expect("a file")
        }),
    ]
}

/// Does the work, which begins only now, and says how long it takes.
fn timed(name: &'static str, work: impl Future<Output = Vec<u8>>) -> Named {
    let start = Instant::now();
    let bytes = at_once(work);
    eprintln!("{name}: {} ms, {} KB", start.elapsed().as_millis(), bytes.len() / 1024);
    (name, bytes)
}

/// What was understood of a form.
fn read(file: &Path) -> Json {
    let catalog = Catalog::new(bundled());
    let book = book(&catalog);
    let bytes = std::fs::read(file).expect("a file");
    let document = match yaodian_sheets::read_with(&bytes, Hidden::Read) {
        Ok(document) => document,
        Err(error) => return json!({ "error": error.to_string() }),
    };
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    let Some(back) = form::read(&document, &catalog, &book, &name, MADE + 86_400_000) else {
        return json!({ "error": "no form" });
    };
    let item = |id: ItemId| {
        let item = back.book.item(id);
        let notes: Vec<&str> = item.live_notes().map(|(_, text)| text).collect();
        let status = item.status().map(yaodian_plan::names::status_phrase);
        json!({ "status": status, "day": item.date().map(|day| day.to_string()), "notes": notes })
    };
    let items: serde_json::Map<String, Json> =
        back.book.items().into_iter().map(|id| (id.to_string(), item(id))).collect();
    let refused = back.rows.iter().filter(|row| row.said.iter().any(form::Said::is_refusal)).count();
    let said = back.rows.iter().flat_map(|row| &row.said).map(ToString::to_string);
    json!({
        "plan": back.plan, "items": items, "refused": refused, "kept": back.book.aside.len(),
        "said": said.collect::<Vec<_>>(), "blank": back.blank,
    })
}

/// The bundled plan again and again, under ids of its own.
fn large(items: usize) -> Plan {
    let mut plan = bundled();
    let seed = plan.items.clone();
    plan.items.clear();
    for (no, item) in (0..items).zip(seed.iter().cycle()) {
        let round = u16::try_from(no / seed.len()).expect("a number");
        let mut item = item.clone();
        item.id = match item.id {
            ItemId::Schedule { category, no } => ItemId::Schedule { category, no: no + 100 * round },
            ItemId::Monthly { month, no } => ItemId::Monthly { month, no: no + 100 * round },
        };
        plan.items.push(item);
    }
    plan
}

fn time(items: usize) {
    let catalog = Catalog::new(large(items));
    let book = book(&catalog);
    let all: Vec<usize> = catalog.all().collect();
    let files = files(&catalog, &book, &all, &late(&catalog, &book));
    let form = form_of(&catalog, &book, &catalog.plan.units[1].id, &all);
    let start = Instant::now();
    let document = yaodian_sheets::read_with(&form, Hidden::Read).expect("a workbook");
    let back = form::read(&document, &catalog, &book, "form.xlsx", MADE).expect("a form");
    eprintln!("a form back: {} ms, {} rows", start.elapsed().as_millis(), back.rows.len() + back.blank);
    assert!(files.iter().all(|(_, bytes)| !bytes.is_empty()));
}
