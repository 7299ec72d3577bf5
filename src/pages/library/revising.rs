//! A plan that is the corrected version of another: what changes, item by item, before anything does.

use std::rc::Rc;

use leptos::prelude::*;
use leptos::task::spawn_local;
use yaodian_plan::{ItemId, Plan};
use yaodian_reading::comparison::{By, Pair};
use yaodian_ui::{El, View, el, fragment, live};

use super::shown::{Shown, read_again};
use crate::browser::{dom, focus, window};
use crate::desk::desk;
use crate::library::{self, PlanHead, PlanKey, Revision};
use crate::text;
use crate::widgets::field::{labelled, option};

/// Where the choice is that the corrected version is of.
const CHOICE: &str = "#revision-of";

/// Asks which plan it is the corrected version of, and shows what changes.
pub fn revising(new: PlanKey, others: &[PlanHead], shown: Shown) -> View {
    let found = RwSignal::new_local(None::<Rc<Revision>>);
    let options: Vec<El> =
        others.iter().map(|head| option(head.key.to_string(), head.called().to_owned())).collect();
    let see = move |event: web_sys::Event| {
        event.prevent_default();
        let chosen = dom::find(CHOICE).map(|field| dom::chosen(&field)).unwrap_or_default();
        let (Some(old), new) = (PlanKey::new(&chosen), new.clone()) else { return };
        spawn_local(async move {
            match library::revision(&old, &new).await {
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

fn changes(revision: &Rc<Revision>, shown: Shown) -> View {
    let Revision { before, revised, recorded, .. } = &**revision;
    let comparison = &revised.comparison;
    let changed: Vec<&Pair> = comparison
        .pairs
        .iter()
        .filter(|pair| !pair.changes.is_empty() || pair.has_moved() || pair.by == By::Place)
        .collect();
    let same = comparison.pairs.len() - changed.len();
    let counts = text::revision_counts(same, changed.len(), comparison.new.len(), comparison.gone.len());
    let lost = revised.lost_links.len();
    let gone = comparison.gone.iter().map(|id| {
        let kept = recorded.contains(id).then(|| el("small").child(text::REVISION_KEPT));
        el("li").child(title(before, *id)).child(kept)
    });
    let new = comparison.new.iter().map(|id| el("li").child(title(&revised.plan, *id)));
    let put = {
        let revision = revision.clone();
        move |_| put_in_place(revision.clone(), shown)
    };
    el("div")
        .class("revision")
        .attr("tabindex", "-1")
        .child(el("p").child(counts))
        .child((lost > 0).then(|| el("p").child(text::revision_links(lost))))
        .child(list(text::REVISION_CHANGED, changed.into_iter().map(|pair| change(pair, before)).collect()))
        .child(list(text::REVISION_NEW, new.collect()))
        .child(list(text::REVISION_GONE, gone.collect()))
        .child(el("p").class("tools").child(
            el("button").attr("type", "button").class("button").on("click", put).child(text::REVISION_PUT),
        ))
        .into_view()
}

fn title(plan: &Plan, id: ItemId) -> String {
    plan.item(id).map(|item| item.title.clone()).unwrap_or_default()
}

fn list(name: &'static str, rows: Vec<El>) -> Option<El> {
    (!rows.is_empty()).then(|| {
        el("section").child(el("h3").child(format!("{name}（{}）", rows.len()))).child(el("ul").child(rows))
    })
}

fn change(pair: &Pair, before: &Plan) -> El {
    let doubtful = (pair.by == By::Place).then(|| el("small").child(text::REVISION_DOUBTFUL));
    let moved = pair.has_moved().then(|| el("small").child(text::REVISION_MOVED));
    let changes = pair.changes.iter().map(|change| {
        el("small").child(text::revision_change(change.part.name(), &change.before, &change.after))
    });
    el("li").child(title(before, pair.before)).child(changes.collect::<Vec<_>>()).child(doubtful).child(moved)
}

fn put_in_place(revision: Rc<Revision>, shown: Shown) {
    spawn_local(async move {
        match library::put_revision(&revision).await {
            // The page has read the version that was in use.
            Ok(()) if desk().catalog().plan.id == revision.before.id => window::reload(),
            Ok(()) => desk().ledger.say(text::REVISION_DONE.into()),
            Err(reason) => desk().ledger.say(text::not_kept(reason)),
        }
        read_again(shown);
        focus::focus_back_later(None, vec!["main h1".into()]);
    });
}
