//! A link that leads nowhere.

use super::heading::heading;
use crate::route::{Page, Route, decode};
use crate::text;
use yaodian_ui::{View, el};

/// Says what was not found, and the way home.
pub fn unknown(said: String) -> View {
    el("section")
        .class("card unknown")
        .child(heading(&Page::Unknown(String::new())))
        .child(el("p").child(text::no_such(&decode(&said))))
        .child(el("p").child(text::UNKNOWN_HINT))
        .child(
            el("p")
                .child(el("a").class("button").attr("href", Route::default().format()).child(text::GO_HOME)),
        )
        .into_view()
}
