//! 月历: everything that falls in one month, by the meeting that it goes to.

use leptos::prelude::*;
use yaodian_plan::query::by_time;
use yaodian_plan::{Meeting, Month};

use super::loose;
use crate::components::card::list_card;
use crate::components::el::all;
use crate::state::desk;
use crate::text;

/// One month.
pub fn month(month: Month) -> AnyView {
    let desk = desk();
    let due = |at: &usize| desk.item(*at).period.covers(month);
    let items = by_time(desk.catalog(), desk.catalog().all().filter(due));
    let mut parts = Vec::new();
    for meeting in [Some(Meeting::StandingCommittee), Some(Meeting::Chairpersons), None] {
        let goes = |at: &&usize| desk.item(**at).meetings.first().copied() == meeting;
        let list: Vec<usize> = items.iter().filter(goes).copied().collect();
        if !list.is_empty() {
            parts.push(
                list_card(meeting.map_or(text::NO_MEETING, text::meeting), Vec::new(), list, true).view(),
            );
        }
    }
    parts.push(loose().view());
    all(parts)
}
