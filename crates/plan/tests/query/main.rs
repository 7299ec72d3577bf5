//! The questions of the views: on Nanhai's plan, with answers read off the document, and over
//! small plans that are made for the question.

mod document;
mod filter;
mod links;
mod matrix;
mod moved;
mod standing;
mod support;
mod time;
mod units;
