//! What titles of plans end with, and which body they name.

use super::super::numbers;
use super::super::text::{self, squash, trim};

/// What a plan's title ends with.
const PLANS: &[&str] = &[
    "工作要点",
    "要点",
    "工作计划",
    "计划",
    "工作安排",
    "安排",
    "安排表",
    "分工",
    "分工方案",
    "任务分解",
    "分解",
    "任务分工",
    "清单",
    "台账",
    "行事历",
    "校历",
    "方案",
    "意见",
    "规划",
    "一览表",
    "时间表",
    "任务书",
    "日程",
    "日程表",
    "计划表",
    "分解表",
    "分工表",
    "任务",
    "任务表",
    "工作表",
    "推进表",
    "计划安排",
    "议题",
    "议题表",
    "责任表",
    "进度表",
    "配档表",
    "运行图",
    "运行表",
    "计划书",
    "作战图",
    "施工图",
    "路线图",
    "流程表",
    "日历",
    "台历",
    "明细表",
    "实施细则",
    "总体安排",
    "目录",
    "项目表",
    "月历",
    "周历",
    "大事记",
    "工作思路",
    "工作打算",
    "目标",
    "目标任务",
    "汇总表",
];

/// What a plan's title holds somewhere.
pub(super) const NAMES: &[&str] =
    &["要点", "计划", "安排", "分工", "分解", "清单", "台账", "行事历", "校历", "议题", "任务", "方案"];

/// Whether a text ends as titles of plans do.
pub fn plan_words_at_end(text: &str) -> bool {
    let plain = squash(text);
    let plain = without_status(&plain);
    PLANS.iter().any(|word| plain.ends_with(word))
}

/// Without （草案） and the like at the end.
pub(super) fn without_status(title: &str) -> &str {
    let mut title = title.trim_end_matches(['*', '》']);
    while let Some((range, _)) = text::brackets(title).pop() {
        if range.end != title.len() || range.start == 0 {
            break;
        }
        title = title.get(..range.start).unwrap_or_default();
    }
    title
}

/// What the title says before the year or, without a year, before what it is the plan of.
pub(super) fn issuer(title: &str) -> String {
    let plain = trim(title);
    let (head, tail) = match numbers::years(plain).next() {
        Some((start, end, _)) => {
            (trim(plain.get(..start).unwrap_or_default()), plain.get(end..).unwrap_or_default())
        }
        None => (plain, ""),
    };
    for text in [head, tail] {
        let part = |c: char| c.is_ascii_digit() || matches!(c, '-' | '—' | '–' | '~' | '～' | '至');
        let text = text.trim_end_matches(part).trim_start_matches(|c: char| {
            c.is_ascii_digit() || matches!(c, '年' | '度' | '-' | '—' | '〇' | ' ')
        });
        if let Some(body) = body(text) {
            return body;
        }
    }
    String::new()
}

/// Endings of bodies that issue plans; the longest that the text holds ends the issuer.
const BODIES: &[&str] = &[
    "人民代表大会常务委员会办公室",
    "人民代表大会常务委员会",
    "人大常委会办公室",
    "人大常委会",
    "人大常委会党组",
    "人大主席团",
    "主席团",
    "人民代表大会",
    "人民政府办公室",
    "人民政府",
    "政府办公室",
    "政协委员会",
    "委员会办公室",
    "委员会",
    "办公室",
    "办公厅",
    "政协",
    "人大",
    "教育局",
    "管理局",
    "局",
    "法院",
    "检察院",
    "学院",
    "中学",
    "小学",
    "幼儿园",
    "大学",
    "学校",
    "党校",
    "医院",
    "中心",
    "公司",
    "工会",
    "团委",
    "妇联",
    "协会",
    "街道",
    "办事处",
    "国务院",
    "厅",
    "机关",
    "委",
    "府",
    "院",
    "会",
    "室",
    "校",
    "镇",
    "乡",
    "处",
    "园",
];

fn body(text: &str) -> Option<String> {
    let text = trim(text);
    if BODIES.iter().any(|ending| text.ends_with(ending))
        && !text.contains(['《', '，', '。'])
        && !text.starts_with("关于")
    {
        return Some(text.to_owned());
    }
    // Without a year, the body is followed by what the plan is about: 某局重点工作任务清单.
    let cut = BODIES.iter().filter_map(|ending| {
        let at = text.find(ending)?;
        let long = ending.chars().nth(1).is_some();
        long.then_some(at + ending.len())
    });
    let end = cut.max()?;
    let (body, rest) = text.split_at_checked(end)?;
    // 某区人大常委会主任会议2026年议题安排.
    let about = matches!(rest, "" | "主任会议" | "会议" | "党组")
        || text::has_any(
            rest,
            &["要点", "计划", "安排", "分工", "清单", "台账", "关于", "行事历", "任务", "议题"],
        );
    (about && !body.contains(['《', '，', '。']) && !body.starts_with("关于")).then(|| body.to_owned())
}
