//! The history: who wrote what, newest first.
//!
//! A book keeps the last write of each register, not those before it, so an item whose status was changed
//! twice has one entry.

use std::sync::Arc;

use super::describe::sentence;
use super::{AuthorId, Field, FieldKind, ProgressBook, Register, Stamp, Value};
use yaodian_plan::query::{Catalog, Role, role};
use yaodian_plan::sort::sorted_positions;
use yaodian_plan::{Month, UnitId};

/// One write.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HistoryEntry {
    /// When; [`Stamp::date`] and [`Stamp::time`] give it in China's time.
    pub when: Stamp,
    /// Which device wrote.
    pub author: AuthorId,
    /// How the author signs.
    pub author_name: String,
    /// The register: its item, note or session.
    pub field: Field,
    /// The write as a sentence, e.g. 把“……”标为已完成.
    pub description: String,
    /// The value, for its text or its reason.
    pub value: Arc<Value>,
}

/// Which writes to list. `None` does not restrict.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct HistoryFilter {
    /// About items that the unit leads or joins by name.
    pub unit: Option<UnitId>,
    /// Written in this month of this year, in China's time.
    pub month: Option<(i32, Month)>,
    /// Of this kind.
    pub kind: Option<FieldKind>,
}

/// The newest writes that pass the filter, at most `limit`, and how many pass in all. A book has thousands of writes and a
/// screen shows a hundred, so only those are described.
pub fn history(
    book: &ProgressBook,
    catalog: &Catalog,
    filter: &HistoryFilter,
    limit: usize,
) -> (Vec<HistoryEntry>, usize) {
    let registers = book.registers.iter().map(|register| &**register);
    // That an item was put off is remembered when its status says something else, by the same action.
    let is_entry = |register: &&Register| !matches!(register.field, Field::Moved(_));
    let written: Vec<&Register> = registers.filter(|it| is_entry(it) && filter.admits(it, catalog)).collect();
    let key = |at: usize| written.get(at).map(|register| (register.authored(), register.field));
    // Without a limit nobody needs the order.
    let sorted = if limit > 0 { written.len() } else { 0 };
    let newest = sorted_positions(sorted, &|one, other| key(one) > key(other));
    let entry = |register: &&Register| HistoryEntry {
        when: register.authored(),
        author: register.authored().by,
        author_name: book.signature(register.authored().by, catalog),
        field: register.field,
        description: description(register, catalog),
        value: Arc::clone(&register.value),
    };
    let entries = newest.into_iter().take(limit).filter_map(|at| written.get(at).map(entry)).collect();
    (entries, written.len())
}

/// The months in which something was written, the latest first.
pub fn written_months(book: &ProgressBook) -> Vec<(i32, Month)> {
    let mut months: Vec<(i32, Month)> = Vec::new();
    for register in &book.registers {
        let Some(month) = register.authored().month() else { continue };
        if let Err(at) = months.binary_search_by(|known| month.cmp(known)) {
            months.insert(at, month);
        }
    }
    months
}

/// A note with the stamp of its creation was added, one with a later stamp was changed.
fn description(register: &Register, catalog: &Catalog) -> String {
    let Register { field, value, .. } = register;
    let changed = field.one_of_several().is_some_and(|one| one.created != register.authored());
    sentence(*field, changed.then_some(&**value), value, catalog)
}

impl HistoryFilter {
    fn admits(&self, register: &Register, catalog: &Catalog) -> bool {
        let field = register.field;
        if self.kind.is_some_and(|kind| kind != field.kind())
            || self.month.is_some_and(|month| Some(month) != register.authored().month())
        {
            return false;
        }
        let Some(unit) = &self.unit else { return true };
        let at = field.item().and_then(|id| catalog.position(id));
        let role = at.and_then(|at| role(catalog, unit, at));
        matches!(role, Some(Role::Lead | Role::Joint))
    }
}
