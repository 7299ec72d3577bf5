//! Lists of items. Short lists hold all their rows and hide what does not pass the filter, so
//! that a keystroke touches attributes only; long ones hold the first rows that pass.

use leptos::prelude::*;

use super::badge::{GroupTag, Meetings, StandingOf, Who};
use super::marked::Title;
use crate::state::desk;
use crate::text;

/// Up to this many rows a list is whole.
const WHOLE: usize = 300;
/// How many rows a long list shows at first, and how many more at each request.
const STEP: usize = 60;

/// Items in the given order. With `time`, each row starts with its time.
#[component]
pub fn ItemList(items: Vec<usize>, #[prop(optional)] time: bool) -> impl IntoView {
    if items.len() > WHOLE {
        return view! { <LongList items time/> }.into_any();
    }
    let desk = desk();
    let rows = items.into_iter().map(move |at| {
        view! { <li class="row" hidden=move || !desk.passes(at)><Row at time/></li> }
    });
    view! { <ul class="list">{rows.collect_view()}</ul> }.into_any()
}

#[component]
fn LongList(items: Vec<usize>, time: bool) -> impl IntoView {
    let desk = desk();
    let limit = RwSignal::new(STEP);
    let items = StoredValue::new(items);
    let all = Memo::new(move |_| items.with_value(|items| desk.count(items)));
    let shown = Memo::new(move |_| {
        let passing = |at: &&usize| desk.passes(**at);
        items.with_value(|items| items.iter().filter(passing).take(limit.get()).copied().collect::<Vec<_>>())
    });
    view! {
        <ul class="list">
            <For each=move || shown.get() key=|at| *at let:at>
                <li class="row"><Row at time/></li>
            </For>
        </ul>
        <Show when=move || limit.get() < all.get()>
            <button class="more" on:click=move |_| limit.update(|limit| *limit += STEP)>
                {move || text::reveal(STEP.min(all.get() - limit.get()), all.get())}
            </button>
        </Show>
    }
}

/// The content of one row.
#[component]
fn Row(at: usize, time: bool) -> impl IntoView {
    let item = desk().item(at);
    view! {
        {time.then(|| view! { <span class="when">{text::period(item.period)}</span> })}
        <a class="title" href=format!("#/item/{}", item.id) data-item=item.id.to_string()><Title item/></a>
        <StandingOf at/>
        <span class="meta"><Who at/><Meetings meetings=&item.meetings/><GroupTag item/></span>
    }
}

/// What a page says when its filter lets nothing through.
#[component]
pub fn NothingPasses(items: Vec<usize>) -> impl IntoView {
    let desk = desk();
    view! { <p class="empty" hidden=move || desk.count(&items) != 0>{text::NOTHING_PASSES}</p> }
}
