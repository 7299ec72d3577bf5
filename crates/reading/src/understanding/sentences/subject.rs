//! Who does something, where a clause begins with it or ends with it: 财经委于7月对…, 听取某报告——财经工委.

use super::super::actions::begins_with_action;
use super::super::text::{has_any, is_longer_than, squash, trim, without_brackets};
use super::super::units::known;
use super::super::units::names;
use super::who::{DOING, are_units};

/// Names that end as committees' do and are not those of a People's Congress.
const OTHERS: [&str; 12] =
    ["县委", "市委", "区委", "省委", "州委", "旗委", "党委", "纪委", "监委", "监察委", "常委", "政府办公室"];

/// The units that a clause begins with, and what they do: 财经委于7月对…进行调研, 财经工委：听取某报告.
pub(super) fn at_start(clause: &str) -> Option<(&str, &str)> {
    let clause = trim(clause);
    let named = clause.strip_prefix('由').unwrap_or(clause);
    let ends = named.char_indices().filter(|(_, c)| matches!(c, '委' | '室' | '会' | '：' | ':'));
    for (at, c) in ends.take(8) {
        let end = at + c.len_utf8();
        let colon = matches!(c, '：' | ':');
        let (names, rest) = (named.get(..if colon { at } else { end })?, named.get(end..)?);
        if is_longer_than(names, 24) {
            return None;
        }
        let acts = rest.starts_with(['于', '在', '将', '对', '就', '拟', '按'])
            || begins_with_action(rest)
            || (colon && !rest.is_empty());
        let name = !begins_with_action(names) && !names.contains('各') && !rest.starts_with("工作");
        if acts && name && all_committees(names) {
            return Some((names, trim(rest)));
        }
    }
    None
}

/// A text and the units that stand behind a dash: 听取某报告——财经工委（预算工委）.
pub(super) fn behind_dash(text: &str) -> Option<(&str, &str)> {
    let bare = text.trim_end_matches(['。', '；', ';', ' ']);
    let (head, names) = bare.rsplit_once("——").or_else(|| bare.rsplit_once('—'))?;
    let names = trim(names.trim_start_matches('—'));
    (all_committees(&without_brackets(names)) && !trim(head).is_empty()).then_some((trim(head), names))
}

/// Whether a clause says what committees do and nothing else: 教科文卫委员会负责, 经济委员会牵头组织.
pub(super) fn names_role(clause: &str) -> bool {
    let plain = trim(clause).trim_start_matches('由');
    DOING.iter().find_map(|role| plain.strip_suffix(role)).is_some_and(all_committees)
}

/// Whether a clause names the person who leads: 由王芳副主任带队.
pub(super) fn is_leader(clause: &str) -> bool {
    let plain = squash(clause);
    let persons = ["主任", "主席", "书记", "秘书长", "同志", "常委会领导", "分管领导", "班子成员"];
    let leads = ["带队", "领衔", "领衔督办", "牵头", "主持", "负责", "督办", "分管", "包联", "联系"];
    let labels = ["联系领导", "分管领导", "牵头领导", "责任领导", "包联领导"];
    if labels.iter().any(|label| plain.starts_with(label)) && !is_longer_than(&plain, 12) {
        return true;
    }
    !is_longer_than(&plain, 20)
        && has_any(&plain, &persons)
        && !has_any(&plain, &["会议", "委员会", "工委"])
        && leads.iter().any(|word| plain.ends_with(word))
}

/// Takes the person who leads, where a text begins with their name and a colon: 王副主任：关于某事的调研. What follows it.
pub(super) fn take_leader<'a>(text: &'a str, leaders: &mut Vec<String>) -> &'a str {
    let Some((name, rest)) = leader_at_start(text) else { return text };
    leaders.push(name.to_owned());
    rest
}

fn leader_at_start(text: &str) -> Option<(&str, &str)> {
    let (name, rest) = trim(text).split_once(['：', ':'])?;
    let ends = ["主任", "副主任", "主席", "书记", "秘书长", "同志"];
    let person = ends.iter().find_map(|end| name.strip_suffix(end))?;
    let is_one = !person.is_empty()
        && !is_longer_than(person, 10)
        && !has_any(person, &["委", "会", "室", "办", "各", "，", "月"])
        && !begins_with_action(name);
    (is_one && !trim(rest).is_empty()).then_some((trim(name), trim(rest)))
}

/// Whether names are those of committees of a People's Congress, and nothing else.
pub(super) fn all_committees(names: &str) -> bool {
    let committee = |name: &str| {
        let name = trim(name);
        let ends = ["工委", "工作委员会", "专委会", "专门委员会", "办公室", "研究室", "主席团"];
        let (stem, class) = names::stem(name);
        let committee = matches!(class, names::Class::Working | names::Class::Committee);
        !OTHERS.iter().any(|other| name.ends_with(other))
            && (ends.iter().any(|end| name.ends_with(end)) || (committee && known(stem).is_some()))
    };
    !names.is_empty() && are_units(names) && names.split(['、', '和', '及']).all(committee)
}
