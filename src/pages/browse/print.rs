//! Printing, and what to do where there is none.

use leptos::task::spawn_local;

use crate::browser::window;
use crate::desk::desk;
use crate::text;

/// Prints the page, or says how else it can be printed.
pub fn print() {
    spawn_local(async {
        let desk = desk();
        // The browser prints what is there at the call; what else belongs on paper comes before.
        desk.set_printing(true);
        window::pause(0).await;
        let printed = window::print().await;
        desk.set_printing(false);
        if !printed {
            desk.ledger.say(text::NO_PRINTING.into());
        }
    });
}
