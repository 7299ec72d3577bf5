//! What a text about time adds up to within the plan's year, and what was not plain about it.

use yaodian_plan::Period;

/// A period and how sure the reading is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    pub period: Period,
    /// What was not plain, without repetition.
    pub doubts: Vec<Doubt>,
}

/// What was not plain about a period.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Doubt {
    /// It says more than months can hold: 每月, 6 月前, 3 月 15 日.
    Coarser,
    /// Months that do not follow each other.
    Several,
    /// Some or all of it is outside the plan's year.
    Outside,
    /// Words beside the months were not understood.
    Partial,
    /// Nothing was understood; the period is `Unscheduled`.
    Unknown,
}
