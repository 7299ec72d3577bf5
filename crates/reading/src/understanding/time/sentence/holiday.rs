//! Holidays at the beginning of a clause: 春节前走访慰问代表, “七一”前后开展活动.

use super::super::super::actions::begins_with_action;
use super::super::super::text::{strip_any, trim};
use super::super::reading::{Doubt, Reading};
use super::super::words::{NAMED, NAMED_TAILS};
use yaodian_plan::{Month, Period};

/// The holiday that a clause begins with, if what is done follows it: up to which byte it stands there, and when it is.
pub(super) fn at_start(text: &str) -> Option<(usize, Reading)> {
    let open = text.trim_start_matches(['“', '"']);
    let (rest, (_, first, last, on_first)) =
        NAMED.iter().find_map(|holiday| Some((open.strip_prefix(holiday.0)?, holiday)))?;
    let mut rest = rest;
    while let Some((_, after)) = strip_any(rest, NAMED_TAILS) {
        rest = after;
    }
    let (word, rest) =
        strip_any(rest, &["前后", "前夕", "期间", "当天", "当日", "之前", "前", "后"]).unwrap_or(("", rest));
    let end = text.len() - rest.len();
    if !begins_with_action(trim(rest).trim_start_matches(['，', ','])) {
        return None;
    }
    // 国庆前 is before it: which month that is, nobody can tell.
    let before = *on_first && matches!(word, "前" | "之前" | "前夕");
    let months = (*first..=*last).filter_map(Month::new);
    let reading = if before {
        Reading { period: Period::Unscheduled, doubts: vec![Doubt::Unknown] }
    } else {
        Reading { period: Period::of(months.collect::<Vec<_>>()), doubts: vec![Doubt::Coarser] }
    };
    Some((end, reading))
}
