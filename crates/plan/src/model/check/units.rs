//! Units, meetings and categories.

use std::collections::{HashMap, HashSet};

use super::super::{Plan, Unit};
use super::faults::{Faults, quoted};

pub fn check(plan: &Plan, faults: &mut Faults) {
    if faults.list(format_args!("units"), &plan.units) {
        units(&plan.units, faults);
    }
    for (i, kind) in plan.meetings.iter().enumerate() {
        faults.title(format_args!("meetings[{i}].name"), &kind.name);
    }
    if !plan.meetings.is_sorted_by(|a, b| a.id < b.id) {
        faults.add(format_args!("meetings"), "会议不能重复，且常委会会议应在主任会议之前，其他会议在后");
    }
    if !faults.list(format_args!("categories"), &plan.categories) {
        return;
    }
    // In a plan in use a category keeps its number wherever it is put.
    let mut numbers = HashSet::new();
    for (i, category) in plan.categories.iter().enumerate() {
        let no = usize::from(category.no);
        if no == 0 || no > plan.categories.len() || !numbers.insert(no) {
            let message = format!("类别序号应为 1 至 {}，不能重复，实为 {no}", plan.categories.len());
            faults.add(format_args!("categories[{i}].no"), message);
        }
        faults.title(format_args!("categories[{i}].name"), &category.name);
    }
}

fn units(units: &[Unit], faults: &mut Faults) {
    let mut ids = HashSet::new();
    // What a unit is called, and which unit it is: another name of the same unit may repeat
    // its name, but one name cannot mean two units.
    let mut names = HashMap::new();
    for (i, unit) in units.iter().enumerate() {
        faults.id(format_args!("units[{i}].id"), &unit.id.0);
        if !ids.insert(&unit.id) {
            faults.add(format_args!("units[{i}].id"), format!("工委（室）标识{}重复", quoted(&unit.id.0)));
        }
        faults.title(format_args!("units[{i}].name"), &unit.name);
        if *names.entry(unit.name.as_str()).or_insert(i) != i {
            faults.add(format_args!("units[{i}].name"), format!("名称{}重复", quoted(&unit.name)));
        }
        if !faults.list(format_args!("units[{i}].aliases"), &unit.aliases) {
            continue;
        }
        for (k, alias) in unit.aliases.iter().enumerate() {
            let path = format_args!("units[{i}].aliases[{k}]");
            faults.title(path, alias);
            if *names.entry(alias.as_str()).or_insert(i) != i {
                faults.add(path, format!("名称{}已属于另一工委（室）", quoted(alias)));
            }
        }
    }
}
