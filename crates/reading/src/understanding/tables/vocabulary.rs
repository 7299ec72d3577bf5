//! What headings of columns mean, as data.

use super::super::text::{has_any, is_longer_than, squash, without_brackets};
use super::super::time::month_heading;
use super::super::units::names;
use yaodian_plan::{Month, Period};

/// What a column is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Heading {
    Category,
    Serial,
    /// What is to be done. A lower rank is the better title where there are several.
    Title(u8),
    Lead,
    Joint,
    Time,
    /// When it begins, where another column says when it ends.
    Start,
    /// Ticks for a meeting that is called so.
    Meeting(String),
    MeetingName,
    Remark,
    /// How far it is.
    Progress,
    /// 监督方式: a category where it comes first.
    Form,
    /// Persons; units only where no other column has them.
    Person,
    /// A column that is kept and has no place in a plan: 责任领导, 成果.
    Kept,
    /// Ticks for a unit that is called so.
    Unit(String),
    /// What is done in these months: 3月, 一季度.
    Months(Month, Month),
}

/// Headings that mean one thing and nothing else.
const EXACT: &[(&str, Heading)] = &[
    ("序号", Heading::Serial),
    ("编号", Heading::Serial),
    ("序", Heading::Serial),
    ("号", Heading::Serial),
    ("项次", Heading::Serial),
    ("项号", Heading::Serial),
    ("序次", Heading::Serial),
    ("NO", Heading::Serial),
    ("No", Heading::Serial),
    ("№", Heading::Serial),
    ("备注", Heading::Remark),
    ("说明", Heading::Remark),
    ("注", Heading::Remark),
    ("月", Heading::Time),
    ("月度", Heading::Time),
    ("季度", Heading::Time),
    ("日程", Heading::Time),
    ("进度", Heading::Time),
    ("工作进度", Heading::Time),
    ("进度安排", Heading::Time),
    ("进度要求", Heading::Time),
    ("时序", Heading::Time),
    ("牵头", Heading::Lead),
    ("主办", Heading::Lead),
    ("承办", Heading::Lead),
    ("责任", Heading::Lead),
    ("负责", Heading::Lead),
    ("责任分工", Heading::Lead),
    ("职责分工", Heading::Lead),
    ("工作分工", Heading::Lead),
    ("分工", Heading::Lead),
    ("责任落实", Heading::Lead),
    ("组织实施", Heading::Lead),
    ("落实", Heading::Lead),
    ("主责", Heading::Lead),
    ("主体", Heading::Lead),
    ("配合", Heading::Joint),
    ("协办", Heading::Joint),
    ("参与", Heading::Joint),
    ("提交会议", Heading::MeetingName),
    ("拟提交会议", Heading::MeetingName),
    ("提请会议", Heading::MeetingName),
    ("会议", Heading::MeetingName),
    ("会议名称", Heading::MeetingName),
    ("会议类型", Heading::MeetingName),
    ("会议类别", Heading::MeetingName),
    ("会议届次", Heading::MeetingName),
    ("会次", Heading::MeetingName),
    ("审议会议", Heading::MeetingName),
    ("所属会议", Heading::MeetingName),
    ("提交审议会议", Heading::MeetingName),
    ("提交何种会议", Heading::MeetingName),
    ("提交会议名称", Heading::MeetingName),
    ("审议层次", Heading::MeetingName),
    ("听取会议", Heading::MeetingName),
    ("会议安排", Heading::MeetingName),
    ("启动", Heading::Start),
    ("开始", Heading::Start),
    ("完成", Heading::Time),
    ("结束", Heading::Time),
    ("一级指标", Heading::Category),
    ("年月", Heading::Time),
    ("工作委员会", Heading::Lead),
    ("专门委员会", Heading::Lead),
    ("专委会", Heading::Lead),
    ("具体承办", Heading::Lead),
    ("具体牵头", Heading::Lead),
    ("承办专门委员会", Heading::Lead),
    ("承办工作委员会", Heading::Lead),
    ("上会类型", Heading::MeetingName),
    ("提请审议会议", Heading::MeetingName),
    ("会议形式", Heading::MeetingName),
    ("会议种类", Heading::MeetingName),
    ("审议会议名称", Heading::MeetingName),
    ("提案人", Heading::Kept),
    ("领衔代表", Heading::Kept),
    ("周次", Heading::Kept),
    ("周", Heading::Kept),
    ("周别", Heading::Kept),
    ("星期", Heading::Kept),
    ("年度", Heading::Kept),
    ("要求", Heading::Kept),
    ("工作要求", Heading::Kept),
    ("地点", Heading::Kept),
    ("联系方式", Heading::Kept),
];

