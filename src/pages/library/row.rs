//! A plan in the list.

use leptos::prelude::*;
use web_sys::Event;
use yaodian_ui::{El, View, el, fragment, live};

use super::changing::{archive, bring_back, delete, delete_with_ledger, keep_bundled, rename, use_kept};
use super::revising::revising;
use super::shown::{Bundled, Kept, Shown, look_again};
use super::taking::save_plan_file;
use crate::browser::{dom, focus};
use crate::desk::desk;
use crate::library::{PlanHead, Recorded, open_address};
use crate::route::bundled_address;
use crate::text;
use crate::widgets::button::button;
use crate::widgets::chunk_missing::with_import;
use crate::widgets::field::labelled;

/// What of a row is unfolded.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Open {
    Nothing,
    Name,
    Deletion,
    Revision,
}

/// The name, which leads to the plan, and what is known of it.
fn facts(head: &PlanHead, recorded: Option<Recorded>, marks: Vec<&'static str>, href: String) -> El {
    let marks: Vec<El> = marks.into_iter().map(|mark| el("span").class("plan-mark").child(mark)).collect();
    let title = (head.called() != head.title).then(|| el("small").child(head.title.clone()));
    let facts = [
        Some(text::plan_year(head.year)),
        Some(head.issuer.clone()).filter(|issuer| !issuer.is_empty()),
        recorded.map(|recorded| text::plan_progress(head.items, recorded)),
        (head.used > 0).then(|| text::plan_used(head.used)),
    ];
    let facts: Vec<El> = facts.into_iter().flatten().map(|fact| el("span").child(fact)).collect();
    el("div")
        .class("plan-facts")
        .child(
            el("p")
                .class("plan-name")
                .child(el("a").attr("href", href).child(head.called().to_owned()))
                .child(marks),
        )
        .child(title)
        .child(el("p").class("facts-line").child(facts))
}

fn is_in_use(head: &PlanHead) -> bool {
    desk().catalog().plan.id == head.key.as_str()
}

/// The plan that the page ships with.
pub fn bundled_row(own: Bundled, shown: Shown) -> El {
    let Bundled { head, recorded, kept } = own;
    let mut marks = vec![text::LIBRARY_BUNDLED];
    if is_in_use(&head) {
        marks.insert(0, text::LIBRARY_IN_USE);
    }
    if kept == Kept::Other(true) {
        marks.push(text::LIBRARY_KEPT_USED);
    }
    let key = head.key.clone();
    let (way, note) = match kept {
        Kept::No => (
            Some(button(text::LIBRARY_KEEP_BUNDLED, move |_| keep_bundled(shown))),
            Some(text::LIBRARY_KEEP_BUNDLED_NOTE),
        ),
        Kept::Same => (None, None),
        Kept::Other(true) => (
            Some(button(text::LIBRARY_USE_BUNDLED, move |_| use_kept(key.clone(), false, shown))),
            Some(text::LIBRARY_USE_BUNDLED_NOTE),
        ),
        Kept::Other(false) => (
            Some(button(text::LIBRARY_USE_KEPT, move |_| use_kept(key.clone(), true, shown))),
            Some(text::LIBRARY_KEPT_UNUSED),
        ),
    };
    let file = head.key.clone();
    let tools = el("div")
        .class("tools")
        .child(correct(&head))
        .child(button(text::LIBRARY_PLAN_FILE, move |_| save_plan_file(file.clone())))
        .child(way);
    // Without a name it is this page's own in every address.
    let facts = facts(&head, Some(recorded), marks, bundled_address());
    el("li").child(facts).child(tools).child(note.map(|note| el("small").child(note)))
}

/// Opens the plan to be corrected.
fn correct(head: &PlanHead) -> El {
    let key = head.key.to_string();
    button(text::CORRECT_PLAN, move |_| {
        let key = key.clone();
        with_import(move |import| (import.correct)(key, None));
    })
}

