//! What was read from a document once, kept as it was read.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};
use yaodian_plan::{ItemId, Plan};
use yaodian_reading::understanding::{Proposal, TableReading};
use yaodian_reading::{Diagnostic, Draft, Hints};

use crate::key::Key;
use crate::notes::Note;
use crate::sheet::{Category, Changed, Group, Row, Sheet};

/// Why a link of a plan in use is proposed.
const IN_PLAN: &str = "计划里已有";

/// A reading of a document.
#[derive(Clone, Debug, Serialize, Deserialize)]
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
    /// Whether it is a plan in use: its links, among the proposals, hold until somebody says otherwise.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub in_use: bool,
}

impl Reading {
    pub(crate) fn of(draft: Draft, diagnostics: &[Diagnostic], hints: Hints, first_key: Key) -> Reading {
        let Draft { plan, tables, proposals, .. } = draft;
        let notes = diagnostics.iter().map(|diagnostic| Note::of(diagnostic, &plan, first_key)).collect();
        Reading { hints, plan, tables, proposals, notes, first_key, in_use: false }
    }

    /// A plan in use, as if it had been read.
    pub(crate) fn of_plan(plan: Plan) -> Reading {
        let proposal =
            |link: &yaodian_plan::Link| Proposal { link: link.clone(), reason: IN_PLAN.to_owned() };
        let proposals = plan.links.iter().map(proposal).collect();
        let hints = Hints { id: Some(plan.id.clone()), ..Hints::default() };
        Reading { hints, plan, tables: Vec::new(), proposals, notes: Vec::new(), first_key: 0, in_use: true }
    }

    /// How many keys it takes: a row each, and a category each.
    pub(crate) fn len(&self) -> Key {
        key_of(0, self.plan.items.len() + self.plan.categories.len())
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
