//! A draft that is put right, step by step.

mod doubts;
mod edits;
mod reading;
mod support;
mod undo;
mod units;
mod written;
