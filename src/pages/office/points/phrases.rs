//! A point's text with the phrases that items implement as links to them.

use std::ops::Range;

use yaodian_plan::query::PointPhrase;
use yaodian_plan::{Place, WorkPoint};

use crate::desk::desk;
use crate::text;
use crate::widgets::link::item_anchor;
use crate::widgets::marked::marked;
use yaodian_ui::{El, el};

/// The text. Where phrases overlap, the one that the plan links first is shown.
pub fn phrases(point: &'static WorkPoint, implemented: Vec<PointPhrase>) -> Vec<El> {
    let place = Place::Point(point.no);
    let mut parts: Vec<El> = Vec::new();
    let mut end = 0;
    for (range, phrase) in found(&point.text, implemented) {
        if let (Some(before), Some(words)) = (point.text.get(end..range.start), point.text.get(range.clone()))
        {
            parts.push(marked(el("span"), before, place, &[]));
            parts.extend(self::phrase(words, place, &phrase));
            end = range.end;
        }
    }
    parts.extend(point.text.get(end..).map(|rest| marked(el("span"), rest, place, &[])));
    parts
}

/// Where the phrases stand, in order and without overlaps.
fn found(text: &str, implemented: Vec<PointPhrase>) -> Vec<(Range<usize>, PointPhrase)> {
    let mut places: Vec<(Range<usize>, PointPhrase)> = Vec::new();
    for found in implemented {
        let Some(start) = text.find(&found.phrase) else { continue };
        let range = start..start + found.phrase.len();
        let free = places.iter().all(|(taken, _)| range.end <= taken.start || taken.end <= range.start);
        if free {
            let at = places.iter().take_while(|(taken, _)| taken.start < start).count();
            places.insert(at, (range, found));
        }
    }
    places
}

/// One phrase: a link to its first item, then small numbered links to the others. The numbers
/// come from the style sheet, so that the text stays the document's own.
fn phrase(words: &'static str, place: Place, phrase: &PointPhrase) -> Vec<El> {
    let catalog = desk().catalog();
    let items = phrase.items.iter().filter_map(|id| catalog.plan.item(*id)).enumerate();
    let links = items.map(|(at, item)| {
        let link = item_anchor(item);
        match at {
            0 => {
                let link = link.class("phrase").attr("title", text::implemented_by(&item.title));
                marked(link, words, place, &[])
            }
            _ => {
                let link = link.class("other").attr("data-no", (at + 1).to_string());
                link.attr("title", item.title.as_str()).attr("aria-label", item.title.as_str())
            }
        }
    });
    links.collect()
}
