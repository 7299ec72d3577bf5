//! A link that leads nowhere.

use super::heading;
use crate::components::el::{View, el};
use crate::route::{Page, decode};
use crate::text;

/// Says what was not found, and the way home.
pub fn unknown(said: String) -> View {
    el("section")
        .class("card unknown")
        .add(heading(&Page::Unknown(String::new())))
        .add(el("p").add(text::no_such(&decode(&said))))
        .add(el("p").add(text::UNKNOWN_HINT))
        .add(el("p").add(el("a").class("button").attr("href", "#/").add(text::GO_HOME)))
        .view()
}
