//! Items: identity, text, who, when, and which meetings.

use std::collections::HashSet;

use super::super::{Item, ItemId, MeetingKind, Period, Plan, Responsibility, UnitId};
use super::faults::{Faults, quoted};

pub fn check(plan: &Plan, faults: &mut Faults) {
    if !faults.list(format_args!("items"), &plan.items) {
        return;
    }
    let categories: HashSet<u8> = plan.categories.iter().map(|category| category.no).collect();
    let units: HashSet<&UnitId> = plan.units.iter().map(|unit| &unit.id).collect();
    let meetings: HashSet<MeetingKind> = plan.meeting_kinds().collect();
    let mut ids = HashSet::new();
    for (i, item) in plan.items.iter().enumerate() {
        let at = format!("items[{i}]");
        if !ids.insert(item.id) {
            faults.add(format_args!("{at}.id"), format!("事项 {} 重复", item.id));
        }
        id(&at, item.id, &categories, faults);
        faults.title(format_args!("{at}.title"), &item.title);
        responsibility(&at, &item.responsibility, &units, faults);
        period(&at, item, faults);
        if let Some(serial) = &item.serial {
            faults.text(format_args!("{at}.serial"), serial);
        }
        faults.text(format_args!("{at}.period_text"), &item.period_text);
        if !item.meetings.is_sorted_by(|a, b| a < b) {
            let message = "会议不能重复，且常委会会议应在主任会议之前，其他会议在后";
            faults.add(format_args!("{at}.meetings"), message);
        }
        for meeting in item.meetings.iter().filter(|meeting| !meetings.contains(meeting)) {
            faults.add(format_args!("{at}.meetings"), format!("会议 {meeting} 不在计划的会议之中"));
        }
        if !item.sessions.iter().all(|session| item.meetings.contains(&session.meeting) && session.no > 0) {
            faults.add(format_args!("{at}.sessions"), "会次应从 1 开始，且属于本事项提交的会议");
        }
        extras(&at, item, faults);
        if let Some(condition) = &item.condition {
            faults.text(format_args!("{at}.condition"), condition);
        }
        if let Some(remark) = &item.remark {
            faults.text(format_args!("{at}.remark"), remark);
        }
        faults.text(format_args!("{at}.source.text"), &item.source.text);
    }
}

fn id(at: &str, id: ItemId, categories: &HashSet<u8>, faults: &mut Faults) {
    let (ItemId::Schedule { no, .. } | ItemId::Monthly { no, .. }) = id;
    // Text such as `s2-0` never becomes an id, but code can build one that could not be read back.
    if no == 0 {
        faults.add(format_args!("{at}.id"), format!("事项 {id} 的序号应从 1 开始"));
    }
    if let ItemId::Schedule { category, .. } = id
        && !categories.contains(&category)
    {
        faults.add(format_args!("{at}.id"), format!("事项 {id} 的类别 {category} 不存在"));
    }
}

fn responsibility(at: &str, who: &Responsibility, units: &HashSet<&UnitId>, faults: &mut Faults) {
    let at = format!("{at}.responsibility");
    faults.text(format_args!("{at}.text"), &who.text);
    let mut seen = HashSet::new();
    for (role, list) in [("lead", &who.lead), ("joint", &who.joint)] {
        if !faults.list(format_args!("{at}.{role}"), list) {
            continue;
        }
        for (i, unit) in list.iter().enumerate() {
            let path = format_args!("{at}.{role}[{i}]");
            if !units.contains(unit) {
                faults.add(path, format!("工委（室）{}不存在", quoted(&unit.0)));
            }
            if !seen.insert(unit) {
                faults.add(path, format!("工委（室）{}重复", quoted(&unit.0)));
            }
        }
    }
}

fn extras(at: &str, item: &Item, faults: &mut Faults) {
    if faults.list(format_args!("{at}.extras"), &item.extras) {
        for (i, extra) in item.extras.iter().enumerate() {
            faults.text(format_args!("{at}.extras[{i}].heading"), &extra.heading);
            faults.text(format_args!("{at}.extras[{i}].text"), &extra.text);
        }
    }
}

fn period(at: &str, item: &Item, faults: &mut Faults) {
    if let Period::Months { first, last } = item.period
        && first > last
    {
        faults.add(format_args!("{at}.period"), format!("起始月份 {first} 月晚于结束月份 {last} 月"));
    } else if let ItemId::Monthly { month, .. } = item.id
        && item.period.months().is_some()
        && !item.period.covers(month)
    {
        faults.add(format_args!("{at}.period"), format!("{month} 月的月度任务，时间应包含 {month} 月"));
    }
}
