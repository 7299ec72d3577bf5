//! What comes in: files, pasted texts, the example. Each becomes a document; all of one time make one plan.

use leptos::ev;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsCast;
use web_sys::{ClipboardEvent, Event, File};
use yaodian_office::form;
use yaodian_reading::document::Document;
use yaodian_reading::formats::{self, ErrorKind, FormatError, Kind};

use super::studio::{Studio, painted, studio};
use crate::browser::{carry, dom, files};
use crate::chunks;
use crate::desk::desk;
use crate::route::{Page, Route};
use crate::text;
use crate::widgets::chunk_missing::with_office;

/// A plan that is there to try this with.
const EXAMPLE: &str = include_str!("../../../plans/nanhai-2023/source.txt");
/// What names of files have in them that stand behind the text.
const ANNEXES: [&str; 4] = ["附件", "附表", "安排表", "任务表"];

/// Takes files in. Records that were handed on are merged on their own page.
pub fn take_in(given: Vec<File>) {
    let studio = studio();
    spawn_local(async move {
        let mut documents = Vec::new();
        let mut records = Vec::new();
        let mut refused = Vec::new();
        for file in given {
            studio.doing.set(text::reading_file(&file.name()));
            painted().await;
            let read = files::read(file.clone()).await;
            match read.bytes {
                Err(_) => refused.push((read.name, ErrorKind::TooLarge.wording().to_owned())),
                Ok(bytes) if holds_records(&bytes) => records.push(file),
                Ok(bytes) => match document(&bytes, &read.name).await {
                    // A form that a committee has filled in is no plan.
                    Ok(document) if form::is_form(&document) => records.push(file),
                    Ok(document) => documents.push((read.name, document)),
                    Err(why) => refused.push((read.name, why)),
                },
            }
        }
        studio.doing.set(String::new());
        if !records.is_empty() {
            with_office(move |office| (office.take_in)(records));
            if documents.is_empty() && refused.is_empty() {
                desk().go(&Route::to(Page::Data));
                return;
            }
        }
        take(studio, documents, refused).await;
    });
}

async fn take(studio: Studio, mut documents: Vec<(String, Document)>, refused: Vec<(String, String)>) {
    studio.refused.set(refused);
    if !documents.is_empty() {
        documents.sort_by_key(|(name, _)| ANNEXES.iter().any(|word| name.contains(word)));
        studio.begin(documents).await;
    } else if !matches!(desk().page.get_untracked(), Page::Import(_)) {
        desk().go(&Route::to(Page::Import(String::new())));
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
async fn document(bytes: &[u8], name: &str) -> Result<Document, String> {
    let said = |error: FormatError| error.message;
    match formats::recognise_with(bytes, name, files::decode_gb18030).map_err(said)? {
        Kind::Workbook => match chunks::load_sheets().await {
            Some(sheets) => (sheets.read)(bytes).map_err(said),
            None => Err(text::CHUNK_MISSING.to_owned()),
        },
        kind => formats::read_with(kind, bytes, files::decode_gb18030).map_err(said),
    }
}

/// Takes the example in.
pub fn take_example() {
    take_text(text::EXAMPLE_NAME, Kind::Text, EXAMPLE.to_owned());
}

fn take_text(name: &'static str, kind: Kind, given: String) {
    let studio = studio();
    spawn_local(async move {
        studio.doing.set(text::reading_file(name));
        painted().await;
        let read = formats::read_with(kind, given.as_bytes(), files::decode_gb18030);
        studio.doing.set(String::new());
        let (documents, refused) = match read {
            Ok(document) => (vec![(name.to_owned(), document)], Vec::new()),
            Err(error) => (Vec::new(), vec![(name.to_owned(), error.message)]),
        };
        take(studio, documents, refused).await;
    });
}

/// Takes in what is pasted on the page, unless it goes into a field.
pub fn watch_clipboard() {
    let handle = window_event_listener(ev::paste, |event| {
        let on_page = matches!(desk().page.get_untracked(), Page::Import(_));
        if on_page && !dom::in_field(&event) {
            take_pasted(&event);
        }
    });
    on_cleanup(move || handle.remove());
}

/// Takes in what the clipboard holds: with its tables where it has them.
pub fn take_pasted(event: &Event) {
    let Some(data) = event.dyn_ref::<ClipboardEvent>().and_then(ClipboardEvent::clipboard_data) else {
        return;
    };
    let dropped: Vec<File> =
        data.files().map_or_else(Vec::new, |list| (0..list.length()).filter_map(|at| list.get(at)).collect());
    let held = |kind: &str| data.get_data(kind).unwrap_or_default();
    let (html, plain) = (held("text/html"), held("text/plain"));
    event.prevent_default();
    if !html.trim().is_empty() {
        take_text(text::PASTED, Kind::Html, html);
    } else if !plain.trim().is_empty() {
        take_text(text::PASTED, Kind::Text, plain);
    } else if !dropped.is_empty() {
        take_in(dropped);
    }
}
