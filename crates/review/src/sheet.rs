//! The plan as rows that can be edited.

use std::collections::{BTreeMap, BTreeSet};

use yaodian_plan::{AnnexNote, Collective, Item, MeetingKind, Month, NamedMeeting, Section, Unit, UnitId};

use crate::edit::Mark;
use crate::key::Key;

/// A plan under review.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sheet {
    pub id: Option<String>,
    pub title: String,
    pub issuer: String,
    pub year: i32,
    pub preamble: Vec<String>,
    pub sections: Vec<Section>,
    pub annexes: Vec<String>,
    pub notes: Vec<AnnexNote>,
    pub units: Vec<Unit>,
    /// Those of the units that somebody typed.
    pub typed_units: BTreeSet<UnitId>,
    pub meetings: Vec<NamedMeeting>,
    pub categories: Vec<Category>,
    /// Everything that has to be done: category by category, then month by month.
    pub rows: Vec<Row>,
    /// What was said of the reading and is right as it is.
    pub accepted: BTreeSet<Mark>,
    /// Proposed links, by position, that somebody has accepted (or not).
    pub links: BTreeMap<usize, bool>,
    /// Which parts of the head were put right.
    pub head: Changed,
}

/// What rows are listed under.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Category {
    pub key: Key,
    pub name: String,
    /// The count that the document states.
    pub stated: Option<u16>,
}

/// Something that has to be done.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    pub key: Key,
    pub group: Group,
    /// Its id is the one that it was read with; a row that was added has none yet, see [`crate::finish`].
    pub item: Item,
    pub is_new: bool,
    /// Where it stands in the document, see [`crate::lines`].
    pub line: Option<u32>,
    /// What was put right.
    pub changed: Changed,
    /// Whether a time was typed that was not understood.
    pub unsure: bool,
}

/// What a row is listed under.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    Category(Key),
    Month(Month),
}

/// Which values were put right, as bits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Changed(u8);

impl Changed {
    pub const TITLE: Changed = Changed(1);
    pub const WHO: Changed = Changed(2);
    pub const PERIOD: Changed = Changed(4);
    pub const MEETINGS: Changed = Changed(8);
    pub const GROUP: Changed = Changed(16);
    pub const ISSUER: Changed = Changed(32);
    pub const YEAR: Changed = Changed(64);
    pub const REMARK: Changed = Changed(128);
    /// Any of them.
    pub const ANY: Changed = Changed(255);

    /// Adds values.
    pub fn add(&mut self, other: Changed) {
        self.0 |= other.0;
    }

    /// Whether any of these was put right.
    pub fn has(self, any: Changed) -> bool {
        self.0 & any.0 != 0
    }
}

impl Sheet {
    /// The row with a key.
    pub fn row(&self, key: Key) -> Option<&Row> {
        self.rows.iter().find(|row| row.key == key)
    }

    pub(crate) fn row_mut(&mut self, key: Key) -> Option<&mut Row> {
        self.rows.iter_mut().find(|row| row.key == key)
    }

    /// The position of a row.
    pub fn position(&self, key: Key) -> Option<usize> {
        self.rows.iter().position(|row| row.key == key)
    }

    /// The category with a key.
    pub fn category(&self, key: Key) -> Option<&Category> {
        self.categories.iter().find(|category| category.key == key)
    }

    /// The names of units, as one text.
    pub fn names(&self, ids: &[UnitId]) -> String {
        let name = |id: &UnitId| self.units.iter().find(|unit| unit.id == *id).map(|unit| unit.name.as_str());
        ids.iter().filter_map(name).collect::<Vec<_>>().join("、")
    }

    /// Who does it, as texts that mean the same when they are typed: who leads, and who takes part.
    pub fn who(&self, row: &Row) -> (String, String) {
        let who = &row.item.responsibility;
        let (lead, mut joint) = (self.names(&who.lead), self.names(&who.joint));
        let together = match (who.collective, who.printed_collective()) {
            (None, _) => return (lead, joint),
            (_, Some(printed)) => printed,
            (Some(Collective::All), None) => "各工委（室）",
            (Some(Collective::Concerned), None) => "有关工委（室）",
        };
        if lead.is_empty() && joint.is_empty() {
            return (together.to_owned(), joint);
        }
        joint.push_str(if joint.is_empty() { "" } else { "、" });
        joint.push_str(together);
        (lead, joint)
    }

    /// The kinds of meeting with their names.
    pub fn kinds(&self) -> Vec<(MeetingKind, String)> {
        match self.meetings.is_empty() {
            true => MeetingKind::DEFAULT.map(|kind| (kind, kind.default_name().to_owned())).into(),
            false => self.meetings.iter().map(|meeting| (meeting.id, meeting.name.clone())).collect(),
        }
    }

    /// The rows of a group.
    pub fn rows_of(&self, group: Group) -> impl Iterator<Item = &Row> {
        self.rows.iter().filter(move |row| row.group == group)
    }
}
