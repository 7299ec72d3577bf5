//! What was read from a document once, kept as it was read.

use std::collections::HashMap;

use yaodian_pace::{Pace, Stage, boxed};
use yaodian_plan::{ItemId, Plan};
use yaodian_reading::document::Document;
use yaodian_reading::understanding::{Proposal, TableReading};
use yaodian_reading::{Draft, Hints, understand_in_slices};

use crate::key::Key;
use crate::notes::{Note, Places};
use crate::sheet::{Category, Changed, Group, Row, Sheet};

/// Why a link of a plan in use is proposed.
const IN_PLAN: &str = "计划里已有";

/// A reading of a document.
#[derive(Clone, Debug)]
pub struct Reading {
    /// What the reader was told.
    pub hints: Hints,
    /// The plan as it was read.
    pub plan: Plan,
    /// How each table was understood.
    pub tables: Vec<TableReading>,
    /// Links that the texts suggest.
    pub proposals: Vec<Proposal>,
    /// What the reader said.
    pub notes: Vec<Note>,
    /// The key of the first row; the others follow.
    pub(crate) first_key: Key,
    /// The number of the part that it is written down as, see [`crate::Review::parts`].
    pub(crate) part: u32,
    /// Whether it is a plan in use: its links, among the proposals, hold until somebody says otherwise.
    pub in_use: bool,
}

impl Reading {
    /// Reads a document's files, the text first, in slices.
    pub async fn of_files(files: &[(String, Document)], hints: Hints, pace: &Pace) -> Reading {
        let (draft, diagnostics) = boxed(understand_in_slices(files, &hints, pace)).await;
        let Draft { plan, tables, proposals, .. } = draft;
        let places = Places::of(&plan);
        let mut notes = Vec::new();
        for diagnostic in &diagnostics {
            let mut note = Note::of(diagnostic);
            for found in &diagnostic.found {
                note.add(found, &places);
                pace.tick(Stage::Items, note.len(), diagnostic.found.len()).await;
            }
            notes.push(note);
        }
        pace.step(Stage::Links, 1, 1).await;
        Reading { hints, plan, tables, proposals, notes, first_key: 0, part: 0, in_use: false }
    }

    /// Says which keys its rows have: from this one on.
    pub(crate) fn set_first_key(&mut self, first: Key) {
        for note in &mut self.notes {
            note.shift_keys(self.first_key, first);
        }
        self.first_key = first;
    }

    /// A plan in use, as if it had been read.
    pub(crate) fn of_plan(plan: Plan) -> Reading {
        let proposal =
            |link: &yaodian_plan::Link| Proposal { link: link.clone(), reason: IN_PLAN.to_owned() };
        let proposals = plan.links.iter().map(proposal).collect();
        let hints = Hints { id: Some(plan.id.clone()), ..Hints::default() };
        let (tables, notes) = (Vec::new(), Vec::new());
        Reading { hints, plan, tables, proposals, notes, first_key: 0, part: 0, in_use: true }
    }

    /// How many keys it takes: a row each, and a category each.
    pub(crate) fn len(&self) -> Key {
        key_of(0, self.plan.items.len() + self.plan.categories.len())
    }

    /// The number of the part that it is written down as: another one for each reading of a draft.
    pub fn part(&self) -> u32 {
        self.part
    }

    /// The key of an item.
    pub fn key(&self, id: ItemId) -> Option<Key> {
        let at = self.plan.items.iter().position(|item| item.id == id)?;
        Some(key_of(self.first_key, at))
    }

    /// The keys of all items.
    pub(crate) fn keys(&self) -> HashMap<ItemId, Key> {
        let items = self.plan.items.iter().enumerate();
        items.map(|(at, item)| (item.id, key_of(self.first_key, at))).collect()
    }

    /// The item that a row was read as.
    pub fn item(&self, key: Key) -> Option<&yaodian_plan::Item> {
        self.plan.items.get(usize::try_from(key.checked_sub(self.first_key)?).ok()?)
    }

    /// The key of a category.
    pub(crate) fn category_key(&self, no: u8) -> Key {
        key_of(self.first_key, self.plan.items.len() + usize::from(no).saturating_sub(1))
    }

    /// What was read, as rows.
    pub(crate) fn sheet(&self) -> Sheet {
        let plan = self.plan.clone();
        let category = |category: yaodian_plan::Category| Category {
            key: self.category_key(category.no),
            name: category.name,
            stated: category.stated,
        };
        let row = |(at, item): (usize, yaodian_plan::Item)| Row {
            key: key_of(self.first_key, at),
            group: match item.id {
                ItemId::Schedule { category, .. } => Group::Category(self.category_key(category)),
                ItemId::Monthly { month, .. } => Group::Month(month),
            },
            line: Some(item.source.line),
            item,
            is_new: false,
            changed: Changed::default(),
            unsure: false,
        };
        Sheet {
            id: self.hints.id.clone(),
            title: plan.title,
            issuer: plan.issuer,
            year: plan.year,
            preamble: plan.preamble,
            sections: plan.sections,
            annexes: plan.annexes,
            notes: plan.notes,
            units: plan.units,
            meetings: plan.meetings,
            categories: plan.categories.into_iter().map(category).collect(),
            rows: plan.items.into_iter().enumerate().map(row).collect(),
            links: (0..self.proposals.len()).filter(|_| self.in_use).map(|at| (at, true)).collect(),
            ..Sheet::default()
        }
    }
}

fn key_of(first: Key, at: usize) -> Key {
    first.saturating_add(Key::try_from(at).unwrap_or(Key::MAX))
}
