//! Lists whose rows are made once per key, and kept and moved while their key stays.

use leptos::prelude::*;
use web_sys::Node;

use crate::focus::Focused;
use crate::live::{follow, marker};
use crate::node::{View, append, silently};
use crate::order::staying;

/// A row that is shown: its nodes from the first to the last, and whatever has come to stand between these.
struct Row {
    key: usize,
    first: Node,
    last: Node,
    /// The row's effects end with this.
    owner: Owner,
}

/// A list.
///
/// - `keys` returns what is to be shown, in order. It runs again when a signal that it has read changes. A key that
///   repeats is shown once, where it is first. Keys are small numbers, such as positions in a table: there is a place
///   in memory for each up to the greatest.
/// - `row` makes what is shown for a key, of one or several nodes or none. It runs once per key and tracks no signal;
///   what follows one within the row is a closure. The row's effects end when its key is gone.
///
/// A row whose key stays is the same nodes, and is moved only if its order among the others changes. It keeps the focus.
///
/// ```no_run
/// # use leptos::prelude::*;
/// # use yaodian_ui::{el, keyed};
/// let names = RwSignal::new(vec!["first", "second"]);
/// let rows = keyed(
///     Box::new(move || (0..names.with(Vec::len)).rev().collect()),
///     Box::new(move |at| {
///         let name = move || names.with(|names| names.get(at).copied().unwrap_or_default());
///         el("li").child(name).into_view()
///     }),
/// );
/// let list = el("ul").child(rows);
/// # let _ = list;
/// ```
#[inline(never)]
pub fn keyed(keys: Box<dyn Fn() -> Vec<usize>>, row: Box<dyn Fn(usize) -> View>) -> View {
    let place = document().create_document_fragment();
    // The list may be at the edge of a row of another one, which knows its own edges only.
    let end = marker();
    append(&place, &marker());
    append(&place, &end);
    // A row outlives the effect that made it, so its owner is the list's.
    let list = Owner::current();
    let mut rows: Vec<Row> = Vec::new();
    // An owner remembers each that it has ever had below it, so those of rows that are gone are used again.
    let mut idle: Vec<Owner> = Vec::new();
    follow(Box::new(move || {
        let keys = keys();
        let Some(parent) = end.parent_node() else { return };
        // The list follows neither what a row reads nor what a handler does that is called because its row is removed.
        untrack(|| {
            let wanted = Wanted::new(keys, &rows);
            let mut old_places = vec![None; wanted.keys.len()];
            let mut slots: Vec<Option<Row>> = wanted.keys.iter().map(|_| None).collect();
            // The last one first: a signal forgets the effect that it knows last at once, any other by moving the rest up.
            for (old, shown) in std::mem::take(&mut rows).into_iter().enumerate().rev() {
                match wanted.place(shown.key) {
                    Some(new) => {
                        old_places[new] = Some(old);
                        slots[new] = Some(shown);
                    }
                    None => idle.push(shown.remove(&parent)),
                }
            }
            let make = |(key, slot): (&usize, Option<Row>)| {
                slot.unwrap_or_else(|| {
                    let owner = idle.pop().or_else(|| list.as_ref().map(Owner::child)).unwrap_or_default();
                    Row::new(*key, owner, &*row)
                })
            };
            rows = wanted.keys.iter().zip(slots).map(make).collect();
            place_rows(&rows, &staying(&old_places), &parent, &end);
        });
    }));
    View(place.into())
}

/// The keys of a list, and where each is to stand.
struct Wanted {
    keys: Vec<usize>,
    places: Vec<Option<usize>>,
}

impl Wanted {
    fn new(mut keys: Vec<usize>, shown: &[Row]) -> Wanted {
        let greatest = shown.iter().map(|row| row.key).chain(keys.iter().copied()).max();
        let mut places = vec![None; greatest.map_or(0, |key| key + 1)];
        let mut count = 0;
        keys.retain(|key| {
            let is_first = places[*key].is_none();
            if is_first {
                places[*key] = Some(count);
                count += 1;
            }
            is_first
        });
        Wanted { keys, places }
    }

    fn place(&self, key: usize) -> Option<usize> {
        self.places.get(key).copied().flatten()
    }
}

/// Puts the rows that do not stay where they belong, the last one first.
fn place_rows(rows: &[Row], stays: &[bool], parent: &Node, end: &Node) {
    let focused = Focused::within(parent);
    silently(|| {
        let mut next = end.clone();
        for (row, stays) in rows.iter().zip(stays).rev() {
            if !stays {
                for node in row.nodes() {
                    let _ = parent.insert_before(&node, Some(&next));
                }
            }
            next = row.first.clone();
        }
        // An element that is moved loses the focus.
        if let Some(focused) = focused {
            focused.restore();
        }
    });
}

impl Row {
    fn new(key: usize, owner: Owner, row: &dyn Fn(usize) -> View) -> Row {
        let View(node) = owner.with(|| row(key));
        if node.node_type() != Node::DOCUMENT_FRAGMENT_NODE {
            return Row { key, first: node.clone(), last: node, owner };
        }
        // A row of nothing has a place, too.
        let first = node.first_child().unwrap_or_else(|| {
            let marker = marker();
            append(&node, &marker);
            marker
        });
        let last = node.last_child().unwrap_or_else(|| first.clone());
        Row { key, first, last, owner }
    }

    /// Takes the row out of the page and ends its effects. The owner can be used again.
    fn remove(self, parent: &Node) -> Owner {
        for node in self.nodes() {
            let _ = parent.remove_child(&node);
        }
        self.owner.cleanup();
        self.owner
    }

    fn nodes(&self) -> Vec<Node> {
        let mut nodes = vec![self.first.clone()];
        while let Some(node) = nodes.last().filter(|node| **node != self.last).and_then(Node::next_sibling) {
            nodes.push(node);
        }
        nodes
    }
}
