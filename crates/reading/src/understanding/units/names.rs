//! What units' names end with, and what a name is by its ending.

use super::super::actions::begins_with_action;
use super::super::text::squash;
use super::known::{is_department, known};

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
const LAST: &str = "办处科部室组局会院厅署馆校园镇乡站所队团党社";

/// Words that end like a unit's name and are none.
const NO_UNITS: [&str; 78] = [
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
    "现场会",
    "推进会",
    "座谈会",
    "动员会",
    "交办会",
    "年中会",
    "培训会",
    "部署会",
    "总结会",
    "报告会",
    "汇报会",
    "协调会",
    "研讨会",
    "交流会",
    "调度会",
    "联席会",
    "听证会",
    "论证会",
    "评议会",
    "例会",
    "主任会",
    "主席会",
    "党组会",
    "全会",
    "全体会",
    "常务会",
    "办公会",
    "人代会",
    "生活会",
    "茶话会",
    "通报会",
    "发布会",
    "恳谈会",
    "见面会",
    "碰头会",
    "分析会",
    "评审会",
    "督办会",
    "表彰会",
    "述职会",
    "议政会",
    "观摩会",
    "对接会",
    "反馈会",
    "询问会",
    "测评会",
    "宣讲会",
    "运动会",
    "晚会",
    "议事会",
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

/// The ending that a name may lend to those listed before it.
pub fn ending(name: &str) -> Option<&'static str> {
    let lends = ["工作委员会", "专门委员会", "委员会", "工委", "专委", "委", "局", "部"];
    lends.into_iter().find(|ending| name.strip_suffix(ending).is_some_and(|stem| !stem.is_empty()))
}

/// Whether a name may be meant together with the ending of one behind it.
pub fn may_lack_ending(name: &str) -> bool {
    stem(name).1 == Class::Bare && (known(name).is_some() || is_department(name))
}

/// Whether a text is nothing but an ending.
pub fn is_ending(text: &str) -> bool {
    COMMITTEES.iter().any(|(ending, _)| text == *ending)
}

/// Whether the name ends as units' names do.
pub fn has_ending(name: &str) -> bool {
    // 由委员会牵头 does not say which.
    if is_ending(name) || NO_UNITS.iter().any(|word| name.ends_with(word)) {
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
    // 关于某工作的报告 6月 城环委 is an entry.
    let name = !plain.contains(['月', '的']);
    sure && short && name && has_ending(&plain) && !task
}

/// Whether the name surely is a whole name: in a sentence, 社会 and 内部 are none.
pub fn is_whole(name: &str) -> bool {
    let plain = squash(name);
    (has_ending(&plain) && plain.chars().nth(2).is_some())
        || matches!(plain.as_str(), "团委" | "工会" | "校办" | "妇联" | "党办" | "政办")
}
