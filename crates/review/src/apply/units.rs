//! Edits of units.

use std::collections::HashSet;

use yaodian_plan::UnitId;
use yaodian_reading::understanding::{names_in, read_who};

use super::beside::beside;
use crate::sheet::Sheet;

/// Gives a unit another name; the one it had stays as an alias. The name of another unit makes them one, in its place;
/// several names make it several units.
pub fn rename(sheet: &mut Sheet, from: &str, to: &str) -> bool {
    let to = to.trim();
    let place = |name: &str| sheet.units.iter().position(|unit| unit.name == name);
    let (Some(at), false) = (place(from), to.is_empty() || from == to) else { return false };
    if names_in(to).count() > 1 {
        return part(sheet, at, to);
    }
    let named = |unit: &yaodian_plan::Unit| unit.name == to || unit.aliases.iter().any(|alias| alias == to);
    let other = (0..sheet.units.len()).find(|i| *i != at && sheet.units.get(*i).is_some_and(named));
    let Some(into) = other else {
        if let Some(unit) = sheet.units.get_mut(at) {
            let before = std::mem::replace(&mut unit.name, to.to_owned());
            unit.aliases.retain(|alias| alias != to);
            unit.aliases.push(before);
        }
        return true;
    };
    let unit = sheet.units.remove(at);
    let into = if into > at { into - 1 } else { into };
    let Some(one) = sheet.units.get_mut(into) else { return false };
    one.aliases.push(unit.name);
    one.aliases.extend(unit.aliases);
    let kept = one.id.clone();
    for row in &mut sheet.rows {
        let who = &mut row.item.responsibility;
        let mut seen = HashSet::new();
        for list in [&mut who.lead, &mut who.joint] {
            for id in list.iter_mut().filter(|id| **id == unit.id) {
                id.clone_from(&kept);
            }
            list.retain(|id| seen.insert(id.clone()));
        }
    }
    true
}

/// Several units in the place of one, wherever it stands.
fn part(sheet: &mut Sheet, at: usize, names: &str) -> bool {
    let before = sheet.units.clone();
    let old = sheet.units.remove(at).id;
    let who = read_who(names, "", &mut sheet.units, &sheet.issuer);
    let ids: Vec<UnitId> = who.lead.into_iter().chain(who.joint).collect();
    if ids.is_empty() {
        // They are no units of their own: 各工委.
        sheet.units = before;
        return false;
    }
    // New ones stand where the old one stood.
    let known = before.len() - 1;
    sheet.units.get_mut(at..).unwrap_or_default().rotate_left(known - at);
    for row in &mut sheet.rows {
        let who = &mut row.item.responsibility;
        let mut seen = HashSet::new();
        for list in [&mut who.lead, &mut who.joint] {
            let parted = std::mem::take(list).into_iter();
            let parted = parted.flat_map(|id| if id == old { ids.clone() } else { vec![id] });
            *list = parted.filter(|id| seen.insert(id.clone())).collect();
        }
    }
    true
}

pub fn shift(sheet: &mut Sheet, name: &str, up: bool) -> bool {
    let at = sheet.units.iter().position(|unit| unit.name == name);
    let to = at.and_then(|at| beside(at, up, sheet.units.len()));
    let (Some(at), Some(to)) = (at, to) else { return false };
    sheet.units.swap(at, to);
    true
}

/// A unit that somebody typed goes when no row names it any more: it may have been a slip. Those of the document stay.
pub fn drop_unused(sheet: &mut Sheet) {
    if sheet.typed_units.is_empty() {
        return;
    }
    let whos = sheet.rows.iter().map(|row| &row.item.responsibility);
    let used: HashSet<&UnitId> = whos.flat_map(|who| who.lead.iter().chain(&who.joint)).collect();
    let unused: Vec<UnitId> = sheet.typed_units.iter().filter(|id| !used.contains(id)).cloned().collect();
    sheet.units.retain(|unit| !unused.contains(&unit.id));
    sheet.typed_units.retain(|id| !unused.contains(id));
}
