//! What another version changes in a plan in use, item by item, before anything does.

use std::rc::Rc;

use leptos::prelude::*;
use yaodian_plan::{ItemId, Place, Plan};
use yaodian_reading::comparison::Pair;
use yaodian_ui::{El, el, fragment, keyed};

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

/// How many rows a list shows at first, and how many more at each request.
const STEP: usize = 100;

/// The counts and the lists.
pub fn changes(revision: &Rc<Revision>) -> Vec<El> {
    let comparison = &revision.revised.comparison;
    let is_changed = |pair: &Pair| !pair.changes.is_empty() || pair.has_moved() || pair.by.is_doubtful();
    let pairs = comparison.pairs.iter().enumerate();
    let changed: Vec<usize> = pairs.filter(|(_, pair)| is_changed(pair)).map(|(at, _)| at).collect();
    let same = comparison.pairs.len() - changed.len();
    let counts = text::revision_counts(same, changed.len(), comparison.new.len(), comparison.gone.len());
    let lost = revision.revised.lost_links.len();
    let amendments = revision.amendments().iter().enumerate();
    let whole = amendments.filter(|(_, one)| !matches!(one.place, Some(Place::Item(_)))).map(|(at, _)| at);
    let list = |name, rows, row| list(name, rows, revision, row);
    let parts = [
        Some(el("p").child(counts)),
        (lost > 0).then(|| el("p").child(text::revision_links(lost))),
        list(text::REVISION_WHOLE, whole.collect(), of_plan),
        list(text::REVISION_CHANGED, changed, change),
        list(text::REVISION_NEW, (0..comparison.new.len()).collect(), new),
        list(text::REVISION_GONE, (0..comparison.gone.len()).collect(), gone),
    ];
    parts.into_iter().flatten().collect()
}

/// Makes a row, from its position among those of its kind; `None` if there is none at it.
type MakeRow = fn(&Revision, usize) -> Option<El>;

/// A list of rows, by their positions. A long one shows its beginning, and more at each request.
fn list(name: &'static str, rows: Vec<usize>, revision: &Rc<Revision>, row: MakeRow) -> Option<El> {
    let all = rows.len();
    let limit = RwSignal::new(STEP);
    let revision = revision.clone();
    let shown = move || rows.get(..limit.get().min(all)).unwrap_or_default().to_vec();
    let make = move |at| row(&revision, at).map_or_else(|| fragment(Vec::new()), El::into_view);
    (all > 0).then(|| {
        el("section")
            .child(el("h3").child(format!("{name}（{all}）")))
            .child(el("ul").child(keyed(Box::new(shown), Box::new(make))))
            .child(
                el("button")
                    .attr("type", "button")
                    .class("button")
                    .attr("hidden", move || limit.get() >= all)
                    .on("click", move |_| limit.update(|limit| *limit += STEP))
                    .child(move || text::reveal(STEP.min(all.saturating_sub(limit.get())), all)),
            )
    })
}

fn title(plan: &Plan, id: ItemId) -> String {
    plan.item(id).map(|item| item.title.clone()).unwrap_or_default()
}

fn new(revision: &Revision, at: usize) -> Option<El> {
    let id = revision.revised.comparison.new.get(at)?;
    Some(el("li").child(title(&revision.revised.plan, *id)))
}

fn gone(revision: &Revision, at: usize) -> Option<El> {
    let id = revision.revised.comparison.gone.get(at)?;
    let kept = revision.recorded.contains(id).then(|| el("small").child(text::REVISION_KEPT));
    Some(el("li").child(title(&revision.before, *id)).child(kept))
}

/// A change of a point, or of the plan as a whole.
fn of_plan(revision: &Revision, at: usize) -> Option<El> {
    let amendment = revision.amendments().get(at)?;
    let place = text::amended_place(amendment);
    let said = text::revision_change(amendment.part.name(), &amendment.before, &amendment.after);
    Some(el("li").child(place).child(el("small").child(said)))
}

fn change(revision: &Revision, at: usize) -> Option<El> {
    let pair = revision.revised.comparison.pairs.get(at)?;
    let doubtful = text::revision_doubtful(pair.by).map(|said| el("small").child(said));
    let moved = pair.has_moved().then(|| el("small").child(text::REVISION_MOVED));
    let changes = pair.changes.iter().map(|change| {
        el("small").child(text::revision_change(change.part.name(), &change.before, &change.after))
    });
    let title = title(&revision.before, pair.before);
    Some(el("li").child(title).child(changes.collect::<Vec<_>>()).child(doubtful).child(moved))
}
