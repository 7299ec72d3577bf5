//! 脉络: the points, preparations and twins around an item, and how the points are covered.

use super::{Catalog, sort_by_time};
use crate::{ItemId, Link};

/// Everything tied to one item.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Chain {
    /// Points that ask for it, with the phrase that does.
    pub basis: Vec<(u16, String)>,
    /// Items that prepare it in order of time, nearest last.
    pub before: Vec<ItemId>,
    /// The same matter in the other annex.
    pub same: Vec<ItemId>,
    /// Items that it prepares, in order of time.
    pub after: Vec<ItemId>,
}

impl Chain {
    /// Whether nothing is tied to the item.
    pub fn is_empty(&self) -> bool {
        *self == Chain::default()
    }
}

/// The ties of one item: steps before and after it in order of time, the rest as the plan's links.
pub fn chain(catalog: &Catalog, id: ItemId) -> Chain {
    let mut chain = Chain::default();
    for link in &catalog.plan.links {
        match link {
            Link::Basis { point, item, phrase } if *item == id => chain.basis.push((*point, phrase.clone())),
            Link::Prepares { from, to } if *to == id => chain.before.push(*from),
            Link::Prepares { from, to } if *from == id => chain.after.push(*to),
            Link::Same { a, b } if *a == id => chain.same.push(*b),
            Link::Same { a, b } if *b == id => chain.same.push(*a),
            Link::Basis { .. } | Link::Prepares { .. } | Link::Same { .. } => {}
        }
    }
    chain.before = in_time(catalog, &chain.before);
    chain.after = in_time(catalog, &chain.after);
    chain
}

fn in_time(catalog: &Catalog, ids: &[ItemId]) -> Vec<ItemId> {
    let order = sort_by_time(catalog, ids.iter().filter_map(|id| catalog.position(*id)));
    order.into_iter().filter_map(|at| catalog.plan.items.get(at).map(|item| item.id)).collect()
}

/// A phrase of a point and the items that implement it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pledge {
    /// Words of the point, verbatim.
    pub phrase: String,
    /// The items, in the order of the plan's links.
    pub items: Vec<ItemId>,
}

/// The phrases of one point that items implement, in the order of the plan's links.
pub fn pledges(catalog: &Catalog, no: u16) -> Vec<Pledge> {
    let mut list: Vec<Pledge> = Vec::new();
    for link in &catalog.plan.links {
        let Link::Basis { point, item, phrase } = link else { continue };
        if *point != no {
            continue;
        }
        match list.iter_mut().find(|pledge| pledge.phrase == *phrase) {
            Some(pledge) => pledge.items.push(*item),
            None => list.push(Pledge { phrase: phrase.clone(), items: vec![*item] }),
        }
    }
    list
}

/// How points and items cover each other.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Coverage {
    /// Every point with the positions of the items that implement it, each once.
    pub points: Vec<(u16, Vec<usize>)>,
    /// Positions of items that no point asks for.
    pub without_point: Vec<usize>,
}

/// Collects the coverage of the whole plan.
pub fn coverage(catalog: &Catalog) -> Coverage {
    let mut points: Vec<(u16, Vec<usize>)> =
        catalog.plan.points().map(|point| (point.no, Vec::new())).collect();
    let mut asked = vec![false; catalog.plan.items.len()];
    for link in &catalog.plan.links {
        let Link::Basis { point, item, .. } = link else { continue };
        let Some(at) = catalog.position(*item) else { continue };
        if let Some(asked) = asked.get_mut(at) {
            *asked = true;
        }
        if let Some((_, items)) = points.iter_mut().find(|(no, _)| no == point)
            && !items.contains(&at)
        {
            items.push(at);
        }
    }
    let without_point = catalog.all().filter(|at| asked.get(*at) == Some(&false)).collect();
    Coverage { points, without_point }
}
