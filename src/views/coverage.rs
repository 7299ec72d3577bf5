//! 对照: which items each point has, points without items, items without a point.

use yaodian_plan::query::coverage;

use super::heading;
use super::points::points_nav;
use crate::components::card::{card, list_card, note};
use crate::components::el::{El, View, all, el};
use crate::components::link::page_link;
use crate::components::list::brief;
use crate::route::Page;
use crate::state::desk;
use crate::text;

/// The page.
pub fn coverage_page() -> View {
    let catalog = desk().catalog();
    let coverage = coverage(catalog);
    let point = |no: u16| {
        let heading = catalog.plan.point(no).map_or("", |point| point.heading.as_str());
        page_link(Page::Points(Some(no))).add(format!("{no}．{heading}"))
    };
    let (empty, covered): (Vec<_>, Vec<_>) =
        coverage.points.into_iter().partition(|(_, items)| items.is_empty());
    let counts = [empty.len(), covered.len()].map(|count| vec![note(text::points_count(count))]);
    let [empty_count, covered_count] = counts;
    let empty: Vec<El> = empty.into_iter().map(|(no, _)| el("li").add(point(no))).collect();
    let covered = covered.into_iter().map(|(no, items)| {
        let count = el("small").add(text::count(items.len()));
        el("li").add(el("h3").add(point(no)).add(count)).add(brief(items))
    });
    let covered = el("ol").class("covered").add(covered.collect::<Vec<_>>());
    all(vec![
        heading(&Page::Coverage).view(),
        points_nav(true).view(),
        card(text::COVERAGE_EMPTY_POINTS, empty_count).add(el("ul").class("brief").add(empty)).view(),
        list_card(text::COVERAGE_LOOSE_ITEMS, Vec::new(), coverage.without_point, true).view(),
        card(text::COVERAGE_POINTS, covered_count).add(covered).view(),
    ])
}
