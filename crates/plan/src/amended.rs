//! What was changed in a plan in use, in words: on screen, and as 修改记录 at the end of what is printed.

use crate::{Amendment, ItemId, Part, Place, Plan};

/// The heading of 修改记录 at the end of a document. It is known by it: what stands below is no part of the plan, and is
/// left out where such a document is read again.
pub const RECORD: &str = "启用以后的修改记录";

/// What stands below the heading.
pub const RECORD_NOTE: &str = "以下不是原文，是本计划启用以后的修改，按时间先后排列。";

/// `把时间由 3月 改为 4月`
pub fn change_in_words(amendment: &Amendment) -> String {
    let Amendment { part, before, after, .. } = amendment;
    let name = part.name();
    match (before.trim(), after.trim(), part) {
        ("", after, Part::Item) => format!("添了这件事项：{after}"),
        (before, "", Part::Item) => format!("删去了这件事项：{before}"),
        ("", after, Part::Links) => format!("添了{name}：{after}"),
        ("", after, _) => format!("填了{name}：{after}"),
        (before, "", _) => format!("去掉了{name}：{before}"),
        (before, after, _) => format!("把{name}由 {before} 改为 {after}"),
    }
}

/// `2026-03-01 张三 把时间由 3月 改为 4月`
pub fn in_words(amendment: &Amendment) -> String {
    let said = change_in_words(amendment);
    match amendment.by.trim() {
        "" => format!("{} {said}", amendment.on),
        by => format!("{} {by} {said}", amendment.on),
    }
}

/// What it is about: `要点 3`, the title of an item with its id, the id of one that is gone; empty for the plan as a whole.
pub fn place_in_words(plan: &Plan, amendment: &Amendment) -> String {
    match amendment.place {
        Some(Place::Point(no)) => format!("要点 {no}"),
        Some(Place::Item(id)) => item_in_words(plan, id),
        None => String::new(),
    }
}

fn item_in_words(plan: &Plan, id: ItemId) -> String {
    plan.item(id).map_or_else(|| id.to_string(), |item| format!("{id} {}", item.title))
}

/// 修改记录 as lines, the oldest first: `2026-03-01 张三 把时间由 3月 改为 4月（s2-9 听取……的报告）`.
pub fn record(plan: &Plan) -> impl Iterator<Item = String> {
    plan.amendments.iter().map(|amendment| {
        let (said, place) = (in_words(amendment), place_in_words(plan, amendment));
        // Of one that is there, the title is what was changed or stands there already.
        if place.is_empty() { said } else { format!("{said}（{place}）") }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn amendment(part: Part, before: &str, after: &str, by: &str) -> Amendment {
        let [before, after, by] = [before, after, by].map(str::to_owned);
        Amendment { place: None, part, before, after, on: "2026-03-01".into(), by }
    }

    #[test]
    fn a_change_is_said_as_a_sentence() {
        for (part, before, after, by, said) in [
            (Part::Period, "3月", "4月", "张三", "2026-03-01 张三 把时间由 3月 改为 4月"),
            (Part::Remark, "", "暂缓", "", "2026-03-01 填了备注：暂缓"),
            (Part::Remark, "暂缓", "", " ", "2026-03-01 去掉了备注：暂缓"),
            (Part::Item, "", "甲", "", "2026-03-01 添了这件事项：甲"),
            (Part::Item, "甲", "", "", "2026-03-01 删去了这件事项：甲"),
            (Part::Links, "", "为“甲”作准备", "", "2026-03-01 添了脉络：为“甲”作准备"),
            (Part::Number, "s1-1", "s2-3", "", "2026-03-01 把编号由 s1-1 改为 s2-3"),
        ] {
            assert_eq!(in_words(&amendment(part, before, after, by)), said);
        }
    }
}
