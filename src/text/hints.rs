//! What is said about the hints of a draft, and what can be done about each.

use yaodian_review::notes::{Field, Fix, Offer};

pub const READ_NOTES: &str = "提示";
pub const NOTES_NONE: &str = "没有需要核对的地方。";
pub const NOTES_DONE: &str = "都核对过了。";
pub const NOTES_LEAD: &str =
    "这些地方请对照原文看一看。改好的会自动去掉；本来就对的，按“这样对”。不全部核对，也可以启用。";
pub const ONLY_OPEN: &str = "只看有提示的";
pub const SEE: &str = "去看";
pub const RIGHT: &str = "这样对";
pub const ALL_RIGHT: &str = "都这样对";
pub const NOT_RIGHT: &str = "再看看";

/// How many places are to be looked at.
pub fn left_to_check(left: usize) -> String {
    if left == 0 { "没有待核对的提示".into() } else { format!("还有 {left} 处待核对") }
}

/// How many places a note has.
pub fn places(count: usize) -> String {
    format!("{count} 处")
}

/// Places that are right as they are.
pub fn accepted_notes(count: usize) -> String {
    format!("按过“这样对”的 {count} 处")
}

/// Notes that need not be looked at.
pub fn further_notes(count: usize) -> String {
    format!("另有 {count} 条说明，不必逐条核对")
}

/// Places that a note does not list.
pub fn and_more(count: usize) -> String {
    format!("另有 {count} 处，核对完上面的就会列出")
}

/// Places that are not listed anywhere.
pub fn and_more_accepted(count: usize) -> String {
    format!("另有 {count} 处，没有列出")
}

/// The button that leads to what puts a place right.
pub fn fix(fix: &Fix) -> &'static str {
    match fix {
        Fix::Title => "改标题",
        Fix::Issuer => "改制发机关",
        Fix::Year => "改年份",
        Fix::Cell(_, Field::Title) => "改题目",
        Fix::Cell(_, Field::Time) => "改时间",
        Fix::Cell(_, Field::Lead) => "改部门",
        Fix::Cell(_, Field::Meetings) => "改会议",
        Fix::Unit(_) | Fix::Category(_) => "改名称",
        Fix::Columns => "指定各列",
        Fix::Add(_) => "添一项",
    }
}

/// The button that puts a value there that is probably meant.
pub fn offer(offer: &Offer) -> String {
    match offer {
        Offer::Merge { from, into } => format!("“{from}”并入“{into}”"),
        Offer::Part { into, .. } => format!("分成“{into}”"),
        Offer::Fill { value, .. } => format!("填“{value}”"),
    }
}
