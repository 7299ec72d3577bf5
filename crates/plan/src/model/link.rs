//! 脉络: what belongs together, and 更正: what the document misprinted.

use std::ops::Range;

use serde::{Deserialize, Serialize};

use super::ItemId;

/// A tie that somebody who read the document put there; never a similarity score's guess.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum Link {
    /// 依据: a work point asks for an item.
    Basis {
        /// The point's number.
        point: u16,
        /// The item that implements it.
        item: ItemId,
        /// The words of the point's text (or heading) that ask for it, verbatim.
        phrase: String,
    },
    /// 前期调研: a task prepares an agenda item.
    Prepares {
        /// What comes first.
        from: ItemId,
        /// What it prepares.
        to: ItemId,
    },
    /// 同一事项: both annexes speak of one matter.
    Same {
        /// Usually the task of annex 2.
        a: ItemId,
        /// Usually the row of annex 1.
        b: ItemId,
    },
}

/// A misprint: the plan's text keeps what was printed, the correction is shown beside it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Correction {
    /// Which text holds it.
    pub place: Place,
    /// The words as printed, verbatim.
    pub printed: String,
    /// The words that were meant.
    pub meant: String,
    /// Why, in one sentence for the reader.
    pub reason: String,
}

impl Correction {
    /// Where a text holds the misprint, in bytes.
    pub fn ranges_in(&self, text: &str) -> impl Iterator<Item = Range<usize>> {
        text.match_indices(&self.printed).map(|(at, printed)| at..at + printed.len())
    }
}

/// A text of the plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Place {
    /// An item's title.
    Item(ItemId),
    /// A work point's heading or text, by its number.
    Point(u16),
}
