//! What is said about the plans of this browser.

use super::data::{because, dated};
use crate::library::{NotAdded, NotTaken, Recorded, Taken};
use yaodian_vault::Reason;

pub const LIBRARY_LEAD: &str = "这台设备的这个浏览器里的计划。点名称打开；每份计划的登记各自保存，互不影响。";
pub const LIBRARY_PLANS: &str = "计划";
pub const LIBRARY_ARCHIVED: &str = "已归档";
pub const LIBRARY_DELETED: &str = "最近删除";
pub const LIBRARY_DELETED_NOTE: &str =
    "删除的计划还可以恢复；连同登记删除的，登记也一起恢复，除非后来又登记过。";
pub const LIBRARY_IN_USE: &str = "正在使用";
pub const LIBRARY_BUNDLED: &str = "本页自带";
pub const LIBRARY_READING: &str = "正在读取…";
pub const LIBRARY_RENAME: &str = "改名";
pub const LIBRARY_NAME: &str = "计划的名称";
pub const LIBRARY_RENAME_SAVE: &str = "保存名称";
pub const LIBRARY_CANCEL: &str = "取消";
pub const LIBRARY_ARCHIVE: &str = "归档";
pub const LIBRARY_UNARCHIVE: &str = "取消归档";
pub const LIBRARY_DELETE: &str = "删除";
pub const LIBRARY_DELETE_PLAN: &str = "删除计划，留下登记";
pub const LIBRARY_DELETE_ALL: &str = "连同登记删除";
pub const LIBRARY_DELETE_NOTE: &str = "留下登记：以后再收进这份计划，登记还在。连同登记删除：先下载一份登记的备份，再清空登记；可以在“最近删除”里恢复。";
pub const LIBRARY_BRING_BACK: &str = "恢复";
pub const LIBRARY_KEEP_BUNDLED: &str = "收入计划库";
pub const LIBRARY_KEEP_BUNDLED_NOTE: &str = "收入以后，这个网页换成别的计划，这份计划也还在这里。";
pub const LIBRARY_NO_BACKUP: &str = "没有删除：登记的备份没有存下来。";
pub const LIBRARY_DONE_DELETED: &str = "已删除，可以在“最近删除”里恢复";
pub const LIBRARY_DONE_BACK: &str = "已恢复";
pub const LIBRARY_DONE_KEPT: &str = "已收入计划库";
pub const BEFORE_PLAN_DELETED: &str = "删除计划之前";
pub const BEFORE_PLAN_BACK: &str = "恢复计划之前";

pub const TAKE_PLAN: &str = "收进计划库";
pub const OPEN_TAKEN: &str = "打开这份计划";
pub const LIBRARY_TAKE: &str = "收进别人给的计划";
pub const LIBRARY_TAKE_NOTE: &str = "同事另存的单文件、带着计划的备份、计划文件（.json），都可以收进来；文件里的登记，打开那份计划时会提示合并。";
pub const LIBRARY_CHOOSE: &str = "选择文件";
pub const LIBRARY_PLAN_FILE: &str = "下载计划文件";

pub const PLAN_NOT_HERE: &str = "这份计划不在这个浏览器里";
pub const PLAN_NOT_HERE_HOW: &str = "请给您这个地址的人在“数据”页把计划“另存为单文件”，发给您；打开那个文件就能看。要在这里打开，请先在“计划库”里把那个文件收进来，再打开这个地址。";
pub const PLAN_NOT_READ: &str = "这份计划没有读出来";
pub const PLAN_OPEN_LIBRARY: &str = "打开计划库";
pub const PLAN_OPEN_BUNDLED: &str = "打开本页自带的计划";

/// `地址里的计划：nanhaiqu-2024-1f3a5b7c。`
pub fn plan_in_address(key: &str) -> String {
    let short: String = key.chars().take(60).collect();
    format!("地址里的计划：{short}。")
}

/// Why a plan cannot be opened.
pub fn plan_not_read(reason: Reason) -> String {
    let remedy = match reason {
        Reason::NewerSchema => "请更新这个页面，再打开。",
        Reason::ReadBack => "存下的计划坏了，请再收进一次；登记不受影响。",
        _ => "请允许这个网站保存数据，不要使用无痕窗口，再试一次。",
    };
    format!("{}。{remedy}", because(reason))
}

/// Why a plan or a draft was not kept, or not changed.
pub fn not_kept(reason: Reason) -> String {
    let remedy = match reason {
        Reason::Quota => "请删除不用的内容，再试一次",
        Reason::NewerSchema => "请更新这个页面，再试一次",
        _ => "请允许这个网站保存数据，不要使用无痕窗口，再试一次",
    };
    format!("没有存下，原有的都还在：{}。{remedy}。", because(reason))
}

/// Why a plan was not added.
pub fn not_added(reason: NotAdded) -> String {
    match reason {
        NotAdded::Taken => "没有收进：计划库里已有这份计划，内容不同。要换成这一份，请用“再次导入”。".into(),
        NotAdded::NotKept(reason) => not_kept(reason),
    }
}

/// `82 件事项，已完成 3 件，9 件有登记`
pub fn plan_progress(items: usize, recorded: Recorded) -> String {
    match recorded.items {
        0 => format!("{items} 件事项，没有登记"),
        some => format!("{items} 件事项，{some} 件有登记，已完成 {} 件", recorded.done),
    }
}

/// `2024年7月3日 14:05 用过`
pub fn plan_used(at: i64) -> String {
    format!("{} 用过", dated(at))
}

/// `2024 年`
pub fn plan_year(year: i32) -> String {
    format!("{year} 年")
}

/// `已收进“……”`
pub fn taken(taken: &Taken) -> String {
    let title = &taken.title;
    match taken.records {
        true => format!("已把“{title}”收进计划库；打开它，会提示合并文件里的登记。"),
        false => format!("已把“{title}”收进计划库。"),
    }
}

/// Why a file was not taken into the library.
pub fn not_taken(reason: &NotTaken) -> String {
    match reason {
        NotTaken::NoPlan => "没有收进：这个文件里没有计划。请选择另存的单文件、备份或者计划文件；工作要点的 Word、Excel 文件请用“导入计划”。".into(),
        NotTaken::Unreadable(Reason::NewerSchema) => {
            "没有收进：这份计划由更新版本的“要点”写成，请更新这个页面，再试一次。".into()
        }
        NotTaken::Unreadable(_) => "没有收进：文件里的计划坏了，请对方重新发一份。".into(),
        NotTaken::Faulty(count, first) => format!("没有收进：计划文件有 {count} 处不对，第一处是 {first}。"),
        NotTaken::NotAdded(reason) => not_added(*reason),
        NotTaken::RecordsLeftOut(reason) => {
            format!("计划已收进计划库，但文件里的登记没有收进：{}。", because(*reason))
        }
    }
}

/// The name of a plan file.
pub fn plan_file_name(id: &str) -> String {
    format!("要点计划-{id}.json")
}
