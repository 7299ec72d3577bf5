//! The texts of a plan that are searched.

use crate::model::Plan;

/// The text by which items of the whole year are found.
pub(super) const WHOLE_YEAR: &str = "全年";

/// Every text of the plan whose characters need a reading, some of them repeatedly.
///
/// A table of readings for a plan has the characters of these texts. The document's
/// frame (title, preamble, section titles) is included although it is not searched yet: it adds
/// few characters, and a page that searches it needs no new table.
pub fn searchable_texts(plan: &Plan) -> impl Iterator<Item = &str> {
    let frame = [plan.title.as_str(), plan.issuer.as_str(), WHOLE_YEAR, "月"]
        .into_iter()
        .chain(plan.meeting_kinds().map(|meeting| plan.meeting_name(meeting)))
        .chain(plan.preamble.iter().map(String::as_str))
        .chain(plan.annexes.iter().map(String::as_str))
        .chain(plan.sections.iter().map(|section| section.title.as_str()));
    let points = plan.points().flat_map(|point| [point.heading.as_str(), point.text.as_str()]);
    let units = plan
        .units
        .iter()
        .flat_map(|unit| std::iter::once(&unit.name).chain(&unit.aliases))
        .map(String::as_str);
    let categories = plan.categories.iter().map(|category| category.name.as_str());
    let items = plan.items.iter().flat_map(|item| {
        [&item.title, &item.responsibility.text, &item.period_text]
            .into_iter()
            .chain(&item.condition)
            .chain(&item.remark)
            .chain(item.extras.iter().map(|extra| &extra.text))
            .map(String::as_str)
    });
    frame.chain(points).chain(units).chain(categories).chain(items)
}
