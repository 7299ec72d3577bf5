//! Parts that pages are made of. They are functions that return elements; what they need to know is handed to them or read from the desk.

pub mod badge;
pub mod bar;
pub mod card;
pub mod export;
pub mod field;
pub mod filters;
pub mod help;
pub mod latest;
pub mod link;
pub mod list;
pub mod marked;
pub mod panel;
pub mod pick;
pub mod rail;
pub mod saved;
pub mod seg;
pub mod status_menu;
pub mod there;
pub mod toast;