/// A plan of the library.
///
/// `others` are the plans that it may be the corrected version of.
pub fn plan_row(head: PlanHead, recorded: Recorded, others: Vec<PlanHead>, shown: Shown) -> El {
    let open = RwSignal::new(Open::Nothing);
    let used = is_in_use(&head);
    let marks = if used { vec![text::LIBRARY_IN_USE] } else { Vec::new() };
    let facts = facts(&head, Some(recorded), marks, open_address(&head.key));
    let (archived, key, file) = (head.archived, head.key.clone(), head.key.clone());
    let name = if archived { text::LIBRARY_UNARCHIVE } else { text::LIBRARY_ARCHIVE };
    let unfold = move |what: Open| {
        open.update(|open| *open = if *open == what { Open::Nothing } else { what });
    };
    let tools = el("div")
        .class("tools")
        .child(button(text::LIBRARY_RENAME, move |_| {
            unfold(Open::Name);
            focus::focus_later("#plan-name".into());
        }))
        .child(correct(&head))
        .child(button(name, move |_| archive(key.clone(), !archived, shown)))
        .child(button(text::LIBRARY_PLAN_FILE, move |_| save_plan_file(file.clone())))
        // What was recorded about it would be left behind.
        .child(
            (!used && recorded.items == 0 && !others.is_empty())
                .then(|| button(text::REVISION, move |_| unfold(Open::Revision))),
        )
        // The plan that is being shown would be gone from under the page.
        .child((!used).then(|| button(text::LIBRARY_DELETE, move |_| unfold(Open::Deletion))));
    let unfolded = move || match open.get() {
        Open::Nothing => fragment(Vec::new()),
        Open::Name => naming(&head, open, shown),
        Open::Deletion => deletion(&head, open, shown),
        Open::Revision => revising(head.key.clone(), &others, shown),
    };
    el("li").child(facts).child(tools).child(live(unfolded))
}

/// Folds away what was unfolded; meanwhile the library may have been changed elsewhere.
fn close(open: RwSignal<Open>, shown: Shown) {
    open.set(Open::Nothing);
    look_again(shown);
}

fn naming(head: &PlanHead, open: RwSignal<Open>, shown: Shown) -> View {
    let key = head.key.clone();
    let save = move |event: Event| {
        event.prevent_default();
        if let Some(field) = dom::input("#plan-name") {
            rename(key.clone(), field.value(), shown);
        }
    };
    let field = el("input")
        .attr("id", "plan-name")
        .attr("autocomplete", "off")
        .attr("maxlength", "100")
        .attr("value", head.called().to_owned());
    el("form")
        .class("tools")
        .on("submit", save)
        .child(labelled(text::LIBRARY_NAME, field))
        .child(el("button").class("button").child(text::LIBRARY_RENAME_SAVE))
        .child(button(text::LIBRARY_CANCEL, move |_| close(open, shown)))
        .into_view()
}

fn deletion(head: &PlanHead, open: RwSignal<Open>, shown: Shown) -> View {
    let (one, other) = (head.clone(), head.clone());
    el("div")
        .class("notice")
        .attr("role", "group")
        .attr("aria-label", text::LIBRARY_DELETE)
        .child(el("p").child(text::LIBRARY_DELETE_NOTE))
        .child(
            el("p")
                .class("tools")
                .child(button(text::LIBRARY_DELETE_PLAN, move |_| delete(one.key.clone(), shown)))
                .child(button(text::LIBRARY_DELETE_ALL, move |_| delete_with_ledger(other.clone(), shown)))
                .child(button(text::LIBRARY_CANCEL, move |_| close(open, shown))),
        )
        .into_view()
}

/// A plan that was deleted.
pub fn deleted_row(head: PlanHead, shown: Shown) -> El {
    let facts = [text::plan_year(head.year), text::plan_deleted(&head)];
    let facts: Vec<El> = facts.into_iter().map(|fact| el("span").child(fact)).collect();
    let name = head.called().to_owned();
    let back = button(text::LIBRARY_BRING_BACK, move |_| bring_back(head.clone(), shown));
    el("li")
        .child(
            el("div")
                .class("plan-facts")
                .child(el("p").class("plan-name").child(name))
                .child(el("p").class("facts-line").child(facts)),
        )
        .child(el("div").class("tools").child(back))
}
