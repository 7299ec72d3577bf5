//! What is said about files for another plan, and about those in this plan's mailbox.

use super::data::{because, dated};
use yaodian_vault::Reason;
use yaodian_vault::mailbox::WaitingFile;

pub const MAILBOX_PUT: &str = "留给那份计划";
pub const MAILBOX_PUT_NOTE: &str = "可以先留在这台设备上：下次在这个浏览器里打开那份计划，会提示查看和合并。";
pub const MAILBOX_PUT_SEALED: &str = "可以先留在这台设备上：下次在这个浏览器里打开那份计划，会提示查看和合并。留下的仍是加密的文件，到时要再输一次口令。";
pub const MAILBOX_PUT_DONE: &str = "已经留好。下次在这个浏览器里打开那份计划，就会提示；如果没有提示，说明两份计划不在同一个网站上，请在那份计划的“数据”页里选择这个文件。";
pub const MAILBOX_SEE: &str = "查看";
pub const MAILBOX_DISCARD: &str = "不用了";
pub const MAILBOX_DISCARDED: &str = "留下的文件已经删去，登记没有改动";
pub const MAILBOX_NOT_DISCARDED: &str = "没有能够删去，留下的文件还在。请稍后再试。";
pub const MAILBOX_EMPTIED_ELSEWHERE: &str = "留下的文件已经在别的窗口里合并或删去了";
pub const MAILBOX_UNREAD: &str = "留下的文件现在读不出来，请稍后再试。";

/// Of names that others made up so many characters are shown, and so many names.
const SHOWN: usize = 60;
const NAMED: usize = 3;

/// `这是另一份计划“……”的进展，不会并入本计划。`
pub fn other_plan(name: &str) -> String {
    format!("这是另一份计划“{}”的进展，不会并入本计划。", clipped(name))
}

/// The same of what a page's own file carries.
pub fn carried_other(name: &str) -> String {
    format!("这份文件带有另一份计划“{}”的进展，不会并入本计划。", clipped(name))
}

/// Why a file is not kept for another plan, and what to do.
pub fn not_put_into_mailbox(reason: Reason) -> String {
    format!("没有留成：{}。请打开那份计划，在它的“数据”页里选择这个文件。", because(reason))
}

/// `有 2 份进展文件留给这份计划：“王芳.json”“李强.json”，最近一份于 2023年7月15日 09:00 留下。`
pub fn files_in_mailbox(files: &[WaitingFile]) -> String {
    let last = if files.len() > 1 { "最近一份于 " } else { "" };
    let at = files.iter().map(|file| file.at).max().unwrap_or_default();
    format!("有 {} 份进展文件留给这份计划：{}，{last}{} 留下。", files.len(), named(files), dated(at))
}

/// What is asked before they are removed.
pub fn discard_from_mailbox_sure(files: &[WaitingFile]) -> String {
    format!(
        "要删去留给这份计划的 {} 份文件吗？{}的内容不会并入这份计划；原来的文件不受影响，以后还可以再导入。",
        files.len(),
        named(files)
    )
}

/// `“王芳.json”“李强.json”“赵敏.json”等`
fn named(files: &[WaitingFile]) -> String {
    let names = files.iter().take(NAMED).map(|file| format!("“{}”", clipped(&file.name)));
    let more = if files.len() > NAMED { "等" } else { "" };
    names.chain([more.to_owned()]).collect()
}

fn clipped(name: &str) -> String {
    match name.char_indices().nth(SHOWN) {
        Some((end, _)) => format!("{}…", &name[..end]),
        None => name.to_owned(),
    }
}
