//! Files that were given to another plan's page and left there for this plan, and those that are left here for others.

use leptos::prelude::*;
use leptos::task::spawn_local;
use yaodian_progress::ProgressBook;

use super::{Ledger, Other};
use crate::browser::storage::mailbox;
use crate::signals::whenever;
use yaodian_vault::mailbox::WaitingFile;
use yaodian_vault::{Reason, SaveState};

impl Ledger {
    /// Keeps a file for the plan that it is about.
    ///
    /// # Errors
    /// The reason why it is not kept.
    pub async fn leave(self, name: &str, file: &Other) -> Result<(), Reason> {
        mailbox::leave(&file.plan, name, &file.text).await
    }

    /// Looks for files that were left for this plan, and offers those that nobody is looking at.
    pub async fn look_for_left(self) {
        // What cannot be read now is looked for again when the page is shown or opened again.
        let Ok(found) = mailbox::waiting(&self.catalog.plan.id).await else { return };
        let mut found: Vec<WaitingFile> = found.into_iter().map(|(left, _)| left).collect();
        self.incoming.with_untracked(|line| {
            found.retain(|left| line.iter().all(|file| file.left.as_ref() != Some(left)));
        });
        if self.left.with_untracked(|known| *known != found) {
            self.left.set(found);
        }
    }

    /// The files that are offered, with their texts. From now on somebody is looking at them.
    ///
    /// # Errors
    /// The reason why they cannot be read; they are still offered then.
    pub async fn take_left(self) -> Result<Vec<(WaitingFile, String)>, Reason> {
        let offered = self.left.get_untracked();
        self.left.set(Vec::new());
        match mailbox::waiting(&self.catalog.plan.id).await {
            Ok(mut found) => {
                found.retain(|(left, _)| offered.contains(left));
                Ok(found)
            }
            Err(reason) => {
                self.left.set(offered);
                Err(reason)
            }
        }
    }

    /// Lets go of files that were left for this plan, as the user wants.
    ///
    /// # Errors
    /// The reason why they are still there.
    pub async fn discard_left(self, files: &[WaitingFile]) -> Result<(), Reason> {
        let keys = files.iter().map(|file| file.key.clone()).collect();
        mailbox::remove(&self.catalog.plan.id, keys).await?;
        self.left.update(|left| left.retain(|known| !files.contains(known)));
        Ok(())
    }

    /// Lets go of a file that was left for this plan and is merged now: as soon as the book has all of it and all of the
    /// book is on the disk. Where that does not come about, because the disk is full or the import was taken back, the
    /// file stays and is offered again when the page is opened next.
    pub fn settle_left(self, file: WaitingFile, merged: ProgressBook) {
        let Some(vault) = self.vault.get_untracked() else { return };
        let mut waits = Some((file, merged));
        whenever(move || {
            let Some((_, merged)) = &waits else { return };
            let saved = vault.state().get() == SaveState::Saved;
            if saved
                && self.book.with_untracked(|book| !book.lacks(merged))
                && let Some((file, _)) = waits.take()
            {
                spawn_local(async move {
                    // If it fails, the file is offered once more, and brings nothing new.
                    let _ = self.discard_left(&[file]).await;
                });
            }
        });
    }
}
