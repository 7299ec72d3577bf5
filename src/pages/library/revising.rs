//! A plan that is the corrected version of another: what changes, item by item, before anything does.

use std::rc::Rc;

use leptos::prelude::*;
use leptos::task::spawn_local;
use yaodian_reading::comparison::Said;
use yaodian_ui::{El, View, el, fragment, live};

use super::shown::{Shown, read_again};
use crate::browser::{dom, focus, window};
use crate::desk::desk;
use crate::library::{self, PlanHead, PlanKey, Revision};
use crate::text;
use crate::widgets::field::{labelled, option};
use crate::widgets::revision;

/// Where the choice is that the corrected version is of.
const CHOICE: &str = "#revision-of";

/// Asks which plan it is the corrected version of, and shows what changes.
pub fn revising(new: PlanKey, others: &[PlanHead], shown: Shown) -> View {
    let found = RwSignal::new_local(None::<Rc<Revision>>);
    let options: Vec<El> =
        others.iter().map(|head| option(head.key.to_string(), told_apart(head, others))).collect();
    let see = move |event: web_sys::Event| {
        event.prevent_default();
        let chosen = dom::find(CHOICE).map(|field| dom::chosen(&field)).unwrap_or_default();
        let (Some(old), new) = (PlanKey::new(&chosen), new.clone()) else { return };
        spawn_local(async move {
            let (on, by) = revision::on_and_by();
            match library::revision(&old, &new, Said { on: &on, by: &by }).await {
                Ok(revision) => {
                    let _ = found.try_set(Some(Rc::new(revision)));
                    focus::focus_later(".revision".into());
                }
                Err(reason) => desk().ledger.say(text::plan_not_read(reason)),
            }
        });
    };
    let list = move || match found.get() {
        None => fragment(Vec::new()),
        Some(revision) => changes(&revision, shown),
    };
    el("div")
        .class("notice")
        .child(el("p").child(text::REVISION_NOTE))
        .child(
            el("form")
                .class("tools")
                .on("submit", see)
                .child(labelled(text::REVISION_OF, el("select").attr("id", "revision-of").child(options)))
                .child(el("button").class("button").child(text::REVISION_SEE)),
        )
        .child(live(list))
        .into_view()
}

/// The name of a plan; with its number of items and when it was added, where another one is called the same.
fn told_apart(head: &PlanHead, all: &[PlanHead]) -> String {
    match all.iter().filter(|other| other.called() == head.called()).count() {
        1 => head.called().to_owned(),
        _ => text::plan_told_apart(head),
    }
}

fn changes(revision: &Rc<Revision>, shown: Shown) -> View {
    let put = {
        let revision = revision.clone();
        move |_| put_in_place(revision.clone(), shown)
    };
    el("div")
        .class("revision")
        .attr("tabindex", "-1")
        .child(revision::changes(revision))
        .child(el("p").class("tools").child(
            el("button").attr("type", "button").class("button").on("click", put).child(text::REVISION_PUT),
        ))
        .into_view()
}

fn put_in_place(revision: Rc<Revision>, shown: Shown) {
    spawn_local(async move {
        match library::put_revision(&revision).await {
            // The page has read the version that was in use.
            Ok(()) if desk().catalog().plan.id == revision.before.id => window::reload(),
            Ok(()) => desk().ledger.say(text::REVISION_DONE.into()),
            Err(reason) => desk().ledger.say(text::not_put(reason)),
        }
        read_again(shown);
        focus::focus_back_later(None, vec!["main h1".into()]);
    });
}
