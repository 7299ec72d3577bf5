//! 要点: the points in full; the phrases that items implement lead to them.

mod phrases;

use leptos::prelude::Get;
use yaodian_plan::query::point_phrases;
use yaodian_plan::{Amendment, Place, Section, WorkPoint, amended};

use self::phrases::phrases;
use crate::browser::focus;
use crate::desk::desk;
use crate::route::Page;
use crate::text;
use crate::widgets::heading::heading;
use crate::widgets::link::{current, item_link, page_link};
use crate::widgets::list::brief;
use crate::widgets::marked::{amendments, corrections, marked};
use crate::widgets::pick::pick_button;
use crate::widgets::seg::seg;
use crate::widgets::unknown::unknown;
use yaodian_ui::{El, View, el, fragment, live};

/// The page; with `at`, scrolled to that point. A point that the plan does not have is a link that leads nowhere.
pub fn points(at: Option<u16>) -> View {
    let plan = &desk().catalog().plan;
    if let Some(no) = at {
        if plan.point(no).is_none() {
            return unknown(text::unknown_point(no));
        }
        focus::show_later(format!("point-{no}"));
    }
    let preamble: Vec<El> = plan.preamble.iter().map(|paragraph| el("p").child(paragraph.as_str())).collect();
    let sections: Vec<El> = plan.sections.iter().map(|section| self::section(section, at)).collect();
    let document = el("article")
        .class("card reading")
        .child(el("h2").class("document-title").child(plan.title.as_str()))
        .child(preamble)
        .child(sections);
    fragment(vec![
        heading(&Page::Points(None)).into_view(),
        points_nav(false).into_view(),
        document.into_view(),
        amended(),
    ])
}

/// All that was changed since the plan was put into use, folded; the last first.
fn amended() -> View {
    let all = &desk().catalog().plan.amendments;
    if all.is_empty() {
        return fragment(Vec::new());
    }
    let one = |amendment: &'static Amendment| {
        let place: View = match amendment.place {
            Some(Place::Item(id)) => match desk().catalog().position(id) {
                Some(at) => item_link(desk().item(at)).into_view(),
                None => fragment(Vec::new()),
            },
            Some(Place::Point(no)) => {
                page_link(Page::Points(Some(no))).child(text::amended_place(amendment)).into_view()
            }
            None => fragment(Vec::new()),
        };
        el("li").child(el("span").child(text::amended(amendment))).child(place)
    };
    let list: Vec<El> = all.iter().rev().map(one).collect();
    let count = el("small").child(text::count(list.len()));
    let folded = el("details")
        .class("card amendments")
        .child(el("summary").child(text::AMENDMENTS).child(count))
        .child(el("ul").child(list));
    fragment(vec![folded.into_view(), live(printed)])
}

/// The same as it stands on paper, behind the document: unfolded, the first one first.
fn printed() -> View {
    if !desk().printing.get() {
        return fragment(Vec::new());
    }
    let lines = amended::record(&desk().catalog().plan).map(|line| el("li").child(line));
    el("section")
        .class("record-of-changes")
        .child(el("h2").child(amended::RECORD))
        .child(el("p").child(amended::RECORD_NOTE))
        .child(el("ol").child(lines.collect::<Vec<_>>()))
        .into_view()
}

/// Full text or coverage, and the button to pick among the items of either.
pub fn points_nav(coverage: bool) -> El {
    let links = vec![
        current(page_link(Page::Points(None)).child(text::FULL_TEXT), !coverage),
        current(page_link(Page::Coverage).child(text::COVERAGE), coverage),
    ];
    el("div").class("tools").child(seg(text::VIEW_AS, links)).child(pick_button())
}

fn section(section: &'static Section, at: Option<u16>) -> El {
    let heading = section.heading();
    let title = (!heading.is_empty()).then(|| el("h2").child(heading));
    let text: Vec<El> = section.text.iter().map(|paragraph| el("p").child(paragraph.as_str())).collect();
    let parts = section.parts().flat_map(|(heading, points)| {
        let heading = heading
            .map(|heading| el("h3").class("sub").child(format!("{}{}", heading.number, heading.title)));
        heading.into_iter().chain(points.iter().map(|point| self::point(point, at == Some(point.no))))
    });
    el("section").child(title).child(text).child(parts.collect::<Vec<_>>())
}

fn point(point: &'static WorkPoint, here: bool) -> El {
    let desk = desk();
    let place = Place::Point(point.no);
    let implemented = point_phrases(desk.catalog(), point.no);
    let mut items: Vec<usize> = Vec::new();
    for id in implemented.iter().flat_map(|phrase| &phrase.items) {
        items.extend(desk.catalog().position(*id).filter(|at| !items.contains(at)));
    }
    let name = format!("point-{}-name", point.no);
    let heading = el("b").attr("id", name.clone());
    let heading = marked(heading.child(point.label()), &point.heading, place, &[]).child(point.closing());
    // The line break of the document, which the style sheet shows.
    let apart = (point.apart && !point.text.is_empty()).then_some("\n");
    let pledged = if items.is_empty() {
        el("p").class("empty").child(text::POINT_NONE)
    } else {
        let count = el("small").child(text::count(items.len()));
        let summary = el("summary").child(text::POINT_ITEMS).child(count);
        el("details").class("pledged").child(summary).child(brief(items))
    };
    let corrections = corrections(place).into_iter().map(|correction| {
        let said = text::correction(&correction.printed, &correction.meant);
        el("li").child(format!("{}：{said}。{}", text::CORRECTION, correction.reason))
    });
    let corrections: Vec<El> = corrections.collect();
    let amended = amendments(place).into_iter().map(|one| el("li").child(text::amended(one)));
    let amended: Vec<El> = amended.collect();
    el("section")
        .class(if here { "point here" } else { "point" })
        .attr("id", format!("point-{}", point.no))
        .attr("aria-labelledby", name)
        .child(el("p").class("text").child(heading).child(apart).child(phrases(point, implemented)))
        .child(pledged)
        .child((!amended.is_empty()).then(|| el("ul").class("corrections").child(amended)))
        .child((!corrections.is_empty()).then(|| el("ul").class("corrections").child(corrections)))
}
