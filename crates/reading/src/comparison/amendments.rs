//! What has changed, for the plan to keep: who looks at an item sees what it said before.

mod links;
mod order;

use std::collections::{BTreeMap, HashMap, HashSet};

use yaodian_plan::sort::map_of;
use yaodian_plan::{Amendment, Item, ItemId, Part, Place, Plan};

use super::changes::item_in_words;
use super::{Change, Revised};

/// No plan keeps more; the oldest are left out.
const MOST: usize = 20_000;

/// When something was changed, and by whom.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Said<'a> {
    /// The day, e.g. `2026-03-01`.
    pub on: &'a str,
    /// The name; may be empty.
    pub by: &'a str,
}

impl Revised {
    /// Writes into the plan what it says otherwise than the plan in use, behind what either of them has kept of earlier
    /// changes.
    pub fn amend(&mut self, before: &Plan, said: Said) {
        let moved: BTreeMap<ItemId, ItemId> =
            self.comparison.pairs.iter().map(|pair| (pair.before, pair.after)).collect();
        let mut kept: Vec<Amendment> = before.amendments.clone();
        for amendment in &mut kept {
            if let Some(Place::Item(id)) = &mut amendment.place {
                *id = moved.get(id).copied().unwrap_or(*id);
            }
        }
        let mut added = std::mem::take(&mut self.plan.amendments);
        // A corrected plan that was handed on says itself who has changed what.
        let told: HashSet<_> = added.iter().map(outcome).collect();
        let found = found(self, before, said);
        let found: Vec<Amendment> = found.into_iter().filter(|one| !told.contains(&outcome(one))).collect();
        kept.append(&mut added);
        kept.extend(found);
        kept.drain(..kept.len().saturating_sub(MOST));
        self.plan.amendments = kept;
    }
}

/// What came of a change, whatever stood there before: several may have led to it.
fn outcome(one: &Amendment) -> (Option<Place>, Part, String) {
    let text = if one.after.is_empty() { &one.before } else { &one.after };
    (one.place, one.part, text.clone())
}

/// What the corrected plan says otherwise.
fn found(revised: &Revised, before: &Plan, said: Said) -> Vec<Amendment> {
    let Revised { plan: after, comparison, .. } = revised;
    let mut list = Vec::new();
    let mut add = |place: Option<Place>, part: Part, was: &str, is: &str| {
        if was != is {
            let (before, after) = (was.to_owned(), is.to_owned());
            let (on, by) = (said.on.to_owned(), said.by.to_owned());
            list.push(Amendment { place, part, before, after, on, by });
        }
    };
    add(None, Part::Title, &before.title, &after.title);
    add(None, Part::Issuer, &before.issuer, &after.issuer);
    add(None, Part::Year, &before.year.to_string(), &after.year.to_string());
    for unit in &after.units {
        let was = before.unit(&unit.id).map_or(&*unit.name, |was| &*was.name);
        add(None, Part::Units, was, &unit.name);
    }
    for (was, is) in order::of_lists(before, after) {
        add(None, Part::Order, &was, &is);
    }
    for category in &after.categories {
        let was = before.category(category.no).map_or(&*category.name, |was| &*was.name);
        add(None, Part::Category, was, &category.name);
    }
    let points = map_of(before.points().map(|point| (point.no, point)));
    for point in after.points() {
        let was = points.get(&point.no);
        let place = Some(Place::Point(point.no));
        add(place, Part::Title, was.map_or("", |was| &was.heading), &point.heading);
        add(place, Part::Text, was.map_or("", |was| &was.text), &point.text);
    }
    let (old, new) = (by_id(before), by_id(after));
    for pair in &comparison.pairs {
        let items = old.get(&pair.before).copied().zip(new.get(&pair.after).copied());
        for Change { part, before: was, after: is } in
            pair.changes.iter().filter(|it| items.is_none_or(|items| is_own(it, items)))
        {
            add(Some(Place::Item(pair.after)), *part, was, is);
        }
    }
    for (id, was, is) in order::of_items(before, revised) {
        add(Some(Place::Item(id)), Part::Order, &was, &is);
    }
    for (was, is) in revised.renamed() {
        add(Some(Place::Item(is)), Part::Number, &was.to_string(), &is.to_string());
    }
    for (id, was, is) in links::changed(before, revised) {
        add(Some(Place::Item(id)), Part::Links, &was, &is);
    }
    for id in &comparison.gone {
        let was = old.get(id).map(|item| item_in_words(before, item)).unwrap_or_default();
        add(Some(Place::Item(*id)), Part::Item, &was, "");
    }
    for id in &comparison.new {
        add(Some(Place::Item(*id)), Part::Item, "", new.get(id).map_or("", |item| &item.title));
    }
    list
}

fn by_id(plan: &Plan) -> HashMap<ItemId, &Item> {
    // The first of an id is the one that is found by it.
    plan.items.iter().rev().map(|item| (item.id, item)).collect()
}

/// Whether the item itself has changed, and not only the name of its unit or its category: that is said of the plan.
fn is_own(change: &Change, (was, is): (&Item, &Item)) -> bool {
    match change.part {
        Part::Units => {
            let (was, is) = (&was.responsibility, &is.responsibility);
            (&was.lead, &was.joint, was.collective) != (&is.lead, &is.joint, is.collective)
        }
        Part::Category => match (was.id, is.id) {
            (ItemId::Schedule { category, .. }, ItemId::Schedule { category: now, .. }) => category != now,
            _ => true,
        },
        _ => true,
    }
}
