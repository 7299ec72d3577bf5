//! A corrected document over a plan in use: which item is which, what is new, gone, moved and changed.
//!
//! - `side_by_side`: what comes of it; `matching`: which item of one plan is which of the other;
//! - `changes`: what is said otherwise;
//! - `revised`: the new plan under the identities of the plan in use;
//! - `amendments`: what has changed, for the plan to keep.
//!
//! Nothing is lost by it: whoever keeps notes by [`ItemId`] asks [`Comparison::after`] where they belong now.

mod amendments;
mod changes;
mod matching;
mod revised;
mod side_by_side;

pub use amendments::Said;
pub use revised::{Revised, revise, revise_as};
pub use side_by_side::{By, Change, Comparison, Pair};

use std::collections::HashMap;

use yaodian_plan::{Item, ItemId, Plan};

/// Compares a plan in use with a new reading of its document.
pub fn compare(before: &Plan, after: &Plan) -> Comparison {
    side_by_side(before, after, &matching::find(before, after))
}

/// Compares a plan in use with what somebody made of it, where it is known which item is which: `same` are those that are
/// in both, with their ids in either. Those that an item of the plan in use had before count as its own: the plan may have
/// been corrected elsewhere since.
pub fn compare_known(before: &Plan, after: &Plan, same: &[(ItemId, ItemId)]) -> Comparison {
    let places: HashMap<ItemId, usize> =
        after.items.iter().zip(0..).map(|(item, at)| (item.id, at)).collect();
    let mut same: HashMap<ItemId, ItemId> = same.iter().copied().collect();
    for (was, now) in before.renamed() {
        if let Some(after) = same.remove(&was) {
            same.entry(now).or_insert(after);
        }
    }
    let place = |item: &Item| places.get(same.get(&item.id)?).map(|at| (*at, By::Id));
    side_by_side(before, after, &before.items.iter().map(place).collect::<Vec<_>>())
}

fn side_by_side(before: &Plan, after: &Plan, found: &[Option<(usize, By)>]) -> Comparison {
    let mut comparison = Comparison::default();
    let mut taken = vec![false; after.items.len()];
    for (at, item) in before.items.iter().enumerate() {
        let Some((to, by)) = found.get(at).copied().flatten() else {
            comparison.gone.push(item.id);
            continue;
        };
        let Some(other) = after.items.get(to) else { continue };
        if let Some(taken) = taken.get_mut(to) {
            *taken = true;
        }
        let changes = changes::between((before, item), (after, other));
        comparison.pairs.push(Pair { before: item.id, after: other.id, by, changes });
    }
    let new = after.items.iter().zip(&taken).filter(|(_, taken)| !**taken);
    comparison.new = new.map(|(item, _)| item.id).collect();
    comparison
}
