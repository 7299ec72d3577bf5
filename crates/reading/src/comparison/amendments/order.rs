//! What stands in another order, in words.

use std::collections::{BTreeMap, HashMap};

use yaodian_plan::sort::sort_by;
use yaodian_plan::{ItemId, Month, Plan};

use super::super::Revised;

/// The orders of categories and of units, before and after, as far as both plans have them.
pub(super) fn of_lists(before: &Plan, after: &Plan) -> Vec<(String, String)> {
    let categories = |plan: &Plan, other: &Plan| -> Vec<String> {
        let both = plan.categories.iter().filter(|one| other.category(one.no).is_some());
        both.filter_map(|one| Some(after.category(one.no)?.name.clone())).collect()
    };
    let units = |plan: &Plan, other: &Plan| -> Vec<String> {
        let both = plan.units.iter().filter(|one| other.unit(&one.id).is_some());
        both.filter_map(|one| Some(after.unit(&one.id)?.name.clone())).collect()
    };
    let said = |what: &str, names: Vec<String>| format!("{what}：{}", names.join("、"));
    vec![
        (said("类别", categories(before, after)), said("类别", categories(after, before))),
        (said("部门", units(before, after)), said("部门", units(after, before))),
    ]
}

/// Items that were put elsewhere among those of their group, with their places. The fewest are named that explain the
/// other order.
pub(super) fn of_items(before: &Plan, revised: &Revised) -> Vec<(ItemId, String, String)> {
    let (was, is) = (places(before), places(&revised.plan));
    let mut groups: BTreeMap<Group, Vec<(usize, usize, ItemId)>> = BTreeMap::new();
    for pair in revised.comparison.pairs.iter().filter(|pair| group(pair.before) == group(pair.after)) {
        if let (Some(was), Some(is)) = (was.get(&pair.before), is.get(&pair.after)) {
            groups.entry(group(pair.after)).or_default().push((*was, *is, pair.after));
        }
    }
    let mut moved = Vec::new();
    for mut items in groups.into_values() {
        sort_by(&mut items, &|one, other| one.0 < other.0);
        let stays = longest_rising(&items.iter().map(|(_, is, _)| *is).collect::<Vec<_>>());
        let gone = items.iter().zip(stays).filter(|(_, stays)| !stays);
        moved.extend(gone.map(|((was, is, id), _)| (*id, said(*was), said(*is))));
    }
    moved
}

fn said(at: usize) -> String {
    format!("第{at}项")
}

type Group = (Option<u8>, Option<Month>);

fn group(id: ItemId) -> Group {
    match id {
        ItemId::Schedule { category, .. } => (Some(category), None),
        ItemId::Monthly { month, .. } => (None, Some(month)),
    }
}

/// The place of each item among those of its group, from 1.
fn places(plan: &Plan) -> HashMap<ItemId, usize> {
    let mut counts: BTreeMap<Group, usize> = BTreeMap::new();
    let place = |id: ItemId| {
        let count = counts.entry(group(id)).or_default();
        *count += 1;
        (id, *count)
    };
    plan.items.iter().map(|item| item.id).map(place).collect()
}

/// Which of the numbers, all different, belong to a longest sequence of them that rises.
///
/// The view layer has the same for its rows and must not know this crate; published crates for it are no longer maintained.
fn longest_rising(numbers: &[usize]) -> Vec<bool> {
    // Of each length the position where the sequence with the least end does end.
    let mut ends: Vec<usize> = Vec::new();
    let mut from: Vec<Option<usize>> = Vec::with_capacity(numbers.len());
    for (at, number) in numbers.iter().enumerate() {
        let shorter = ends.partition_point(|end| numbers.get(*end).is_some_and(|other| other < number));
        from.push(shorter.checked_sub(1).and_then(|last| ends.get(last).copied()));
        match ends.get_mut(shorter) {
            Some(end) => *end = at,
            None => ends.push(at),
        }
    }
    let mut rises = vec![false; numbers.len()];
    let mut next = ends.last().copied();
    while let Some(at) = next {
        if let Some(one) = rises.get_mut(at) {
            *one = true;
        }
        next = from.get(at).copied().flatten();
    }
    rises
}

#[cfg(test)]
mod tests {
    use super::longest_rising;

    #[test]
    fn the_fewest_stand_outside_of_what_rises() {
        for (numbers, outside) in [
            (&[][..], 0),
            (&[1, 2, 3][..], 0),
            (&[3, 1, 2][..], 1),
            (&[2, 3, 4, 1][..], 1),
            (&[3, 2, 1][..], 2),
            (&[1, 5, 3, 4, 2, 6][..], 2),
        ] {
            let rises = longest_rising(numbers);
            assert_eq!(rises.iter().filter(|one| !**one).count(), outside, "{numbers:?}");
            let kept: Vec<_> = numbers.iter().zip(&rises).filter(|(_, one)| **one).collect();
            assert!(kept.is_sorted(), "{numbers:?}");
        }
    }
}
