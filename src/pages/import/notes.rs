//! 提示: what the reader assumed or could not read, to be worked off. What was put right is no longer listed; what is right
//! as it is can be looked at again. `fixing`: what a note's buttons do.

use leptos::prelude::*;
use web_sys::Event;
use yaodian_review::{Edit, FoundNote, Key, NoteGroup};
use yaodian_ui::{El, View, el, fragment, live};

use super::fixing;
use super::parts;
use super::studio::studio;
use crate::browser::{dom, focus};
use crate::text;
use crate::widgets::button::button;
use crate::widgets::card::{card, note};

/// A group shows no more places than this at once.
const PLACES: usize = 30;

/// The card.
pub fn notes() -> El {
    // It takes the focus where somebody is led here.
    let title = el("span").attr("tabindex", "-1").child(text::READ_NOTES);
    card(title, vec![note(move || text::left_to_check(studio().left()))])
        .attr("id", "hints")
        .child(el("p").class("lead").child(text::NOTES_LEAD))
        .child(matters())
        .child(accepted())
        .child(further())
}

/// What should be looked at.
fn matters() -> View {
    let studio = studio();
    live(move || {
        let groups = studio.notes.get();
        let was_any = groups.iter().any(NoteGroup::matters);
        let open: Vec<NoteGroup> =
            groups.into_iter().filter(|group| group.matters() && group.open() > 0).collect();
        if open.is_empty() {
            let none = if was_any { text::NOTES_DONE } else { text::NOTES_NONE };
            return el("p").class("empty").child(none).into_view();
        }
        el("div").class("note-groups").child(open.into_iter().map(group).collect::<Vec<_>>()).into_view()
    })
}

/// What somebody has called right as it is, folded.
fn accepted() -> El {
    let found = Memo::new(move |_| {
        studio().notes.with(|groups| {
            let of = |group: &NoteGroup| {
                let accepted = group.found.iter().filter(|found| found.accepted);
                accepted.map(|found| (group.what.clone(), found.clone())).collect::<Vec<_>>()
            };
            groups.iter().flat_map(of).collect::<Vec<_>>()
        })
    });
    let count = move || found.with(Vec::len);
    let one = |(what, found): (String, FoundNote)| {
        place(FoundNote { words: format!("{what}：{}", found.words), ..found })
    };
    folded(
        move || text::accepted_notes(count()),
        move || count() == 0,
        move || {
            let list = found.get().into_iter().take(PLACES).map(one).collect::<Vec<_>>();
            let hidden = count().saturating_sub(PLACES);
            vec![
                el("ul").child(list),
                el("p").class("tip").attr("hidden", hidden == 0).child(text::and_more_accepted(hidden)),
            ]
        },
    )
}

/// What is told for information, folded.
fn further() -> El {
    let groups = Memo::new(move |_| {
        studio().notes.with(|groups| {
            let told = groups.iter().filter(|group| !group.matters() && group.open() > 0);
            told.cloned().collect::<Vec<_>>()
        })
    });
    let count = move || groups.with(Vec::len);
    folded(
        move || text::further_notes(count()),
        move || count() == 0,
        move || groups.get().into_iter().map(group).collect(),
    )
}

/// A part that is folded at first; what is in it is made when it is opened.
fn folded(
    title: impl Fn() -> String + Send + 'static,
    is_hidden: impl Fn() -> bool + Send + 'static,
    inside: impl Fn() -> Vec<El> + Copy + Send + 'static,
) -> El {
    let list = move || live(move || fragment(inside().into_iter().map(El::into_view).collect()));
    parts::folded(title, list).class("further").attr("hidden", is_hidden)
}

fn group(group: NoteGroup) -> El {
    let studio = studio();
    let (open, matters) = (group.open(), group.matters());
    let marks: Vec<_> =
        group.found.iter().filter(|found| found.open).map(|found| found.mark.clone()).collect();
    let all = (matters && marks.len() > 1).then(|| {
        let cause = group.cause.clone();
        button(text::ALL_RIGHT, move |_| {
            studio.edit(Edit::Accept(marks.clone(), true));
            go_on_near(&cause);
        })
    });
    let head = el("div")
        .class("note-head")
        .child(el("h3").child(group.what))
        .child(el("small").child(text::places(open)))
        .child(all);
    let done =
        [group.done, group.remedy].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("；");
    let hidden = open.saturating_sub(PLACES);
    let places = group.found.into_iter().filter(|found| found.open).take(PLACES);
    let more = if matters { text::and_more(hidden) } else { text::and_more_accepted(hidden) };
    el("section")
        .class(if matters { "note-group" } else { "note-group told" })
        .attr("data-cause", group.cause)
        .child(head)
        .child(el("p").class("tip").child(done))
        .child(el("ul").child(places.map(place).collect::<Vec<_>>()))
        .child((hidden > 0).then(|| el("p").class("tip").child(more)))
}

fn place(found: FoundNote) -> El {
    let studio = studio();
    let row = found.rows.first().copied();
    let line = found.mark.line;
    let see = button(text::SEE, move |_| match row {
        Some(key) => studio.look_at(key),
        None => {
            studio.look_at_line(line);
            focus::show_later("document".into());
        }
    });
    let has_document = untrack(|| studio.of(|review| !review.files().is_empty()));
    let see = (row.is_some() || line > 0 && has_document).then_some(see);
    let tools = el("span")
        .class("tools")
        .child(see)
        .child(fixing::fix(&found))
        .child(fixing::offer(&found, go_on_near))
        .child(accept(&found));
    el("li").child(el("span").child(found.words)).child(tools)
}

/// Puts the focus near where a button of a group was, if the group was made anew without it.
fn go_on_near(cause: &str) {
    let selectors = vec![format!("#hints [data-cause=\"{cause}\"] button"), "#hints h2 span".to_owned()];
    focus::focus_unless_kept_later(Vec::new(), selectors);
}

/// The button that says that it is right as it is, or takes that back. What is told for information needs none.
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
    let cause = &found.mark.cause;
    let is_told =
        || studio.notes.with_untracked(|all| all.iter().any(|it| it.cause == *cause && !it.matters()));
    (accepted || found.open && !is_told()).then(|| button(name, act))
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
        let go_on = move |_: &str| {
            let there = [" .row-notes button", " [data-column=title]"];
            let there = there.map(|part| format!("#row-{key}{part}"));
            focus::focus_unless_kept_later(Vec::new(), there.into());
        };
        let one = |(what, found): (String, FoundNote)| {
            let tools = el("span").class("tools");
            let tools = tools.child(fixing::offer(&found, go_on)).child(accept(&found));
            el("li").child(el("span").child(what)).child(tools)
        };
        el("ul").class("row-notes").child(said.into_iter().map(one).collect::<Vec<_>>()).into_view()
    })
}
