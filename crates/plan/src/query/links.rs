//! 脉络: the links of an item and of a point, and which points are covered by items.

use super::{Catalog, Timing, sort_by_time};
use crate::{ItemId, Link};

/// The links of one item.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ItemLinks {
    /// Points that it implements, with the phrase.
    pub basis: Vec<(u16, String)>,
    /// Items that prepare it, in order of time.
    pub prepared_by: Vec<ItemId>,
    /// Items that are the same matter in the other annex.
    pub same: Vec<ItemId>,
    /// Items that it prepares, in order of time.
    pub prepares: Vec<ItemId>,
}

impl ItemLinks {
    /// Whether the item has no link.
    pub fn is_empty(&self) -> bool {
        *self == ItemLinks::default()
    }
}

/// Collects the links of one item: preparations in order of time, the rest in the order of the plan's links.
/// `timings` is aligned with `plan.items`.
pub fn item_links(catalog: &Catalog, timings: &[Timing], id: ItemId) -> ItemLinks {
    let mut links = ItemLinks::default();
    for link in &catalog.plan.links {
        match link {
            Link::Basis { point, item, phrase } if *item == id => links.basis.push((*point, phrase.clone())),
            Link::Prepares { from, to } if *to == id => links.prepared_by.push(*from),
            Link::Prepares { from, to } if *from == id => links.prepares.push(*to),
            Link::Same { a, b } if *a == id => links.same.push(*b),
            Link::Same { a, b } if *b == id => links.same.push(*a),
            Link::Basis { .. } | Link::Prepares { .. } | Link::Same { .. } => {}
        }
    }
    links.prepared_by = sorted_ids(catalog, timings, &links.prepared_by);
    links.prepares = sorted_ids(catalog, timings, &links.prepares);
    links
}

fn sorted_ids(catalog: &Catalog, timings: &[Timing], ids: &[ItemId]) -> Vec<ItemId> {
    let order = sort_by_time(timings, ids.iter().filter_map(|id| catalog.position(*id)));
    order.into_iter().filter_map(|at| catalog.plan.items.get(at).map(|item| item.id)).collect()
}

/// A phrase of a point and the items that implement it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PointPhrase {
    /// Words of the point, verbatim.
    pub phrase: String,
    /// The items, in the order of the plan's links.
    pub items: Vec<ItemId>,
}

/// Collects the phrases of one point that items implement, in the order of the plan's links.
pub fn point_phrases(catalog: &Catalog, no: u16) -> Vec<PointPhrase> {
    let mut phrases: Vec<PointPhrase> = Vec::new();
    for link in &catalog.plan.links {
        let Link::Basis { point, item, phrase } = link else { continue };
        if *point != no {
            continue;
        }
        match phrases.iter_mut().find(|known| known.phrase == *phrase) {
            Some(known) => known.items.push(*item),
            None => phrases.push(PointPhrase { phrase: phrase.clone(), items: vec![*item] }),
        }
    }
    phrases
}

/// Which points and items are linked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Coverage {
    /// Every point with the positions of the items that implement it, each once.
    pub points: Vec<(u16, Vec<usize>)>,
    /// Positions of items that implement no point.
    pub without_point: Vec<usize>,
}

/// Collects the coverage of the whole plan.
pub fn coverage(catalog: &Catalog) -> Coverage {
    let mut points: Vec<(u16, Vec<usize>)> =
        catalog.plan.points().map(|point| (point.no, Vec::new())).collect();
    let mut linked = vec![false; catalog.plan.items.len()];
    for link in &catalog.plan.links {
        let Link::Basis { point, item, .. } = link else { continue };
        let Some(at) = catalog.position(*item) else { continue };
        if let Some(linked) = linked.get_mut(at) {
            *linked = true;
        }
        if let Some((_, items)) = points.iter_mut().find(|(no, _)| no == point)
            && !items.contains(&at)
        {
            items.push(at);
        }
    }
    let without_point = catalog.all().filter(|at| linked.get(*at) == Some(&false)).collect();
    Coverage { points, without_point }
}
