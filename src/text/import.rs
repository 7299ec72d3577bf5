//! What is said while a document becomes a plan.

use yaodian_reading::understanding::ColumnRole;
use yaodian_vault::Reason;

use super::data::not_kept;

pub const IMPORT_NEXT_YEAR: &str = "导入新一年的计划";
pub const IMPORT_PLAN_NOTE: &str = "有别的年份、别的地方的工作要点（Word、Excel、网页或文字），可以读进来，变成另一份计划；本计划和已有的登记不受影响。";
pub const IMPORT_LEAD: &str = "把工作要点的文件拖进来，就能在这里变成一份可以用的计划：先看看读得对不对，改好以后启用。文件不会上传到任何地方。";
pub const CHOOSE_DOCUMENTS: &str = "选择文件";
pub const DOCUMENT_KINDS: &str = "Word（.docx）、Excel（.xlsx、.xls）、网页、纯文本都可以；正文和附件分开的，一起选。也可以把文件拖到这一页的任何地方。";
pub const PASTE_HERE: &str = "或者粘贴文字";
pub const PASTE_HINT: &str = "在 Word、WPS 或网页里全选、复制，点这里，按 Ctrl+V";
pub const PASTED: &str = "粘贴的文字";
pub const USE_EXAMPLE: &str = "用范例试一试";
pub const EXAMPLE_NAME: &str = "范例：南海区 2023 年工作要点.txt";
pub const ANOTHER_DOCUMENT: &str = "再导入一份";
pub const FILE_NOT_READ: &str = "没有读";

pub const DRAFTS: &str = "待核对的计划";
pub const DRAFTS_NOTE: &str =
    "核对到哪里，就存到哪里；关掉网页也不要紧，下次接着核对。只有您自己删，才会没有。";
pub const GO_ON: &str = "接着核对";
pub const DELETE_DRAFT: &str = "删除";
pub const DRAFT_WAITS: &str = "文件已经读好，存在“导入计划”页里，等您有空时核对。";
pub const NO_DRAFT: &str = "这份待核对的计划不在这个浏览器里，可能已经删除，或者是在别的浏览器里导入的。";
pub const DRAFT_NEWER: &str =
    "这份待核对的计划是用更新版本的“要点”存下的，请换用新版本打开。它原样留着，没有改动。";
pub const DRAFT_DAMAGED: &str = "这份待核对的计划存坏了，打不开。请把文件再导入一次。";
pub const DRAFT_OLD: &str = "这份待核对的计划是试用版存的，现在打不开了。请把文件再导入一次。";
pub const OPENING_DRAFT: &str = "正在打开待核对的计划…";
pub const UNDERSTANDING: &str = "正在看懂文件里的事项…";
pub const READING: &str = "正在读文件…";
pub const READING_GOES_ON: &str = "前面的文件还在读，请等它读好，或者按下面的“取消”，再放新的文件。";
pub const DRAFT_GONE: &str = "这份待核对的计划已经不在了：在另一个标签页里删除了，或者已经启用了里面的改动。您这里的内容还在，但没有再存。要留下，请另存为一份新的。";
pub const KEEP_AS_NEW: &str = "另存为一份新的";
pub const LEAVE_GONE: &str = "不要了，离开";
pub const DRAFT_NOT_THERE: &str = "没有存：已在别处删除";
pub const DRAFT_KEPT: &str = "已存到这个浏览器";
pub const DRAFT_KEEPING: &str = "正在保存…";

pub const CORRECTION_DRAFT: &str = "（改计划）";
pub const CORRECTION_NOTE: &str =
    "启用以后，登记都留在原来的事项上；改了什么、谁在哪天改的，会记在计划里，在事项的页面上看得到。";
pub const CORRECTION_OUTDATED: &str = "您改的期间，这份计划又有别的改动（例如在另一个标签页里）。下面列的是和现在这一版的差别，启用会把那些改动也换掉，请看清楚。";
pub const USE_CORRECTION: &str = "启用这些改动";
pub const NOTHING_CORRECTED: &str = "还没有改动";

pub const HEAD: &str = "计划";
pub const PLAN_TITLE: &str = "标题";
pub const PLAN_ISSUER: &str = "制发机关";
pub const PLAN_YEAR: &str = "年份";
pub const READ_POINTS: &str = "条要点";
pub const READ_ITEMS: &str = "项事项";
pub const READ_MONTHLY: &str = "项月度任务";
pub const YEAR_SEEN: &str = "各部门各月的事项";
pub const YEAR_SEEN_NOTE: &str = "跨月的算在最后一个月，几个部门牵头的算在第一个部门；点一格，看是哪几项";
pub const TOTAL: &str = "合计";

