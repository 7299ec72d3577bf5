//! What is done with the two stores when they are opened.

use super::super::envelope::{Decoded, decode};
use super::{Engine, SCHEMA, is_entry};

impl Engine {
    /// The newest usable copy of every key wins, and whatever lacks it gets it.
    pub(super) fn reconcile(&self, primary: &[(String, String)], mirror: &[(String, String)]) {
        for (key, raw) in primary.iter().chain(mirror) {
            if key == SCHEMA {
                self.check_schema(Some(raw));
            }
        }
        let mut whole: Vec<&(String, String)> = Vec::new();
        for (store, texts) in [primary, mirror].into_iter().enumerate() {
            for text in texts.iter().filter(|(key, _)| is_entry(key)) {
                let (key, raw) = text;
                let mut cell = self.cell(key);
                let known = cell.version;
                // Mostly both stores have the same text, and nothing is left to be found out about it.
                if store == 1 && whole.contains(&text) {
                    cell.mirrored = Some(known);
                    self.keep(cell);
                    continue;
                }
                match decode(key, raw) {
                    Decoded::Newer => self.newer.set(true),
                    // Writing the key moves damaged text out of the way, even if there is nothing to write.
                    Decoded::Corrupt => cell.unwritten |= store == 0,
                    Decoded::Whole(theirs) => {
                        let version = theirs.version;
                        if store == 0 {
                            whole.push(text);
                        }
                        // Each page only ever adds to what it wrote. Of two pages, one may have been without
                        // what the other one put into a store that failed since, so a greater number alone does
                        // not say that it knew.
                        if version.writer != known.writer {
                            cell.meet(theirs, false, &self.merge, self.writer);
                        } else if version > known {
                            cell.adopt(theirs);
                        }
                        cell.learn(version);
                        if store == 1 {
                            cell.mirrored = Some(version);
                        }
                    }
                }
                // The primary is read first, so all that the mirror changes is not in it.
                cell.unwritten |= store == 1 && cell.version != known;
                self.keep(cell);
            }
        }
        if !self.newer.get() {
            self.write_unwritten();
        }
    }
}
