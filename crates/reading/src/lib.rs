//! From a source document to a plan.
//!
//! A document is read as it stands, misprints included, and never refused: there is a [`Draft`] with
//! what could be read, and a [`Diagnostic`] for everything that had to be assumed or could not be
//! read. No regular expressions, no IO, no clock.
//!
//! - [`formats`]: from the bytes of a file to a document;
//! - [`document`]: a file as paragraphs and tables, whatever its format;
//! - [`understanding`]: what its paragraphs and tables mean;
//! - [`comparison`]: a corrected document over a plan in use;
//! - `…_in_slices`: the same at a [`yaodian_pace::Pace`], for a page that has to stay responsive.

pub mod comparison;
pub mod document;
pub mod formats;
pub mod understanding;

pub use comparison::{Comparison, compare};
pub use understanding::{
    Cause, Diagnostic, Draft, Found, Hints, Severity, Words, understand, understand_files,
    understand_in_slices,
};

/// Reads a text.
pub fn import(source: &str) -> (Draft, Vec<Diagnostic>) {
    import_as(source, &Hints::default())
}

/// Reads a text about which something is known.
pub fn import_as(source: &str, hints: &Hints) -> (Draft, Vec<Diagnostic>) {
    let document = formats::read(formats::Kind::Text, source.as_bytes()).unwrap_or_default();
    understand(&document, hints)
}
