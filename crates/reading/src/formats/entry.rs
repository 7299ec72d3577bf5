//! How lines begin and end: what tells a new paragraph from the rest of one.

use crate::document::TOPICS;

/// Whether a line begins something of its own: a heading, a numbered point, an annex.
pub(super) fn begins_entry(line: &str) -> bool {
    let line = line.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '#' | '*'));
    has_list_number(line)
        || is_annex(line)
        || is_article(line)
        || is_bullet(line)
        || is_dated(line)
        || is_topic(line)
}

/// `课题一：`, `任务3、`.
fn is_topic(line: &str) -> bool {
    let counted = |word: &&str| {
        let (count, rest) = numeral(line.strip_prefix(*word)?)?;
        Some(count <= 3 && rest.starts_with(['：', ':', '、']))
    };
    TOPICS.iter().find_map(counted).unwrap_or(false)
}

/// `4月：`, `3—5月份——`, `二季度：`, `7月20日前：`: a time that heads what is due in it.
fn is_dated(line: &str) -> bool {
    let dash = |c: char| matches!(c, '-' | '–' | '—' | '－' | '~' | '～' | '至' | '、' | '月');
    let units = ["月上旬", "月中旬", "月下旬", "月份", "月底", "月初", "月", "季度"];
    let counted = |rest: &'_ str| units.iter().find_map(|unit| rest.strip_prefix(unit)).map(str::len);
    let Some((count, mut rest)) = numeral(line) else { return false };
    if let Some((more, after)) = numeral(rest.trim_start_matches(dash)).filter(|_| rest.starts_with(dash))
        && counted(after).is_some()
    {
        if more > 3 {
            return false;
        }
        rest = after;
    }
    let Some(rest) = counted(rest).and_then(|left| rest.get(rest.len() - left..)) else { return false };
    let day = numeral(rest).and_then(|(_, after)| after.strip_prefix(['日', '号']));
    let rest = day.unwrap_or(rest);
    let by = ["以前", "之前", "前", "左右", "起"].iter().find_map(|word| rest.strip_prefix(word));
    let rest = by.unwrap_or(rest).trim_start();
    count <= 3 && (rest.starts_with(['：', ':']) || rest.starts_with("——") || rest.starts_with("--"))
}

/// `● `, `- `: an entry without a number. A dash without a blank may be anything.
fn is_bullet(line: &str) -> bool {
    let bullets = ['●', '•', '◆', '■', '▲', '★', '◇', '□', '▶', '►', '➢', '◎', '☆', '♦', '▪', '\u{f0b7}'];
    line.starts_with(bullets) || ["- ", "— ", "－ ", "– ", "——"].iter().any(|dash| line.starts_with(dash))
}

/// Whether a sentence, or an entry of a list, ends here.
pub(super) fn ends_sentence(line: &str) -> bool {
    let line = line.trim_end().trim_end_matches(['*', '”', '’', '"', '）', ')', '》', '】']);
    line.ends_with(['。', '！', '？', '；', '：', ';', ':', '!', '?', '…'])
}

/// `一、`, `（一）`, `1.`, `1、`, `（1）`, `①`.
pub(super) fn has_list_number(line: &str) -> bool {
    after_list_number(line).is_some()
}

/// What follows the number that a line begins with.
pub(super) fn after_list_number(line: &str) -> Option<&str> {
    let first = line.chars().next()?;
    if matches!(first, '①'..='⒛' | '㈠'..='㈩') {
        return line.get(first.len_utf8()..);
    }
    if let Some(inner) = line.strip_prefix(['（', '(']) {
        let (count, rest) = numeral(inner)?;
        return (count <= 3).then(|| rest.trim_start().strip_prefix(['）', ')'])).flatten();
    }
    let (count, rest) = numeral(line)?;
    let rest = rest.trim_start_matches([' ', '\u{a0}']);
    let after = rest.strip_prefix(['、', '.', '．', ')', '）'])?;
    // `2.5 亿元` is an amount, `1.2026年` an entry that begins with a year.
    let digits = after.chars().take_while(|c| is_digit(*c)).count();
    let amount = !rest.starts_with(['、', ')', '）']) && digits > 0 && digits != 4;
    (count <= 3 && !amount).then_some(after)
}

fn is_annex(line: &str) -> bool {
    ["附件", "附表", "附："].iter().any(|mark| line.starts_with(mark))
}

/// `第一章`, `第3条`, `第二部分`, `第一，`, `第一期：`.
fn is_article(line: &str) -> bool {
    let marks = ["章", "条", "节", "部分", "，", "、", "：", "期：", "批：", "讲：", "场："];
    let after = line.strip_prefix('第').and_then(numeral);
    after.is_some_and(|(_, rest)| marks.iter().any(|mark| rest.starts_with(mark)))
}

/// A number at the start in one writing: how many characters it has, and what follows.
fn numeral(text: &str) -> Option<(usize, &str)> {
    let one = |is: fn(char) -> bool| {
        let rest = text.trim_start_matches(is);
        let count = text.len() - rest.len();
        let count = text.get(..count).map_or(0, |number| number.chars().count());
        (count > 0).then_some((count, rest))
    };
    one(is_digit).or_else(|| one(|c| "一二三四五六七八九十百〇零○".contains(c)))
}

fn is_digit(c: char) -> bool {
    c.is_ascii_digit() || ('０'..='９').contains(&c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entries() {
        for line in [
            "一、总则",
            "（一）抓学习",
            "(十二) 抓",
            "1. 抓",
            "12、抓",
            "１．抓",
            "（3）抓",
            "①抓",
            "1）抓",
            "1.2026年召开",
            "第一章 总则",
            "第3条",
            "附件1",
            "  一．总则",
            "**1. 抓",
            "第二部分",
            "4月：听取报告",
            "3—5月份——检查",
            "3月至5月：检查",
            "二季度： 检查",
            "7月20日前：完成",
            "三月底前：完成",
            "课题一：研究",
            "第一，听取",
            "第二期：培训",
            "——听取",
        ] {
            assert!(begins_entry(line), "{line}");
        }
        for line in [
            "2.5亿元",
            "2026年工作要点",
            "取审议",
            "十二届",
            "一个",
            "3月底前",
            "4月听取报告：",
            "2026年4月：",
            "（草案）",
            "第一次会议",
            "",
            "1",
        ] {
            assert!(!begins_entry(line), "{line}");
        }
    }

    #[test]
    fn sentences() {
        for line in ["完成。", "“一站式”服务。”", "如下：", "报告；", "负责。）"] {
            assert!(ends_sentence(line), "{line}");
        }
        for line in ["工作要点", "听", "（草案）", "1,"] {
            assert!(!ends_sentence(line), "{line}");
        }
    }
}
