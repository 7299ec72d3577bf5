//! Printing: the way to it, and what to do where there is none.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::browser::window;
use crate::desk::{Desk, desk};
use crate::text;
use yaodian_ui::{El, el};

/// A button that prints the page.
pub fn print_button(name: &'static str) -> El {
    el("button").on("click", |_| print()).child(name)
}

/// Prints the page, and says how it can be printed where the browser does nothing.
pub fn print() {
    spawn_local(async {
        let desk = desk();
        // The browser prints what is there at the call; what else belongs on paper comes before.
        desk.printing.set(true);
        window::pause(0).await;
        let printed = window::print().await;
        desk.printing.set(false);
        if !printed {
            desk.ledger.say(text::NO_PRINTING.into());
        }
    });
}

/// Follows whether the page is being printed, also by the browser's own menu.
pub fn follow(desk: Desk) {
    window::follow_printing(move |printing| desk.printing.set(printing));
}
