//! Words about time.

use super::super::numbers;

/// Times that are open: the document sets none.
pub const OPEN: &[&str] = &[
    "适时",
    "待定",
    "另定",
    "另行",
    "视情",
    "择机",
    "择期",
    "按需",
    "不定期",
    "随时",
    "临时",
    "机动",
    "酌情",
    "未定",
    "根据",
    "按照",
    "结合",
    "视",
    "待",
    "会前",
    "会后",
    "按程序",
    "有关时间",
    "届时",
    "依法",
];

/// All year, without more.
pub const ALL_YEAR: &[&str] = &["全年", "常年", "贯穿全年", "全年度", "整年", "全年性"];

/// Repeated or lasting: it is all year in the plan's months, but the document says more.
pub const LASTING: &[&str] = &[
    "每月",
    "每季度",
    "每季",
    "每半年",
    "每年",
    "每周",
    "每日",
    "每天",
    "每学期",
    "每学年",
    "每两月",
    "每两个月",
    "每双月",
    "每逢",
    "每个月",
    "每",
    "双月",
    "单月",
    "逐月",
    "逐季",
    "按月",
    "按季",
    "按半年",
    "各月",
    "各季度",
    "月月",
    "半年一次",
    "一月一次",
    "一季度一次",
    "定期",
    "持续",
    "长期",
    "经常",
    "常态",
    "常抓",
    "日常",
    "全程",
    "滚动",
    "不间断",
    "贯穿",
    "年内",
    "年度内",
    "本年度",
    "全学期",
    "全学年",
    "本学期",
    "常规",
    "动态",
    "长年",
    "一以贯之",
    "始终",
    "隔月",
    "逢双月",
    "逢单月",
    "坚持",
];

/// Words beside a month that change nothing about it.
pub const HARMLESS: &[&str] = &[
    "一次",
    "两次",
    "二次",
    "三次",
    "四次",
    "完成",
    "开展",
    "进行",
    "左右",
    "不少于",
    "至少",
    "期间",
    "间",
    "组织",
    "实施",
    "召开",
    "举行",
    "报告",
    "听取",
    "审议",
    "启动",
    "开始",
    "结束",
    "完毕",
    "提交",
    "上报",
    "常委会会议",
    "常委会",
    "主任会议",
    "会议",
    "前后",
    "力争",
    "预计",
    "拟",
    "于",
    "在",
    "的",
    "份",
    "底",
    "末",
    "初",
    "中旬",
    "上旬",
    "下旬",
    "上中旬",
    "中下旬",
    "中上旬",
    "中期",
    "上",
    "中",
    "下",
    "旬",
    "内",
    "前",
    "之",
    "以",
    "起",
    "具体时间",
    "并",
    "调研",
    "视察",
    "检查",
    "时间",
    "为",
    "约",
    "计划",
    "安排",
    "推进",
    "落实",
    "持续",
    "全部",
    "基本",
    "集中",
    "第",
    "次",
    "反馈",
    "各",
    "分别",
    "专题",
    "已",
    "日",
    "月",
    "第一周",
    "第二周",
    "第三周",
    "第四周",
    "第五周",
    "星期",
    "周",
    "截至",
    "截止",
    "到",
    "自",
    "从",
];

/// Words after which something goes on until the next month that is named, or to the year's end.
pub const BEGIN: &[&str] = &["启动", "开始", "起"];

/// Times of the year that have a name: the name, first and last month, and whether it is the first day of its month, so
/// that what is before it is in another month.
pub const NAMED: &[(&str, u8, u8, bool)] = &[
    ("暑假", 7, 8, true),
    ("暑期", 7, 8, true),
    ("寒假", 1, 2, true),
    ("春季", 3, 5, true),
    ("夏季", 6, 8, true),
    ("秋季", 9, 11, true),
    ("元旦", 1, 1, true),
    ("春节", 1, 2, false),
    ("元宵", 2, 3, false),
    ("三八", 3, 3, false),
    ("清明", 4, 4, false),
    ("五一", 5, 5, true),
    ("五四", 5, 5, false),
    ("端午", 5, 6, false),
    ("六一", 6, 6, true),
    ("七一", 7, 7, true),
    ("八一", 8, 8, true),
    ("教师节", 9, 9, false),
    ("中秋", 9, 10, false),
    ("重阳", 10, 10, false),
    ("国庆", 10, 10, true),
    ("宪法日", 12, 12, false),
    ("国家宪法日", 12, 12, false),
];

/// Words that may follow such a name and change nothing about it.
pub const NAMED_TAILS: &[&str] =
    &["”", "\"", "节", "假期", "长假", "劳动节", "妇女节", "儿童节", "建军节", "青年节"];

/// What is left of a text behind the words that are known beside a time; empty if it has no others.
pub fn after_known(text: &str) -> &str {
    let mut left = text;
    let known = || HARMLESS.iter().chain(LASTING).chain(ALL_YEAR);
    // 每月一期, 每季度不少于1次, 每月5日、15日, but 全年召开6次 is what is done.
    let often = |left: &'_ str| {
        let before = text.get(..text.len() - left.len())?.trim_end_matches("不少于").trim_end_matches("至少");
        let rest =
            numbers::number(left.trim_start_matches('、'))?.1.strip_prefix(['次', '期', '场', '日', '号'])?;
        before.ends_with(['月', '季', '度', '周', '日', '号']).then_some(rest.len())
    };
    let next = |left: &str| {
        let word = known().filter_map(|word| left.strip_prefix(word)).map(str::len).min();
        word.or_else(|| often(left))
    };
    while let Some(rest) = next(left) {
        left = left.get(left.len() - rest..).unwrap_or_default();
    }
    left
}
