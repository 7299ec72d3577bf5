//! 要点: the points in full; the phrases that items implement lead to them.

mod phrases;

use yaodian_plan::query::pledges;
use yaodian_plan::{Place, Section, WorkPoint};

use self::phrases::phrases;
use super::heading;
use super::unknown::unknown;
use crate::browser::dom;
use crate::components::el::{El, View, all, el};
use crate::components::link::{current, page_link};
use crate::components::list::brief;
use crate::components::marked::{corrections, marked};
use crate::components::seg::seg;
use crate::route::Page;
use crate::state::desk;
use crate::text;

/// The page; with `at`, scrolled to that point. A point that the plan does not have is a link that leads nowhere.
pub fn points(at: Option<u16>) -> View {
    let plan = &desk().catalog().plan;
    if let Some(no) = at {
        if plan.point(no).is_none() {
            return unknown(text::unknown_point(no));
        }
        dom::show_later(format!("point-{no}"));
    }
    let preamble: Vec<El> = plan.preamble.iter().map(|paragraph| el("p").add(paragraph.as_str())).collect();
    let sections: Vec<El> = plan.sections.iter().map(|section| self::section(section, at)).collect();
    let document = el("article")
        .class("card reading")
        .add(el("h2").class("document-title").add(plan.title.as_str()))
        .add(preamble)
        .add(sections);
    all(vec![heading(&Page::Points(None)).view(), points_nav(false).view(), document.view()])
}

/// Full text or coverage.
pub fn points_nav(coverage: bool) -> El {
    let links = vec![
        current(page_link(Page::Points(None)).add(text::FULL_TEXT), !coverage),
        current(page_link(Page::Coverage).add(text::COVERAGE), coverage),
    ];
    el("div").class("tools").add(seg(text::VIEW_AS, links))
}

fn section(section: &'static Section, at: Option<u16>) -> El {
    let title = format!("{}、{}", section.numeral(), section.title);
    let points: Vec<El> =
        section.points.iter().map(|point| self::point(point, at == Some(point.no))).collect();
    el("section").add(el("h2").add(title)).add(points)
}

fn point(point: &'static WorkPoint, here: bool) -> El {
    let desk = desk();
    let place = Place::Point(point.no);
    let pledges = pledges(desk.catalog(), point.no);
    let mut items: Vec<usize> = Vec::new();
    for id in pledges.iter().flat_map(|pledge| &pledge.items) {
        items.extend(desk.catalog().position(*id).filter(|at| !items.contains(at)));
    }
    let name = format!("point-{}-name", point.no);
    let heading = el("b").attr("id", name.clone());
    let heading = marked(heading.add(format!("{}．", point.no)), &point.heading, place, &[]).add("。");
    let pledged = if items.is_empty() {
        el("p").class("empty").add(text::POINT_NONE)
    } else {
        let count = el("small").add(text::count(items.len()));
        let summary = el("summary").add(text::POINT_ITEMS).add(count);
        el("details").class("pledged").add(summary).add(brief(items))
    };
    let corrections = corrections(place).into_iter().map(|correction| {
        let said = text::correction(&correction.printed, &correction.meant);
        el("li").add(format!("{}：{said}。{}", text::CORRECTION, correction.reason))
    });
    let corrections: Vec<El> = corrections.collect();
    el("section")
        .class(if here { "point here" } else { "point" })
        .attr("id", format!("point-{}", point.no))
        .attr("aria-labelledby", name)
        .add(el("p").class("text").add(heading).add(phrases(point, pledges)))
        .add(pledged)
        .add((!corrections.is_empty()).then(|| el("ul").class("corrections").add(corrections)))
}
