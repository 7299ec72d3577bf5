//! Steps that are taken back and done again.

use yaodian_review::edit::{Change, Edit};

use crate::support::{TEXT, begin, keys, time};

#[test]
fn everything_can_be_taken_back_and_done_again() {
    let mut review = begin(TEXT);
    let start = review.plan();
    let rows = keys(&review);
    let new = review.new_key();
    let edits = [
        Edit::Title("另一个标题2027年".into()),
        Edit::Row(rows[0], time("8月")),
        Edit::Delete(rows[1]),
        Edit::Add { after: None, new },
        Edit::PointText { no: 1, text: "别的文字。".into() },
    ];
    let mut plans = vec![start];
    for edit in edits {
        assert!(review.edit(edit));
        plans.push(review.plan());
    }
    for plan in plans.iter().rev().skip(1) {
        assert!(review.undo());
        assert_eq!(review.plan(), *plan);
    }
    assert!(!review.undo());
    for plan in plans.iter().skip(1) {
        assert!(review.redo());
        assert_eq!(review.plan(), *plan);
    }
    assert!(!review.redo());
}

#[test]
fn what_changes_nothing_is_no_step() {
    let mut review = begin(TEXT);
    assert!(!review.edit(Edit::Delete(9999)));
    let row = keys(&review)[0];
    assert!(!review.edit(Edit::Row(row, Change::Category(12345))));
    assert!(!review.can_undo());
}

/// To take back what was done to one row must come to the same as to do all the rest again.
#[test]
fn undo_and_redo_come_to_what_was_there() {
    let mut review = begin(TEXT);
    let rows = keys(&review);
    let edits = [
        Edit::Row(rows[0], time("8月")),
        Edit::Row(rows[1], Change::Who { lead: "新设工委".into(), joint: String::new() }),
        Edit::Row(rows[1], Change::Who { lead: "财经工委".into(), joint: String::new() }),
        Edit::Delete(rows[2]),
        Edit::Row(rows[0], Change::Title("题".into())),
        Edit::Row(rows[1], Change::Meetings(Vec::new())),
    ];
    let mut sheets = vec![review.sheet().clone()];
    for edit in edits {
        assert!(review.edit(edit));
        sheets.push(review.sheet().clone());
    }
    for _ in 0..2 {
        for sheet in sheets.iter().rev().skip(1) {
            assert!(review.undo());
            assert_eq!(review.sheet(), sheet);
        }
        assert!(!review.undo());
        for sheet in sheets.iter().skip(1) {
            assert!(review.redo());
            assert_eq!(review.sheet(), sheet);
        }
        assert!(!review.redo());
    }
}
