//! 脉络: from the point that asks, over preparations, to the item and what follows from it.

use leptos::prelude::*;
use yaodian_plan::ItemId;
use yaodian_plan::query::chain;

use crate::components::badge::StandingOf;
use crate::components::marked::Title;
use crate::route::{Page, Route};
use crate::state::desk;
use crate::text;

/// The chain of one item.
#[component]
pub fn ChainView(id: ItemId) -> impl IntoView {
    let desk = desk();
    let chain = chain(desk.catalog(), id);
    if chain.is_empty() {
        return view! { <section><h3>{text::CHAIN}</h3><p class="empty">{text::CHAIN_NONE}</p></section> }
            .into_any();
    }
    let basis = chain.basis.into_iter().map(|(no, phrase)| {
        let href = Route::to(Page::Points(Some(no))).format();
        view! { <li class="basis"><a href=href>{text::quoted_point(no, &phrase)}</a><small>{text::CHAIN_BASIS}</small></li> }
    });
    let other = |label: &'static str| {
        move |id: ItemId| desk.catalog().position(id).map(|at| view! { <li><Step at label/></li> })
    };
    let here = desk.catalog().position(id).map(|at| {
        let item = desk.item(at);
        view! { <li class="here"><Title item/><small>{text::CHAIN_HERE}" · "{text::period(item.period)}</small></li> }
    });
    view! {
        <section>
            <h3>{text::CHAIN}</h3>
            <ol class="chain">
                {basis.collect_view()}
                {chain.before.into_iter().map(other(text::CHAIN_BEFORE)).collect_view()}
                {here}
                {chain.same.into_iter().map(other(text::CHAIN_SAME)).collect_view()}
                {chain.after.into_iter().map(other(text::CHAIN_AFTER)).collect_view()}
            </ol>
        </section>
    }
    .into_any()
}

/// Another item of the chain.
#[component]
fn Step(at: usize, label: &'static str) -> impl IntoView {
    let item = desk().item(at);
    view! {
        <a href=format!("#/item/{}", item.id) data-item=item.id.to_string()><Title item/></a>
        <small>
            {label}" · "{text::period(item.period)}" · "{item.responsibility.text.as_str()}" · "<StandingOf at/>
        </small>
    }
}
