//! What comes in: files, pasted texts, the example. Each becomes a document; all of one time make one plan.

use leptos::ev;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsCast;
use web_sys::{ClipboardEvent, Event, File};
use yaodian_pace::Pace;
use yaodian_plan::sort::sort_by;
use yaodian_reading::Hints;
use yaodian_reading::document::Document;
use yaodian_reading::formats::{ErrorKind, Kind};
use yaodian_review::Review;

use super::studio::studio;
use crate::browser::{clock, dom, files};
use crate::chunks::{self, FileRead};
use crate::desk::desk;
use crate::route::{Page, Route};
use crate::text;
use crate::widgets::chunk_missing::with_office;
use crate::widgets::work::{WHOLE, Work};

/// A plan that is there to try this with.
const EXAMPLE: &str = include_str!("../../../plans/nanhai-2023/source.txt");
/// What names of files have in them that stand behind the text.
const ANNEXES: [&str; 4] = ["附件", "附表", "安排表", "任务表"];

/// What came of some files.
#[derive(Default)]
struct Taken {
    review: Option<Review>,
    /// Files that are records and no documents.
    records: Vec<File>,
    /// Files that were not read, each with the reason and the remedy.
    refused: Vec<(String, String)>,
}

/// Takes files in. Records that were handed on are merged on their own page.
pub fn take_in(given: Vec<File>) {
    do_in_slices(async move |work, pace| {
        let (mut documents, mut taken) = (Vec::new(), Taken::default());
        let count = given.len();
        for (at, file) in given.into_iter().enumerate() {
            say_file(work, &file.name(), at, count);
            let read = files::read(file.clone()).await;
            let held = match (read.bytes, chunks::reader().await) {
                (Err(_), _) => FileRead::Refused(ErrorKind::TooLarge.wording().to_owned()),
                (_, None) => FileRead::Refused(text::CHUNK_MISSING.to_owned()),
                (Ok(bytes), Some(reader)) => (reader.file)(&read.name, &bytes, pace).await,
            };
            match held {
                FileRead::Document(document) => documents.push((read.name, document)),
                FileRead::Records => taken.records.push(file),
                FileRead::Refused(why) => taken.refused.push((read.name, why)),
            }
        }
        // Annexes stand behind the text.
        let is_annex = |name: &str| ANNEXES.iter().any(|word| name.contains(word));
        sort_by(&mut documents, &|(one, _), (other, _)| !is_annex(one) && is_annex(other));
        taken.review = understand(documents, work, pace).await;
        taken
    });
}

/// How much of the whole the reading of files is, in thousandths.
const READ: u32 = 500;

/// Says that a file of several is being read.
fn say_file(work: &Work, name: &str, at: usize, count: usize) {
    let share = |files: usize| u32::try_from(files * READ as usize / count).unwrap_or(READ);
    work.say(text::reading_file(name, at, count), share(at), share(at + 1));
}

/// Reads something in, one thing at a time.
fn do_in_slices(doing: impl AsyncFnOnce(&Work, &Pace) -> Taken + 'static) {
    let studio = studio();
    let Some(work) = studio.begin_work(text::READING) else {
        desk().ledger.say(text::READING_GOES_ON.into());
        return;
    };
    studio.refused.set(Vec::new());
    let from = desk().page.get_untracked();
    spawn_local(async move {
        let (mut was_shown, read) = (false, &work);
        let taken = work
            .run(async |pace| {
                let taken = doing(read, pace).await;
                was_shown = read.is_shown();
                taken
            })
            .await;
        studio.is_busy.set_value(false);
        // There is nothing left to wait for.
        desk().ledger.take_back(text::READING_GOES_ON);
        // To show it is a piece of work of its own.
        clock::next_turn().await;
        // Who has gone on to something else while it took long is not led away from that.
        let has_left = was_shown && !is_on_page() && desk().page.get_untracked() != from;
        if let Some(taken) = taken {
            show(taken, has_left);
        }
    });
}

fn is_on_page() -> bool {
    matches!(desk().page.get_untracked(), Page::Import(_))
}

fn show(taken: Taken, has_left: bool) {
    let studio = studio();
    let Taken { review, records, refused } = taken;
    let only_records = review.is_none() && refused.is_empty();
    if !records.is_empty() {
        with_office(move |office| (office.take_in)(records));
        if only_records {
            desk().go(&Route::to(Page::Data));
            return;
        }
    }
    studio.refused.set(refused);
    match review {
        Some(review) => studio.begin(review, has_left),
        None if !is_on_page() => desk().go(&Route::to(Page::Import(String::new()))),
        None => {}
    }
}

/// Makes a draft of documents, if there are any.
async fn understand(documents: Vec<(String, Document)>, work: &Work, pace: &Pace) -> Option<Review> {
    let (name, _) = documents.first()?;
    let hints = Hints {
        assumed_year: Some(chrono::Datelike::year(&desk().date())),
        file_name: Some(name.clone()),
        ..Hints::default()
    };
    work.say(text::UNDERSTANDING.into(), READ, WHOLE);
    let reading = (chunks::reader().await?.understand)(&documents, hints, pace).await;
    Some(Review::of_reading(documents, reading))
}

/// Takes the example in.
pub fn take_example() {
    take_text(text::EXAMPLE_NAME, Kind::Text, EXAMPLE.to_owned());
}

fn take_text(name: &'static str, kind: Kind, given: String) {
    do_in_slices(async move |work, pace| {
        say_file(work, name, 0, 1);
        let read = match chunks::reader().await {
            Some(reader) => (reader.text)(kind, &given, pace).await,
            None => Err(text::CHUNK_MISSING.to_owned()),
        };
        match read {
            Ok(document) => {
                let review = understand(vec![(name.to_owned(), document)], work, pace).await;
                Taken { review, ..Taken::default() }
            }
            Err(why) => Taken { refused: vec![(name.to_owned(), why)], ..Taken::default() },
        }
    });
}

/// Takes in what is pasted on the page, unless it goes into a field.
pub fn watch_clipboard() {
    let handle = window_event_listener(ev::paste, |event| {
        if is_on_page() && !dom::in_field(&event) {
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
