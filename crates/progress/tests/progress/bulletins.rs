//! 进展通报.

use chrono::{Datelike, NaiveDate};
use proptest::prelude::*;
use yaodian_plan::ItemId;
use yaodian_plan::query::{AsOf, Moment, Standing, Status, Tally};
use yaodian_progress::{Bulletin, ProgressBook, RecordedStatus, bulletin};

use crate::support::{self, Edit as _, PLAN, catalog, day, few, item, month, recorded, stamp};

/// 2023-03-15 in China.
const MARCH: i64 = 1_678_852_800_000;

fn book() -> ProgressBook {
    let mut book = ProgressBook::new(PLAN);
    book.set_status(item("s1-1"), recorded(Status::Done), stamp(MARCH, "a"));
    book.add_note(item("s1-1"), "已作出决议\n\n 并公告", stamp(MARCH, "a"));
    let reason = "等上级文件".to_owned();
    let postponed = RecordedStatus { status: Some(Status::Postponed(month(11))), reason };
    book.set_status(item("m3-1"), postponed, stamp(MARCH, "a"));
    // Due in September, but something was noted in March.
    book.add_note(item("s1-2"), "已提前对接", stamp(MARCH, "a"));
    book
}

fn ids(bulletin: &Bulletin, standing: Standing) -> Vec<ItemId> {
    let groups = bulletin.units.iter().flat_map(|unit| &unit.groups);
    let lines = groups.filter(|(it, _)| *it == standing).flat_map(|(_, lines)| lines);
    lines.map(|line| line.id).collect()
}

/// A bulletin of some months as it is made in a month of the year.
fn seen(book: &ProgressBook, months: (u8, u8), today: u8) -> Bulletin {
    let range = month(months.0)..=month(months.1);
    bulletin(catalog(), book, range, Moment::now(AsOf::Month(month(today))))
}

#[test]
fn a_bulletin_tells_of_what_is_due_late_or_was_written() {
    let march = seen(&book(), (3, 3), 3);
    assert_eq!(ids(&march, Standing::Done), [item("s1-1")]);
    assert_eq!(ids(&march, Standing::Postponed), [item("m3-1")]);
    assert!(ids(&march, Standing::NotStarted).contains(&item("s1-2")));
    assert!(
        ids(&march, Standing::Late)
            .iter()
            .all(|id| !matches!(id, ItemId::Monthly { month, .. } if month.number() > 2))
    );
    assert!(!ids(&march, Standing::Late).is_empty(), "what February left over");
    let units: usize = march.units.iter().map(|unit| unit.tally.total()).sum();
    assert_eq!(march.tally.total(), units);

    // In November what was postponed to it is due, and at the end of the year it is late.
    assert_eq!(ids(&seen(&book(), (11, 11), 12), Standing::Postponed), [item("m3-1")]);
    assert!(ids(&seen(&book(), (1, 12), 12), Standing::Late).contains(&item("m3-1")));
    // The document's own 已完成 counts in January.
    assert_eq!(seen(&ProgressBook::new(PLAN), (1, 1), 1).tally.count(Standing::Done), 3);
}

/// What came afterwards is not known in it: neither what became late nor what was recorded.
#[test]
fn a_bulletin_of_march_says_in_july_what_it_said_in_march() {
    let mut later = book();
    let july = stamp(MARCH + 117 * 86_400_000, "b");
    later.set_status(item("m3-2"), recorded(Status::Done), july);
    later.set_status(item("s2-1"), recorded(Status::Cancelled), july);
    later.add_note(item("s1-1"), "七月补记", july);
    let march = seen(&later, (3, 3), 7);
    assert_eq!(march.to_text(), seen(&book(), (3, 3), 3).to_text());
    assert!(march.summary().starts_with("截至3月，共 "), "{}", march.summary());
    // So does one of the first quarter after the year.
    let quarter = bulletin(catalog(), &later, month(1)..=month(3), AsOf::After.into());
    assert_eq!(quarter.as_of, AsOf::Month(month(3)));
    assert!(quarter.to_text().contains("2023年1—3月进展通报\n\n截至3月，共 "));
    // But from a month before its end it may be looked at.
    let early = Moment { as_of: AsOf::Month(month(1)), today: AsOf::Month(month(7)) };
    assert_eq!(bulletin(catalog(), &later, month(3)..=month(3), early).as_of, AsOf::Month(month(1)));
}

#[test]
fn what_was_finished_on_a_day_of_the_month_is_told_with_it_though_it_was_recorded_later() {
    let mut book = ProgressBook::new(PLAN);
    let july = stamp(MARCH + 117 * 86_400_000, "a");
    book.set_status(item("m2-1"), recorded(Status::Done), july);
    book.set_date(item("m2-1"), Some(day(5, 25)), july);
    book.set_status(item("m2-2"), recorded(Status::Done), july);
    let may = seen(&book, (5, 5), 7);
    assert_eq!(ids(&may, Standing::Done), [item("m2-1")]);
    let told = may.to_text();
    assert!(told.contains("（2月），5月25日完成\n"), "{told}");
    assert!(!ids(&seen(&book, (4, 4), 7), Standing::Done).contains(&item("m2-1")), "it was not done yet");
    // Without the day, it counts from when it was recorded, and says so.
    let told = seen(&book, (7, 7), 7).to_text();
    assert!(told.contains("（2月），7月10日登记完成\n"), "{told}");
}

