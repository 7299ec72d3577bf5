//! 使用说明: all that users are told, a part per matter.

/// A part of the guide.
pub struct GuidePart {
    /// Its name in addresses.
    pub name: &'static str,
    /// Its heading.
    pub title: &'static str,
    /// How the heading is read, so that it is found by sound: the plan's own table need not have its characters.
    pub sound: &'static str,
    /// What it says.
    pub paragraphs: &'static [&'static str],
}

/// The part that ends with the table of keys.
pub const GUIDE_KEYS: &str = "keys";

/// All parts, in order.
pub const GUIDE_PARTS: &[GuidePart] = &[
    GuidePart {
        name: "open",
        title: "打开和浏览器",
        sound: "dakai liulanqi",
        paragraphs: &[
            "用浏览器打开同事给您的网址即可，不需要安装，也不需要注册。页面打开之前先显示计划全文，可以先看。",
            "打开以后只向本网站取用到的功能、查看有没有新版本，不请求其他内容。您输入的内容不会发送到任何地方，只保存在这台设备的这个浏览器里。",
            "可用的浏览器：Chrome、Edge 109 以上，Firefox 115 以上，Safari 16.4 以上（iPad、iPhone 为系统 16.4 以上）；360、QQ 等浏览器请更新到最新版，并使用极速模式。更旧的浏览器只显示计划全文，可以阅读和打印。",
        ],
    },
    GuidePart {
        name: "record",
        title: "登记进展",
        sound: "dengji jinzhan",
        paragraphs: &[
            "打开一个事项，选择“未开始、进行中、已完成、已推迟、已取消”，需要时写明原因和实际日期，在下面写记录；Ctrl+回车或“保存记录”即保存，没写完的内容会自动保留。",
            "在各个列表里点事项后面的进展标志，不打开事项也可以登记；点“选择多项…”可以一次登记几项。",
            "上方显示“已保存”，才表示内容已经写到磁盘；显示“未能保存”“仅在内存”或“只存入数据库”时，请按提示处理。登记错了，点“撤销”或按 Ctrl+Z；撤销以后要恢复，按 Ctrl+Y。",
            "在 iPad、iPhone 上，日期选好以后要点“记为几月几日”才会登记；已经登记的日期可以点“清除日期”。",
        ],
    },
    GuidePart {
        name: "mine",
        title: "我的工委",
        sound: "wode gongwei",
        paragraphs: &[
            "在“工委”页点“我的工委”，选定一次，以后那里就是您所在工委（室）的页面；安装以后，长按或右键点图标也能直接打开。",
        ],
    },
    GuidePart {
        name: "meetings",
        title: "会议",
        sound: "huiyi",
        paragraphs: &[
            "在“会议”页给每次会议填上日期、名称、地点，同一次会议的各项议题随之显示在当天；筹备步骤和提前的天数可以自己修改。",
            "“打印议程”只印这一次会议。",
        ],
    },
    GuidePart {
        name: "progress",
        title: "进展和通报",
        sound: "jinzhan tongbao",
        paragraphs: &[
            "“进展”页按时间列出全部登记，可以按工委、月份、种类筛选。",
            "“通报”按月、按季度汇总，可以打印，也可以复制成文字。",
        ],
    },
    GuidePart {
        name: "backup",
        title: "备份、移交、合并",
        sound: "beifen yijiao hebing",
        paragraphs: &[
            "“数据”页可以下载备份，也可以用口令加密。浏览器数据清除以后只能靠备份找回，请至少每周备份一次。",
            "几个工委的备份发给办公室，在同一页“选择文件”，或者把文件拖到页面上，先看变化，再合并：谁的记录都不会丢，两边都改过的由您选择，合并以后还可以撤销。",
            "导入、恢复、清空之前会自动留下恢复点。",
            "选到了另一份计划的备份，不会并入本计划；点“留给那份计划”，下次在同一个浏览器里打开同一网站上的那份计划，就会提示查看和合并。",
        ],
    },
    GuidePart {
        name: "export",
        title: "导出表格和日历",
        sound: "daochu biaoge rili",
        paragraphs: &[
            "“日历”“工委”“类别”“会议”页的筛选栏里有“导出表格”“导出日历”，导出的就是筛选出来的事项；“数据”页导出全部事项。",
            "表格（CSV）一行一件事项，带进展和最近的记录，可用 Excel、WPS 打开；写成“3/4”“0012”的记录和很长的编号，打开以后仍是原来的样子。",
            "日历文件（ICS）可导入手机或电脑的日历：定了日期的会议在当天，议程写在说明里；记了实际日期的事项在当天，推迟的在新的月份，其余占满所在的月份，没有写明月份的不在其中；记录和原因不写进日历文件。",
            "单个事项和定了日期的会议可以用“加入日历”单独导出。再次导入时，能更新的日历会更新原有的日程，不会重复；并入会议或撤销了日期的，在文件里标为已取消，导入以后如果还在，请在日历里删除。建议为它新建一个日历，方便整个替换。",
            "在列表里选中几行复制，粘贴到表格软件里，时间、事项、承办部门、会议、进展各占一列。",
            "表格和日历文件不能代替备份。",
        ],
    },
    GuidePart {
        name: "office-files",
        title: "导出 Word 和 Excel",
        sound: "daochu word excel",
        paragraphs: &[
            "“数据”页的“Word 和 Excel”列出全部文件，每个都说明用途：工作台账（安排表、台账、月度任务、会议、记录、汇总六张表）、计划全文（按公文格式排版，不含进展）、安排表和月度计划（原样，或加一列进展）、督办单（逾期事项每件一页）。",
            "会议页有“议程（Word）”，通报页有“导出 Word”，事项页有“督办单（Word）”，各列表的筛选栏有“导出 Excel”“导出 Word”，导出的就是筛选出来的事项。",
            "在 Word、Excel、WPS 里都可以接着改；字体没有安装时，以相近的字体显示。",
        ],
    },
    GuidePart {
        name: "forms",
        title: "填报表",
        sound: "tianbaobiao",
        paragraphs: &[
            "办公室在“数据”页导出“填报表”，发给各工委（室）。每张表只能填黄色的三列：本次进展、实际日期、本次记录，没有变化的留空。",
            "填好的文件发回以后，在“数据”页“选择文件”，像备份一样先看变化再合并，可以撤销；注明是哪个单位、哪份文件。",
            "行可以排序、增删、隐藏，列可以移动，按“编号”和“事项”对应；认不出的内容会逐条说明，并留在记录里。",
        ],
    },
    GuidePart {
        name: "send",
        title: "把登记内容发给同事",
        sound: "fagei tongshi",
        paragraphs: &[
            "“数据”页的“另存为单文件”可以选择带上登记内容；同事打开时会问是否合并到他自己的记录里，也可以在他的“数据”页“选择文件”，像备份一样合并。",
        ],
    },
    GuidePart {
        name: "file",
        title: "怎样把单文件发给同事",
        sound: "danwenjian",
        paragraphs: &[
            "点击左侧的“下载单文件”（窄屏幕上在页面底部），得到一个网页文件，整个页面和计划都在里面。可以用邮件、共享文件夹或 U 盘发给同事；对方存到电脑上，双击即可用浏览器打开，不需要网络，查找和筛选照常使用。",
            "在 iPad 的“文件”里点开时只显示计划全文，可以阅读。",
        ],
    },
    GuidePart {
        name: "offline",
        title: "离线使用和安装",
        sound: "lixian anzhuang",
        paragraphs: &[
            "联网打开一次、稍等片刻以后，没有网络也能打开同一网址。在浏览器菜单里选择“安装”或“添加到主屏幕”，可以像应用一样使用。",
            "网站上有了新版本，页面右下角会显示“有新版本”；点“更新”即换成新版本，不点就继续使用现在的版本。",
        ],
    },
    GuidePart {
        name: "search",
        title: "搜索",
        sound: "sousuo",
        paragraphs: &[
            "在上方输入汉字、拼音或拼音首字母，例如“代表”“daibiao”“db”。几个词用空格隔开，表示都要有。",
            "事项、要点、工委、类别和本说明都能搜到。从 PDF 里复制来的字也能搜。",
        ],
    },
    GuidePart {
        name: "filter",
        title: "筛选",
        sound: "shaixuan",
        paragraphs: &[
            "日历、工委、类别、会议各页的上方可以按工委、类别、会议、时间、进展筛选，也可以输入文字在本页中查找。手机上点“筛选”展开，括号里是已选的个数。",
            "同一栏里选几个，符合其中一个即可；不同栏之间须同时符合。点击已选的条件可以取消，也可以“全部清除”。",
        ],
    },
    GuidePart {
        name: "asof",
        title: "截至月份",
        sound: "jiezhi yuefen",
        paragraphs: &[
            "上方“截至”一栏默认为今天。选择某个月，就能看到该月时哪些事项已逾期、哪些尚未开始。",
            "年度结束以后，没有记录进展的事项显示为“未记录”，不算逾期。",
        ],
    },
    GuidePart {
        name: "keys",
        title: "键盘",
        sound: "jianpan",
        paragraphs: &["按 ? 可以随时查看按键表；如与输入法或辅助工具冲突，可在同一处停用单键快捷键。"],
    },
    GuidePart {
        name: "print",
        title: "打印",
        sound: "dayin",
        paragraphs: &[
            "点击“打印”，按 A4 排版，不带按钮；在打印窗口中也可以另存为 PDF。打印的是当前页面；如果打开了某个事项，则只打印该事项。列表没有全部展开时，打印的也是全部。",
            "微信、QQ 等应用里不能打印，请先在右上角“…”里选择“在浏览器打开”。",
        ],
    },
    GuidePart {
        name: "share",
        title: "分享",
        sound: "fenxiang",
        paragraphs: &[
            "地址栏里的链接包含当前页面、筛选、搜索词、选定的截至月份和打开的事项，复制后发给同事，对方打开就是同一页。",
            "事项里的“复制链接”复制的是该事项单独一页的链接。",
        ],
    },
];
