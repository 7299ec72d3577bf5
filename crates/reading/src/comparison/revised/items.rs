//! The identities of items.

use std::collections::{BTreeMap, HashMap};

use super::super::changes::{item_in_words, squash};
use super::super::side_by_side::Comparison;
use yaodian_plan::sort::{map_of, set_of};
use yaodian_plan::{Amendment, Item, ItemId, Month, Part, Place, Plan};

/// Items: those that are in both keep their identity, unless that says a category or a month that they have left.
pub(super) fn ids(
    before: &Plan,
    after: &Plan,
    found: &Comparison,
    categories: &BTreeMap<u8, u8>,
    recorded: &[ItemId],
) -> BTreeMap<ItemId, ItemId> {
    let mut taken = set_of(before.items.iter().map(|item| item.id).chain(recorded.iter().copied()));
    // Nor is it one of those that were taken out before, unless it is that item again.
    taken.extend(before.amendments.iter().flat_map(Amendment::ids));
    let mut gone = taken_out(before);
    let was = map_of(found.pairs.iter().map(|pair| (pair.after, pair.before)));
    let mut next: BTreeMap<(Option<u8>, Option<Month>), u16> = BTreeMap::new();
    let mut map = BTreeMap::new();
    for item in &after.items {
        let was = was.get(&item.id).copied();
        let own = match item.id {
            ItemId::Schedule { category, no } => {
                ItemId::Schedule { category: categories.get(&category).copied().unwrap_or(category), no }
            }
            monthly @ ItemId::Monthly { .. } => monthly,
        };
        let keeps = was.filter(|was| is_of_group(*was, own));
        let mut again = || {
            let former = gone.get_mut(&squash(&item_in_words(after, item)))?;
            let at = former.iter().position(|id| is_of_group(*id, own))?;
            Some(former.swap_remove(at))
        };
        let id = keeps.or_else(|| if was.is_none() { again() } else { None }).unwrap_or_else(|| {
            // What is taken stays so: the next one is looked for where this one was found.
            let group = match own {
                ItemId::Schedule { category, .. } => (Some(category), None),
                ItemId::Monthly { month, .. } => (None, Some(month)),
            };
            let from = next.entry(group).or_insert(1);
            let others = (*from..=u16::MAX).map(|no| match own {
                ItemId::Schedule { category, .. } => ItemId::Schedule { category, no },
                ItemId::Monthly { month, .. } => ItemId::Monthly { month, no },
            });
            match taken.contains(&own) {
                false => own,
                true => {
                    let id = others.into_iter().find(|id| !taken.contains(id)).unwrap_or(own);
                    *from = id.no();
                    id
                }
            }
        });
        taken.insert(id);
        map.insert(item.id, id);
    }
    map
}

/// Whether two ids say the same category or month.
fn is_of_group(one: ItemId, other: ItemId) -> bool {
    match (one, other) {
        (ItemId::Schedule { category, .. }, ItemId::Schedule { category: other, .. }) => category == other,
        (ItemId::Monthly { month, .. }, ItemId::Monthly { month: other, .. }) => month == other,
        _ => false,
    }
}

/// The items that were taken out of a plan, by what is kept of them.
fn taken_out(plan: &Plan) -> HashMap<String, Vec<ItemId>> {
    let mut gone: HashMap<String, Vec<ItemId>> = HashMap::new();
    // Some were taken out more than once; what was said last is how they were.
    let mut known = set_of(plan.items.iter().map(|item| item.id));
    for amendment in plan.amendments.iter().rev() {
        if let (Part::Item, Some(Place::Item(id)), "") = (amendment.part, amendment.place, &*amendment.after)
            && known.insert(id)
        {
            gone.entry(squash(&amendment.before)).or_default().push(id);
        }
    }
    gone
}

/// Gives an item its identity. The number that its document prints stays what it is.
pub(super) fn give(item: &mut Item, id: ItemId) {
    if item.id == id {
        return;
    }
    let printed = item.serial();
    item.id = id;
    item.serial = None;
    if item.serial() != printed {
        item.serial = Some(printed);
    }
}
