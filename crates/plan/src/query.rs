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
mod unit;

pub use agenda::{Agenda, agenda_items, agendas, sort_by_time};
pub use catalog::Catalog;
pub use chain::{Chain, Coverage, Pledge, chain, coverage, pledges};
pub use filter::{Filter, Group, When};
pub use matrix::{Matrix, MatrixRow, matrix};
pub use standing::{AsOf, Standing, Status, default_postponement, reported, standings};
pub use summary::Tally;
pub use unit::{Role, UnitPage, role, unit_page};
