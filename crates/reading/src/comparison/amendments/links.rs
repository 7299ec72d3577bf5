//! Links that were added or taken out, in words.

use std::collections::HashSet;

use yaodian_plan::{ItemId, Link, Plan};

use super::super::{Comparison, Revised};

/// Each with the item that it is said of: what was there, what is.
pub(super) fn changed(before: &Plan, revised: &Revised) -> Vec<(ItemId, String, String)> {
    let after = &revised.plan;
    let mut former: HashSet<Link> = HashSet::new();
    let now: HashSet<&Link> = after.links.iter().collect();
    let ids = revised.comparison.ids();
    let mut list = Vec::new();
    for link in &before.links {
        let kept = Comparison::link(&ids, link, after);
        if !kept.as_ref().is_some_and(|link| now.contains(link)) {
            let (id, words) = said(link, before);
            // That an item is gone is said by itself.
            list.extend(ids.get(&id).map(|id| (*id, words, String::new())));
        }
        former.extend(kept);
    }
    for link in after.links.iter().filter(|link| !former.contains(link)) {
        let (id, words) = said(link, after);
        list.push((id, String::new(), words));
    }
    list
}

fn said(link: &Link, plan: &Plan) -> (ItemId, String) {
    let title = |id: ItemId| plan.item(id).map_or("", |item| &*item.title);
    match link {
        Link::Basis { point, item, phrase } => (*item, format!("依据要点 {point}“{phrase}”")),
        Link::Prepares { from, to } => (*from, format!("为“{}”作准备", title(*to))),
        Link::Same { a, b } => (*a, format!("与“{}”是同一件事", title(*b))),
    }
}
