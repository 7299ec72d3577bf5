//! What the views read and the few ways to change it. Data flows one way: an action changes a
//! signal, memos follow, views follow the memos. Signals can be read by everybody and are written by methods only.

pub mod forever;
mod navigation;
pub mod order;
mod picking;

use std::cell::Cell;

use chrono::NaiveDate;
use leptos::prelude::*;
use web_sys::HtmlElement;
use yaodian_plan::query::{AsOf, Catalog, Filter, Moment, Standing, Timing};
use yaodian_plan::search::{Hit, Target};
use yaodian_plan::{Item, ItemId, MeetingKind, Month};
use yaodian_progress::{SessionId, States};

use crate::browser::hash;
use crate::chunks;
use crate::ledger::Ledger;
use crate::loaded::Loaded;
use crate::route::{Calendar, Page, Route};

/// The desk that all views work at. Cheap to copy; found with [`desk`].
#[derive(Clone, Copy)]
pub struct Desk {
    loaded: &'static Loaded,
    /// The address. Read it, and change it through [`Desk::go`] or [`Desk::adjust`].
    pub route: ReadSignal<Route>,
    set_route: WriteSignal<Route>,
    /// The page of the address, without the rest of it.
    pub page: Memo<Page>,
    /// The filter of the address.
    pub filter: Memo<Filter>,
    /// The item that is open beside the page.
    pub open: Memo<Option<ItemId>>,
    /// The moment that today is.
    today: Memo<AsOf>,
    /// The month from which standings are computed, if one was chosen. Links keep it.
    pub chosen_month: Memo<Option<Month>>,
    /// The moment from which standings are computed.
    pub as_of: Memo<AsOf>,
    /// The items that are being chosen to be set together, by position; `None` while nobody chooses.
    pub picked: ReadSignal<Option<Vec<usize>>>,
    set_picked: WriteSignal<Option<Vec<usize>>>,
    /// The items that the dialog sets the status of; `None` before it was ever opened.
    pub setting: ReadSignal<Option<Vec<usize>>>,
    set_setting: WriteSignal<Option<Vec<usize>>>,
    /// What the user has recorded.
    pub ledger: Ledger,
    /// Whether the page is being printed: lists that are filled as they are asked for are whole then.
    pub printing: ReadSignal<bool>,
    set_printing: WriteSignal<bool>,
    /// The day that today is.
    date: RwSignal<NaiveDate>,
    /// How every item is at that moment, by position. What shows a part of it tracks one of the two below.
    pub states: Memo<States>,
    /// When every item is, by position.
    pub timings: Memo<Vec<Timing>>,
    /// The day that is set for every item, by position.
    pub days: Memo<Vec<Option<NaiveDate>>>,
    /// Where every item stands, by position.
    pub standings: Memo<Vec<Standing>>,
    /// Which items pass the filter, by position.
    pub pass: Memo<Vec<bool>>,
    /// The address that is to be shown once the parts of the program that show it are there.
    awaited: StoredValue<Option<Route>>,
    /// The link that an item was last opened from.
    opener: StoredValue<Option<HtmlElement>, LocalStorage>,
}

impl Desk {
    /// Sets up the signals for a plan.
    pub fn new(loaded: &'static Loaded, date: NaiveDate) -> Desk {
        let catalog = &loaded.catalog;
        let (route, set_route) = signal(Route::parse(&hash::read()));
        let page = Memo::new(move |_| route.with(|route| route.page.clone()));
        let filter = Memo::new(move |_| route.with(|route| route.filter.clone()));
        let open = Memo::new(move |_| route.with(|route| route.item));
        let date = RwSignal::new(date);
        let today = Memo::new(move |_| AsOf::of(date.get(), catalog.plan.year));
        let chosen_month = Memo::new(move |_| route.with(|route| route.as_of));
        let as_of = Memo::new(move |_| chosen_month.get().map_or_else(|| today.get(), AsOf::Month));
        let ledger = Ledger::new(catalog);
        let states = Memo::new(move |_| {
            let moment = Moment { as_of: as_of.get(), today: today.get() };
            ledger.book.with(|book| book.states(catalog, moment))
        });
        let timings = Memo::new(move |_| states.with(|states| states.timings.clone()));
        let days = Memo::new(move |_| states.with(|states| states.days.clone()));
        let standings = Memo::new(move |_| states.with(|states| states.standings.clone()));
        let pass = Memo::new(move |_| {
            filter.with(|filter| {
                let search = chunks::browse().filter(|_| filter.has_text());
                let found = search.map(|browse| (browse.matching)(loaded, &filter.text));
                timings.with(|timings| {
                    standings.with(|standings| filter.pass(catalog, timings, standings, found.as_ref()))
                })
            })
        });
        let (picked, set_picked) = signal(None);
        let (setting, set_setting) = signal(None);
        let (printing, set_printing) = signal(false);
        let opener = StoredValue::new_local(None);
        Desk {
            loaded,
            route,
            set_route,
            page,
            filter,
            open,
            today,
            chosen_month,
            as_of,
            picked,
            set_picked,
            setting,
            set_setting,
            ledger,
            printing,
            set_printing,
            date,
            states,
            timings,
            days,
            standings,
            pass,
            awaited: StoredValue::new(None),
            opener,
        }
    }

