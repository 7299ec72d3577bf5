//! Tables with the progress, agendas, bulletins, and what has to be done at last.

use proptest::prelude::*;
use yaodian_export::facts;
use yaodian_office::Made;
use yaodian_office::word::Progress;
use yaodian_plan::query::{AsOf, Moment, Standing, Status};
use yaodian_progress::{Field, ProgressBook, Value, bulletin as collect};

use crate::support::{Edit as _, PLAN, book, catalog, day, item, july, month, recorded, stamp};
use crate::whole_plan::{document, paragraphs, rows, seen, tables};
use crate::written::{agenda, bulletin, monthly, schedule, supervision};

fn in_july() -> Moment {
    Moment::now(AsOf::Month(month(7)))
}

fn all() -> Vec<usize> {
    catalog().all().collect()
}

#[test]
fn a_schedule_as_issued_has_no_word_about_the_progress() {
    let made = Made::default();
    let issued = document(&schedule(catalog(), &all(), None, &made));
    assert_eq!(paragraphs(&issued), [catalog().plan.annexes[0].clone()]);
    let table = tables(&issued)[0].clone();
    assert_eq!(table.header_rows, 1);
    assert_eq!(table.rows[0].cells.len(), 7);
    assert_eq!(table.rows.len(), 1 + 43);
    // The first cell covers all rows of its category.
    assert_eq!(table.rows[1].cells[0].rowspan, 3);
    assert_eq!(table.rows[4].cells[0].shown(), "听取和审议/听取专项工作报告（16项）");
    let some = document(&schedule(catalog(), &[1, 5, 60], None, &made));
    assert_eq!(rows(tables(&some)[0]).len(), 2);
}

#[test]
fn an_agenda_says_when_and_where_and_what_was_put_off_to_it() {
    let mut book = ProgressBook::new(PLAN);
    book.set_session_date(july(), Some(day(7, 26)), stamp(1, "ann"));
    book.set_session_name(july(), "区十七届人大常委会第十二次会议", stamp(2, "ann"));
    book.set_session_place(july(), "三楼会议室", stamp(3, "ann"));
    book.set_status(item("s2-1"), recorded(Status::Postponed(month(7))), stamp(4, "ann"));
    let progress = Progress { book: &book, moment: in_july() };
    let lines = paragraphs(&document(&agenda(catalog(), july(), progress, &Made::default())));
    assert_eq!(lines[0], "区十七届人大常委会第十二次会议议程");
    assert_eq!(lines[1..4], ["时间：2023年7月26日", "地点：三楼会议室", "议题："]);
    let timings = book.states(catalog(), in_july()).timings;
    let agenda = book.agenda(catalog(), &timings, july());
    assert_eq!(lines.len(), 4 + agenda.lines.len() + 1 + agenda.apart.len());
    // What is held apart has a list of its own.
    let apart = lines.iter().position(|line| line == "另行安排：").expect("a list of its own");
    let outing = agenda.apart[0].item().expect("an item of the plan");
    assert!(lines[apart + 1].starts_with(&format!("1. {}", catalog().plan.items[outing].title)));
    let put_off = lines.iter().find(|line| line.contains("环境保护目标")).expect("the item that was put off");
    assert!(put_off.ends_with("（城建环资工委，已推迟（推迟到7月））"), "{put_off}");
}

#[test]
fn a_bulletin_has_every_line_of_the_one_on_screen() {
    let mut book = ProgressBook::new(PLAN);
    let may = stamp(1_684_900_000_000, "ann");
    book.set_status(item("s2-3"), recorded(Status::Done), may);
    book.add_note(item("s2-3"), "已上会", may);
    let report = collect(catalog(), &book, month(4)..=month(6), in_july());
    let file = bulletin(&report, "某区人大常委会", &Made { day: day(7, 15), ..Made::default() });
    let lines = paragraphs(&document(&file));
    assert_eq!(lines[1], "2023年4—6月进展通报");
    assert!(lines.contains(&report.summary()));
    for unit in &report.units {
        assert!(lines.iter().any(|line| line.contains(&unit.name)), "{}", unit.name);
        for (_, items) in &unit.groups {
            for item in items {
                assert!(lines.iter().any(|line| line.contains(&item.title)), "{}", item.title);
            }
        }
    }
    assert!(lines.contains(&"记录：已上会".to_owned()));
    assert_eq!(lines[lines.len() - 2..], ["某区人大常委会", "2023年7月15日"]);
}

#[test]
fn what_has_to_be_done_at_last_is_one_page_each() {
    let mut book = ProgressBook::new(PLAN);
    let long = "很长的一条记录。".repeat(2_000);
    book.add_note(item("s2-1"), &long, stamp(1, "ann"));
    let standings = book.states(catalog(), in_july()).standings;
    let late: Vec<usize> = catalog().all().filter(|at| standings[*at].is(Standing::Late)).collect();
    let progress = Progress { book: &book, moment: in_july() };
    let file = supervision(catalog(), &late, progress, &Made { day: day(7, 15), ..Made::default() });
    let read = document(&file);
    let tables = tables(&read);
    assert_eq!(tables.len(), late.len());
    for (table, at) in tables.iter().zip(&late) {
        let cells = rows(table);
        let item = &catalog().plan.items[*at];
        assert_eq!(cells[0][..2], ["督办事项".to_owned(), seen(&item.title)]);
        assert_eq!(cells[2][1], item.responsibility.text);
        let said: usize = cells.iter().map(|row| row[1].chars().count()).sum();
        assert!(said < 900, "{said} characters are more than a page holds");
    }
    let clipped =
        rows(tables[late.iter().position(|at| catalog().plan.items[*at].id == item("s2-1")).unwrap()]);
    assert!(clipped[4][1].ends_with("……（其余见台账）"), "{}", clipped[4][1]);
}

proptest! {
    // Each is five documents of 82 items, written and read.
    #![proptest_config(ProptestConfig::with_cases(12))]

    /// The column of the progress says of each item what the ledger says.
    #[test]
    fn the_progress_stands_beside_each_item(book in book(), name in ".*") {
        let mut book = book;
        book.set(Field::SessionName(july()), Value::Text(name), stamp(9, "ann"));
        let progress = Progress { book: &book, moment: in_july() };
        let files = [schedule, monthly].map(|make| make(catalog(), &all(), Some(progress), &Made::default()));
        let documents = files.map(|file| document(&file));
        let facts = facts(catalog(), &book, &all(), in_july());
        let said: Vec<Vec<String>> = documents.iter().flat_map(|file| rows(tables(file)[0])).collect();
        prop_assert_eq!(said.len(), facts.len());
        for (row, facts) in said.iter().zip(&facts) {
            let last = row.last().expect("a column");
            prop_assert!(last.starts_with(facts.standing()), "{}", last);
            prop_assert!(last.replace('\n', "").contains(&seen(facts.reason).replace('\n', "")), "{}", last);
        }
        // And every other document of it can be read.
        document(&agenda(catalog(), july(), progress, &Made::default()));
        document(&supervision(catalog(), &all(), progress, &Made::default()));
        let report = collect(catalog(), &book, month(1)..=month(12), in_july());
        document(&bulletin(&report, "某区人大常委会", &Made::default()));
    }
}
