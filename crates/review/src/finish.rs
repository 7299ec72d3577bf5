//! From the rows to a plan.

use std::collections::{HashMap, HashSet};

use yaodian_plan::sort::sort_by;
use yaodian_plan::{
    Amendment, Category, Correction, FORMAT, Fault, Item, ItemId, Link, Month, Place, Plan, check,
};
use yaodian_reading::understanding::made_up_id;

use crate::Review;
use crate::key::Key;
use crate::reading::Reading;
use crate::sheet::{Group, Row, Sheet};

impl Review {
    /// The plan as it stands.
    pub fn plan(&self) -> Plan {
        let sheet = self.sheet();
        let ids = self.ids();
        let mut items: Vec<Item> = Vec::with_capacity(sheet.rows.len());
        for row in &sheet.rows {
            let Some(id) = ids.get(&row.key) else { continue };
            items.push(Item { id: *id, ..row.item.clone() });
        }
        // Rows of categories come before those by month.
        sort_by(&mut items, &|one, other| one.id.is_schedule() && !other.id.is_schedule());
        let mut plan = Plan {
            format: FORMAT,
            id: sheet.id.clone().unwrap_or_else(|| made_up_id(&sheet.issuer, sheet.year)),
            title: sheet.title.clone(),
            issuer: sheet.issuer.clone(),
            year: sheet.year,
            preamble: sheet.preamble.clone(),
            sections: sheet.sections.clone(),
            annexes: sheet.annexes.clone(),
            notes: sheet.notes.clone(),
            units: sheet.units.clone(),
            meetings: sheet.meetings.clone(),
            categories: categories(sheet),
            items,
            links: Vec::new(),
            corrections: Vec::new(),
            amendments: Vec::new(),
        };
        if let Some(reading) = self.reading() {
            plan.corrections = corrections(reading, &plan, &ids);
            plan.amendments.clone_from(&reading.plan.amendments);
        }
        plan.links = self.links(&plan, &ids);
        plan
    }

    /// The ids of the rows, by their keys.
    fn ids(&self) -> HashMap<Key, ItemId> {
        // Of a plan in use no id is ever given to another item.
        let former = self.reading().filter(|reading| reading.in_use);
        let of_items = former.iter().flat_map(|reading| reading.plan.items.iter().map(|item| item.id));
        let of_amendments = former.iter().flat_map(|reading| &reading.plan.amendments);
        let gone = of_amendments.flat_map(Amendment::ids);
        ids(self.sheet(), of_items.chain(gone).collect())
    }

    /// The items of a plan in use that are still there, with the ids that they had and have.
    pub fn same_items(&self) -> Vec<(ItemId, ItemId)> {
        let ids = self.ids();
        let Some(reading) = self.reading() else { return Vec::new() };
        let keys = (reading.first_key..).zip(&reading.plan.items);
        keys.filter_map(|(key, item)| Some((item.id, *ids.get(&key)?))).collect()
    }

    /// The id of the plan in use that this is to correct.
    pub fn corrects(&self) -> Option<&str> {
        self.reading().filter(|reading| reading.in_use).map(|reading| reading.plan.id.as_str())
    }

    /// The plan, if it is one.
    ///
    /// # Errors
    /// What keeps it from being a plan; never empty.
    pub fn finish(&self) -> Result<Plan, Vec<Fault>> {
        let plan = self.plan();
        let faults = check(&plan);
        if faults.is_empty() { Ok(plan) } else { Err(faults) }
    }

    /// The proposals that were accepted and still hold.
    fn links(&self, plan: &Plan, ids: &HashMap<Key, ItemId>) -> Vec<Link> {
        let mut links: Vec<Link> = Vec::new();
        let mut known: HashSet<Link> = HashSet::new();
        for (_, link) in self.accepted(plan, ids) {
            links.extend(link.filter(|link| known.insert(link.clone())));
        }
        links
    }

    /// The positions of proposals that were accepted and do not hold any more: an item is gone, or the point has other words.
    pub fn lost_links(&self) -> Vec<usize> {
        let lost = self.accepted(&self.plan(), &self.ids()).into_iter().filter(|(_, link)| link.is_none());
        lost.map(|(at, _)| at).collect()
    }

