//! The draft that is open: what is known of it while the page is, and how it is kept.

use std::cell::Cell;
use std::collections::HashMap;
use std::rc::Rc;

use leptos::ev;
use leptos::prelude::*;
use leptos::task::spawn_local;
use yaodian_reading::Hints;
use yaodian_reading::document::Document;
use yaodian_review::figures::{Figures, figures};
use yaodian_review::notes::{left, notes};
use yaodian_review::{Edit, Key, NoteGroup, OpenError, Review, Row, Sheet};
use yaodian_ui::boxed;
use yaodian_vault::Reason;

use crate::browser::{dom, focus, window};
use crate::desk::desk;
use crate::desk::forever::forever;
use crate::library::{self, DraftHead, Revision};
use crate::route::{Page, Route};
use crate::text;

/// A draft of more rows than this is long.
const MANY: usize = 1_000;
/// How long changes of a long draft are collected, in milliseconds.
const PAUSE: i32 = 1_000;

/// The page's own element.
const PAGE: &str = ".importing";

/// How far a draft is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kept {
    Yes,
    NotYet,
    Failed(Reason),
}

/// The page's state. One per page; it stays while other pages are looked at.
#[derive(Clone, Copy)]
pub struct Studio {
    pub review: RwSignal<Option<Review>>,
    /// The id of the open draft; empty if there is none.
    pub id: RwSignal<String>,
    /// What is being done, where it takes longer than a moment.
    pub doing: RwSignal<String>,
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
    /// What the edits of a plan in use change, once somebody has asked to use them.
    pub revision: RwSignal<Option<Rc<Revision>>, LocalStorage>,
    /// Whether that plan has changed since it was opened here.
    pub is_outdated: RwSignal<bool>,
    /// What the reader said, with what is open of it.
    pub notes: Memo<Vec<NoteGroup>>,
    pub figures: Memo<Option<Figures>>,
    /// The positions of rows.
    index: Memo<HashMap<Key, usize>>,
}

thread_local! {
    static STUDIO: Cell<Option<Studio>> = const { Cell::new(None) };
    static IS_WRITING: Cell<bool> = const { Cell::new(false) };
    static IS_CHANGED: Cell<bool> = const { Cell::new(false) };
}

