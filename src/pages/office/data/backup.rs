//! Handing everything on: as a file, sealed or not, as text, as the whole page.

use leptos::prelude::*;
use leptos::task::spawn_local;
use web_sys::Event;

use super::{button, part};
use crate::browser::{carry, clipboard, clock, dom, files, focus, seal};
use crate::desk::desk;
use crate::text;
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
    spawn_local(async move {
        hand_over_now(&name, kind, &text).await;
    });
}

async fn hand_over_now(name: &str, kind: &str, text: &str) -> bool {
    let done = files::hand_over(name, kind, text).await;
    let said = match (done, files::can_download()) {
        (true, true) => text::DOWNLOADED,
        (true, false) => text::BACKUP_SHARED,
        (false, true) => text::DOWNLOAD_FAILED,
        (false, false) => text::SHARE_FAILED,
    };
    desk().ledger.say(said.into());
    done
}

/// Hands over a backup.
pub fn save_backup() {
    let ledger = desk().ledger;
    spawn_local(async move {
        if hand_over_now(&name(""), JSON, &ledger.to_file()).await {
            ledger.record_backup();
        }
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
        spawn_local(async move {
            let done = files::share(&name(""), JSON, &ledger.to_file()).await;
            if done {
                ledger.record_backup();
            }
            ledger.say(if done { text::BACKUP_SHARED } else { text::SHARE_FAILED }.into());
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
        spawn_local(async move {
            match seal::seal(&ledger.to_file(), &passphrase).await {
                None => ledger.say(text::SEALING_FAILED.into()),
                Some(file) => {
                    if hand_over_now(&name(text::SEALED_MARK), JSON, &file).await {
                        first.set_value("");
                        again.set_value("");
                        ledger.record_backup();
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

/// The whole page as one file.
pub fn single() -> El {
    let ledger = desk().ledger;
    let file = format!("yaodian-{}.html", desk().catalog().plan.id);
    let save = move |with: bool| {
        let file = file.clone();
        spawn_local(async move {
            let notes = if with { ledger.to_file() } else { String::new() };
            let whole = carry::source().await.and_then(|source| carry::with_notes(&source, &notes));
            match whole {
                Some(whole) => drop(hand_over_now(&file, "text/html", &whole).await),
                None => ledger.say(text::SINGLE_FAILED.into()),
            }
        });
    };
    let again = save.clone();
    let with = el("button")
        .attr("type", "button")
        .class("button")
        .on("click", move |_| save(true))
        .child(move || text::single_with(ledger.book.with(|book| book.note_count())));
    part(text::SINGLE, text::SINGLE_NOTE)
        .child(el("p").class("tools").child(button(text::SINGLE_PLAIN, move |_| again(false))).child(with))
}
