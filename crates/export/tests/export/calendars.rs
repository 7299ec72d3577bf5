//! 导出: items and meetings as a calendar, read again by a reader that knows only RFC 5545.

use std::collections::HashMap;

use proptest::prelude::*;
use yaodian_export::{CalendarScope, calendar};
use yaodian_plan::query::{AsOf, Status, Timing, agenda_items, planned};
use yaodian_plan::{MeetingKind, Period};
use yaodian_progress::{Field, Hour, ProgressBook, SessionId, Value, new_agenda_entry};

use crate::arranged::{NAME, arranged, made, position, uid, whole};
use crate::calendar_file::{days, read};
use crate::support::{
    Edit as _, PLAN, book, catalog, day, few, item, july, month, recorded, shown, stamp, text,
};

#[test]
fn promise_26_a_month_is_all_of_its_days() {
    let made = whole(&ProgressBook::new(PLAN));
    let events = read(&made.text);
    let dated = catalog().plan.items.iter().filter(|item| item.period.months().is_some()).count();
    assert_eq!((events.len(), made.events), (dated, dated));
    assert_eq!(made.left_out, catalog().plan.items.len() - dated);
    assert!(made.left_out > 0);
    for item in &catalog().plan.items {
        let Period::Months { first, last } = item.period else {
            assert!(!events.contains_key(&uid(item.id)));
            continue;
        };
        let event = &events[&uid(item.id)];
        let (first, after) = (first.number(), last.number() + 1);
        let end = if after > 12 { "20240101".into() } else { format!("2023{after:02}01") };
        assert_eq!(days(event), [&format!("2023{first:02}01"), &end], "{}", item.title);
        assert_eq!(event["SUMMARY"], item.title);
        assert_eq!(event["DTSTAMP"], "20230715T010000Z");
        let description = &event["DESCRIPTION"];
        assert!(description.contains(&format!("承办部门：{}", item.responsibility.text)), "{description}");
        assert!(description.contains(&format!("计划时间：{}\n进展：", item.period)), "{description}");
    }
}

#[test]
fn promise_26_a_meeting_stands_on_its_day_with_its_agenda_and_its_items_stand_there_only() {
    let (book, first) = arranged();
    let made = whole(&book);
    let events = read(&made.text);
    let session = &events[&uid(july())];
    assert_eq!(days(session), ["20230726", "20230727"]);
    assert_eq!([&session["SUMMARY"], &session["LOCATION"]], [NAME, "三楼, 会议室"]);
    let agenda = agenda_items(catalog(), &planned(catalog()), july().meeting, Some(july().month));
    for (no, at) in (1..).zip(&agenda) {
        let item = &catalog().plan.items[*at];
        let line = format!("\n{no}. {}（{}）", item.title, item.responsibility.text);
        assert!(session["DESCRIPTION"].contains(&line), "{line}");
        assert!(!events.contains_key(&uid(item.id)), "{}", item.title);
    }
    assert_eq!(made.left_out, whole(&ProgressBook::new(PLAN)).left_out);
    // One item of a meeting is enough for the meeting, which is the same whoever exports it.
    let few = read(&self::made(&book, CalendarScope::Items(&[position(first)])).text);
    assert_eq!(few, HashMap::from([(uid(july()), session.clone())]));
    let alone = self::made(&book, CalendarScope::Session(july()));
    assert_eq!(read(&alone.text), few);
    assert!(!alone.text.contains("X-WR-CALNAME") && made.text.contains("X-WR-CALNAME"));
}

#[test]
fn what_was_added_and_ordered_stands_in_the_event_as_on_the_agenda() {
    let (mut book, first) = arranged();
    let (field, value) = new_agenda_entry(july(), "人事任免", stamp(2, "ann")).expect("a text");
    book.set(field, value, stamp(2, "ann"));
    let agenda = book.agenda(catalog(), &planned(catalog()), july());
    let last = agenda.lines.len() - 1;
    let order = agenda.with_moved(catalog(), last, 0);
    book.set(Field::AgendaOrder(july()), Value::Order(Some(order)), stamp(3, "ann"));
    let events = read(&made(&book, CalendarScope::Session(july())).text);
    let description = &events[&uid(july())]["DESCRIPTION"];
    let first = &catalog().plan.items[position(first)].title;
    assert!(description.starts_with(&format!("议程：\n1. 人事任免\n2. {first}")), "{description}");
    assert!(description.contains("\n6. 视察秀丽湖库"), "{description}");
}

