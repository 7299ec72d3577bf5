//! Small signs: a unit, a meeting, a standing. Each has in words what its colour means.

use yaodian_plan::query::{Group, Standing};
use yaodian_plan::{Item, MeetingKind};

use crate::desk::desk;
use crate::text;
use yaodian_ui::{El, el};

/// The class for a unit's colour, by row of the matrix.
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
pub fn meeting_class(meeting: MeetingKind) -> &'static str {
    match meeting {
        MeetingKind::StandingCommittee => "tag sc",
        MeetingKind::Chairpersons => "tag cm",
        MeetingKind::Other(_) => "tag",
    }
}

/// The meetings that an item goes to.
pub fn meetings(item: &Item) -> Vec<El> {
    let tag = |meeting: &MeetingKind| {
        el("span").class(meeting_class(*meeting)).child(desk().meeting_name(*meeting))
    };
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
        Standing::DoingLate => "doing late",
        Standing::Late => "late",
        Standing::NotStarted => "todo",
        Standing::Postponed => "postponed",
        Standing::Cancelled => "cancelled",
        Standing::Unrecorded => "unrecorded",
    }
}
