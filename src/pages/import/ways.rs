//! The ways in, and the drafts that wait.

use leptos::prelude::*;
use yaodian_ui::{El, el, fragment, live};

use super::intake;
use super::studio::studio;
use crate::browser::{dom, files, window};
use crate::desk::desk;
use crate::library::DraftHead;
use crate::route::{Page, Route};
use crate::text;
use crate::widgets::button::button;
use crate::widgets::card::{card, note};
use crate::widgets::link::page_link;

/// The ways in; folded away while a draft is open.
pub fn ways() -> El {
    let studio = studio();
    let is_open = move || studio.review.with(Option::is_some);
    let choose = el("input").attr("type", "file").attr("multiple", "").on("change", |event| {
        intake::take_in(files::files_of(&event));
        // Choosing the same file again shall be a change again.
        dom::set_value(&event, "");
    });
    let paste = el("textarea")
        .class("paste")
        .attr("rows", "1")
        .attr("aria-label", text::PASTE_HERE)
        .attr("placeholder", text::PASTE_HINT)
        .on("paste", |event| intake::take_pasted(&event))
        // It is a place to paste in, not to write.
        .on("input", |event| dom::set_value(&event, ""));
    let ways = el("div")
        .class("tools")
        .child(el("label").class("button main file").child(text::CHOOSE_DOCUMENTS).child(choose))
        .child(paste)
        .child(button(text::USE_EXAMPLE, |_| intake::take_example()));
    let refused = live(move || {
        let refused = studio.refused.get();
        let one = |(name, why): (String, String)| {
            el("li")
                .child(el("b").child(name))
                .child(el("span").child(text::FILE_NOT_READ))
                .child(el("p").child(why))
        };
        match refused.is_empty() {
            true => fragment(Vec::new()),
            false => {
                let list = refused.into_iter().map(one).collect::<Vec<_>>();
                let list = el("ul").child(list);
                el("div").class("notice refused").attr("role", "alert").child(list).into_view()
            }
        }
    });
    let trouble = live(move || match studio.trouble.get() {
        trouble if trouble.is_empty() => fragment(Vec::new()),
        trouble => el("p").class("notice trouble").attr("role", "alert").child(trouble).into_view(),
    });
    let lead = el("div")
        .class("ways")
        .attr("hidden", is_open)
        .child(el("p").class("lead").child(text::IMPORT_LEAD))
        .child(ways)
        .child(el("p").class("tip").child(text::DOCUMENT_KINDS))
        .child(drafts());
    let again = page_link(Page::Import(String::new())).class("button again").child(text::ANOTHER_DOCUMENT);
    el("div")
        .class("intake")
        .child(lead)
        .child(again.attr("hidden", move || !is_open()))
        .child(refused)
        .child(trouble)
}

fn drafts() -> El {
    let studio = studio();
    let list = live(move || {
        let drafts = studio.drafts.get();
        el("ul").class("drafts").child(drafts.into_iter().map(draft).collect::<Vec<_>>()).into_view()
    });
    card(text::DRAFTS, vec![note(text::DRAFTS_NOTE)])
        .attr("hidden", move || studio.drafts.with(Vec::is_empty))
        .child(list)
}

fn draft(head: DraftHead) -> El {
    let at = head.at;
    let year = desk().catalog().plan.year;
    let (id, name) = (head.id.clone(), head.name.clone());
    let open = move |_| desk().go(&Route::to(Page::Import(id.clone())));
    let delete = move |_| {
        if window::confirm(&text::delete_draft(&head.name)) {
            studio().delete(head.id.clone());
        }
    };
    el("li")
        .child(el("b").child(name))
        .child(el("small").child(text::moment(at, year)))
        .child(button(text::GO_ON, open))
        .child(button(text::DELETE_DRAFT, delete).class("button danger"))
}
