//! What is doubtful, and when it no longer is.

use yaodian_plan::{Month, Period};
use yaodian_review::Review;
use yaodian_review::edit::{Change, Edit};
use yaodian_review::notes::{Field, Fix, Offer, Where, left};

use crate::support::{TEXT, all_notes, begin, keys, offer, open, time, titles};

#[test]
fn a_time_that_is_put_right_is_no_longer_doubtful() {
    let mut review = begin(TEXT);
    assert_eq!(open(&review, "unknown_period"), 1, "{:?}", all_notes(&review));
    let before = left(&all_notes(&review));
    let row = keys(&review)[1];
    assert!(review.edit(Edit::Row(row, time("4-5月"))));
    assert_eq!(open(&review, "unknown_period"), 0);
    assert_eq!(left(&all_notes(&review)), before - 1);
    let item = &review.plan().items[1];
    let month = |no| Month::new(no).unwrap();
    assert_eq!(item.period, Period::Months { first: month(4), last: month(5) });
    assert!(item.source.text.contains("看情况再说"), "{}", item.source.text);

    // Another column leaves the doubt.
    let mut review = begin(TEXT);
    review.edit(Edit::Row(row, Change::Title("别的题目".into())));
    assert_eq!(open(&review, "unknown_period"), 1);
}

#[test]
fn a_time_that_is_typed_and_not_understood_is_said() {
    let mut review = begin(TEXT);
    let row = keys(&review)[0];
    review.edit(Edit::Row(row, time("天冷的时候")));
    assert_eq!(open(&review, "typed_time"), 1);
    assert_eq!(review.plan().items[0].period, Period::Unscheduled);
    review.edit(Edit::Row(row, time("12月")));
    assert_eq!(open(&review, "typed_time"), 0);
}

#[test]
fn what_is_accepted_is_done_with_and_can_be_taken_back() {
    let mut review = begin(TEXT);
    let groups = all_notes(&review);
    let mark = groups.iter().find(|group| group.cause == "unknown_period").unwrap().found[0].mark.clone();
    review.edit(Edit::Accept(vec![mark], true));
    assert_eq!(open(&review, "unknown_period"), 0);
    review.undo();
    assert_eq!(open(&review, "unknown_period"), 1);
    review.redo();
    assert_eq!(open(&review, "unknown_period"), 0);
}

#[test]
fn a_count_is_right_as_soon_as_there_are_as_many_items() {
    let mut review = begin(TEXT);
    assert_eq!(open(&review, "count"), 1);
    let new = review.new_key();
    let after = keys(&review)[1];
    review.edit(Edit::Add { after: Some(after), new });
    review.edit(Edit::Row(new, Change::Title("关于民生实事的调研".into())));
    assert_eq!(open(&review, "count"), 0);
    assert_eq!(
        titles(&review),
        [
            "s1-1 关于预算执行情况的调研",
            "s1-2 关于环境保护情况的调研",
            "s1-3 关于民生实事的调研",
            "s2-1 检查环境保护法实施情况"
        ]
    );
    review.finish().unwrap();
}

#[test]
fn doubts_about_long_names_stay_open_until_the_names_change() {
    let long =
        "市推进粤港澳大湾区建设与区域协调发展战略实施工作领导小组办公室综合协调处理工作专班第一推进小组";
    let text = TEXT
        .replace("执法检查（1项）", &format!("执法检查{}（4项）", "与法律法规贯彻实施情况监督".repeat(5)));
    let mut review = begin(&text.replace("城建环资工委、财经委", long));
    assert_eq!(open(&review, "count"), 2, "{:?}", all_notes(&review));
    let key = review.sheet().categories[1].key;
    review.edit(Edit::RenameCategory { key, name: "执法检查".into() });
    assert_eq!(open(&review, "count"), 1);
}

/// A table with a blank time, a blank unit, a task that says another time, and a gap.
const GAPS: &str = "某市人大常委会2027年工作要点\n\
附件1\n\
工作安排表\n\
类别\t序号\t项目名称\t组织实施部门\t时间\n\
专题调研（4项）\t1\t关于预算执行情况的调研\t财经工委\t3月\n\
专题调研（4项）\t2\t关于环境保护情况的调研\t城建环资工委\t\n\
专题调研（4项）\t4\t关于民生实事的调研\t\t6月\n";

fn fix(review: &Review, cause: &str) -> Option<Fix> {
    let groups = all_notes(review);
    groups.iter().filter(|group| group.cause == cause).find_map(|group| group.found.first()?.fix.clone())
}

#[test]
fn what_is_blank_is_offered_from_the_row_above() {
    let mut review = begin(GAPS);
    let rows = keys(&review);
    assert_eq!(fix(&review, "blank_time"), Some(Fix::Cell(rows[1], Field::Time)), "{:?}", all_notes(&review));
    let Some(Offer::Fill { value, edit }) = offer(&review, "blank_time") else { panic!("one is offered") };
    assert_eq!(value, "3月");
    review.edit(edit);
    assert_eq!(open(&review, "blank_time"), 0);
    assert_eq!(review.plan().items[1].period.to_string(), "3月");
    assert_eq!(fix(&review, "blank_unit"), Some(Fix::Cell(rows[2], Field::Lead)));
    let Some(Offer::Fill { value, edit }) = offer(&review, "blank_unit") else { panic!("one is offered") };
    assert_eq!(value, "城建环资工委");
    review.edit(edit);
    assert_eq!(open(&review, "blank_unit"), 0);
    review.undo();
    assert_eq!(open(&review, "blank_unit"), 1);
}

#[test]
fn where_a_row_is_missing_one_can_be_added() {
    let review = begin(GAPS);
    let rows = keys(&review);
    assert_eq!(fix(&review, "serial_gap"), Some(Fix::Add(Where::Above(rows[2]))), "{:?}", all_notes(&review));
    assert_eq!(fix(&review, "count"), Some(Fix::Add(Where::Below(rows[2]))));
}

#[test]
fn a_unit_that_nothing_names_any_more_is_no_longer_doubtful() {
    let mut review = begin(&TEXT.replace("城建环资工委\t看", "财经和农业农村工委\t看"));
    assert_eq!(open(&review, "maybe_two_units"), 1);
    let who = Change::Who { lead: "财经工委、农业农村工委".into(), joint: String::new() };
    review.edit(Edit::Row(keys(&review)[1], who));
    assert_eq!(open(&review, "maybe_two_units"), 0);
}

#[test]
fn a_category_without_a_name_is_doubtful_until_it_has_one() {
    let text = "某市人大常委会2027年工作要点\n附件1\n工作安排表\n类别\t序号\t项目名称\t时间\n\
                专题调研\t1\t关于甲的调研\t3月\n\t2\t关于乙的调研\t4月\n\t1\t检查丙法实施情况\t5月\n";
    let mut review = begin(text);
    let Some(Fix::Category(key)) = fix(&review, "category_unnamed") else {
        panic!("{:?}", all_notes(&review))
    };
    assert_eq!(open(&review, "category_unnamed"), 1);
    review.edit(Edit::RenameCategory { key, name: "执法检查".into() });
    assert_eq!(open(&review, "category_unnamed"), 0);
}
