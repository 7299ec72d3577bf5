//! What pages, their parts and what one does on them are called.

pub const APP: &str = "要点";
pub const OVERVIEW: &str = "总览";
pub const CALENDAR: &str = "日历";
pub const UNITS: &str = "工委";
pub const MY_UNIT: &str = "我的工委";
pub const MY_UNIT_ASK: &str = "请选定您所在的工委（室）。选定以后，打开“我的工委”就是它的页面，您登记的内容也会注明是它。以后可以在“数据”页更改。";
pub const CATEGORIES: &str = "类别";
pub const MEETINGS: &str = "会议";
pub const POINTS: &str = "要点";
pub const COVERAGE: &str = "对照";
pub const PROGRESS_PAGE: &str = "进展";
pub const DATA: &str = "数据";
pub const IMPORT_PLAN: &str = "导入计划";
pub const LIBRARY: &str = "计划库";
pub const SEARCH: &str = "搜索";
pub const ITEM: &str = "事项";
pub const CHUNK_MISSING: &str = "这一部分没有取到，可能是网络断了。请连上网络再试一次；已经登记的内容都在。";
pub const CHUNK_GONE: &str =
    "这一部分没有取到：网站上已经换了新版本，这个页面要重新载入才能继续使用。已经登记的内容都在。";
pub const RELOAD: &str = "重新载入";
pub const OPENING: &str = "正在打开…";
pub const RECORDS_UNREAD: &str = "已经登记的内容还没有读出来：读取它的程序没有取到，可能是网络断了。现在显示的只是文件原有的进展。内容仍在这台设备上，请连上网络再试一次。";
pub const UNKNOWN: &str = "没有这一页";
pub const PRINT: &str = "打印";
pub const NO_PRINTING: &str = "这里没有打开打印窗口。请用浏览器菜单里的“打印”；在微信、QQ 等应用里，请先在右上角“…”里选择“在浏览器打开”。也可以在“数据”页把整份计划另存为单文件，发到电脑上打印。";
pub const HELP: &str = "帮助";
pub const GUIDE: &str = "使用说明";
pub const GUIDE_LEAD: &str = "点标题可以直接到那一段；也可以在上方搜索。";
pub const SINGLE_FILE: &str = "下载单文件";
pub const SKIP: &str = "跳到正文";

pub const SEARCH_HINT: &str = "搜索，可用拼音";
pub const SEARCH_HELP: &str =
    "可以输入汉字、拼音或拼音首字母，例如“未成年人”“weicheng”“wcnr”；几个词用空格隔开，表示都要有。";
pub const SEARCH_NOTHING: &str = "没有找到。换一个词，或者少写几个字再试。";
pub const SEARCH_PLACES: &str = "工委与类别";
pub const MAIN_NAV: &str = "主要页面";
pub const AS_OF: &str = "截至";
pub const THEME: &str = "外观";
pub const THEME_AUTO: &str = "跟随系统";
pub const THEME_LIGHT: &str = "浅色";
pub const THEME_DARK: &str = "深色";

pub const ALL_YEAR: &str = "全年";
pub const UNSCHEDULED: &str = "时间未定";
pub const WHOLE_YEAR_ITEMS: &str = "全年事项";
pub const LOOSE: &str = "全年/未定";
pub const LOOSE_TITLE: &str = "全年与时间未定";
pub const LOOSE_NOTE: &str = "不落在某一个月的事项";
pub const NO_LEAD: &str = "没有写部门";
pub const NO_MEETING: &str = "不上会";
pub const NO_ITEMS: &str = "没有事项";
pub const NOTHING_PASSES: &str = "没有符合条件的事项。";

pub const MATRIX: &str = "全年一览";
pub const MATRIX_LEGEND: &str = "一个点是一件事：方点为安排表事项，圆点为月度任务；实心为已完成，半实心为进行中，红框为已逾期，虚框为已推迟，浅色为已取消";
pub const MATRIX_KEYS: &str = "用方向键在点之间移动，回车打开";
pub const BY_CATEGORY: &str = "各类别进度";
pub const PROGRESS: &str = "进度";
pub const ATTENTION: &str = "需要留意";
pub const THIS_MONTH: &str = "本月";
pub const NEXT_MONTH: &str = "下月";
pub const LAST_MONTH_OF_YEAR: &str = "年末";
pub const FIRST_MONTH_OF_YEAR: &str = "开年";
pub const FIGURES: &str = "数字";
pub const SEE_ALL: &str = "全部列出";
pub const CLOSED_YEAR: &str =
    "这一年度已经结束，没有进展记录的事项标为“未记录”。要回看年内某个月的情形，请在右上角“截至”处选择月份。";
pub const EARLY_YEAR: &str = "这一年度还没有开始。";

pub const COL_PROGRESS: &str = "进展";
pub const ALL_TABLES: &str = "全部";

