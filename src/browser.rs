//! Every use of the browser that Leptos does not make for us.

pub mod carry;
pub mod clock;
pub mod dom;
pub mod hash;
pub mod settings;
pub mod vault;
