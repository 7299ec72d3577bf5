//! What another version changes in a plan in use, item by item, before anything does.

use leptos::prelude::*;
use yaodian_plan::{Amendment, ItemId, Place, Plan};
use yaodian_reading::comparison::{By, Pair};
use yaodian_ui::{El, el};

use crate::browser::clock;
use crate::desk::desk;
use crate::library::Revision;
use crate::text;

/// What is kept with a change that is made now: the day, and how the user of this browser signs.
pub fn on_and_by() -> (String, String) {
    let desk = desk();
    let by = desk.ledger.book.with_untracked(|book| book.signature(desk.ledger.author(), desk.catalog()));
    (clock::today().to_string(), by)
}

/// The counts and the lists.
pub fn changes(revision: &Revision) -> Vec<El> {
    let Revision { before, revised, recorded, .. } = revision;
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
    let whole = revision.amendments().iter().filter(|one| !matches!(one.place, Some(Place::Item(_))));
    let parts = [
        Some(el("p").child(counts)),
        (lost > 0).then(|| el("p").child(text::revision_links(lost))),
        list(text::REVISION_WHOLE, whole.map(of_plan).collect()),
        list(text::REVISION_CHANGED, changed.into_iter().map(|pair| change(pair, before)).collect()),
        list(text::REVISION_NEW, new.collect()),
        list(text::REVISION_GONE, gone.collect()),
    ];
    parts.into_iter().flatten().collect()
}

fn title(plan: &Plan, id: ItemId) -> String {
    plan.item(id).map(|item| item.title.clone()).unwrap_or_default()
}

fn list(name: &'static str, rows: Vec<El>) -> Option<El> {
    (!rows.is_empty()).then(|| {
        el("section").child(el("h3").child(format!("{name}（{}）", rows.len()))).child(el("ul").child(rows))
    })
}

/// A change of a point, or of the plan as a whole.
fn of_plan(amendment: &Amendment) -> El {
    let place = text::amended_place(amendment);
    let said = text::revision_change(amendment.part.name(), &amendment.before, &amendment.after);
    el("li").child(place).child(el("small").child(said))
}

fn change(pair: &Pair, before: &Plan) -> El {
    let doubtful = (pair.by == By::Place).then(|| el("small").child(text::REVISION_DOUBTFUL));
    let moved = pair.has_moved().then(|| el("small").child(text::REVISION_MOVED));
    let changes = pair.changes.iter().map(|change| {
        el("small").child(text::revision_change(change.part.name(), &change.before, &change.after))
    });
    el("li").child(title(before, pair.before)).child(changes.collect::<Vec<_>>()).child(doubtful).child(moved)
}
