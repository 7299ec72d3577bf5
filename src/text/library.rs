//! What is said about the plans of this browser.

use super::data::{because, dated, not_kept};
use super::versions::{not_put, version_here};
use crate::library::{LedgerBack, NotAdded, NotTaken, PlanHead, Recorded, Taken};
use yaodian_vault::Reason;

pub const LIBRARY_LEAD: &str = "这台设备的这个浏览器里的计划。点名称打开；每份计划的登记各自保存，互不影响。";
pub const LIBRARY_PLANS: &str = "计划";
pub const LIBRARY_LIST: &str = "这个浏览器里的计划";
pub const LIBRARY_ARCHIVED: &str = "已归档";
pub const LIBRARY_DELETED: &str = "最近删除";
pub const LIBRARY_DELETED_NOTE: &str =
    "删除的计划还可以恢复；连同登记删除的，登记也一起恢复，后来又登记的也都在。";
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
pub const LIBRARY_DONE_KEPT: &str = "已收入计划库";
pub const BEFORE_PLAN_DELETED: &str = "删除计划之前";
pub const BEFORE_PLAN_BACK: &str = "恢复计划之前";

pub const CORRECT_PLAN: &str = "改计划";
pub const LIBRARY_KEPT_USED: &str = "改过";
pub const LIBRARY_KEPT_UNUSED: &str = "计划库里另有一个版本，内容和本页自带的不同。";
pub const LIBRARY_USE_KEPT: &str = "改用计划库里的版本";
pub const LIBRARY_USE_BUNDLED: &str = "改回本页自带的版本";
pub const LIBRARY_USE_BUNDLED_NOTE: &str = "改过的版本留在计划库里，随时可以换回来；登记不变。";
pub const KEPT_VERSION_DIFFERS: &str = "这里是网页自带的版本；计划库里另有改过的，可到“计划库”选用";

pub const TAKE_PLAN: &str = "收进计划库";
pub const OPEN_TAKEN: &str = "打开这份计划";
pub const LIBRARY_TAKE: &str = "收进别人给的计划";
pub const LIBRARY_TAKE_NOTE: &str = "同事另存的单文件、带着计划的备份、计划文件（.json），都可以收进来；文件里的登记，打开那份计划时会提示合并。Word、Excel 或者网页上的工作要点，请用“导入计划”。";
pub const LIBRARY_CARRIED: &str = "这份文件带来的计划";
pub const LIBRARY_CARRIED_NOTE: &str = "收进计划库以后，不打开这份文件，在这个浏览器里也能打开它们；带着的登记，打开那份计划时会提示合并。这里已有的计划和登记都不受影响。";
pub const LIBRARY_TAKE_ALL: &str = "全部收进计划库";
pub const LIBRARY_CHOOSE: &str = "选择文件";
pub const LIBRARY_PLAN_FILE: &str = "下载计划文件";

pub const PLAN_NOT_HERE: &str = "这份计划不在这个浏览器里";
pub const PLAN_NOT_HERE_HOW: &str = "请给您这个地址的人在“数据”页把计划“另存为单文件”，发给您；打开那个文件就能看。要在这里打开，请先在“计划库”里把那个文件收进来，再打开这个地址。";
pub const PLAN_DELETED_HERE: &str = "这份计划在这个浏览器里删除了";
pub const PLAN_WAS_DELETED_HOW: &str =
    "点“恢复”，计划和一起删除的登记就都回来；也可以以后在“计划库”的“最近删除”里恢复。";
pub const PLAN_CHANGED: &str = "这份计划刚在另一个标签页里改过，这里显示的还是原来的版本。您在这里登记的、正在写的都不会丢，换成新的版本以后，仍在原来的事项上。";
pub const PLAN_TAKE_NEW: &str = "换成新的版本";
pub const PLAN_RELOAD: &str = "重新载入";
pub const PLAN_ARCHIVED: &str =
    "这份计划刚在另一个标签页里归档了；这里可以照常使用，要取消归档，请到“计划库”。";
pub const PLAN_DELETED: &str = "这份计划刚在另一个标签页里删除了；您在这里登记的仍会存下。要继续使用这份计划，请到“计划库”的“最近删除”里恢复。";
pub const PLAN_NOT_READ: &str = "这份计划没有读出来";
pub const PLAN_OPEN_LIBRARY: &str = "打开计划库";
pub const PLAN_OPEN_BUNDLED: &str = "打开本页自带的计划";

