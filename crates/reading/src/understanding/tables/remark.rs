//! 备注: kept as printed, and the progress that it may state.

use super::super::remarks::{Cause, Remarks, Spot};
use super::super::text;
use yaodian_plan::ReportedStatus;

/// The remark as printed, if any, and the progress in it, if any.
pub fn read(cell: &str, spot: &Spot, out: &mut Remarks) -> (Option<String>, Option<ReportedStatus>) {
    let printed = text::unwrap_lines(text::trim(cell));
    let plain = text::squash(&printed);
    let reported = match plain.trim_matches(['。', '.', '(', ')', ';']) {
        "" => return (None, None),
        "已完成" | "完成" | "已办结" | "已全部完成" | "全部完成" => {
            Some(ReportedStatus::Done)
        }
        "进行中" | "正在进行" | "正在进行中" | "推进中" | "正在推进" => {
            Some(ReportedStatus::Doing)
        }
        _ => None,
    };
    if reported.is_none() && (plain.contains("完成") || plain.contains("进行")) {
        out.say(Cause::RemarkUnread, spot, &printed, "");
    }
    (Some(printed), reported)
}
