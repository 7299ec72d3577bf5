//! Who does an item, in words.

use yaodian_plan::{Item, Plan, UnitId};

use crate::text::lead_and_joint;

/// Who does an item, as printed. Where the document says by marks in columns who leads, the words say it.
pub fn who(plan: &Plan, item: &Item) -> String {
    let who = &item.responsibility;
    let stands_at = |id: &UnitId| {
        let unit = plan.unit(id)?;
        [&unit.name].into_iter().chain(&unit.aliases).filter_map(|name| who.text.find(name.as_str())).min()
    };
    let leads: Vec<usize> = who.lead.iter().filter_map(stands_at).collect();
    let joint = who.joint.iter().filter_map(stands_at).min();
    let says_so = ["牵头", "负责", "主办", "配合", "协办", "参与"].iter().any(|word| who.text.contains(word));
    let is_behind = leads.into_iter().max().zip(joint).is_some_and(|(lead, joint)| lead > joint);
    // Without words for it the first one leads.
    if says_so || who.collective.is_some() || who.joint.is_empty() || !(is_behind || who.lead.len() > 1) {
        return who.text.clone();
    }
    let name = |id: &UnitId| plan.unit(id).map(|unit| unit.name.as_str());
    let names = |ids: &[UnitId]| -> Vec<&str> { ids.iter().filter_map(name).collect() };
    lead_and_joint(&names(&who.lead), &names(&who.joint))
}
