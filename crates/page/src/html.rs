//! The whole plan as static HTML: what is painted first, what search engines and screen readers find, and everything
//! there is without scripts or WebAssembly.
//!
//! The parts of the plan have the addresses of the app's pages as their ids (`#/points/5`, `#/item/s2-16`),
//! so that a link leads to the same thing whether the app has started or not.
//!
//! - [`escape`]: text as HTML text.
//! - `marked`: text of the plan with its misprints marked.
//! - `body`: the points, the corrections. `annexes`: the two tables.
//! - `notes`: why the app is not running. `text`: every sentence that is not the plan's own.

mod annexes;
mod body;
mod escape;
mod marked;
mod notes;
mod text;

pub use escape::escape;

use std::fmt;

use yaodian_plan::Plan;

/// A script for the `<head>`, to run before anything is painted. It applies the colour scheme that the user
/// chose, and sets the root element's `data-app` to the state of the app: `starting`, `unsupported` (this
/// browser cannot run it), `failed` (an error came before it started) or `crashed` (its WebAssembly ended while it ran; a
/// notice is shown). The app itself sets `running`, or `refused` if it shows its own message about why it cannot
/// start. Written for the oldest browsers that are in use.
pub const START_SCRIPT: &str = include_str!("html/starting.js");

/// The plan as one element, `<div id="before">`, which the app replaces when it has started.
pub fn write(plan: &Plan) -> String {
    let mut out = String::new();
    // Writing to a string fails only if formatting a value does, and no value here does.
    let written = page(plan, &mut out);
    debug_assert!(written.is_ok());
    out
}

/// The same frame as the app's: bar, rail, page.
fn page(plan: &Plan, out: &mut String) -> fmt::Result {
    use std::fmt::Write;

    writeln!(out, "<div id=\"before\" class=\"app\">")?;
    writeln!(out, "<a class=\"skip\" href=\"#/points\">{}</a>", text::SKIP)?;
    writeln!(
        out,
        "<header class=\"bar\"><p class=\"brand\">{}</p><p class=\"starting\" role=\"status\">{}</p></header>",
        escape(&plan.title),
        text::STARTING
    )?;
    contents(plan, out)?;
    writeln!(out, "<main>")?;
    notes::write(out)?;
    body::points(plan, out)?;
    annexes::schedule(plan, out)?;
    annexes::monthly(plan, out)?;
    body::corrections(plan, out)?;
    body::amendments(plan, out)?;
    writeln!(out, "</main>\n</div>")
}

/// Links to the parts of the page.
fn contents(plan: &Plan, out: &mut String) -> fmt::Result {
    use std::fmt::Write;

    let schedule = plan.items.iter().filter(|item| item.id.is_schedule()).count();
    let parts = [
        ("points", text::POINTS, plan.points().count()),
        ("categories", text::SCHEDULE, schedule),
        ("categories/monthly", text::MONTHLY, plan.items.len() - schedule),
    ];
    writeln!(out, "<nav class=\"rail\" aria-label=\"{}\">", text::CONTENTS)?;
    for (address, name, count) in parts {
        if count > 0 {
            writeln!(out, "<a href=\"#/{address}\"><span>{name}</span><small>{count}</small></a>")?;
        }
    }
    writeln!(out, "<hr>")?;
    for section in &plan.sections {
        if let Some(first) = section.points.first() {
            let heading = section.heading();
            let name = if heading.is_empty() { &plan.title } else { &heading };
            writeln!(out, "<a class=\"wide\" href=\"#/points/{}\">{}</a>", first.no, escape(name))?;
        }
    }
    writeln!(out, "</nav>")
}
