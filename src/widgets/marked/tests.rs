//! Where a text is cut, and that cutting never changes it.

use std::ops::Range;

use proptest::prelude::*;
use yaodian_plan::{Correction, Place};

use super::{Piece, pieces};

/// The app's texts live as long as the page, and so do those of a test.
fn corrections(printed: &[&str]) -> Vec<&'static Correction> {
    let correction = |(printed, no): (&&str, usize)| Correction {
        place: Place::Point(1),
        printed: (*printed).to_owned(),
        meant: no.to_string(),
        reason: String::new(),
    };
    let corrections: Vec<Correction> = printed.iter().zip(0..).map(correction).collect();
    corrections.leak().iter().collect()
}

/// The pieces as one reads them: `[found]`, `{misprinted}`, `{[both]}`, with `|` between pieces.
fn shown(pieces: &[Piece]) -> String {
    let shown: Vec<String> = pieces
        .iter()
        .map(|piece| {
            let text = if piece.found { format!("[{}]", piece.text) } else { piece.text.to_owned() };
            if piece.misprint.is_some() { format!("{{{text}}}") } else { text }
        })
        .collect();
    shown.join("|")
}

/// Ranges are given by where they begin and end.
fn check(text: &'static str, printed: &[&str], ranges: &[(usize, usize)], expected: &str) {
    let ranges: Vec<Range<usize>> = ranges.iter().map(|(start, end)| *start..*end).collect();
    let pieces = pieces(text, &corrections(printed), &ranges);
    assert_eq!(shown(&pieces), expected, "{text} {printed:?} {ranges:?}");
}

#[test]
fn a_text_without_marks_is_one_piece() {
    check("专题视察", &[], &[], "专题视察");
    check("", &[], &[], "");
    check("专题视察", &["没有"], &[], "专题视察");
}

#[test]
fn what_the_search_found_is_marked() {
    check("专题视察", &[], &[(0, 6)], "[专题]|视察");
    check("专题视察", &[], &[(6, 12)], "专题|[视察]");
    check("专题视察", &[], &[(0, 12)], "[专题视察]");
    check("专题视察", &[], &[(0, 3), (9, 12)], "[专]|题视|[察]");
}

#[test]
fn ranges_that_touch_or_overlap_are_cut_where_one_begins_or_ends() {
    check("专题视察", &[], &[(0, 6), (6, 9)], "[专题]|[视]|察");
    check("专题视察", &[], &[(0, 9), (3, 12)], "[专]|[题视]|[察]");
    check("专题视察", &[], &[(3, 9), (3, 9)], "专|[题视]|察");
    check("专题视察", &[], &[(6, 12), (0, 3)], "[专]|题|[视察]");
}

#[test]
fn a_misprint_is_marked_everywhere_in_the_text() {
    check("民生实项目和民生实项目", &["民生实项目"], &[], "{民生实项目}|和|{民生实项目}");
    check("住房 and 小区", &[" and "], &[], "住房|{ and }|小区");
}

#[test]
fn a_match_may_begin_within_a_misprint_and_end_after_it() {
    check("开展民生实项目专题视察", &["民生实项目"], &[(12, 24)], "开展|{民生}|{[实项目]}|[专]|题视察");
    check("开展民生实项目", &["民生实项目"], &[(0, 21)], "[开展]|{[民生实项目]}");
    check("开展民生实项目", &["民生实项目"], &[(9, 12)], "开展|{民}|{[生]}|{实项目}");
}

#[test]
fn of_two_misprints_at_one_place_the_first_is_shown() {
    let corrections = corrections(&["实项", "项目"]);
    let pieces = pieces("民生实项目", &corrections, &[]);
    assert_eq!(shown(&pieces), "民生|{实}|{项}|{目}");
    let meant: Vec<&str> =
        pieces.iter().filter_map(|piece| piece.misprint).map(|it| it.meant.as_str()).collect();
    assert_eq!(meant, ["0", "0", "1"]);
}

/// A range that does not fit the text marks nothing, not even the part of it that would fit.
#[test]
fn ranges_that_do_not_fit_are_ignored() {
    let bad = [
        (1, 3),
        (0, 2),
        (0, 4),
        (3, 100),
        (100, 103),
        (12, 15),
        (6, 3),
        (6, 6),
        (0, 0),
        (12, 12),
        (usize::MAX, 0),
    ];
    for range in bad {
        check("专题视察", &[], &[range], "专题视察");
        check("专题视察", &["题"], &[range, (6, 9)], "专|{题}|[视]|察");
    }
}

proptest! {
    #[test]
    fn the_pieces_are_the_text(
        text in "[民生实项目a ]{0,12}",
        printed in prop::collection::vec("[民生实项目a]{1,2}", 0..3),
        ranges in prop::collection::vec((0usize..40, 0usize..40), 0..4),
    ) {
        let text: &'static str = text.leak();
        let corrections = corrections(&printed.iter().map(String::as_str).collect::<Vec<_>>());
        let ranges: Vec<Range<usize>> = ranges.into_iter().map(|(start, end)| start..end).collect();
        let pieces = pieces(text, &corrections, &ranges);
        let joined: String = pieces.iter().map(|piece| piece.text).collect();
        prop_assert_eq!(joined, text);
        let mut start = 0;
        for piece in &pieces {
            prop_assert!(!piece.text.is_empty());
            for at in start..start + piece.text.len() {
                let found = ranges.iter().any(|range| text.get(range.clone()).is_some() && range.contains(&at));
                prop_assert_eq!(piece.found, found);
                let misprinted = corrections
                    .iter()
                    .any(|correction| correction.ranges_in(text).any(|range| range.contains(&at)));
                prop_assert_eq!(piece.misprint.is_some(), misprinted);
            }
            start += piece.text.len();
        }
    }
}
