//! What reads workbooks: as documents, and forms that were filled in as what can be compared and merged.

use std::sync::Arc;

use leptos::prelude::*;
use yaodian_office::form::{self, Packed, Returned};
use yaodian_progress::Decoded;
use yaodian_reading::formats::archive::ArchiveError;
use yaodian_sheets::Hidden;

use crate::browser::files;
use crate::chunks::{Forms, Sheets, Unpacked};
use crate::desk::desk;
use crate::ledger::{Content, Incoming};
use crate::text;

/// The chunk.
pub fn chunk() -> Sheets {
    Sheets {
        read: |bytes, pace| Box::pin(yaodian_sheets::read_in_slices(bytes, Hidden::LeftOut, pace)),
        forms: Forms { understand, unpack },
    }
}

/// The files of a zip file.
fn unpack(name: &str, bytes: &[u8]) -> Option<Unpacked> {
    let refused = |name: String, why: String| Err(Box::new(Incoming::new(name, Content::Refused(why))));
    let files = match form::unpack(bytes)? {
        Ok(files) if files.is_empty() => return Some(vec![refused(name.into(), text::ZIP_EMPTY.into())]),
        Ok(files) => files,
        Err(_) => return Some(vec![refused(name.into(), text::zip_too_large(form::MAX_FILES))]),
    };
    let file = |Packed { name, bytes }| {
        let name = name_of(&name);
        match bytes {
            Ok(bytes) => Ok((name, bytes)),
            Err(ArchiveError::Encrypted) => refused(name, text::ZIP_ENCRYPTED.into()),
            Err(_) => refused(name, text::ZIP_DAMAGED.into()),
        }
    };
    Some(files.into_iter().map(file).collect())
}

/// The name of a packed file: programs of Chinese systems write it in their encoding and do not say so.
fn name_of(name: &[u8]) -> String {
    let utf8 = std::str::from_utf8(name).ok().map(str::to_owned);
    utf8.or_else(|| files::ansi_text(name)).unwrap_or_else(|| String::from_utf8_lossy(name).into_owned())
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