/// `地址里的计划：nanhaiqu-2024-1f3a5b7c，是拼音“nanhaiqu”那个机关 2024 年的计划。`
pub fn plan_in_address(key: &str) -> String {
    let short: String = key.chars().take(60).collect();
    // An id that was made of a plan says whose it is, see `library::name`.
    let (year, issuer) = short.rsplit('-').nth(1).zip(short.split('-').next()).unwrap_or_default();
    match year.parse::<u16>() {
        Ok(year @ 1979..=2999) if issuer != "plan" => {
            format!("地址里的计划：{short}，是拼音为“{issuer}”的机关 {year} 年的计划。")
        }
        _ => format!("地址里的计划：{short}。"),
    }
}

/// `改计划：某区人大常委会 2024 年工作要点`
pub fn correcting(name: &str) -> String {
    format!("{CORRECT_PLAN}：{name}")
}

/// `这份计划刚在另一个标签页里改名为“……”。`
pub fn plan_renamed(name: &str) -> String {
    format!("这份计划刚在另一个标签页里改名为“{name}”。")
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

/// Why a plan was not added.
pub fn not_added(reason: NotAdded) -> String {
    match reason {
        NotAdded::Taken => "没有收进：计划库里已有这份计划的另一个版本；已有的没有改动。".into(),
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

/// `2024年7月3日 14:05 删除，9 件有登记`, of a deleted plan.
pub fn plan_deleted(head: &PlanHead) -> String {
    let at = dated(head.deleted.unwrap_or_default());
    let why = if head.deletion.is_replaced { "换上修订稿，这是原来的版本" } else { "删除" };
    let recorded = match (head.deletion.recorded, head.deletion.point) {
        (0, _) => String::new(),
        (recorded, Some(_)) => format!("，{recorded} 件有登记，一起删除的"),
        (recorded, None) => format!("，{recorded} 件有登记"),
    };
    format!("{at} {why}{recorded}")
}

/// `……，2024年7月3日 14:05 删除。`
pub fn plan_was_deleted(head: &PlanHead) -> String {
    format!("{}，{}。", head.called(), plan_deleted(head))
}

/// What came of bringing a plan back.
pub fn brought_back(ledger: LedgerBack) -> &'static str {
    match ledger {
        LedgerBack::Whole => "已恢复",
        LedgerBack::Merged => "已恢复；删除时清空的登记，已和后来登记的合在一起",
        LedgerBack::Lost => {
            "计划已恢复，登记没有找回来：删除之前的还原点已经不在了。请在“数据”页合并删除时下载的那份备份"
        }
    }
}

/// `某区人大常委会 2024 年工作要点（82 件，2024年7月3日 14:05 收入）`, of one of several plans with this name.
pub fn plan_told_apart(head: &PlanHead) -> String {
    format!("{}（{} 件，{} 收入）", head.called(), head.items, dated(head.added))
}

/// How many plans are not listed.
pub fn plans_more(more: usize) -> String {
    format!("还有 {more} 份，在“计划库”里。")
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
        NotTaken::Version(handed) => version_here(&handed.plan.title),
        NotTaken::NotKept(reason) => not_kept(*reason),
        NotTaken::NotPut(reason) => not_put(*reason),
        NotTaken::RecordsLeftOut(reason) => {
            format!("计划已收进计划库，但文件里的登记没有收进：{}。", because(*reason))
        }
    }
}

/// The name of a plan file.
pub fn plan_file_name(id: &str) -> String {
    format!("要点计划-{id}.json")
}

/// What came of taking in several plans.
pub fn taken_all(outcomes: &[Result<Taken, NotTaken>]) -> String {
    let taken = outcomes.iter().filter(|outcome| outcome.is_ok()).count();
    let refused = outcomes.iter().filter_map(|outcome| outcome.as_ref().err());
    let refused: Vec<String> = refused.map(not_taken).collect();
    let done = if taken > 0 { format!("已把 {taken} 份计划收进计划库。") } else { String::new() };
    let failed = match refused.len() {
        0 => String::new(),
        count => format!("有 {count} 份没有收进来：{}", refused.concat()),
    };
    done + &failed
}

/// The same of those that a file carries beside its own plan.
pub fn taken_beside(outcomes: &[Result<Taken, NotTaken>]) -> String {
    if outcomes.is_empty() {
        String::new()
    } else {
        format!("这份文件还带着计划库：{}", taken_all(outcomes))
    }
}

/// `这份文件还带有 3 份计划，可以收进这个浏览器的计划库。`
pub fn carried_library(plans: usize) -> String {
    format!("这份文件还带有 {plans} 份计划，可以收进这个浏览器的计划库。")
}

/// `带上登记内容和整个计划库（另有 3 份计划）`.
pub fn single_with_library(plans: usize) -> String {
    format!("带上登记内容和整个计划库（另有 {plans} 份计划）")
}
