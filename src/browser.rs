//! Every use of the browser that Leptos does not make for us.

pub mod clock;
pub mod dom;
pub mod hash;
pub mod settings;
// The app saves nothing yet; whoever makes it do so removes this line.
#[allow(dead_code)]
pub mod vault;
