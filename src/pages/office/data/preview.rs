//! What an import would change, before it changes anything.

use leptos::prelude::*;
use yaodian_progress::{Choice, Conflict, Decoded, Difference, Field, Side, field_name, preview as compare};

use super::button;
use super::queue::{put_back, remove_first};
use crate::desk::desk;
use crate::text;
use yaodian_ui::{El, el, true_or_false};
use yaodian_vault::mailbox::WaitingFile;

/// So many lines of one kind are shown; a year's file may have thousands.
const SHOWN: usize = 50;

type Choices = RwSignal<Vec<(Field, Choice)>>;

/// The preview of a file, with the button that merges it; `waiting` if it came from the mailbox.
pub fn preview(name: String, file: Decoded, waiting: Option<WaitingFile>) -> El {
    let desk = desk();
    let ledger = desk.ledger;
    let found = ledger.book.with_untracked(|book| compare(book, &file.book, desk.catalog()));
    let choices: Choices =
        RwSignal::new(found.conflicts.iter().map(|conflict| (conflict.field, conflict.suggested)).collect());
    let who = file.head.saved_by.map(|by| file.book.author_name(by)).unwrap_or_default();
    let nothing =
        found.new.is_empty() && found.newer.is_empty() && found.conflicts.is_empty() && found.aside == 0;
    let repairs = some(text::REPAIRS, &file.repairs, |repair| el("li").child(repair.to_string()));
    let conflicts = found.conflicts.iter().map(|conflict| self::conflict(conflict, choices)).collect();
    let title = text::file_of(&name, &who, file.head.saved_at);
    let all_here = (waiting.clone(), file.book.clone());
    let merge = move |_| {
        ledger.import(file.clone(), choices.get_untracked(), name.clone(), waiting.clone());
        remove_first();
    };
    let close = move |_| match &all_here {
        // Nothing of it is needed any more.
        (Some(waiting), book) if nothing => {
            ledger.settle(waiting.clone(), book.clone());
            remove_first();
        }
        _ => put_back(),
    };
    el("div")
        .class("preview")
        .attr("role", "group")
        .attr("aria-label", title.clone())
        .child(el("p").child(el("b").child(title)))
        .child(el("p").child(if nothing {
            text::NOTHING_NEW.to_owned()
        } else {
            text::import_counts(&found.counts)
        }))
        .child((found.same > 0).then(|| el("p").child(text::same(found.same))))
        .child(section(text::CONFLICTS, conflicts, found.conflicts.len(), true))
        .child(some(text::NEW_ONES, &found.new, line))
        .child(some(text::NEWER_ONES, &found.newer, line))
        .child(some(text::OLDER_ONES, &found.older, line))
        .child(some(text::UNKNOWN_ONES, &found.unknown, |id| el("li").child(id.to_string())))
        .child(repairs)
        .child(
            el("p")
                .class("tools")
                .child((!nothing).then(|| button(text::MERGE, merge).class("button main")))
                .child(button(if nothing { text::CLOSE } else { text::SKIP_FILE }, close)),
        )
}

fn section(title: &'static str, lines: Vec<El>, all: usize, open: bool) -> Option<El> {
    let more = (all > lines.len()).then(|| el("li").child(text::more(all - lines.len())));
    let summary = el("summary").child(text::counted(title, all));
    let list = el("ul").child(lines).child(more);
    (all > 0).then(|| el("details").attr("open", open).child(summary).child(list))
}

/// The first of them.
fn some<T>(title: &'static str, all: &[T], line: fn(&T) -> El) -> Option<El> {
    section(title, all.iter().take(SHOWN).map(line).collect(), all.len(), false)
}

fn line(difference: &Difference) -> El {
    el("li")
        .child(field_name(difference.field, desk().catalog()))
        .child(difference.mine.as_ref().map(|mine| el("small").child(side(text::MINE_HERE, mine))))
        .child(el("small").child(side(text::THEIRS_THERE, &difference.theirs)))
}

fn side(place: &'static str, side: &Side) -> String {
    let when = text::moment(side.stamp.at, desk().catalog().plan.year);
    text::side(place, &side.value.to_string(), &side.author_name, &when)
}

fn conflict(conflict: &Conflict, choices: Choices) -> El {
    let field = conflict.field;
    let choice = |choice: Choice, name: &'static str| {
        let chosen = move || choices.with(|all| all.contains(&(field, choice)));
        let choose = move |_| {
            choices.update(|all| {
                if let Some(one) = all.iter_mut().find(|(known, _)| *known == field) {
                    one.1 = choice;
                }
            });
        };
        el("button")
            .attr("type", "button")
            .attr("aria-pressed", move || true_or_false(chosen()))
            .on("click", choose)
            .child(name)
    };
    let both = field.note().map(|_| choice(Choice::Both, text::BOTH));
    let name = field_name(field, desk().catalog());
    el("li")
        .child(name.clone())
        .child(el("small").child(side(text::MINE_HERE, &conflict.mine)))
        .child(el("small").child(side(text::THEIRS_THERE, &conflict.theirs)))
        .child(
            el("div")
                .class("statuses")
                .attr("role", "group")
                .attr("aria-label", name)
                .child(choice(Choice::Mine, text::MINE))
                .child(choice(Choice::Theirs, text::THEIRS))
                .child(both),
        )
}
