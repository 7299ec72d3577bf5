//! Handing the plan over to other programs.

use super::part;
use crate::components::el::{El, el};
use crate::components::export::export_button;
use crate::parts::Export;
use crate::state::desk;
use crate::text;

/// The card about it.
pub fn exports() -> El {
    let all = || desk().catalog().all().collect();
    part(text::EXPORT, text::EXPORT_NOTE)
        .add(
            el("p")
                .class("tools")
                .add(export_button(text::EXPORT_TABLE_OF_ALL, move || Export::Table(all())))
                .add(export_button(text::EXPORT_CALENDAR_OF_ALL, move || Export::Calendar(all()))),
        )
        .add(el("p").class("lead").add(text::EXPORT_MORE))
}