/// The page's state, made when it is first asked for.
pub fn studio() -> Studio {
    STUDIO.get().unwrap_or_else(|| {
        let studio = forever(|| {
            let studio = Studio::new();
            studio.watch_leaving();
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
        Studio {
            review,
            id: RwSignal::new(String::new()),
            doing: RwSignal::new(String::new()),
            refused: RwSignal::new(Vec::new()),
            kept: RwSignal::new(Kept::Yes),
            drafts: RwSignal::new(Vec::new()),
            trouble: RwSignal::new(String::new()),
            line: RwSignal::new(None),
            row: RwSignal::new(None),
            only_open: RwSignal::new(false),
            asked: RwSignal::new(false),
            revision: RwSignal::new_local(None),
            is_outdated: RwSignal::new(false),
            notes: Memo::new(move |_| review.with(of_review).unwrap_or_default()),
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

    /// Reads documents and begins to review what was read, as a draft of its own.
    pub async fn begin(self, files: Vec<(String, Document)>) {
        self.doing.set(text::UNDERSTANDING.into());
        painted().await;
        let hints = Hints {
            assumed_year: Some(chrono::Datelike::year(&desk().date())),
            file_name: files.first().map(|(name, _)| name.clone()),
            ..Hints::default()
        };
        let review = Review::begin(files, hints);
        let id = library::new_draft_id();
        self.show(id.clone(), review);
        self.keep();
        // Who is filling in a form finishes that first.
        match dom::find("dialog[open]") {
            Some(_) => desk().ledger.say(text::DRAFT_WAITS.into()),
            None => desk().go(&Route::to(Page::Import(id))),
        }
        self.doing.set(String::new());
    }

    /// Shows a draft.
    pub fn show(self, id: String, review: Review) {
        self.line.set(None);
        self.row.set(None);
        self.asked.set(false);
        self.only_open.set(false);
        self.trouble.set(String::new());
        self.id.set(id);
        self.review.set(None);
        self.review.set(Some(review));
    }

    /// Shows no draft any more, and keeps none.
    pub fn close(self) {
        IS_CHANGED.set(false);
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

    /// Reads the document again with other hints.
    pub fn read_again(self, change: impl FnOnce(&mut Hints) + 'static) {
        spawn_local(async move {
            self.doing.set(text::READ_AGAIN.into());
            painted().await;
            let mut hints =
                self.of(|review| review.reading().map(|reading| reading.hints.clone())).unwrap_or_default();
            change(&mut hints);
            let lost =
                self.review.try_update(|review| review.as_mut().map(|review| review.read_again(hints)));
            self.doing.set(String::new());
            self.keep();
            if let Some(lost) = lost.flatten().filter(|lost| *lost > 0) {
                desk().ledger.say(text::edits_lost(lost));
            }
        });
    }

    /// Keeps the draft. While it is being written, what changes is written afterwards.
    pub fn keep(self) {
        self.kept.set(Kept::NotYet);
        IS_CHANGED.set(true);
        if IS_WRITING.replace(true) {
            return;
        }
        spawn_local(async move {
            let mut kept = Kept::Yes;
            while IS_CHANGED.get() {
                // Writing a long one down keeps the page busy, so that several changes are written at once.
                if self
                    .review
                    .with_untracked(|review| review.as_ref().is_some_and(|one| one.sheet().rows.len() > MANY))
                {
                    window::pause(PAUSE).await;
                }
                IS_CHANGED.set(false);
                let draft = self.review.with_untracked(|review| {
                    review.as_ref().map(|review| (self.id.get_untracked(), name(review), review.to_text()))
                });
                if let Some((id, name, text)) = draft {
                    kept = match library::put_draft(&id, &name, &text).await {
                        Ok(()) => Kept::Yes,
                        Err(reason) => Kept::Failed(reason),
                    };
                }
            }
            IS_WRITING.set(false);
            self.kept.set(kept);
            self.list_drafts();
        });
    }

    /// Says in the list of drafts that the plan of this one is in use.
    pub async fn mark_used(self) {
        let draft = self.review.with_untracked(|review| {
            review
                .as_ref()
                .map(|review| (self.id.get_untracked(), name(review) + text::USED_DRAFT, review.to_text()))
        });
        if let Some((id, name, text)) = draft {
            // It is a draft as before where that is not kept.
            let _ = library::put_draft(&id, &name, &text).await;
        }
    }

    /// Looks for drafts.
    pub fn list_drafts(self) {
        spawn_local(async move {
            // Where they cannot be read, there are none to go on with; keeping one says why.
            self.drafts.set(library::drafts().await.unwrap_or_default());
        });
    }

    /// Shows the draft that the address names, now and whenever it names another.
    pub fn follow_address(self) {
        self.list_drafts();
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
        self.doing.set(text::OPENING_DRAFT.into());
        spawn_local(async move {
            let found = library::draft(&id).await;
            // Somebody may have gone on meanwhile.
            if self.id.get_untracked() != id {
                return;
            }
            self.doing.set(String::new());
            let opened = match found {
                Ok(Some(draft)) => Review::from_text(&draft.text).map_err(|error| match error {
                    OpenError::Newer => text::DRAFT_NEWER.to_owned(),
                    OpenError::Malformed => text::DRAFT_DAMAGED.to_owned(),
                }),
                Ok(None) => Err(text::NO_DRAFT.to_owned()),
                Err(Reason::NewerSchema) => Err(text::DRAFT_NEWER.to_owned()),
                Err(Reason::ReadBack) => Err(text::DRAFT_DAMAGED.to_owned()),
                Err(reason) => Err(text::not_kept(reason)),
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
            if let Err(reason) = library::delete_draft(&id).await {
                desk().ledger.say(text::not_kept(reason));
            }
            self.list_drafts();
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

/// What a draft is called.
fn name(review: &Review) -> String {
    let title = match review.corrects() {
        Some(_) => review.sheet().title.clone() + text::CORRECTION_DRAFT,
        None => review.sheet().title.clone(),
    };
    let file = || review.files().first().map_or(String::new(), |(name, _)| name.clone());
    if title.is_empty() { file() } else { title }
}

/// Waits until what was set is on screen: work that takes long keeps the page from being painted.
pub async fn painted() {
    window::pause(20).await;
}