/// Words that make a heading what it is, the earlier ones first.
const HOLDS: &[(&[&str], Heading)] = &[
    (&["序号", "编号"], Heading::Serial),
    (&["备注"], Heading::Remark),
    (
        &[
            "领导",
            "同志",
            "主席",
            "校长",
            "县长",
            "区长",
            "市长",
            "局长",
            "秘书长",
            "性质",
            "分管",
            "联系电话",
            "电话",
            "职务",
            "地点",
            "场所",
            "对象",
            "人员",
            "教师",
            "范围",
            "经费",
            "预算金额",
        ],
        Heading::Kept,
    ),
    (
        &[
            "完成情况",
            "落实情况",
            "进展",
            "办理情况",
            "推进情况",
            "完成状态",
            "完成进度",
            "是否完成",
            "完成率",
        ],
        Heading::Progress,
    ),
    (
        &["成果", "成效", "预期", "指标", "考核", "标准", "依据", "目的", "意义", "文号", "来源"],
        Heading::Kept,
    ),
    (
        &["开工时间", "动工时间", "启动时间", "开始时间", "起始时间", "启动时限", "起始日期", "开始日期"],
        Heading::Start,
    ),
    (&["时间", "月份", "日期", "时限", "期限", "时段", "节点", "时点"], Heading::Time),
    (
        &["类别", "类型", "分类", "板块", "版块", "领域", "条线", "一级指标", "大类", "种类", "模块"],
        Heading::Category,
    ),
    (&["形式", "方式", "途径", "渠道"], Heading::Form),
];

/// Nouns of those who do something.
const WHO: &[&str] = &[
    "部门",
    "单位",
    "科室",
    "处室",
    "股室",
    "委室",
    "工委",
    "机构",
    "机关",
    "主体",
    "专委",
    "室委",
    "处（科）室",
    "科（室）",
    "部（室）",
    "责任方",
    "岗位",
    "课题组",
    "责任者",
    "承办方",
    "办理方",
    "工作组",
    "责任科",
    "责任处",
    "承办委",
    "承办室",
    "牵头委",
    "责任委",
    "班组",
    "年级组",
];

/// Heads of what is to be done, by how well they name it.
const TITLES: &[(&[&str], u8)] = &[
    (
        &[
            "项目名称",
            "议题名称",
            "报告名称",
            "法规名称",
            "事项名称",
            "任务名称",
            "活动名称",
            "调研题目",
            "课题名称",
        ],
        0,
    ),
    (
        &[
            "议题", "课题", "题目", "事项", "任务", "项目", "主题", "活动", "名称", "报告", "法规", "条例",
            "法律", "建议", "案由", "标题", "建议", "案由", "标题",
        ],
        1,
    ),
    (&["内容", "要点", "重点工作", "主要工作", "工作安排", "重点", "工作"], 2),
    (&["举措", "措施", "做法", "步骤", "安排", "目标"], 3),
];

/// The rank of what a task aims at.
const AIM: u8 = 4;

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
    if names::known(names::stem(plain).0).is_some() || (names::is_whole(plain) && !is_title) {
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
