//! What a row says, column by column.

use yaodian_plan::{Extra, Month, Period};

/// What a row says, column by column.
#[derive(Default)]
pub struct Facts {
    /// What it is listed under, as its cell has it.
    pub category: String,
    pub serial: String,
    /// Lines of the title, with line breaks for those of the source between them.
    pub title: String,
    pub lead: String,
    pub joint: String,
    /// Units whose columns are marked, and the marks.
    pub units: Vec<(String, String)>,
    /// The texts of the time columns that say something.
    pub times: Vec<String>,
    /// The time of a heading above the row, where it has none of its own.
    pub above: Option<(Period, String)>,
    /// Columns of ticks: the meeting, and what stands there.
    pub ticks: Vec<(String, String)>,
    /// Meetings by their names.
    pub meetings: String,
    pub months: Vec<InMonths>,
    pub remark: String,
    pub progress: String,
    pub extras: Vec<Extra>,
}

impl Facts {
    /// Whether it says more than what has to be done, and when: then it is no part of the row above.
    pub(super) fn says_more(&self) -> bool {
        !self.lead.is_empty()
            || !self.joint.is_empty()
            || !self.units.is_empty()
            || !self.remark.is_empty()
            || !self.extras.is_empty()
    }
}

/// A cell below the name of a month, or of several.
pub struct InMonths {
    pub first: Month,
    pub last: Month,
    /// The name as printed.
    pub heading: String,
    pub cell: String,
}
