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

use crate::components::el::View;
use crate::ledger::Incoming;
use crate::route::{Page, Route};

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
#[derive(Clone, Copy)]
pub enum Part {
    /// An item as a whole, and what records its progress from anywhere.
    Record,
    /// What the office does with all that was recorded, and what else is not looked at every day.
    Office,
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
}

/// What the office's part gives.
pub struct Office {
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

static RECORD: OnceLock<Record> = OnceLock::new();
static OFFICE: OnceLock<Office> = OnceLock::new();

/// Comes to an end once a part is there, or cannot be had.
pub type Loading = Pin<Box<dyn Future<Output = Result<(), NotThere>>>>;

/// What fetches a part, and hands over what it gives with [`give_record`] or [`give_office`].
pub type Fetch = fn(Part) -> Loading;

thread_local! {
    static FETCH: Cell<Option<Fetch>> = const { Cell::new(None) };
}

/// Sets what fetches parts. The app knows what they are made of; here is only what they are for.
pub fn provide(fetch: Fetch) {
    FETCH.set(Some(fetch));
}

/// Takes what the part about recording gives. Several may have waited for it; it is the same whoever comes first.
pub fn give_record(given: Record) {
    let _ = RECORD.set(given);
}

/// The same for the office's part.
pub fn give_office(given: Office) {
    let _ = OFFICE.set(given);
}

/// The part about recording, if it is there.
pub fn record() -> Option<&'static Record> {
    RECORD.get()
}

/// The office's part, if it is there.
pub fn office() -> Option<&'static Office> {
    OFFICE.get()
}

/// Whether an address shows each of the parts.
fn parts_of(route: &Route) -> [bool; 2] {
    let item = route.item.is_some() || matches!(route.page, Page::Item(_));
    let office = matches!(
        route.page,
        Page::Mine
            | Page::Meetings
            | Page::Meeting(_)
            | Page::Points(_)
            | Page::Coverage
            | Page::Progress
            | Page::Bulletin(..)
            | Page::Data
    );
    // What the office's part does is done with what was recorded.
    [item || office, office]
}

/// Those that are not there.
fn missing([record, office]: [bool; 2]) -> Vec<Part> {
    let record = (record && RECORD.get().is_none()).then_some(Part::Record);
    let office = (office && OFFICE.get().is_none()).then_some(Part::Office);
    record.into_iter().chain(office).collect()
}

/// Whether everything that an address shows is there, and what was recorded if it shows that to be changed.
pub fn ready(route: &Route) -> bool {
    let shown = parts_of(route);
    missing(shown).is_empty() && (shown == [false, false] || is_open())
}

/// Waits for that, or until it turns out that something cannot be had: in its place there are words then.
pub async fn load(route: &Route) {
    fetch_for(route, false).await;
    open().await;
}

/// Waits for the parts alone, with the one that reads what was recorded if there is something.
pub async fn fetch_for(route: &Route, used: bool) {
    let [record, office] = parts_of(route);
    fetch_all(missing([record || used, office])).await;
}

async fn fetch_all(parts: Vec<Part>) {
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

/// Does something with the part about recording as soon as it is there and records can be made; with `None` if it cannot
/// be had.
pub fn record_soon(act: impl FnOnce(Option<&'static Record>) + 'static) {
    soon([true, false], Box::new(move || act(record())));
}

/// The same with the office's part.
pub fn office_soon(act: impl FnOnce(Option<&'static Office>) + 'static) {
    soon([true, true], Box::new(move || act(office())));
}

fn soon(parts: [bool; 2], act: Box<dyn FnOnce()>) {
    let missing = missing(parts);
    if missing.is_empty() && is_open() {
        act();
        return;
    }
    spawn_local(async move {
        fetch_all(missing).await;
        open().await;
        act();
    });
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