pub const LEADS: &str = "牵头事项";
pub const LEADS_NOTE: &str = "牵头";
pub const JOINS_NOTE: &str = "参与";
pub const JOINS: &str = "参与事项";
pub const SHARES: &str = "各工委共同事项";
pub const SHARES_NOTE: &str = "文件写作“各工委”或“有关工委”，没有逐一点名";
pub const BRINGS: &str = "上会议题";
pub const LEADS_DONE: &str = "牵头已完成";
pub const LEADS_LATE: &str = "牵头已逾期";
pub const LEADS_DUE: &str = "牵头本月到期";
pub const BUSIEST: &str = "最忙月份";
pub const LOAD: &str = "各月事项";
pub const LOAD_NOTE: &str = "牵头和参与的事项，跨月的每月都算";

pub const MEETING_UNSCHEDULED: &str = "没有写明月份";
pub const NO_MEETINGS: &str = "这份计划没有写哪些事项上什么会议。";
pub const MEETING_NOTE: &str = "跨月事项列在最后一个月，届时提交结果";

pub const POINT_ITEMS: &str = "落实事项";
pub const POINT_NONE: &str = "没有直接对应的事项。";
pub const FULL_TEXT: &str = "全文";
pub const COVERAGE_POINTS: &str = "各条要点对应的事项";
pub const COVERAGE_EMPTY_POINTS: &str = "没有对应事项的要点";
pub const COVERAGE_LOOSE_ITEMS: &str = "要点正文没有直接写到的事项";

pub const PREVIOUS: &str = "上一项";
pub const NEXT: &str = "下一项";
pub const CLOSE: &str = "关闭";
pub const COPY_LINK: &str = "复制链接";
pub const COPIED: &str = "链接已复制";
pub const COPY_FAILED: &str = "浏览器不允许复制，请从地址栏复制";
pub const WHEN: &str = "计划时间";
pub const WHO: &str = "组织实施";
pub const TO_MEETING: &str = "提交会议";
pub const CONDITION: &str = "条件";
pub const REMARK: &str = "文件备注";
pub const CORRECTION: &str = "更正";
pub const CHAIN: &str = "议题脉络";
pub const CHAIN_NONE: &str = "没有与它相连的要点或事项。";
pub const CHAIN_SAME: &str = "同一事项";
pub const CHAIN_BEFORE: &str = "前期工作";
pub const CHAIN_AFTER: &str = "后续";
pub const CHAIN_BASIS: &str = "工作要点";
pub const CHAIN_HERE: &str = "本事项";
pub const SOURCE: &str = "原文";
pub const PROGRESS_RECORD: &str = "进展";
pub const REPORTED: &str = "依据文件备注";
pub const INFERRED: &str = "原文按月列出承办部门，没有逐项对应；这里的对应关系是按顺序和内容推定的。";

pub const FILTERS: &str = "筛选";
pub const FILTER_TEXT: &str = "在本页中查找";
pub const FILTER_CLEAR: &str = "全部清除";
pub const FILTER_UNIT: &str = "工委";
pub const FILTER_GROUP: &str = "类别";
pub const FILTER_MEETING: &str = "会议";
pub const FILTER_WHEN: &str = "时间";
pub const FILTER_STANDING: &str = "进展";
pub const MONTHS: &str = "各月";
pub const VIEW_AS: &str = "显示方式";
pub const GROUP_BY: &str = "分组";

pub const GO_HOME: &str = "回到总览";
pub const UNKNOWN_HINT: &str = "链接可能不完整，或者来自另一份计划。";
pub const KEYS: &str = "键盘操作";
pub const NO_KEYS: &str = "这台设备用手指操作。接上键盘、用鼠标操作时，这里会列出可用的按键。";
pub const SINGLE_KEYS: &str = "启用单键快捷键（/、?、J、K）";
pub const KEY_TABLE: [(&str, &str); 9] = [
    ("/ 或 Ctrl+K", "搜索"),
    ("↑ ↓", "在搜索结果之间移动"),
    ("回车", "打开所在的事项"),
    ("J 和 K", "下一项、上一项"),
    ("方向键", "在全年一览的点之间移动"),
    ("Ctrl+Z", "撤销上一步登记"),
    ("Ctrl+Y 或 Ctrl+Shift+Z", "重做撤销的登记"),
    ("Esc", "关闭事项，或离开搜索"),
    ("?", "打开这张表"),
];

pub const START_FAILED: &str = "计划没有能够打开";
pub const START_MISSING: &str =
    "页面里没有找到计划数据，文件可能不完整。请重新下载或重新打开；仍然不行，请联系提供这份文件的同事。";
pub const START_BROKEN: &str =
    "页面里的计划数据已经损坏。请重新下载或重新打开；仍然不行，请联系提供这份文件的同事。";
pub const START_NEWER: &str = "这份计划由更新版本的“要点”制作，请换用新版本打开。";

/// What is said of an item that is not there. `former`: what is kept of one that was taken out.
pub fn no_such_item(former: Option<&str>) -> String {
    match former {
        Some(former) => format!("这份计划里现在没有这一事项：“{former}”已经删去，原来的登记留在“进展”页。"),
        None => "这份计划里没有这一事项。".into(),
    }
}
