//! 要点: their texts, to be put right.

use leptos::prelude::*;
use yaodian_review::Edit;
use yaodian_ui::{El, View, el, fragment, live};

use super::parts::folded;
use super::studio::studio;
use crate::text;

/// The card, where there are points.
pub fn points() -> View {
    let studio = studio();
    let numbers = Memo::new(move |_| {
        studio.of_sheet(|sheet| {
            let points = sheet.sections.iter().flat_map(|section| &section.points);
            points.map(|point| point.no).collect::<Vec<_>>()
        })
    });
    live(move || {
        let numbers = numbers.get();
        match numbers.is_empty() {
            true => fragment(Vec::new()),
            false => {
                let list = move || {
                    let list = numbers.iter().copied().map(point).collect::<Vec<_>>();
                    el("div").class("point-texts").child(list).into_view()
                };
                folded(text::POINT_TEXTS, list).into_view()
            }
        }
    })
}

fn point(no: u16) -> El {
    let studio = studio();
    let text_of = move |get: fn(&yaodian_plan::WorkPoint) -> String| {
        studio.of_sheet(|sheet| {
            let mut points = sheet.sections.iter().flat_map(|section| &section.points);
            points.find(|point| point.no == no).map(get).unwrap_or_default()
        })
    };
    let heading = move || text_of(|point| point.heading.clone());
    let body = move || text_of(|point| point.text.clone());
    let rows = move || (body().chars().count() / 45 + 1).clamp(1, 12).to_string();
    let label = format!("{} {no}", text::POINT_HEADING);
    el("div")
        .class("point-text")
        .child(el("label").child(el("span").child(label)).child(el("input").prop("value", heading).on(
            "change",
            move |event| {
                studio.edit(Edit::PointHeading { no, text: event_target_value(&event) });
            },
        )))
        .child(
            el("textarea")
                .attr("aria-label", text::point_text(no))
                .attr("rows", rows)
                .prop("value", body)
                .on("change", move |event| {
                    studio.edit(Edit::PointText { no, text: event_target_value(&event) });
                }),
        )
}
