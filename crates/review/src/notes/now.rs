//! The rows as they are now, to which what was said is compared.

use std::collections::{HashMap, HashSet};

use yaodian_plan::UnitId;

use super::read::About;
use crate::key::Key;
use crate::sheet::{Changed, Row, Sheet};

/// A sheet with its rows and units looked up once.
pub(super) struct Now<'a> {
    pub(super) sheet: &'a Sheet,
    /// The positions of rows.
    pub(super) at: HashMap<Key, usize>,
    /// The names of the units; where somebody has said who does something, only of those that do anything.
    pub(super) units: HashSet<&'a str>,
}

impl<'a> Now<'a> {
    pub(super) fn of(sheet: &'a Sheet) -> Now<'a> {
        let at = sheet.rows.iter().enumerate().map(|(at, row)| (row.key, at)).collect();
        let whos = sheet.rows.iter().map(|row| &row.item.responsibility);
        let used: HashSet<&UnitId> = whos.flat_map(|who| who.lead.iter().chain(&who.joint)).collect();
        let is_said = sheet.rows.iter().any(|row| row.changed.has(Changed::WHO));
        let units = sheet.units.iter().filter(|unit| !is_said || used.contains(&unit.id));
        Now { sheet, at, units: units.map(|unit| unit.name.as_str()).collect() }
    }

    /// The row with a key, if it is still there.
    pub(super) fn row(&self, key: Key) -> Option<&'a Row> {
        self.sheet.rows.get(*self.at.get(&key)?)
    }
}

/// Which values of its rows have to be put right for a note to be done with, if it is about such.
pub(super) fn changed_by(about: About) -> Option<Changed> {
    match about {
        About::Period => Some(Changed::PERIOD),
        About::Who => Some(Changed::WHO),
        About::Meetings => Some(Changed::MEETINGS),
        About::Row => Some(Changed::ANY),
        _ => None,
    }
}
