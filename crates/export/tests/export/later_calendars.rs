//! What an export tells a calendar that has the events of earlier ones.

use yaodian_export::{CalendarScope, calendar, calendar_after};
use yaodian_plan::Period;
use yaodian_plan::query::{AsOf, agenda_items, planned};
use yaodian_progress::{Field, ProgressBook, Value};

use crate::arranged::{NOW, arranged, position, uid};
use crate::calendar_file::{days, read};
use crate::support::{PLAN, catalog, day, item, july, month, stamp};

#[test]
fn promise_26_a_later_export_brings_up_to_date_what_an_earlier_one_brought() {
    let (mut book, _) = arranged();
    let all: Vec<usize> = catalog().all().collect();
    let at = |book: &ProgressBook, now| {
        read(&calendar(catalog(), book, CalendarScope::Items(&all), AsOf::Month(month(7)).into(), now).text)
    };
    let earlier = at(&book, NOW);
    book.set(Field::SessionDate(july()), Value::Date(Some(day(8, 2))), stamp(2, "ann"));
    let later = at(&book, NOW + 60_000);
    for (uid, event) in &later {
        let known = &earlier[uid];
        let [before, after] = [known, event].map(|event| event["SEQUENCE"].parse::<i32>().expect("32 bits"));
        assert!(before < after && known["DTSTAMP"] < event["DTSTAMP"]);
    }
    assert_eq!(days(&later[&uid(july())]), ["20230802", "20230803"]);
}

/// A calendar keeps what it is not told of.
#[test]
fn promise_26_what_an_earlier_export_brought_is_cancelled_where_it_has_no_event_any_more() {
    let all: Vec<usize> = catalog().all().collect();
    let again = |book: &ProgressBook, earlier: &[String], items: &[usize]| {
        calendar_after(
            catalog(),
            book,
            CalendarScope::Items(items),
            AsOf::Month(month(7)).into(),
            NOW,
            earlier,
        )
    };
    let mut before = ProgressBook::new(PLAN);
    let loose = catalog().plan.items.iter().find(|item| item.period == Period::Unscheduled);
    let loose = loose.expect("an item without a time").id;
    before.set(Field::Date(loose), Value::Date(Some(day(12, 31))), stamp(2, "ann"));
    let first = again(&before, &[], &all);
    assert_eq!((first.gone, first.ids.len()), (0, first.events));

    // The items of the meeting are in its event now.
    let (mut book, brought) = arranged();
    let second = again(&book, &first.ids, &all);
    let events = read(&second.text);
    let agenda = agenda_items(catalog(), &planned(catalog()), july().meeting, Some(july().month));
    // And the day of the other one was taken back, so there is none that could be said.
    assert_eq!((second.gone, events.len()), (agenda.len() + 1, second.events + agenda.len()));
    for at in &agenda {
        let item = &catalog().plan.items[*at];
        let event = &events[&uid(item.id)];
        assert_eq!(event["STATUS"], "CANCELLED");
        assert_eq!(days(event), ["20230726", "20230727"]);
        assert_eq!(event["SUMMARY"], format!("（已并入会议）{}", item.title));
    }
    assert!(!events.contains_key(&uid(loose)));
    // Only what is exported is spoken of, and what was told once is not told again.
    assert_eq!(again(&book, &first.ids, &[position(item("m3-1"))]).gone, 0);
    assert_eq!(again(&book, &second.ids, &all).gone, 0);

    // The meeting's day is taken back: its event goes, and its items have their own again.
    book.set(Field::SessionDate(july()), Value::Date(None), stamp(3, "ann"));
    let third = again(&book, &second.ids, &all);
    let events = read(&third.text);
    assert_eq!((third.gone, &*events[&uid(july())]["STATUS"]), (1, "CANCELLED"));
    assert_eq!(events[&uid(brought)]["STATUS"], "CONFIRMED");
    // What is no id of anything is nothing.
    assert_eq!(again(&book, &["".into(), "x".into(), "s99-9".into()], &all).gone, 0);
}