#[test]
fn an_item_by_itself_stands_on_the_day_of_its_meeting() {
    let (mut book, first) = arranged();
    let at = position(first);
    let alone = |book: &ProgressBook| {
        let events = read(&made(book, CalendarScope::Item(at)).text);
        assert_eq!(events.len(), 1);
        days(&events[&uid(first)]).map(str::to_owned)
    };
    assert_eq!(alone(&book), ["20230726", "20230727"]);
    // Its other meeting is earlier.
    let item_at = &catalog().plan.items[at];
    if let Some(other) = SessionId::of(item_at, Timing::planned(item_at), MeetingKind::Chairpersons) {
        book.set(Field::SessionDate(other), Value::Date(Some(day(7, 12))), stamp(2, "ann"));
        assert_eq!(alone(&book), ["20230712", "20230713"]);
    }
    book.set(Field::Date(first), Value::Date(Some(day(8, 31))), stamp(3, "ann"));
    assert_eq!(alone(&book), ["20230831", "20230901"]);
}

#[test]
fn promise_26_what_was_recorded_moves_an_item() {
    let (mut book, brought) = arranged();
    let loose = catalog().plan.items.iter().find(|item| item.period == Period::Unscheduled);
    let loose = loose.expect("an item without a time").id;
    let before = whole(&book).left_out;
    for (id, status) in [
        (item("m3-1"), Status::Postponed(month(12))),
        (item("m3-2"), Status::Cancelled),
        (brought, Status::Postponed(month(9))),
    ] {
        book.set_status(id, recorded(status), stamp(2, "ann"));
    }
    // Of the meeting's items one has the meeting's day, another one of its own.
    let agenda = agenda_items(catalog(), &planned(catalog()), july().meeting, Some(july().month));
    let [same, other] = [1, 2].map(|at: usize| catalog().plan.items[agenda[at]].id);
    book.set(Field::Date(same), Value::Date(Some(day(7, 26))), stamp(2, "ann"));
    book.set(Field::Date(other), Value::Date(Some(day(7, 27))), stamp(2, "ann"));
    book.set(Field::Date(item("m3-3")), Value::Date(Some(day(3, 31))), stamp(2, "ann"));
    book.set(Field::Date(loose), Value::Date(Some(day(12, 31))), stamp(2, "ann"));
    let made = whole(&book);
    let events = read(&made.text);
    assert_eq!(days(&events[&uid("m3-1")]), ["20231201", "20240101"]);
    assert!(events[&uid("m3-1")]["DESCRIPTION"].ends_with("进展：已推迟，推迟到12月（截至7月）"));
    assert_eq!(days(&events[&uid("m3-3")]), ["20230331", "20230401"]);
    assert_eq!(days(&events[&uid(loose)]), ["20231231", "20240101"]);
    assert!(!events.contains_key(&uid(same)));
    assert_eq!(days(&events[&uid(other)]), ["20230727", "20230728"]);
    assert_eq!(made.left_out, before - 1);
    // Who has it in a calendar learns that it is off.
    let cancelled = &events[&uid("m3-2")];
    assert_eq!(days(cancelled), ["20230301", "20230401"]);
    assert_eq!(cancelled["STATUS"], "CANCELLED");
    assert!(cancelled["SUMMARY"].starts_with("（已取消）"));
    assert_eq!(events[&uid("m3-1")]["STATUS"], "CONFIRMED");
    // It is on the agenda of its new month, and no longer on that of July.
    assert_eq!(days(&events[&uid(brought)]), ["20230901", "20231001"]);
    assert!(events[&uid(brought)]["DESCRIPTION"].contains("\n计划时间：7月→9月\n"));
    let title = &catalog().plan.item(brought).expect("the item").title;
    let agenda = &events[&uid(july())]["DESCRIPTION"];
    assert!(!agenda.contains(title), "{agenda}");
    let september = SessionId { month: month(9), ..july() };
    book.set(Field::SessionDate(september), Value::Date(Some(day(9, 27))), stamp(3, "ann"));
    let events = read(&whole(&book).text);
    let agenda = &events[&uid(september)]["DESCRIPTION"];
    assert!(agenda.contains(title) && agenda.contains("，7月→9月）"), "{agenda}");
    assert!(!events.contains_key(&uid(brought)));
}

