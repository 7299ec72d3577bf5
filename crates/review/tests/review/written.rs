//! A draft as it is written down, and opened again.

use yaodian_pace::{Pace, at_once};
use yaodian_plan::{MeetingKind, Month};
use yaodian_review::edit::{Change, Column, Edit};
use yaodian_review::{OpenError, Review};

use crate::support::{TEXT, all_notes, begin, keys, time};

/// A review written down: its steps and its parts.
fn written(review: &Review) -> (String, Vec<(u32, String)>) {
    let part = |no: u32| (no, at_once(review.part(no).unwrap().write(&Pace::default())).unwrap());
    (review.write_steps(), review.parts().into_iter().map(part).collect())
}

fn opened((steps, parts): &(String, Vec<(u32, String)>)) -> Result<Review, OpenError> {
    at_once(Review::open(steps, parts, &Pace::default()))
}

#[test]
fn a_draft_is_written_down_and_opened_again_with_its_steps() {
    let mut review = begin(TEXT);
    review.edit(Edit::Row(keys(&review)[0], time("8月")));
    review.edit(Edit::Title("改过的标题".into()));
    review.undo();
    let mut again = opened(&written(&review)).unwrap();
    assert_eq!(again.plan(), review.plan());
    assert_eq!(again.files(), review.files());
    assert_eq!(all_notes(&again), all_notes(&review));
    assert!(again.redo());
    assert_eq!(again.sheet().title, "改过的标题");
}

#[test]
fn every_edit_is_written_down() {
    let mut review = begin(TEXT);
    let rows = keys(&review);
    let (row, category) = (rows[0], review.sheet().categories[1].key);
    let mark = all_notes(&review)[0].found[0].mark.clone();
    let (new, other, third) = (review.new_key(), review.new_key(), review.new_key());
    let edits = [
        Edit::Title("甲\n\\".into()),
        Edit::Issuer("江源市人大常委会".into()),
        Edit::Year(2028),
        Edit::Row(row, Change::Title("另一\n题目".into())),
        Edit::Row(row, Change::Who { lead: "办公室".into(), joint: "新设工委".into() }),
        Edit::Row(row, time("4月")),
        Edit::Row(row, Change::Months(vec![Month::JANUARY, Month::DECEMBER])),
        Edit::Row(row, Change::WholeYear),
        Edit::Row(row, Change::Meetings(vec![MeetingKind::StandingCommittee, MeetingKind::Other(3)])),
        Edit::Row(row, Change::Sessions { meeting: MeetingKind::Other(3), numbers: vec![2, 11] }),
        Edit::Row(row, Change::Category(category)),
        Edit::Row(row, Change::Remark("备注".into())),
        Edit::Add { after: Some(row), new },
        Edit::Add { after: None, new: other },
        Edit::Delete(other),
        Edit::Move { row, up: true },
        Edit::Split { row: rows[2], at: 2, new: third },
        Edit::Join(rows[2]),
        Edit::Fill { from: row, to: new, column: Column::Who },
        Edit::RenameUnit { from: "财经工委".into(), to: "财政经济工委".into() },
        Edit::MoveUnit { name: "财政经济工委".into(), up: false },
        Edit::RenameCategory { key: category, name: "检查".into() },
        Edit::AddCategory { key: 77, name: "其他".into() },
        Edit::MoveCategory { key: 77, up: true },
        Edit::MergeCategory { from: 77, into: category },
        Edit::PointHeading { no: 1, text: "题".into() },
        Edit::PointText { no: 1, text: "文".into() },
        Edit::Accept(vec![mark], true),
        Edit::Link(vec![0, 2], true),
        Edit::Several(vec![Edit::Year(2029), Edit::Title("最后".into())]),
    ];
    for edit in edits {
        assert!(review.edit(edit.clone()), "{edit:?}");
    }
    let again = opened(&written(&review)).unwrap();
    assert_eq!(again.sheet(), review.sheet());
    assert_eq!(written(&again), written(&review));
}

#[test]
fn a_draft_of_the_third_version_is_opened() {
    let mut review = begin(TEXT);
    review.edit(Edit::Row(keys(&review)[0], time("8月")));
    let (steps, parts) = written(&review);
    let before = steps.replacen("yaodian-draft\n4\n", "yaodian-draft\n3\n", 1);
    assert_ne!(before, steps);
    assert_eq!(opened(&(before, parts)).unwrap().plan(), review.plan());
}

#[test]
fn a_draft_of_the_first_version_is_told_from_a_damaged_one() {
    assert_eq!(Review::parts_of("{\"version\":1}"), Err(OpenError::Old));
    assert_eq!(opened(&("{}".to_owned(), Vec::new())).err(), Some(OpenError::Old));
}

#[test]
fn what_is_no_draft_is_refused() {
    let (steps, parts) = written(&begin(TEXT));
    let half = |text: &str| text.chars().take(text.chars().count() / 2).collect::<String>();
    assert_eq!(opened(&(half(&steps), parts.clone())).err(), Some(OpenError::Malformed));
    for at in 0..parts.len() {
        let mut cut = parts.clone();
        cut[at].1 = half(&cut[at].1);
        assert_eq!(opened(&(steps.clone(), cut)).err(), Some(OpenError::Malformed), "part {at}");
        let mut missing = parts.clone();
        missing.remove(at);
        assert_eq!(opened(&(steps.clone(), missing)).err(), Some(OpenError::Malformed), "part {at}");
    }
    let newer = steps.replacen("yaodian-draft\n4\n", "yaodian-draft\n5\n", 1);
    assert_eq!(opened(&(newer, parts)).err(), Some(OpenError::Newer));
}
