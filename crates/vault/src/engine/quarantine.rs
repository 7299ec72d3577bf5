//! Damaged text: it is moved to a key of its own, so that nobody's text is in the way of another and no byte is lost.

use std::rc::Rc;

use super::super::Quarantined;
use super::super::envelope::checksum;
use super::super::stores::Table;
use super::Engine;

const QUARANTINE: &str = "!quarantine.";

impl Engine {
    /// Damaged texts in both stores.
    pub async fn quarantined(self: Rc<Self>) -> Vec<Quarantined> {
        let mut found = Vec::new();
        let mirror = self.mirror().load(Table::Entries).await.unwrap_or_default();
        for (key, raw) in self.primary.load().into_iter().chain(mirror) {
            let named = key.strip_prefix(QUARANTINE).and_then(|rest| rest.split_once('.'));
            if let Some((_, key)) = named {
                let quarantined = Quarantined { key: key.to_owned(), raw };
                if !found.contains(&quarantined) {
                    found.push(quarantined);
                }
            }
        }
        found
    }
}

/// The key that a damaged text is moved to. The text's checksum is part of it, so that another text is never in its way.
pub(super) fn quarantine_key(key: &str, raw: &str) -> String {
    format!("{QUARANTINE}{}.{key}", checksum(&[raw]))
}
