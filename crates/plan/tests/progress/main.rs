//! 进展台账: what is recorded about a plan is never lost, whatever file or tab it meets.

mod actions;
mod bulletins;
mod calendars;
mod golden;
mod hostile;
mod importing;
mod lossless;
mod merging;
mod reading;
mod sessions;
mod stamps;
mod support;
mod tables;
