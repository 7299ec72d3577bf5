//! The paths of registers in the file.

use super::{EntryKey, Field};

impl Field {
    /// Its path, from the root.
    pub(super) fn path(self) -> Vec<String> {
        let entry = self.entry();
        let mut path = vec![entry.group().to_owned(), entry.id()];
        if !self.name().is_empty() {
            path.push(self.name().to_owned());
        }
        if let Some(one) = self.one_of_several() {
            path.push(one.to_string());
        }
        path
    }

    /// The register with this name in an entry, unless it is one of several.
    pub(super) fn named(entry: EntryKey, name: &str) -> Option<Field> {
        let candidates = match entry {
            EntryKey::Item(id) => [Field::Status(id), Field::Moved(id), Field::Date(id)].to_vec(),
            EntryKey::Session(id) => {
                let (name, place) = (Field::SessionName(id), Field::SessionPlace(id));
                let (steps, order) = (Field::SessionSteps(id), Field::AgendaOrder(id));
                [Field::SessionDate(id), Field::SessionHour(id), name, place, steps, order].to_vec()
            }
            EntryKey::Author(_) | EntryKey::Aside => return None,
        };
        candidates.into_iter().find(|field| field.name() == name)
    }
}

/// The entry that a path leads to or into, if any.
pub(super) fn entry_at(path: &[String]) -> Option<EntryKey> {
    let [group, id, ..] = path else { return None };
    EntryKey::of(group, id)
}
