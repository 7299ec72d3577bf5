//! 对照: which items each point has, points without items, items without a point.

use yaodian_plan::query::coverage;

use super::points::points_nav;
use crate::desk::desk;
use crate::route::Page;
use crate::text;
use crate::widgets::card::{card, list_card, note};
use crate::widgets::heading::heading;
use crate::widgets::link::page_link;
use crate::widgets::list::{Rows, brief};
use yaodian_ui::{El, View, el, fragment};

/// The page.
pub fn coverage_page() -> View {
    let catalog = desk().catalog();
    let coverage = coverage(catalog);
    let point = |no: u16| {
        let name = catalog.plan.point(no).map(|point| format!("{}{}", point.label(), point.heading));
        page_link(Page::Points(Some(no))).child(name.unwrap_or_default())
    };
    let (empty, covered): (Vec<_>, Vec<_>) =
        coverage.points.into_iter().partition(|(_, items)| items.is_empty());
    let counts = [empty.len(), covered.len()].map(|count| vec![note(text::points_count(count))]);
    let [empty_count, covered_count] = counts;
    let empty: Vec<El> = empty.into_iter().map(|(no, _)| el("li").child(point(no))).collect();
    let covered = covered.into_iter().map(|(no, items)| {
        let count = el("small").child(text::count(items.len()));
        el("li").child(el("h3").child(point(no)).child(count)).child(brief(items))
    });
    let covered = el("ol").class("covered").child(covered.collect::<Vec<_>>());
    fragment(vec![
        heading(&Page::Coverage).into_view(),
        points_nav(true).into_view(),
        card(text::COVERAGE_EMPTY_POINTS, empty_count)
            .child(el("ul").class("brief").child(empty))
            .into_view(),
        list_card(text::COVERAGE_LOOSE_ITEMS, Vec::new(), coverage.without_point, Rows::Timed).into_view(),
        card(text::COVERAGE_POINTS, covered_count).child(covered).into_view(),
    ])
}
