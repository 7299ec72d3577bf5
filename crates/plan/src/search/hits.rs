//! Ranked results, and what to highlight.

use std::ops::Range;

use super::cells::Span;
use super::index::{ItemTexts, Query, SearchIndex};
use super::term::{Level, Term};
use super::{Field, Target};

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
    displayed: bool,
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
        let mut texts = Vec::new();
        let mut hits = Vec::new();
        for name in &self.names {
            texts.clear();
            texts.extend(name_texts(&name.names));
            hits.extend(self.hit(query, &texts, || name.target.clone()));
        }
        // The filter is much cheaper than ranking, and it has to agree anyway.
        for position in self.items_of(query).iter() {
            texts.clear();
            texts.extend(self.item_texts(self.items[position]));
            hits.extend(self.hit(query, &texts, || Target::Item(position)));
        }
        for point in &self.points {
            let point_texts = [(Field::PointHeading, point.heading), (Field::PointText, point.text)];
            texts.clear();
            texts.extend(point_texts.map(|(field, span)| Text { field, span, displayed: true }));
            hits.extend(self.hit(query, &texts, || Target::Point(point.no)));
        }
        hits.sort_by_key(|hit| std::cmp::Reverse(hit.score));
        hits
    }

    /// What to highlight in one text of a target, whether or not all terms match there. Also for
    /// lists that show only filtered items: `ranges(&query, &Target::Item(position), Field::Title)`.
    pub fn ranges(&self, query: &Query, target: &Target, field: Field) -> Vec<Range<usize>> {
        let texts: Vec<Text> = match target {
            Target::Item(position) => {
                self.items.get(*position).map_or_else(Vec::new, |&item| self.item_texts(item).collect())
            }
            Target::Point(no) => {
                let point = self.points.iter().find(|point| point.no == *no);
                let spans =
                    point.map(|point| [(Field::PointHeading, point.heading), (Field::PointText, point.text)]);
                spans
                    .into_iter()
                    .flatten()
                    .map(|(field, span)| Text { field, span, displayed: true })
                    .collect()
            }
            Target::Unit(_) | Target::Category(_) => {
                let name = self.names.iter().find(|name| name.target == *target);
                name.map_or_else(Vec::new, |name| name_texts(&name.names).collect())
            }
        };
        self.highlights(query, &texts, field)
    }

    fn item_texts(&self, item: ItemTexts) -> impl Iterator<Item = Text> {
        let facets = self.facets_of(item).iter().map(|&facet| {
            let facet = self.facets[facet as usize];
            Text { field: facet.field, span: facet.text, displayed: facet.displayed }
        });
        let own = [(Field::Title, item.title), (Field::Id, item.id)];
        own.map(|(field, span)| Text { field, span, displayed: true }).into_iter().chain(facets)
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

    /// How well a term matches a text: the tier counts first, then an early match in a short text.
    fn score(&self, term: &Term, text: &Text) -> Option<u32> {
        let (level, start, length) = self.find(term, text)?;
        let tier = tier(text.field, level, start == 0);
        let distance = u32::try_from(start.saturating_mul(4).saturating_add(length)).unwrap_or(u32::MAX);
        Some(tier << 16 | (0xffff - distance.min(0xffff)))
    }

    /// A term's best match in a text: its level, its first cell and the text's length in cells.
    fn find(&self, term: &Term, text: &Text) -> Option<(Level, usize, usize)> {
        let cells = self.cells.of(text.span);
        if text.field == Field::Id && !term.is_like_id() {
            return None;
        }
        if is_anchored(text.field) {
            let levels = [Level::Literal, Level::Syllables, Level::Initials];
            let level = levels.into_iter().find(|&level| term.end(cells, level).is_some())?;
            return Some((level, 0, cells.len()));
        }
        term.best(cells).map(|(level, start, _)| (level, start, cells.len()))
    }

    fn highlights(&self, query: &Query, texts: &[Text], field: Field) -> Vec<Range<usize>> {
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
        found.sort_unstable();
        let mut ranges: Vec<Range<usize>> = Vec::new();
        let (mut at, mut byte) = (0, 0);
        for (start, end) in found {
            // Matches that touch or overlap become one.
            let start = start.max(at);
            if end <= start && at > 0 {
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

/// Whether a text of this field has to match from its start.
fn is_anchored(field: Field) -> bool {
    matches!(field, Field::Time | Field::Id)
}

/// The rank of a match, by where and how directly it matches.
fn tier(field: Field, level: Level, at_start: bool) -> u32 {
    use Level::{Initials, Literal, Syllables};
    match (field, level) {
        (Field::Title | Field::Name | Field::PointHeading, level) => {
            let directness = match level {
                Literal => 11,
                Syllables => 9,
                Initials => 7,
            };
            directness + u32::from(at_start)
        }
        (Field::Id, _) => 12,
        (Field::Units | Field::Category | Field::Time | Field::Meetings, Literal) => 6,
        (Field::Units | Field::Category | Field::Time | Field::Meetings, _) => 5,
        (Field::Condition | Field::Remark, Literal) => 6,
        (Field::Condition | Field::Remark, _) => 5,
        (Field::PointText, Literal) => 3,
        (Field::PointText, Syllables) => 2,
        (Field::PointText, Initials) => 1,
    }
}

fn name_texts(names: &[Span]) -> impl Iterator<Item = Text> {
    let text = |(index, &span): (usize, &Span)| Text { field: Field::Name, span, displayed: index == 0 };
    names.iter().enumerate().map(text)
}