#[test]
fn its_lines_are_in_the_order_of_time_and_what_is_done_in_that_of_its_day() {
    let mut book = ProgressBook::new(PLAN);
    let done = [("m5-1", day(3, 2)), ("m2-1", day(6, 3)), ("m2-2", day(4, 9)), ("s1-1", day(4, 1))];
    for (id, day) in done {
        book.set_status(item(id), recorded(Status::Done), stamp(MARCH + 117 * 86_400_000, "a"));
        book.set_date(item(id), Some(day), stamp(MARCH + 117 * 86_400_000, "a"));
    }
    let year = seen(&book, (1, 12), 7);
    for unit in &year.units {
        for (standing, lines) in &unit.groups {
            let ranks: Vec<u32> = lines.iter().map(|line| rank(line.id, *standing, &done)).collect();
            assert!(ranks.is_sorted(), "{standing:?} {ranks:?} in {}", unit.name);
        }
    }
    // Two of one unit, finished on 1 and 9 April.
    let all: Vec<ItemId> = ids(&year, Standing::Done);
    let place = |id| all.iter().position(|other| *other == item(id)).expect(id);
    assert!(place("s1-1") < place("m2-2"), "{all:?}");
}

/// The day of what is done, the first month of the rest.
fn rank(id: ItemId, standing: Standing, done: &[(&str, NaiveDate)]) -> u32 {
    let period = catalog().plan.item(id).expect("an item").period;
    let own = done.iter().find(|(other, _)| item(other) == id);
    match own.filter(|_| standing == Standing::Done) {
        Some((_, day)) => day.month() * 32 + day.day(),
        None if standing == Standing::Done => period.months().map_or(13, |(_, last)| last.number()).into(),
        None => period.months().map_or(13, |(first, _)| first.number()).into(),
    }
}

#[test]
fn what_is_in_hand_and_late_is_counted_as_both_and_told_once() {
    let mut book = ProgressBook::new(PLAN);
    book.set_status(item("m2-1"), recorded(Status::Doing), stamp(MARCH, "a"));
    book.set_status(item("m3-1"), recorded(Status::Doing), stamp(MARCH, "a"));
    let march = seen(&book, (3, 3), 3);
    assert_eq!(ids(&march, Standing::DoingLate), [item("m2-1")]);
    assert_eq!(march.tally.count(Standing::Doing), 2);
    let told = march.to_text();
    let late = march.tally.count(Standing::Late);
    assert!(told.contains(&format!("进行中 2 项，已逾期 {late} 项（其中 1 项进行中），")), "{told}");
    assert!(told.contains("【进行中 · 已逾期】\n1. "), "{told}");
}

#[test]
fn a_bulletin_is_plain_text() {
    let text = seen(&book(), (3, 3), 3).to_text();
    assert!(text.starts_with("佛山市南海区人大常委会 2023 年工作要点\n2023年3月进展通报\n\n截至3月，共 "));
    for expected in [
        "\n1. 关于南海区国土空间总体规划(2021年—2035年)的决议（3月），3月15日登记完成\n   记录：已作出决议 并公告\n",
        "（3月→11月），推迟到11月，等上级文件\n",
        "\n   记录：已提前对接\n",
        "【未开始】\n",
        "（2—4月）\n",
        "\n列入的是3月的事项、此前逾期的事项，以及3月完成或登记过的事项；全年共 82 项。\n",
    ] {
        assert!(text.contains(expected), "{expected} in\n{text}");
    }
    let year = bulletin(catalog(), &book(), month(1)..=month(12), AsOf::After.into());
    let text = year.to_text();
    assert!(
        text.contains("2023年1—12月进展通报\n\n年度已结束，共 82 项：") && !text.contains("已逾期"),
        "{text}"
    );
    assert_eq!(year.scope(), None);
}

proptest! {
    #![proptest_config(few())]

    /// The figures of the year's bulletin are those of the overview, whatever was recorded.
    #[test]
    fn the_bulletin_of_the_year_counts_what_the_overview_counts(book in support::book(), today in 0u8..=13, seen in 1u8..=12) {
        let moment = |number| match number {
            0 => AsOf::Before,
            1..=12 => AsOf::Month(month(number)),
            _ => AsOf::After,
        };
        let moment = Moment { as_of: moment(seen), today: moment(today) };
        let year = bulletin(catalog(), &book, month(1)..=month(12), moment);
        let standings = book.states(catalog(), moment).standings;
        prop_assert_eq!(year.tally, Tally::of(&standings, catalog().all()));
        prop_assert_eq!(year.tally.total(), 82);
    }
}

#[test]
fn what_is_no_text_is_left_out_of_the_copied_text() {
    let mut book = ProgressBook::new(PLAN);
    let id = item("m3-1");
    let reason = RecordedStatus { status: Some(Status::Doing), reason: "等\u{0}批复\u{1b}".to_owned() };
    book.set_status(id, reason, stamp(1, "ann"));
    book.add_note(id, "第一行\u{0}\r\n\t第二\u{2028}行\u{7f}", stamp(2, "ann"));
    let text = bulletin(catalog(), &book, month(3)..=month(3), Moment::now(AsOf::Month(month(3)))).to_text();
    assert!(text.contains("，等批复\n   记录：第一行 第二 行\n"), "{text}");
    assert!(text.chars().all(|char| char == '\n' || !char.is_control()));
}
