//! What an import would change, before it changes anything. It is compared anew whenever the book changes: nothing is
//! merged that was not shown.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;
use yaodian_progress::{Choices, Decoded, Difference, Preview, field_name, preview as compare};

use super::conflict::conflicts;
use super::lines::lines;
use super::queue::{put_back, remove_first};
use super::side::sides;
use crate::desk::desk;
use crate::ledger::NotImported;
use crate::text;
use crate::widgets::button::button;
use yaodian_ui::{El, el, live};
use yaodian_vault::mailbox::WaitingFile;

/// The preview of a file, with the button that merges it; `waiting` if it came from the mailbox.
pub fn preview(name: String, file: Arc<Decoded>, waiting: Option<WaitingFile>) -> El {
    let desk = desk();
    let ledger = desk.ledger;
    let who = file.head.saved_by.map(|by| file.book.signature(by, desk.catalog())).unwrap_or_default();
    let title = text::file_of(&name, &who, file.head.saved_at);
    let compared = {
        let file = file.clone();
        Memo::new(move |_| Arc::new(ledger.book.with(|book| compare(book, &file.book, desk.catalog()))))
    };
    let import = Import { name: name.into(), file, waiting };
    let choices = RwSignal::new(Choices::new());
    let said = RwSignal::new(String::new());
    let last = StoredValue::new(None::<Arc<Preview>>);
    let body = move || {
        let shown = compared.get();
        if let Some(before) = last.get_value() {
            choices.update_untracked(|all| *all = shown.standing_choices(&before, all));
            said.set(text::COMPARED_ANEW.into());
        }
        last.set_value(Some(shown.clone()));
        untrack(|| import.shown(shown, choices, said)).into_view()
    };
    el("div")
        .class("preview")
        .attr("role", "group")
        .attr("aria-label", title.clone())
        .child(el("p").child(el("b").child(title)))
        .child(el("p").class("hint").attr("role", "status").child(move || said.get()))
        .child(live(body))
}

/// A file that can be merged.
#[derive(Clone)]
struct Import {
    name: Arc<str>,
    file: Arc<Decoded>,
    waiting: Option<WaitingFile>,
}

impl Import {
    /// What it would change, and the ways on.
    fn shown(&self, shown: Arc<Preview>, choices: RwSignal<Choices>, said: RwSignal<String>) -> El {
        let nothing = shown.brings_nothing();
        let summary = if nothing { text::NOTHING_NEW.to_owned() } else { text::import_counts(&shown.counts) };
        let repairs = self.file.repairs.len();
        // What was set aside when the file was read is told with the reason.
        let unread = shown.aside.len().saturating_sub(repairs);
        let file = self.file.clone();
        let close = {
            let import = self.clone();
            move |_| match import.waiting.clone().filter(|_| nothing) {
                // Nothing of it is needed any more.
                Some(waiting) => {
                    desk().ledger.settle(waiting, import.file.clone());
                    remove_first();
                }
                None => put_back(),
            }
        };
        el("div")
            .child(el("p").child(summary))
            .child((shown.same > 0).then(|| el("p").child(text::same(shown.same))))
            .child((unread > 0).then(|| el("p").child(text::unread_pieces(unread))))
            .child(conflicts(shown.clone(), choices))
            .child(lines(text::NEW_ONES, shown.clone(), |shown| &shown.new, line))
            .child(lines(text::NEWER_ONES, shown.clone(), |shown| &shown.newer, line))
            .child(lines(text::OLDER_ONES, shown.clone(), |shown| &shown.older, line))
            .child(lines(
                text::UNKNOWN_ONES,
                shown.clone(),
                |shown| &shown.unknown,
                |id| el("li").child(id.to_string()),
            ))
            .child(lines(
                text::REPAIRS,
                file,
                |file| &file.repairs,
                |repair| el("li").child(repair.to_string()),
            ))
            .child(
                el("p")
                    .class("tools")
                    .child((!nothing).then(|| self.merge_button(shown, choices, said)))
                    .child(button(if nothing { text::CLOSE } else { text::SKIP_FILE }, close)),
            )
    }

    /// The button, and how many choices it waits for.
    fn merge_button(&self, shown: Arc<Preview>, choices: RwSignal<Choices>, said: RwSignal<String>) -> El {
        let busy = RwSignal::new(false);
        let open = {
            let shown = shown.clone();
            Memo::new(move |_| choices.with(|choices| shown.undecided(choices)))
        };
        let import = self.clone();
        let merge = move |_| {
            let (import, shown) = (import.clone(), shown.clone());
            busy.set(true);
            spawn_local(async move {
                let chosen = choices.get_untracked();
                let Import { name, file, waiting } = import;
                match desk().ledger.import(file, &shown, &chosen, &name, waiting).await {
                    Ok(()) => remove_first(),
                    Err(reason) => {
                        busy.set(false);
                        said.set(why_not(reason));
                    }
                }
            });
        };
        el("span")
            .class("tools")
            .child(
                button(text::MERGE, merge)
                    .class("button main")
                    .attr("disabled", move || busy.get() || open.get() > 0),
            )
            .child(el("span").attr("role", "status").child(move || match open.get() {
                0 => String::new(),
                open => text::still_to_choose(open),
            }))
    }
}

/// Why it was not merged.
fn why_not(reason: NotImported) -> String {
    match reason {
        NotImported::NotNow => text::NOT_NOW.into(),
        NotImported::NoRestorePoint(reason) => text::no_restore_point(reason),
        NotImported::Changed => text::COMPARED_ANEW.into(),
        NotImported::Undecided(open) => text::still_to_choose(open),
    }
}

fn line(difference: &Difference) -> El {
    let line = el("li").child(field_name(difference.field, desk().catalog()));
    sides(line, difference.mine.as_ref(), &difference.theirs)
}
