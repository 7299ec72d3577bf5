//! The groups that a document lists its items in.

use crate::ItemId;

/// The group that the document lists an item in: a category of annex 1, or annex 2 as a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Group {
    /// A category of annex 1, by number.
    Category(u8),
    /// 月度任务, annex 2.
    Monthly,
}

impl Group {
    /// The group of an item.
    pub fn of(id: ItemId) -> Group {
        match id {
            ItemId::Schedule { category, .. } => Group::Category(category),
            ItemId::Monthly { .. } => Group::Monthly,
        }
    }
}
