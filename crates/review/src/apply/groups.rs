//! Edits of categories, and which rows are listed under which.

use std::collections::{HashMap, HashSet};

use yaodian_plan::sort::sort_by;

use super::beside::beside;
use crate::key::Key;
use crate::sheet::{Category, Changed, Group, Sheet};

/// No plan has more, since their numbers are small.
const MOST: usize = 255;

/// Lists a row under a category, behind all that are.
pub fn put(sheet: &mut Sheet, row: Key, category: Key) -> bool {
    let group = Group::Category(category);
    let (Some(at), Some(_)) = (sheet.position(row), sheet.category(category)) else { return false };
    if sheet.rows.get(at).is_some_and(|row| row.group == group) {
        return false;
    }
    let mut row = sheet.rows.remove(at);
    row.group = group;
    row.changed.add(Changed::GROUP);
    let to = place_for(sheet, category);
    sheet.rows.insert(to, row);
    true
}

/// The position behind the last row of a category, or where its rows would be.
fn place_for(sheet: &Sheet, category: Key) -> usize {
    let upto = sheet.categories.iter().position(|other| other.key == category).unwrap_or_default();
    let before: HashSet<Key> = sheet.categories.iter().take(upto + 1).map(|category| category.key).collect();
    let is_before = |group: Group| matches!(group, Group::Category(key) if before.contains(&key));
    sheet.rows.iter().rposition(|row| is_before(row.group)).map_or(0, |at| at + 1)
}

/// A category for the first row of a plan that has none.
pub fn any(sheet: &mut Sheet, key: Key) -> Key {
    match sheet.categories.first() {
        Some(category) => category.key,
        None => {
            sheet.categories.push(Category { key, name: "工作安排".to_owned(), stated: None });
            key
        }
    }
}

pub fn rename(sheet: &mut Sheet, key: Key, name: &str) -> bool {
    let name = name.trim();
    let category = sheet.categories.iter_mut().find(|category| category.key == key);
    match category.filter(|_| !name.is_empty()) {
        Some(category) => {
            name.clone_into(&mut category.name);
            true
        }
        None => false,
    }
}

pub fn merge(sheet: &mut Sheet, from: Key, into: Key) -> bool {
    if from == into || sheet.category(from).is_none() || sheet.category(into).is_none() {
        return false;
    }
    let rows: Vec<Key> = sheet.rows_of(Group::Category(from)).map(|row| row.key).collect();
    for row in rows {
        put(sheet, row, into);
    }
    sheet.categories.retain(|category| category.key != from);
    true
}

pub fn shift(sheet: &mut Sheet, key: Key, up: bool) -> bool {
    let at = sheet.categories.iter().position(|category| category.key == key);
    let to = at.and_then(|at| beside(at, up, sheet.categories.len()));
    let (Some(at), Some(to)) = (at, to) else { return false };
    sheet.categories.swap(at, to);
    sort_rows(sheet);
    true
}

/// Rows stand category by category, then month by month; within each in their order.
fn sort_rows(sheet: &mut Sheet) {
    let categories = sheet.categories.iter().enumerate();
    let order: HashMap<Key, usize> = categories.map(|(at, category)| (category.key, at)).collect();
    let rank = |group: Group| match group {
        Group::Category(key) => order.get(&key).copied().unwrap_or(usize::MAX - 1),
        Group::Month(_) => usize::MAX,
    };
    sort_by(&mut sheet.rows, &|one, other| rank(one.group) < rank(other.group));
}

pub fn add(sheet: &mut Sheet, key: Key, name: &str) -> bool {
    let name = name.trim();
    if name.is_empty() || sheet.categories.len() >= MOST {
        return false;
    }
    sheet.categories.push(Category { key, name: name.to_owned(), stated: None });
    true
}
