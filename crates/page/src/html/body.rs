//! The document's body: preamble, sections and points; and the list of corrections.

use std::fmt::{self, Write};

use super::marked::marked;
use super::{escape, text};
use yaodian_plan::{Place, Plan, WorkPoint, amended};

/// The title, the preamble and the points.
pub(super) fn points(plan: &Plan, out: &mut String) -> fmt::Result {
    writeln!(out, "<article class=\"card reading\" id=\"/points\">")?;
    writeln!(out, "<h1 class=\"document-title\">{}</h1>", escape(&plan.title))?;
    for paragraph in &plan.preamble {
        writeln!(out, "<p>{}</p>", escape(paragraph))?;
    }
    for section in &plan.sections {
        writeln!(out, "<section>")?;
        let heading = section.heading();
        if !heading.is_empty() {
            writeln!(out, "<h2>{}</h2>", escape(&heading))?;
        }
        for paragraph in &section.text {
            writeln!(out, "<p>{}</p>", escape(paragraph))?;
        }
        for (heading, points) in section.parts() {
            if let Some(heading) = heading {
                writeln!(
                    out,
                    "<h3 class=\"sub\">{}{}</h3>",
                    escape(&heading.number),
                    escape(&heading.title)
                )?;
            }
            for point in points {
                self::point(plan, point, out)?;
            }
        }
        writeln!(out, "</section>")?;
    }
    writeln!(out, "</article>")
}

/// One point. Its heading is the first sentence of its paragraph, as in the document.
fn point(plan: &Plan, point: &WorkPoint, out: &mut String) -> fmt::Result {
    let place = Place::Point(point.no);
    let heading = marked(plan, place, &point.heading);
    let label = escape(&point.label()).to_string();
    write!(
        out,
        "<div class=\"point\" id=\"/points/{}\"><h3>{label}{heading}{}</h3>",
        point.no,
        point.closing()
    )?;
    writeln!(out, "<p>{}</p></div>", marked(plan, place, &point.text))
}

/// The corrections, for readers who cannot see the notes at the words themselves: on paper, on touch screens.
pub(super) fn corrections(plan: &Plan, out: &mut String) -> fmt::Result {
    if plan.corrections.is_empty() {
        return Ok(());
    }
    writeln!(out, "<section class=\"card\">\n<header><h2>{}</h2></header>", text::CORRECTIONS)?;
    writeln!(out, "<ul class=\"corrections\">")?;
    for correction in &plan.corrections {
        let place = text::place(plan, correction.place);
        let note = text::correction(correction);
        let (place, note, reason) = (escape(&place), escape(&note), escape(&correction.reason));
        writeln!(out, "<li>{place}：{note}。{reason}</li>")?;
    }
    writeln!(out, "</ul>\n</section>")
}

/// What was changed since the plan was put into use: behind everything that the document says.
pub(super) fn amendments(plan: &Plan, out: &mut String) -> fmt::Result {
    if plan.amendments.is_empty() {
        return Ok(());
    }
    writeln!(out, "<section class=\"card\">\n<header><h2>{}</h2></header>", amended::RECORD)?;
    writeln!(out, "<p class=\"lead\">{}</p>\n<ul class=\"corrections\">", amended::RECORD_NOTE)?;
    for line in amended::record(plan) {
        writeln!(out, "<li>{}</li>", escape(&line))?;
    }
    writeln!(out, "</ul>\n</section>")
}
