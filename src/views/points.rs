//! 要点: the twenty points in full; the phrases that items implement lead to them.

mod phrases;

use leptos::prelude::*;
use yaodian_plan::query::pledges;
use yaodian_plan::{Place, Section, WorkPoint};

use self::phrases::Phrases;
use super::Heading;
use crate::browser::dom;
use crate::components::badge::StandingOf;
use crate::components::marked::{Marked, Title, corrections};
use crate::components::seg::{Choice, Seg};
use crate::route::Page;
use crate::state::desk;
use crate::text;

/// The page; with `at`, scrolled to that point.
#[component]
pub fn Points(at: Option<u16>) -> impl IntoView {
    let desk = desk();
    let plan = &desk.catalog().plan;
    if let Some(no) = at {
        dom::show_later(format!("point-{no}"));
    }
    let preamble = plan.preamble.iter().map(|paragraph| view! { <p>{paragraph.as_str()}</p> });
    let sections = plan.sections.iter().map(|section| view! { <SectionView section at/> });
    view! {
        <Heading page=Page::Points(None)/>
        <PointsNav coverage=false/>
        <article class="card reading">
            <h2 class="document-title">{plan.title.as_str()}</h2>
            {preamble.collect_view()}
            {sections.collect_view()}
        </article>
    }
}

/// Full text or coverage.
#[component]
pub fn PointsNav(coverage: bool) -> impl IntoView {
    let desk = desk();
    move || {
        let to = |page| desk.route.with(|route| route.turn_to(page).format());
        let choices = vec![
            Choice { label: text::FULL_TEXT.into(), href: to(Page::Points(None)), current: !coverage },
            Choice { label: text::COVERAGE.into(), href: to(Page::Coverage), current: coverage },
        ];
        view! { <div class="tools"><Seg label=text::VIEW_AS choices/></div> }
    }
}

#[component]
fn SectionView(section: &'static Section, at: Option<u16>) -> impl IntoView {
    let points = section.points.iter().map(|point| view! { <Point point here=at == Some(point.no)/> });
    view! {
        <section>
            <h2>{section.numeral()}"、"{section.title.as_str()}</h2>
            {points.collect_view()}
        </section>
    }
}

#[component]
fn Point(point: &'static WorkPoint, here: bool) -> impl IntoView {
    let desk = desk();
    let pledges = pledges(desk.catalog(), point.no);
    let mut items: Vec<usize> = Vec::new();
    for id in pledges.iter().flat_map(|pledge| &pledge.items) {
        items.extend(desk.catalog().position(*id).filter(|at| !items.contains(at)));
    }
    let rows = items.iter().map(|at| {
        let item = desk.item(*at);
        view! {
            <li>
                <a href=format!("#/item/{}", item.id) data-item=item.id.to_string()><Title item/></a>
                <small>{text::period(item.period)}" · "{item.responsibility.text.as_str()}" · "<StandingOf at=*at/></small>
            </li>
        }
    });
    let rows = rows.collect_view();
    let corrections = corrections(Place::Point(point.no)).into_iter().map(|correction| {
        view! { <li>{text::CORRECTION}"："{text::correction(&correction.printed, &correction.meant)}"。"{correction.reason.as_str()}</li> }
    });
    let corrections = corrections.collect_view();
    let count = items.len();
    view! {
        <section class="point" class:here=here id=format!("point-{}", point.no) aria-labelledby=format!("point-{}-name", point.no)>
            <p class="text">
                <b id=format!("point-{}-name", point.no)>{point.no}"．"<Marked text=&point.heading place=Place::Point(point.no)/>"。"</b>
                <Phrases point pledges/>
            </p>
            {if count == 0 {
                view! { <p class="empty">{text::POINT_NONE}</p> }.into_any()
            } else {
                view! { <details class="pledged"><summary>{text::POINT_ITEMS}<small>{text::count(count)}</small></summary><ul class="brief">{rows}</ul></details> }.into_any()
            }}
            <ul class="corrections">{corrections}</ul>
        </section>
    }
}
