//! Handing the plan over to other programs.

use super::part::part;
use crate::chunks::Export;
use crate::desk::desk;
use crate::text;
use crate::widgets::export::export_button;
use yaodian_ui::{El, el};

/// The card about it.
pub fn exports() -> El {
    let all = || desk().catalog().all().collect();
    part(text::EXPORT, text::EXPORT_NOTE)
        .child(
            el("p")
                .class("tools")
                .child(export_button(text::EXPORT_TABLE_OF_ALL, move || Export::Table(all())))
                .child(export_button(text::EXPORT_CALENDAR_OF_ALL, move || Export::Calendar(all()))),
        )
        .child(el("p").class("lead").child(text::EXPORT_MORE))
}
