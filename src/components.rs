//! Parts that pages are made of. They take props, and read the desk only for what changes.

pub mod badge;
pub mod bar;
pub mod card;
pub mod el;
pub mod filters;
pub mod help;
pub mod link;
pub mod list;
pub mod marked;
pub mod panel;
pub mod rail;
pub mod seg;
