//! What the parts give, and what they are asked for.

use std::pin::Pin;

use yaodian_plan::ItemId;
use yaodian_plan::search::{Hit, ItemSet};
use yaodian_progress::SessionId;

use crate::ledger::Incoming;
use crate::loaded::Loaded;
use crate::route::Page;
use yaodian_ui::View;

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
