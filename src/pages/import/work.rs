//! Work that takes longer than a moment: done in slices, with a word on what is being done and how far it is, and a
//! button that stops it.

use std::cell::Cell;
use std::pin::pin;
use std::task::Poll;

use leptos::ev;
use leptos::prelude::*;
use yaodian_reading::slices::{Progress, Slices, Stage};
use yaodian_ui::{El, el};

use super::button;
use crate::browser::{clock, dom, focus, window};
use crate::desk::desk;
use crate::route::{Page, Route};
use crate::text;

/// How long the page may be kept busy without a pause, in milliseconds; longer while nobody sees it.
const SLICE: f64 = 40.0;
const HIDDEN_SLICE: f64 = 1_000.0;

/// The panel, and what takes the focus when it goes.
const PANEL: &str = ".intake .under-way";
const FALLBACK: &str = ".importing .ways input, .importing .again";

/// What is being done. One piece of work at a time.
#[derive(Clone, Copy)]
pub struct Work {
    /// In words; empty if nothing is.
    pub doing: RwSignal<String>,
    /// How far it is, once that has taken a while.
    progress: RwSignal<Option<Progress>>,
    /// The share of the whole, in thousandths, that the files before this one were, and that this one is.
    file: RwSignal<(u32, u32)>,
    /// The number of the run that goes on; even if none does.
    run: RwSignal<u32>,
    /// Where somebody was before this page was shown because of it.
    from: RwSignal<Option<Route>>,
}

/// A piece of work that can be stopped.
#[derive(Clone, Copy)]
pub struct Run(Work, u32);

/// The whole, in thousandths.
const WHOLE: u32 = 1_000;

impl Work {
    pub fn new() -> Work {
        Work {
            doing: RwSignal::new(String::new()),
            progress: RwSignal::new(None),
            file: RwSignal::new((0, WHOLE)),
            run: RwSignal::new(0),
            from: RwSignal::new(None),
        }
    }

    /// Whether something is being done that can be stopped. Tracks.
    pub fn is_going_on(self) -> bool {
        self.run.get() % 2 == 1
    }

    /// Begins; `None` while something else is being done.
    pub fn begin(self, doing: String) -> Option<Run> {
        if untrack(|| self.is_going_on()) {
            return None;
        }
        self.run.update(|run| *run += 1);
        self.file.set((0, WHOLE));
        self.from.set(None);
        self.doing.set(doing);
        Some(Run(self, self.run.get_untracked()))
    }

    /// Stops what is being done. Nothing is kept of it.
    fn stop(self) {
        self.end();
        match self.from.get_untracked() {
            Some(route) => desk().go(&route),
            None => focus::focus_later(FALLBACK.into()),
        }
    }

    /// Shows the page: what was dropped elsewhere takes longer than a moment. Who is filling in a form finishes that.
    fn show_page(self) {
        let desk = desk();
        if !matches!(desk.page.get_untracked(), Page::Import(_)) && dom::find("dialog[open]").is_none() {
            self.from.set(Some(desk.route.get_untracked()));
            desk.go(&Route::to(Page::Import(String::new())));
        }
    }

    fn end(self) {
        self.run.update(|run| *run += 1);
        self.progress.set(None);
        self.doing.set(String::new());
    }
}

impl Run {
    /// Says that a file of several is being read.
    pub fn file(self, name: &str, at: usize, count: usize) {
        let share = |files: usize| u32::try_from(files * READ as usize / count).unwrap_or(READ);
        self.0.progress.update(|progress| {
            if let Some(progress) = progress {
                *progress = Progress { stage: Stage::Unpack, done: 0, total: 1 };
            }
        });
        self.0.file.set((share(at), share(at + 1) - share(at)));
        self.0.doing.set(text::reading_file(name, at, count));
    }

    /// Says that all files are read.
    pub fn files_are_read(self) {
        self.0.file.set((READ, WHOLE - READ));
        self.0.doing.set(text::UNDERSTANDING.into());
    }

