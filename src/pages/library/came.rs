//! What came of files with plans, said wherever they came in.

use std::cell::Cell;
use std::rc::Rc;

use leptos::prelude::*;

use super::shown::{Shown, read_again};
use crate::browser::focus;
use crate::desk::forever::forever;
use crate::library::{Handed, NotTaken, Taken};
use crate::text;

/// What came of files. One per page: they may come from other pages, too.
#[derive(Clone, Copy)]
pub struct Taking {
    /// The words.
    pub said: RwSignal<String>,
    /// The plan that was taken last.
    pub taken: RwSignal<Option<Taken>>,
    /// Files with another version of a plan that is here, to be decided.
    pub versions: RwSignal<Vec<Rc<Handed>>, LocalStorage>,
    /// Where the page has its list.
    pub shown: RwSignal<Option<Shown>>,
}

thread_local! {
    static TAKING: Cell<Option<Taking>> = const { Cell::new(None) };
}

/// What came of files, made when it is first asked for.
pub fn taking() -> Taking {
    TAKING.get().unwrap_or_else(|| {
        let taking = forever(|| Taking {
            said: RwSignal::new(String::new()),
            taken: RwSignal::new(None),
            versions: RwSignal::new_local(Vec::new()),
            shown: RwSignal::new(None),
        });
        TAKING.set(Some(taking));
        taking
    })
}

impl Taking {
    /// Says what came of a file.
    pub fn say(self, came: Result<Taken, NotTaken>) {
        match came {
            Ok(one) => {
                self.said.set(text::taken(&one));
                self.taken.set(Some(one));
                focus::focus_later(".taken a.button".into());
            }
            Err(NotTaken::Version(handed)) => {
                self.said.set(String::new());
                self.taken.set(None);
                self.versions.update(|versions| versions.push(Rc::new(*handed)));
                focus::focus_later(".version button".into());
            }
            Err(reason) => {
                self.said.set(text::not_taken(&reason));
                self.taken.set(None);
            }
        }
        if let Some(shown) = self.shown.get_untracked() {
            read_again(shown);
        }
    }

    /// Adds what came of the library that the file carries beside its plan.
    pub fn say_beside(self, beside: Vec<Result<Taken, NotTaken>>) {
        self.said.update(|said| said.push_str(&text::taken_beside(&beside)));
        self.ask_about_versions(beside);
    }

    /// Puts those that are other versions of plans that are here before somebody.
    pub fn ask_about_versions(self, came: Vec<Result<Taken, NotTaken>>) {
        let versions = came.into_iter().filter_map(|came| match came {
            Err(NotTaken::Version(handed)) => Some(Rc::new(*handed)),
            _ => None,
        });
        self.versions.update(|known| known.extend(versions));
    }

    /// Does nothing more about a file with another version.
    pub fn leave(self, handed: &Rc<Handed>) {
        self.versions.update(|versions| versions.retain(|one| !Rc::ptr_eq(one, handed)));
    }
}
