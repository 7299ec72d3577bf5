//! Items of one title. Where several have it, the place says little: one that is gone lets the next one move up to its
//! number, and what is recorded about the one would be said of the other.

use std::collections::HashMap;

use super::super::changes::{meetings, period, squash, units};
use super::super::side_by_side::By;
use super::matcher::Matcher;
use yaodian_plan::{Item, Plan};

/// What tells items of one title apart.
type Key<'a> = (&'a str, String);

/// The positions of one key in either plan, in their order.
type Sides = [Vec<usize>; 2];

/// Pairs items of one title: those that are wholly equal first, then those of one time, then by their place.
pub(super) fn pair(matcher: &mut Matcher, plans: [&Plan; 2], titles: &[Vec<String>; 2]) {
    for (_, sides) in grouped(matcher, titles, |side, item| whole(plans[side], item)) {
        // Of equal ones it is all the same which is which, unless one of them is gone.
        let is_doubtful = sides[0].len() > sides[1].len();
        in_order(matcher, &sides, is_doubtful);
    }
    let several = several(titles);
    for (key, sides) in grouped(matcher, titles, |_, item| squash(&period(item))) {
        let is_sure = !several.contains_key(key.0) || (sides[0].len() == 1 && sides[1].len() == 1);
        if is_sure {
            in_order(matcher, &sides, false);
        }
    }
    for (key, sides) in grouped(matcher, titles, |_, _| String::new()) {
        in_order(matcher, &sides, several.contains_key(key.0));
    }
}

/// The titles that several items of either plan have.
fn several(titles: &[Vec<String>; 2]) -> HashMap<&str, usize> {
    let mut several: HashMap<&str, usize> = HashMap::new();
    for titles in titles {
        let mut counts: HashMap<&str, usize> = HashMap::new();
        titles.iter().for_each(|title| *counts.entry(title).or_default() += 1);
        several.extend(counts.into_iter().filter(|(_, count)| *count > 1));
    }
    several
}

fn whole(plan: &Plan, item: &Item) -> String {
    let said = [period(item), units(plan, item), meetings(plan, item)];
    said.map(|text| squash(&text)).join("\n")
}

/// The items that are not paired yet, by their titles and what else is asked of them; those that only one plan has are
/// left out.
fn grouped<'a>(
    matcher: &Matcher,
    titles: &'a [Vec<String>; 2],
    told_by: impl Fn(usize, &Item) -> String,
) -> Vec<(Key<'a>, Sides)> {
    let mut groups: HashMap<Key<'a>, Sides> = HashMap::new();
    let open = [matcher.open(), matcher.free()];
    for (side, (open, items)) in open.into_iter().zip([matcher.before, matcher.after]).enumerate() {
        for at in open {
            let Some((item, title)) = items.get(at).zip(titles[side].get(at)) else { continue };
            groups.entry((title, told_by(side, item))).or_default()[side].push(at);
        }
    }
    groups.into_iter().filter(|(_, sides)| sides.iter().all(|side| !side.is_empty())).collect()
}

/// Pairs the items of one key: those of one id first, the others in their order.
fn in_order(matcher: &mut Matcher, [open, free]: &Sides, is_doubtful: bool) {
    let by = |by| if is_doubtful { By::Twin } else { by };
    let id = |items: &[Item], at: usize| items.get(at).map(|item| item.id);
    let places: HashMap<_, usize> = free.iter().map(|to| (id(matcher.after, *to), *to)).collect();
    for at in open {
        if let Some(to) = places.get(&id(matcher.before, *at)) {
            matcher.take(*at, *to, by(By::Id));
        }
    }
    let open: Vec<usize> = open.iter().copied().filter(|at| matcher.is_open(*at)).collect();
    let free: Vec<usize> = free.iter().copied().filter(|to| matcher.is_free(*to)).collect();
    for (at, to) in open.into_iter().zip(free) {
        matcher.take(at, to, by(By::Title));
    }
}
