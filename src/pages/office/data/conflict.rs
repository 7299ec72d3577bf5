//! What both sides changed without knowing of each other. Nobody but the user can say which is right, so nothing is
//! chosen beforehand.

use std::sync::Arc;

use leptos::prelude::*;
use yaodian_progress::{Choice, Choices, Conflict, Preview, field_name};

use super::lines::part;
use super::side::sides;
use crate::desk::desk;
use crate::text;
use crate::widgets::button::button;
use yaodian_ui::{El, el, true_or_false};

/// The conflicts of a preview, each with its choice; none where there are none.
pub fn conflicts(shown: Arc<Preview>, choices: RwSignal<Choices>) -> Option<El> {
    let count = shown.conflicts.len();
    let lines = {
        let shown = shown.clone();
        move |from: usize, to: usize| {
            let conflicts = shown.conflicts.get(from..to.min(count)).unwrap_or_default();
            conflicts.iter().map(|one| conflict(one, choices)).collect()
        }
    };
    let all = move |choice: Choice, name: &'static str| {
        let shown = shown.clone();
        button(name, move |_| {
            choices.set(shown.conflicts.iter().map(|one| (one.field, choice)).collect());
        })
    };
    (count > 0).then(|| {
        let section = part(text::CONFLICTS, count, true, Box::new(lines));
        if count == 1 {
            return section;
        }
        section.child(
            el("p")
                .class("tools")
                .child(all(Choice::Mine, text::ALL_MINE))
                .child(all(Choice::Theirs, text::ALL_THEIRS)),
        )
    })
}

fn conflict(conflict: &Conflict, choices: RwSignal<Choices>) -> El {
    let field = conflict.field;
    let choice = |choice: Choice, name: &'static str| {
        let chosen = move || choices.with(|all| all.contains(&(field, choice)));
        let choose = move |_| {
            choices.update(|all| {
                all.retain(|(known, _)| *known != field);
                all.push((field, choice));
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
    sides(el("li").child(name.clone()), Some(&conflict.mine), &conflict.theirs).child(
        el("div")
            .class("statuses")
            .attr("role", "group")
            .attr("aria-label", name)
            .child(choice(Choice::Mine, text::MINE))
            .child(choice(Choice::Theirs, text::THEIRS))
            .child(both),
    )
}
