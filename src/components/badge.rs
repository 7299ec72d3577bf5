//! Small signs: a unit, a meeting, a standing. Each says in words what its colour says.

use leptos::prelude::*;
use yaodian_plan::query::{Group, Standing};
use yaodian_plan::{Item, Meeting};

use super::pick::marked_as_picked;
use crate::browser::dom;
use crate::state::desk;
use crate::text;
use yaodian_ui::{El, el};

/// The class that gives an element its unit's colour, by row of the matrix.
pub fn unit_class(row: usize) -> String {
    if row < desk().catalog().plan.units.len() { format!("u-{}", row % 8 + 1) } else { "u-all".into() }
}

/// Who does an item, with the colour of the unit that leads.
pub fn who(at: usize) -> El {
    let desk = desk();
    let class = format!("unit {}", unit_class(desk.catalog().row(at)));
    el("span").class(class).child(desk.item(at).responsibility.text.as_str())
}

/// A unit by its row of the matrix.
pub fn unit_name(row: usize) -> El {
    el("span").class(format!("unit {}", unit_class(row))).child(text::row(desk().catalog(), row))
}

/// The class of a meeting's tag.
pub fn meeting_class(meeting: Meeting) -> &'static str {
    match meeting {
        Meeting::StandingCommittee => "tag sc",
        Meeting::Chairpersons => "tag cm",
    }
}

/// The meetings that an item goes to.
pub fn meetings(item: &Item) -> Vec<El> {
    let tag = |meeting: &Meeting| el("span").class(meeting_class(*meeting)).child(text::meeting(*meeting));
    item.meetings.iter().map(tag).collect()
}

/// The category of an item, or 月度任务.
pub fn group_tag(item: &Item) -> El {
    el("span").class("tag").child(text::group(desk().catalog(), Group::of(item.id)))
}

/// The class of a standing.
pub fn standing_class(standing: Standing) -> &'static str {
    match standing {
        Standing::Done => "done",
        Standing::Doing => "doing",
        Standing::Late => "late",
        Standing::NotStarted => "todo",
        Standing::Postponed => "postponed",
        Standing::Cancelled => "cancelled",
        Standing::Unrecorded => "unrecorded",
    }
}

/// Gives an element a class that follows where an item stands, behind a class of its own.
///
/// A page has hundreds of such elements, and an effect for each would be most of the work of
/// building it. So they are marked, and [`follow_standings`] has one effect for all of them.
pub fn by_standing(element: El, class: &str, at: usize) -> El {
    let desk = desk();
    let standing = standing_class(untrack(|| desk.standing(at)));
    element
        .class(format!("{class} {standing}"))
        .attr("data-of", at.to_string())
        .attr("data-class", class.to_owned())
}

/// The same for a line that is too narrow for words: where the item stands is in its name, with whatever else has no room.
pub fn line_by_standing(element: El, class: &str, at: usize) -> El {
    let desk = desk();
    let name = line_name(desk.item(at), untrack(|| desk.standing(at)));
    by_standing(element, class, at).attr("data-named", true).attr("aria-label", name)
}

fn line_name(item: &Item, standing: Standing) -> String {
    text::line(&item.title, text::standing(standing), &item.responsibility.text, &item.meetings)
}

/// Where an item stands, in a list: a button to record it by, with the item in its name. What it does is up to the one
/// listener of [`super::pick`]; its shape comes from the style sheet.
pub fn standing_of(at: usize) -> El {
    let desk = desk();
    let said = text::standing(untrack(|| desk.standing(at)));
    let sign = by_standing(el("button"), "st", at)
        .attr("data-says", true)
        .attr("aria-label", text::sign(said, &desk.item(at).title))
        .child(said);
    marked_as_picked(sign, at)
}

/// Where an item stands, where it is not to be recorded from.
pub fn standing_sign(at: usize) -> El {
    standing_in("st", at)
}

/// An element that says where an item stands.
pub fn standing_in(class: &str, at: usize) -> El {
    let desk = desk();
    let said = text::standing(untrack(|| desk.standing(at)));
    by_standing(el("span"), class, at).attr("data-says", true).child(said)
}

/// Brings the marked elements up to date whenever progress, or the moment that it is seen from, changes.
pub fn follow_standings() {
    let desk = desk();
    Effect::new(move |_| {
        desk.standings.with(|standings| {
            for (element, at) in dom::marked("data-of") {
                let Some(standing) = standings.get(at) else { continue };
                let class = element.get_attribute("data-class").unwrap_or_default();
                element.set_class_name(&format!("{class} {}", standing_class(*standing)));
                if element.has_attribute("data-named") {
                    let _ = element.set_attribute("aria-label", &line_name(desk.item(at), *standing));
                }
                if element.has_attribute("data-says") {
                    let said = text::standing(*standing);
                    element.set_text_content(Some(said));
                    if element.has_attribute("aria-label") {
                        let _ = element.set_attribute("aria-label", &text::sign(said, &desk.item(at).title));
                    }
                }
            }
        });
    });
}
