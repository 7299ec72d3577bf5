//! What the document says of an item beside what every item has.

use super::{Extra, Item, Plan, SessionNumber};
use crate::columns::COL_REMARK;

impl Item {
    /// What the document says of it that has no column of its own: which sessions of meetings where they are numbered,
    /// and other columns. Headings and texts.
    pub fn more_said(&self, plan: &Plan) -> Vec<(String, String)> {
        let session = |session: &SessionNumber| {
            (plan.meeting_name(session.meeting).to_owned(), format!("第{}次", session.no))
        };
        let extra = |extra: &Extra| (extra.heading.clone(), extra.text.clone());
        self.sessions.iter().map(session).chain(self.extras.iter().map(extra)).collect()
    }

    /// The same with the remark, for a row of annex 1, which has no column for remarks.
    pub fn said_in_row(&self, plan: &Plan) -> Vec<(String, String)> {
        let mut said = self.more_said(plan);
        let remark = self.remark.clone().filter(|_| self.id.is_schedule());
        said.extend(remark.map(|remark| (COL_REMARK.to_owned(), remark)));
        said
    }
}
