//! The mailbox: files that were given to another plan's page and wait here for this plan's, and those for other plans.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;
use yaodian_progress::Decoded;

use super::Ledger;
use super::incoming::Other;
use crate::browser::storage::mailbox;
use yaodian_ui::boxed;
use yaodian_vault::mailbox::WaitingFile;
use yaodian_vault::{Reason, SaveState};

impl Ledger {
    /// Keeps a file for the plan that it is about.
    ///
    /// # Errors
    /// The reason why it is not kept.
    pub async fn put_into_mailbox(self, name: &str, file: &Other) -> Result<(), Reason> {
        mailbox::leave(&file.plan, name, &file.text).await
    }

    /// Looks for files in this plan's mailbox, and offers those that are not in the queue yet.
    pub async fn look_into_mailbox(self) {
        // What cannot be read now is looked for again when the page is shown or opened again.
        let Ok(found) = mailbox::waiting(&self.catalog.plan.id).await else { return };
        let mut found: Vec<WaitingFile> = found.into_iter().map(|(file, _)| file).collect();
        self.incoming.with_untracked(|queue| {
            found.retain(|file| !queue.holds(file));
        });
        if self.mailbox.with_untracked(|known| *known != found) {
            self.set_mailbox.set(found);
        }
    }

    /// Takes the offered files, with their texts; they are no longer offered.
    ///
    /// # Errors
    /// The reason why they cannot be read; they are still offered then.
    pub async fn take_from_mailbox(self) -> Result<Vec<(WaitingFile, String)>, Reason> {
        let offered = self.mailbox.get_untracked();
        self.set_mailbox.set(Vec::new());
        match mailbox::waiting(&self.catalog.plan.id).await {
            Ok(mut found) => {
                found.retain(|(file, _)| offered.contains(file));
                Ok(found)
            }
            Err(reason) => {
                self.set_mailbox.set(offered);
                Err(reason)
            }
        }
    }

    /// Removes files from this plan's mailbox, as the user wants.
    ///
    /// # Errors
    /// The reason why they are still there.
    pub async fn discard_from_mailbox(self, files: &[WaitingFile]) -> Result<(), Reason> {
        let keys = files.iter().map(|file| file.key.clone()).collect();
        mailbox::remove(&self.catalog.plan.id, keys).await?;
        self.set_mailbox.update(|offered| offered.retain(|known| !files.contains(known)));
        Ok(())
    }

    /// Removes a file that is merged now from the mailbox: as soon as the book has all of it and all of the
    /// book is on the disk. Where that does not come about, because the disk is full or the import was taken back, the
    /// file stays and is offered again when the page is opened next.
    pub fn settle(self, file: WaitingFile, merged: Arc<Decoded>) {
        let Some(vault) = self.vault.get_untracked() else { return };
        let mut waits = Some((file, merged));
        Effect::new(boxed(move || {
            let Some((_, merged)) = &waits else { return };
            let saved = matches!(vault.state().get(), SaveState::Saved | SaveState::MirrorOnly(_));
            if saved
                && self.book.with_untracked(|book| !book.lacks(&merged.book))
                && let Some((file, _)) = waits.take()
            {
                spawn_local(async move {
                    // If it fails, the file is offered once more, and brings nothing new.
                    let _ = self.discard_from_mailbox(&[file]).await;
                });
            }
        }));
    }
}