pub const DOCUMENT: &str = "原文";
pub const ROWS: &str = "读出的事项";
pub const ROWS_KEYS: &str = "点一项，原文一栏显示它的位置；点原文，显示读出的事项。回车到下一项的同一格，Ctrl+D 照上一项填写这一格；表格里复制的几行几列可以一次粘贴，往下、往右填。";
pub const ROW_TITLE: &str = "题目";
pub const ROW_TIME: &str = "时间";
pub const ROW_LEAD: &str = "牵头";
pub const ROW_JOINT: &str = "配合";
pub const ROW_MEETING: &str = "会议";
pub const ROW_CATEGORY: &str = "类别";
pub const SESSION_BEFORE: &str = "第";
pub const SESSION_AFTER: &str = "次";
pub const SESSION_WHAT: &str = "会次请填数字，如 41；没有会次的，空着就可以。";
pub const NO_ROW_HERE: &str = "这一段没有读出事项，或者事项已经删去。";
pub const ROW_REMARK: &str = "备注";
pub const ROW_MORE: &str = "更多";
pub const ROW_UP: &str = "上移";
pub const ROW_DOWN: &str = "下移";
pub const ROW_ADD: &str = "在下面添一项";
pub const ROW_DELETE: &str = "删去";
pub const ROW_SPLIT: &str = "在光标处分成两项";
pub const ROW_JOIN: &str = "与下一项合并";
pub const ROW_SOURCE: &str = "原文";
pub const SHOW_SOURCE: &str = "看原文";
pub const PASTE_CUT: &str = "有一部分没有贴上：下面的行或右边的栏不够。";
pub const YEAR_WHAT: &str = "年份请填四位数字，如 2027。";
pub const LEAVE_UNKEPT: &str = "这份草稿的改动没有存下，离开就没有了。仍要离开吗？";
pub const SPLIT_WHERE: &str = "请先在题目里把光标放在要分开的地方，再按这个按钮。";
pub const JOIN_WHAT: &str = "下面没有同一类别的事项可以合并。";
pub const FIRST_ROW: &str = "添一项";

pub const COLUMNS: &str = "表格各列读成什么";
pub const COLUMNS_NOTE: &str = "读得不对的列，在这里改；要有“事项”一列，才能读成事项；时间、部门、会议在哪一列，也请指定。改了马上重新读，已经改好的事项会保留。";
pub const NOT_UNDERSTOOD: &str = "没有看懂";
pub const READ_AGAIN: &str = "正在按新的选择重新读…";

pub const UNITS_AND_CATEGORIES: &str = "部门与类别";
pub const UNITS_NOTE: &str = "改名会改到每一项；改成另一个部门的名称，两个就合成一个；一个名称里其实是两个部门的，写成“甲、乙”就分开。";
pub const CATEGORIES_NOTE: &str = "可以改名、调整次序，或者并入另一类。";
pub const MERGE_INTO: &str = "并入…";
pub const ADD_CATEGORY: &str = "添一类";
pub const NEW_CATEGORY: &str = "新类别";

pub const POINT_TEXTS: &str = "要点正文";
pub const POINT_HEADING: &str = "要点";

pub const LINKS: &str = "议题脉络";
pub const LINKS_NOTE: &str = "文字相近，可能是同一件事或前后相连的；认可的才会连起来。";
pub const LINKS_ALL: &str = "全部认可";
pub const LINKS_NO: &str = "全部不要";

pub const USE_PLAN: &str = "启用";
pub const USE_ANYWAY: &str = "仍然启用";
pub const USE_AS_REVISION: &str = "作为修订稿";
pub const USE_APART: &str = "另一份";
pub const USE_LATER: &str = "先去核对";
pub const USE_FAULTS: &str = "还不能启用，请先改好：";
pub const USING: &str = "正在放进计划库…";
pub const USED_DRAFT: &str = "（已启用）";

/// `正在读“x.docx”…`
/// A file of several, counted from 0.
pub fn reading_file(name: &str, at: usize, count: usize) -> String {
    match count {
        0 | 1 => format!("正在读“{name}”…"),
        _ => format!("正在读第 {} 个文件，共 {count} 个：“{name}”…", at + 1),
    }
}

