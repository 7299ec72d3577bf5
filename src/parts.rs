//! Parts of the program that few visits need. In a release each is a module of WebAssembly of its own, fetched when
//! it is first needed; without the feature `parts` they are in the one module of the page.
//!
//! A part is known by what it gives: a few functions, [`Record`] and [`Office`]. What only these use is in the part with
//! them. So whoever leads to a part waits for it, and all behind that is as immediate as if it had been there from the
//! start: an address is shown once its parts are there, see [`crate::state::Desk`]; for anything else there are
//! [`record_soon`] and [`office_soon`].

use std::cell::Cell;
use std::pin::Pin;
use std::sync::OnceLock;

use leptos::task::spawn_local;
#[cfg(feature = "parts")]
pub use leptos::wasm_split::SplitLoaderError as NotThere;
use yaodian_plan::ItemId;
use yaodian_plan::progress::SessionId;
use yaodian_plan::search::{Hit, ItemSet};

use crate::browser::dom;
use crate::components::el::View;
use crate::ledger::Incoming;
use crate::route::{Calendar, Page, Route};
use crate::state::Loaded;

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

/// What the part with the other pages gives.
pub struct Pages {
    /// What only they look like.
    pub style: &'static str,
    /// They.
    pub page: fn(Page) -> View,
    /// The items of the plan that a text is found in.
    pub matching: fn(&'static Loaded, &str) -> ItemSet,
    /// Opens the sheet of keys.
    pub help: fn(),
    /// What is found in the plan for a text.
    pub hits: fn(&'static Loaded, &str) -> Vec<Hit>,
}

/// What keeps the records safe.
pub struct Keep {
    /// Opens the store, or waits until it is open.
    pub open: fn() -> Pin<Box<dyn Future<Output = ()>>>,
    /// Whether the store is open.
    pub is_open: fn() -> bool,
    /// Stores what is being typed, and says whether closing the page now would lose something.
    pub leave: fn() -> bool,
    /// Takes in what other pages stored while this one was hidden.
    pub refresh: fn(),
    /// What has to be said on top of every page.
    pub notices: fn() -> View,
}

/// What the part about recording gives.
pub struct Record {
    /// What only this part's views look like.
    pub style: &'static str,
    /// What keeps the records safe.
    pub keep: Keep,
    /// An item with the steps to others: beside a page, or as a page of its own.
    pub item: fn(id: ItemId, beside: bool) -> View,
    /// Opens the dialog that records the status of items.
    pub set_status: fn(items: Vec<usize>),
    /// What stands in that dialog.
    pub status_form: fn(items: Vec<usize>) -> View,
    /// What can be done while items are being chosen.
    pub pick_bar: fn() -> View,
    /// Takes the last action back, or does again what was taken back.
    pub turn: fn(again: bool),
    /// Goes to the item that many places further in the page's list.
    pub step: fn(by: isize),
}

/// What the office's part gives.
pub struct Office {
    /// What only its pages look like.
    pub style: &'static str,
    /// Its pages.
    pub page: fn(Page) -> View,
    /// Hands a backup to the user.
    pub save: fn(),
    /// Puts a file at the end of those that wait to be merged.
    pub arrive: fn(Incoming),
    /// The same with those that were left for this plan in the page of another one.
    pub see_left: fn(),
    /// Hands something over to another program, as a file.
    pub export: fn(Export),
}

/// What is handed over to another program.
pub enum Export {
    /// Items, by position, as a table.
    Table(Vec<usize>),
    /// Items, by position, as a calendar.
    Calendar(Vec<usize>),
    /// One item, to be put into a calendar that somebody has.
    Item(usize),
    /// One meeting, likewise.
    Session(SessionId),
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
    if PAGES.set(given).is_ok() {
        dom::add_style(style);
    }
}

/// The same for the part about recording.
pub fn give_record(given: Record) {
    let style = given.style;
    if RECORD.set(given).is_ok() {
        dom::add_style(style);
    }
}

/// The same for the office's part.
pub fn give_office(given: Office) {
    let style = given.style;
    if OFFICE.set(given).is_ok() {
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
