//! Every use of the browser that Leptos does not make for us.

pub mod carry;
pub mod clipboard;
pub mod clock;
pub mod dom;
pub mod files;
pub mod focus;
pub mod hash;
pub mod release;
pub mod seal;
pub mod settings;
pub mod storage;
pub mod window;
