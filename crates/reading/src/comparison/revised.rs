//! A corrected plan under the identities of the plan in use.
//!
//! What is recorded names items, units and meetings by their identities, here and in the files of colleagues. A new reading
//! counts anew, so its identities say nothing: what is the same gets the identity that it had, and what is new gets one
//! that nothing ever had.

mod items;

use std::collections::{BTreeMap, BTreeSet, HashSet};

use super::changes::squash;
use super::{Comparison, compare};
use yaodian_plan::sort::{set_of, sort_few};
use yaodian_plan::{Amendment, Category, ItemId, Link, MeetingKind, Place, Plan, UnitId};

/// The corrected plan.
#[derive(Clone, Debug, PartialEq)]
pub struct Revised {
    /// The plan, with the id and the identities of the plan in use.
    pub plan: Plan,
    /// What it says otherwise, by its own identities.
    pub comparison: Comparison,
    /// Links of the plan in use that no longer hold.
    pub lost_links: Vec<Link>,
}

impl Revised {
    /// Items that could not keep their identity, because it says the category or the month that they have left: what is
    /// recorded about the first belongs to the second.
    pub fn renamed(&self) -> impl Iterator<Item = (ItemId, ItemId)> {
        self.comparison.moved().map(|pair| (pair.before, pair.after))
    }
}

impl Revised {
    /// Finds out which links of the plan in use the corrected one does not have.
    pub fn find_lost_links(&mut self, before: &[Link]) {
        let (ids, held) = (self.comparison.ids(), self.plan.links.iter().collect::<HashSet<&Link>>());
        let is_kept =
            |link: &&Link| Comparison::link(&ids, link, &self.plan).is_some_and(|link| held.contains(&link));
        let lost = before.iter().filter(|link| !is_kept(link)).cloned().collect();
        self.lost_links = lost;
    }
}

/// Makes the corrected plan. `recorded` are items that something is recorded about: none of these identities is given to an
/// item that did not have it.
pub fn revise(before: &Plan, after: &Plan, recorded: &[ItemId]) -> Revised {
    revise_as(before, after, compare(before, after), recorded)
}

/// The same where it is known which item is which: `found` compares these two plans.
pub fn revise_as(before: &Plan, after: &Plan, found: Comparison, recorded: &[ItemId]) -> Revised {
    let categories = categories(before, after, &found);
    let meetings = meetings(before, after);
    let units = units(before, after);
    let items = items::ids(before, after, &found, &categories, recorded);
    let (kept, lost_links) = found.links(&before.links, after);

    let mut plan = after.clone();
    plan.id.clone_from(&before.id);
    plan.categories = list_of_categories(before, after, &categories);
    for unit in &mut plan.units {
        unit.id = of(&units, unit.id.clone());
    }
    for meeting in &mut plan.meetings {
        meeting.id = of(&meetings, meeting.id);
    }
    for item in &mut plan.items {
        items::give(item, of(&items, item.id));
        let who = &mut item.responsibility;
        for unit in who.lead.iter_mut().chain(&mut who.joint) {
            *unit = of(&units, unit.clone());
        }
        for meeting in &mut item.meetings {
            *meeting = of(&meetings, *meeting);
        }
        sort_few(&mut item.meetings);
        for session in &mut item.sessions {
            session.meeting = of(&meetings, session.meeting);
        }
    }
    for correction in &mut plan.corrections {
        if let Place::Item(id) = &mut correction.place {
            *id = of(&items, *id);
        }
    }
    // What both have kept names the items of the plan in use.
    let known: HashSet<&Amendment> = before.amendments.iter().collect();
    plan.amendments.retain(|amendment| !known.contains(amendment));
    for amendment in &mut plan.amendments {
        if let Some(Place::Item(id)) = &mut amendment.place {
            *id = of(&items, *id);
        }
    }
    let mut links: Vec<Link> = Vec::new();
    let mut known: HashSet<Link> = HashSet::new();
    for link in after.links.iter().cloned().chain(kept) {
        let link = match link {
            Link::Basis { point, item, phrase } => Link::Basis { point, item: of(&items, item), phrase },
            Link::Prepares { from, to } => Link::Prepares { from: of(&items, from), to: of(&items, to) },
            Link::Same { a, b } => Link::Same { a: of(&items, a), b: of(&items, b) },
        };
        links.extend(known.insert(link.clone()).then_some(link));
    }
    plan.links = links;
    let mut comparison = found;
    for pair in &mut comparison.pairs {
        pair.after = of(&items, pair.after);
    }
    for id in &mut comparison.new {
        *id = of(&items, *id);
    }
    Revised { plan, comparison, lost_links }
}

