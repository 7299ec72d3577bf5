//! The draft that is open: what is known of it while the page is, and how it is kept.

use std::cell::Cell;
use std::collections::HashMap;
use std::rc::Rc;

use leptos::ev;
use leptos::prelude::*;
use leptos::task::spawn_local;
use yaodian_plan::MeetingKind;
use yaodian_reading::Hints;
use yaodian_review::figures::{Figures, figures};
use yaodian_review::notes::{left, notes};
use yaodian_review::{Edit, Key, NoteGroup, Reading, Review, Row, Sheet};
use yaodian_ui::boxed;

use super::keeping::{self, Keeping, Kept};
use crate::browser::{dom, focus, window};
use crate::chunks;
use crate::desk::desk;
use crate::desk::forever::forever;
use crate::library::{self, DraftHead, Revision};
use crate::route::{Page, Route};
use crate::text;
use crate::widgets::work::Work;

/// What takes the focus if it would be lost.
const FOCUS: &str = ".importing .ways input, .importing .again";
/// The page's own element.
const PAGE: &str = ".importing";

/// The page's state. One per page; it stays while other pages are looked at.
#[derive(Clone, Copy)]
pub struct Studio {
    pub review: RwSignal<Option<Review>>,
    /// The id of the open draft; empty if there is none.
    pub id: RwSignal<String>,
    /// Whether something is being read.
    pub is_busy: StoredValue<bool>,
    /// Tables of the open draft that no items came from at some time, by number.
    pub odd_tables: StoredValue<Vec<usize>>,
    /// Files that were not read, each with the reason and the remedy.
    pub refused: RwSignal<Vec<(String, String)>>,
    pub kept: RwSignal<Kept>,
    pub drafts: RwSignal<Vec<DraftHead>>,
    /// Why there is no draft to be shown.
    pub trouble: RwSignal<String>,
    /// The line of the document that is looked at.
    pub line: RwSignal<Option<u32>>,
    /// The row that is looked at.
    pub row: RwSignal<Option<Key>>,
    pub only_open: RwSignal<bool>,
    /// Whether somebody has asked to use the plan.
    pub asked: RwSignal<bool>,
    /// What the plan in use is called that is corrected; empty where there is none.
    pub corrected: RwSignal<String>,
    /// What the edits of a plan in use change, once somebody has asked to use them.
    pub revision: RwSignal<Option<Rc<Revision>>, LocalStorage>,
    /// Whether that plan has changed since it was opened here.
    pub is_outdated: RwSignal<bool>,
    /// What the reader said, with what is open of it.
    pub notes: Memo<Vec<NoteGroup>>,
    pub figures: Memo<Option<Figures>>,
    /// What is open of each row: positions of groups, and of places in them.
    pub open_of: Memo<HashMap<Key, Vec<(usize, usize)>>>,
    /// The kinds of meeting, and the categories, with their names.
    pub kinds: Memo<Vec<(MeetingKind, String)>>,
    pub categories: Memo<Vec<(Key, String)>>,
    /// Which reading it is: of which draft, and its number.
    reading: Memo<(String, Option<u32>)>,
    /// The positions of rows.
    index: Memo<HashMap<Key, usize>>,
}

thread_local! {
    static STUDIO: Cell<Option<Studio>> = const { Cell::new(None) };
}

/// The page's state, made when it is first asked for.
pub fn studio() -> Studio {
    STUDIO.get().unwrap_or_else(|| {
        let studio = forever(|| {
            let studio = Studio::new();
            studio.watch_leaving();
            studio.watch_others();
            studio
        });
        STUDIO.set(Some(studio));
        studio
    })
}

impl Studio {
    fn new() -> Studio {
        let review = RwSignal::new(None::<Review>);
        let of_review = move |review: &Option<Review>| {
            let review = review.as_ref()?;
            Some(notes(review.sheet(), &review.reading()?.notes))
        };
        let id = RwSignal::new(String::new());
        let notes = Memo::new(move |_| review.with(of_review).unwrap_or_default());
        Studio {
            review,
            id,
            is_busy: StoredValue::new(false),
            odd_tables: StoredValue::new(Vec::new()),
            refused: RwSignal::new(Vec::new()),
            kept: RwSignal::new(Kept::Yes),
            drafts: RwSignal::new(Vec::new()),
            trouble: RwSignal::new(String::new()),
            line: RwSignal::new(None),
            row: RwSignal::new(None),
            only_open: RwSignal::new(false),
            asked: RwSignal::new(false),
            corrected: RwSignal::new(String::new()),
            revision: RwSignal::new_local(None),
            is_outdated: RwSignal::new(false),
            notes,
            reading: Memo::new(move |_| {
                let part = |review: &Review| review.reading().map(|reading| reading.part());
                (id.get(), review.with(|review| review.as_ref().and_then(part)))
            }),
            open_of: Memo::new(move |_| notes.with(|groups| open_of(groups))),
            kinds: Memo::new(move |_| {
                review.with(|review| review.as_ref().map(|one| one.sheet().kinds()).unwrap_or_default())
            }),
            categories: Memo::new(move |_| {
                review.with(|review| {
                    let categories = review.iter().flat_map(|review| &review.sheet().categories);
                    categories.map(|one| (one.key, one.name.clone())).collect()
                })
            }),
            figures: Memo::new(move |_| {
                review.with(|review| review.as_ref().map(|one| figures(one.sheet())))
            }),
            index: Memo::new(move |_| {
                review.with(|review| {
                    let rows = review.iter().flat_map(|review| &review.sheet().rows).enumerate();
                    rows.map(|(at, row)| (row.key, at)).collect()
                })
            }),
        }
    }

