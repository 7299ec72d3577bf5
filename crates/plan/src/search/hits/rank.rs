//! The score of a match.

use super::super::term::{Level, Term};
use super::super::{Field, SearchIndex};
use super::Text;

impl SearchIndex {
    /// The score of a term in a text: first by tier, then higher for an early match in a short text.
    pub(super) fn score(&self, term: &Term, text: &Text) -> Option<u32> {
        let (level, start, length) = self.find(term, text)?;
        let tier = tier(text.field, level, start == 0);
        let distance = u32::try_from(start.saturating_mul(4).saturating_add(length)).unwrap_or(u32::MAX);
        Some(tier << 16 | (0xffff - distance.min(0xffff)))
    }

    /// A term's best match in a text: its level, its first cell and the text's length in cells.
    pub(super) fn find(&self, term: &Term, text: &Text) -> Option<(Level, usize, usize)> {
        let cells = self.cells.of(text.span);
        if text.field == Field::Id && !term.is_like_id() {
            return None;
        }
        if is_anchored(text.field) {
            let level = Level::ALL.into_iter().find(|&level| term.end(cells, level).is_some())?;
            return Some((level, 0, cells.len()));
        }
        term.best(cells).map(|(level, start, _)| (level, start, cells.len()))
    }
}

/// Whether texts of this field have to match from their start.
pub(super) fn is_anchored(field: Field) -> bool {
    matches!(field, Field::Time | Field::Id)
}

/// The tier of a match, by its field and level.
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
