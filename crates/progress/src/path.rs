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
        if let Some(note) = self.note() {
            path.push(note.to_string());
        }
        path
    }

    /// The register with this name in an entry, unless it is a note.
    pub(super) fn named(entry: EntryKey, name: &str) -> Option<Field> {
        let candidates = match entry {
            EntryKey::Item(id) => [Field::Status(id), Field::Moved(id), Field::Date(id)].to_vec(),
            EntryKey::Session(id) => {
                let (name, place) = (Field::SessionName(id), Field::SessionPlace(id));
                [Field::SessionDate(id), Field::SessionHour(id), name, place, Field::SessionSteps(id)]
                    .to_vec()
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
