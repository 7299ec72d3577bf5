//! What a plan is. Every type here is plain data and is part of the plan's JSON format.
//!
//! Text is kept as printed; what was corrected or inferred is recorded beside it.

mod amendment;
mod check;
mod format;
mod item;
mod link;
mod meeting;
mod period;
mod points;
mod responsibility;
mod table;

pub use amendment::{Amendment, Part};
pub use check::{Fault, check, is_valid_id};
pub use format::{FORMAT, LoadError};
pub use item::{Extra, Item, ItemId, ReportedStatus, SourceSpan};
pub use link::{Correction, Link, Place};
pub use meeting::{MeetingKind, NamedMeeting, SessionNumber};
pub use period::{Month, MonthSet, Period};
pub use points::{Section, Subsection, WorkPoint};
pub use responsibility::{Basis, Collective, Responsibility, Unit, UnitId};
pub use table::Table;

use serde::{Deserialize, Serialize};

/// One body's plan for one year.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Plan {
    /// Version of the JSON format, [`FORMAT`] for plans written by this version.
    pub format: u32,
    /// Short ASCII name of the plan, e.g. `nanhai-2023`. Names files and storage keys.
    pub id: String,
    /// The document's title as printed.
    pub title: String,
    /// Who issued the document, e.g. 佛山市南海区人大常委会.
    pub issuer: String,
    /// The calendar year that the plan is for.
    pub year: i32,
    /// The paragraph(s) before the first section, as printed.
    pub preamble: Vec<String>,
    /// The numbered parts 一、二、… in order.
    pub sections: Vec<Section>,
    /// Titles of the annexes as printed.
    pub annexes: Vec<String>,
    /// Notes below the tables of the annexes, as printed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<AnnexNote>,
    /// The office and the working committees, in the order in which the plan is to list them.
    pub units: Vec<Unit>,
    /// The kinds of meeting in the order in which the plan is to list them; none where they are
    /// 常委会会议 and 主任会议.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub meetings: Vec<NamedMeeting>,
    /// Annex 1's categories, in the document's order.
    pub categories: Vec<Category>,
    /// Everything that has to be done: annex 1 in order, then annex 2 in order.
    pub items: Vec<Item>,
    /// Links between points and items.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub links: Vec<Link>,
    /// Misprints of the document, beside the text that keeps them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub corrections: Vec<Correction>,
    /// What was changed since the plan was put into use, the oldest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub amendments: Vec<Amendment>,
}

/// A group of annex 1, its first column.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Category {
    /// Position in the document, from 1. Items refer to it.
    pub no: u8,
    /// Name without the count, e.g. 讨论决定重大事项.
    pub name: String,
    /// The count that the heading states, e.g. 3 for （3项）.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stated: Option<u16>,
}

/// A note that belongs to an annex and to none of its items.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct AnnexNote {
    /// Position of the annex, from 1.
    pub annex: u8,
    /// As printed.
    pub text: String,
}

impl Plan {
    /// The item with this id.
    pub fn item(&self, id: ItemId) -> Option<&Item> {
        self.items.iter().find(|item| item.id == id)
    }

    /// Items that had another id before they went to another category or month: that one, and the one that they have.
    pub fn renamed(&self) -> Vec<(ItemId, ItemId)> {
        let mut renamed: Vec<(ItemId, ItemId)> = Vec::new();
        for (was, now) in self.amendments.iter().filter_map(Amendment::renamed) {
            // It may have gone from one to the next before.
            for (_, last) in renamed.iter_mut().filter(|(_, last)| *last == was) {
                *last = now;
            }
            renamed.push((was, now));
        }
        // Whatever a file says, records stay with an item that is there.
        renamed.retain(|(was, now)| self.item(*was).is_none() && self.item(*now).is_some());
        renamed
    }

    /// What is kept of an item that was taken out: its title, with whose it was and when as far as that was kept.
    pub fn former_item(&self, id: ItemId) -> Option<&str> {
        let is_it = |one: &&Amendment| {
            one.part == Part::Item && one.after.is_empty() && one.place == Some(Place::Item(id))
        };
        let kept = self.amendments.iter().rev().find(is_it)?;
        self.item(id).is_none().then_some(&*kept.before)
    }

    /// The unit with this id.
    pub fn unit(&self, id: &UnitId) -> Option<&Unit> {
        self.units.iter().find(|unit| unit.id == *id)
    }

    /// The category with this number.
    pub fn category(&self, no: u8) -> Option<&Category> {
        self.categories.iter().find(|category| category.no == no)
    }

    /// All work points in order, whatever their section.
    pub fn points(&self) -> impl Iterator<Item = &WorkPoint> {
        self.sections.iter().flat_map(|section| &section.points)
    }

    /// The work point with this number.
    pub fn point(&self, no: u16) -> Option<&WorkPoint> {
        self.points().find(|point| point.no == no)
    }
}
