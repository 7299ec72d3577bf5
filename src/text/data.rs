//! What is said about the data: where it is, backups, imports, restore points.

use yaodian_vault::Reason;

use super::record::moment;

pub const WHERE: &str = "记录存放在哪里";
pub const WHERE_TEXT: &str = "您登记的进展、日期和记录只保存在这台设备的这个浏览器里，不会上传到任何地方。换一台设备或换一个浏览器，就看不到这些记录；清除浏览器数据会把它们一并清除。所以请定期下载备份，存到单位的电脑或 U 盘里。";
pub const KEPT: &str = "浏览器已答应长期保留这些记录，磁盘空间紧张时也不会自动清理。";
pub const NOT_KEPT: &str = "浏览器还没有答应长期保留这些记录，磁盘空间紧张时可能自动清理。";
pub const ASK_TO_KEEP: &str = "请浏览器长期保留";
pub const SCARCE: &str = "记录已用去浏览器给本页空间的一大半，请下载备份，并删减不再需要的记录。";
pub const HOME_SCREEN: &str = "在 iPad 或 iPhone 上，请先用“分享”菜单里的“添加到主屏幕”，再从主屏幕打开填写：主屏幕上的与浏览器里的记录各是一份，并且浏览器里七天没有打开的网页，记录可能被系统清除。";

pub const WRITER: &str = "填报人";
pub const WRITER_NOTE: &str = "写上姓名和单位，合并几份记录时就能看出是谁写的。";
pub const WRITER_NAME: &str = "姓名";
pub const WRITER_UNIT: &str = "单位";
pub const WRITER_NO_UNIT: &str = "不填";

pub const BACKUP: &str = "备份与移交";
pub const BACKUP_NOTE: &str = "一个文件，包含全部登记。可以存档，也可以发给同事合并。";
pub const BACKUP_DOWNLOAD: &str = "下载备份";
pub const BACKUP_SHARE: &str = "用其他应用发送";
pub const BACKUP_COPY: &str = "复制为文本";
pub const BACKUP_COPIED: &str = "全部记录已复制为文本，可以粘贴到邮件或文档里保存。";
pub const BACKUP_NOT_COPIED: &str = "浏览器不允许复制。请在下面的框里全选，再复制。";
pub const BACKUP_TEXT: &str = "备份文本";
pub const BACKUP_NEVER: &str = "还没有下载过备份。";
pub const BACKUP_SEALED: &str = "用口令保护";
pub const BACKUP_SEALED_NOTE: &str = "没有口令就打不开，口令忘了也没有办法找回。";
pub const PASSPHRASE: &str = "口令";
pub const PASSPHRASE_AGAIN: &str = "再输一遍";
pub const PASSPHRASES_DIFFER: &str = "两次输入的口令不一样，没有备份，请再输一遍。";
/// In the name of a file.
pub const SEALED_MARK: &str = "-加密";
pub const SEALED_DOWNLOAD: &str = "下载加密备份";
pub const NO_SEALING: &str = "这个网页不是通过加密连接（https）打开的，浏览器不提供加密。";
pub const SEALING_FAILED: &str = "浏览器没有能够加密，请改用不加密的备份。";
pub const DOWNLOADED: &str = "备份已交给浏览器下载。请到下载文件夹确认一下，并存到别处。";
pub const DOWNLOAD_FAILED: &str = "浏览器不允许下载。请用“复制为文本”，或换一个浏览器。";
pub const BACKUP_SHARED: &str = "备份已交给所选的应用。请确认一下对方已经收到或存好。";
pub const SHARE_FAILED: &str = "没有发送。也可以用“复制为文本”。";
pub const NO_DOWNLOAD: &str =
    "在微信、QQ 里，或从 iPad、iPhone 的主屏幕打开时，不能下载文件。请改用下面的办法，或换用浏览器打开。";
pub const REMIND: &str = "有登记超过七天没有备份了。";
pub const REMIND_NOW: &str = "现在备份";
pub const REMIND_LATER: &str = "今天不再提醒";

pub const IMPORT: &str = "导入与合并";
pub const IMPORT_NOTE: &str = "选择一份或几份备份、填好的填报表，或者带有登记内容的单文件，也可以把文件拖到这里。合并之前会先列出有哪些变化，谁的记录都不会丢。";
pub const PAGE_WITHOUT_NOTES: &str =
    "这份单文件没有带登记内容，没有可以合并的。请发来文件的人用“带上登记内容”另存一份，或者下载备份发过来。";
pub const CHOOSE_FILES: &str = "选择文件";
pub const OPEN_SEALED: &str = "打开";
pub const WRONG_PASSPHRASE: &str = "口令不对，或者文件被改动过。";
pub const WRONG_WITH_BLANKS: &str =
    "口令不对，或者文件被改动过。您输入的口令开头或末尾有空格，请去掉再试一次。";
