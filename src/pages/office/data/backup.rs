//! Handing everything on: as a file, sealed or not, as text, as the whole page.

use leptos::prelude::*;
use leptos::task::spawn_local;
use web_sys::Event;

use super::part::part;
use crate::browser::files::{Body, HandedOver};
use crate::browser::{clipboard, clock, dom, files, focus, seal};
use crate::desk::desk;
use crate::ledger::ReadyFile;
use crate::text;
use crate::widgets::button::button;
use crate::widgets::field::labelled;
use yaodian_ui::{El, el, fragment, live};

const JSON: &str = "application/json";

/// The name of a backup file of today.
fn name(kind: &str) -> String {
    let desk = desk();
    // Not the day on which the page was opened: it may have been open for a week.
    let day = clock::today_in_digits();
    let who = desk.ledger.book.with_untracked(|book| {
        book.author(desk.ledger.author()).map(|author| author.name.clone()).unwrap_or_default()
    });
    text::backup_name(&desk.catalog().plan.id, &day, &who, kind)
}

/// Hands a text to the user as a file. What came of it is said at the bottom of the page.
pub fn hand_over(name: String, kind: &'static str, text: String) {
    let file = ReadyFile {
        name,
        kind,
        body: Body::Text(text.into()),
        is_backup: false,
        shared: text::BACKUP_SHARED.into(),
    };
    spawn_local(async move {
        hand_over_now(file).await;
    });
}

/// A file with everything, of today.
fn backup_file(mark: &str, text: String) -> ReadyFile {
    let shared = text::BACKUP_SHARED.into();
    ReadyFile { name: name(mark), kind: JSON, body: Body::Text(text.into()), is_backup: true, shared }
}

async fn hand_over_now(file: ReadyFile) -> bool {
    let handed = files::hand_over(&file.name, file.kind, &file.body).await;
    let failed = if files::can_download() { text::DOWNLOAD_FAILED } else { text::SHARE_FAILED };
    finish(file, handed, failed)
}

/// Says what came of handing a file over; where another tap is wanted, the file is kept for it.
fn finish(file: ReadyFile, handed: HandedOver, failed: &'static str) -> bool {
    let ledger = desk().ledger;
    match handed {
        HandedOver::Done => {
            if file.is_backup {
                ledger.record_backup();
            }
            ledger.say(if files::can_download() { text::DOWNLOADED.into() } else { file.shared });
        }
        HandedOver::TapAgain => ledger.keep_ready(file),
        HandedOver::No => ledger.say(failed.into()),
    }
    handed == HandedOver::Done
}

/// Hands the file over that waits for another tap. It is called by that tap, before anything is awaited.
pub fn share_ready() {
    let ledger = desk().ledger;
    let Some(file) = ledger.ready.get_untracked() else { return };
    spawn_local(async move {
        match files::share(&file.name, file.kind, &file.body).await {
            HandedOver::Done => {
                ledger.drop_ready();
                if file.is_backup {
                    ledger.record_backup();
                }
                ledger.say(file.shared);
            }
            // It is still there, and can be tried again or closed.
            HandedOver::TapAgain | HandedOver::No => ledger.say(text::SHARE_FAILED.into()),
        }
    });
}

/// Hands over a backup.
pub fn save_backup() {
    let file = backup_file("", desk().ledger.to_file());
    spawn_local(async move {
        hand_over_now(file).await;
    });
}

/// The card about backups.
pub fn backup() -> El {
    let ledger = desk().ledger;
    let last = move || {
        let (changes, _) = ledger.changes_without_backup();
        match ledger.backups().last {
            0 => text::BACKUP_NEVER.into(),
            at => text::last_backup(at, changes),
        }
    };
    let shown = RwSignal::new(None::<String>);
    let share = move |_: Event| {
        let file = backup_file("", ledger.to_file());
        spawn_local(async move {
            match files::share(&file.name, file.kind, &file.body).await {
                HandedOver::Done => {
                    ledger.record_backup();
                    ledger.say(file.shared);
                }
                handed => drop(finish(file, handed, text::SHARE_FAILED)),
            }
        });
    };
    let copy = move |_: Event| {
        spawn_local(async move {
            if clipboard::copy(&ledger.to_file()).await {
                ledger.record_backup();
                ledger.say(text::BACKUP_COPIED.into());
            } else {
                shown.set(Some(ledger.to_file()));
                ledger.say(text::BACKUP_NOT_COPIED.into());
            }
        });
    };
    let plain = move || match shown.get() {
        None => fragment(Vec::new()),
        Some(file) => el("textarea")
            .class("plain-text")
            .attr("rows", "8")
            .attr("readonly", "")
            .attr("aria-label", text::BACKUP_TEXT)
            .child(file)
            .into_view(),
    };
    let downloads = files::can_download();
    part(text::BACKUP, text::BACKUP_NOTE)
        .child(el("p").child(last))
        .child((!downloads).then(|| el("p").class("notice").child(text::NO_DOWNLOAD)))
        .child(
            el("p")
                .class("tools")
                .child(
                    downloads.then(|| button(text::BACKUP_DOWNLOAD, |_| save_backup()).class("button main")),
                )
                .child(files::can_share().then(|| button(text::BACKUP_SHARE, share)))
                .child(button(text::BACKUP_COPY, copy)),
        )
        .child(live(plain))
        .child(sealed())
}

/// Backups that only a passphrase opens.
fn sealed() -> El {
    let ledger = desk().ledger;
    let save = move |event: Event| {
        event.prevent_default();
        let (Some(first), Some(again)) = (dom::input("#seal"), dom::input("#seal-again")) else { return };
        let passphrase = first.value();
        // A slip of the finger would lock the backup for good.
        if again.value() != passphrase {
            ledger.say(text::PASSPHRASES_DIFFER.into());
            again.set_value("");
            focus::focus_later("#seal-again".into());
            return;
        }
        if passphrase.trim() != passphrase {
            ledger.say(text::PASSPHRASE_BLANKS.into());
            focus::focus_later("#seal".into());
            return;
        }
        spawn_local(async move {
            match seal::seal(&ledger.to_file(), &passphrase).await {
                None => ledger.say(text::SEALING_FAILED.into()),
                Some(file) => {
                    if hand_over_now(backup_file(text::SEALED_MARK, file)).await {
                        first.set_value("");
                        again.set_value("");
                    }
                }
            }
        });
    };
    let passphrase = |id: &'static str| {
        el("input")
            .attr("id", id)
            .attr("type", "password")
            .attr("required", "")
            .attr("autocomplete", "new-password")
    };
    let form = el("form")
        .class("tools")
        .on("submit", save)
        .child(labelled(text::PASSPHRASE, passphrase("seal")))
        .child(labelled(text::PASSPHRASE_AGAIN, passphrase("seal-again")))
        .child(el("button").class("button").child(text::SEALED_DOWNLOAD));
    let inside = if seal::possible() {
        el("div").child(el("p").class("lead").child(text::BACKUP_SEALED_NOTE)).child(form)
    } else {
        el("p").class("lead").child(text::NO_SEALING)
    };
    el("details").child(el("summary").child(text::BACKUP_SEALED)).child(inside)
}
