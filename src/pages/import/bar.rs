//! What is always in sight: how many places are left, what can be taken back, and the way on.

use leptos::prelude::*;
use yaodian_review::Review;
use yaodian_ui::{El, el};

use super::keeping::Kept;
use super::studio::studio;
use super::{adopt, other_tabs};
use crate::text;
use crate::widgets::button::button;

/// The bar.
pub fn bar() -> El {
    let studio = studio();
    let only = el("input")
        .attr("type", "checkbox")
        .prop("checked", move || studio.only_open.get())
        .on("change", move |event| studio.only_open.set(event_target_checked(&event)));
    let kept = move || match studio.kept.get() {
        Kept::Yes => text::DRAFT_KEPT.to_owned(),
        Kept::NotYet => text::DRAFT_KEEPING.to_owned(),
        Kept::Failed(reason) => text::draft_not_kept(reason),
        Kept::Gone => text::DRAFT_NOT_THERE.to_owned(),
    };
    let is_lost = move || matches!(studio.kept.get(), Kept::Failed(_) | Kept::Gone);
    let step = |name: &'static str, can: fn(&Review) -> bool, redo: bool| {
        // A button that is disabled under the focus would lose it.
        button(name, move |_| studio.undo_or_redo(redo))
            .attr("aria-disabled", move || (!studio.of(can)).then_some("true"))
    };
    el("div")
        .class("review-bar")
        .attr("role", "group")
        .attr("aria-label", text::READ_NOTES)
        .child(
            el("strong")
                .class("left")
                .attr("aria-live", "polite")
                .child(move || text::left_to_check(studio.left())),
        )
        .child(el("label").class("only").child(only).child(text::ONLY_OPEN))
        .child(step(text::UNDO, Review::can_undo, false))
        .child(step(text::REDO, Review::can_redo, true))
        .child(
            el("small")
                .class(move || if is_lost() { "kept lost" } else { "kept" })
                .attr("role", "status")
                .child(kept),
        )
        .child(button(text::USE_PLAN, |_| adopt::ask()).class("button main"))
        .child(other_tabs::gone())
}
