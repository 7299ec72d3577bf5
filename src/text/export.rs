//! What is said about handing items over to other programs.

pub const EXPORT: &str = "导出";
pub const EXPORT_NOTE: &str = "把事项和登记的进展交给其他软件：表格可用 Excel、WPS 打开；日历文件可导入手机或电脑的日历，定了日期的会议和事项在当天，其余事项占满所在的月份。这些文件不能代替备份。";
pub const EXPORT_MORE: &str =
    "这里导出全部事项；只要其中一部分，请在“日历”“工委”“类别”“会议”页的筛选栏导出。";
pub const EXPORT_TABLE: &str = "导出表格";
pub const EXPORT_CALENDAR: &str = "导出日历";
pub const EXPORT_TABLE_OF_ALL: &str = "导出表格（CSV）";
pub const EXPORT_CALENDAR_OF_ALL: &str = "导出日历（ICS）";
pub const ADD_TO_CALENDAR: &str = "加入日历";
/// In the name of a file.
pub const TABLE_FILE: &str = "事项表";
pub const TABLE_HINT: &str = "可用 Excel、WPS 打开。";
pub const NO_DATES: &str = "没有写明月份，也没有定下日期，放不进日历。";
pub const EXPORT_NOT_SHARED: &str = "没有发送。可以再试一次。";
pub const EXPORT_IMPOSSIBLE: &str = "这里不能下载，也不能复制。请换用浏览器打开本页。";

/// `表格（82 件事项）`.
pub fn table_of(items: usize) -> String {
    format!("表格（{items} 件事项）")
}

/// `日历文件（64 个日程）`.
pub fn calendar_of(events: usize) -> String {
    format!("日历文件（{events} 个日程）")
}

/// What a calendar file is good for, what is not in it, and what it takes back of earlier ones.
pub fn calendar_hint(left_out: usize, gone: usize) -> String {
    let rest = match left_out {
        0 => String::new(),
        _ => format!("另有 {left_out} 件事项没有写明月份，不在其中。"),
    };
    let gone = match gone {
        0 => String::new(),
        _ => format!(
            "以前导出的 {gone} 个日程已并入会议或不再有日期，在文件里标为已取消；导入以后如果还在，请在日历里删除。"
        ),
    };
    format!("打开它，即可导入手机或电脑的日历。{rest}{gone}")
}

/// `-12件`, in the name of a file.
pub fn part_of_items(count: usize) -> String {
    format!("-{count}件")
}

/// The name of a file: `要点-nanhai-2023-日历-12件-截至7月-20230715.ics`.
pub fn export_name(plan: &str, what: &str, as_of: Option<String>, day: &str, ending: &str) -> String {
    let as_of = as_of.map(|as_of| format!("-{as_of}")).unwrap_or_default();
    format!("要点-{plan}-{what}{as_of}-{day}.{ending}")
}

/// A browser does not say whether a file was kept.
pub fn export_downloaded(what: &str, hint: &str) -> String {
    format!("{what}已交给浏览器下载。{hint}")
}

/// It went to another program.
pub fn export_shared(what: &str) -> String {
    format!("{what}已交给所选的应用。")
}

/// The last resort.
pub fn export_copied(what: &str) -> String {
    format!("这里不能下载文件。{what}已复制为文本，可以粘贴到邮件或文档里。")
}
