//! Whether a text names units.

use super::super::actions::begins_with_action;
use super::super::text::{has_any, is_longer_than, squash, trim};
use super::super::units::{is_name, without_duties};
use super::meeting;

/// What committees do, the longer words first.
pub(super) const DOING: &[&str] = &[
    "牵头组织",
    "组织实施",
    "具体负责",
    "共同负责",
    "分别负责",
    "牵头",
    "负责",
    "承办",
    "主办",
    "配合",
    "协助",
];

/// Words that hold one of `DOING`, and go before it.
const LONGER: &[&str] = &[
    "按职责分工分别负责",
    "按照职责分工负责",
    "按职责分工负责",
    "按职责分工落实",
    "负责组织实施",
    "牵头负责",
    "牵头落实",
    "牵头承办",
    "具体承办",
    "具体组织实施",
    "具体组织",
];

/// What units do beside others.
const BESIDE: &[&str] = &["参与", "参加", "协办", "会同", "等"];

/// Words that say what units do.
fn roles() -> impl Iterator<Item = &'static str> {
    LONGER.iter().chain(DOING).chain(BESIDE).copied()
}

/// Words for several units without naming each.
const TOGETHER: &[&str] = &[
    "各部门",
    "各单位",
    "各地",
    "各处室",
    "各科室",
    "各工委",
    "各委室",
    "各镇",
    "各街道",
    "各乡镇",
    "各区",
    "各县",
    "有关部门",
    "有关单位",
    "相关部门",
    "相关单位",
    "有关方面",
];

/// Whether a clause of a sentence says who does it: 由甲负责, 甲牵头. Without such a word it may be what is done, for
/// that too may end as names do: 召开现场会.
pub(super) fn says_who(clause: &str) -> bool {
    let plain = without_duties(&squash(clause));
    ((plain.starts_with('由') || roles().any(|role| plain.ends_with(role))) && are_units(clause))
        || in_charge(clause).is_some()
}

/// The units of a clause that goes on behind what they do: 由甲负责做好前期有关工作, 由甲牵头组织协调.
fn in_charge(clause: &str) -> Option<&str> {
    let whom = trim(clause).strip_prefix('由')?;
    let ends = ["负责", "牵头", "承办"].iter().filter_map(|word| Some((whom.find(word)?, word.len())));
    let (at, len) = ends.min()?;
    let (names, does) = (whom.get(..at)?, whom.get(at + len..)?);
    let short = !is_longer_than(does, 14) && !has_any(does, &["配合", "协助", "会同", "、"]);
    (short && !names.is_empty() && are_units(names)).then_some(names)
}

/// A clause that says who does it, as far as it names them.
pub(super) fn as_units(clause: &str) -> &str {
    if are_units(clause) { clause } else { in_charge(clause).unwrap_or(clause) }
}

/// What the units of a clause are called that says nothing but who does it: 由甲组织开展.
pub(super) fn by_whom(clause: &str) -> Option<&str> {
    let whom = trim(clause).strip_prefix('由')?;
    let verbs = [
        "组织开展",
        "组织实施",
        "具体实施",
        "负责开展",
        "开展",
        "实施",
        "组织",
        "办理",
        "承担",
        "落实",
        "完成",
        "推进",
    ];
    let names = verbs.iter().find_map(|verb| whom.strip_suffix(verb)).unwrap_or(whom);
    let names = ["分别", "共同", "联合"].iter().find_map(|how| names.strip_suffix(how)).unwrap_or(names);
    if are_units(names) { Some(names) } else { in_charge(clause) }
}

/// Whether a text alone in a bracket or a sentence names units.
pub(super) fn names_units(text: &str) -> bool {
    let task = begins_with_action(text) && !begins_as_unit(text) && is_longer_than(&squash(text), 10);
    are_units(text) && (says_who(text) || !task)
}

/// 研究室 begins as 研究… does, and is a unit.
pub(super) fn begins_as_unit(text: &str) -> bool {
    let plain = squash(text);
    let first = plain.split(['、', '，', ',', '和', '及']).next().unwrap_or_default();
    !is_longer_than(first, 6) && first.ends_with('室')
}

/// Those who take part, and of them the deputies, who are no units: 办公室 and 部分市人大代表.
pub fn without_deputies(text: &str) -> (String, String) {
    if !text.contains("代表") {
        return (text.to_owned(), String::new());
    }
    let names = text.split(['、', '，', '；', '\n']).map(trim).filter(|name| !name.is_empty());
    let (deputies, units): (Vec<&str>, Vec<&str>) =
        names.partition(|name| name.contains("代表") && !is_name(name));
    match deputies.is_empty() {
        true => (text.to_owned(), String::new()),
        false => (units.join("、"), deputies.join("、")),
    }
}

/// Whether a text names units and nothing else.
pub fn are_units(text: &str) -> bool {
    let plain = without_duties(&squash(text));
    if plain.is_empty() || is_longer_than(&plain, 120) {
        return false;
    }
    let roled = roles().any(|role| plain.ends_with(role));
    let mut bare = plain.trim_start_matches('由').to_owned();
    for role in roles() {
        bare = bare.replace(role, "、");
    }
    let mut parts = bare.split(['、', '和', '及', '/', '与']).filter(|part| !part.is_empty()).peekable();
    let some = parts.peek().is_some();
    // 召开交办会 ends as names do.
    let acts = |part: &str| {
        // 报县人大 says where to.
        part.starts_with(['报', '送'])
            || has_any(part, &["月", "季度", "半年", "全年", "召开", "举行", "举办", "开展", "参加", "组织"])
    };
    let whole = |part: &str| {
        // 负责有关工作 names nobody else.
        let several = (part.starts_with('各') || part.starts_with("有关") || part.starts_with("相关"))
            && !part.ends_with("工作");
        (is_name(part) && !acts(part) && meeting::by_body(part).is_none())
            || several
            || has_any(part, TOGETHER)
    };
    let halves = |part: &str| roled && !is_longer_than(part, 12);
    some && {
        let parts: Vec<&str> = parts.collect();
        parts.iter().all(|part| whole(part) || halves(part)) && parts.iter().any(|part| whole(part))
            || bare.split(['、', '/']).filter(|part| !part.is_empty()).all(whole)
    }
}
