//! The ledger as a whole: exported as a file, merged with others' files, reset to a restore point.

use std::sync::Arc;

use leptos::prelude::*;
use yaodian_plan::Plan;
use yaodian_progress::{
    Backups, Choices, DecodeError, Decoded, FileHead, Line, NotMerged, Preview, ProgressBook, Stored,
    count_lost_notes, decode, encode, is_draft, merge_shown, merge_stored, read_entries,
};

use super::Ledger;
use super::incoming::{Content, Incoming, Other};
use crate::browser::storage::vault::Vault;
use crate::browser::{carry, clock, dom, settings};
use crate::text;
use yaodian_vault::mailbox::WaitingFile;
use yaodian_vault::{Entries, Reason};

/// Why a file was not imported. Everything is as it was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotImported {
    /// Nothing can be written now.
    NotNow,
    /// There is no restore point to go back to, and why.
    NoRestorePoint(Reason),
    /// The book has changed since the file was shown.
    Changed,
    /// So many conflicts are still to be decided.
    Undecided(usize),
}

/// What is in a file about this plan, under the ids that items have now: it may be from before the plan was corrected.
///
/// # Errors
/// Why it is no such file.
pub fn read_file(text: &str, plan: &Plan) -> Result<Decoded, DecodeError> {
    let file = decode(text.as_bytes(), Some(&plan.id))?;
    Ok(Decoded { book: file.book.under_present_ids(&plan.renamed()), ..file })
}

/// What the page's own file carries, if a book lacks any of it or it is about another plan.
pub fn carried(book: &ProgressBook, plan: &Plan) -> Option<Incoming> {
    let notes = carry::carried()?;
    let content = match read_file(&notes, plan) {
        Ok(file) if book.lacks(&file.book) => Content::Ready(Arc::new(file)),
        Err(DecodeError::OtherPlan { id: plan, title }) => {
            Content::Other(Other { plan, title, packed: None, text: notes.into(), sealed: false })
        }
        Ok(_) | Err(_) => return None,
    };
    Some(Incoming::new(text::THIS_FILE.into(), content))
}

impl Ledger {
    /// The whole book as a file, with its plan for those who do not have that.
    pub fn to_file(self) -> String {
        self.encoded(dom::text_of(carry::PLAN).unwrap_or_default())
    }

    /// The same without the plan, for where that stands beside it.
    pub fn to_notes(self) -> String {
        self.encoded(String::new())
    }

    fn encoded(self, plan_data: String) -> String {
        let head = FileHead {
            plan_title: self.catalog.plan.title.clone(),
            saved_at: Some(clock::now_ms()),
            saved_by: Some(self.author()),
            plan_data,
        };
        self.book.with_untracked(|book| encode(book, &head))
    }

    /// Records that a backup was made.
    pub fn record_backup(self) {
        self.set_backups(Backups { last: clock::now_ms(), ..Backups::default() });
    }

    /// Reminds of a missing backup tomorrow.
    pub fn snooze_reminder(self) {
        self.set_backups(Backups { quiet: clock::midnight_ms(), ..self.backups.get_untracked() });
    }

    /// What is known about backups. Tracks.
    pub fn backups(self) -> Backups {
        self.backups.get()
    }

    fn set_backups(self, backups: Backups) {
        settings::set_backups(&self.catalog.plan.id, backups);
        self.backups.set(backups);
    }

    /// How much changed since the last backup, and whether that is so long ago that it should be said. Tracks.
    pub fn changes_without_backup(self) -> (usize, bool) {
        self.book.with(|book| self.backups().missing(book, clock::now_ms()))
    }

    /// Merges a file's book into this one as it was shown, conflicts settled as chosen, after a restore point. One from
    /// the mailbox is removed from there then.
    ///
    /// # Errors
    /// The reason why nothing was merged.
    pub async fn import(
        self,
        file: Arc<Decoded>,
        shown: &Preview,
        choices: &Choices,
        name: &str,
        waiting: Option<WaitingFile>,
    ) -> Result<(), NotImported> {
        let vault = self.vault.get_untracked().ok_or(NotImported::NotNow)?;
        let before = vault
            .create_restore_point(&text::before_import(name))
            .await
            .map_err(NotImported::NoRestorePoint)?;
        if !untrack(|| self.writable()) {
            return Err(NotImported::NotNow);
        }
        self.take_changes();
        self.observe(&file.book);
        let stamp = self.next_stamp();
        // Somebody may have changed the book while the restore point was being made.
        let merge =
            |book: &mut ProgressBook| merge_shown(book, &file.book, shown, choices, self.catalog, stamp);
        let merged = self.write_book.try_update_untracked(merge).ok_or(NotImported::NotNow)?;
        let changed = merged.map_err(|refused| match refused {
            NotMerged::Stale(_) => NotImported::Changed,
            NotMerged::Undecided(count) => NotImported::Undecided(count),
        })?;
        self.persist(&changed);
        self.remember_import(changed.len());
        self.remember_replacement(before, text::imported(name, changed.len()));
        if let Some(waiting) = waiting {
            self.settle(waiting, file);
        }
        self.bring_renamed().await;
        Ok(())
    }

    fn remember_import(self, changed: usize) {
        if changed > 0 {
            self.set_backups(self.backups.get_untracked().after_import(changed, clock::now_ms()));
        }
    }

    /// How many notes going back to these entries would lose.
    pub fn notes_lost_by(self, entries: &Entries) -> usize {
        let then = read_entries(&self.catalog.plan.id, entries).0;
        self.book.with_untracked(|book| count_lost_notes(book, &then))
    }

    /// Puts what was recorded at some time in place of what is recorded now. What is being typed stays: it belongs to
    /// neither.
    ///
    /// # Errors
    /// The reason why everything is as it was.
    pub async fn go_back(
        self,
        mut entries: Entries,
        reason: &'static str,
        said: String,
    ) -> Result<(), Reason> {
        self.store_draft();
        let now = self.vault.get_untracked().map(Vault::entries).unwrap_or_default();
        // What was being typed in a line then has been recorded since.
        entries.retain(|(key, _)| Line::of_draft(key).is_none());
        for (key, text) in now.into_iter().filter(|(key, _)| is_draft(key)) {
            let then = entries.iter().position(|(known, _)| *known == key).map(|at| entries.remove(at).1);
            let both = Stored { key: &key, base: None, older: then.as_deref(), newer: Some(&text) };
            if let Some(both) = merge_stored(both, false) {
                entries.push((key, both));
            }
        }
        self.replace(entries, reason, said).await
    }

    /// Puts these entries in place of everything, after a restore point for `reason`.
    ///
    /// # Errors
    /// The reason why everything is as it was.
    pub async fn replace(self, entries: Entries, reason: &'static str, said: String) -> Result<(), Reason> {
        let vault = self.vault.get_untracked().ok_or(Reason::Blocked)?;
        self.store_draft();
        let before = vault.replace_all(reason, entries).await?;
        // Not the given ones: something may have been entered while they were being stored.
        self.write_book.set(read_entries(&self.catalog.plan.id, &vault.entries()).0);
        self.remember_replacement(before, said);
        Ok(())
    }
}
