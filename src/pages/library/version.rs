//! A file has another version of a plan that is here: what changes is shown before anything does, and it can be taken as a
//! plan of its own instead.

use std::rc::Rc;

use leptos::prelude::*;
use leptos::task::spawn_local;
use yaodian_reading::comparison::Said;
use yaodian_ui::{El, View, el, fragment, live};

use super::taking::{Taking, taking};
use crate::browser::{focus, window};
use crate::desk::desk;
use crate::library::{self, Handed, NotTaken, Revision, Taken};
use crate::text;
use crate::widgets::revision;

/// The choice, for one file.
pub fn version(handed: Rc<Handed>) -> El {
    let found = RwSignal::new_local(None::<Rc<Revision>>);
    let see = {
        let handed = handed.clone();
        move |_| {
            let handed = handed.clone();
            spawn_local(async move {
                let (on, by) = revision::on_and_by();
                match library::handed_revision(&handed, Said { on: &on, by: &by }).await {
                    Ok(revision) => {
                        let _ = found.try_set(Some(Rc::new(revision)));
                        focus::focus_later(".revision".into());
                    }
                    Err(reason) => desk().ledger.say(text::plan_not_read(reason)),
                }
            });
        }
    };
    let copy = {
        let handed = handed.clone();
        move |_| {
            let handed = handed.clone();
            spawn_local(async move {
                let taken = library::take_as_copy(Handed::clone(&handed)).await;
                done(&handed, taken);
            });
        }
    };
    let leave = {
        let handed = handed.clone();
        move |_| {
            taking().leave(&handed);
            focus::focus_back_later(None, vec!["main h1".into()]);
        }
    };
    let shown = handed.clone();
    let list = move || match found.get() {
        None => fragment(Vec::new()),
        Some(revision) => changes(shown.clone(), revision),
    };
    let button = |name: &'static str| el("button").attr("type", "button").class("button").child(name);
    el("div")
        .class("notice version")
        .attr("role", "group")
        .attr("aria-label", handed.name.clone())
        .child(el("p").child(el("b").child(handed.name.clone())))
        .child(el("p").child(text::version_here(&handed.plan.title)))
        .child(
            el("p")
                .class("tools")
                .child(button(text::REVISION_SEE).on("click", see))
                .child(button(text::VERSION_COPY).on("click", copy))
                .child(button(text::VERSION_LEAVE).on("click", leave)),
        )
        .child(live(list))
}

fn changes(handed: Rc<Handed>, revision: Rc<Revision>) -> View {
    let shown = revision.clone();
    let put = move |_| {
        let (handed, revision) = (handed.clone(), revision.clone());
        spawn_local(async move {
            let taken = library::take_as_version(&revision, Handed::clone(&handed)).await;
            let is_here = desk().catalog().plan.id == handed.plan.id;
            let is_done = taken.is_ok();
            done(&handed, taken);
            if is_here && is_done {
                // The page has read the version that was in use.
                window::reload();
            }
        });
    };
    el("div")
        .class("revision")
        .attr("tabindex", "-1")
        .child(revision::changes(&shown))
        .child(el("p").class("tools").child(
            el("button").attr("type", "button").class("button").on("click", put).child(text::VERSION_PUT),
        ))
        .into_view()
}

fn done(handed: &Rc<Handed>, taken: Result<Taken, NotTaken>) {
    let state: Taking = taking();
    if taken.is_ok() {
        state.leave(handed);
    }
    state.say(taken);
}
