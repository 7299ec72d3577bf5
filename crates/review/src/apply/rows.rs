//! Edits of rows.

use yaodian_plan::sort::sort_few;
use yaodian_plan::{Collective, Item, ItemId, Month, Period, SessionNumber, SourceSpan, UnitId};
use yaodian_reading::understanding::{read_time, read_who};

use super::{groups, units};
use crate::edit::{Change, Column};
use crate::key::Key;
use crate::sheet::{Changed, Group, Row, Sheet};

/// What stands in place of the document's text for a row that is not in it.
pub const ADDED: &str = "（核对时添加）";

pub fn change(sheet: &mut Sheet, key: Key, change: &Change) -> bool {
    let year = sheet.year;
    if let Change::Category(category) = change {
        return groups::put(sheet, key, *category);
    }
    if let Change::Who { lead, joint } = change {
        if sheet.row(key).is_none() {
            return false;
        }
        let known = sheet.units.len();
        let who = read_who(lead, joint, &mut sheet.units, &sheet.issuer);
        sheet.typed_units.extend(sheet.units.iter().skip(known).map(|unit| unit.id.clone()));
        if let Some(row) = sheet.row_mut(key) {
            row.item.responsibility = who;
            row.changed.add(Changed::WHO);
        }
        units::drop_unused(sheet);
        return true;
    }
    let Some(row) = sheet.row_mut(key) else { return false };
    match change {
        Change::Title(text) => {
            text.trim().clone_into(&mut row.item.title);
            row.changed.add(Changed::TITLE);
        }
        Change::Time(text) => {
            let (period, sure) = read_time(text, year);
            set_period(row, period, text.trim());
            row.unsure = !sure;
        }
        Change::Months(months) => {
            let period = Period::of(months.iter().copied());
            let text = if months.is_empty() { String::new() } else { period.to_string() };
            set_period(row, period, &text);
        }
        Change::WholeYear => set_period(row, Period::WholeYear, &Period::WholeYear.to_string()),
        Change::Meetings(meetings) => {
            let mut meetings = meetings.clone();
            sort_few(&mut meetings);
            meetings.dedup();
            row.item.sessions.retain(|session| meetings.contains(&session.meeting));
            row.item.meetings = meetings;
            row.changed.add(Changed::MEETINGS);
        }
        Change::Sessions { meeting, numbers } => {
            if !row.item.meetings.contains(meeting) {
                return false;
            }
            row.item.sessions.retain(|session| session.meeting != *meeting);
            let numbers = numbers.iter().filter(|no| **no > 0);
            row.item.sessions.extend(numbers.map(|no| SessionNumber { meeting: *meeting, no: *no }));
            sort_few(&mut row.item.sessions);
            row.item.sessions.dedup();
            row.changed.add(Changed::MEETINGS);
        }
        Change::Remark(text) => {
            row.item.remark = Some(text.trim().to_owned()).filter(|text| !text.is_empty());
            row.changed.add(Changed::REMARK);
        }
        Change::Who { .. } | Change::Category(_) => {}
    }
    true
}

fn set_period(row: &mut Row, period: Period, text: &str) {
    row.item.period = period;
    text.clone_into(&mut row.item.period_text);
    row.unsure = false;
    row.changed.add(Changed::PERIOD);
}

pub fn add(sheet: &mut Sheet, after: Option<Key>, new: Key) -> bool {
    let last = sheet.rows.len().checked_sub(1);
    let at = after.and_then(|key| sheet.position(key)).or(last);
    let group = match at.and_then(|at| sheet.rows.get(at)) {
        Some(row) => row.group,
        None => Group::Category(groups::any(sheet, new)),
    };
    let period = match group {
        Group::Month(month) => Period::month(month),
        Group::Category(_) => Period::Unscheduled,
    };
    let row = Row { item: Item { period, ..blank() }, ..new_row(new, group) };
    sheet.rows.insert(at.map_or(0, |at| at + 1), row);
    true
}

fn new_row(key: Key, group: Group) -> Row {
    let changed = Changed::default();
    Row { key, group, item: blank(), is_new: true, line: None, changed, unsure: false }
}

fn blank() -> Item {
    Item {
        id: ItemId::Monthly { month: Month::JANUARY, no: 1 },
        serial: None,
        title: String::new(),
        responsibility: yaodian_plan::Responsibility {
            text: String::new(),
            lead: Vec::new(),
            joint: Vec::new(),
            collective: None,
            basis: yaodian_plan::Basis::Stated,
        },
        period: Period::Unscheduled,
        period_text: String::new(),
        meetings: Vec::new(),
        sessions: Vec::new(),
        condition: None,
        remark: None,
        extras: Vec::new(),
        reported: None,
        source: SourceSpan { line: 1, text: ADDED.to_owned() },
    }
}

pub fn delete(sheet: &mut Sheet, key: Key) -> bool {
    let Some(at) = sheet.position(key) else { return false };
    sheet.rows.remove(at);
    true
}

