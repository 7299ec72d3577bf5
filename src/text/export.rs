//! What is said about handing items over to other programs, and taking forms back.

use yaodian_plan::Month;

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

pub const EXPORT_WORD: &str = "导出 Word";
pub const EXPORT_EXCEL: &str = "导出 Excel";
pub const AGENDA_WORD: &str = "议程（Word）";
pub const SUPERVISION_WORD: &str = "督办单（Word）";
pub const WHOLE_PLAN_WORD: &str = "计划全文（Word）";

/// What Word and Excel files are called, also in the names of files.
pub const WHOLE_PLAN: &str = "计划全文";
pub const MONTHLY_PLAN: &str = "月度计划";
pub const AS_ISSUED: &str = "-印发稿";
pub const AGENDA_FILE: &str = "会议议程";
pub const BULLETIN_FILE: &str = "进展通报";
pub const SUPERVISION: &str = "督办单";
pub const LEDGER_FILE: &str = "工作台账";
pub const FORM_FILE: &str = "填报表";
pub const OF_ALL_UNITS: &str = "-全部";
pub const WORD_HINT: &str = "可用 Word、WPS 打开。";
pub const FORM_HINT: &str = "可用 Excel、WPS 填写，填好后在“数据”页“选择文件”即可合并。";
pub const BEING_READ: &str = "正在读取文件…";
pub const READING_CANCELLED: &str = "已取消，其余的文件没有读取。";
pub const WORK_CANCELLED: &str = "已取消，没有生成文件。";
pub const NOTHING_LATE: &str = "没有逾期的事项。";

/// The card about the website, which is called the same in the name of its file.
pub const SITE: &str = "网站包";
pub const SITE_NOTE: &str = "把这份计划做成一个网站，交给单位管网站的同事：解压后整个放到任何网站的任何目录下，打开就是这份计划，可以安装，也可以离线用。不含登记的进展和记录。";
pub const SITE_MAKE: &str = "生成网站包（ZIP）";
pub const SITE_HOW: &str =
    "放好以后用网址打开；要离线使用，网址须以 https 开头。以后计划有改动，重新生成一份，覆盖原来的文件即可。";
pub const SITE_FROM_FILE: &str = "网站包要从网址打开的“要点”里生成，这里打开的是单文件。不过单文件本身就是一个网页：把它直接放到网站上，用网址也能打开，只是不能安装和离线更新。";
pub const SITE_HINT: &str = "解压后放到网站上即可。";
pub const SITE_OFFLINE: &str = "网站包要从网上取“要点”的文件，现在没有取到。请联网后再试。";
pub const SITE_NO_LIST: &str = "这个网站上“要点”的文件不全，不能生成网站包。可以改用“另存为单文件”。";

/// The server is about to change, or something on the way changes files.
pub fn site_mixed(name: &str) -> String {
    format!("网站上的文件 {name} 与其余的不是同一个版本，没有生成网站包。请过几分钟、刷新页面以后再试。")
}

/// The card about files for Word and Excel.
pub const OFFICE_FILES: &str = "Word 和 Excel";
pub const OFFICE_FILES_NOTE: &str =
    "按公文和办公表格的样式生成，可以直接打印、转发，也可以在 Word、Excel、WPS 里接着改。";
