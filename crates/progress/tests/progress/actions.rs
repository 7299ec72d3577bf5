//! What the user does, how it is said, and how it is taken back.

use yaodian_plan::query::{Catalog, Status};
use yaodian_plan::{Amendment, MeetingKind, Part, Place, Plan, UnitId};
use yaodian_progress::{
    Action, Author, Field, ProgressBook, RecordedStatus, Stamp, Step, UndoStack, Value, describe,
    describe_all, field_name, new_note,
};

use crate::support::{Edit as _, PLAN, by, catalog, day, item, july, month, notes, recorded, stamp};

#[test]
fn every_action_says_what_it_changed() {
    let catalog = catalog();
    let id = item("s1-1");
    let mut book = ProgressBook::new(PLAN);
    let mut at = 0;
    let mut tick = || {
        at += 1;
        stamp(at, "ann")
    };
    let title = "“关于南海区国土空间总体规划(2021年—2035……”";
    let note = book.add_note(id, "已联系", tick()).expect("added");
    let note_id = note.field.note().expect("a note");
    let steps = vec![Step { name: "初稿".to_owned(), offset_days: -9, done: true }];
    let author = Author { name: "李".to_owned(), unit: Some(UnitId("law".to_owned())) };
    let cases = [
        (Some(note), format!("为{title}添加记录")),
        (book.edit_note(id, note_id, "已电话联系", tick()), format!("修改{title}的一条记录")),
        (book.delete_note(id, note_id, tick()), format!("删除{title}的一条记录")),
        (book.edit_note(id, note_id, "又联系", tick()), format!("恢复{title}的一条记录")),
        (book.set_status(id, recorded(Status::Done), tick()), format!("把{title}标为已完成")),
        (book.set_status(id, recorded(Status::Postponed(month(9))), tick()), format!("把{title}推迟到9月")),
        (book.set_status(id, RecordedStatus::default(), tick()), format!("清除{title}的进展")),
        (book.set_date(id, Some(day(3, 8)), tick()), format!("把{title}的日期定为2023年3月8日")),
        (book.set_date(id, None, tick()), format!("清除{title}的日期")),
        (
            book.set_session_date(july(), Some(day(7, 27)), tick()),
            "把7月常委会会议的日期定为2023年7月27日".to_owned(),
        ),
        (
            book.set_session_name(july(), "第十二次会议", tick()),
            "把7月常委会会议的会次名称定为“第十二次会议”".to_owned(),
        ),
        (book.set_session_place(july(), "三楼", tick()), "把7月常委会会议的地点定为“三楼”".to_owned()),
        (book.set_session_place(july(), "", tick()), "清除7月常委会会议的地点".to_owned()),
        (book.set_session_steps(july(), Some(steps), tick()), "修改7月常委会会议的筹备步骤".to_owned()),
        (book.set_author(by("ann"), author, tick()), "把填报人设为“李（法制工委）”".to_owned()),
    ];
    for (change, expected) in cases {
        assert_eq!(describe(&change.expect("changed"), catalog), expected);
    }
    let unit = |id: &str| Some(UnitId(id.to_owned()));
    let mut signs = |name: &str, unit| {
        let change = book.set_author(by("ann"), Author { name: name.to_owned(), unit }, tick());
        describe(&change.expect("changed"), catalog)
    };
    assert_eq!(signs("", unit("law")), "清除填报人的姓名");
    assert_eq!(signs("", unit("finance")), "把填报人的单位设为“财经工委”");
    assert_eq!(signs("李", unit("finance")), "把填报人设为“李”");
    assert_eq!(signs("王", unit("law")), "把填报人设为“王（法制工委）”");
    assert_eq!(signs("王", None), "清除填报人的单位");
    assert_eq!(signs("", None), "清除填报人的姓名");
    assert_eq!(signs("", unit("law")), "把填报人的单位设为“法制工委”");
    assert_eq!(book.signature(by("ann"), catalog), "法制工委（未署名，设备 ann）");
    assert_eq!(book.signature(by("bob"), catalog), "未署名（设备 bob）");
    let reason = RecordedStatus { status: Some(Status::Done), reason: "常委会已通过".to_owned() };
    book.set_status(id, recorded(Status::Done), stamp(90, "ann"));
    let explained = book.set_status(id, reason, stamp(91, "ann")).expect("changed");
    assert_eq!(describe(&explained, catalog), format!("修改{title}的原因或说明"));
    assert_eq!(field_name(Field::Date(item("s9-99")), catalog), "事项 s9-99（本计划中没有）的日期");
    assert_eq!(july().meeting, MeetingKind::StandingCommittee);
}

#[test]
fn what_is_recorded_about_an_item_that_was_taken_out_says_its_title() {
    let gone = Amendment {
        place: Some(Place::Item(item("s9-99"))),
        part: Part::Item,
        before: "听取国有资产管理情况的报告".into(),
        after: String::new(),
        on: "2023-03-01".into(),
        by: String::new(),
    };
    let catalog = Catalog::new(Plan { amendments: vec![gone], ..catalog().plan.clone() });
    let named = field_name(Field::Date(item("s9-99")), &catalog);
    assert_eq!(named, "“听取国有资产管理情况的报告”（现在的计划中没有）的日期");
}

