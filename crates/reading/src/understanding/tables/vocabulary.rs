//! What headings of columns mean: the words are data.

use super::super::text::{has_any, is_longer_than, squash, without_brackets};
use super::super::time::month_heading;
use super::super::units::{known, names};
use yaodian_plan::{Month, Period};

mod words;

pub use words::Heading;
use words::{AIM, EXACT, HOLDS, TITLES, WHO};

/// What a heading means; `None` for one that is not understood.
pub fn classify(heading: &str) -> Option<Heading> {
    let whole = squash(heading);
    let bare = squash(&without_brackets(&whole));
    let plain = if bare.is_empty() { whole.as_str() } else { bare.as_str() };
    let plain = plain.trim_matches(['：', ':', '*', '.', '、']);
    if plain.is_empty() || is_longer_than(plain, 16) {
        return is_committee(plain).then(|| Heading::Unit(plain.to_owned()));
    }
    if let Some((_, heading)) = EXACT.iter().find(|(word, _)| *word == plain) {
        return Some(heading.clone());
    }
    // 课题组长, 课题组成员 are persons.
    let persons = plain.ends_with("组长") || plain.ends_with("成员");
    if persons && !has_any(plain, &["单位", "部门", "室", "委"]) {
        return Some(Heading::Kept);
    }
    // 站点名称 is where it is done.
    let places = ["站点", "点位", "地点", "企业", "学校", "社区", "小区", "小组", "村"];
    if plain.ends_with("名称") && has_any(plain, &places) {
        return Some(Heading::Kept);
    }
    // 是否上会 is answered, and names nobody.
    if plain.starts_with("是否") && !is_meeting(plain) {
        return Some(Heading::Kept);
    }
    if let Some((first, last)) = months(plain) {
        return Some(Heading::Months(first, last));
    }
    let is_title = TITLES.iter().take(2).any(|(words, _)| has_any(plain, words));
    if is_meeting(plain)
        && !(has_any(plain, &["议题", "内容", "事项", "任务", "时间", "日期", "月份", "地点"]))
    {
        return Some(Heading::Meeting(meeting_name(plain).to_owned()));
    }
    // 责任人, 负责人: a person, if it is not 负责人大….
    if plain.ends_with('人') || plain.ends_with("人及电话") {
        // 责任单位及责任人 names units first.
        let units = has_any(plain, WHO) && has_any(plain, &["及", "和", "、", "/", "（"]);
        return Some(if units { Heading::Lead } else { Heading::Person });
    }
    if is_committee(plain) {
        return Some(Heading::Unit(plain.to_owned()));
    }
    // 责任单位 and the like before 成果, 时限: 责任单位及完成时限 holds both and is neither for certain.
    let who = has_any(plain, WHO);
    if let Some((_, heading)) = HOLDS
        .iter()
        .find(|(words, _)| has_any(plain, words))
        .filter(|(_, heading)| !who || !matches!(heading, Heading::Kept | Heading::Category | Heading::Form))
    {
        return Some(heading.clone());
    }
    if who {
        if has_any(plain, &["配合", "协办", "协助", "协同", "参与", "参加", "会办", "协作", "联办"])
        {
            return Some(Heading::Joint);
        }
        // Who reports and who is looked at does not bring the item to a meeting.
        let other = [
            "报告",
            "汇报",
            "被",
            "受",
            "提请",
            "提案",
            "提出",
            "建议",
            "监督对象",
            "政府",
            "对口",
            "报送",
            "列席",
            "联系",
            "起草",
            "审查",
            "督查",
            "考核",
            "验收",
            "监管",
        ];
        return Some(if has_any(plain, &other) { Heading::Kept } else { Heading::Lead });
    }
    if known(names::stem(plain).0).is_some() || (names::is_whole(plain) && !is_title) {
        return Some(Heading::Unit(plain.to_owned()));
    }
    if has_any(plain, &["配合", "协办", "协同", "参与", "参加"]) {
        return Some(Heading::Joint);
    }
    if has_any(plain, &["牵头", "承办", "主办", "负责", "责任"]) && !is_title {
        return Some(Heading::Lead);
    }
    // 工作目标 says what is to come of it.
    let aim = plain.ends_with("目标") && !is_title;
    let found = TITLES.iter().find(|(words, _)| has_any(plain, words));
    found.map(|(_, rank)| Heading::Title(if aim { AIM } else { *rank }))
}

/// Whether a heading is that of the committee in contact about something, who does it where nobody else is named: 联系委室.
pub fn is_contact(heading: &str) -> bool {
    let plain = squash(heading);
    has_any(&plain, &["联系", "对口", "联络"]) && has_any(&plain, WHO) && !is_longer_than(&plain, 8)
}

/// Whether a heading is the name of one committee: 财经工委, and not 责任工委.
fn is_committee(plain: &str) -> bool {
    let roles = [
        "责任",
        "牵头",
        "承办",
        "负责",
        "配合",
        "协办",
        "协助",
        "主办",
        "主责",
        "对口",
        "有关",
        "相关",
        "各",
        "督办",
        "组织",
        "实施",
        "落实",
        "具体",
        "联系",
        "分管",
        "参与",
        "会办",
        "提案",
        "报告",
        "工作机构",
    ];
    let (stem, class) = names::stem(plain);
    let bare = matches!(stem, "工作" | "专门" | "专" | "室" | "常" | "各专");
    matches!(class, names::Class::Working | names::Class::Committee)
        && !bare
        && !has_any(plain, &roles)
        && names::heads_a_list(plain)
}

/// 3月, 1-3月, 一季度, 上半年.
fn months(plain: &str) -> Option<(Month, Month)> {
    let counts = plain.ends_with(['月', '份']) || plain.ends_with("季度") || plain.ends_with("半年");
    let reading = counts.then(|| month_heading(plain, 0)).flatten()?;
    match reading.period {
        Period::Months { first, last } => Some((first, last)),
        _ => None,
    }
}

fn is_meeting(plain: &str) -> bool {
    has_any(
        plain,
        &[
            "会议",
            "常委会",
            "主任会",
            "党组会",
            "主席会",
            "委员长会",
            "常务会",
            "代表大会",
            "人代会",
            "党委会",
            "办公会",
            "常委",
        ],
    ) || plain.ends_with('会') && has_any(plain, &["全体会", "全会", "专题会", "协商会"])
}

/// 常委会会议 for 提交常委会会议审议.
fn meeting_name(plain: &str) -> &str {
    let mut name = plain;
    for word in ["是否", "拟", "提交", "提请", "列入", "上", "需", "报"] {
        name = name.strip_prefix(word).unwrap_or(name);
    }
    for word in ["审议", "听取", "讨论", "研究", "审定", "通过", "议程"] {
        name = name.strip_suffix(word).unwrap_or(name);
    }
    if name.is_empty() { plain } else { name }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `Kind: heading heading …`, as plans print them.
    const HEADINGS: &str = include_str!("../../../tests/cases/headings.txt");

    #[test]
    fn headings_of_many_plans() {
        let mut wrong: Vec<String> = Vec::new();
        for line in HEADINGS.lines() {
            let (kind, headings) = line.split_once(": ").expect("a kind");
            for heading in headings.split(' ') {
                let found = classify(heading).map(|found| format!("{found:?}")).unwrap_or_default();
                let name = found.split('(').next().unwrap_or_default();
                if name != kind {
                    wrong.push(format!("{heading}: {found}, expected {kind}"));
                }
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }
}
