//! Holidays at the beginning of a clause: 春节前走访慰问代表, “七一”前后开展活动.

use super::super::super::actions::begins_with_action;
use super::super::super::text::{strip_any, trim};
use super::super::reading::{Doubt, Reading};
use super::InText;
use yaodian_plan::{Month, Period};

/// Holidays: what they are called, the first and last month in which they may be, and whether they are on the first
/// day of it, so that before them is another month.
const HOLIDAYS: [(&str, u8, u8, bool); 17] = [
    ("元旦", 1, 1, true),
    ("春节", 1, 2, false),
    ("元宵", 2, 3, false),
    ("三八", 3, 3, false),
    ("清明", 4, 4, false),
    ("五一", 5, 5, true),
    ("五四", 5, 5, false),
    ("端午", 5, 6, false),
    ("六一", 6, 6, true),
    ("七一", 7, 7, true),
    ("八一", 8, 8, true),
    ("教师节", 9, 9, false),
    ("中秋", 9, 10, false),
    ("重阳", 10, 10, false),
    ("国庆", 10, 10, true),
    ("宪法日", 12, 12, false),
    ("国家宪法日", 12, 12, false),
];

/// The holiday that a clause begins with, if what is done follows it.
pub(super) fn at_start(text: &str) -> Option<InText> {
    let open = text.trim_start_matches(['“', '"']);
    let (rest, (_, first, last, on_first)) =
        HOLIDAYS.iter().find_map(|holiday| Some((open.strip_prefix(holiday.0)?, holiday)))?;
    let rest = rest.trim_start_matches(['”', '"', '节']);
    let rest = strip_any(rest, &["假期", "长假", "劳动节", "妇女节", "儿童节", "建军节", "青年节"])
        .map_or(rest, |(_, rest)| rest);
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
    Some(InText { range: 0..end, months: 0..end, reading })
}
