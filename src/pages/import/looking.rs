//! The row and the line of the document that are looked at.

use leptos::prelude::*;
use yaodian_review::Key;

use super::studio::{Sought, Studio};

impl Studio {
    /// Looks at a row: it is shown, and its place in the document.
    pub fn look_at(self, key: Key) {
        self.only_open.set(false);
        self.row.set(Some(key));
        self.line.set(self.of_row(key, |_, row| row.line));
        self.sought.set(Some(Sought { row: key, column: Some("title".into()) }));
    }

    /// Looks at a line of the document: it is shown, and the first row that was read there.
    pub fn look_at_line(self, line: u32) {
        self.line.set(Some(line));
        let row = self.review.with_untracked(|review| {
            let rows = review.iter().flat_map(|review| &review.sheet().rows);
            rows.filter(|row| row.line == Some(line)).map(|row| row.key).next()
        });
        self.row.set(row);
        self.sought.set(row.map(|row| Sought { row, column: None }));
    }
}
