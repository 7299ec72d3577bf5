//! What the views ask about a plan, as plain functions on a [`Catalog`].
//!
//! Items are identified by their position in `plan.items`; a position is only meaningful together with its catalog.

mod agenda;
mod catalog;
mod filter;
mod group;
mod links;
mod matrix;
mod moment;
mod standing;
mod status;
mod tally;
mod timing;
mod unit;

pub use agenda::{Agenda, agenda_items, agendas, is_outing, sort_by_time, time_rank};
pub use catalog::Catalog;
pub use filter::{Filter, When};
pub use group::Group;
pub use links::{Coverage, ItemLinks, PointPhrase, coverage, item_links, point_phrases};
pub use matrix::{Matrix, MatrixRow, matrix};
pub use moment::{AsOf, Moment};
pub use standing::{Standing, reported, standings};
pub use status::Status;
pub use tally::Tally;
pub use timing::{Timing, later_months, moved_to, planned, suggested_month};
pub use unit::{Role, UnitWork, role, unit_work};