    /// Loses nothing because the page is left or hidden: what is being typed is taken in, and where something is not kept
    /// yet, the browser asks.
    fn watch_leaving(self) {
        window_event_listener(ev::visibilitychange, |_| {
            if window::hidden() {
                dom::commit_typed(PAGE);
            }
        });
        window_event_listener(ev::pagehide, |_| dom::commit_typed(PAGE));
        window_event_listener(ev::beforeunload, move |event| {
            dom::commit_typed(PAGE);
            let is_open = self.review.with_untracked(Option::is_some);
            if is_open && self.kept.get_untracked() != Kept::Yes {
                event.prevent_default();
            }
        });
    }

    /// Something of the open draft; the default where there is none. Tracks.
    pub fn of<T: Default>(self, get: impl FnOnce(&Review) -> T) -> T {
        self.review.with(|review| review.as_ref().map(get)).unwrap_or_default()
    }

    /// Something of its rows. Tracks.
    pub fn of_sheet<T: Default>(self, get: impl FnOnce(&Sheet) -> T) -> T {
        self.of(|review| get(review.sheet()))
    }

    /// Something of what was read. Tracks which reading it is: that itself does not change.
    pub fn of_reading<T: Default>(self, get: impl FnOnce(&Reading) -> T) -> T {
        self.reading.track();
        untrack(|| self.of(|review| review.reading().map(get)).unwrap_or_default())
    }

    /// Something of a row. Tracks.
    pub fn of_row<T: Default>(self, key: Key, get: impl FnOnce(&Sheet, &Row) -> T) -> T {
        let at = self.index.with(|index| index.get(&key).copied());
        self.of_sheet(|sheet| {
            at.and_then(|at| sheet.rows.get(at)).map(|row| get(sheet, row)).unwrap_or_default()
        })
    }

    /// How many places are to be looked at. Tracks.
    pub fn left(self) -> usize {
        self.notes.with(|notes| left(notes))
    }

    /// Begins to read; `None` while something else is being read. `is_busy` is to be taken back afterwards.
    pub fn begin_work(self, what: &str) -> Option<Work> {
        let was_busy = self.is_busy.try_update_value(|busy| std::mem::replace(busy, true));
        (was_busy == Some(false)).then(|| Work::new(what.to_owned()).focus(FOCUS))
    }

    /// Shows what was read as a draft of its own, unless somebody does something else by now.
    pub fn begin(self, review: Review, has_left: bool) {
        let id = library::new_draft_id();
        self.show(id.clone(), review);
        self.keep();
        // Who is filling in a form finishes that first.
        match has_left || dom::find("dialog[open]").is_some() {
            true => desk().ledger.say(text::DRAFT_WAITS.into()),
            false => desk().go(&Route::to(Page::Import(id))),
        }
    }

    /// Shows a draft.
    pub fn show(self, id: String, review: Review) {
        self.line.set(None);
        self.row.set(None);
        self.asked.set(false);
        self.only_open.set(false);
        self.odd_tables.set_value(Vec::new());
        self.trouble.set(String::new());
        self.id.set(id);
        self.review.set(None);
        self.review.set(Some(review));
    }

    /// Shows no draft any more, and keeps none.
    pub fn close(self) {
        self.asked.set(false);
        self.revision.set(None);
        self.kept.set(Kept::Yes);
        self.id.set(String::new());
        self.review.set(None);
    }

    /// Does something to the draft, and keeps it.
    pub fn edit(self, edit: Edit) -> bool {
        let done = self.review.try_update(|review| review.as_mut().is_some_and(|review| review.edit(edit)));
        let done = done.unwrap_or_default();
        if done {
            self.forget_revision();
            self.keep();
        }
        done
    }

    /// What was shown to be changed is no longer all.
    fn forget_revision(self) {
        if self.revision.with_untracked(Option::is_some) {
            self.revision.set(None);
            self.asked.set(false);
        }
    }

