//! The way to print, and whether the page is being printed.

use super::chunk_missing::with_browse;
use crate::browser::window;
use crate::desk::Desk;
use yaodian_ui::{El, el};

/// A button that prints the page.
pub fn print_button(name: &'static str) -> El {
    el("button").on("click", |_| print()).child(name)
}

/// Prints the page, and says how it can be printed where the browser does nothing.
pub fn print() {
    with_browse(|browse| (browse.print)());
}

/// Follows whether the page is being printed, also by the browser's own menu.
pub fn follow(desk: Desk) {
    window::follow_printing(move |printing| desk.set_printing(printing));
}
