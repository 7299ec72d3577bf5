//! What a plan is. Every type here is plain data and is part of the plan's JSON format.
//!
//! Text is kept as printed; what was corrected or inferred is recorded beside it.

mod amendment;
mod annex;
mod check;
mod format;
mod item;
mod link;
mod meeting;
mod period;
mod plan;
mod points;
mod responsibility;
mod said;
mod table;

pub use amendment::{Amendment, Part};
pub use annex::{AnnexNote, Category};
pub use check::{Fault, check, is_valid_id};
pub use format::LoadError;
pub use item::{Extra, Item, ItemId, ReportedStatus, SourceSpan};
pub use link::{Correction, Link, Place};
pub use meeting::{MeetingKind, NamedMeeting, SessionNumber};
pub use period::{Month, MonthSet, Period};
pub use plan::{FORMAT, Plan};
pub use points::{Section, Subsection, WorkPoint};
pub use responsibility::{Basis, Collective, Responsibility, Unit, UnitId};
pub use table::Table;