    /// A key for a new row.
    pub fn new_key(self) -> Key {
        let key = self.review.try_update(|review| review.as_mut().map(Review::new_key));
        key.flatten().unwrap_or_default()
    }

    /// Takes the last step back, or does it again.
    pub fn undo_or_redo(self, redo: bool) {
        let act = if redo { Review::redo } else { Review::undo };
        let done = self.review.try_update(|review| review.as_mut().is_some_and(act));
        if done == Some(true) {
            self.forget_revision();
            self.keep();
        }
    }

    /// Reads the document again with other hints. `stopped` is called if nothing comes of that.
    pub fn read_again(self, change: impl FnOnce(&mut Hints) + 'static, stopped: impl FnOnce() + 'static) {
        let before = self.review.with_untracked(|review| {
            let review = review.as_ref()?;
            Some((review.files().clone(), review.reading()?.hints.clone()))
        });
        let (Some((files, mut hints)), Some(work)) = (before, self.begin_work(text::READ_AGAIN)) else {
            return stopped();
        };
        let id = self.id.get_untracked();
        change(&mut hints);
        spawn_local(async move {
            let reading = match chunks::reader().await {
                Some(reader) => work.run(async |pace| (reader.understand)(&files, hints, pace).await).await,
                None => {
                    desk().ledger.say(text::CHUNK_MISSING.into());
                    None
                }
            };
            self.is_busy.set_value(false);
            // Somebody may have gone on to another draft.
            let Some(reading) = reading.filter(|_| self.id.get_untracked() == id) else { return stopped() };
            let lost =
                self.review.try_update(|review| review.as_mut().map(|review| review.take_reading(reading)));
            self.keep();
            if let Some(lost) = lost.flatten().filter(|lost| *lost > 0) {
                desk().ledger.say(text::edits_lost(lost));
            }
        });
    }

    /// Keeps the draft.
    pub fn keep(self) {
        let keeping = Keeping { kept: self.kept, drafts: self.drafts };
        self.review.with_untracked(|review| {
            if let Some(review) = review {
                keeping::keep(self.id.get_untracked(), review, keeping);
            }
        });
    }

    /// Shows the draft that the address names, now and whenever it names another.
    pub fn follow_address(self) {
        keeping::list_drafts(self.drafts);
        let page = desk().page;
        Effect::new(boxed(move || {
            let Page::Import(id) = page.get() else { return };
            if id != self.id.get_untracked() {
                self.open(id);
            }
        }));
    }

    fn open(self, id: String) {
        self.id.set(id.clone());
        self.review.set(None);
        self.trouble.set(String::new());
        if id.is_empty() {
            return;
        }
        spawn_local(async move {
            let opening = Work::new(text::OPENING_DRAFT.into()).focus(FOCUS);
            let opened = opening.run(async |pace| keeping::open(&id, pace).await).await;
            // Somebody may have gone on meanwhile.
            if self.id.get_untracked() != id {
                return;
            }
            let Some(opened) = opened else {
                desk().go(&Route::to(Page::Import(String::new())));
                return;
            };
            match opened {
                Ok(review) => self.show(id, review),
                Err(trouble) => self.trouble.set(trouble),
            }
        });
    }

    /// Deletes a draft.
    pub fn delete(self, id: String) {
        spawn_local(async move {
            if let Err(reason) = keeping::delete(&id).await {
                desk().ledger.say(text::not_kept(reason));
            }
            keeping::list_drafts(self.drafts);
        });
    }

    /// Looks at a row: it is shown, and its place in the document.
    pub fn look_at(self, key: Key) {
        self.only_open.set(false);
        self.row.set(Some(key));
        self.line.set(self.of_row(key, |_, row| row.line));
        focus::focus_later(format!("#row-{key} [data-column=title]"));
    }

    /// Looks at a line of the document: it is shown, and the first row that was read there.
    pub fn look_at_line(self, line: u32) {
        self.line.set(Some(line));
        let row = self.review.with_untracked(|review| {
            let rows = review.iter().flat_map(|review| &review.sheet().rows);
            rows.filter(|row| row.line == Some(line)).map(|row| row.key).next()
        });
        self.row.set(row);
        if let Some(key) = row {
            focus::show_later(format!("row-{key}"));
        }
    }
}

fn open_of(groups: &[NoteGroup]) -> HashMap<Key, Vec<(usize, usize)>> {
    let mut open: HashMap<Key, Vec<(usize, usize)>> = HashMap::new();
    for (at, group) in groups.iter().enumerate().filter(|(_, group)| group.matters()) {
        for (place, found) in group.found.iter().enumerate().filter(|(_, found)| found.open) {
            for key in &found.rows {
                open.entry(*key).or_default().push((at, place));
            }
        }
    }
    open
}
