//! The plan's units, learned from every text that names one, and what such a text means.

use std::collections::{HashMap, HashSet};

use super::super::remarks::{Cause, Remarks, Spot};
use super::super::text;
use super::known::known;
use super::names::{self, Class};
use super::own::Own;
use super::party::{Party, Who, parties};
use super::role::Role;
use super::split::{halves, is_name, rejoined};
use super::twins::twins;
use yaodian_plan::sort::sort_by;
use yaodian_plan::{Basis, Responsibility, Unit, UnitId};

/// Collects names of units before it is known which are one.
pub struct Learner {
    own: Own,
    /// Names that somebody said mean the same unit: the other name, and the one to use.
    merged: HashMap<String, String>,
    found: Vec<Found>,
    keys: HashMap<Key, usize>,
    /// Names that have no ending, to be resolved when all are known.
    bare: Vec<(String, Spot)>,
    asides: Vec<(String, String, Spot)>,
}

/// What a unit's names have in common.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct Key(String, Class);

struct Found {
    name: String,
    aliases: Vec<(String, Spot)>,
    spot: Spot,
}

/// The units of the document.
pub struct Units {
    own: Own,
    units: Vec<Unit>,
    /// Positions by every name, squashed.
    names: HashMap<String, usize>,
    merged: HashMap<String, String>,
}

impl Learner {
    pub fn new(own: Own, merged: &[(String, String)]) -> Learner {
        let merged = merged.iter().cloned().collect();
        Learner { own, merged, found: Vec::new(), keys: HashMap::new(), bare: Vec::new(), asides: Vec::new() }
    }

    /// Learns from a text that names those who do something.
    pub fn learn(&mut self, text: &str, spot: &Spot) {
        for Party { who, aside, .. } in parties(text, &self.own) {
            let Who::Unit { name, long } = who else { continue };
            if let Some(aside) = aside {
                self.asides.push((name.clone(), aside, spot.clone()));
            }
            self.meet(name, spot);
            if let Some(long) = long {
                self.alias(long, spot);
            }
        }
    }

    fn meet(&mut self, name: String, spot: &Spot) {
        let name = self.merged.get(&name).cloned().unwrap_or(name);
        let (stem, class) = names::stem(&name);
        if class == Class::Bare {
            self.bare.push((name, spot.clone()));
            return;
        }
        self.add(Key(text::squash(stem), class), name, spot);
    }

    fn add(&mut self, key: Key, name: String, spot: &Spot) -> usize {
        let at = *self.keys.entry(key).or_insert(self.found.len());
        match self.found.get_mut(at) {
            None => self.found.push(Found { name, aliases: Vec::new(), spot: spot.clone() }),
            Some(unit) if unit.name == name || unit.aliases.iter().any(|(alias, _)| *alias == name) => {}
            Some(unit) => unit.aliases.push((name, spot.clone())),
        }
        at
    }

    /// A longer form of the name that was met last.
    fn alias(&mut self, long: String, spot: &Spot) {
        let (stem, class) = names::stem(&long);
        let short = self.own_stem(&long);
        let at = short.and_then(|short| self.keys.get(&short).copied());
        let known = Key(text::squash(stem), class);
        if let Some(at) = at
            && !self.keys.contains_key(&known)
        {
            self.keys.insert(known, at);
            if let Some(unit) = self.found.get_mut(at)
                && unit.name != long
            {
                unit.aliases.push((long, spot.clone()));
            }
        }
    }

    fn own_stem(&self, long: &str) -> Option<Key> {
        let parties = parties(long, &self.own);
        let Some(Party { who: Who::Unit { name, .. }, .. }) = parties.first() else { return None };
        let (stem, class) = names::stem(name);
        Some(Key(text::squash(stem), class))
    }

