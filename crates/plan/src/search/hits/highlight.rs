//! The ranges to highlight.

use std::ops::Range;

use super::super::index::Query;
use super::super::{Field, SearchIndex};
use super::Text;
use super::rank::is_anchored;
use crate::sort::sorted_positions;

impl SearchIndex {
    /// The ranges to highlight in the displayed text of a field, whether or not all terms match there.
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
