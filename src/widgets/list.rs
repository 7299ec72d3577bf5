//! Lists of items. Short lists hold all their rows and hide what does not pass the filter, so
//! that a keystroke touches attributes only; long ones hold the first rows that pass.

use std::sync::Arc;

use leptos::prelude::*;

use super::badge::{group_tag, meetings, who};
use super::counts::none_passes;
use super::item_marks;
use super::link::item_link;
use crate::desk::desk;
use crate::text;
use yaodian_ui::{El, View, el, fragment, keyed, live};

/// Up to this many rows a list is whole.
pub const WHOLE: usize = 300;
/// In a plan of more items than this only short lists are whole: a page may have several that are not quite long, and
/// takes as long as all of them together.
const MANY: usize = 1_000;
/// How many rows a long list shows at first: a page may have ten lists.
const FIRST: usize = 20;
/// How many more it shows at each request.
const STEP: usize = 100;

/// What the rows of a list say beside an item's name, its standing and who does it.
#[derive(Clone, Copy)]
pub enum Rows {
    /// Only that it was put off: the place says when it is.
    Untimed,
    /// When it is.
    Timed,
    /// When it is and, where the list is whole, why it stands where it does and the latest note on it.
    WithLatest,
}

/// Items in the given order.
pub fn item_list(items: Vec<usize>, rows: Rows) -> Vec<El> {
    let time = !matches!(rows, Rows::Untimed);
    let whole = if desk().catalog().all().len() > MANY { FIRST } else { WHOLE };
    if items.len() > whole {
        return long_list(items, time);
    }
    let marked = if let Rows::WithLatest = rows { item_marks::row_with_latest } else { item_marks::row };
    let rows = items.into_iter().map(|at| marked(row(at, time), at));
    vec![el("ul").class("list").child(rows.collect::<Vec<_>>())]
}

fn long_list(items: Vec<usize>, time: bool) -> Vec<El> {
    let desk = desk();
    let limit = RwSignal::new(FIRST);
    let items: Arc<[usize]> = items.into();
    let counted = items.clone();
    let all = Memo::new(move |_| desk.count(&counted));
    let shown = move || {
        let passing = |at: &&usize| desk.passes(**at);
        let limit = if desk.printing.get() { usize::MAX } else { limit.get() };
        items.iter().filter(passing).take(limit).copied().collect()
    };
    let rows = keyed(Box::new(shown), Box::new(move |at| row(at, time).into_view()));
    let reveal = move || {
        let all = all.get();
        text::reveal(STEP.min(all.saturating_sub(limit.get())), all)
    };
    vec![
        el("ul").class("list").child(rows),
        el("button")
            .class("more")
            .attr("hidden", move || limit.get() >= all.get())
            .on("click", move |_| limit.update(|limit| *limit += STEP))
            .child(reveal),
    ]
}

/// The row of an item, which the filter does not hide by itself. With `time`, it starts with its time.
pub fn row(at: usize, time: bool) -> El {
    let item = desk().item(at);
    el("li")
        .class("row")
        .child(time.then(|| item_marks::when(at)))
        .child(item_link(item).class("title"))
        .child(item_marks::sign(at))
        .child(
            el("span")
                .class("meta")
                .child((!time).then(|| item_marks::put_off(at)))
                .child(who(at))
                .child(meetings(item))
                .child(group_tag(item)),
        )
}

/// What is left of a list that is cut: how many there are or, on paper, all of them.
pub fn rest(items: Vec<usize>, row: fn(usize) -> El, more: impl Fn(usize) -> El + 'static) -> Option<View> {
    let count = items.len();
    let whole = move || fragment(items.iter().map(|at| row(*at).into_view()).collect());
    (count > 0).then(|| live(move || if desk().printing.get() { whole() } else { more(count).into_view() }))
}

/// A short line per item, with what is worth knowing in the second line.
pub fn brief(items: impl IntoIterator<Item = usize>) -> El {
    let desk = desk();
    let lines = items.into_iter().map(|at| {
        let item = desk.item(at);
        let known = format!(" · {} · ", item.responsibility.text);
        let known = el("small").child(item_marks::when(at)).child(known).child(item_marks::sign(at));
        el("li").child(item_link(item)).child(known)
    });
    el("ul").class("brief").child(lines.collect::<Vec<_>>())
}

/// What a page shows when nothing passes its filter.
pub fn nothing_passes(items: Vec<usize>) -> El {
    let mut none = none_passes(items.into());
    el("p").class("empty").attr("hidden", move || !none()).child(text::NOTHING_PASSES)
}
