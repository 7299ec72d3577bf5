//! What was recorded about an item that has another identity now, because its plan was corrected.

use std::sync::Arc;

use super::{Field, ProgressBook, Register};
use yaodian_plan::ItemId;

impl ProgressBook {
    /// A book with what is recorded about one item, as if it were about another, with all authors and times.
    pub fn item_as(&self, from: ItemId, to: ItemId) -> ProgressBook {
        let mut book = ProgressBook::new(self.plan.clone());
        for register in self.registers() {
            let field = match register.field {
                Field::Status(id) if id == from => Field::Status(to),
                Field::Moved(id) if id == from => Field::Moved(to),
                Field::Date(id) if id == from => Field::Date(to),
                Field::Note(id, note) if id == from => Field::Note(to, note),
                _ => continue,
            };
            book.merge_register(Arc::new(Register { field, ..Register::clone(register) }));
        }
        book
    }
}
