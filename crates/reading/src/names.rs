//! Names of units: how a cell is cut into them, and what a name has in common with its short form.

use super::text::{compact, is_blank, squash, trim};
use yaodian_plan::Collective;

/// One party that a cell names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Party {
    /// A unit, by the name that is printed, without white space.
    Unit(String),
    /// Several units without naming each.
    Collective(Collective),
}

/// Well-known units, in the order in which a plan lists them: id, and the stems of their names.
const KNOWN: [(&str, &[&str]); 15] = [
    ("office", &["办公室", "办", "办公厅"]),
    ("research", &["研究室", "调研室", "政策研究室"]),
    ("finance", &["财经", "财政经济", "财经预算"]),
    ("budget", &["预算"]),
    (
        "urban",
        &["城建环资", "环资城建", "城乡建设环境资源", "城乡建设和环境资源", "环境与资源保护", "环资", "城建"],
    ),
    ("edu", &["教科文卫", "教科文卫体", "教育科学文化卫生", "科教文卫"]),
    ("law", &["法制", "法律", "法工"]),
    ("supervision", &["监察司法", "监察和司法", "监司", "内务司法", "内司"]),
    ("society", &["社会建设", "社建", "社会"]),
    ("rural", &["农村农业", "农业农村", "农业与农村", "农工", "农业", "农村"]),
    ("affairs", &["民宗侨外", "民族宗教华侨外事", "民侨宗外", "侨外民宗", "外事侨务", "民宗", "侨外"]),
    (
        "deputy",
        &[
            "选联",
            "选联任",
            "代表",
            "代表联络",
            "选举联络",
            "选举联络人事任免",
            "人事代表",
            "人代",
            "人事选举",
        ],
    ),
    ("personnel", &["人事", "人事任免", "选任"]),
    ("petition", &["信访", "信访室"]),
    ("town", &["街道", "镇街", "街道人大"]),
];

/// Endings that make a name a unit's; the longer ones first.
const ENDINGS: [&str; 8] = ["工作委员会", "专门委员会", "专委会", "委员会", "工委会", "工委", "专委", "委"];

/// The well-known unit with this stem: its place in the usual order, and its id.
pub(super) fn known(stem: &str) -> Option<(usize, &'static str)> {
    KNOWN.iter().enumerate().find(|(_, (_, stems))| stems.contains(&stem)).map(|(at, (id, _))| (at, *id))
}

/// What a unit's names have in common: 选联 for 选联工委 and for 区人大常委会选联工委.
pub(super) fn stem(name: &str) -> String {
    let name = squash(name);
    let own = ["常务委员会", "常委会", "人大"]
        .iter()
        .find_map(|body| name.rsplit_once(body).map(|(_, own)| own).filter(|own| !own.is_empty()))
        .unwrap_or(&name);
    let ending = ENDINGS.iter().find_map(|ending| own.strip_suffix(ending).filter(|stem| !stem.is_empty()));
    ending.unwrap_or(own).to_owned()
}

/// Whether the name ends as units' names do.
pub(super) fn has_ending(name: &str) -> bool {
    let rooms = ["办公室", "办公厅", "室", "办", "处", "科", "部", "组", "局", "中心"];
    ENDINGS.iter().chain(&rooms).any(|ending| name.ends_with(ending))
}

fn is_valid_id(text: &str) -> bool {
    let text = squash(text);
    has_ending(&text) || text.ends_with("(室)") || known(&stem(&text)).is_some()
}

/// The entries of a cell that lists units, separated by blanks, 、 or line breaks. An entry is
/// kept as printed: `财经工委及办公室` is one.
pub(super) fn entries(cell: &str) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for strong in cell.split(['、', '，', ',', '；', ';', '\n', '/', '／']) {
        // A name that a narrow cell has broken is still one: blanks end a name only if it is whole.
        let mut open = String::new();
        for word in strong.split(is_blank).filter(|word| !word.is_empty()) {
            let ending_only = ENDINGS.iter().any(|ending| squash(word) == *ending);
            match found.last_mut() {
                Some(last) if open.is_empty() && ending_only && !has_ending(last) => last.push_str(word),
                _ => open.push_str(word),
            }
            if is_valid_id(&open) {
                found.push(std::mem::take(&mut open));
            }
        }
        if !open.is_empty() {
            found.push(open);
        }
    }
    found
}

/// The parties of a cell or of one entry, in the order in which they are named.
pub(super) fn parties(cell: &str) -> Vec<Party> {
    entries(cell).iter().flat_map(|entry| conjoined(entry)).filter_map(|name| party(&name)).collect()
}

/// Cuts at 及, 和, 与 where what stands before them is a name.
fn conjoined(entry: &str) -> Vec<String> {
    let mut names = Vec::new();
    let mut open = String::new();
    let mut rest = entry;
    while let Some(c) = rest.chars().next() {
        let word = ["以及", "会同", "及", "和", "与"].iter().find_map(|word| rest.strip_prefix(word));
        match word {
            Some(after) if is_valid_id(&open) => {
                names.push(std::mem::take(&mut open));
                rest = after;
            }
            _ => {
                open.push(c);
                rest = rest.strip_prefix(c).unwrap_or_default();
            }
        }
    }
    names.push(open);
    names
}

/// One name without what it does (牵头, 配合); `None` if nothing is left.
fn party(name: &str) -> Option<Party> {
    let mut name = trim(name).trim_start_matches('由');
    for role in ["牵头", "配合", "负责", "参与", "协助", "等"] {
        name = trim(name).strip_suffix(role).unwrap_or(name);
        for (open, close) in [('(', ')'), ('（', '）')] {
            let bracketed = name.strip_suffix(close).and_then(|name| name.strip_suffix(role));
            name = bracketed.and_then(|name| name.strip_suffix(open)).unwrap_or(name);
        }
    }
    let plain = squash(name);
    let plain = plain.strip_suffix("(室)").unwrap_or(&plain);
    if plain.is_empty() {
        return None;
    }
    let starts = |words: &[&str]| words.iter().any(|word| plain.starts_with(word));
    if starts(&["各有关", "各相关", "有关", "相关", "其他有关"]) {
        Some(Party::Collective(Collective::Concerned))
    } else if starts(&["各", "所有", "全体", "其他各"]) {
        Some(Party::Collective(Collective::All))
    } else {
        Some(Party::Unit(compact(name)))
    }
}
