//! Text as printed, with misprints marked and search matches highlighted. The characters on
//! screen are exactly the text's own.

use std::ops::Range;

use leptos::prelude::*;
use yaodian_plan::{Correction, Item, Place};

use crate::state::desk;
use crate::text;

/// An item's title.
#[component]
pub fn Title(item: &'static Item, #[prop(optional)] ranges: Vec<Range<usize>>) -> impl IntoView {
    view! { <Marked text=&item.title place=Place::Item(item.id) ranges/> }
}

/// A text of the plan at a place that corrections may speak of.
#[component]
pub fn Marked(
    text: &'static str,
    place: Place,
    #[prop(optional)] ranges: Vec<Range<usize>>,
) -> impl IntoView {
    let corrections = corrections(place);
    if corrections.is_empty() && ranges.is_empty() {
        return text.into_any();
    }
    pieces(text, &corrections, &ranges).into_iter().map(piece).collect_view().into_any()
}

/// The corrections at a place.
pub fn corrections(place: Place) -> Vec<&'static Correction> {
    let all = &desk().catalog().plan.corrections;
    all.iter().filter(|correction| correction.place == place).collect()
}

fn piece(piece: Piece) -> AnyView {
    let text =
        if piece.found { view! { <mark>{piece.text}</mark> }.into_any() } else { piece.text.into_any() };
    match piece.misprint {
        Some(correction) => {
            let note = text::correction(&correction.printed, &correction.meant);
            view! { <abbr class="sic" title=note>{text}</abbr> }.into_any()
        }
        None => text,
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
    let mut cuts = vec![0, text.len()];
    cuts.extend(ranges.iter().flat_map(|range| [range.start, range.end]));
    cuts.extend(misprints.iter().flat_map(|(range, _)| [range.start, range.end]));
    cuts.retain(|cut| text.is_char_boundary(*cut));
    cuts.sort_unstable();
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
