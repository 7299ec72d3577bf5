//! What is said about recording from lists, one item or several together.

pub const CONFIRM: &str = "确定";
pub const PICK_SEVERAL: &str = "选择多项…";
pub const PICKING: &str = "选择多项";
pub const STOP_PICKING: &str = "结束选择";
pub const PICKED: &str = "已选";
pub const PICK_SET: &str = "设为…";
pub const PICK_ALL: &str = "全选本页";
pub const PICKED_ITEMS: &str = "已选的事项";
pub const KEEP_REASONS: &str = "不填写则保留各自原有的说明";
pub const NOT_NOW: &str = "现在还不能登记：已保存的内容正在读取，或由更新版本的“要点”写入。";
pub const SHARE_READY: &str = "发送";
pub const CLOSE_MESSAGE: &str = "收起提示";

/// `“x.json”已经备好，请再点一次“发送”。`
pub fn file_ready(name: &str) -> String {
    format!("“{name}”已经备好，请再点一次“{SHARE_READY}”。")
}

/// The name of a sign in a list: where the item stands, and which one it is.
pub fn sign(standing: &str, title: &str) -> String {
    format!("{standing}：{title}")
}

/// `已选 3 件`.
pub fn picked(count: usize) -> String {
    format!("{PICKED} {count} 件")
}

/// The title over what several items are set to.
pub fn set_together(count: usize) -> String {
    format!("一起登记 {count} 件事项")
}
