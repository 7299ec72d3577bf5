//! Parts of the program that few visits need. In a release each is a module of WebAssembly of its own, fetched when
//! it is first needed; without the feature `parts` they are in the one module of the page.
//!
//! A part is known by what it gives: a few functions, [`Pages`], [`Record`] and [`Office`]. What only these use is in the
//! part with them. So whoever leads to a part waits for it, and all behind that is as immediate as if it had been there
//! from the start: an address is shown once its parts are there, see [`crate::state::Desk`]; for anything else there are
//! [`pages_soon`], [`record_soon`] and [`office_soon`].

mod gives;

use std::cell::Cell;
use std::pin::Pin;
use std::sync::OnceLock;

use leptos::task::spawn_local;
#[cfg(feature = "parts")]
pub use leptos::wasm_split::SplitLoaderError as NotThere;

pub use self::gives::{Export, Keep, Office, Pages, Record};
use crate::browser::dom;
use crate::route::{Calendar, Page, Route};

/// A part could not be fetched. The browser's console says why.
#[cfg(not(feature = "parts"))]
pub enum NotThere {}
/// A function of a part is waited for, also where it is there from the start.
#[cfg(not(feature = "parts"))]
pub use std::future::ready as waited;
/// A function of a part is waited for.
#[cfg(feature = "parts")]
pub fn waited<F: Future>(call: F) -> F {
    call
}

/// A part of the program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// What shows the plan but for the overview, the year and the units; the search; the sheet of keys.
    Pages,
    /// An item as a whole, and what records its progress from anywhere.
    Record,
    /// What the office does with all that was recorded, and what else is not looked at every day.
    Office,
}

static PAGES: OnceLock<Pages> = OnceLock::new();
static RECORD: OnceLock<Record> = OnceLock::new();
static OFFICE: OnceLock<Office> = OnceLock::new();

/// Comes to an end once a part is there, or cannot be had.
pub type Loading = Pin<Box<dyn Future<Output = Result<(), NotThere>>>>;

/// What fetches a part, and hands over what it gives with one of the functions `give_…`.
pub type Fetch = fn(Part) -> Loading;

thread_local! {
    static FETCH: Cell<Option<Fetch>> = const { Cell::new(None) };
}

/// Sets what fetches parts. The app knows what they are made of; here is only what they are for.
pub fn provide(fetch: Fetch) {
    FETCH.set(Some(fetch));
}

/// Takes what the part with the other pages gives. Several may have waited for it; it is the same whoever comes first.
pub fn give_pages(given: Pages) {
    let style = given.style;
    take(&PAGES, given, style);
}

/// The same for the part about recording.
pub fn give_record(given: Record) {
    let style = given.style;
    take(&RECORD, given, style);
}

/// The same for the office's part.
pub fn give_office(given: Office) {
    let style = given.style;
    take(&OFFICE, given, style);
}

fn take<T>(place: &OnceLock<T>, given: T, style: &'static str) {
    if place.set(given).is_ok() {
        dom::add_style(style);
    }
}

/// The other pages, if they are there.
pub fn pages() -> Option<&'static Pages> {
    PAGES.get()
}

/// The part about recording, if it is there.
pub fn record() -> Option<&'static Record> {
    RECORD.get()
}

/// The office's part, if it is there.
pub fn office() -> Option<&'static Office> {
    OFFICE.get()
}

/// The parts that an address shows.
fn parts_of(route: &Route) -> Vec<Part> {
    let mut parts = match route.page {
        Page::Overview | Page::Calendar(Calendar::Year) | Page::Units(None) | Page::Unknown(_) => Vec::new(),
        Page::Calendar(_) | Page::Units(Some(_)) | Page::Categories(..) | Page::Search(_) => {
            vec![Part::Pages]
        }
        Page::Item(_) => vec![Part::Record],
        // What the office's part does is done with what was recorded.
        Page::Mine
        | Page::Meetings
        | Page::Meeting(_)
        | Page::Points(_)
        | Page::Coverage
        | Page::Progress
        | Page::Bulletin(..)
        | Page::Data => vec![Part::Record, Part::Office],
    };
    if !route.filter.text.trim().is_empty() {
        parts.push(Part::Pages);
    }
    if route.item.is_some() {
        parts.push(Part::Record);
    }
    parts
}

fn is_there(part: Part) -> bool {
    match part {
        Part::Pages => pages().is_some(),
        Part::Record => record().is_some(),
        Part::Office => office().is_some(),
    }
}

/// Whether everything that an address shows is there, and what was recorded if it shows that to be changed.
pub fn ready(route: &Route) -> bool {
    let shown = parts_of(route);
    shown.iter().all(|part| is_there(*part)) && (!shown.contains(&Part::Record) || is_open())
}

/// Waits for that, or until it turns out that something cannot be had: in its place there are words then.
pub async fn load(route: &Route) {
    let shown = parts_of(route);
    let records = shown.contains(&Part::Record);
    fetch_all(shown).await;
    if records {
        open().await;
    }
}

/// Waits for the parts alone, with the one that reads what was recorded if there is something.
pub async fn fetch_for(route: &Route, used: bool) {
    let mut parts = parts_of(route);
    parts.extend(used.then_some(Part::Record));
    fetch_all(parts).await;
}

async fn fetch_all(mut parts: Vec<Part>) {
    parts.retain(|part| !is_there(*part));
    // The others are on their way before the first one is waited for.
    for part in parts.iter().skip(1) {
        spawn_local(fetch(*part));
    }
    for part in parts {
        fetch(part).await;
    }
}

async fn fetch(part: Part) {
    if let Some(fetch) = FETCH.get() {
        // Where a part is missing, there are words in its place.
        let _ = fetch(part).await;
    }
}

/// Does something with the part with the other pages as soon as it is there; with `None` if it cannot be had.
pub fn pages_soon(act: impl FnOnce(Option<&'static Pages>) + 'static) {
    soon(&[Part::Pages], Box::new(move || act(pages())));
}

/// Does something with the part about recording as soon as it is there and records can be made; with `None` if it cannot
/// be had.
pub fn record_soon(act: impl FnOnce(Option<&'static Record>) + 'static) {
    soon(&[Part::Record], Box::new(move || act(record())));
}

/// The same with the office's part.
pub fn office_soon(act: impl FnOnce(Option<&'static Office>) + 'static) {
    soon(&[Part::Record, Part::Office], Box::new(move || act(office())));
}

fn soon(parts: &'static [Part], act: Box<dyn FnOnce()>) {
    let records = parts.contains(&Part::Record);
    if parts.iter().all(|part| is_there(*part)) && (!records || is_open()) {
        act();
        return;
    }
    spawn_local(async move {
        fetch_all(parts.into()).await;
        if records {
            open().await;
        }
        act();
    });
}

/// Has the part that searches fetched, because somebody is about to search.
pub fn prepare_search() {
    if !is_there(Part::Pages) {
        spawn_local(fetch(Part::Pages));
    }
}

/// Opens the store of the records, if what opens it is there.
pub async fn open() {
    if let Some(record) = record() {
        (record.keep.open)().await;
    }
}

fn is_open() -> bool {
    record().is_some_and(|record| (record.keep.is_open)())
}
