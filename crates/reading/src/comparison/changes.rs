//! What two plans say otherwise about one item.

use super::side_by_side::Change;
use crate::understanding::narrow;
use yaodian_plan::{Collective, Item, ItemId, Part, Period, Plan};

/// What a plan says of one part of an item.
type Text = fn(&Plan, &Item) -> String;

/// All that differs, in the order in which an item is shown.
pub(super) fn between(before: (&Plan, &Item), after: (&Plan, &Item)) -> Vec<Change> {
    let parts: [(Part, Text); 6] = [
        (Part::Title, |_, item| item.title.clone()),
        (Part::Category, category),
        (Part::Period, |_, item| period(item)),
        (Part::Units, units),
        (Part::Meetings, meetings),
        (Part::Remark, |_, item| item.remark.clone().unwrap_or_default()),
    ];
    let texts =
        parts.into_iter().map(|(part, text)| (part, text(before.0, before.1), text(after.0, after.1)));
    let differ = texts.filter(|(_, before, after)| squash(before) != squash(after));
    differ.map(|(part, before, after)| Change { part, before, after }).collect()
}

/// What is kept of an item that is taken out: `听取关于……的报告（财经工委，2月）`. By it the item is known if it comes back.
pub(super) fn item_in_words(plan: &Plan, item: &Item) -> String {
    let said = [units(plan, item), period(item)].into_iter().filter(|text| !text.trim().is_empty());
    match said.collect::<Vec<_>>().join("，") {
        said if said.is_empty() => item.title.clone(),
        said => format!("{}（{said}）", item.title),
    }
}

/// Blanks and the width of punctuation are no change.
pub(super) fn squash(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).map(narrow).collect()
}

fn category(plan: &Plan, item: &Item) -> String {
    match item.id {
        ItemId::Schedule { category, .. } => {
            plan.category(category).map(|it| it.name.clone()).unwrap_or_default()
        }
        ItemId::Monthly { .. } => String::new(),
    }
}

/// The time, in words.
pub(super) fn period(item: &Item) -> String {
    match item.period {
        Period::Unscheduled => item.period_text.clone(),
        period => period.to_string(),
    }
}

/// Who does it, by name: the ids of units may differ from plan to plan.
pub(super) fn units(plan: &Plan, item: &Item) -> String {
    let who = &item.responsibility;
    let name = |id| plan.unit(id).map(|unit| unit.name.clone());
    let mut names: Vec<String> = who.lead.iter().chain(&who.joint).filter_map(name).collect();
    names.extend(who.collective.map(|collective| match collective {
        Collective::All => "各部门".to_owned(),
        Collective::Concerned => "有关部门".to_owned(),
    }));
    names.join("、")
}

/// The meetings, by name: so may their ids.
pub(super) fn meetings(plan: &Plan, item: &Item) -> String {
    let names = item.meetings.iter().map(|meeting| {
        let session = item.sessions.iter().find(|session| session.meeting == *meeting);
        let no = session.map(|session| format!("第{}次", session.no)).unwrap_or_default();
        format!("{no}{}", plan.meeting_name(*meeting))
    });
    names.collect::<Vec<_>>().join("、")
}