pub const PASSPHRASE_BLANKS: &str = "口令的开头或末尾有空格，打开时很难察觉，没有备份。请去掉空格再试。";
pub const UNSEALING: &str = "正在打开……";
pub const READ_AS_ANSI: &str = "这份文件像是用记事本另存过（ANSI 编码），已按 GB18030 读出。表情等特殊字符可能已变成“?”，请核对；最好请对方重新发送原文件。";
pub const TAKEN_IN: &str = "文件已收到，关闭这个窗口以后可以到“数据”页查看。";
pub const MERGE: &str = "合并";
pub const SKIP_FILE: &str = "不导入";
pub const NOTHING_NEW: &str = "这份文件里的内容本机都已经有了，不需要导入。";
/// What a preview does not list.
pub fn same(entries: usize) -> String {
    format!("另有 {entries} 处两边相同。")
}

pub const COMPARED_ANEW: &str = "本机的登记刚才有变化，下面已经重新比较，请再看一遍。";
pub const NO_ITEM_CHANGES: &str = "没有改动事项和会议，只补充填报人等其他内容。";
pub const NEW_ONES: &str = "新增";
pub const NEWER_ONES: &str = "较新，将采用";
pub const OLDER_ONES: &str = "较旧，保留本机";
pub const CONFLICTS: &str = "两边都改过，请选择";
pub const UNKNOWN_ONES: &str = "本计划中没有的事项，原样保留";
pub const REPAIRS: &str = "无法识别、原样保留的内容";
pub const MINE_HERE: &str = "本机";
pub const THEIRS_THERE: &str = "导入";
pub const MINE: &str = "保留本机";
pub const THEIRS: &str = "采用导入";
pub const ALL_MINE: &str = "全部保留本机";
pub const ALL_THEIRS: &str = "全部采用导入";
pub const BOTH: &str = "两者都留";
pub const IMPORT_UNDONE: &str = "已撤销，恢复到之前的内容";
pub const BEFORE_UNDO: &str = "撤销之前";

pub const RESTORE: &str = "恢复点";
pub const RESTORE_NOTE: &str = "导入、恢复和清空之前，会自动留下一个恢复点，保留最近十个。";
pub const RESTORE_NONE: &str = "还没有恢复点。";
pub const RESTORE_FAILED: &str = "浏览器的存储现在读不出来，请稍后再试。";
pub const RESTORE_NOW: &str = "现在留一个恢复点";
pub const RESTORE_BY_HAND: &str = "手动留存";
pub const RESTORE_THIS: &str = "恢复到这里";
pub const BEFORE_RESTORE: &str = "恢复之前";
pub const RESTORED: &str = "已恢复";
pub const RESET: &str = "清空全部登记";
pub const RESET_SURE: &str = "要清空这份计划的全部登记吗？清空之前会留下恢复点。";
pub const BEFORE_RESET: &str = "清空之前";
pub const RESET_DONE: &str = "已清空全部登记";

pub const DAMAGED: &str = "损坏的数据";
pub const DAMAGED_NOTE: &str =
    "下面的内容读不出来，已经原样放在一边，没有删除。可以下载下来，交给技术人员查看。";
pub const DAMAGED_DOWNLOAD: &str = "下载原样内容";

pub const SINGLE: &str = "另存为单文件";
pub const SINGLE_NOTE: &str =
    "把整份计划存成一个网页文件，可以用 U 盘或邮件发给同事，双击就能打开，不需要联网。";
pub const SINGLE_PLAIN: &str = "不带登记内容";
pub const SINGLE_FAILED: &str = "单文件要从网上取一次，现在没有取到。请联网后再试。";
pub const THIS_FILE: &str = "这份网页文件";
pub const CARRIED_SEE: &str = "查看并合并";
pub const CARRIED_NO: &str = "不用";

/// A moment as it stands in sentences, whatever the year: `2023年7月3日 14:05`.
pub(super) fn dated(at: i64) -> String {
    moment(at, 0)
}

/// `共登记 12 件事项，20 条记录，约 35 千字（可用空间的 2%）。`
pub fn amount(items: usize, notes: usize, size: usize, room: usize) -> String {
    let thousands = size.div_ceil(1000);
    let percent = (100 * size).div_ceil(room);
    format!("共登记 {items} 件事项，{notes} 条记录，约占 {thousands} 千字（可用空间的 {percent}%）。")
}

/// `上次备份：7月3日 14:05，之后有 3 处改动。`
pub fn last_backup(at: i64, changes: usize) -> String {
    let since =
        if changes == 0 { "之后没有改动".to_owned() } else { format!("之后有 {changes} 处改动") };
    format!("上次备份：{}，{since}。", dated(at))
}

/// `带上登记内容（20 条记录）`.
pub fn single_with(notes: usize) -> String {
    format!("带上登记内容（{notes} 条记录）")
}

