//! What is said on top of every page until somebody has dealt with it: a file that carries records, a backup that is
//! overdue.

use leptos::ev;
use leptos::prelude::*;

use crate::browser::{dom, files};
use crate::components::el::{El, Text, View, all, el, live};
use crate::components::there::with_office;
use crate::ledger::Incoming;
use crate::route::{Page, Route};
use crate::state::desk;
use crate::text;

/// Offers to merge what the page's own file carries.
pub fn carried() -> View {
    let desk = desk();
    let ledger = desk.ledger;
    live(move || {
        let Some(file) = ledger.carried.get() else { return all(Vec::new()) };
        let who = file.head.saved_by.map(|by| file.book.who(by)).unwrap_or_default();
        let said = text::carried(&who, file.book.note_count());
        let see = move || {
            if let Some(file) = ledger.carried.get_untracked() {
                ledger.carried.set(None);
                with_office(|office| (office.arrive)(Incoming::Ready(text::THIS_FILE.into(), file)));
                desk.go(&Route::to(Page::Data));
            }
        };
        let ask = notice(said.into());
        let ask = ask.add(choice(text::CARRIED_SEE, see));
        ask.add(choice(text::CARRIED_NO, move || ledger.carried.set(None))).view()
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
        let (_, overdue) = ledger.unsecured();
        if !overdue {
            return all(Vec::new());
        }
        let name = if files::can_download() { text::BACKUP_DOWNLOAD } else { text::REMIND_NOW };
        let now = move || {
            if files::can_download() {
                with_office(|office| (office.save)());
                dom::focus_later("main h1".into());
            } else {
                // There is a choice to be made of how it is handed over.
                desk().go(&Route::to(Page::Data));
            }
        };
        let later = move || {
            ledger.quiet_today();
            dom::focus_later("main h1".into());
        };
        let ask = notice(text::REMIND.into()).add(choice(name, now));
        ask.add(choice(text::REMIND_LATER, later)).view()
    })
}

fn notice(said: Text) -> El {
    el("div").class("notice unsaved").attr("role", "status").add(el("p").live_text(move || said.clone()))
}

fn choice(name: &'static str, act: impl Fn() + 'static) -> El {
    el("button").class("button").on("click", move |_| act()).add(name)
}
