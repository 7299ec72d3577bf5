//! What is said of work that takes longer than a moment.

use yaodian_pace::{Progress, Stage};

pub const CANCEL_WORK: &str = "取消";

/// How far it is.
pub fn progress(progress: &Progress) -> String {
    let (done, total) = (progress.done.min(progress.total), progress.total);
    let percent = |what: &str| format!("{what}{}%", done * 100 / total.max(1));
    let counted =
        |what: &str, of: &str| format!("{what}：第 {} {of}，共 {} {of}", grouped(done), grouped(total));
    match progress.stage {
        Stage::Unpack => percent("解开文件："),
        Stage::Read => percent("读出文字和表格："),
        Stage::Understand => counted("看懂各行", "行"),
        Stage::Names => counted("找出部门", "行"),
        Stage::Items => counted("列出事项", "项"),
        Stage::Links => counted("找出脉络", "项"),
        Stage::Pieces => percent(""),
        Stage::Pack => "正在装成一个文件…".into(),
    }
}

/// A number with its digits in groups of three: `10,000`.
fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut grouped = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}
