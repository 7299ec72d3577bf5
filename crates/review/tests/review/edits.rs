//! Rows, categories and links that are put right.

use yaodian_plan::MeetingKind;
use yaodian_review::Group;
use yaodian_review::edit::{Change, Column, Edit};

use crate::support::{TEXT, begin, keys, open, time, titles};

#[test]
fn what_was_read_is_a_plan_before_anything_is_put_right() {
    let review = begin(TEXT);
    let plan = review.finish().unwrap();
    assert_eq!(plan.title, "某市人大常委会2027年工作要点");
    assert_eq!(plan, review.reading().unwrap().plan);
    assert!(!review.can_undo());
}

#[test]
fn a_row_that_is_put_under_another_category_gets_a_number_there() {
    let mut review = begin(TEXT);
    let Group::Category(second) = review.sheet().rows[2].group else { panic!("a category") };
    review.edit(Edit::Row(keys(&review)[0], Change::Category(second)));
    assert_eq!(
        titles(&review),
        ["s1-2 关于环境保护情况的调研", "s2-1 检查环境保护法实施情况", "s2-2 关于预算执行情况的调研"]
    );
    review.finish().unwrap();
}

#[test]
fn rows_are_split_joined_moved_and_deleted() {
    let mut review = begin(TEXT);
    let row = keys(&review)[2];
    let new = review.new_key();
    review.edit(Edit::Split { row, at: 2, new });
    assert_eq!(titles(&review)[2..], ["s2-1 检查", "s2-2 环境保护法实施情况"]);
    assert_eq!(review.plan().items[3].meetings, [MeetingKind::StandingCommittee]);
    review.edit(Edit::Move { row: new, up: true });
    assert_eq!(titles(&review)[2..], ["s2-2 环境保护法实施情况", "s2-1 检查"]);
    review.undo();
    review.edit(Edit::Join(row));
    assert_eq!(titles(&review)[2..], ["s2-1 检查环境保护法实施情况"]);
    review.edit(Edit::Delete(row));
    assert_eq!(titles(&review).len(), 2);
    review.finish().unwrap();
}

#[test]
fn joining_drops_nothing() {
    let mut review = begin(TEXT);
    let first = keys(&review)[0];
    review.edit(Edit::Row(keys(&review)[1], time("7月")));
    review.edit(Edit::Join(first));
    let item = &review.plan().items[0];
    assert_eq!(item.title, "关于预算执行情况的调研关于环境保护情况的调研");
    assert_eq!(item.period.to_string(), "3月、7月");
    assert_eq!(item.responsibility.lead.len() + item.responsibility.joint.len(), 2);
    assert_eq!(item.meetings.len(), 2);
    assert!(item.source.text.contains("看情况再说"));
    review.finish().unwrap();
}

#[test]
fn values_are_filled_down() {
    let mut review = begin(TEXT);
    let rows = keys(&review);
    review.edit(Edit::Fill { from: rows[0], to: rows[2], column: Column::Time });
    assert!(review.plan().items.iter().all(|item| item.period.to_string() == "3月"));
    assert_eq!(open(&review, "unknown_period"), 0);
}

#[test]
fn categories_are_renamed_moved_and_merged() {
    let mut review = begin(TEXT);
    let [first, second] = [0, 1].map(|at| review.sheet().categories[at].key);
    review.edit(Edit::MoveCategory { key: second, up: true });
    assert_eq!(titles(&review)[0], "s1-1 检查环境保护法实施情况");
    review.finish().unwrap();
    review.edit(Edit::MergeCategory { from: second, into: first });
    review.edit(Edit::RenameCategory { key: first, name: "监督".into() });
    let plan = review.finish().unwrap();
    assert_eq!((plan.categories.len(), plan.categories[0].name.as_str()), (1, "监督"));
    assert_eq!(plan.items.len(), 3);
}

#[test]
fn tasks_of_a_month_follow_their_time() {
    let text = "某市人大常委会2027年工作要点\n附件2\n月度工作安排\n月份\t工作内容\t承办部门\n\
                3月\t1.召开代表培训班\t选联工委\n4月\t1.开展专题调研\t财经工委\n";
    let mut review = begin(text);
    assert_eq!(titles(&review), ["m3-1 召开代表培训班", "m4-1 开展专题调研"]);
    let first = keys(&review)[0];
    review.edit(Edit::Row(first, time("4月")));
    let plan = review.finish().unwrap();
    assert_eq!(plan.items[0].id.to_string(), "m4-2");
}

#[test]
fn accepted_proposals_become_links() {
    let mut review = begin(TEXT);
    let count = review.reading().unwrap().proposals.len();
    assert!(count > 0, "the example suggests links");
    review.edit(Edit::Link((0..count).collect(), true));
    review.edit(Edit::Link(vec![0], false));
    assert_eq!(review.finish().unwrap().links.len(), count - 1);
}

#[test]
fn numbers_of_sessions_belong_to_meetings_that_it_goes_to() {
    let mut review = begin(&TEXT.replace("3月\t常委会会议", "3月\t第41次常委会会议"));
    let row = keys(&review)[0];
    let meeting = MeetingKind::StandingCommittee;
    let numbers = |review: &yaodian_review::Review| -> Vec<u16> {
        review.sheet().row(row).unwrap().item.sessions.iter().map(|session| session.no).collect()
    };
    assert_eq!(numbers(&review), [41]);
    let sessions =
        |meeting, numbers: &[u16]| Edit::Row(row, Change::Sessions { meeting, numbers: numbers.to_vec() });
    assert!(review.edit(sessions(meeting, &[43, 42, 42, 0])));
    assert_eq!(numbers(&review), [42, 43]);
    review.finish().unwrap();
    assert!(!review.edit(sessions(MeetingKind::Chairpersons, &[7])));
    assert!(review.edit(sessions(meeting, &[])));
    assert!(numbers(&review).is_empty());
    review.undo();
    review.undo();
    assert_eq!(numbers(&review), [41]);
}
