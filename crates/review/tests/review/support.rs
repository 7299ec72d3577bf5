//! A review of a small document, and what the tests ask of it.

use yaodian_reading::{Hints, formats};
use yaodian_review::edit::Change;
use yaodian_review::notes::{Offer, notes};
use yaodian_review::{Key, NoteGroup, Review};

/// Two points and three items: a count that is wrong, a time that says nothing, a unit under two names.
pub const TEXT: &str = "某市人大常委会2027年工作要点\n\
一、监督工作\n\
1．加强财政监督。听取预算执行情况报告。\n\
2．加强环境保护。检查环境保护法实施情况。\n\
附件1\n\
工作安排表\n\
类别\t序号\t项目名称\t组织实施部门\t时间\t提交会议\n\
专题调研（3项）\t1\t关于预算执行情况的调研\t财经工委\t3月\t常委会会议\n\
专题调研（3项）\t2\t关于环境保护情况的调研\t城建环资工委\t看情况再说\t主任会议\n\
执法检查（1项）\t1\t检查环境保护法实施情况\t城建环资工委、财经委\t5-6月\t常委会会议\n";

pub fn begin(text: &str) -> Review {
    let document = formats::read(formats::Kind::Text, text.as_bytes()).unwrap();
    Review::begin(vec![("要点.txt".to_owned(), document)], Hints::default())
}

pub fn keys(review: &Review) -> Vec<Key> {
    review.sheet().rows.iter().map(|row| row.key).collect()
}

/// The items, by id and title.
pub fn titles(review: &Review) -> Vec<String> {
    review.plan().items.iter().map(|item| format!("{} {}", item.id, item.title)).collect()
}

/// Everything that was said, by cause.
pub fn all_notes(review: &Review) -> Vec<NoteGroup> {
    notes(review.sheet(), &review.reading().unwrap().notes)
}

/// How many of the doubts of a cause are open.
pub fn open(review: &Review, cause: &str) -> usize {
    all_notes(review).iter().filter(|group| group.cause == cause).map(NoteGroup::open).sum()
}

pub fn time(text: &str) -> Change {
    Change::Time(text.to_owned())
}

/// What is offered for the first doubt of a cause.
pub fn offer(review: &Review, cause: &str) -> Option<Offer> {
    let groups = all_notes(review);
    groups.iter().filter(|group| group.cause == cause).find_map(|group| group.found.first()?.offer.clone())
}
