//! What is said on top of every page until somebody has dealt with it: a file that carries records or a library, files in
//! the mailbox, a backup that is overdue.

use leptos::ev;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::browser::carry::library;
use crate::browser::{files, focus, settings, window};
use crate::desk::desk;
use crate::ledger::Content;
use crate::route::{Page, Route};
use crate::text;
use crate::widgets::chunk_missing::with_office;
use yaodian_ui::{El, Text, View, el, fragment, live};

/// Offers to merge what the page's own file carries.
pub fn carried() -> View {
    let desk = desk();
    let ledger = desk.ledger;
    live(move || {
        let (said, see) = match ledger.carried.get().map(|file| file.content) {
            Some(Content::Ready(file)) => {
                let who =
                    file.head.saved_by.map(|by| file.book.signature(by, desk.catalog())).unwrap_or_default();
                (text::carried(&who, file.book.note_count()), text::CARRIED_SEE)
            }
            Some(Content::Other(other)) => (text::carried_other(other.name()), text::MAILBOX_SEE),
            _ => return fragment(Vec::new()),
        };
        let look = move || {
            if let Some(file) = ledger.take_carried() {
                with_office(|office| (office.enqueue)(file));
                desk.go(&Route::to(Page::Data));
            }
        };
        let ask = notice(said.into());
        let ask = ask.child(choice(see, look));
        ask.child(choice(text::CARRIED_NO, move || drop(ledger.take_carried()))).into_view()
    })
}

/// Offers to take in the library that the page's own file carries, until somebody has dealt with it.
pub fn carried_library() -> View {
    let open = RwSignal::new(library::is_carried() && !settings::has_seen_library(&library::mark()));
    live(move || {
        if !open.get() {
            return fragment(Vec::new());
        }
        let no = move || {
            settings::set_seen_library(&library::mark());
            open.set(false);
            focus::focus_later("main h1".into());
        };
        notice(text::carried_library(library::carried().len()).into())
            .child(choice(text::MAILBOX_SEE, move || {
                open.set(false);
                desk().go(&Route::to(Page::Library));
            }))
            .child(choice(text::CARRIED_NO, no))
            .into_view()
    })
}

/// Offers to look at the files that wait in this plan's mailbox.
pub fn mailbox() -> View {
    let desk = desk();
    let ledger = desk.ledger;
    live(move || {
        let files = ledger.mailbox.get();
        if files.is_empty() {
            return fragment(Vec::new());
        }
        let said = text::files_in_mailbox(&files);
        let see = move || {
            with_office(|office| (office.open_mailbox)());
            desk.go(&Route::to(Page::Data));
        };
        let no = move || {
            // Those that are shown here, and none that came since.
            let files = files.clone();
            if window::confirm(&text::discard_from_mailbox_sure(&files)) {
                spawn_local(async move {
                    match ledger.discard_from_mailbox(&files).await {
                        Ok(()) => ledger.say(text::MAILBOX_DISCARDED.into()),
                        Err(_) => ledger.say(text::MAILBOX_NOT_DISCARDED.into()),
                    }
                    focus::focus_later("main h1".into());
                });
            }
        };
        notice(said.into())
            .child(choice(text::MAILBOX_SEE, see))
            .child(choice(text::MAILBOX_DISCARD, no))
            .into_view()
    })
}

/// Asks for a backup when changes are older than a week without one.
pub fn reminder() -> View {
    let ledger = desk().ledger;
    // A page may be open for weeks, and nothing else tells it that a day has passed.
    let shown = RwSignal::new(());
    window_event_listener(ev::visibilitychange, move |_| shown.notify());
    live(move || {
        shown.track();
        let (_, overdue) = ledger.changes_without_backup();
        if !overdue {
            return fragment(Vec::new());
        }
        let name = if files::can_download() { text::BACKUP_DOWNLOAD } else { text::REMIND_NOW };
        let now = move || {
            if files::can_download() {
                with_office(|office| (office.save_backup)());
                focus::focus_later("main h1".into());
            } else {
                // There is a choice to be made of how it is handed over.
                desk().go(&Route::to(Page::Data));
            }
        };
        let later = move || {
            ledger.snooze_reminder();
            focus::focus_later("main h1".into());
        };
        let ask = notice(text::REMIND.into()).child(choice(name, now));
        ask.child(choice(text::REMIND_LATER, later)).into_view()
    })
}

fn notice(said: Text) -> El {
    el("div").class("notice unsaved").attr("role", "status").child(el("p").child(move || said.clone()))
}

fn choice(name: &'static str, act: impl Fn() + 'static) -> El {
    el("button").class("button").on("click", move |_| act()).child(name)
}
