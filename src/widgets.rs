//! What pages are made of: functions that return elements. What they need comes as an argument or from the desk.

pub mod badge;
pub mod bar;
pub mod calendar;
pub mod card;
pub mod chunk_missing;
pub mod counts;
pub mod export;
pub mod field;
pub mod filters;
pub mod heading;
pub mod help;
pub mod item_marks;
pub mod latest;
pub mod link;
pub mod list;
pub mod marked;
pub mod panel;
pub mod pick;
pub mod rail;
pub mod saved;
pub mod seg;
pub mod signs;
pub mod status_dialog;
pub mod toast;
pub mod unit_nav;
pub mod unknown;
