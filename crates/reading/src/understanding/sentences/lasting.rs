//! What is done all year, or again and again.

use super::super::actions::begins_with_action;
use super::super::numbers;
use super::super::text::{has_any, is_longer_than, squash, strip_any, trim};
use super::super::time::{self, Reading};
use super::pieces::clauses;

/// What says that something is done all year, again and again, or when it suits.
const LASTING: [&str; 20] = [
    "全年",
    "年内",
    "常年",
    "每月",
    "每个月",
    "每两月",
    "每两个月",
    "每季",
    "每季度",
    "每个季度",
    "每半年",
    "每周",
    "双月",
    "单月",
    "隔月",
    "逐月",
    "按月",
    "按季度",
    "适时",
    "不定期",
];

/// What is done all year, or again and again.
pub(super) struct Lasting<'a> {
    /// The word that says so.
    pub(super) word: &'static str,
    /// The word as printed, with the day: 每月15日.
    pub(super) printed: &'a str,
    /// Whether it names a day or how many; then it is something that is done, whatever it is called.
    pub(super) dated: bool,
    /// What is done.
    pub(super) rest: &'a str,
}

/// What is done all year, where a clause begins with the word that says so: 全年开展代表接待日活动, 每月15日为接待日.
pub(super) fn lasting_action(clause: &str) -> Option<Lasting<'_>> {
    let clause = trim(clause);
    // 每季度 begins as 每季 does.
    let bare = strip_any(clause, &["每逢", "逢"]).map_or(clause, |(_, rest)| rest);
    LASTING.iter().rev().find_map(|word| {
        // 双月协商座谈会 is a name.
        let behind = bare.strip_prefix(word).filter(|behind| !behind.starts_with("协商"))?;
        let after = without_day(if *word == "每周" { without_weekdays(behind) } else { behind });
        let dated = after.len() < behind.len() || is_counted(after);
        let printed = clause.get(..clause.len() - after.len())?;
        let rest = trim(after).trim_start_matches(['，', '都', '均', '为', '是']);
        let rest = strip_any(rest, &["拟", "计划", "预计", "共"]).map_or(rest, |(_, rest)| rest);
        // 全年按照有关要求开展备案审查.
        let upon = strip_any(rest, &["按照", "根据"]).is_some();
        let done = begins_with_action(rest) || upon || (dated && !rest.is_empty());
        done.then_some(Lasting { word, printed, dated, rest })
    })
}

/// Whether a text begins with how often something is done, and that: 每月视察一个乡镇.
pub(super) fn acts_again(text: &str) -> bool {
    lasting_action(text).is_some_and(|found| begins_with_action(found.rest))
}

/// What follows days of the week: 一、周三, but not 一次.
fn without_weekdays(text: &str) -> &str {
    let mut rest = text;
    let day = |text: &'_ str| {
        let bare = text.trim_start_matches(['、', '和', '周']);
        let after = bare.strip_prefix(['一', '二', '三', '四', '五', '六', '日'])?;
        (!after.starts_with(['次', '期', '场', '个', '篇', '天', '至'])).then_some(after.len())
    };
    while let Some(left) = day(rest) {
        rest = rest.get(rest.len() - left..).unwrap_or_default();
    }
    rest
}

/// What follows the day in a month, a quarter or a week: 15日, 10日、20日, 第一周, 下旬, 最后一个月的20日.
fn without_day(text: &str) -> &str {
    let ends = ["个工作日", "个星期", "星期", "个月", "日", "号", "周", "月"];
    let words = ["上旬", "中旬", "下旬", "月初", "月末", "月底", "底", "月", "周"];
    let mut rest = text;
    loop {
        let joined = rest.trim_start_matches(['、', '和', '至', '—', '-']);
        let bare = if rest.len() < text.len() { joined } else { rest };
        let after = strip_any(bare, &["的", "第", "最后", "首", "末"]).map_or(bare, |(_, after)| after);
        let day = numbers::number(after).and_then(|(_, after)| strip_any(after, &ends));
        let word = || {
            strip_any(after, &words).filter(|_| after.len() < rest.len() || !rest.starts_with(['月', '周']))
        };
        // 每月初, 每月15日前, and not 每季度初审.
        let part = || {
            let acts = begins_with_action(rest.get(..rest.floor_char_boundary(30)).unwrap_or_default());
            let before = || strip_any(rest, &["前"]).filter(|_| rest.len() < text.len());
            strip_any(rest, &["初", "末", "底"]).or_else(before).filter(|_| !acts)
        };
        match day.or_else(word).or_else(part) {
            Some((_, after)) => rest = after,
            None => return rest,
        }
    }
}

/// Whether words say of how many: 每名代表走访选民10户.
fn is_counted(text: &str) -> bool {
    if has_any(text, &["一次", "两次", "二次", "三次", "四次"]) {
        return true;
    }
    const MEASURES: [char; 12] = ['次', '场', '期', '户', '件', '篇', '条', '个', '名', '项', '人', '轮'];
    text.match_indices(|c: char| c.is_ascii_digit()).any(|(at, _)| {
        text.get(at + 1..)
            .unwrap_or_default()
            .trim_start_matches(|c: char| c.is_ascii_digit())
            .starts_with(MEASURES)
    })
}

/// How long something takes, where a sentence begins with it: 全年不少于20场.
pub(super) fn lasting(sentence: &str, year: i32) -> Option<(Reading, String)> {
    let plain = squash(sentence);
    let bare = ["原则上", "一般", "基本上", "逢"]
        .iter()
        .fold(plain.as_str(), |bare, word| bare.trim_start_matches(word));
    let word = LASTING.iter().rev().find(|word| bare.starts_with(**word))?;
    (!is_longer_than(&plain, 24)).then(|| (time::read(word, year), (*word).to_owned()))
}

/// How often something is done, where a clause behind it says so: 组织代表联系社区，全年集中联系2次.
pub(super) fn how_often(part: &str, year: i32) -> Option<(Reading, String)> {
    let says = |clause: &str| has_any(clause, &["次", "场", "期", "旬", "召开", "举行"]);
    let mut found = clauses(part).into_iter().skip(1).filter(|clause| says(clause));
    found.find_map(|clause| lasting(clause, year))
}
