//! What is done all year, or again and again.

use super::super::actions::begins_with_action;
use super::super::text::{is_longer_than, squash, trim};
use super::super::time::{self, Reading};

/// What says that something is done all year, or again and again.
const LASTING: [&str; 12] = [
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
];

/// What is done all year, and the word that says so: 全年开展代表接待日活动.
pub(super) fn lasting_action(clause: &str) -> Option<(&'static str, &str)> {
    let clause = trim(clause);
    LASTING.iter().find_map(|word| {
        let rest = trim(clause.strip_prefix(word)?).trim_start_matches(['，', '都', '均']);
        begins_with_action(rest).then_some((*word, rest))
    })
}

/// How long something takes, where a sentence begins with it: 全年不少于20场.
pub(super) fn lasting(sentence: &str, year: i32) -> Option<(Reading, String)> {
    let plain = squash(sentence);
    let word = LASTING.iter().find(|word| plain.starts_with(**word))?;
    (!is_longer_than(&plain, 24)).then(|| (time::read(word, year), sentence.to_owned()))
}
