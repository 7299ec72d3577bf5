//! From the page as it was delivered to the running app, or to a message that says why not.

use leptos::prelude::*;
use yaodian_plan::query::Catalog;
use yaodian_plan::search::PinyinTable;
use yaodian_plan::{LoadError, Plan};

use crate::app::app;
use crate::browser::{dom, settings};
use crate::components::el::el;
use crate::state::Loaded;
use crate::text;

/// Id of the element that holds the plan as JSON.
const PLAN: &str = "plan";
/// Id of the element that holds the plan's pinyin table.
const PINYIN: &str = "pinyin";
/// What is in the page before the app is: the plan without script, and words about why.
const BEFORE: &str = "#before";

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
            if let Some(before) = dom::find(BEFORE) {
                before.remove();
            }
            mount_to_body(move || app(loaded));
        }
        Err(trouble) => mount_to_body(move || failed(trouble)),
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
fn failed(trouble: Trouble) -> AnyView {
    let detail = (!trouble.detail.is_empty())
        .then(|| el("details").add(el("summary").add(text::START_DETAIL)).add(el("pre").add(trouble.detail)));
    el("div")
        .class("failed card")
        .attr("role", "alert")
        .add(el("h1").add(text::START_FAILED))
        .add(el("p").add(trouble.message))
        .add(detail)
        .view()
}