    /// The proposals that were accepted, by position, each with the link that it makes if it still holds: its items are there,
    /// and the point has the words.
    fn accepted(&self, plan: &Plan, ids: &HashMap<Key, ItemId>) -> Vec<(usize, Option<Link>)> {
        let Some(reading) = self.reading() else { return Vec::new() };
        let keys = reading.keys();
        let id = |item: &ItemId| ids.get(keys.get(item)?).copied();
        let link = |link: &Link| match link {
            Link::Basis { point, item, phrase } => {
                let found = plan.point(*point)?;
                let holds = found.text.contains(phrase) || found.heading.contains(phrase);
                let item = id(item).filter(|_| holds)?;
                Some(Link::Basis { point: *point, item, phrase: phrase.clone() })
            }
            Link::Prepares { from, to } => Some(Link::Prepares { from: id(from)?, to: id(to)? }),
            Link::Same { a, b } => Some(Link::Same { a: id(a)?, b: id(b)? }),
        };
        let accepted = self.sheet().links.iter().filter(|(_, holds)| **holds).map(|(at, _)| *at);
        accepted.filter_map(|at| Some((at, link(&reading.proposals.get(at)?.link)))).collect()
    }
}

/// The misprints that are still printed.
fn corrections(reading: &Reading, plan: &Plan, ids: &HashMap<Key, ItemId>) -> Vec<Correction> {
    let keys = reading.keys();
    let titles: HashMap<ItemId, &str> =
        plan.items.iter().map(|item| (item.id, item.title.as_str())).collect();
    let still = |correction: &Correction| {
        let printed = correction.printed.as_str();
        let place = match correction.place {
            Place::Item(id) => {
                let id = *ids.get(keys.get(&id)?)?;
                titles.get(&id)?.contains(printed).then_some(Place::Item(id))
            }
            Place::Point(no) => {
                let point = plan.point(no)?;
                let is_there = point.heading.contains(printed) || point.text.contains(printed);
                is_there.then_some(correction.place)
            }
        };
        Some(Correction { place: place?, ..correction.clone() })
    };
    reading.plan.corrections.iter().filter_map(still).collect()
}

fn categories(sheet: &Sheet) -> Vec<Category> {
    let numbered = sheet.categories.iter().zip(1..);
    numbered.map(|(one, no)| Category { no, name: one.name.clone(), stated: one.stated }).collect()
}

/// The ids of all rows. A row keeps the one that it was read with where that still says where it stands; the others get
/// the next number of their group; none of the former ids, which are those of other items.
fn ids(sheet: &Sheet, former: HashSet<ItemId>) -> HashMap<Key, ItemId> {
    let numbers: HashMap<Key, u8> = sheet.categories.iter().zip(1..).map(|(one, no)| (one.key, no)).collect();
    let with_no = |row: &Row, no: u16| match row.group {
        Group::Category(key) => Some(ItemId::Schedule { category: *numbers.get(&key)?, no }),
        Group::Month(month) => Some(ItemId::Monthly { month: month_of(row, month), no }),
    };
    let mut ids: HashMap<Key, ItemId> = HashMap::new();
    let mut used: HashSet<ItemId> = HashSet::new();
    for row in sheet.rows.iter().filter(|row| !row.is_new) {
        if with_no(row, number(row.item.id)) == Some(row.item.id) && used.insert(row.item.id) {
            ids.insert(row.key, row.item.id);
        }
    }
    used.extend(former);
    let mut next: HashMap<Option<ItemId>, u16> = HashMap::new();
    for row in &sheet.rows {
        if ids.contains_key(&row.key) {
            continue;
        }
        let no = next.entry(with_no(row, 0)).or_insert(1);
        while let Some(id) = with_no(row, *no) {
            let is_free = used.insert(id);
            if is_free {
                ids.insert(row.key, id);
            }
            *no = no.saturating_add(1);
            if is_free || *no == u16::MAX {
                break;
            }
        }
    }
    ids
}

/// A task of a month that has another time now is listed under its own first month.
fn month_of(row: &Row, month: Month) -> Month {
    match row.item.period.months() {
        Some((first, _)) if !row.item.period.covers(month) => first,
        _ => month,
    }
}

fn number(id: ItemId) -> u16 {
    let (ItemId::Schedule { no, .. } | ItemId::Monthly { no, .. }) = id;
    no
}
