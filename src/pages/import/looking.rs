//! The row and the line of the document that are looked at.

use leptos::prelude::*;
use yaodian_review::Key;

use super::studio::{Sought, Studio};
use crate::desk::desk;
use crate::text;

impl Studio {
    /// Looks at a row: it is shown, and its place in the document.
    pub fn look_at(self, key: Key) {
        self.show_row(key);
        self.sought.set(Some(Sought { row: key, column: Some("title".into()) }));
    }

    /// Lets a row be among those on the page, and shows its place in the document.
    pub fn show_row(self, key: Key) {
        if !self.listed.with_untracked(|rows| rows.iter().any(|(listed, _)| *listed == key)) {
            self.only_open.set(false);
        }
        self.row.set(Some(key));
        self.line.set(untrack(|| self.of_row(key, |_, row| row.line)));
    }

    /// Looks at a line of the document: it is shown, and the first row that was read there. Returns that.
    pub fn look_at_line(self, line: u32) -> Option<Key> {
        let before = self.row.get_untracked();
        let rows: Vec<Key> = self.review.with_untracked(|review| {
            let rows = review.iter().flat_map(|review| &review.sheet().rows);
            rows.filter(|row| row.line == Some(line)).map(|row| row.key).collect()
        });
        // Of several rows in one line the next one, where one of them is looked at.
        let at = rows.iter().position(|row| Some(*row) == before).map_or(0, |at| (at + 1) % rows.len());
        let row = rows.get(at).copied();
        match row {
            Some(row) => self.show_row(row),
            None => {
                self.line.set(Some(line));
                self.row.set(None);
            }
        }
        self.sought.set(row.map(|row| Sought { row, column: None }));
        row
    }

    /// The same for whoever goes by keyboard: the focus goes there.
    pub fn go_to_line(self, line: u32) {
        match self.look_at_line(line) {
            Some(row) => self.sought.set(Some(Sought { row, column: Some("title".into()) })),
            None => desk().ledger.say(text::NO_ROW_HERE.into()),
        }
    }
}
