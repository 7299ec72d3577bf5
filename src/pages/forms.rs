//! Forms that were filled in: from a file to what can be compared and merged.

use std::sync::Arc;

use leptos::prelude::*;
use yaodian_office::form::{self, Returned};
use yaodian_progress::Decoded;
use yaodian_sheets::Hidden;

use crate::chunks::Forms;
use crate::desk::desk;
use crate::ledger::{Content, Incoming};
use crate::text;

/// The chunk.
pub fn chunk() -> Forms {
    Forms { understand }
}

/// What a file turns out to be.
fn understand(name: String, bytes: &[u8], changed_ms: i64) -> Incoming {
    let desk = desk();
    let refused = |why: String| Incoming::new(name.clone(), Content::Refused(why));
    let document = match yaodian_sheets::read_with(bytes, Hidden::Read) {
        Ok(document) => document,
        Err(error) => return refused(error.to_string()),
    };
    let read = desk
        .ledger
        .book
        .with_untracked(|book| form::read(&document, desk.catalog(), book, &name, changed_ms));
    let Some(returned) = read else { return refused(text::NO_FORM.into()) };
    let plan = &desk.catalog().plan;
    if returned.plan.as_ref().is_some_and(|other| *other != plan.id) {
        return refused(text::FORM_OF_OTHER_PLAN.into());
    }
    let remarks = remarks(&document, &returned);
    if returned.rows.is_empty() {
        return refused(text::FORM_BLANK.into());
    }
    let Returned { book, head, .. } = returned;
    let content = Content::Ready(Arc::new(Decoded { book, head, repairs: Vec::new() }));
    Incoming { remarks, ..Incoming::new(name, content) }
}

/// What has to be said about how it was read: about single rows, then about the file.
fn remarks(document: &yaodian_reading::document::Document, returned: &Returned) -> Vec<String> {
    let mut said = vec![text::form_rows(returned.rows.len(), returned.blank)];
    if returned.plan.is_none() {
        said.push(text::FORM_WITHOUT_MARK.into());
    }
    for row in &returned.rows {
        let item = row.item.and_then(|id| desk().catalog().plan.item(id));
        let title = item.map_or(&row.title, |item| &item.title);
        said.extend(
            row.said.iter().map(|what| text::form_row(&row.place.to_string(), title, &what.to_string())),
        );
    }
    for remark in &document.remarks {
        let places: Vec<String> = remark.places.iter().map(ToString::to_string).collect();
        said.push(text::form_remark(remark.kind.wording(), &places));
    }
    said
}
