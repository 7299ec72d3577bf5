//! What stands at the end and is no part of the plan: signatures, dates, what web pages add.

use super::super::actions::is_agenda;
use super::super::numbers;
use super::super::text::{has_any, is_longer_than, squash};

/// Whether a paragraph is only a date: 2026年2月3日.
pub(super) fn is_date(paragraph: &str) -> bool {
    let plain = squash(paragraph);
    let plain = plain.trim_matches(['(', ')', '（', '）']);
    let year = numbers::years(plain).next().is_some_and(|(start, ..)| start == 0);
    year && plain.ends_with('日') && !is_longer_than(plain, 14)
}

/// Whether a paragraph may say when a plan was issued, below its title: 2026年2月3日, （2026年2月）. Above a day's tasks it looks
/// the same.
pub(super) fn is_issue_date(paragraph: &str) -> bool {
    let month = squash(paragraph);
    let month = month.trim_end_matches([')', '）']);
    is_date(paragraph) || (month.ends_with('月') && is_date(&format!("{month}1日")))
}

/// Whether a paragraph may be a signature: a body's name alone.
pub(super) fn is_signature(paragraph: &str) -> bool {
    let plain = squash(paragraph);
    let body = plain.ends_with([
        '会', '室', '局', '府', '院', '校', '委', '部', '办', '厅', '处', '学', '园', '司', '站', '心', '镇',
        '乡', '道', '协', '团',
    ]);
    body && !is_longer_than(&plain, 30)
        && !plain.contains(['。', '，', '；', '：', ':', '、', '月'])
        && super::label::label(&plain).is_none()
        && super::label::after_bullet(paragraph).is_none()
        && !is_agenda(&plain)
        && !has_any(&plain, &["召开", "举行", "举办"])
}

/// What a printer or a registry adds: 此件公开发布, 抄送.
pub(super) fn is_imprint(paragraph: &str) -> bool {
    let plain = squash(paragraph);
    let plain = plain.trim_start_matches(['(', '（', '【']);
    let starts = ["此件", "抄送", "主题词", "印发", "分送", "报送：", "发至", "（此", "共印", "签发", "本件"];
    starts.iter().any(|word| plain.starts_with(word))
        || (plain.ends_with("印发") && !is_longer_than(plain, 40))
}

/// Lines of a web page around the document.
const FURNITURE: &[&str] = &[
    "发布时间",
    "发布日期",
    "发布单位",
    "发文单位",
    "来源：",
    "来源:",
    "信息来源",
    "文章来源",
    "浏览次数",
    "浏览量",
    "点击数",
    "点击量",
    "阅读次数",
    "访问量",
    "字体：",
    "字体:",
    "字号",
    "【打印",
    "[打印",
    "打印本页",
    "打印 ",
    "打印|",
    "关闭窗口",
    "【关闭",
    "[关闭",
    "上一篇",
    "下一篇",
    "上一条",
    "下一条",
    "相关链接",
    "相关阅读",
    "相关文章",
    "版权所有",
    "版权",
    "ICP备",
    "当前位置",
    "您的位置",
    "您所在",
    "首页",
    "作者：",
    "编辑：",
    "责任编辑",
    "审核：",
    "责编",
    "分享到",
    "分享：",
    "扫一扫",
    "网站地图",
    "联系我们",
    "主办单位：",
    "主办：",
    "技术支持",
    "承办单位：",
    "收藏",
    "设为首页",
    "返回",
    "网站声明",
    "公网安备",
    "索引号",
    "发文字号",
    "成文日期",
    "主题分类",
    "时间：20",
    "日期：20",
];

/// Whether a paragraph is what a web page adds.
pub(super) fn is_furniture(paragraph: &str) -> bool {
    let plain = paragraph.trim();
    let starts = FURNITURE.iter().any(|word| plain.starts_with(word));
    let holds = !is_longer_than(plain, 80)
        && has_any(plain, &["浏览次数", "点击数", "发布时间：", "ICP备", "版权所有", "打印】", "关闭】"]);
    (starts && !is_longer_than(plain, 120))
        || holds
        || (plain.starts_with('[') && plain.ends_with(']') && plain.contains("打印"))
}

/// Whether nothing of the document comes below a line of a web page.
pub fn ends_page(paragraph: &str) -> bool {
    has_any(
        paragraph,
        &[
            "相关链接",
            "相关阅读",
            "相关文章",
            "上一篇",
            "下一篇",
            "版权所有",
            "ICP备",
            "扫一扫",
            "关闭窗口",
            "打印本页",
            "分享到",
        ],
    )
}

/// Whether a paragraph below a table is a note to it.
pub fn is_note(paragraph: &str) -> bool {
    let plain = squash(paragraph);
    let plain = plain.trim_start_matches(['(', '*', '【']);
    [
        "注：", "注:", "注意", "备注", "说明", "※", "★", "☆", "▲", "△", "●", "注1", "注2", "注.", "注、",
        "表注", "附注",
    ]
    .iter()
    .any(|word| plain.starts_with(word))
        || (paragraph.trim_start().starts_with('*') && !paragraph.trim_start().starts_with("**"))
}
