//! What is said about what was recorded: the page that lists it, and the bulletin.

use yaodian_plan::Month;
use yaodian_progress::FieldKind;

use super::views::AS_OF;

pub const RECORDS: &str = "登记记录";
pub const BULLETIN: &str = "进展通报";
pub const REDO: &str = "重做";
pub const ALL_RECORDS_OF: &str = "全部工委";
pub const ALL_WRITTEN: &str = "全部月份";
pub const ALL_KINDS: &str = "全部种类";
pub const WRITTEN_IN: &str = "登记月份";
pub const KIND: &str = "种类";
pub const NOTHING_RECORDED: &str =
    "还没有登记过进展。打开任何一件事项，在“登记进展”里选择状态，或写一条记录，就会按时间列在这里。";
pub const TO_ITEMS: &str = "去选一件事项";
pub const NOTHING_TOLD: &str = "没有符合条件的登记。";
pub const THIS_DEVICE: &str = "本机";
pub const QUARTERS: [&str; 4] = ["一季度", "二季度", "三季度", "四季度"];
pub const BULLETIN_MONTHS: &str = "通报月份";
pub const COPY_TEXT: &str = "复制文本";
pub const TEXT_COPIED: &str = "通报文本已复制";
pub const COPY_BY_HAND: &str = "浏览器不允许复制。文本已选中，请按 Ctrl+C，或长按后选择“复制”。";
pub const BULLETIN_TEXT: &str = "通报文本";
pub const ALL_TOLD: &str = "通报事项";

/// A kind of record.
pub fn kind(kind: FieldKind) -> &'static str {
    match kind {
        FieldKind::Status => "进展",
        FieldKind::Date => "日期",
        FieldKind::Note => "记录",
        FieldKind::Session => "会次",
        FieldKind::Author => "填报人",
    }
}

/// `2023年7月`.
pub fn year_month((year, month): (i32, Month)) -> String {
    format!("{year}年{month}月")
}

/// `本机`, or `财经工委（本机）` where only the unit of whoever writes here is known.
pub fn this_device(unit: Option<String>) -> String {
    unit.map_or_else(|| THIS_DEVICE.into(), |unit| format!("{unit}（{THIS_DEVICE}）"))
}

/// `共 12 条`.
pub fn records(count: usize) -> String {
    format!("共 {count} 条")
}

/// `再显示 100 条`.
pub fn reveal_records(step: usize) -> String {
    format!("再显示 {step} 条")
}

/// `截至7月`.
pub fn as_of_month(month: Month) -> String {
    format!("{AS_OF}{month}月")
}
