//! The draft that is open: what is known of it while the page is, and how it is kept.

use std::cell::Cell;
use std::collections::{HashMap, HashSet};
use std::rc::Rc;

use leptos::prelude::*;
use yaodian_plan::MeetingKind;
use yaodian_review::figures::{Figures, figures};
use yaodian_review::notes::{left, notes};
use yaodian_review::{Edit, Group, Key, NoteGroup, Reading, Review, Row, Sheet};

use super::keeping::{self, Keeping, Kept};
use super::twin::Twin;
use crate::desk::forever::forever;
use crate::library::{DraftHead, Revision};

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
    /// The row that is to be brought on screen.
    pub sought: RwSignal<Option<Sought>>,
    pub only_open: RwSignal<bool>,
    /// Whether units and categories, and the columns of tables, are unfolded.
    pub lists_opened: RwSignal<bool>,
    pub columns_opened: RwSignal<bool>,
    /// Whether somebody has asked to use the plan.
    pub asked: RwSignal<bool>,
    /// The plan here that the draft may be another version of, once that was found.
    pub twin: RwSignal<Option<Twin>>,
    /// What the plan in use is called that is corrected; empty where there is none.
    pub corrected: RwSignal<String>,
    /// What the draft changes in the plan in use that it is another version of, once somebody has asked to use it.
    pub revision: RwSignal<Option<Rc<Revision>>, LocalStorage>,
    /// How many times something was done to a draft, taken back or done again.
    pub changes: StoredValue<u32>,
    /// Whether that plan has changed since it was opened here.
    pub is_outdated: RwSignal<bool>,
    /// What the reader said, with what is open of it.
    pub notes: Memo<Vec<NoteGroup>>,
    pub figures: Memo<Option<Figures>>,
    /// The rows on the page, each with its group: all of them, or those that something is open of.
    pub listed: Memo<Vec<(Key, Group)>>,
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

/// A row that is to be brought on screen.
#[derive(Clone, Debug)]
pub struct Sought {
    pub row: Key,
    /// The column that takes the focus; the row is only shown where there is none.
    pub column: Option<String>,
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
        let only_open = RwSignal::new(false);
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
            sought: RwSignal::new(None),
            only_open,
            lists_opened: RwSignal::new(false),
            columns_opened: RwSignal::new(false),
            listed: listed(review, notes, only_open),
            asked: RwSignal::new(false),
            twin: RwSignal::new(None),
            corrected: RwSignal::new(String::new()),
            revision: RwSignal::new_local(None),
            changes: StoredValue::new(0),
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

    /// The rows on the page, in their order. Does not track.
    pub fn listed_keys(self) -> Vec<Key> {
        self.listed.with_untracked(|rows| rows.iter().map(|(key, _)| *key).collect())
    }

    /// How many places are to be looked at. Tracks.
    pub fn left(self) -> usize {
        self.notes.with(|notes| left(notes))
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

    /// Which draft is open, and how many changes of it there were.
    pub fn version(self) -> (String, u32) {
        (self.id.get_untracked(), self.changes.get_value())
    }

    /// What was shown to be changed is no longer all.
    pub fn forget_revision(self) {
        self.changes.update_value(|changes| *changes = changes.wrapping_add(1));
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

    /// Says in the list of drafts that the open one is a plan in use.
    pub async fn mark_used(self) {
        let id = self.id.get_untracked();
        let mark = |review: &Option<Review>| Some(keeping::mark_used(id, review.as_ref()?));
        if let Some(marked) = self.review.with_untracked(mark) {
            marked.await;
        }
        // The plan has it all, also where another tab has deleted the draft.
        if self.kept.get_untracked() == Kept::Gone {
            self.kept.set(Kept::Yes);
        }
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
}

/// The rows of a review. Of those that something is open of, one stays while its neighbours are worked off: somebody may
/// still be typing in it.
fn listed(
    review: RwSignal<Option<Review>>,
    notes: Memo<Vec<NoteGroup>>,
    only_open: RwSignal<bool>,
) -> Memo<Vec<(Key, Group)>> {
    let open = Memo::new(move |before: Option<&Option<HashSet<Key>>>| {
        only_open.get().then(|| {
            let mut open: HashSet<Key> = notes.with(|groups| open_of(groups).into_keys().collect());
            open.extend(before.into_iter().flatten().flatten().copied());
            open
        })
    });
    Memo::new(move |_| {
        review.with(|review| {
            let rows = review.iter().flat_map(|review| &review.sheet().rows);
            open.with(|open| {
                let is_listed = |key: &Key| open.as_ref().is_none_or(|open| open.contains(key));
                rows.map(|row| (row.key, row.group)).filter(|(key, _)| is_listed(key)).collect()
            })
        })
    })
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
