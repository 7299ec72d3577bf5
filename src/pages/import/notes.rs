//! 提示: what the reader assumed or could not read, to be worked off.

use leptos::prelude::*;
use web_sys::Event;
use yaodian_review::{Edit, FoundNote, Key, NoteGroup};
use yaodian_ui::{El, View, el, fragment, live};

use super::button;
use super::studio::studio;
use crate::browser::{dom, focus};
use crate::text;
use crate::widgets::card::{card, note};

/// A group shows no more places than this at once.
const PLACES: usize = 30;

/// The card.
pub fn notes() -> El {
    let studio = studio();
    let is_clear = Memo::new(move |_| studio.notes.with(|groups| !groups.iter().any(NoteGroup::matters)));
    let matters = live(move || {
        if is_clear.get() {
            return el("p").class("empty").child(text::NOTES_NONE).into_view();
        }
        let groups = studio.notes.get().into_iter().filter(NoteGroup::matters);
        el("div").class("note-groups").child(groups.map(group).collect::<Vec<_>>()).into_view()
    });
    let further = live(move || {
        let groups: Vec<NoteGroup> =
            studio.notes.get().into_iter().filter(|group| !group.matters()).collect();
        if groups.is_empty() {
            return fragment(Vec::new());
        }
        let said = |group: NoteGroup| {
            let places = group.found.iter().take(PLACES).map(|found| found.words.clone()).collect::<Vec<_>>();
            el("li")
                .child(el("b").child(group.what))
                .child(format!("　{}", group.done))
                .child(el("p").class("tip").child(places.join("、")))
        };
        el("details")
            .class("further")
            .child(el("summary").child(text::further_notes(groups.len())))
            .child(el("ul").child(groups.into_iter().map(said).collect::<Vec<_>>()))
            .into_view()
    });
    // It takes the focus where somebody is led here.
    let title = el("span").attr("tabindex", "-1").child(text::READ_NOTES);
    card(title, vec![note(move || text::left_to_check(studio.left()))])
        .attr("id", "notes")
        .child(el("p").class("lead").child(text::NOTES_LEAD))
        .child(matters)
        .child(further)
}

fn group(group: NoteGroup) -> El {
    let studio = studio();
    let open = group.open();
    let marks: Vec<_> =
        group.found.iter().filter(|found| found.open).map(|found| found.mark.clone()).collect();
    let all = (marks.len() > 1).then(|| {
        let cause = group.cause.clone();
        button(text::ALL_RIGHT, move |_| {
            studio.edit(Edit::Accept(marks.clone(), true));
            go_on_near(&cause);
        })
    });
    let count = text::open_of(open, group.found.len());
    let head = el("div")
        .class("note-head")
        .child(el("h3").child(group.what))
        .child(el("small").child(count))
        .child(all);
    let done =
        [group.done, group.remedy].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("；");
    let hidden = group.found.len().saturating_sub(PLACES);
    let places = group.found.into_iter().take(PLACES).map(place).collect::<Vec<_>>();
    el("section")
        .class(if open == 0 { "note-group settled" } else { "note-group" })
        .attr("data-cause", group.cause)
        .child(head)
        .child(el("p").class("tip").child(done))
        .child(el("ul").child(places))
        .child((hidden > 0).then(|| el("p").class("tip").child(text::and_more(hidden))))
}

fn place(found: FoundNote) -> El {
    let studio = studio();
    let row = found.rows.first().copied();
    let line = found.mark.line;
    let cause = found.mark.cause.clone();
    let see = button(text::SEE, move |_| match row {
        Some(key) => studio.look_at(key),
        None => {
            studio.look_at_line(line);
            focus::show_later("document".into());
        }
    });
    let see = (row.is_some() || line > 0).then_some(see);
    let one = found.names.clone().filter(|_| found.open).map(|(from, into)| {
        button(text::make_one(&from, &into), move |_| {
            studio.edit(Edit::RenameUnit { from: from.clone(), to: into.clone() });
            go_on_near(&cause);
        })
    });
    el("li")
        .class(if found.open { "" } else { "settled" })
        .child(el("span").child(found.words.clone()))
        .child(el("span").class("tools").child(see).child(one).child(accept(&found)))
}

/// Puts the focus near where a button of a group was, if the group was made anew without it.
fn go_on_near(cause: &str) {
    let selectors = vec![format!("#notes [data-cause=\"{cause}\"] button"), "#notes h2 span".to_owned()];
    focus::focus_unless_kept_later(Vec::new(), selectors);
}

/// The button that says that it is right as it is, or takes that back.
fn accept(found: &FoundNote) -> Option<El> {
    let studio = studio();
    let (mark, accepted) = (found.mark.clone(), found.accepted);
    let rows = found.rows.clone();
    let act = move |event: Event| {
        let in_row = dom::closest(&event, "[data-row]").is_some();
        studio.edit(Edit::Accept(vec![mark.clone()], !accepted));
        match rows.first().filter(|_| in_row) {
            Some(row) => focus::focus_unless_kept_later(
                Vec::new(),
                vec![format!("#row-{row} .row-notes button"), format!("#row-{row} [data-column=title]")],
            ),
            None => go_on_near(&mark.cause),
        }
    };
    let name = if accepted { text::NOT_RIGHT } else { text::RIGHT };
    (found.open || accepted).then(|| button(name, act))
}

/// What is open of a row, below it.
pub fn of_row(key: Key) -> View {
    let studio = studio();
    let said = Memo::new(move |_| {
        let open = studio.open_of.with(|open| open.get(&key).cloned().unwrap_or_default());
        studio.notes.with(|groups| {
            let found = open.into_iter().filter_map(|(at, place)| {
                let group = groups.get(at)?;
                Some((group.what.clone(), group.found.get(place)?.clone()))
            });
            found.collect::<Vec<_>>()
        })
    });
    live(move || {
        let said = said.get();
        if said.is_empty() {
            return fragment(Vec::new());
        }
        let one =
            |(what, found): (String, FoundNote)| el("li").child(el("span").child(what)).child(accept(&found));
        el("ul").class("row-notes").child(said.into_iter().map(one).collect::<Vec<_>>()).into_view()
    })
}
