//! Finding items and points by characters or by pinyin.
//!
//! A query is split at spaces into terms, all of which must match somewhere in the target. A term
//! matches characters as they are (whatever their case, width or accent), and its letters also match
//! the sound of Chinese characters: initials (`wcnr`), whole syllables (`weichengnian`) or a mixture
//! (`weicn`), where only the last syllable may be cut short. `'` forces a syllable boundary.
//!
//! - `pinyin`: the readings of characters; [`PinyinTable`] is the table that ships inside the page.
//! - `fold`: which characters count as the same.
//! - `cells`: text as numbers, so that a query examines each distinct character only once.
//! - `term`: one term of a query, and matching it with cells.
//! - `texts`: which texts of a plan are searched.
//! - `index`: everything that is computed once per plan, and filtering.
//! - `hits`: ranked results and what to highlight.

mod cells;
mod fold;
mod hits;
mod index;
mod pinyin;
mod term;
mod texts;

pub use crate::item_set::ItemSet;
pub use hits::Hit;
pub use index::{Query, SearchIndex};
pub use pinyin::{Pinyin, PinyinError, PinyinTable};
pub use texts::searchable_texts;

use crate::model::UnitId;

/// What was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// An item, by its position in [`Plan::items`](crate::model::Plan::items).
    Item(usize),
    /// A work point, by its number.
    Point(u16),
    /// A unit.
    Unit(UnitId),
    /// A category, by its number.
    Category(u8),
}

/// Which text of a target matched. A hit's ranges lie within the text that is named here.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    /// An item's title.
    Title,
    /// An item's responsibility text. Without ranges if only a unit's full name or alias matched.
    Units,
    /// The name of an item's category.
    Category,
    /// An item's time as printed. Without ranges if only a month in between matched.
    Time,
    /// The meetings that an item goes to. Never has ranges.
    Meetings,
    /// What an item's time depends on.
    Condition,
    /// The document's remark on an item.
    Remark,
    /// An item's id as written, e.g. `s2-16`.
    Id,
    /// The name of a unit or of a category that is itself the target. Without ranges if only an
    /// alias matched.
    Name,
    /// A work point's heading.
    PointHeading,
    /// A work point's text.
    PointText,
}