    /// The units, and what was assumed about their names.
    pub fn finish(mut self, out: &mut Remarks) -> Units {
        for (name, spot) in std::mem::take(&mut self.bare) {
            let full = [Class::Working, Class::Committee, Class::Other]
                .into_iter()
                .find_map(|class| self.keys.get(&Key(text::squash(&name), class)).copied());
            match full {
                Some(at) => {
                    if let Some(unit) = self.found.get_mut(at)
                        && !unit.aliases.iter().any(|(alias, _)| *alias == name)
                    {
                        unit.aliases.push((name, spot));
                    }
                }
                None => {
                    self.add(Key(text::squash(&name), Class::Bare), name, &spot);
                }
            }
        }
        let names: Vec<&str> = self.found.iter().map(|unit| unit.name.as_str()).collect();
        for (one, other) in twins(&names) {
            if let (Some(one), Some(other)) = (self.found.get(one), self.found.get(other)) {
                let note = format!("与“{}”", one.name);
                out.say(Cause::TwinUnits, &other.spot, &other.name, &note);
            }
        }
        for unit in &self.found {
            if let Some((one, other)) = halves(&unit.name) {
                let note = format!("含“{one}”和“{other}”");
                out.say(Cause::MaybeTwoUnits, &unit.spot, &unit.name, &note);
            }
        }
        for (name, aside, spot) in &self.asides {
            out.say(Cause::UnitAside, spot, name, &format!("（{aside}）"));
        }
        let mut ids = Ids::default();
        let mut ranked: Vec<(usize, Unit)> = Vec::new();
        for unit in self.found {
            let known = known(names::stem(names::own_name(&unit.name)).0);
            let id = ids.give(known.map(|(_, id)| id));
            if known.is_none() && !(names::has_ending(&unit.name) || unit.name.ends_with("(室)")) {
                out.say(Cause::OddUnit, &unit.spot, &unit.name, "");
            }
            for (alias, spot) in &unit.aliases {
                out.say(Cause::Alias, spot, alias, &format!("即“{}”", unit.name));
            }
            let aliases = unit.aliases.into_iter().map(|(alias, _)| alias).collect();
            let rank = known.map_or(usize::MAX, |(rank, _)| rank);
            ranked.push((rank, Unit { id, name: unit.name, aliases }));
        }
        // Well-known units come in the usual order, the others as the document names them.
        sort_by(&mut ranked, &|(one, _), (other, _)| one < other);
        let units: Vec<Unit> = ranked.into_iter().map(|(_, unit)| unit).collect();
        let mut by_name = HashMap::new();
        for (at, unit) in units.iter().enumerate() {
            for name in std::iter::once(&unit.name).chain(&unit.aliases) {
                by_name.entry(key(name)).or_insert(at);
                by_name.entry(text::squash(name)).or_insert(at);
            }
        }
        Units { own: self.own, units, names: by_name, merged: self.merged }
    }
}

/// The text on one line: lines that end with a whole name are apart.
fn printed(text: &str) -> String {
    let joined = rejoined(text);
    let text = joined.as_deref().unwrap_or(text);
    let mut whole = String::new();
    for line in text.lines().map(text::trim).filter(|line| !line.is_empty()) {
        let apart = !whole.is_empty()
            && is_name(whole.rsplit(['、', '，', '\n']).next().unwrap_or_default())
            && !names::is_ending(&text::squash(line));
        whole.push_str(if apart { "、" } else { "" });
        text::join(&mut whole, line);
    }
    text::trim(&whole).to_owned()
}

/// 代表工作委员会 and 代表工委 are one.
pub fn key(name: &str) -> String {
    let (stem, class) = names::stem(name);
    format!("{} {class:?}", text::squash(stem))
}

/// Ids for units: the well-known ones by what they are, the others by number.
#[derive(Default)]
struct Ids {
    used: HashMap<&'static str, usize>,
    others: usize,
}

impl Ids {
    fn give(&mut self, known: Option<&'static str>) -> UnitId {
        let Some(id) = known else {
            self.others += 1;
            return UnitId(format!("u{}", self.others));
        };
        let count = self.used.entry(id).or_default();
        *count += 1;
        UnitId(if *count == 1 { id.to_owned() } else { format!("{id}-{count}") })
    }
}

impl Units {
    /// Who a text names. Without a word about it, the first unit leads and the others join.
    pub fn read(&self, text: &str, basis: Basis) -> Responsibility {
        let mut who = Responsibility {
            text: printed(text),
            lead: Vec::new(),
            joint: Vec::new(),
            collective: None,
            basis,
        };
        self.add(&mut who, text, Role::Unsaid);
        who
    }

    /// Adds whom another column names as taking part.
    pub fn join(&self, who: &mut Responsibility, text: &str) {
        let printed = printed(text);
        if !printed.is_empty() {
            if !who.text.is_empty() {
                who.text.push('、');
            }
            who.text.push_str(&printed);
        }
        self.add(who, text, Role::Joint);
    }

    fn add(&self, who: &mut Responsibility, text: &str, role: Role) {
        let parties = parties(text, &self.own);
        let leads = parties.iter().any(|party| party.role == Role::Lead);
        let mut seen: HashSet<UnitId> = who.lead.iter().chain(&who.joint).cloned().collect();
        for party in parties {
            let role = if party.role == Role::Unsaid { role } else { party.role };
            match party.who {
                // 各工委 includes those concerned.
                Who::Several(several) => {
                    let all = yaodian_plan::Collective::All;
                    who.collective =
                        if several == all { Some(all) } else { who.collective.or(Some(several)) };
                }
                Who::Unit { name, .. } => match self.id(&name) {
                    Some(id) if !seen.insert(id.clone()) => {}
                    Some(id) if role == Role::Lead => who.lead.push(id.clone()),
                    Some(id) if role == Role::Unsaid && !leads && who.lead.is_empty() => {
                        who.lead.push(id.clone());
                    }
                    Some(id) => who.joint.push(id.clone()),
                    None => {}
                },
            }
        }
    }

    /// The id of the unit that this name means.
    pub fn id(&self, name: &str) -> Option<&UnitId> {
        let name = self.merged.get(name).map_or(name, String::as_str);
        let at = self.names.get(&key(name)).or_else(|| self.names.get(&text::squash(name)))?;
        self.units.get(*at).map(|unit| &unit.id)
    }

    /// The units for the plan.
    pub fn into_units(self) -> Vec<Unit> {
        self.units
    }
}
