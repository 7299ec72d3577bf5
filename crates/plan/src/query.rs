//! The questions that the views ask, answered by plain functions over a [`Catalog`].
//!
//! Items are named by their position in `plan.items` while they are being counted and sorted;
//! a position is only meaningful together with the catalog that gave it.

mod agenda;
mod catalog;
mod chain;
mod filter;
mod matrix;
mod standing;
mod summary;
mod timing;
mod unit;

pub use agenda::{Agenda, agenda_items, agendas, sort_by_time, time_rank};
pub use catalog::Catalog;
pub use chain::{Chain, Coverage, Pledge, chain, coverage, pledges};
pub use filter::{Filter, Group, When};
pub use matrix::{Matrix, MatrixRow, matrix};
pub use standing::{AsOf, Moment, Standing, Status, reported, standings};
pub use summary::Tally;
pub use timing::{Timing, later_months, planned, suggested_month};
pub use unit::{Role, UnitPage, role, unit_page};