#[test]
fn a_meeting_with_an_hour_begins_then() {
    let (mut book, _) = arranged();
    let begins = |hour: (u8, u8), book: &mut ProgressBook| {
        book.set(Field::SessionHour(july()), Value::Hour(Hour::new(hour.0, hour.1)), stamp(2, "ann"));
        let made = made(book, CalendarScope::Session(july()));
        let lines: Vec<&str> = made.text.lines().filter(|line| line.starts_with("DT")).collect();
        lines.iter().map(|line| (*line).to_owned()).collect::<Vec<_>>()
    };
    // In UTC, eight hours behind China.
    assert_eq!(begins((9, 0), &mut book), ["DTSTAMP:20230715T010000Z", "DTSTART:20230726T010000Z"]);
    assert_eq!(begins((14, 30), &mut book)[1], "DTSTART:20230726T063000Z");
    assert_eq!(begins((7, 59), &mut book)[1], "DTSTART:20230725T235900Z");
    // The agenda is the same, and the place.
    let text = made(&book, CalendarScope::Session(july())).text;
    assert!(text.contains("LOCATION:") && text.contains("DESCRIPTION:议程"));
}

#[test]
fn what_has_no_time_makes_no_event() {
    let book = ProgressBook::new(PLAN);
    let loose = catalog().plan.items.iter().position(|item| item.period == Period::WholeYear);
    let made = made(&book, CalendarScope::Item(loose.expect("an item of the whole year")));
    assert_eq!((made.events, made.left_out), (0, 1));
    assert_eq!(self::made(&book, CalendarScope::Session(july())).events, 0);
    assert_eq!(self::made(&book, CalendarScope::Items(&[10_000])).events, 0);
}

#[test]
fn promise_26_hostile_texts_are_nothing_but_text() {
    for hostile in [
        "x\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:evil",
        "\\n,;\\\\\":=cmd",
        "a\rb\u{2028}c",
        "\u{0}\u{1b}[31m\u{7f}x",
        &"会👩‍👩‍👧🇨🇳𠮷".repeat(30),
    ] {
        let (mut book, _) = arranged();
        for field in [Field::SessionName(july()), Field::SessionPlace(july())] {
            book.set(field, Value::Text(hostile.into()), stamp(2, "ann"));
        }
        let events = read(&whole(&book).text);
        assert_eq!(events.len(), read(&whole(&arranged().0).text).len());
        let session = &events[&uid(july())];
        assert_eq!(session["SUMMARY"], session["LOCATION"]);
        assert_eq!(session["SUMMARY"], shown(hostile));
    }
}

proptest! {
    #![proptest_config(few())]

    #[test]
    fn promise_26_every_event_can_be_read_again(book in book(), place in text(), now in any::<i64>()) {
        let mut book = book;
        book.set(Field::SessionDate(july()), Value::Date(Some(day(7, 26))), stamp(9, "ann"));
        book.set(Field::SessionPlace(july()), Value::Text(place.clone()), stamp(9, "ann"));
        let all: Vec<usize> = catalog().all().collect();
        let made = calendar(catalog(), &book, CalendarScope::Items(&all), AsOf::After.into(), now);
        let events = read(&made.text);
        prop_assert_eq!(events.len(), made.events);
        let said = events[&uid(july())].get("LOCATION").cloned().unwrap_or_default();
        prop_assert_eq!(said, shown(place.trim()));
        for at in all {
            let alone = self::made(&book, CalendarScope::Item(at));
            prop_assert_eq!(alone.events + alone.left_out, 1);
            read(&alone.text);
        }
    }
}
