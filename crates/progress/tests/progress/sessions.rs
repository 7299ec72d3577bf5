//! Meetings on their days, and what has to be done around them.

use chrono::NaiveDate;
use yaodian_plan::query::{Timing, planned};
use yaodian_plan::{ItemId, MeetingKind};
use yaodian_progress::{
    Day, Field, ProgressBook, SessionId, Step, Value, days_of, default_steps, due_steps, is_overdue,
    sessions_ahead, steps_in_month,
};

use super::support::{PLAN, catalog, day, item, july, month, stamp};

fn position(id: ItemId) -> usize {
    catalog().position(id).expect("an item of the plan")
}

fn with(writes: Vec<(Field, Value)>) -> ProgressBook {
    let mut book = ProgressBook::new(PLAN);
    for (at, (field, value)) in (0..).zip(writes) {
        book.set(field, value, stamp(at, "ann"));
    }
    book
}

fn held(id: SessionId, date: NaiveDate) -> (Field, Value) {
    (Field::SessionDate(id), Value::Date(Some(date)))
}

#[test]
fn a_month_without_days_has_none() {
    assert_eq!(days_of(&ProgressBook::new(PLAN), catalog(), &planned(catalog()), month(7)), []);
}

#[test]
fn a_meeting_stands_on_its_day_with_all_its_items() {
    let book = with(vec![held(july(), day(7, 26))]);
    let days = days_of(&book, catalog(), &planned(catalog()), month(7));
    let [Day { day: 26, sessions, items }] = days.as_slice() else { panic!("{days:?}") };
    let [(id, agenda)] = sessions.as_slice() else { panic!("{sessions:?}") };
    assert_eq!(*id, july());
    assert!(!agenda.is_empty());
    for at in agenda {
        let item = &catalog().plan.items[*at];
        assert_eq!(
            SessionId::of(item, Timing::planned(item), MeetingKind::StandingCommittee),
            Some(july()),
            "{}",
            item.title
        );
    }
    assert!(items.is_empty());
    assert_eq!(days_of(&book, catalog(), &planned(catalog()), month(8)), []);
}

#[test]
fn a_meeting_that_was_put_off_stands_in_the_other_month_and_in_another_year_in_none() {
    let book = with(vec![held(july(), day(8, 2))]);
    assert_eq!(days_of(&book, catalog(), &planned(catalog()), month(7)), []);
    assert_eq!(days_of(&book, catalog(), &planned(catalog()), month(8))[0].day, 2);
    let later = NaiveDate::from_ymd_opt(2024, 7, 26).expect("a day");
    assert_eq!(days_of(&with(vec![held(july(), later)]), catalog(), &planned(catalog()), month(7)), []);
}

#[test]
fn an_item_with_a_day_of_its_own_stands_there_once_also_where_its_meeting_is_the_same_day() {
    let brought = catalog()
        .plan
        .items
        .iter()
        .find(|item| {
            SessionId::of(item, Timing::planned(item), MeetingKind::StandingCommittee) == Some(july())
        })
        .expect("an item of that meeting")
        .id;
    let own = item("m3-1");
    let days = |date| {
        let on = |id, date| (Field::Date(id), Value::Date(Some(date)));
        let book = with(vec![held(july(), day(7, 26)), on(brought, date), on(own, day(7, 3))]);
        days_of(&book, catalog(), &planned(catalog()), month(7))
    };
    let same = days(day(7, 26));
    assert_eq!(same.iter().map(|day| day.day).collect::<Vec<_>>(), [3, 26]);
    assert_eq!(same[0].items, [position(own)]);
    assert_eq!(same[1].all().filter(|at| *at == position(brought)).count(), 1);
    let other = days(day(7, 20));
    assert_eq!(other.iter().map(|day| day.day).collect::<Vec<_>>(), [3, 20, 26]);
    assert_eq!(other[1].items, [position(brought)]);
}

fn names(book: &ProgressBook, today: NaiveDate) -> Vec<String> {
    due_steps(book, catalog(), today).into_iter().map(|step| format!("{} {}", step.name, step.due)).collect()
}

