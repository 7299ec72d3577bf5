//! One name among those who do something: what it does, and whether it means several units.

use super::super::text::{brackets, compact, is_longer_than, squash, trim, without_brackets};
use super::names;
use super::own::Own;
use super::role::{ROLES, Role, label, role_of, without_duties};
use super::split::{conjoined, entries, is_name};
use yaodian_plan::Collective;

/// Somebody that a text names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Party {
    pub who: Who,
    pub role: Role,
    /// What stands in brackets behind the name and is no role: 财经工委（预算工委）.
    pub aside: Option<String>,
}

/// A unit, or several without naming each.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Who {
    /// By the name that is printed, without white space and without what it belongs to.
    Unit {
        name: String,
        /// As printed, where that is longer: 区人大常委会财经工委.
        long: Option<String>,
    },
    Several(Collective),
}

/// Those whom a cell or a part of a sentence names, in order.
pub fn parties(text: &str, own: &Own) -> Vec<Party> {
    let mut found: Vec<Party> = Vec::new();
    // Those since the last role that was said: 甲、乙牵头 is about both.
    let mut group = 0;
    let mut labelled = Role::Unsaid;
    for entry in entries(text) {
        let (label, entry) = label(&entry);
        if let Some(role) = label {
            labelled = role;
            group = found.len();
        }
        // 甲牵头乙配合 without anything between.
        for part in by_role(&without_duties(entry)) {
            let parts = conjoined(part);
            let leads = part.contains("会同");
            for (at, name) in parts.iter().enumerate() {
                let Some((party, said)) = party(name, own) else {
                    continue;
                };
                let role = match said {
                    Some(said) if said != Role::Unsaid => said,
                    _ if leads && at == 0 => Role::Lead,
                    _ if leads => Role::Joint,
                    _ => labelled,
                };
                // 财经工委（办公室配合）
                let helps = party.aside.as_deref().filter(|inner| is_helped(inner)).map(str::to_owned);
                let aside = party.aside.filter(|_| helps.is_none());
                found.push(Party { role, aside, ..party });
                found.extend(helps.iter().flat_map(|inner| parties(inner, own)));
                if said.is_some() {
                    for earlier in found.iter_mut().skip(group).filter(|party| party.role == Role::Unsaid) {
                        earlier.role = role;
                    }
                    group = found.len();
                }
            }
        }
    }
    lend_endings(&mut found);
    found
}

/// 财经、教科文卫工委 are 财经工委 and 教科文卫工委.
fn lend_endings(parties: &mut [Party]) {
    let mut lent: Option<&'static str> = None;
    for party in parties.iter_mut().rev() {
        let Who::Unit { name, .. } = &mut party.who else {
            lent = None;
            continue;
        };
        match lent {
            Some(ending) if names::may_lack_ending(name) => name.push_str(ending),
            _ => lent = names::ending(name),
        }
    }
}

/// Cuts behind a 牵头, 主办 or 负责 that stands in the middle: 甲牵头乙配合.
fn by_role(entry: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut start = 0;
    for word in ["牵头", "主办", "负责"] {
        let rest = entry.get(start..).unwrap_or_default();
        if let Some((head, tail)) = rest.split_once(word)
            && names::is_whole(&squash(head))
            && ROLES.iter().any(|(role, _)| tail.ends_with(role))
            && !ROLES.iter().any(|(role, _)| trim(tail) == *role)
        {
            let cut = start + head.len() + word.len();
            found.push(entry.get(start..cut).unwrap_or_default());
            start = cut;
        }
    }
    found.push(entry.get(start..).unwrap_or_default());
    found
}