fn of<T: Ord + Clone>(map: &BTreeMap<T, T>, key: T) -> T {
    map.get(&key).cloned().unwrap_or(key)
}

/// Categories by their names; one with another name by the items that are in both.
fn categories(before: &Plan, after: &Plan, found: &Comparison) -> BTreeMap<u8, u8> {
    let mut taken = set_of(before.categories.iter().map(|category| category.no));
    let mut map = BTreeMap::new();
    for category in &after.categories {
        let name = squash(&category.name);
        let known =
            before.categories.iter().filter(|known| squash(&known.name) == name).map(|known| known.no);
        if let Some(no) = known.into_iter().find(|no| !map.values().any(|used| used == no)) {
            map.insert(category.no, no);
        }
    }
    for category in &after.categories {
        if map.contains_key(&category.no) {
            continue;
        }
        let mut from: BTreeMap<u8, usize> = BTreeMap::new();
        for pair in &found.pairs {
            if let (ItemId::Schedule { category: was, .. }, ItemId::Schedule { category: now, .. }) =
                (pair.before, pair.after)
                && now == category.no
                && !map.values().any(|used| *used == was)
            {
                *from.entry(was).or_default() += 1;
            }
        }
        let most = from.into_iter().max_by_key(|(_, count)| *count).map(|(was, _)| was);
        let no = most.unwrap_or_else(|| free(&taken));
        taken.insert(no);
        map.insert(category.no, no);
    }
    map
}

/// Categories are numbered from 1 without a gap. One that is gone keeps its number, empty, before those that are still
/// there.
fn list_of_categories(before: &Plan, after: &Plan, map: &BTreeMap<u8, u8>) -> Vec<Category> {
    let mut list: Vec<Category> = Vec::with_capacity(after.categories.len());
    for category in &after.categories {
        list.push(Category { no: of(map, category.no), ..category.clone() });
    }
    let last = list.iter().map(|category| category.no).max().unwrap_or_default();
    for (at, gone) in before.categories.iter().enumerate().filter(|(_, category)| category.no <= last) {
        if list.iter().all(|category| category.no != gone.no) {
            list.insert(at.min(list.len()), Category { stated: None, ..gone.clone() });
        }
    }
    list
}

fn free(taken: &BTreeSet<u8>) -> u8 {
    (1..=u8::MAX).find(|no| !taken.contains(no)).unwrap_or(u8::MAX)
}

/// Kinds of meeting by their names. The two that every plan may have are known by themselves.
fn meetings(before: &Plan, after: &Plan) -> BTreeMap<MeetingKind, MeetingKind> {
    let no = |kind| if let MeetingKind::Other(no) = kind { Some(no) } else { None };
    let mut taken = set_of(before.meeting_kinds().filter_map(no));
    let mut map = BTreeMap::new();
    for kind in after.meeting_kinds() {
        if !matches!(kind, MeetingKind::Other(_)) {
            continue;
        }
        let name = after.meeting_name(kind);
        let known = before
            .meeting_kinds()
            .find(|known| matches!(known, MeetingKind::Other(_)) && before.meeting_name(*known) == name);
        let kept = known.unwrap_or_else(|| {
            let no = free(&taken);
            taken.insert(no);
            MeetingKind::Other(no)
        });
        map.insert(kind, kept);
    }
    map
}

/// Units by their names, and by the other names that they have; in a plan that was made of the one in use also by their ids.
fn units(before: &Plan, after: &Plan) -> BTreeMap<UnitId, UnitId> {
    let mut taken = set_of(before.units.iter().map(|unit| unit.id.clone()));
    let mut used: BTreeSet<UnitId> = BTreeSet::new();
    let mut map = BTreeMap::new();
    let names = set_of(after.units.iter().map(|unit| squash(&unit.name)));
    let is_gone = |name: &str| !names.contains(&squash(name));
    for unit in &after.units {
        let name = squash(&unit.name);
        let known = before.units.iter().find(|known| {
            let named = squash(&known.name) == name || known.aliases.iter().any(|it| squash(it) == name);
            named && !used.contains(&known.id)
        });
        let is_renamed =
            || before.id == after.id && before.unit(&unit.id).is_some_and(|was| is_gone(&was.name));
        let id = match known {
            Some(known) => known.id.clone(),
            None if is_renamed() && !used.contains(&unit.id) => unit.id.clone(),
            None => {
                let others = (2..).map(|no| UnitId(format!("{}-{no}", unit.id)));
                let mut ids = std::iter::once(unit.id.clone()).chain(others);
                ids.find(|id| !taken.contains(id)).unwrap_or_else(|| unit.id.clone())
            }
        };
        taken.insert(id.clone());
        used.insert(id.clone());
        map.insert(unit.id.clone(), id);
    }
    map
}