/// Exchanges a row with its neighbour of the same group.
pub fn shift(sheet: &mut Sheet, key: Key, up: bool) -> bool {
    let Some(at) = sheet.position(key) else { return false };
    let group = sheet.rows.get(at).map(|row| row.group);
    let is_next = |(_, row): &(usize, &Row)| Some(row.group) == group;
    let to = match up {
        true => sheet.rows.iter().enumerate().take(at).rfind(is_next).map(|(to, _)| to),
        false => sheet.rows.iter().enumerate().skip(at + 1).find(is_next).map(|(to, _)| to),
    };
    to.map(|to| sheet.rows.swap(at, to)).is_some()
}

pub fn split(sheet: &mut Sheet, key: Key, at: usize, new: Key) -> bool {
    let Some(position) = sheet.position(key) else { return false };
    let Some(row) = sheet.rows.get_mut(position) else { return false };
    let Some((byte, _)) = row.item.title.char_indices().nth(at).filter(|_| at > 0) else { return false };
    let cut = |text: &str| text.trim_matches(is_between).to_owned();
    let (first, second) = row.item.title.split_at(byte);
    let (first, second) = (cut(first), cut(second));
    if first.is_empty() || second.is_empty() {
        return false;
    }
    row.item.title = first;
    row.changed.add(Changed::TITLE);
    let mut other = Row { key: new, is_new: true, ..row.clone() };
    other.item.title = second;
    other.item.serial = None;
    sheet.rows.insert(position + 1, other);
    true
}

fn is_between(char: char) -> bool {
    char.is_whitespace() || "；;，,、。".contains(char)
}

/// The row below goes into this one; nothing that it says is dropped.
pub fn join(sheet: &mut Sheet, key: Key) -> bool {
    let Some(at) = sheet.position(key) else { return false };
    let group = sheet.rows.get(at).map(|row| row.group);
    let fits = sheet.rows.get(at + 1).is_some_and(|below| Some(below.group) == group);
    if !fits {
        return false;
    }
    let below = sheet.rows.remove(at + 1).item;
    let Some(row) = sheet.rows.get_mut(at) else { return false };
    let item = &mut row.item;
    item.title.push_str(&below.title);
    let (period, text) = (together(item.period, below.period), [&item.period_text, &below.period_text]);
    if period != item.period {
        item.period_text = text
            .iter()
            .filter(|text| !text.is_empty())
            .map(|text| text.as_str())
            .collect::<Vec<_>>()
            .join("、");
        item.period = period;
    }
    let who = &mut item.responsibility;
    let other = below.responsibility;
    if !other.text.is_empty() && other.text != who.text {
        who.text = if who.text.is_empty() { other.text } else { format!("{}、{}", who.text, other.text) };
    }
    let known = |id: &UnitId, lists: [&Vec<UnitId>; 2]| lists.iter().any(|list| list.contains(id));
    if who.lead.is_empty() {
        who.lead = other.lead.iter().filter(|id| !who.joint.contains(id)).cloned().collect();
    }
    for id in other.lead.into_iter().chain(other.joint) {
        if !known(&id, [&who.lead, &who.joint]) {
            who.joint.push(id);
        }
    }
    who.collective = match (who.collective, other.collective) {
        (Some(Collective::All), _) | (_, Some(Collective::All)) => Some(Collective::All),
        (one, other) => one.or(other),
    };
    item.meetings.extend(below.meetings);
    sort_few(&mut item.meetings);
    item.meetings.dedup();
    item.sessions.extend(below.sessions);
    item.extras.extend(below.extras);
    item.remark = match (item.remark.take(), below.remark) {
        (Some(one), Some(other)) if one != other => Some(format!("{one}；{other}")),
        (one, other) => one.or(other),
    };
    item.condition = item.condition.take().or(below.condition);
    if item.source.text != below.source.text {
        item.source.text = format!("{}\n{}", item.source.text, below.source.text);
    }
    row.changed.add(Changed::ANY);
    true
}

fn together(one: Period, other: Period) -> Period {
    match (one, other) {
        (one, other) if one == other => one,
        (Period::Unscheduled, other) => other,
        (one, Period::Unscheduled) => one,
        (Period::WholeYear, _) | (_, Period::WholeYear) => Period::WholeYear,
        _ => Period::of(Month::all().filter(|month| one.covers(*month) || other.covers(*month))),
    }
}

/// The values of a column go down to the rows below.
pub fn fill(sheet: &mut Sheet, from: Key, to: Key, column: Column) -> bool {
    let (Some(first), Some(last)) = (sheet.position(from), sheet.position(to)) else { return false };
    let Some(row) = sheet.rows.get(first).cloned() else { return false };
    let keys: Vec<Key> = sheet.rows.iter().take(last + 1).skip(first + 1).map(|row| row.key).collect();
    for key in &keys {
        if let (Column::Category, Group::Category(category)) = (column, row.group) {
            groups::put(sheet, *key, category);
            continue;
        }
        let Some(below) = sheet.row_mut(*key) else { continue };
        match column {
            Column::Who => {
                below.item.responsibility.clone_from(&row.item.responsibility);
                below.changed.add(Changed::WHO);
            }
            Column::Time => {
                set_period(below, row.item.period, &row.item.period_text);
                below.unsure = row.unsure;
            }
            Column::Meetings => {
                below.item.meetings.clone_from(&row.item.meetings);
                below.item.sessions.clone_from(&row.item.sessions);
                below.changed.add(Changed::MEETINGS);
            }
            Column::Category => {}
        }
    }
    !keys.is_empty()
}
