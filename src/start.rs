//! From the page as it was delivered to the running app, or to a message that says why not.

use leptos::prelude::*;
use yaodian_plan::query::Catalog;
use yaodian_plan::search::PinyinTable;
use yaodian_plan::{LoadError, Plan};

use crate::app::App;
use crate::browser::{dom, settings};
use crate::state::Loaded;
use crate::text;

/// Id of the element that holds the plan as JSON.
const PLAN: &str = "plan";
/// Id of the element that holds the plan's pinyin table.
const PINYIN: &str = "pinyin";
/// What is in the page before the app is: the plan without script, and words about why.
const BEFORE: &str = "#before";
/// The part of it that a link led to.
const TARGET: &str = "#before :target";
/// Its page, where a message is read before the plan.
const BEFORE_PAGE: &str = "#before main";

/// Why the plan could not be opened.
struct Trouble {
    message: &'static str,
    detail: String,
}

/// Starts the app, or says why it cannot start; the plain plan stays in that case.
pub fn start() {
    settings::apply_theme(settings::theme());
    match load() {
        Ok(loaded) => {
            // The plan lives as long as the page, so views may hold plain references to it.
            let loaded: &'static Loaded = Box::leak(Box::new(loaded));
            // The browser has scrolled to it; the app's page for the same link starts at its top.
            let scrolled = dom::find(TARGET).is_some();
            // Nothing is painted in between, and a panic on the way leaves the plain plan where it is.
            mount_to_body(move || view! { <App loaded/> });
            if let Some(before) = dom::find(BEFORE) {
                before.remove();
            }
            if scrolled {
                window().scroll_to_with_x_and_y(0.0, 0.0);
            }
            dom::set_state("running");
        }
        Err(trouble) => {
            dom::set_state("refused");
            let place = dom::find(BEFORE_PAGE).and_then(|page| dom::first_child_of(&page));
            match place {
                Some(place) => mount_to(place, move || view! { <Failed trouble/> }).forget(),
                None => mount_to_body(move || view! { <Failed trouble/> }),
            }
        }
    }
}

fn load() -> Result<Loaded, Trouble> {
    let json = dom::text_of(PLAN).filter(|json| !json.trim().is_empty());
    let json = json.ok_or(Trouble { message: text::START_MISSING, detail: String::new() })?;
    let plan = Plan::from_json(&json).map_err(|error| match error {
        LoadError::Malformed(detail) => Trouble { message: text::START_BROKEN, detail },
        LoadError::Newer(format) => Trouble { message: text::START_NEWER, detail: format.to_string() },
        LoadError::Faulty(faults) => {
            let faults: Vec<String> = faults.iter().map(ToString::to_string).collect();
            Trouble { message: text::START_BROKEN, detail: faults.join("\n") }
        }
    })?;
    // Without its table the search still finds characters, which is better than no app.
    let pinyin = dom::text_of(PINYIN).and_then(|table| PinyinTable::parse(&table).ok()).unwrap_or_default();
    Ok(Loaded::new(Catalog::new(plan), pinyin))
}

/// The message in place of the app.
#[component]
fn Failed(trouble: Trouble) -> impl IntoView {
    view! {
        <div class="failed card" role="alert">
            <h1>{text::START_FAILED}</h1>
            <p>{trouble.message}</p>
            {(!trouble.detail.is_empty())
                .then(|| view! { <details><summary>{text::START_DETAIL}</summary><pre>{trouble.detail}</pre></details> })}
        </div>
    }
}
