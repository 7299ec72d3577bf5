//! The meeting that a sentence brings something to.

use std::ops::Range;

use super::super::numbers::is_count;
use super::super::text::{brackets, has_any, is_longer_than, squash, trim};
use super::super::time::{self, Doubt, Reading};
use yaodian_plan::Period;

/// What meetings are called in sentences; the longer names first.
const NAMES: &[&str] = &[
    "常委会党组会议",
    "常务委员会会议",
    "常委会主任会议",
    "政府常务会议",
    "校长办公会议",
    "党委会会议",
    "党组会议",
    "常委会会议",
    "主任会议",
    "委员长会议",
    "主席会议",
    "常务会议",
    "主席团会议",
    "主任办公会议",
    "常委会全体会议",
    "专题议政性常委会会议",
    "常委会议",
];

/// What a consultative body calls the meeting of all. Elsewhere it may be that of anybody.
const WHOLE: &str = "全体会议";

/// What bodies are called before the name of a meeting.
const BODIES: &[&str] = &[
    "省人大",
    "市人大",
    "区人大",
    "县人大",
    "州人大",
    "全国人大",
    "省政协",
    "市政协",
    "区政协",
    "县政协",
    "人大",
    "政协",
    "本次",
    "区",
    "市",
    "县",
    "省",
];

/// Words behind which something is brought to a meeting.
const TO: &[&str] = &[
    "提交",
    "提请",
    "拟提交",
    "拟提请",
    "向",
    "在",
    "举行的",
    "召开的",
    "列入",
    "报",
    "由",
    "经",
    "交",
    "于",
];

/// Times, behind which a meeting needs no word that leads to it: 8月份的常委会会议, 5月下旬常委会会议.
const TIMES: &[&str] = &["月", "月份", "上半年", "下半年", "季度", "旬", "底", "初", "底前", "日前"];

/// Words that hold a meeting, or attend it: nothing is brought there.
const ABOUT: &[&str] =
    &["列席", "筹备", "旁听", "邀请", "参加", "出席", "完善", "规范", "提高", "落实", "做好"];

/// A meeting in a clause.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Mention {
    /// Where it stands, with the words that lead to it and 上 behind it.
    pub(super) range: Range<usize>,
    /// Its name with its number, without the body: 常委会第三十次会议.
    pub(super) name: String,
    /// The clause says that it is held: 召开常委会会议.
    pub(super) held: bool,
}

/// Finds the meeting of a clause, if it brings something there.
pub(super) fn find(clause: &str) -> Option<Mention> {
    let (range, name) = named(clause).or_else(|| of_body(clause))?;
    let before = clause.get(..range.start)?;
    let after = clause.get(range.end..)?;
    let body = BODIES.iter().find(|body| before.ends_with(**body)).map_or(0, |body| body.len());
    let lead = before.get(..before.len() - body)?;
    // 召开6次常委会会议 says how often.
    if lead.ends_with(['次', '场']) {
        return None;
    }
    let lead = without_term(lead);
    let to = TO.iter().filter(|word| lead.ends_with(**word)).map(|word| word.len()).max();
    let held = ["召开", "举行"].iter().find(|word| lead.ends_with(**word));
    let subject = lead.is_empty() || lead.ends_with(['，', ',', '：', ':', '（', '(', ' ']);
    let persons = ["成员", "组成人员", "领导", "精神", "纪要"].iter().any(|word| after.starts_with(word));
    if persons
        || has_any(lead, ABOUT)
        || has_any(after, &["制度", "质量", "议事规则", "工作机制", "服务", "保障", "筹备", "会务"])
    {
        return None;
    }
    let start = match (to, held) {
        (_, Some(word)) => lead.len() - word.len(),
        (Some(len), None) => lead.len() - len,
        (None, None) if TIMES.iter().any(|word| lead.trim_end_matches('的').ends_with(word)) => lead.len(),
        (None, None) if subject => lead.len(),
        (None, None) => return None,
    };
    let tail =
        ["上的", "上", "期间"].iter().find(|word| after.starts_with(**word)).map_or(0, |word| word.len());
    Some(Mention { range: start..range.end + tail, name, held: held.is_some() })
}

/// Whether a text begins with a meeting and how often it is held: 主任会议12次.
pub(super) fn is_counted(text: &str) -> bool {
    let named = named(text).filter(|(range, _)| range.start == 0);
    named.is_some_and(|(range, _)| text.get(range.end..).is_some_and(is_count))
}

/// The meeting of a body that is named alone, where something is brought to that: 8月向市人大常委会报告, 提请常委会审议.
fn of_body(clause: &str) -> Option<(Range<usize>, String)> {
    // 3月份会议听取 says which one by its month.
    if let Some(at) = clause.find("月份会议").or_else(|| clause.find("月会议")) {
        let at = at + clause.get(at..)?.find("会议")?;
        return Some((at..at + "会议".len(), "会议".to_owned()));
    }
    let at = clause.find("常委会")?;
    let (before, after) = (clause.get(..at)?, clause.get(at + "常委会".len()..)?);
    let done = ["报告", "汇报", "作", "专题", "书面", "审议", "审查", "讨论", "研究", "表决"];
    let body = BODIES.iter().find_map(|body| before.strip_suffix(body)).unwrap_or(before);
    let brought = ["提请", "提交", "列入", "向", "报"].iter().any(|word| body.ends_with(word));
    // 10月常委会审议, and not 常委会审议意见.
    let dated = TIMES.iter().any(|word| body.ends_with(word)) && !after.contains("意见");
    // 向区委常委会汇报 is not about this one.
    ((brought || dated) && done.iter().any(|word| after.starts_with(word)))
        .then(|| (at..at + "常委会".len(), "常委会会议".to_owned()))
}

