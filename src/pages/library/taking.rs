//! Plans that come in as files, and go out as such.

use std::cell::Cell;
use std::rc::Rc;

use leptos::prelude::*;
use leptos::task::spawn_local;
use web_sys::Event;
use yaodian_ui::{El, el, live};

use super::shown::{Shown, read_again};
use super::version::version;
use crate::browser::files::{self, Body, HandedOver};
use crate::browser::{dom, focus};
use crate::desk::desk;
use crate::desk::forever::forever;
use crate::library::{self, Handed, NotTaken, PlanKey, Taken};
use crate::route::{Page, Route};
use crate::text;
use crate::widgets::card::card;
use crate::widgets::link::page_link;

/// What came of files. One per page: they may come from other pages, too.
#[derive(Clone, Copy)]
pub struct Taking {
    said: RwSignal<String>,
    taken: RwSignal<Option<Taken>>,
    /// Files with another version of a plan that is here, to be decided.
    versions: RwSignal<Vec<Rc<Handed>>, LocalStorage>,
    /// Where the page has its list.
    shown: RwSignal<Option<Shown>>,
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
    fn say_beside(self, beside: Vec<Result<Taken, NotTaken>>) {
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

/// Takes in files that came in on another page, by their names, and shows what came of them.
pub fn take_in(given: Vec<(String, Vec<u8>)>) {
    spawn_local(async move {
        for (name, bytes) in given {
            let came = library::take_file(&name, &bytes).await;
            taking().say(came);
        }
        if dom::find("dialog[open]").is_some() {
            // Who is filling in a form finishes that first.
            desk().ledger.say(text::PLAN_WAITS.into());
        } else if desk().page.get_untracked() != Page::Library {
            desk().go(&Route::to(Page::Library));
        }
    });
}

/// The card that takes files.
pub fn card_for_files(shown: Shown) -> El {
    let Taking { said, taken, versions, shown: list } = taking();
    // Where the page was before, its list is not there any more, which does no harm.
    list.set(Some(shown));
    on_cleanup(move || {
        // It is read once.
        said.set(String::new());
        taken.set(None);
    });
    let take = move |event: Event| {
        let given = files::files_of(&event);
        spawn_local(async move {
            for file in given {
                let read = files::read(file).await;
                // A file that is too large is none of ours.
                let bytes = read.bytes.unwrap_or_default();
                let came = library::take_file(&read.name, &bytes).await;
                let beside = match came {
                    Err(NotTaken::NoPlan) => Vec::new(),
                    _ => library::take_library_of(&read.name, &bytes).await,
                };
                taking().say(came);
                taking().say_beside(beside);
            }
        });
        // Choosing the same file again shall be a change again.
        dom::set_value(&event, "");
    };
    let input = el("input").attr("type", "file").attr("multiple", "").on("change", take);
    let way = move || taken.get().map(|taken| library::open_address(&taken.key)).unwrap_or_default();
    let waiting = live(move || {
        let versions = versions.get().into_iter().map(version);
        el("div").class("versions").child(versions.collect::<Vec<_>>()).into_view()
    });
    card(text::LIBRARY_TAKE, Vec::new())
        .child(el("p").class("lead").child(text::LIBRARY_TAKE_NOTE))
        .child(
            el("p")
                .class("tools")
                .child(el("label").class("button file").child(text::LIBRARY_CHOOSE).child(input))
                .child(page_link(Page::Import(String::new())).class("button").child(text::IMPORT_PLAN)),
        )
        .child(
            el("div")
                .class("tools taken")
                .child(el("p").attr("role", "status").child(move || said.get()))
                .child(
                    el("a")
                        .class("button")
                        .attr("href", way)
                        .attr("hidden", move || taken.with(Option::is_none))
                        .child(text::OPEN_TAKEN),
                ),
        )
        .child(waiting)
}

/// Hands a plan over as a plan file, for whoever hosts it.
pub fn save_plan_file(key: PlanKey) {
    spawn_local(async move {
        let ledger = desk().ledger;
        match library::in_use(&key).await {
            Ok(Some(plan)) => {
                let name = text::plan_file_name(key.as_str());
                let handed =
                    files::hand_over(&name, "application/json", &Body::Text(plan.to_json().into())).await;
                let said = if handed == HandedOver::Done { text::DOWNLOADED } else { text::DOWNLOAD_FAILED };
                ledger.say(said.into());
            }
            Ok(None) => ledger.say(text::PLAN_NOT_HERE.into()),
            Err(reason) => ledger.say(text::plan_not_read(reason)),
        }
    });
}
