//! What is said on top of every page until somebody has dealt with it: a file that carries records, a backup that is
//! overdue.

use leptos::prelude::*;

use super::el::{El, Text, all, el, live};
use crate::route::{Page, Route};
use crate::state::desk;
use crate::text;
use crate::views::data::{Incoming, download};

/// Offers to merge what the page's own file carries.
pub fn carried() -> AnyView {
    let desk = desk();
    let ledger = desk.ledger;
    live(move || {
        let Some(file) = ledger.carried.get() else { return all(Vec::new()) };
        let who = file.head.saved_by.map(|by| file.book.who(by)).unwrap_or_default();
        let said = text::carried(&who, file.book.note_count());
        let see = move || {
            if let Some(file) = ledger.carried.get_untracked() {
                ledger.carried.set(None);
                ledger.incoming.update(|line| line.push(Incoming::Ready(text::THIS_FILE.into(), file)));
                desk.go(&Route::to(Page::Data));
            }
        };
        let ask = notice(said.into());
        let ask = ask.add(choice(text::CARRIED_SEE, see));
        ask.add(choice(text::CARRIED_NO, move || ledger.carried.set(None))).view()
    })
}

/// Asks for a backup when changes are older than a week without one.
pub fn reminder() -> AnyView {
    let ledger = desk().ledger;
    let later = RwSignal::new(false);
    live(move || {
        let (_, overdue) = ledger.unsecured();
        if !overdue || later.get() {
            return all(Vec::new());
        }
        let ask = notice(text::REMIND.into()).add(choice(text::BACKUP_DOWNLOAD, download));
        ask.add(choice(text::REMIND_LATER, move || later.set(true))).view()
    })
}

fn notice(said: Text) -> El {
    el("div").class("notice unsaved").attr("role", "status").add(el("p").live_text(move || said.clone()))
}

fn choice(name: &'static str, act: impl Fn() + 'static) -> El {
    el("button").class("button").on("click", move |_| act()).add(name)
}
