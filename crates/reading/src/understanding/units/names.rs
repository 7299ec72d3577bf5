//! Well-known units, and what units' names end with, as data.

use super::super::actions::begins_with_action;
use super::super::text::squash;

/// Well-known units, in the order in which a plan lists them: id, and the stems of their names.
const KNOWN: [(&str, &[&str]); 15] = [
    ("office", &["办公室", "办", "办公厅"]),
    ("research", &["研究室", "调研室", "政策研究室"]),
    ("finance", &["财经", "财政经济", "财经预算", "财政经济预算"]),
    ("budget", &["预算"]),
    (
        "urban",
        &[
            "城建环资",
            "环资城建",
            "城乡建设环境资源",
            "城乡建设和环境资源",
            "城乡建设环境资源保护",
            "城市建设环境保护",
            "城乡建设与环境资源保护",
            "环境与资源保护",
            "环境资源",
            "环资",
            "城建",
            "城环",
            "城建环保",
        ],
    ),
    ("edu", &["教科文卫", "教科文卫体", "教育科学文化卫生", "科教文卫", "教科文", "教育科学文化卫生体育"]),
    ("law", &["法制", "法律", "法工", "法"]),
    ("supervision", &["监察司法", "监察和司法", "监司", "内务司法", "内司", "监察司法内务", "监督司法"]),
    ("society", &["社会建设", "社建", "社会"]),
    ("rural", &["农村农业", "农业农村", "农业与农村", "农工", "农业", "农村", "农"]),
    (
        "affairs",
        &[
            "民宗侨外",
            "民族宗教华侨外事",
            "民侨宗外",
            "侨外民宗",
            "外事侨务",
            "民宗",
            "侨外",
            "民族宗教",
            "华侨外事",
        ],
    ),
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
            "代表人事",
            "代表选举",
            "选举任免联络",
            "代表与选举任免",
            "人事代表选举",
        ],
    ),
    ("personnel", &["人事", "人事任免", "选任"]),
    ("petition", &["信访", "信访室"]),
    ("town", &["街道", "镇街", "街道人大"]),
];

/// Stems that stand for their unit without an ending, so that 选联及有关工委 names it.
const SHORT: [&str; 22] = [
    "选联",
    "财经",
    "教科文卫",
    "教科文卫体",
    "科教文卫",
    "城建环资",
    "环资城建",
    "法制",
    "监司",
    "内司",
    "社建",
    "农业农村",
    "农村农业",
    "民宗侨外",
    "选联任",
    "人代",
    "城环",
    "环资",
    "监察司法",
    "社会建设",
    "民侨宗外",
    "人事代表",
];

/// Endings that make a name a committee's; the longer ones first.
const COMMITTEES: [(&str, Class); 9] = [
    ("工作委员会", Class::Working),
    ("专门委员会", Class::Committee),
    ("专委会", Class::Committee),
    ("委员会", Class::Committee),
    ("工委会", Class::Working),
    ("工委", Class::Working),
    ("专委", Class::Committee),
    ("工作室", Class::Other),
    ("委", Class::Committee),
];

/// Other endings of units' names.
const OTHERS: [&str; 56] = [
    "办公室",
    "办公厅",
    "研究室",
    "办事处",
    "管委会",
    "居委会",
    "村委会",
    "筹委会",
    "法院",
    "检察院",
    "监察委",
    "政府",
    "人大",
    "政协",
    "党组",
    "党委",
    "党总支",
    "支部",
    "总支",
    "中心",
    "公司",
    "集团",
    "银行",
    "协会",
    "学会",
    "联合会",
    "基金会",
    "促进会",
    "大队",
    "支队",
    "总队",
    "小组",
    "专班",
    "工会",
    "妇联",
    "团委",
    "工商联",
    "残联",
    "科协",
    "文联",
    "侨联",
    "社联",
    "红十字会",
    "学院",
    "医院",
    "大学",
    "中学",
    "小学",
    "幼儿园",
    "街道",
    "园区",
    "开发区",
    "年级",
    "班主任",
    "秘书处",
    "指挥部",
];

/// Last characters of units' names of at least three characters.
const LAST: &str = "办处科部室组局会院厅署馆校园镇乡站所队团党社署";

/// Words that end like a unit's name and are none.
const NO_UNITS: [&str; 28] = [
    "督办",
    "承办",
    "主办",
    "协办",
    "交办",
    "举办",
    "开办",
    "查办",
    "社会",
    "机会",
    "学会了",
    "全部",
    "内部",
    "干部",
    "会议室",
    "国内外",
    "大会",
    "委员会会",
    "部署",
    "大局",
    "全局",
    "布局",
    "格局",
    "开局",
    "结局",
    "新局",
    "家站",
    "外部",
];