    /// Does something that pauses whenever the page has been busy for a while. `None` if it was stopped.
    pub async fn in_slices<T>(self, work: impl AsyncFnOnce(&Slices<'_>) -> T) -> Option<T> {
        // What was just said is shown before the page is busy.
        clock::next_turn().await;
        let paused = |progress| {
            let is_first = self.0.progress.with_untracked(Option::is_none);
            self.0.progress.set(Some(progress));
            if is_first {
                self.0.show_page();
            }
        };
        in_slices(work, &|| self.goes_on(), &paused).await
    }

    fn goes_on(self) -> bool {
        self.0.run.get_untracked() == self.1
    }

    /// Whether it has taken so long that somebody has seen it. Does not track.
    pub fn is_long(self) -> bool {
        self.goes_on() && self.0.progress.with_untracked(Option::is_some)
    }

    /// Ends it.
    pub fn end(self) {
        if !self.goes_on() {
            return;
        }
        if dom::find(&format!("{PANEL} :focus")).is_some() {
            focus::focus_later(FALLBACK.into());
        }
        self.0.end();
    }
}

/// Does something that pauses whenever the page has been busy for a while, and that nobody has to wait for.
pub async fn in_background<T>(work: impl AsyncFnOnce(&Slices<'_>) -> T) -> Option<T> {
    // It is never stopped.
    in_slices(work, &|| true, &|_| {}).await
}

/// Does something that pauses whenever the page has been busy for a while: then `paused` is told how far it is. `None` if
/// it does not go on.
async fn in_slices<T>(
    work: impl AsyncFnOnce(&Slices<'_>) -> T,
    goes_on: &dyn Fn() -> bool,
    paused: &dyn Fn(Progress),
) -> Option<T> {
    let begun = Cell::new(clock::running_ms());
    let last = Cell::new(None);
    let is_over = |progress: Progress| {
        let slice = if window::hidden() { HIDDEN_SLICE } else { SLICE };
        let over = clock::running_ms() - begun.get() >= slice;
        if over {
            last.set(Some(progress));
        }
        over
    };
    let slices = Slices::new(&is_over);
    let mut work = pin!(work(&slices));
    while goes_on() {
        begun.set(clock::running_ms());
        let slice = std::future::poll_fn(|context| match work.as_mut().poll(context) {
            Poll::Ready(done) => Poll::Ready(Ok(done)),
            // Without a word on how far it is, a file or a chunk is awaited.
            Poll::Pending => last.take().map_or(Poll::Pending, |progress| Poll::Ready(Err(progress))),
        });
        match slice.await {
            Ok(done) => return goes_on().then_some(done),
            Err(progress) => {
                paused(progress);
                clock::next_turn().await;
            }
        }
    }
    None
}

/// What is being done, how far it is, and the button that stops it.
pub fn panel(work: Work) -> El {
    let share = move || work.progress.get().map(|progress| share(progress, work.file.get()).to_string());
    // Not part of what is read out: it changes many times a second.
    let detail = move || work.progress.get().map_or(String::new(), |progress| text::progress(&progress));
    let bar = el("progress").attr("max", WHOLE.to_string()).attr("aria-label", text::READING_PROGRESS);
    let bar = bar.attr("value", share).attr("hidden", move || work.progress.with(Option::is_none));
    let stop = button(text::CANCEL, move |_| work.stop());
    let key = window_event_listener(ev::keydown, move |event| {
        let is_meant = event.key() == "Escape" && !event.default_prevented() && !dom::composing(&event);
        if is_meant && untrack(|| work.is_going_on()) && dom::find("dialog[open]").is_none() {
            event.prevent_default();
            work.stop();
        }
    });
    on_cleanup(move || key.remove());
    el("div")
        .class("under-way")
        .attr("hidden", move || work.doing.with(String::is_empty))
        .child(el("p").class("doing").attr("role", "status").child(move || work.doing.get()))
        .child(bar)
        .child(el("small").child(detail))
        .child(stop.attr("hidden", move || !work.is_going_on()))
}

/// How much of the whole the reading of files is, in thousandths.
const READ: u32 = 500;

/// How far the whole is, in thousandths.
fn share(progress: Progress, (before, file): (u32, u32)) -> u32 {
    let (from, to) = match progress.stage {
        Stage::Unpack => (0, 150),
        Stage::Read => (150, WHOLE),
        Stage::Understand => (0, 350),
        Stage::Names => (350, 450),
        Stage::Items => (450, 850),
        Stage::Links => (850, WHOLE),
    };
    let done = progress.done.min(progress.total) as f64 / progress.total.max(1) as f64;
    let inside = f64::from(from) + f64::from(to - from) * done;
    before + (inside * f64::from(file) / f64::from(WHOLE)) as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_share_grows_from_stage_to_stage() {
        let at = |stage, done| share(Progress { stage, done, total: 10 }, (READ, WHOLE - READ));
        let stages = [Stage::Understand, Stage::Names, Stage::Items, Stage::Links];
        let shares: Vec<u32> = stages.into_iter().flat_map(|stage| [at(stage, 0), at(stage, 10)]).collect();
        assert!(shares.is_sorted(), "{shares:?}");
        assert_eq!((shares.first(), shares.last()), (Some(&READ), Some(&WHOLE)));
        assert_eq!(share(Progress { stage: Stage::Read, done: 7, total: 0 }, (0, READ)), 75);
    }
}
