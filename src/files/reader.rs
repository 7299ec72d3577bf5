//! What reads documents: a file becomes a document, and a document what it says.

use yaodian_office::form;
use yaodian_pace::Pace;
use yaodian_reading::document::Document;
use yaodian_reading::formats::{self, FormatError, Kind};
use yaodian_review::Reading;

use crate::browser::{carry, files};
use crate::chunks::{self, FileRead, Reader};
use crate::text;

/// The chunk.
pub fn chunk() -> Reader {
    Reader {
        file: |name, bytes, pace| Box::pin(file(name, bytes, pace)),
        text: |kind, text, pace| Box::pin(plain(kind, text.as_bytes(), pace)),
        understand: |files, hints, pace| Box::pin(Reading::of_files(files, hints, pace)),
    }
}

async fn file(name: &str, bytes: &[u8], pace: &Pace) -> FileRead {
    if holds_records(bytes) {
        return FileRead::Records;
    }
    match document(name, bytes, pace).await {
        // A form that a committee has filled in is no plan.
        Ok(document) if form::is_form_in_slices(&document, pace).await => FileRead::Records,
        Ok(document) => FileRead::Document(document),
        Err(why) => FileRead::Refused(why),
    }
}

/// Whether a file is a backup, a page with records in it, or a zip file of forms.
fn holds_records(bytes: &[u8]) -> bool {
    if files::may_be_workbook(bytes) {
        return form::holds_forms(bytes);
    }
    let text = std::str::from_utf8(bytes).map(str::to_owned).ok().or_else(|| files::ansi_text(bytes));
    text.is_some_and(|text| {
        let text = text.trim_start_matches(['\u{feff}', ' ', '\n', '\r', '\t']);
        text.starts_with('{') || carry::notes_in(text).is_some()
    })
}

/// A file as a document, or why it is none.
async fn document(name: &str, bytes: &[u8], pace: &Pace) -> Result<Document, String> {
    match formats::recognise_with(bytes, name, files::decode_gb18030).map_err(said)? {
        Kind::Workbook => match chunks::load_sheets().await {
            Some(sheets) => (sheets.read)(bytes, pace).await.map_err(said),
            None => Err(text::CHUNK_MISSING.to_owned()),
        },
        kind => plain(kind, bytes, pace).await,
    }
}

/// A file that is no workbook.
async fn plain(kind: Kind, bytes: &[u8], pace: &Pace) -> Result<Document, String> {
    formats::read_in_slices(kind, bytes, files::decode_gb18030, pace).await.map_err(said)
}

fn said(error: FormatError) -> String {
    error.message
}