/// What kind of body an ending makes of a stem: 法制委员会 and 法制工作委员会 may be two.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Class {
    /// 工委, 工作委员会.
    Working,
    /// 委, 委员会.
    Committee,
    /// Anything else with an ending.
    Other,
    /// No ending: 选联.
    Bare,
}

/// The well-known unit with this stem: its place in the usual order, and its id.
pub fn known(stem: &str) -> Option<(usize, &'static str)> {
    KNOWN.iter().enumerate().find(|(_, (_, stems))| stems.contains(&stem)).map(|(at, (id, _))| (at, *id))
}

/// The name behind that of any body: 财经工委 of 区人大常委会财经工委.
pub fn own_name(name: &str) -> &str {
    let bodies = ["常务委员会", "常委会", "人大", "政协"];
    let own = bodies
        .iter()
        .find_map(|body| name.rsplit_once(body).map(|(_, own)| own).filter(|own| !own.is_empty()));
    own.unwrap_or(name)
}

/// A name's stem and kind: 选联 and [`Class::Working`] for 选联工委.
pub fn stem(name: &str) -> (&str, Class) {
    let ending = COMMITTEES.iter().find_map(|(ending, class)| {
        name.strip_suffix(ending).filter(|stem| !stem.is_empty()).map(|stem| (stem, *class))
    });
    ending.unwrap_or((name, if has_ending(name) { Class::Other } else { Class::Bare }))
}

/// Whether a stem stands for its unit by itself.
pub fn is_short(stem: &str) -> bool {
    SHORT.contains(&stem)
}

/// Stems of departments of a government that are called so in lists: 发改、财政局.
const DEPARTMENTS: [&str; 38] = [
    "发改",
    "财政",
    "教育",
    "公安",
    "民政",
    "司法",
    "人社",
    "自然资源",
    "规划",
    "住建",
    "城管",
    "交通",
    "交通运输",
    "水务",
    "水利",
    "农业农村",
    "商务",
    "文旅",
    "卫健",
    "应急",
    "审计",
    "国资",
    "市监",
    "市场监管",
    "统计",
    "医保",
    "信访",
    "环保",
    "生态环境",
    "科技",
    "工信",
    "宣传",
    "组织",
    "统战",
    "政法",
    "林业",
    "文广旅",
    "退役军人",
];

/// The ending that a name may lend to those listed before it.
pub fn ending(name: &str) -> Option<&'static str> {
    let lends = ["工作委员会", "专门委员会", "委员会", "工委", "专委", "委", "局", "部"];
    lends.into_iter().find(|ending| name.strip_suffix(ending).is_some_and(|stem| !stem.is_empty()))
}

/// Whether a name may be meant together with the ending of one behind it.
pub fn may_lack_ending(name: &str) -> bool {
    stem(name).1 == Class::Bare && (known(name).is_some() || DEPARTMENTS.contains(&name))
}

/// Whether a text is nothing but an ending.
pub fn is_ending(text: &str) -> bool {
    COMMITTEES.iter().any(|(ending, _)| text == *ending)
}

/// Whether the name ends as units' names do.
pub fn has_ending(name: &str) -> bool {
    if NO_UNITS.iter().any(|word| name.ends_with(word)) {
        return false;
    }
    let committee =
        COMMITTEES.iter().any(|(ending, _)| name.strip_suffix(ending).is_some_and(|stem| !stem.is_empty()));
    committee
        || OTHERS.iter().any(|ending| name.ends_with(ending))
        || (name.chars().next_back().is_some_and(|c| LAST.contains(c)) && name.chars().nth(1).is_some())
}

/// Whether a heading is the name of a unit and of nothing else.
pub fn heads_a_list(name: &str) -> bool {
    let plain = squash(name);
    let (stem, class) = stem(&plain);
    // 教育科学文化卫生与民族宗教侨务外事工作委员会 is one name.
    let most = if matches!(class, Class::Working | Class::Committee) { 24 } else { 12 };
    let short = plain.chars().count() <= most;
    let last = plain.chars().next_back().is_some_and(|c| "科处股室局办".contains(c));
    let sure = match class {
        Class::Working | Class::Committee => true,
        Class::Other => known(stem).is_some() || last || OTHERS.iter().any(|ending| plain.ends_with(ending)),
        Class::Bare => false,
    };
    // 研究室 begins as 研究… does.
    let task = begins_with_action(&plain) && !(plain.ends_with('室') && plain.chars().count() <= 6);
    sure && short && has_ending(&plain) && !task
}

/// Whether the name surely is a whole name: in a sentence, 社会 and 内部 are none.
pub fn is_whole(name: &str) -> bool {
    let plain = squash(name);
    (has_ending(&plain) && plain.chars().nth(2).is_some())
        || matches!(plain.as_str(), "团委" | "工会" | "校办" | "妇联" | "党办" | "政办")
}