/// One name without what it does (牵头, 配合); `None` if nothing is left.
fn party(name: &str, own: &Own) -> Option<(Party, Option<Role>)> {
    let mut role = None;
    let mut aside = None;
    for (_, inner) in brackets(name) {
        let plain = squash(inner);
        match role_of(&plain) {
            Some(said) => role = Some(said),
            None if matches!(plain.as_str(), "室" | "办" | "委" | "室、办" | "街道") => {}
            None => aside = Some(trim(inner).to_owned()).filter(|inner| !inner.is_empty()),
        }
    }
    let kept = keeps_bracket(name);
    let bare = if kept { name.to_owned() } else { without_brackets(name) };
    let name =
        trim(&bare).trim_start_matches(['由', '请', '：', ':', '*']).trim_end_matches(['*', '。', '.']);
    let (name, said) = split_role(unquoted(name));
    let role = role.or(said);
    let name = without_others(name);
    let plain = squash(name);
    if plain.is_empty() || plain == "无" || plain.chars().all(|c| !c.is_alphanumeric()) {
        return None;
    }
    let who = match collective(&plain) {
        Some(several) => Who::Several(several),
        None => {
            let long = compact(name);
            match own.strip(&long) {
                Some(short) => Who::Unit { name: short.to_owned(), long: Some(long) },
                None => Who::Unit { name: long, long: None },
            }
        }
    };
    Some((Party { who, role: role.unwrap_or(Role::Unsaid), aside }, role))
}

/// A name without the quotes around it. Those around a part of it are its own: “百千万工程”指挥部办公室.
fn unquoted(name: &str) -> &str {
    match (name.strip_prefix('“'), name.strip_suffix('”')) {
        (Some(rest), Some(_)) => rest.strip_suffix('”').filter(|inner| !inner.contains('”')).unwrap_or(name),
        (Some(rest), None) if !rest.contains('”') => rest,
        (None, Some(rest)) if !rest.contains('“') => rest,
        _ => name,
    }
}

/// A name without the words behind it that say what it does, and the role that the last of them says.
fn split_role(name: &str) -> (&str, Option<Role>) {
    let mut name = trim(name);
    let mut role = None;
    // 配合 and the like alone is no name, and 承办 of 承办单位 no role.
    while let Some((word, said)) = ROLES.iter().find(|(word, _)| name.ends_with(word)) {
        name = trim(name.strip_suffix(word).unwrap_or_default());
        role = role.or(Some(*said));
    }
    (name, role)
}

/// A name without others that come with it: 市财政局 of 市财政局等有关部门.
fn without_others(name: &str) -> &str {
    let named = name.rsplit_once('等').filter(|(name, rest)| {
        let several =
            ["部门", "单位", "委室", "处室", "科室", "工委"].iter().any(|word| rest.ends_with(word));
        !name.is_empty() && several && !is_longer_than(rest, 6)
    });
    named.map_or(name, |(name, _)| name).trim_end_matches('等')
}

/// Whether a bracket names those who take part: 办公室、农工委配合.
fn is_helped(inner: &str) -> bool {
    let plain = squash(inner);
    ROLES.iter().filter(|(_, role)| *role == Role::Joint).any(|(word, _)| {
        plain
            .strip_suffix(word)
            .is_some_and(|names| !names.is_empty() && entries(names).iter().all(|name| is_name(name)))
    })
}

/// Whether the bracket belongs to the name: 各工委（室）.
fn keeps_bracket(name: &str) -> bool {
    brackets(name).iter().any(|(_, inner)| matches!(squash(inner).as_str(), "室" | "办" | "委" | "街道"))
}

/// Several units without naming each: 各工委, 有关部门, 县直各单位.
fn collective(plain: &str) -> Option<Collective> {
    let head: String = plain.chars().take(8).collect();
    if head.contains("有关") || head.contains("相关") {
        return Some(Collective::Concerned);
    }
    let parts = ["各部门", "各单位", "各地区", "各处室", "各科室", "各工委", "各委室"];
    if parts.iter().any(|word| head.contains(word)) {
        return Some(Collective::All);
    }
    let all = plain.starts_with('各') || plain.starts_with("所有");
    let whole =
        ["全体", "其他各", "其它各", "机关各", "全校", "全院", "全市各", "全县各", "全区各", "全省各"];
    let level = |c: char| "省市县区州旗镇乡".contains(c);
    let mut chars = head.chars();
    let below = chars.next().is_some_and(level) && head.chars().skip(1).take(2).any(|c| c == '各');
    (all || whole.iter().any(|word| plain.starts_with(word)) || below).then_some(Collective::All)
}