#[test]
fn an_action_on_several_items_says_how_many() {
    let mut book = ProgressBook::new(PLAN);
    let mut set = |ids: &[&str], status: Option<Status>, at| -> String {
        let recorded = |reason: &str| RecordedStatus { status, reason: reason.to_owned() };
        let changes: Vec<_> =
            ids.iter().filter_map(|id| book.set_status(item(id), recorded(""), stamp(at, "ann"))).collect();
        describe_all(&changes, catalog())
    };
    assert_eq!(set(&["s1-1", "s1-2", "m7-1"], Some(Status::Done), 1), "把 3 件事项标为已完成");
    assert_eq!(set(&["s1-1", "s1-2"], Some(Status::Postponed(month(9))), 2), "把 2 件事项推迟到9月");
    assert_eq!(set(&["s1-1", "s1-2"], None, 3), "清除 2 件事项的进展");
    assert_eq!(set(&[], None, 4), "");
    let one = set(&["s1-1"], Some(Status::Done), 5);
    assert_eq!(one, "把“关于南海区国土空间总体规划(2021年—2035……”标为已完成");
    let mixed = [
        book.set_status(item("s1-2"), recorded(Status::Doing), stamp(6, "ann")),
        book.add_note(item("s1-2"), "已联系", stamp(6, "ann")),
    ];
    let mixed: Vec<_> = mixed.into_iter().flatten().collect();
    assert_eq!(describe_all(&mixed, catalog()), "把“南海区及桂城街道2022年决算草案报告”标为进行中，共 2 处");
}

#[test]
fn what_changes_nothing_writes_nothing() {
    let id = item("s1-1");
    let mut book = ProgressBook::new(PLAN);
    assert_eq!(book.set_status(id, RecordedStatus::default(), stamp(1, "a")), None);
    assert_eq!(book.set_date(id, None, stamp(1, "a")), None);
    assert_eq!(book.set_session_steps(july(), None, stamp(1, "a")), None);
    assert_eq!(new_note(id, " \n　", stamp(1, "a")), None);
    assert!(book.is_empty());

    let note = book.add_note(id, "记", stamp(1, "a")).and_then(|change| change.field.note()).expect("added");
    let before = book.clone();
    assert_eq!(book.edit_note(id, note, " \n　", stamp(2, "a")), None, "blanking is not deleting");
    assert_eq!(book.edit_note(id, note, "记", stamp(2, "a")), None);
    assert_eq!(book.set(Field::Date(id), Value::Text("x".to_owned()), stamp(2, "a")), None);
    assert_eq!(book, before);
}

#[test]
fn a_write_wins_even_with_a_clock_that_was_set_back() {
    let id = item("s1-1");
    let mut book = ProgressBook::new(PLAN);
    book.set_status(id, recorded(Status::Doing), stamp(1_000, "zoe"));
    let copy = book.clone();
    let change = book.set_status(id, recorded(Status::Done), stamp(3, "ann")).expect("changed");
    assert_eq!(change.stamp, Stamp { at: 1_000, count: 1, by: by("ann") });
    let mut other = copy;
    other.merge(&book);
    assert_eq!(other.item(id).status(), Some(Status::Done));
    assert_eq!(other.latest(1_000), Some(change.stamp));
}

#[test]
fn undo_and_redo_are_edits_that_other_copies_follow() {
    let id = item("s1-1");
    let mut book = ProgressBook::new(PLAN);
    let mut stack = UndoStack::default();
    let action = |text: &str, changes| Action { description: text.to_owned(), changes };

    let changes = [
        book.set_status(id, recorded(Status::Done), stamp(1, "a")),
        book.add_note(id, "完成", stamp(1, "a")),
    ];
    stack.push(action("标为已完成并记录", changes.into_iter().flatten().collect()));
    let other = book.clone();
    assert_eq!((stack.next_undo(), stack.next_redo()), (Some("标为已完成并记录"), None));

    let undone = stack.undo(&mut book, stamp(2, "a")).expect("undone");
    assert_eq!((undone.changes.len(), undone.skipped), (2, 0));
    assert_eq!((book.item(id).status(), notes(&book).len()), (None, 0));
    let mut follower = other.clone();
    follower.merge(&book);
    assert_eq!(follower, book);

    stack.redo(&mut book, stamp(3, "a")).expect("redone");
    assert_eq!((book.item(id).status(), notes(&book)), (Some(Status::Done), vec!["完成".to_owned()]));
    follower.merge(&book);
    assert_eq!(follower, book);
    assert!(stack.redo(&mut book, stamp(4, "a")).is_none());

    // What somebody changed since is left alone.
    book.set_status(id, recorded(Status::Cancelled), stamp(5, "b"));
    let undone = stack.undo(&mut book, stamp(6, "a")).expect("undone");
    assert_eq!((undone.changes.len(), undone.skipped), (1, 1));
    assert_eq!(book.item(id).status(), Some(Status::Cancelled));

    // A new action ends what could be redone; one that did nothing does not.
    stack.push(action("空", Vec::new()));
    assert!(stack.next_redo().is_some());
    let change = book.set_date(id, Some(day(3, 1)), stamp(7, "a"));
    stack.push(action("日期", change.into_iter().collect()));
    assert_eq!((stack.next_undo(), stack.next_redo()), (Some("日期"), None));
}
