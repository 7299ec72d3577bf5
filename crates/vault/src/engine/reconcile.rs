//! Making the two stores agree when they are opened.

use super::super::envelope::{Decoded, decode};
use super::{Engine, SCHEMA, is_entry};

impl Engine {
    /// Takes the newest usable copy of every key, and marks what a store lacks to be written.
    pub(super) fn reconcile(&self, primary: &[(String, String)], mirror: &[(String, String)]) {
        for (key, raw) in primary.iter().chain(mirror) {
            if key == SCHEMA {
                self.check_schema(Some(raw));
            }
        }
        let mut in_primary: Vec<&(String, String)> = Vec::new();
        for (store, texts) in [primary, mirror].into_iter().enumerate() {
            for text in texts.iter().filter(|(key, _)| is_entry(key)) {
                let (key, raw) = text;
                let mut entry = self.entry(key);
                let known = entry.version;
                // Mostly both stores have the same text, and nothing is left to be found out about it.
                if store == 1 && in_primary.contains(&text) {
                    entry.mirrored = Some(known);
                    self.remember(entry);
                    continue;
                }
                match decode(key, raw) {
                    Decoded::Newer => self.newer.set(true),
                    // Writing the key moves damaged text away, even if there is nothing to write.
                    Decoded::Corrupt => entry.unwritten |= store == 0,
                    Decoded::Valid(theirs) => {
                        let version = theirs.version;
                        if store == 0 {
                            in_primary.push(text);
                        }
                        // Each page only ever adds to what it wrote. Of two pages, one may have been without
                        // what the other one put into a store that failed since, so a greater number alone does
                        // not say that it knew.
                        if version.writer != known.writer {
                            entry.merge(theirs, false, &self.merge, self.writer);
                        } else if version > known {
                            entry.replace(theirs);
                        }
                        entry.mark_known(version);
                        if store == 1 {
                            entry.mirrored = Some(version);
                        }
                    }
                }
                // The primary is read first, so all that the mirror changes is not in it.
                entry.unwritten |= store == 1 && entry.version != known;
                self.remember(entry);
            }
        }
        if !self.newer.get() {
            self.write_primary();
        }
    }
}
