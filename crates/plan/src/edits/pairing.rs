//! A reviewed pairing of an item with its units.

use serde::{Deserialize, Serialize};

use super::fault::Fault;
use crate::model::{Basis, Collective, ItemId, Plan, UnitId};

/// Which units do an item, according to a reviewer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pairing {
    /// The item.
    pub item: ItemId,
    /// The units that lead.
    pub lead: Vec<UnitId>,
    /// The units that take part.
    #[serde(default)]
    pub joint: Vec<UnitId>,
    /// Units that are named together, without naming each.
    #[serde(default)]
    pub collective: Option<Collective>,
}

impl Pairing {
    /// Sets the item's responsibility. It stays inferred: a review does not make the document say so.
    pub(super) fn apply(&self, plan: &mut Plan) -> Result<(), Fault> {
        let mut names: Vec<String> = Vec::new();
        let mut seen: Vec<&UnitId> = Vec::new();
        for id in self.lead.iter().chain(&self.joint) {
            let unit = plan.unit(id).ok_or_else(|| Fault::NoUnit(id.clone()))?;
            if seen.contains(&id) {
                return Err(Fault::UnitTwice(id.clone()));
            }
            seen.push(id);
            names.push(unit.name.clone());
        }
        names.extend(self.collective.map(|collective| {
            let name = match collective {
                Collective::All => "各工委",
                Collective::Concerned => "有关工委",
            };
            name.to_owned()
        }));
        let item = plan.items.iter_mut().find(|item| item.id == self.item).ok_or(Fault::NoItem(self.item))?;
        if names.is_empty() {
            return Err(Fault::Nobody(self.item));
        }
        let who = &mut item.responsibility;
        who.text = names.join("、");
        who.lead = self.lead.clone();
        who.joint = self.joint.clone();
        who.collective = self.collective;
        who.basis = Basis::Inferred;
        Ok(())
    }
}
