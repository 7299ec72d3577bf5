//! What was changed in a plan after it was put into use.

use serde::{Deserialize, Serialize};

use super::{ItemId, Place};

/// Something that was changed in a plan in use, by a person or with a corrected document. The plan says what holds now,
/// this says what it said before. A [`super::Correction`] is something else: a misprint, which the plan's text keeps.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Amendment {
    /// What it is about, also an item that is no longer there; none for the plan as a whole.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<Place>,
    /// Which part of it.
    pub part: Part,
    /// What the plan said, in words; empty if nothing.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub before: String,
    /// What it says since then; empty if nothing.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub after: String,
    /// On which day, e.g. `2026-03-01`.
    pub on: String,
    /// Who changed it, by name; empty if that was not said.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub by: String,
}

/// A part of an item, of a work point, or of the plan as a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Part {
    /// A title; a work point's heading.
    Title,
    /// The category that an item is listed under; of the plan, a category's name.
    Category,
    /// When.
    Period,
    /// Who does it; of the plan, a unit's name.
    Units,
    /// The meetings.
    Meetings,
    /// 备注.
    Remark,
    /// A work point's text.
    Text,
    /// An item as a whole: added, where there is nothing before, or taken out.
    Item,
    /// Who issued the plan.
    Issuer,
    /// The plan's year.
    Year,
    /// An item's id: it says the category or the month that the item has left. Records under the former one belong to it.
    Number,
    /// An item's place among those of its group; of the plan, the order of its categories, or of its units.
    Order,
    /// 脉络: a link that was added, or taken out.
    Links,
}

impl Amendment {
    /// The id that an item had, and the one that it has: where this says so.
    pub fn renamed(&self) -> Option<(ItemId, ItemId)> {
        match (self.part, self.place) {
            (Part::Number, Some(Place::Item(now))) => Some((self.before.parse().ok()?, now)),
            _ => None,
        }
    }

    /// The ids that it names, which are given to no other item.
    pub fn ids(&self) -> impl Iterator<Item = ItemId> {
        let own = match self.place {
            Some(Place::Item(id)) => Some(id),
            _ => None,
        };
        own.into_iter().chain(self.renamed().map(|(was, _)| was))
    }
}

impl Part {
    /// All of them, each with the name in the plan's packed form, which never changes.
    pub const ALL: [(Part, &str); 13] = [
        (Part::Title, "t"),
        (Part::Category, "c"),
        (Part::Period, "p"),
        (Part::Units, "u"),
        (Part::Meetings, "m"),
        (Part::Remark, "r"),
        (Part::Text, "x"),
        (Part::Item, "i"),
        (Part::Issuer, "o"),
        (Part::Year, "y"),
        (Part::Number, "n"),
        (Part::Order, "q"),
        (Part::Links, "l"),
    ];

    /// Its name in the plan's packed form.
    pub fn letter(self) -> &'static str {
        Part::ALL.iter().find(|(part, _)| *part == self).map_or("", |(_, letter)| letter)
    }

    /// The part with that name.
    pub fn of_letter(letter: &str) -> Option<Part> {
        Part::ALL.iter().find(|(_, known)| *known == letter).map(|(part, _)| *part)
    }

    /// What it is called on the screen.
    pub fn name(self) -> &'static str {
        match self {
            Part::Title => "题目",
            Part::Category => "类别",
            Part::Period => "时间",
            Part::Units => "部门",
            Part::Meetings => "会议",
            Part::Remark => "备注",
            Part::Text => "内容",
            Part::Item => "事项",
            Part::Issuer => "制定机关",
            Part::Year => "年份",
            Part::Number => "编号",
            Part::Order => "顺序",
            Part::Links => "脉络",
        }
    }
}
