//! Edits of one reading, for another one of the same document.

use std::collections::HashMap;

use crate::edit::{Change, Edit};
use crate::key::Key;
use crate::reading::Reading;

/// The edits that still find what they are about, with its keys in the new reading; and how many do not.
pub fn carry(edits: &[Edit], old: &Reading, new: &Reading) -> (Vec<Edit>, usize) {
    let mut keys: HashMap<Key, Key> = HashMap::new();
    let mut found: HashMap<(u32, &str), Vec<Key>> = HashMap::new();
    for item in new.plan.items.iter().rev() {
        let key = new.key(item.id);
        found.entry((item.source.line, item.title.as_str())).or_default().extend(key);
    }
    for item in &old.plan.items {
        let same = found.get_mut(&(item.source.line, item.title.as_str())).and_then(Vec::pop);
        keys.extend(old.key(item.id).zip(same));
    }
    for category in &old.plan.categories {
        let same = new.plan.categories.iter().find(|other| other.name == category.name);
        keys.extend(same.map(|same| (old.category_key(category.no), new.category_key(same.no))));
    }
    let mut carried = Vec::new();
    let mut lost = 0;
    for edit in edits {
        match moved(edit, &mut keys) {
            Some(edit) => carried.push(edit),
            None => lost += 1,
        }
    }
    (carried, lost)
}

fn moved(edit: &Edit, keys: &mut HashMap<Key, Key>) -> Option<Edit> {
    let key = |key: &Key| keys.get(key).copied();
    Some(match edit {
        Edit::Row(row, Change::Category(category)) => Edit::Row(key(row)?, Change::Category(key(category)?)),
        Edit::Row(row, change) => Edit::Row(key(row)?, change.clone()),
        Edit::Delete(row) => Edit::Delete(key(row)?),
        Edit::Move { row, up } => Edit::Move { row: key(row)?, up: *up },
        Edit::Join(row) => Edit::Join(key(row)?),
        Edit::Fill { from, to, column } => Edit::Fill { from: key(from)?, to: key(to)?, column: *column },
        Edit::RenameCategory { key: category, name } => {
            Edit::RenameCategory { key: key(category)?, name: name.clone() }
        }
        Edit::MergeCategory { from, into } => Edit::MergeCategory { from: key(from)?, into: key(into)? },
        Edit::MoveCategory { key: category, up } => Edit::MoveCategory { key: key(category)?, up: *up },
        // New rows and categories have keys that no reading has.
        Edit::Split { row, at, new } => {
            let row = key(row)?;
            keys.insert(*new, *new);
            Edit::Split { row, at: *at, new: *new }
        }
        Edit::Add { after, new } => {
            let after = after.as_ref().and_then(key);
            keys.insert(*new, *new);
            Edit::Add { after, new: *new }
        }
        Edit::AddCategory { key: new, name } => {
            keys.insert(*new, *new);
            Edit::AddCategory { key: *new, name: name.clone() }
        }
        // Proposals are others.
        Edit::Link(..) => return None,
        Edit::Several(edits) => {
            let edits: Option<Vec<Edit>> = edits.iter().map(|edit| moved(edit, keys)).collect();
            Edit::Several(edits?)
        }
        Edit::Title(_)
        | Edit::Issuer(_)
        | Edit::Year(_)
        | Edit::RenameUnit { .. }
        | Edit::MoveUnit { .. }
        | Edit::PointHeading { .. }
        | Edit::PointText { .. }
        | Edit::Accept(..) => edit.clone(),
    })
}