/// What leads to a meeting without the term of the body that holds it: 举行 of 举行河口区十届.
fn without_term(lead: &str) -> &str {
    let Some(head) = lead.strip_suffix('届') else { return lead };
    let numerals = |c: char| c.is_ascii_digit() || "一二三四五六七八九十第".contains(c);
    let head = head.trim_end_matches(numerals);
    let bare = head.trim_end_matches(['省', '市', '区', '县', '州', '旗', '盟', '镇', '乡']);
    // The name of the place stands between.
    let held = ["召开", "举行", "提请", "提交", "列入"]
        .iter()
        .filter_map(|word| Some(bare.rfind(word)? + word.len()));
    match held.max() {
        Some(end) if bare.get(end..).is_some_and(|place| !is_longer_than(place, 8)) => {
            bare.get(..end).unwrap_or(bare)
        }
        _ => bare,
    }
}

/// The name of a meeting within a text, wherever it stands.
pub fn within(text: &str) -> Option<String> {
    named(text).map(|(_, name)| name).or_else(|| text.contains(WHOLE).then(|| WHOLE.to_owned()))
}

/// The meeting that the heading of a column names; 常委会 alone is its meeting.
pub fn in_heading(heading: &str) -> Option<String> {
    within(heading).or_else(|| heading.contains("常委会").then(|| "常委会会议".to_owned()))
}

/// The one meeting whose topics a text or a table lists, where its title says so: 主任会议2026年议题安排.
pub fn in_title(title: &str) -> Option<String> {
    let name = within(title).filter(|_| has_any(title, &["议题", "议程"]))?;
    (title.matches("会议").count() == name.matches("会议").count()).then_some(name)
}

/// The meeting that a time names: 3月常委会会议. 常委会会议前 is only a time.
pub fn meeting_at(time: &str) -> Option<String> {
    let short = || {
        let names = ["常委会", "主任会"];
        names
            .into_iter()
            .find(|name| {
                // 10月常委会听取报告.
                let follows = time.split_once(*name).map(|(_, after)| trim(after));
                follows.is_some_and(|after| after.is_empty() || after.starts_with(['审', '听', '研', '讨']))
            })
            // 区委常委会 is the Party committee's.
            .filter(|name| !time.contains(&format!("委{name}")))
    };
    let Some(name) = within(time) else {
        return short().and_then(by_body);
    };
    let after = time.split(name.as_str()).nth(1).unwrap_or_default();
    (!after.starts_with(['前', '后'])).then_some(name)
}

/// Reads a time that may name a meeting: 2月第三十次常委会会议, 8月下旬（常委会第四十四次会议）.
pub fn time_of(text: &str, year: i32, bare: bool) -> Reading {
    let read = |text: &str| time::read_as(text, year, bare);
    let reading = read(text);
    let doubtful = |reading: &Reading| {
        reading.doubts.iter().any(|doubt| matches!(doubt, Doubt::Partial | Doubt::Unknown))
    };
    let Some(name) = within(text).filter(|_| doubtful(&reading)) else { return reading };
    let inner = brackets(text).into_iter().map(|(_, inner)| read(inner));
    let left = std::iter::once(read(&text.replacen(&name, "", 1))).chain(inner);
    let mut plain = left.filter(|left| left.period.months().is_some() && !doubtful(left));
    let same = |left: &Reading| reading.period == Period::Unscheduled || left.period == reading.period;
    plain.find(same).unwrap_or(reading)
}

/// The meeting that a text names by its body alone, with its number: 常委会, 第36次主任会. Such a body is no unit.
pub(super) fn by_body(text: &str) -> Option<String> {
    let plain = squash(text);
    let head = ["常委会", "主任会"].iter().find_map(|body| plain.strip_suffix(body))?;
    let bare = head.trim_start_matches("提交").trim_start_matches("提请").trim_start_matches("本次");
    let session = bare.starts_with('第') && bare.ends_with('次');
    (bare.is_empty() || session).then(|| format!("{plain}议").replace("常委会议", "常委会会议"))
}

/// A meeting's name with its number, wherever it stands.
pub(super) fn named(clause: &str) -> Option<(Range<usize>, String)> {
    let usual = NAMES
        .iter()
        .filter_map(|name| Some((clause.find(name)?, name.len())))
        .min_by_key(|(at, len)| (*at, usize::MAX - len));
    // 常委会第三十次会议, 第三十次常委会会议.
    let numbered = clause.match_indices('第').find_map(|(at, _)| {
        let rest = clause.get(at..)?;
        let end = rest.find("会议")? + "会议".len();
        let number = super::super::meetings::session(&squash(rest.get(..end)?))?;
        (number > 0 && end < 60).then_some(())?;
        let head = clause.get(..at)?;
        let body = ["常委会", "主任会", "党组", "常务委员会", "主席", "委员长"]
            .iter()
            .find(|body| head.ends_with(**body));
        let inside = NAMES.iter().any(|name| rest.get(..end).is_some_and(|rest| rest.contains(name)));
        // 第三十次会议 is a meeting by its number alone.
        let alone = head.is_empty() || head.ends_with(|c: char| !c.is_alphabetic());
        (body.is_some() || inside || alone)
            .then(|| (at - body.map_or(0, |body| body.len()), end + body.map_or(0, |body| body.len())))
    });
    let (start, len) = match (usual, numbered) {
        (Some(usual), Some(numbered)) if numbered.0 <= usual.0 => numbered,
        (Some(usual), _) => usual,
        (None, numbered) => numbered?,
    };
    let name = clause.get(start..start + len)?;
    Some((start..start + len, name.to_owned()))
}
