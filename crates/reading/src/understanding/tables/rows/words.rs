//! What the words of a cell or a row are.

use super::super::super::numbers::list_entry;
use super::super::super::text::{self, is_longer_than, squash, trim};
use super::super::super::units::is_name;
use crate::document::SUMS;

/// The units of a cell that also names persons, and these: 区交通局 张三.
pub fn parted(cell: &str) -> (String, String) {
    let marks = [' ', '\u{3000}', '\n', '/', '、', '，', ',', '；', ';'];
    let names = cell.split(marks).map(trim).filter(|name| !name.is_empty());
    let (units, persons): (Vec<&str>, Vec<&str>) = names.partition(|name| is_name(name));
    match units.is_empty() {
        true => (cell.to_owned(), String::new()),
        false => (units.join("、"), persons.join("、")),
    }
}

/// 同上 and what stands for it.
pub fn is_ditto(cell: &str) -> bool {
    matches!(
        squash(cell).as_str(),
        "同上" | "〃" | "″" | "''" | "\"" | "\"\"" | "“" | "”" | "同前" | "同上。"
    )
}

/// Whether a cell of tasks has one of them.
pub fn is_one_task(title: &str) -> bool {
    title.lines().filter(|line| list_entry(line).is_some()).count() == 1
}

/// Whether a cell of tasks begins with a later number than 1.
pub fn starts_late(title: &str) -> bool {
    list_entry(title).is_some_and(|(no, _)| no > 1)
}

/// 合计, 小计 and the like.
pub fn is_total(own: &[(usize, String)]) -> bool {
    let total = |text: &str| {
        let plain = squash(text);
        let bare = plain.trim_end_matches([':', '：']);
        SUMS.contains(&bare)
            || bare == "总数"
            || SUMS.iter().any(|word| plain.starts_with(word))
                && plain.chars().any(|c| c.is_ascii_digit())
                && !is_longer_than(&plain, 12)
    };
    own.iter().take(3).any(|(_, text)| total(text)) && own.len() <= 4
}

/// Whether a row says who has made the table: 填表人：王军 | 审核人：黄勇.
pub fn is_signed(own: &[(usize, String)]) -> bool {
    own.iter().all(|(_, text)| is_imprint(text) || text.starts_with("电话") || text.starts_with("日期"))
}

/// Text that is no heading: more than a line, or a whole sentence.
pub fn is_long_text(text: &str) -> bool {
    is_longer_than(text, 50) || (text.ends_with('。') && is_longer_than(text, 20))
}

/// What a clerk writes below a table: who filled it in and when.
pub fn is_imprint(words: &str) -> bool {
    let plain = squash(words);
    let starts = [
        "更新日期",
        "更新时间",
        "填表",
        "制表",
        "填报",
        "审核",
        "联系人",
        "截至",
        "统计",
        "打印",
        "单位：",
        "单位:",
        "日期：",
    ];
    starts.iter().any(|word| plain.starts_with(word)) || text::is_page_number(&plain)
}