pub const LEDGER_EXCEL: &str = "工作台账（Excel）";
pub const LEDGER_EXCEL_NOTE: &str = "全部事项六张表：安排表、台账、月度任务、会议、记录、汇总，可筛选、排序、打印；计划启用以后改过的，另有修改记录。";
pub const FORMS_EXCEL: &str = "填报表（全部）";
pub const FORMS_EXCEL_NOTE: &str = "每个工委（室）一张，打成一个压缩包；只能填进展、日期和记录，填好的文件（或它们的压缩包）在本页“选择文件”即可合并。";
pub const FORM_EXCEL: &str = "填报表（Excel）";
pub const FORM_UNIT: &str = "填报单位";
pub const FORM_EXCEL_NOTE: &str = "只要一个工委（室）的填报表。";
pub const WHOLE_PLAN_NOTE: &str = "要点和附件全文，按公文格式（GB/T 9704）排版，不含进展。";
pub const SCHEDULE_WORD: &str = "安排表（Word）";
pub const SCHEDULE_WORD_NOTE: &str = "安排表原样，不含进展。";
pub const SCHEDULE_PROGRESS_WORD: &str = "安排表和进展（Word）";
pub const SCHEDULE_PROGRESS_NOTE: &str = "安排表加一列进展。";
pub const MONTHLY_WORD: &str = "月度计划（Word）";
pub const MONTHLY_WORD_NOTE: &str = "各月工作计划原样，不含进展。";
pub const MONTHLY_PROGRESS_WORD: &str = "月度计划和进展（Word）";
pub const MONTHLY_PROGRESS_NOTE: &str = "各月工作计划加一列进展。";
pub const SUPERVISION_NOTE: &str = "全部逾期事项，每件一页，留有批示、办理情况和签字的位置；单件的在事项页。";
pub const OFFICE_FILES_MORE: &str =
    "会议议程在各次会议的页面，进展通报在“通报”页；筛选出来的事项在各列表的筛选栏。";

/// `工作台账（Excel）`.
pub fn excel_file(what: &str) -> String {
    format!("{what}（Excel）")
}

/// `督办单（Word）`.
pub fn word_file(what: &str) -> String {
    format!("{what}（Word）")
}

/// `正在生成工作台账（Excel）…`.
pub fn being_made(what: &str) -> String {
    format!("正在生成{what}…")
}

/// `-4月至6月`, in the name of a file.
pub fn of_months(first: Month, last: Month) -> String {
    if first == last { format!("-{first}月") } else { format!("-{first}月至{last}月") }
}

pub const NO_FORM: &str = "这个表格不是填报表：没有找到“编号”或“事项”，以及“本次进展”或“本次记录”这些列。请选择从“要点”导出、填好的填报表。";
pub const FORM_OF_OTHER_PLAN: &str = "这是另一份计划的填报表，没有读取。请先打开那份计划再导入。";
pub const FORM_BLANK: &str = "这份填报表没有填写任何内容。";
pub const FORM_WITHOUT_MARK: &str =
    "表上没有本表编码，看不出是哪份计划、什么时候的填报表；已按编号和事项名称对应，请核对。";
pub const FORM_REMARKS: &str = "读取情况";

pub const ZIP_EMPTY: &str = "这个压缩包里没有文件。";
pub const ZIP_ENCRYPTED: &str = "压缩包加了密码，没有读取。请先解压，再选择里面的文件。";
pub const ZIP_DAMAGED: &str = "压缩包里的这个文件已经损坏或太大，没有读取。请先解压，再选择这个文件。";

/// A zip file with more files than are taken in at once.
pub fn zip_too_large(most: usize) -> String {
    format!("这个压缩包里的文件超过 {most} 个，没有读取。请先解压，再分几次选择文件。")
}

/// How much of a form was filled in.
pub fn form_rows(filled: usize, blank: usize) -> String {
    format!("填报表：填写了 {filled} 行，{blank} 行没有填写。")
}

/// What has to be said about a row of a form.
pub fn form_row(place: &str, title: &str, said: &str) -> String {
    format!("{place}“{title}”：{said}。")
}

/// What has to be said about the file.
pub fn form_remark(said: &str, places: &[String]) -> String {
    const SHOWN: usize = 5;
    let more = if places.len() > SHOWN { format!("等 {} 处", places.len()) } else { String::new() };
    let places = places.iter().take(SHOWN).cloned().collect::<Vec<_>>().join("、");
    if places.is_empty() { format!("{said}。") } else { format!("{said}：{places}{more}。") }
}

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