/// A category's items against the count that the document states.
pub fn of_stated(count: usize, stated: Option<u16>) -> String {
    match stated {
        Some(stated) if usize::from(stated) != count => format!("{count} 项（文件写 {stated} 项）"),
        _ => format!("{count} 项"),
    }
}

/// What a plan is put into use with.
pub fn doubts_left(left: usize) -> String {
    format!("还有 {left} 处提示没有核对。启用以后也可以再改，但最好先看一遍。")
}

/// Edits that no longer find what they were about.
pub fn edits_lost(lost: usize) -> String {
    format!("已按新的选择重新读过；有 {lost} 处改动对不上新的结果，没有带过来。按“撤销”可以回到重新读之前。")
}

/// A draft was not kept.
pub fn draft_not_kept(reason: Reason) -> String {
    format!("{}核对的结果只在这一页里，关掉就没有了。", not_kept(reason))
}

/// Links that are not shown yet.
pub fn more_links(count: usize) -> String {
    format!("再显示后面的（还有 {count} 条）")
}

/// Rows that are not shown yet.
pub fn more_rows(count: usize) -> String {
    format!("再显示后面的（还有 {count} 项）")
}

/// Rows before those that are shown.
pub fn earlier_rows(count: usize) -> String {
    format!("再显示前面的（还有 {count} 项）")
}

/// Lines before those that are shown.
pub fn earlier_lines(count: usize) -> String {
    format!("再显示前面的（还有 {count} 段）")
}

/// Lines that are not shown yet.
pub fn more_lines(count: usize) -> String {
    format!("再显示后面的（还有 {count} 段）")
}

/// A cell of the year: whose, when, how many.
pub fn in_month(unit: &str, month: &str, count: usize) -> String {
    format!("{unit} {month} {count} 项")
}

/// The field of the number of a meeting's session.
pub fn session_of(meeting: &str) -> String {
    format!("{meeting} 第几次")
}

/// From a line of the document to what was read there.
pub fn to_row(line: &str) -> String {
    format!("看读出的事项：{line}")
}

/// A table of the document.
pub fn table_no(no: usize, title: &str) -> String {
    if title.is_empty() { format!("表 {no}") } else { format!("表 {no}：{title}") }
}

/// A column of a table.
pub fn column_no(no: usize) -> String {
    format!("第 {no} 列")
}

/// What a column can be.
pub fn column_role(role: ColumnRole) -> &'static str {
    match role {
        ColumnRole::Category => "类别",
        ColumnRole::Serial => "序号",
        ColumnRole::Title => "事项",
        ColumnRole::Lead => "牵头部门",
        ColumnRole::Joint => "配合部门",
        ColumnRole::Time => "时间",
        ColumnRole::Meeting => "会议（打勾）",
        ColumnRole::MeetingName => "会议名称",
        ColumnRole::Remark => "备注",
        ColumnRole::Other => "其他（照录）",
        ColumnRole::Ignored => "不读",
    }
}

/// What is asked before a draft is deleted.
pub fn delete_draft(name: &str) -> String {
    format!("删除“{name}”的核对结果？已经启用的计划不受影响。")
}

/// What has to be put right before a plan can be used.
pub fn fault_of(what: &str, message: &str) -> String {
    format!("“{what}”：{message}")
}

pub const MONTHLY_TASK: &str = "月度任务";

/// Other names of a unit.
pub fn also_called(names: &str) -> String {
    format!("又作：{names}")
}

/// How many of the suggested links were accepted.
pub fn links_count(accepted: usize, all: usize) -> String {
    format!("认可 {accepted} 条，共 {all} 条")
}

/// Before the use of a plan: accepted links that do not hold any more.
pub fn links_lost(count: usize) -> String {
    format!("有 {count} 条认可过的脉络对不上了（要点里的文字改了，或者事项删去了），启用以后不会有：")
}

/// A point and an item that carries it out.
pub fn link_basis(point: u16, item: &str) -> String {
    format!("要点 {point} → {item}")
}

/// An item that prepares another one.
pub fn link_prepares(from: &str, to: &str) -> String {
    format!("{from} → {to}（前期工作）")
}

/// Two items that are one matter.
pub fn link_same(one: &str, other: &str) -> String {
    format!("{one} ＝ {other}（同一事项）")
}

/// The field of a point's text.
pub fn point_text(no: u16) -> String {
    format!("要点 {no} 的正文")
}

/// The question whether a plan is another version of one that is here.
pub fn twin_here(name: &str) -> String {
    format!("这里已有同名或者同一机关同一年的计划“{name}”。这一份是作为它的修订稿，还是另一份？")
}
