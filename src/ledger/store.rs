//! Between the book and the vault: reading at the start, storing what was done, following what other pages store.

use leptos::prelude::*;
use leptos::task::spawn_local;
use yaodian_progress::{
    EntryKey, NEW_LINE, ProgressBook, Stored, UNREADABLE_PREFIX, VERSION, changed_entries, encode_entry,
    is_draft, merge_stored, merge_texts, read_entries, read_entry, renamed_entries,
};

use super::{Ledger, backup};
use crate::browser::storage::peek;
use crate::browser::storage::vault::{Options, Vault};
use crate::browser::{carry, clock, settings};
use crate::text;
use yaodian_vault::{Change, Meeting, Quarantined};

impl Ledger {
    /// Whether there is something that was recorded, as far as that is known at once.
    pub fn seems_used(self) -> bool {
        carry::carried().is_some()
            || carry::library::is_carried()
            || peek::seems_in_use(&self.catalog.plan.id)
    }

    /// Whether this browser may hold something that was recorded.
    pub async fn in_use(self) -> bool {
        let used = self.seems_used() || peek::in_use(&self.catalog.plan.id).await;
        if !used {
            self.untouched.set(true);
        }
        used
    }

    /// Whether the store is open. Tracks.
    pub fn is_open(self) -> bool {
        self.vault.with(Option::is_some)
    }

    /// Takes note of whether what was recorded could not be read.
    pub fn set_unread(self, unread: bool) {
        self.set_unread.set(unread);
    }

    /// Reads what was recorded, and lets the user record. Whoever comes second waits for the first.
    pub async fn open(self) {
        let opening = self.opening.get_value();
        opening.get_or_init(self.read()).await;
    }

    async fn read(self) {
        spawn_local(self.look_into_mailbox());
        let plan = self.catalog.plan.id.clone();
        // While the vault is being opened, of two texts the older one is mostly what a crash has left of
        // the other; what was overwritten there was overwritten long ago.
        let merge = move |Meeting { key, base, older, newer }: Meeting| {
            merge_stored(Stored { key, base, older, newer }, self.vault.with_untracked(Option::is_some))
        };
        let options = Options { plan: plan.clone(), schema: VERSION, merge: Box::new(merge) };
        let (vault, stored) = Vault::open(options).await;
        let (book, unread) = read_entries(&plan, &stored);
        self.observe(&book);
        self.set_carried.set(backup::carried(&book, &self.catalog.plan));
        self.write_book.set(book);
        let mut changes = Vec::new();
        for (key, text) in unread {
            changes.extend(self.keep_aside(vault, key, text));
        }
        for (key, text) in &stored {
            self.report_kept_aside(key, text);
        }
        self.apply_changes(vault, changes);
        vault.on_change(move |changes| self.apply_changes(vault, changes));
        vault.on_vanished(move || {
            settings::remember_device(self.author());
            settings::set_backups(&self.catalog.plan.id, self.backups.get_untracked());
            self.say(text::VANISHED.into());
        });
        self.set_vault.set(Some(vault));
        if untrack(|| self.writable()) {
            self.bring_renamed().await;
            self.recover_lines();
        }
        spawn_local(async move { self.report_damaged(vault.quarantined().await) });
    }

    /// Puts what is recorded under an id that an item had before the plan was corrected under the one that it has: a tab
    /// that still shows the former version, or a file from a colleague who has it, may bring some at any time.
    pub(super) async fn bring_renamed(self) {
        let plan = &self.catalog.plan;
        let renamed = plan.renamed();
        // Few plans have any, and all texts would be copied for nothing at each start.
        if renamed.is_empty() {
            return;
        }
        let Some(vault) = self.vault.get_untracked() else { return };
        let writes = renamed_entries(&plan.id, &vault.entries(), &renamed);
        // They stay where they are where there is no way back.
        if !writes.is_empty() && vault.create_restore_point(text::BEFORE_REVISION).await.is_ok() {
            self.apply_changes(vault, vault.put(writes.clone()));
            let changes = writes.into_iter().map(|(key, value)| Change { key, value });
            self.apply_changes(vault, changes.collect());
        }
    }

    /// Stores the entries that changes belong to, and notifies the views.
    pub(super) fn store(self, changes: &[yaodian_progress::Change]) {
        self.persist(&changed_entries(changes));
    }

