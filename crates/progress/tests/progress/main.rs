//! 进展台账: what is recorded about a plan is never lost, whatever file or tab it meets.

mod actions;
mod agendas;
mod backups;
mod bulletins;
mod entries;
mod golden;
mod hostile;
mod importing;
mod lines;
mod lossless;
mod merging;
mod merging_shown;
mod reading;
mod released;
mod renamed;
mod sessions;
mod stamps;
mod states;
#[allow(dead_code, reason = "shared with the tests of exports")]
mod support;
mod texts;
mod writes;
