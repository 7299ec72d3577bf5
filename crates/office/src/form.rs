//! 填报表: the form that a committee fills in, and the way back.
//!
//! The form is an Excel file that another crate writes; what its columns are called and how it says what it is are said
//! here, where it is also read. A form that came back is matched row by row: by the id, then by the title, never by
//! its position. What is understood becomes a book, which is merged like any other; what is not is kept and shown.
//!
//! - [`unpack`]: several of them in one zip file.
//! - [`read`]: from the tables of a file to [`Returned`]. `columns`, `rows`, `values`: its parts; `items`: which item a row is
//!   about; `said`: what has to be said about it.

mod bundle;
mod columns;
mod items;
mod mark;
mod returned;
mod rows;
mod said;
mod values;

pub use bundle::{MAX_FILES, Packed, holds_forms, unpack};
pub use mark::Mark;
pub use returned::{Returned, is_form, read};
pub use rows::Row;
pub use said::Said;

use yaodian_plan::Month;
use yaodian_plan::names::{postponed_to, status_name};
use yaodian_plan::query::Status;

/// The id of an item.
pub const ID: &str = "编号";
/// Its title.
pub const TITLE: &str = "事项";
/// What is new: the status, to be chosen.
pub const STATUS: &str = "本次进展";
/// The day on which it happened.
pub const DAY: &str = "实际日期";
/// What there is to tell.
pub const NOTE: &str = "本次记录";

/// The columns of a form, in their order; the last three are filled in.
pub const COLUMNS: [&str; 10] =
    [ID, "时间", TITLE, "分工", "会议", "目前进展", "最近记录", STATUS, DAY, NOTE];

/// What can be chosen as a status.
pub fn choices() -> Vec<String> {
    let plain = [Status::NotStarted, Status::Doing, Status::Done, Status::Cancelled];
    let plain = plain.into_iter().map(|status| status_name(status).to_owned());
    plain.chain(Month::all().map(postponed_to)).collect()
}