    /// Stores entries as the book has them now, and notifies the views.
    pub fn persist(self, keys: &[EntryKey]) {
        if let Some(vault) = self.vault.get_untracked() {
            let writes = self.book.with_untracked(|book| {
                // What could not be read in one of them has no place in it any more.
                let aside = (!book.aside.is_empty()).then_some(&EntryKey::Aside);
                let write = |key: &EntryKey| (key.to_string(), Some(encode_entry(book, *key)));
                aside.into_iter().chain(keys).map(write).collect()
            });
            self.apply_changes(vault, vault.put(writes));
        }
        self.write_book.notify();
    }

    /// Keeps a stored text that is no book before its entry is written again. Returns other pages' changes that were
    /// found on this occasion.
    fn keep_aside(self, vault: Vault, key: &str, text: &str) -> Vec<Change> {
        let place = format!("{}{key}", UNREADABLE_PREFIX);
        let all = vault.get(&place).map(|before| merge_texts(None, &before, text, NEW_LINE));
        let changes = vault.put(vec![(place, Some(all.unwrap_or_else(|| text.to_owned())))]);
        self.report_damaged(vec![Quarantined { key: key.to_owned(), raw: text.to_owned() }]);
        changes
    }

    /// Reports a text if it is one that was kept aside, now or in another page.
    fn report_kept_aside(self, key: &str, text: &str) {
        if let Some(key) = key.strip_prefix(UNREADABLE_PREFIX) {
            self.report_damaged(vec![Quarantined { key: key.to_owned(), raw: text.to_owned() }]);
        }
    }

    fn report_damaged(self, found: Vec<Quarantined>) {
        if !found.is_empty() {
            self.set_quarantined.update(|all| {
                for one in found {
                    if !all.contains(&one) {
                        all.push(one);
                    }
                }
            });
        }
    }

    /// Applies other pages' changes that the vault has found and not returned yet. Whatever makes a new value of
    /// the book or of a draft begins with this, so that it is made with knowledge of them.
    pub(super) fn take_changes(self) {
        if let Some(vault) = self.vault.get_untracked() {
            self.apply_changes(vault, vault.take_changes());
        }
    }

    /// Applies other pages' changes to the book and the drafts.
    pub(super) fn apply_changes(self, vault: Vault, mut changes: Vec<Change>) {
        while !changes.is_empty() {
            let found =
                changes.iter().map(|change| self.apply_change(vault, &change.key, change.value.as_deref()));
            changes = found.collect::<Vec<_>>().concat();
        }
    }

    /// Applies one change. Returns others that were found on this occasion.
    fn apply_change(self, vault: Vault, key: &str, text: Option<&str>) -> Vec<Change> {
        let theirs = text.and_then(|text| read_entry(&self.catalog.plan.id, key, text));
        let Ok(entry) = key.parse::<EntryKey>() else {
            if is_draft(key) {
                self.merge_into_pending_draft(key, text);
                self.drafts.notify();
            } else if let Some(text) = text {
                self.report_kept_aside(key, text);
            }
            return Vec::new();
        };
        // What cannot be read is no reason to let go of what is here.
        if let (Some(text), None) = (text, &theirs) {
            return self.keep_aside(vault, key, text);
        }
        if let Some(theirs) = &theirs {
            self.observe(theirs);
        }
        // The vault has merged already, or went back to a restore point; either way it is right.
        let done = self.write_book.try_update_untracked(|book| book.replace_entry(entry, theirs.as_ref()));
        if done.is_some() {
            self.keep_replacement();
            self.write_book.notify();
        }
        Vec::new()
    }

    /// Later writes of this page come after what is in a book.
    pub fn observe(self, book: &ProgressBook) {
        let now = clock::now_ms();
        if let Some(latest) = book.latest(now) {
            self.clock.update_value(|clock| clock.observe(latest, now));
        }
    }

    /// Tries once more to save what could not be saved.
    pub fn retry(self) {
        if let Some(vault) = self.vault.get_untracked() {
            spawn_local(async move {
                vault.retry().await;
                self.report_damaged(vault.quarantined().await);
            });
        }
    }

    /// Looks whether what is stored has been cleared under the page, for when there is little time.
    pub fn find_vanished_now(self) {
        if let Some(vault) = self.vault.get_untracked() {
            vault.find_vanished_now();
        }
    }

    /// Takes in what other pages stored, and put into the mailbox, while this one was hidden.
    pub fn refresh(self) {
        if let Some(vault) = self.vault.get_untracked() {
            spawn_local(vault.refresh());
            spawn_local(self.look_into_mailbox());
        }
    }
}
