//! A link that leads nowhere.

use leptos::prelude::*;

use super::Heading;
use crate::route::{Page, decode};
use crate::text;

/// Says what was not found, and the way home.
#[component]
pub fn Unknown(said: String) -> impl IntoView {
    let said_in_words = decode(&said);
    view! {
        <section class="card unknown">
            <Heading page=Page::Unknown(said)/>
            <p>{text::no_such(&said_in_words)}</p>
            <p>{text::UNKNOWN_HINT}</p>
            <p><a class="button" href="#/">{text::GO_HOME}</a></p>
        </section>
    }
}
