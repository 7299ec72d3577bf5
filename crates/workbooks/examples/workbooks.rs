//! Writes the workbooks of a plan into a folder, to be looked at and to be read by other programs:
//! `workbooks PLAN BOOK FOLDER`.

use std::path::Path;

use chrono::NaiveDate;
use yaodian_office::Made;
use yaodian_plan::query::{AsOf, Catalog, Moment};
use yaodian_plan::{Month, Plan};
use yaodian_progress::decode;

fn main() {
    let mut words = std::env::args().skip(1);
    let mut next = || words.next().expect("PLAN BOOK FOLDER");
    let (plan, book, folder) = (next(), next(), next());
    let read = |path: &str| std::fs::read_to_string(path).expect("a file");
    let catalog = Catalog::new(Plan::from_json(&read(&plan)).expect("a sound plan"));
    let book = decode(read(&book).as_bytes(), Some(&catalog.plan.id)).expect("a book of this plan").book;
    let moment = Moment::now(AsOf::Month(Month::new(7).expect("a month")));
    let day = NaiveDate::from_ymd_opt(2023, 7, 15).expect("a day");
    let made = Made { day, at_ms: 1_689_400_000_000, by: "王芳（财经工委）".into() };
    let all: Vec<usize> = catalog.all().collect();
    let ledger = yaodian_workbooks::ledger(&catalog, &book, &all, moment, &made);
    let forms = yaodian_workbooks::forms(&catalog, &book, &all, moment, &made);
    for (name, bytes) in [("工作台账.xlsx", ledger), ("填报表.zip", forms)] {
        std::fs::write(Path::new(&folder).join(name), bytes.expect("a workbook")).expect("a file");
    }
}
