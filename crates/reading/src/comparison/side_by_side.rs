//! Two plans side by side: which items both have, and what is said otherwise of them.

use std::collections::{HashMap, HashSet};

use serde::Serialize;
use yaodian_plan::{ItemId, Link, Part, Plan};

/// Two plans side by side.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Comparison {
    /// Items that both have, in the order of the plan in use.
    pub pairs: Vec<Pair>,
    /// Items that only the plan in use has.
    pub gone: Vec<ItemId>,
    /// Items that only the new plan has.
    pub new: Vec<ItemId>,
}

/// One item in both plans.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Pair {
    /// Its id in the plan in use.
    pub before: ItemId,
    /// Its id in the new plan; another one if it has moved.
    pub after: ItemId,
    /// How it was recognised.
    pub by: By,
    /// What the new plan says otherwise.
    pub changes: Vec<Change>,
}

/// How an item was recognised, the surest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum By {
    /// The same id and the same title.
    Id,
    /// The same title elsewhere.
    Title,
    /// A title that was reworded.
    Wording,
    /// One of several items of that title, and not at the time that it had: it may be another one of them. Somebody has
    /// to look.
    Twin,
    /// The same id, units and time under another title: it may be another matter. Somebody has to look.
    Place,
}

/// What is said otherwise.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Change {
    pub part: Part,
    /// As the plan in use has it; empty where it says nothing.
    pub before: String,
    /// As the new plan has it.
    pub after: String,
}

impl By {
    /// Whether it may be another matter.
    pub fn is_doubtful(self) -> bool {
        matches!(self, By::Twin | By::Place)
    }
}

impl Pair {
    /// Whether it stands elsewhere.
    pub fn has_moved(&self) -> bool {
        self.before != self.after
    }
}

impl Comparison {
    /// Where an item of the plan in use stands in the new one.
    pub fn after(&self, before: ItemId) -> Option<ItemId> {
        self.pairs.iter().find(|pair| pair.before == before).map(|pair| pair.after)
    }

    /// Items that stand elsewhere.
    pub fn moved(&self) -> impl Iterator<Item = &Pair> {
        self.pairs.iter().filter(|pair| pair.has_moved())
    }

    /// Items that say something else.
    pub fn changed(&self) -> impl Iterator<Item = &Pair> {
        self.pairs.iter().filter(|pair| !pair.changes.is_empty())
    }

    /// Whether the new plan has the same items.
    pub fn is_same(&self) -> bool {
        self.gone.is_empty() && self.new.is_empty() && self.moved().chain(self.changed()).next().is_none()
    }

    /// The links of the plan in use that still hold in the new one, and those that do not: an item is gone, or the
    /// point no longer has the words.
    pub fn links(&self, before: &[Link], after: &Plan) -> (Vec<Link>, Vec<Link>) {
        let ids = self.ids();
        let mut known = HashSet::new();
        let mut kept = Vec::new();
        let mut lost = Vec::new();
        for link in before {
            match Self::link(&ids, link, after) {
                Some(link) => kept.extend(known.insert(link.clone()).then_some(link)),
                None => lost.push(link.clone()),
            }
        }
        (kept, lost)
    }

    /// The ids that items of the plan in use have in the new one.
    pub(super) fn ids(&self) -> HashMap<ItemId, ItemId> {
        // The first pair of an item holds, as in `after`.
        self.pairs.iter().rev().map(|pair| (pair.before, pair.after)).collect()
    }

    /// A link as it is in the new plan, if it still holds there.
    pub(super) fn link(ids: &HashMap<ItemId, ItemId>, link: &Link, plan: &Plan) -> Option<Link> {
        let after = |id: &ItemId| ids.get(id).copied();
        Some(match link {
            Link::Basis { point, item, phrase } => {
                let holds = |no: u16| {
                    let point = plan.points().find(|point| point.no == no)?;
                    (point.text.contains(phrase) || point.heading.contains(phrase)).then_some(no)
                };
                // A point that was inserted before it moves its words to the next number.
                let point = holds(*point).or_else(|| plan.points().find_map(|point| holds(point.no)))?;
                Link::Basis { point, item: after(item)?, phrase: phrase.clone() }
            }
            Link::Prepares { from, to } => Link::Prepares { from: after(from)?, to: after(to)? },
            Link::Same { a, b } => Link::Same { a: after(a)?, b: after(b)? },
        })
    }
}
