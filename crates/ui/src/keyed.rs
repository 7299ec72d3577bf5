//! Lists whose rows are made once per key, and kept and moved while their key stays.

use leptos::prelude::*;
use web_sys::Node;

use crate::live::{follow, marker};
use crate::node::{View, append};

/// A row that is shown: its nodes from the first to the last, and whatever has come to stand between these.
struct Row {
    key: usize,
    first: Node,
    last: Node,
    /// The row's effects end when this goes.
    _owner: Owner,
}

/// A list. `keys` are what is to be shown, in order and each once, small numbers such as positions; it runs again when a
/// signal that it has read changes. `row` makes what is shown for a key, of one or several nodes, without tracking.
#[inline(never)]
pub fn keyed(keys: Box<dyn Fn() -> Vec<usize>>, row: Box<dyn Fn(usize) -> View>) -> View {
    let place = document().create_document_fragment();
    let end = marker();
    append(&place, &end);
    // A row outlives the effect that made it, so its owner is the list's.
    let list = Owner::current();
    let mut rows: Vec<Row> = Vec::new();
    follow(Box::new(move || {
        let Some(parent) = end.parent_node() else { return };
        let wanted = keys();
        let mut is_wanted = vec![false; wanted.iter().max().map_or(0, |most| most + 1)];
        for key in &wanted {
            is_wanted[*key] = true;
        }
        // Rows that go are removed before the others are looked at, which then stay where they are and keep the focus.
        let (mut kept, gone): (Vec<_>, Vec<_>) = std::mem::take(&mut rows)
            .into_iter()
            .partition(|row| is_wanted.get(row.key).copied().unwrap_or_default());
        for node in gone.iter().flat_map(Row::nodes) {
            let _ = parent.remove_child(&node);
        }
        let mut next = kept.first().map_or_else(|| end.clone(), |row| row.first.clone());
        for key in wanted {
            let known = kept.iter().position(|row| row.key == key).map(|place| kept.remove(place));
            let (row, is_new) = match known {
                Some(row) => (row, false),
                None => (new_row(key, list.as_ref(), &row), true),
            };
            if !is_new && row.first == next {
                next = row.last.next_sibling().unwrap_or_else(|| end.clone());
            } else {
                for node in row.nodes() {
                    let _ = parent.insert_before(&node, Some(&next));
                }
            }
            rows.push(row);
        }
    }));
    View(place.into())
}

fn new_row(key: usize, list: Option<&Owner>, row: &dyn Fn(usize) -> View) -> Row {
    let owner = list.map_or_else(Owner::new, Owner::child);
    let View(node) = owner.with(|| untrack(|| row(key)));
    if node.node_type() != Node::DOCUMENT_FRAGMENT_NODE {
        return Row { key, first: node.clone(), last: node, _owner: owner };
    }
    // A row of nothing has a place, too.
    let first = node.first_child().unwrap_or_else(|| {
        let marker = marker();
        append(&node, &marker);
        marker
    });
    let last = node.last_child().unwrap_or_else(|| first.clone());
    Row { key, first, last, _owner: owner }
}

impl Row {
    fn nodes(&self) -> Vec<Node> {
        let mut nodes = vec![self.first.clone()];
        while let Some(node) = nodes.last().filter(|node| **node != self.last).and_then(Node::next_sibling) {
            nodes.push(node);
        }
        nodes
    }
}
