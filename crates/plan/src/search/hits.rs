//! Ranked results.

mod highlight;
mod rank;

use std::ops::Range;

use super::cells::Span;
use super::index::{ItemTexts, NameTexts, PointTexts, Query, SearchIndex};
use super::{Field, Target};
use crate::sort::sort_by_rank;

/// One result.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// What was found.
    pub target: Target,
    /// The text that matches best; with several terms, the one that matches one of them best.
    pub field: Field,
    /// The parts of that text to highlight, as byte ranges: on character boundaries, in order,
    /// apart from each other.
    pub ranges: Vec<Range<usize>>,
    /// The higher, the better. Only comparable within one query.
    pub score: u32,
}

/// A text in which a term is looked for.
#[derive(Clone, Copy)]
struct Text {
    field: Field,
    span: Span,
    /// Whether it is the text that is displayed for the field, and not an alias.
    displayed: bool,
}

impl Text {
    fn displayed(field: Field, span: Span) -> Text {
        Text { field, span, displayed: true }
    }
}

impl SearchIndex {
    /// Everything that matches a query, best first: nothing if the query is empty. Equally good
    /// results are in the plan's order: units, categories, items, points.
    pub fn search(&self, text: &str) -> Vec<Hit> {
        self.hits(&self.query(text))
    }

    /// Everything that matches a prepared query, best first.
    pub fn hits(&self, query: &Query) -> Vec<Hit> {
        if query.is_empty() {
            return Vec::new();
        }
        let mut hits: Vec<Hit> = Vec::new();
        for name in &self.names {
            hits.extend(self.hit(query, &name.texts(), || name.target.clone()));
        }
        // Filtering is much cheaper than ranking, and has the same result.
        for position in self.items_of(query).iter() {
            let texts = self.item_texts(self.items[position]);
            hits.extend(self.hit(query, &texts, || Target::Item(position)));
        }
        for point in &self.points {
            hits.extend(self.hit(query, &point.texts(), || Target::Point(point.no)));
        }
        let order = sort_by_rank((0..hits.len()).collect(), &|at| u32::MAX - hits[at].score);
        let mut hits: Vec<Option<Hit>> = hits.into_iter().map(Some).collect();
        order.into_iter().filter_map(|at| hits[at].take()).collect()
    }

    fn hit(&self, query: &Query, texts: &[Text], target: impl FnOnce() -> Target) -> Option<Hit> {
        let mut score = 0u32;
        let mut best = (0, Field::Title);
        for term in &query.terms {
            let scored = texts.iter().filter_map(|text| Some((self.score(term, text)?, text.field)));
            // `max_by_key` would prefer the last of equal texts.
            let here = scored.reduce(|a, b| if b.0 > a.0 { b } else { a })?;
            score = score.saturating_add(here.0);
            if here.0 > best.0 {
                best = here;
            }
        }
        let ranges = self.highlights(query, texts, best.1);
        Some(Hit { target: target(), field: best.1, ranges, score })
    }

    fn item_texts(&self, item: ItemTexts) -> Vec<Text> {
        let own = [Text::displayed(Field::Title, item.title), Text::displayed(Field::Id, item.id)];
        let facets = self.facets_of(item).iter().map(|&facet| {
            let facet = self.facets[facet as usize];
            Text { field: facet.field, span: facet.text, displayed: facet.displayed }
        });
        own.into_iter().chain(facets).collect()
    }
}

impl PointTexts {
    fn texts(&self) -> Vec<Text> {
        vec![Text::displayed(Field::PointHeading, self.heading), Text::displayed(Field::PointText, self.text)]
    }
}

impl NameTexts {
    fn texts(&self) -> Vec<Text> {
        let text = |(index, &span): (usize, &Span)| Text { field: Field::Name, span, displayed: index == 0 };
        self.names.iter().enumerate().map(text).collect()
    }
}
