//! The plan's units, learned from every cell that names one, and what such a cell means.

use super::diagnostic::{Diagnostic, Problem};
use super::names::{self, Party};
use super::text;
use yaodian_plan::{Basis, Collective, Responsibility, Unit, UnitId};

/// The units of the document.
#[derive(Default)]
pub(super) struct Units {
    found: Vec<Found>,
}

struct Found {
    /// What its names have in common; for a well-known unit its id.
    key: String,
    /// Place in the usual order, after which come units that are not well known.
    rank: usize,
    id: UnitId,
    name: String,
    aliases: Vec<(u32, String)>,
    line: u32,
}

impl Units {
    /// Learns units from the cells that name them, with their lines.
    pub(super) fn learn<'a>(cells: impl Iterator<Item = (u32, &'a str)>, out: &mut Vec<Diagnostic>) -> Units {
        let mut units = Units::default();
        for (line, cell) in cells {
            for party in names::parties(cell) {
                if let Party::Unit(name) = party {
                    units.meet(line, name);
                }
            }
        }
        units.number();
        for unit in &units.found {
            let (name, id) = (unit.name.clone(), unit.id.0.clone());
            if unit.rank == usize::MAX {
                let known_form = names::has_ending(&text::squash(&name));
                let problem = if known_form {
                    Problem::UnknownUnit { name, id }
                } else {
                    Problem::OddUnit { name, id }
                };
                out.push(problem.at(unit.line));
            }
            for (line, alias) in &unit.aliases {
                out.push(Problem::Alias { alias: alias.clone(), name: unit.name.clone() }.at(*line));
            }
        }
        // Well-known units come in the usual order, the others as the document names them.
        units.found.sort_by_key(|unit| unit.rank);
        units
    }

    fn meet(&mut self, line: u32, name: String) {
        let stem = names::stem(&name);
        let known = names::known(&stem);
        let key = known.map_or(stem, |(_, id)| id.to_owned());
        let Some(unit) = self.found.iter_mut().find(|unit| unit.key == key) else {
            let rank = known.map_or(usize::MAX, |(rank, _)| rank);
            self.found.push(Found { id: UnitId(key.clone()), key, rank, name, aliases: Vec::new(), line });
            return;
        };
        if unit.name == name || unit.aliases.iter().any(|(_, alias)| *alias == name) {
            return;
        }
        // The first name with an ending is the full one, whichever was read first.
        if names::has_ending(&name) && !names::has_ending(&unit.name) {
            let short = std::mem::replace(&mut unit.name, name);
            unit.aliases.push((unit.line, short));
        } else {
            unit.aliases.push((line, name));
        }
    }

    fn number(&mut self) {
        let unknown = self.found.iter_mut().filter(|unit| unit.rank == usize::MAX);
        for (no, unit) in (1..).zip(unknown) {
            unit.id = UnitId(format!("u{no}"));
        }
    }

    /// Who a cell, or one entry of it, names: the first unit leads, the others join.
    pub(super) fn read(&self, cell: &str, basis: Basis) -> Responsibility {
        let mut who = Responsibility {
            text: text::trim(&text::unwrap_lines(cell)).to_owned(),
            lead: Vec::new(),
            joint: Vec::new(),
            collective: None,
            basis,
        };
        for party in names::parties(cell) {
            match party {
                // 各工委 includes those concerned.
                Party::Collective(Collective::All) => who.collective = Some(Collective::All),
                Party::Collective(some) => who.collective = who.collective.or(Some(some)),
                Party::Unit(name) => match self.id(&name) {
                    Some(id) if who.lead.contains(id) || who.joint.contains(id) => {}
                    Some(id) if who.lead.is_empty() => who.lead.push(id.clone()),
                    Some(id) => who.joint.push(id.clone()),
                    None => {}
                },
            }
        }
        who
    }

    fn id(&self, name: &str) -> Option<&UnitId> {
        let stem = names::stem(name);
        let key = names::known(&stem).map_or(stem.as_str(), |(_, id)| id);
        self.found.iter().find(|unit| unit.key == key).map(|unit| &unit.id)
    }

    /// The units for the plan.
    pub(super) fn into_units(self) -> Vec<Unit> {
        let unit = |unit: Found| Unit {
            id: unit.id,
            name: unit.name,
            aliases: unit.aliases.into_iter().map(|(_, alias)| alias).collect(),
        };
        self.found.into_iter().map(unit).collect()
    }
}
