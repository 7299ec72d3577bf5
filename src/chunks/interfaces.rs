//! The interfaces of the chunks.

use std::pin::Pin;

use yaodian_office::Made;
use yaodian_pace::Pace;
use yaodian_plan::query::{Catalog, Moment};
use yaodian_plan::search::{Hit, ItemSet};
use yaodian_plan::{ItemId, Month, UnitId};
use yaodian_progress::{ProgressBook, SessionId};
use yaodian_reading::Hints;
use yaodian_reading::document;
use yaodian_reading::formats::{FormatError, Kind};
use yaodian_review::Reading;
use yaodian_ui::View;

use super::{BrowsePage, OfficePage};
use crate::ledger::Incoming;
use crate::loaded::Loaded;

/// The other forms of the plan, the search, the sheet of keys.
pub struct Browse {
    /// The style sheets of its pages.
    pub style: &'static str,
    /// Fetches what it needs beside itself; whether that is there.
    pub prepare: fn() -> Pin<Box<dyn Future<Output = bool>>>,
    /// Builds one of its pages.
    pub page: fn(BrowsePage) -> View,
    /// The items of the plan that a text is found in.
    pub matching: fn(&'static Loaded, &str) -> ItemSet,
    /// Opens the sheet of keys.
    pub open_help: fn(),
    /// What is found in the plan for a text.
    pub hits: fn(&'static Loaded, &str) -> Vec<Hit>,
    /// Puts the rows that are selected on the clipboard.
    pub copy: fn(&web_sys::ClipboardEvent),
    /// Prints the page.
    pub print: fn(),
}

/// What reads and stores the records.
pub struct Persistence {
    /// Opens the store, or waits until it is open.
    pub open: fn() -> Pin<Box<dyn Future<Output = ()>>>,
    /// Whether the store is open.
    pub is_open: fn() -> bool,
    /// Stores what is being typed, and says whether closing the page now would lose something.
    pub store_typed: fn() -> bool,
    /// Takes in what other pages stored while this one was hidden.
    pub refresh: fn(),
}

/// An item as a whole, and whatever records its progress.
pub struct Record {
    /// The style sheets of its views.
    pub style: &'static str,
    /// What reads and stores the records.
    pub persistence: Persistence,
    /// What has to be said on top of every page.
    pub notices: fn() -> View,
    /// The meetings ahead and what they need, for the overview.
    pub meetings: fn() -> View,
    /// An item with the ways to its neighbours: beside a page, or as a page of its own.
    pub item: fn(id: ItemId, beside: bool) -> View,
    /// Opens the dialog that records the status of items.
    pub open_status_dialog: fn(items: Vec<usize>),
    /// What stands in that dialog.
    pub status_form: fn(items: Vec<usize>) -> View,
    /// What can be done while items are being picked.
    pub pick_bar: fn() -> View,
    /// Takes the last action back, or does again what was taken back.
    pub undo_or_redo: fn(redo: bool),
    /// Opens the item that many places further in the page's list.
    pub open_neighbour: fn(by: isize),
}

/// What the office does with all that was recorded.
pub struct Office {
    /// The style sheets of its pages.
    pub style: &'static str,
    /// Builds one of its pages.
    pub page: fn(OfficePage) -> View,
    /// Hands a backup to the user.
    pub save_backup: fn(),
    /// Hands the file over that waits for another tap.
    pub share_ready: fn(),
    /// Takes files in that were dropped somewhere, to be merged.
    pub take_in: fn(Vec<web_sys::File>),
    /// Puts a file at the end of those that wait to be merged.
    pub enqueue: fn(Incoming),
    /// The same with those that wait in this plan's mailbox.
    pub open_mailbox: fn(),
    /// Hands something over to another program, as a file.
    pub export: fn(Export),
}

/// From a document to a plan.
pub struct Import {
    /// The style sheet of its page.
    pub style: &'static str,
    /// Its page.
    pub page: fn() -> View,
    /// Takes files in that were dropped somewhere. Those that are no documents go to [`Office::take_in`].
    pub take_in: fn(Vec<web_sys::File>),
    /// Opens a plan in use, by its key, to be corrected; at an item.
    pub correct: fn(key: String, at: Option<ItemId>),
    /// Takes the last edit of the open draft back, or does it again.
    pub undo_or_redo: fn(redo: bool),
}

/// What reads documents.
pub struct Reader {
    /// What a file of some name holds, in slices.
    pub file: for<'a> fn(&'a str, &'a [u8], &'a Pace) -> Ends<'a, FileRead>,
    /// A text or HTML as a document, or why it is none, in slices.
    pub text: for<'a> fn(Kind, &'a str, &'a Pace) -> ReadingText<'a>,
    /// What a document's files say, the text first, in slices.
    pub understand: for<'a> fn(&'a [Named], Hints, &'a Pace) -> Ends<'a, Reading>,
}

/// What a file turned out to be.
pub enum FileRead {
    Document(document::Document),
    /// What was recorded somewhere.
    Records,
    /// It cannot be read; the reason and the remedy.
    Refused(String),
}

/// A file of a document, with its name.
pub type Named = (String, document::Document);

/// Ends with a text as a document, or with the reason why it is none.
pub type ReadingText<'a> = Ends<'a, Result<document::Document, String>>;

/// Ends with a workbook as a document.
pub type ReadingWorkbook<'a> = Ends<'a, Result<document::Document, FormatError>>;

/// Ends with something.
pub type Ends<'a, T> = Pin<Box<dyn Future<Output = T> + 'a>>;

/// What reads workbooks.
pub struct Sheets {
    /// Reads a workbook in slices.
    pub read: for<'a> fn(&'a [u8], &'a Pace) -> ReadingWorkbook<'a>,
    /// Reads forms that were filled in.
    pub forms: Forms,
}

/// The plans of this browser.
pub struct Library {
    /// The style sheets of its page.
    pub style: &'static str,
    /// Puts a plan of the library in the place of the one that the page ships with, before anything is read from there.
    /// What is to be shown instead if that cannot be; nothing where the address named none, so that it need not be.
    pub bring: fn(key: String, named: bool) -> Bringing,
    /// Its page.
    pub page: fn() -> View,
    /// Takes in plans that came in as files on another page: their names and what they hold.
    pub take_in: fn(Vec<(String, Vec<u8>)>),
    /// The plan of this page was changed in another tab, or might have been: says so.
    pub changed: fn(),
    /// The plans of this browser, for below the title in the bar.
    pub menu: fn() -> View,
}

/// Ends when a plan of the library is in the page, or is known not to be.
pub type Bringing = Pin<Box<dyn Future<Output = Brought>>>;

/// What came of bringing a plan of the library into the page.
pub enum Brought {
    /// It is in the page.
    Here,
    /// It is not, and nobody has asked for it by name. What has to be said of that, if anything.
    Not(&'static str),
    /// It is not, and this says why.
    Why(View),
}

/// What a document or a workbook is made from.
pub struct Source {
    /// The plan.
    pub catalog: &'static Catalog,
    /// What is recorded when the making begins.
    pub book: ProgressBook,
    /// From when the standings are judged.
    pub moment: Moment,
    /// Who makes it, and when.
    pub made: Made,
}

/// Ends with a file, or with the reason why there is none.
pub type Making = Pin<Box<dyn Future<Output = Result<Vec<u8>, String>>>>;

/// Documents for Word.
pub struct Word {
    /// Makes one.
    pub write: fn(Source, Document, Pace) -> Making,
}

/// A document for Word. Items are given by their positions.
#[derive(Clone)]
pub enum Document {
    /// 计划全文.
    Plan,
    /// 安排表, as issued or with the progress.
    Schedule(Vec<usize>, bool),
    /// 月度计划, as issued or with the progress.
    Monthly(Vec<usize>, bool),
    /// The rows of both, with the progress: what a list shows.
    Tables(Vec<usize>),
    /// 会议议程.
    Agenda(SessionId),
    /// 进展通报 of some months.
    Bulletin(Month, Month),
    /// 督办单, a page each.
    Supervision(Vec<usize>),
}

/// Workbooks for Excel.
pub struct Workbooks {
    /// Makes one.
    pub write: fn(Source, Workbook, Pace) -> Making,
}

/// A workbook for Excel. Items are given by their positions.
#[derive(Clone)]
pub enum Workbook {
    /// 工作台账.
    Ledger(Vec<usize>),
    /// 填报表 of one unit.
    Form(UnitId),
    /// 填报表 of all units, as a zip file.
    Forms,
}

/// The website of a plan.
pub struct Site {
    /// Makes a zip file of the page's own files, with the plan that is open as the one that it ships with.
    pub make: fn(Pace) -> Making,
}

/// Forms that were filled in.
pub struct Forms {
    /// What a file of some name, last changed at some time, turns out to be.
    pub understand: fn(name: String, bytes: &[u8], changed_ms: i64) -> Incoming,
    /// The files in a zip file of several, each with its name, or what has to be said in its place; `None` for any other
    /// file.
    pub unpack: fn(name: &str, bytes: &[u8]) -> Option<Unpacked>,
}

/// The files of a zip file, each with its name, or what has to be said in its place.
pub type Unpacked = Vec<Result<(String, Vec<u8>), Box<Incoming>>>;

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
    /// A document for Word.
    Word(Document),
    /// A workbook for Excel.
    Workbook(Workbook),
    /// The website of the plan.
    Site,
}
