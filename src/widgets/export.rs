//! Buttons that export items and sessions. The office's chunk makes the files.

use std::sync::Arc;

use leptos::prelude::*;

use super::chunk_missing::with_office;
use crate::chunks::{Document, Export, Workbook};
use crate::desk::desk;
use crate::text;
use yaodian_ui::{El, el};

/// A button that exports what `what` returns when it is pressed.
pub fn export_button(name: &'static str, what: impl Fn() -> Export + 'static) -> El {
    let press = move |_| {
        let what = untrack(&what);
        with_office(move |office| (office.export)(what));
    };
    el("button").attr("type", "button").class("button").on("click", press).child(name)
}

/// All ways for those of some items that pass the filter.
pub fn export_passing(items: Arc<[usize]>) -> Vec<El> {
    let button = |name, way: fn(Vec<usize>) -> Export| {
        let items = items.clone();
        let desk = desk();
        let passing = move || items.iter().copied().filter(|at| desk.passes(*at)).collect();
        export_button(name, move || way(passing())).class("plain")
    };
    vec![
        button(text::EXPORT_TABLE, Export::Table),
        button(text::EXPORT_CALENDAR, Export::Calendar),
        button(text::EXPORT_EXCEL, |items| Export::Workbook(Workbook::Ledger(items))),
        button(text::EXPORT_WORD, |items| Export::Word(Document::Tables(items))),
    ]
}
