//! 脉络: links between points and items, and 更正: misprints of the document.

use std::ops::Range;

use serde::{Deserialize, Serialize};

use super::ItemId;
use crate::find::places;

/// A link that a reviewer has set; never one that a similarity score has guessed.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum Link {
    /// 依据: an item implements a work point.
    Basis {
        /// The point's number.
        point: u16,
        /// The item that implements it.
        item: ItemId,
        /// The words of the point's text (or heading) that the item implements, verbatim.
        phrase: String,
    },
    /// 前期调研: a task prepares an agenda item.
    Prepares {
        /// What comes first.
        from: ItemId,
        /// What it prepares.
        to: ItemId,
    },
    /// 同一事项: items of both annexes are one matter.
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
    /// The text that contains it.
    pub place: Place,
    /// The words as printed, verbatim.
    pub printed: String,
    /// The words that were meant.
    pub meant: String,
    /// Why, in one sentence for the reader.
    pub reason: String,
}

impl Correction {
    /// Where a text contains the misprint, as byte ranges.
    pub fn ranges_in<'a>(&'a self, text: &'a str) -> impl Iterator<Item = Range<usize>> + 'a {
        places(text, &self.printed).map(|at| at..at + self.printed.len())
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
