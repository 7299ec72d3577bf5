//! A plan as a whole.

use serde::{Deserialize, Serialize};

use super::{
    Amendment, AnnexNote, Category, Correction, Item, ItemId, Link, MeetingKind, NamedMeeting, Part, Place,
    Section, Unit, UnitId, WorkPoint,
};

/// Version of the JSON format. Raised when a reader of the old format would misread the new one.
pub const FORMAT: u32 = 1;

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

    /// The plan's kinds of meeting, in order.
    pub fn meeting_kinds(&self) -> impl Iterator<Item = MeetingKind> {
        let default = if self.meetings.is_empty() { &MeetingKind::DEFAULT[..] } else { &[] };
        self.meetings.iter().map(|kind| kind.id).chain(default.iter().copied())
    }

    /// The kinds that any item goes to.
    pub fn used_meetings(&self) -> impl Iterator<Item = MeetingKind> {
        self.meeting_kinds().filter(|kind| self.items.iter().any(|item| item.meetings.contains(kind)))
    }

    /// The kinds that items of annex 1 go to: each has a column there.
    pub fn meeting_columns(&self) -> impl Iterator<Item = MeetingKind> {
        let is_met = |kind: &MeetingKind| {
            self.items.iter().any(|item| item.id.is_schedule() && item.meetings.contains(kind))
        };
        self.meeting_kinds().filter(is_met)
    }

    /// What the plan calls a kind of meeting.
    pub fn meeting_name(&self, meeting: MeetingKind) -> &str {
        let own = self.meetings.iter().find(|kind| kind.id == meeting);
        own.map_or(meeting.default_name(), |kind| &kind.name)
    }
}
