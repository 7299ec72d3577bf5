//! From the text of a source document to a plan.
//!
//! The importer reads the document as it stands, misprints included, and never refuses: it gives
//! the plan that could be read together with a [`Diagnostic`] for everything that it had to
//! assume or could not read. It knows no regular expressions and does no IO.
//!
//! - `text`, `lines`: characters, numerals, and the lines of the source;
//! - `heading`, `body`: title, issuer, year; preamble, sections, points;
//! - `table`, `annexes`: what the columns are, and rows rejoined over page breaks;
//! - `categories`, `numbering`, `schedule`: annex 1;
//! - `tasks`, `pairing`, `monthly`: annex 2;
//! - `period`, `time`, `remark`, `names`, `units`: what single cells mean;
//! - [`document`]: a file as paragraphs and tables, whatever its format;
//! - [`formats`]: from the bytes of a file to a document;
//! - `diagnostic`, `message`: what is said about it all, and how.

mod annexes;
mod body;
mod categories;
mod diagnostic;
pub mod document;
pub mod formats;
mod heading;
mod lines;
mod message;
mod monthly;
mod names;
mod numbering;
mod pairing;
mod period;
mod remark;
mod schedule;
mod table;
mod tasks;
mod text;
mod time;
mod units;

pub use diagnostic::{Diagnostic, Problem, Severity};

use yaodian_plan::{FORMAT, Plan};

/// What the caller knows about a document beyond its text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Hints {
    /// The plan's short ASCII name; made up from the issuer and the year if absent.
    pub id: Option<String>,
    /// The plan's year; the title's if absent.
    pub year: Option<i32>,
}

/// Reads a source document.
///
/// The diagnostics are in the order of the document's lines.
pub fn import(source: &str) -> (Plan, Vec<Diagnostic>) {
    import_as(source, &Hints::default())
}

/// Reads a source document about which something is known.
pub fn import_as(source: &str, hints: &Hints) -> (Plan, Vec<Diagnostic>) {
    let mut out = Vec::new();
    let parts = lines::parts(source);
    let heading = heading::read(&parts.body, source, hints, &mut out);
    let year = heading.year;
    let body = body::read(parts.body.get(heading.used..).unwrap_or_default(), &mut out);
    let end = parts.body.last().map_or(1, |line| line.no);
    let annexes = annexes::read(&parts.annexes, year, end, &mut out);
    let rows = annexes.schedule.iter().chain(&annexes.monthly);
    let units = units::Units::learn(monthly::unit_cells(rows), &mut out);
    let (categories, mut items) = schedule::read(&annexes.schedule, &units, year, &mut out);
    items.extend(monthly::read(&annexes.monthly, &units, year, &mut out));
    let id = hints.id.clone().unwrap_or_else(|| {
        let id = heading::made_up_id(&heading.issuer, year);
        out.push(Problem::MadeUpId { id: id.clone() }.at(1));
        id
    });
    out.sort_by_key(|diagnostic| diagnostic.line);
    let plan = Plan {
        format: FORMAT,
        id,
        title: heading.title,
        issuer: heading.issuer,
        year,
        preamble: body.preamble,
        sections: body.sections,
        annexes: annexes.titles,
        units: units.into_units(),
        categories,
        items,
        links: Vec::new(),
        corrections: Vec::new(),
    };
    (plan, out)
}
