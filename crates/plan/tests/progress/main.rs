//! 进展台账: what is recorded about a plan is never lost, whatever file or tab it meets.

mod actions;
mod golden;
mod hostile;
mod lossless;
mod merging;
mod stamps;
mod support;
