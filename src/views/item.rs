//! 事项: everything known about one item.

mod chain;

use leptos::prelude::*;
use yaodian_plan::query::Group;
use yaodian_plan::{Basis, Item, ItemId, Place};

use self::chain::ChainView;
use crate::browser::dom;
use crate::components::badge::{Meetings, StandingOf, UnitName};
use crate::components::marked::{Title, corrections};
use crate::route::{Page, Route};
use crate::state::desk;
use crate::text;

/// An item on a page of its own.
#[component]
pub fn ItemPage(id: ItemId) -> impl IntoView {
    view! { <section class="card item-page"><Steps id closes=false/><Detail id/></section> }
}

/// Previous and next within the list that the item was opened from, and out of it.
#[component]
pub fn Steps(id: ItemId, closes: bool) -> impl IntoView {
    let desk = desk();
    let list = Memo::new(move |_| desk.listed());
    let at = move || list.with(|list| list.iter().position(|listed| *listed == id));
    let neighbour = move |by: isize| {
        let at = at()?.checked_add_signed(by)?;
        list.with(|list| list.get(at).copied())
    };
    let go = move |by| {
        move |_| {
            if let Some(id) = untrack(|| neighbour(by)) {
                desk.open_item(id);
            }
        }
    };
    let position = move || at().map(|at| text::position(at + 1, list.with(Vec::len)));
    view! {
        <div class="steps">
            <button class="icon" disabled=move || neighbour(-1).is_none() on:click=go(-1) aria-label=text::PREVIOUS
                title=text::PREVIOUS>"‹"</button>
            <button class="icon" disabled=move || neighbour(1).is_none() on:click=go(1) aria-label=text::NEXT
                title=text::NEXT>"›"</button>
            <span class="position">{position}</span>
            {if closes {
                view! {
                    <button class="icon close" on:click=move |_| desk.close_item() aria-label=text::CLOSE
                        title=text::CLOSE>"✕"</button>
                }.into_any()
            } else {
                view! { <a class="button close" href="#/">{text::GO_HOME}</a> }.into_any()
            }}
        </div>
    }
}

/// The item's content. Its title takes the focus when it opens.
#[component]
pub fn Detail(id: ItemId) -> impl IntoView {
    let desk = desk();
    let Some(at) = desk.catalog().position(id) else {
        return view! { <p id="item-title" tabindex="-1" class="empty">{text::NO_SUCH_ITEM}</p> }.into_any();
    };
    let item = desk.item(at);
    let group = Route::to(Page::Categories(Some(Group::of(id)), Default::default())).format();
    view! {
        <article class="detail">
            <p class="tags">
                <a class="tag" href=group>{text::place(desk.catalog(), id)}</a>
                <Meetings meetings=&item.meetings/>
            </p>
            <h2 id="item-title" tabindex="-1"><Title item/></h2>
            <dl class="facts">
                <dt>{text::PROGRESS_RECORD}</dt>
                <dd>
                    <StandingOf at/>
                    {item.reported.map(|_| view! { <small>{text::REPORTED}</small> })}
                </dd>
                <When item/>
                <Responsible at item/>
                {optional(text::TO_MEETING, meetings(item))}
                {optional(text::CONDITION, item.condition.clone())}
                {optional(text::REMARK, item.remark.clone())}
                <Corrections item/>
            </dl>
            <ChainView id/>
            <details class="source">
                <summary>{text::SOURCE}<small>{text::source_place(item)}</small></summary>
                <blockquote>{item.source.text.replace('\t', " ｜ ")}</blockquote>
            </details>
            <CopyLink id/>
        </article>
    }
    .into_any()
}

fn optional(term: &'static str, value: Option<String>) -> impl IntoView {
    value.map(|value| view! { <dt>{term}</dt><dd>{value}</dd> })
}

fn meetings(item: &Item) -> Option<String> {
    let names: Vec<&str> = item.meetings.iter().map(|meeting| text::meeting(*meeting)).collect();
    (!names.is_empty()).then(|| names.join("、"))
}

#[component]
fn When(item: &'static Item) -> impl IntoView {
    let understood = text::period(item.period);
    // Only a difference in substance is worth a word; `3 月` for `3月` is not.
    let plain = |text: &str| text.replace([' ', '—', '-'], "");
    let printed = (!item.period_text.is_empty() && plain(&item.period_text) != plain(&understood))
        .then(|| view! { <small>{text::printed(&item.period_text)}</small> });
    view! { <dt>{text::WHEN}</dt><dd>{understood}{printed}</dd> }
}

/// The responsible units by role, the text as printed, and whether the pairing is inferred.
#[component]
fn Responsible(at: usize, item: &'static Item) -> impl IntoView {
    let desk = desk();
    let who = &item.responsibility;
    let named = |ids: &'static [yaodian_plan::UnitId], note: Option<&'static str>| {
        let rows = ids.iter().filter_map(|id| desk.catalog().unit_position(id));
        rows.map(|row| view! { <span class="role"><UnitName row/>{note.map(|note| view! { <small>{note}</small> })}</span> })
            .collect_view()
    };
    let single = who.joint.is_empty() && who.collective.is_none() && who.lead.len() == 1;
    let lead_note = (!single).then_some(text::LEADS_NOTE);
    view! {
        <dt>{text::WHO}</dt>
        <dd data-at=at>
            {named(&who.lead, lead_note)}
            {named(&who.joint, Some(text::JOINS_NOTE))}
            {who.collective.map(|all| view! { <span class="role"><span class="unit u-all">{text::collective(all)}</span></span> })}
            {(!single && item.id.is_schedule()).then(|| view! { <small class="line">{text::printed(&who.text)}</small> })}
            {(who.basis == Basis::Inferred).then(|| view! { <small class="line inferred">{text::INFERRED}</small> })}
        </dd>
    }
}

#[component]
fn Corrections(item: &'static Item) -> impl IntoView {
    let list = corrections(Place::Item(item.id)).into_iter().map(|correction| {
        view! {
            <dt>{text::CORRECTION}</dt>
            <dd>
                {text::correction(&correction.printed, &correction.meant)}
                <small class="line">{correction.reason.as_str()}</small>
            </dd>
        }
    });
    list.collect_view()
}

/// Puts the item's address on the clipboard and says whether that worked.
#[component]
fn CopyLink(id: ItemId) -> impl IntoView {
    let said = RwSignal::new("");
    let copy = move |_| {
        let hash = Route::to(Page::Item(id)).format();
        leptos::task::spawn_local(async move {
            said.set(if dom::copy_link(&hash).await { text::COPIED } else { text::COPY_FAILED });
        });
    };
    view! {
        <p class="actions">
            <button class="button" on:click=copy>{text::COPY_LINK}</button>
            <output>{said}</output>
        </p>
    }
}
