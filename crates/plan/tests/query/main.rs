//! The questions of the views: over Nanhai's plan, with answers read off the document, and over
//! small plans that are made for the question.

mod chain;
mod document;
mod filter;
mod matrix;
mod moved;
mod standing;
mod support;
mod time;
mod units;
