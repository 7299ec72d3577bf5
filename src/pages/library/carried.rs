//! The library that the page's own file carries: what it has, and taking it in.

use leptos::prelude::*;
use leptos::task::spawn_local;
use yaodian_ui::{El, el};

use super::shown::{Shown, read_again};
use super::taking::taking;
use crate::browser::carry::library::{carried, mark};
use crate::browser::settings;
use crate::library;
use crate::text;
use crate::widgets::card::card;

/// The card about it; none if the file carries no library.
pub fn card_for_carried(shown: Shown) -> Option<El> {
    let files = carried();
    if files.is_empty() {
        return None;
    }
    let titles = library::titles(files.iter().map(String::as_str));
    let said = RwSignal::new(String::new());
    let take = move |_| {
        let files = files.clone();
        spawn_local(async move {
            let outcomes = library::take_all(text::THIS_FILE, files.iter().map(String::as_str)).await;
            if outcomes.iter().all(Result::is_ok) {
                settings::set_seen_library(&mark());
            }
            said.set(text::taken_all(&outcomes));
            taking().ask_about_versions(outcomes);
            read_again(shown);
        });
    };
    let rows: Vec<El> = titles.into_iter().map(|title| el("li").child(title)).collect();
    let button = el("button").attr("type", "button").class("button").on("click", take);
    Some(
        card(text::LIBRARY_CARRIED, Vec::new())
            .child(el("p").class("lead").child(text::LIBRARY_CARRIED_NOTE))
            .child(el("ul").child(rows))
            .child(el("p").class("tools").child(button.child(text::LIBRARY_TAKE_ALL)))
            .child(el("p").attr("role", "status").child(move || said.get())),
    )
}