    /// The day that today is. Tracks.
    pub fn date(self) -> NaiveDate {
        self.date.get()
    }

    /// The moment that today is. Tracks.
    pub fn today(self) -> AsOf {
        self.today.get()
    }

    /// Looks at the clock again: a page may be open over midnight, and clocks are set.
    pub fn set_date(self, date: NaiveDate) {
        if self.date.get_untracked() != date {
            self.date.set(date);
        }
    }

    /// Says that the page is about to be printed, or was.
    pub fn set_printing(self, printing: bool) {
        self.set_printing.set(printing);
    }

    /// The plan with its look-ups.
    pub fn catalog(self) -> &'static Catalog {
        &self.loaded.catalog
    }

    /// What the plan calls a kind of meeting.
    pub fn meeting_name(self, meeting: MeetingKind) -> &'static str {
        self.catalog().plan.meeting_name(meeting)
    }

    /// What a session is called: its own name, or else which session it is. Tracks.
    pub fn session_name(self, id: SessionId) -> String {
        self.ledger.book.with(|book| book.session_name(id, &self.catalog().plan))
    }

    /// Which session it is, e.g. 7月常委会会议.
    pub fn session_title(self, id: SessionId) -> String {
        id.title(&self.catalog().plan)
    }

    /// The item at a position. Positions come from the catalog, so there always is one.
    pub fn item(self, at: usize) -> &'static Item {
        &self.catalog().plan.items[at]
    }

    /// Where the item at a position stands. Tracks.
    pub fn standing(self, at: usize) -> Standing {
        self.standings.with(|standings| standings[at])
    }

    /// When the item at a position is. Tracks.
    pub fn timing(self, at: usize) -> Timing {
        self.timings.with(|timings| timings[at])
    }

    /// The month that "now" is, or January outside the plan's year. Tracks.
    pub fn this_month(self) -> Month {
        self.as_of.get().month().unwrap_or(Month::JANUARY)
    }

    /// The day that is set for the item at a position: its own, or that of its session. Tracks.
    pub fn day(self, at: usize) -> Option<NaiveDate> {
        self.days.with(|days| days[at])
    }

    /// From when progress is judged, and when today is. Tracks.
    pub fn moment(self) -> Moment {
        Moment { as_of: self.as_of.get(), today: self.today.get() }
    }

    /// Whether the item at a position passes the filter. Tracks.
    pub fn passes(self, at: usize) -> bool {
        self.pass.with(|pass| pass[at])
    }

    /// How many of these items pass the filter. Tracks.
    pub fn count(self, items: &[usize]) -> usize {
        self.pass.with(|pass| items.iter().filter(|at| pass[**at]).count())
    }

    /// What the search page has found; nothing on other pages. Tracks.
    pub fn found(self) -> Vec<Hit> {
        self.page.with(|page| match page {
            Page::Search(query) => {
                chunks::browse().map_or_else(Vec::new, |browse| (browse.hits)(self.loaded, query))
            }
            _ => Vec::new(),
        })
    }

    /// What the current page lists, in its order. Tracks.
    pub fn listed(self) -> Vec<ItemId> {
        let items = self.found().into_iter().filter_map(|hit| match hit.target {
            Target::Item(at) => Some(at),
            _ => None,
        });
        let found: Vec<usize> = items.collect();
        // What the page of one's own unit lists is what that unit's page does.
        let mine = || Some(Page::Units(Some(self.ledger.writer().unit?)));
        let page = self.page.get();
        let page = match page {
            Page::Mine => mine().unwrap_or(page),
            Page::Calendar(Calendar::ThisMonth) => Page::Calendar(Calendar::Month(self.this_month())),
            page => page,
        };
        self.pass.with(|pass| {
            self.states.with(|states| {
                let listed = |book: &_| order::listed(&page, self.catalog(), pass, states, &found, book);
                self.ledger.book.with(listed)
            })
        })
    }
}

thread_local! {
    /// Every row of every list asks for the desk several times, and a context is looked up through
    /// all owners above; a page has one desk for as long as it is open.
    static DESK: Cell<Option<Desk>> = const { Cell::new(None) };
}

/// Makes this the page's desk.
pub fn provide_desk(desk: Desk) {
    DESK.set(Some(desk));
}

/// The desk, for whatever is built after [`provide_desk`].
pub fn desk() -> Desk {
    DESK.get().unwrap_or_else(|| unreachable!("the app provides its desk before it builds anything"))
}