/// The name of a backup file: `要点备份-nanhai-2023-20230703-王芳.json`.
pub fn backup_name(plan: &str, day: &str, who: &str, kind: &str) -> String {
    // Neither system takes these in the name of a file.
    let who = who.replace(['/', '\\', ':', '*', '?', '"', '<', '>', '|'], "");
    let who = if who.is_empty() { who } else { format!("-{who}") };
    format!("要点备份-{plan}-{day}{who}{kind}.json")
}

/// `王芳的记录，7月3日 14:05 保存`.
pub fn file_of(name: &str, who: &str, saved: Option<i64>) -> String {
    let who = if who.is_empty() { String::new() } else { format!("，{who}") };
    let when = saved.map(|at| format!("，{} 保存", dated(at))).unwrap_or_default();
    format!("{name}{who}{when}")
}

/// `将改动 3 件事项：进展 2 处，新增记录 2 条。` Nothing is said of what there is none of.
pub fn import_counts(counts: &yaodian_progress::Counts) -> String {
    let listed = |counts: &[(&str, usize, &str)], between: &str| {
        let some = counts.iter().filter(|(_, count, _)| *count > 0);
        some.map(|(name, count, unit)| format!("{name}{count} {unit}")).collect::<Vec<_>>().join(between)
    };
    let where_to = listed(&[("", counts.items, "件事项"), ("", counts.sessions, "次会议")], "、");
    let what = listed(
        &[
            ("进展 ", counts.statuses, "处"),
            ("日期 ", counts.dates, "处"),
            ("新增记录 ", counts.notes_added, "条"),
            ("修改记录 ", counts.notes_edited, "条"),
            ("删除记录 ", counts.notes_deleted, "条"),
        ],
        "，",
    );
    match (where_to.is_empty(), what.is_empty()) {
        (true, _) => NO_ITEM_CHANGES.into(),
        (false, true) => format!("将改动 {where_to}。"),
        (false, false) => format!("将改动 {where_to}：{what}。"),
    }
}

/// `第 2 份，共 3 份；接下来：李强.json`.
pub fn place_in_queue<'a>(at: usize, all: usize, others: impl Iterator<Item = &'a str>) -> String {
    let others = others.collect::<Vec<_>>().join("、");
    let next = if others.is_empty() { others } else { format!("；接下来：{others}") };
    format!("第 {at} 份，共 {all} 份{next}")
}

/// `另有 2 处没有选择`.
pub fn still_to_choose(open: usize) -> String {
    format!("还有 {open} 处没有选择，选好以后才能合并。")
}

/// `再显示 120 条`.
pub fn show_more(rest: usize) -> String {
    format!("再显示 {rest} 条")
}

/// Pieces that an earlier version set aside and that come along.
pub fn unread_pieces(count: usize) -> String {
    format!("另有 {count} 处无法识别的内容，原样保留。")
}

/// `新增（3）`.
pub fn counted(title: &str, number: usize) -> String {
    format!("{title}（{number}）")
}

/// `本机：已完成（王芳，7月3日 14:05）`.
pub fn side(place: &str, value: &str, who: &str, when: &str) -> String {
    format!("{place}：{value}（{who}，{when}）")
}

/// Why an import did not happen.
pub fn no_restore_point(reason: Reason) -> String {
    format!("没有导入：{}，不能留下恢复点。请先下载备份，再试一次。", because(reason))
}

/// Why going back did not happen.
pub fn not_replaced(reason: Reason) -> String {
    format!("没有恢复，现有内容都还在：{}。请先下载备份，再试一次。", because(reason))
}

pub(super) fn because(reason: Reason) -> &'static str {
    match reason {
        Reason::Quota => "浏览器的存储空间已满",
        Reason::Blocked => "浏览器不允许保存",
        Reason::MirrorFailed | Reason::ReadBack | Reason::NoAnswer => "浏览器的存储现在不能用",
        Reason::NewerSchema => "记录由更新版本的“要点”写入",
    }
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

/// The reason of the restore point before an import.
pub fn before_import(name: &str) -> String {
    format!("导入“{name}”之前")
}

/// `已合并“x.json”，5 处有变化`.
pub fn imported(name: &str, changed: usize) -> String {
    format!("已合并“{name}”，{changed} 处有变化")
}

/// `7月3日 14:05 · 导入“x.json”之前 · 12 项`.
pub fn restore_point(at: i64, reason: &str, entries: usize) -> String {
    format!("{} · {reason} · {entries} 项", dated(at))
}

/// What is asked before going back.
pub fn restore_sure(lost: usize) -> String {
    let lost = if lost == 0 {
        String::new()
    } else {
        format!("其中 {lost} 条记录在那之后写成或修改，恢复后就看不到了。")
    };
    format!("要恢复到这个时候吗？{lost}恢复之前会再留一个恢复点。")
}

/// `这份文件带有王芳的登记（12 条记录），本机还没有。`
pub fn carried(who: &str, notes: usize) -> String {
    let who = if who.is_empty() { String::new() } else { format!("{who}的") };
    format!("这份文件带有{who}登记（{notes} 条记录），其中有本机没有的内容。")
}
