//! What to highlight.

use std::ops::Range;

use super::super::index::Query;
use super::super::{Field, SearchIndex, Target};
use super::Text;
use super::rank::is_anchored;
use crate::sort::sorted_positions;

impl SearchIndex {
    /// What to highlight in one text of a target, whether or not all terms match there. Also for
    /// lists that show only filtered items: `ranges(&query, &Target::Item(position), Field::Title)`.
    pub fn ranges(&self, query: &Query, target: &Target, field: Field) -> Vec<Range<usize>> {
        let texts = match target {
            Target::Item(position) => self.items.get(*position).map(|&item| self.item_texts(item)),
            Target::Point(no) => self.points.iter().find(|point| point.no == *no).map(|point| point.texts()),
            Target::Unit(_) | Target::Category(_) => {
                self.names.iter().find(|name| name.target == *target).map(|name| name.texts())
            }
        };
        self.highlights(query, &texts.unwrap_or_default(), field)
    }

    pub(super) fn highlights(&self, query: &Query, texts: &[Text], field: Field) -> Vec<Range<usize>> {
        let Some(text) = texts.iter().find(|text| text.field == field && text.displayed) else {
            return Vec::new();
        };
        let cells = self.cells.of(text.span);
        let mut found = Vec::new();
        for term in &query.terms {
            if let Some((level, ..)) = self.find(term, text) {
                if is_anchored(field) {
                    found.extend(term.end(cells, level).map(|end| (0, end)));
                } else {
                    found.extend(term.all(cells, level));
                }
            }
        }
        let mut ranges: Vec<Range<usize>> = Vec::new();
        let (mut at, mut byte) = (0, 0);
        let order = sorted_positions(found.len(), &|one, other| found.get(one) < found.get(other));
        for (start, end) in order.into_iter().filter_map(|at| found.get(at).copied()) {
            // Matches that touch or overlap become one.
            let start = start.max(at);
            if end <= start {
                continue;
            }
            let from = byte + self.cells.bytes(&cells[at..start]);
            let to = from + self.cells.bytes(&cells[start..end]);
            match ranges.last_mut() {
                Some(last) if last.end == from => last.end = to,
                _ => ranges.push(from..to),
            }
            (at, byte) = (end, to);
        }
        ranges
    }
}
