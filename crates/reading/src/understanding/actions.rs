//! Whether a text says that something is done, by the words with which it begins.

mod words;

use self::words::{ACTIONS, AGENDA, SUPERVISION};
use super::numbers::number;
use super::text::squash;

/// Whether a text begins as an entry of an agenda does.
pub fn is_agenda(text: &str) -> bool {
    let plain = squash(text);
    AGENDA.iter().any(|word| plain.starts_with(word))
}

/// Whether a text says that somebody's work is looked into: 听取…, 对…开展执法检查, 根据某部署，对…进行检查.
pub fn supervises(text: &str) -> bool {
    let plain = squash(text);
    let upon = ["根据", "按照", "依照", "依据"].iter().any(|word| plain.starts_with(word));
    let plain = plain.split_once(['，', ',']).filter(|_| upon).map_or(plain.as_str(), |(_, deed)| deed);
    let begins = |word: &&str| plain.starts_with(*word);
    let leads = ["开展", "组织", "围绕", "结合", "针对", "安排", "邀请"];
    let about = plain.starts_with(['对', '就']) || leads.iter().any(begins);
    SUPERVISION.iter().any(|word| begins(word) || (about && plain.contains(*word)))
}

/// Whether a text begins with what is done.
pub fn begins_with_action(text: &str) -> bool {
    let plain = squash(text);
    let plain = plain.trim_start_matches(['“', '《', '*']);
    let plain = behind_ordinal(plain).unwrap_or(plain);
    ACTIONS.iter().any(|word| plain.starts_with(word))
}

/// What is done for the first time or again: 视察 of 第一次视察, 第二轮视察.
pub fn behind_ordinal(text: &str) -> Option<&str> {
    let (_, rest) = number(text.strip_prefix('第')?)?;
    rest.strip_prefix(['次', '轮', '批'])
}
