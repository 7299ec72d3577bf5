//! Text as printed, with misprints marked and search matches highlighted. The characters on
//! screen are exactly the text's own.

use std::ops::Range;

use yaodian_plan::sort::sort_by_rank;
use yaodian_plan::{Amendment, Correction, Item, Place};

use crate::desk::desk;
use crate::text;
use yaodian_ui::{El, el};

/// Puts an item's title into an element, with the given ranges highlighted.
pub fn title(into: El, item: &'static Item, ranges: &[Range<usize>]) -> El {
    marked(into, &item.title, Place::Item(item.id), ranges)
}

/// Puts a text of the plan, at a place that corrections may speak of, into an element.
pub fn marked(into: El, text: &'static str, place: Place, ranges: &[Range<usize>]) -> El {
    let corrections = corrections(place);
    if corrections.is_empty() && ranges.is_empty() {
        return into.child(text);
    }
    into.child(pieces(text, &corrections, ranges).into_iter().map(piece).collect::<Vec<_>>())
}

/// Puts a text that is not the plan's into an element, with the given ranges highlighted.
pub fn highlighted(into: El, text: &'static str, ranges: &[Range<usize>]) -> El {
    into.child(pieces(text, &[], ranges).into_iter().map(piece).collect::<Vec<_>>())
}

/// The corrections at a place.
pub fn corrections(place: Place) -> Vec<&'static Correction> {
    let all = &desk().catalog().plan.corrections;
    all.iter().filter(|correction| correction.place == place).collect()
}

/// What was changed at a place since the plan was put into use.
pub fn amendments(place: Place) -> Vec<&'static Amendment> {
    let all = &desk().catalog().plan.amendments;
    all.iter().filter(|amendment| amendment.place == Some(place)).collect()
}

fn piece(piece: Piece) -> El {
    let run = el(if piece.found { "mark" } else { "span" }).child(piece.text);
    match piece.misprint {
        Some(correction) => {
            let note = text::correction(&correction.printed, &correction.meant);
            el("abbr").class("sic").attr("title", note).child(run)
        }
        None => run,
    }
}

/// A run of text with the same marks.
#[derive(Debug, PartialEq, Eq)]
pub struct Piece {
    /// The run.
    pub text: &'static str,
    /// Whether the search found it.
    pub found: bool,
    /// The correction of it, if it was misprinted.
    pub misprint: Option<&'static Correction>,
}

/// Cuts a text where marks begin or end. Ranges are in bytes; those that do not fit are ignored.
pub fn pieces(
    text: &'static str,
    corrections: &[&'static Correction],
    ranges: &[Range<usize>],
) -> Vec<Piece> {
    let mut misprints: Vec<(Range<usize>, &'static Correction)> = Vec::new();
    for correction in corrections {
        misprints.extend(correction.ranges_in(text).map(|range| (range, *correction)));
    }
    let fits = |range: &&Range<usize>| text.get((*range).clone()).is_some_and(|found| !found.is_empty());
    let ranges: Vec<&Range<usize>> = ranges.iter().filter(fits).collect();
    let mut cuts = vec![0, text.len()];
    cuts.extend(ranges.iter().flat_map(|range| [range.start, range.end]));
    cuts.extend(misprints.iter().flat_map(|(range, _)| [range.start, range.end]));
    let mut cuts = sort_by_rank(cuts, &|cut| cut as u32);
    cuts.dedup();
    let runs = cuts.windows(2).filter_map(|pair| Some((pair[0], text.get(pair[0]..pair[1])?)));
    runs.map(|(start, text)| Piece {
        text,
        found: ranges.iter().any(|range| range.contains(&start)),
        misprint: misprints
            .iter()
            .find(|(range, _)| range.contains(&start))
            .map(|(_, correction)| *correction),
    })
    .collect()
}

#[cfg(test)]
mod tests;