#[test]
fn steps_are_due_two_weeks_ahead_and_stay_until_they_are_done() {
    let book = with(vec![held(july(), day(7, 26))]);
    // 材料征集 6-26, 初稿 7-06, 定稿 7-16, 印发 7-21, 审议意见交办 8-02, 反馈 9-24.
    assert_eq!(names(&book, day(6, 11)), [""; 0]);
    assert_eq!(names(&book, day(6, 12)), ["材料征集 2023-06-26"]);
    let all = ["材料征集 2023-06-26", "初稿 2023-07-06", "定稿 2023-07-16", "印发 2023-07-21"];
    assert_eq!(names(&book, day(7, 15)), all);
    let mut steps = default_steps();
    steps[0].done = true;
    steps[3].offset_days = -20;
    let own = (Field::SessionSteps(july()), Value::Steps(Some(steps)));
    let book = with(vec![held(july(), day(7, 26)), own]);
    assert_eq!(names(&book, day(7, 15)), ["初稿 2023-07-06", "印发 2023-07-06", "定稿 2023-07-16"]);
}

#[test]
fn what_was_to_be_done_before_a_meeting_is_left_out_once_it_is_over() {
    let book = with(vec![held(july(), day(7, 26))]);
    assert_eq!(names(&book, day(7, 26)).len(), 5);
    assert_eq!(names(&book, day(7, 27)), ["审议意见交办 2023-08-02"]);
    assert_eq!(names(&book, day(8, 20)), ["审议意见交办 2023-08-02"]);
}

#[test]
fn a_meeting_without_a_date_or_without_items_has_nothing_due() {
    assert_eq!(names(&ProgressBook::new(PLAN), day(7, 15)), [""; 0]);
    let empty = SessionId::all(&catalog().plan)
        .find(|id| {
            !catalog()
                .plan
                .items
                .iter()
                .any(|item| SessionId::of(item, Timing::planned(item), id.meeting) == Some(*id))
        })
        .expect("a month without such a meeting");
    assert_eq!(names(&with(vec![held(empty, day(7, 20))]), day(7, 15)), [""; 0]);
}

#[test]
fn nothing_of_a_year_that_is_over_is_overdue_but_what_is_due_after_it_is() {
    let later = |month, day| NaiveDate::from_ymd_opt(2024, month, day).expect("a day");
    assert!(is_overdue(day(7, 1), day(7, 2), 2023));
    assert!(!is_overdue(day(7, 1), day(7, 1), 2023));
    assert!(!is_overdue(day(12, 1), later(1, 5), 2023));
    assert!(is_overdue(later(1, 4), later(1, 5), 2023));
}

#[test]
fn a_day_beyond_the_calendar_is_no_day() {
    let step = |offset_days| Step { name: "x".into(), offset_days, done: false };
    assert_eq!(step(i32::MAX).due(day(7, 1)), None);
    assert_eq!(step(-1).due(day(7, 1)), Some(day(6, 30)));
}

#[test]
fn a_month_has_the_steps_that_are_due_in_it_whatever_the_month_of_the_meeting() {
    let mut book = with(vec![held(july(), day(7, 27))]);
    let steps = |book: &ProgressBook, number| {
        let steps = steps_in_month(book, catalog(), &planned(catalog()), month(number));
        steps.into_iter().map(|step| format!("{} {}", step.name, step.due)).collect::<Vec<_>>()
    };
    assert_eq!(steps(&book, 6), ["材料征集 2023-06-27"]);
    assert_eq!(steps(&book, 7), ["初稿 2023-07-07", "定稿 2023-07-17", "印发 2023-07-22"]);
    assert_eq!(steps(&book, 8), ["审议意见交办 2023-08-03"]);
    let mut own = default_steps();
    own[1].done = true;
    book.set(Field::SessionSteps(july()), Value::Steps(Some(own)), stamp(2, "ann"));
    assert_eq!(steps(&book, 7), ["定稿 2023-07-17", "印发 2023-07-22"]);
    assert_eq!(steps(&with(Vec::new()), 7), Vec::<String>::new());
}

#[test]
fn the_meetings_ahead_are_those_of_the_next_days_in_their_order() {
    let chairpersons = SessionId { meeting: MeetingKind::Chairpersons, month: month(8) };
    let book = with(vec![held(july(), day(7, 27)), held(chairpersons, day(7, 12))]);
    assert_eq!(
        sessions_ahead(&book, &catalog().plan, day(7, 10), 31),
        [(chairpersons, day(7, 12)), (july(), day(7, 27))]
    );
    assert_eq!(sessions_ahead(&book, &catalog().plan, day(7, 12), 14), [(chairpersons, day(7, 12))]);
    assert_eq!(sessions_ahead(&book, &catalog().plan, day(7, 28), 31), []);
}
