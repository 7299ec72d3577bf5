//! Work that takes longer than a moment: what is being done and how far it is, at the bottom of the page, with a way to
//! call it off. The page stays what it is meanwhile. A chunk that uses this has `style/work.css` in its style sheets.
//!
//! [`Work::run`] polls a future that pauses where its [`Pace`] says so; between two slices the browser has its turn.
//! Work that is called off is dropped where it has paused.

mod shown;

use std::cell::{Cell, RefCell};
use std::pin::Pin;
use std::rc::Rc;
use std::task::{Poll, Waker};

use leptos::task::spawn_local;
use yaodian_pace::{Pace, Progress, Stage};

use self::shown::Shown;
pub use self::shown::WHOLE;
use crate::browser::{clock, window};
use crate::text;

/// For how long the browser may be kept from everything else, in milliseconds; longer while nobody sees it.
const SLICE: f64 = 40.0;
const HIDDEN_SLICE: f64 = 1_000.0;
/// What takes less is not worth a word, in milliseconds.
const MOMENT: i32 = 300;

/// Does work that is shown if it takes longer than a moment. `what` is being done, in words. `None` if somebody has
/// called it off.
pub async fn work<T>(what: String, start: impl AsyncFnOnce(&Pace) -> T) -> Option<T> {
    Work::new(what).run(start).await
}

/// Does work that nobody has to wait for.
pub async fn in_background<T>(start: impl AsyncFnOnce(&Pace) -> T) -> Option<T> {
    Work::with(String::new(), Showing::Never).run(start).await
}

/// Something that is being done.
#[derive(Clone)]
pub struct Work(Rc<Doing>);

struct Doing {
    showing: Showing,
    what: RefCell<String>,
    /// The share of the whole, in thousandths, that is done before the stages that are told of, and after them.
    part: Cell<(u32, u32)>,
    progress: Cell<Option<Progress>>,
    began: f64,
    /// When the browser last had its turn.
    slice: Cell<f64>,
    state: Cell<State>,
    /// To be called when it is called off, whatever it waits for.
    waker: RefCell<Option<Waker>>,
    shown: RefCell<Option<Shown>>,
    /// What takes the focus if it would be lost.
    focus: Cell<Option<&'static str>>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Showing {
    Never,
    /// If it takes longer than a moment.
    Later,
    /// From the start. It cannot be called off.
    AtOnce,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    GoesOn,
    CalledOff,
    Ended,
}

impl Work {
    /// Work that is shown if it takes longer than a moment. `what` is being done, in words.
    pub fn new(what: String) -> Work {
        Work::with(what, Showing::Later)
    }

    /// Work that is shown from the start, and that cannot be called off.
    pub fn to_the_end(what: String) -> Work {
        Work::with(what, Showing::AtOnce)
    }

    fn with(what: String, showing: Showing) -> Work {
        let now = clock::running_ms();
        Work(Rc::new(Doing {
            showing,
            what: RefCell::new(what),
            part: Cell::new((0, WHOLE)),
            progress: Cell::new(None),
            began: now,
            slice: Cell::new(now),
            state: Cell::new(State::GoesOn),
            waker: RefCell::new(None),
            shown: RefCell::new(None),
            focus: Cell::new(None),
        }))
    }

    /// Says what takes the focus if it would be lost.
    pub fn focus(self, selector: &'static str) -> Work {
        self.0.focus.set(Some(selector));
        self
    }

    /// Says what is being done now, and the share of the whole, in thousandths, before and after it.
    pub fn say(&self, what: String, from: u32, to: u32) {
        self.0.what.replace(what);
        self.0.part.set((from, to));
        self.0.progress.set(None);
        self.0.say();
    }

    /// Whether it takes so long that it is shown.
    pub fn is_shown(&self) -> bool {
        self.0.shown.borrow().is_some()
    }

    /// Does it. `None` if somebody has called it off.
    pub async fn run<T>(&self, start: impl AsyncFnOnce(&Pace) -> T) -> Option<T> {
        let doing = self.0.clone();
        let pace = Pace::new(move |_| doing.is_due());
        let mut done = None;
        {
            let work = Box::pin(async { done = Some(start(&pace).await) });
            drive(&self.0, &pace, work).await;
        }
        done
    }
}

/// Polls work until it is done or called off.
async fn drive(doing: &Rc<Doing>, pace: &Pace, mut work: Pin<Box<dyn Future<Output = ()> + '_>>) {
    match doing.showing {
        // Whoever has started it has something to do himself.
        Showing::Never => clock::next_turn().await,
        // Also where it waits for something and does not pause.
        Showing::Later => {
            let doing = doing.clone();
            spawn_local(async move {
                window::pause(MOMENT).await;
                doing.show();
            });
            // What was just said is shown before the page is busy.
            clock::next_turn().await;
        }
        Showing::AtOnce => {
            doing.show();
            window::pause(20).await;
        }
    }
    while doing.state.get() == State::GoesOn {
        doing.slice.set(clock::running_ms());
        let slice = std::future::poll_fn(|context| {
            if doing.state.get() != State::GoesOn || work.as_mut().poll(context).is_ready() {
                return Poll::Ready(None);
            }
            doing.waker.replace(Some(context.waker().clone()));
            // Where it has not paused, it waits for a file or a chunk.
            pace.take_paused().map_or(Poll::Pending, |progress| Poll::Ready(Some(progress)))
        });
        let Some(progress) = slice.await else { break };
        doing.progress.set(Some(progress));
        if clock::running_ms() - doing.began >= f64::from(MOMENT) {
            doing.show();
        }
        doing.say();
        clock::next_turn().await;
    }
    doing.end();
}

impl Doing {
    fn is_due(&self) -> bool {
        let slice = if window::hidden() { HIDDEN_SLICE } else { SLICE };
        clock::running_ms() - self.slice.get() >= slice
    }

    fn show(self: &Rc<Doing>) {
        let mut shown = self.shown.borrow_mut();
        if shown.is_some() || self.showing == Showing::Never || self.state.get() != State::GoesOn {
            return;
        }
        let doing = self.clone();
        let stop =
            (self.showing == Showing::Later).then(|| Rc::new(move || doing.call_off()) as Rc<dyn Fn()>);
        *shown = Shown::new(stop);
        drop(shown);
        self.say();
    }

    /// Shows how far it is.
    fn say(&self) {
        if let Some(shown) = &*self.shown.borrow() {
            let progress = self.progress.get();
            let words = progress.map_or(String::new(), |progress| text::progress(&progress));
            // How long what cannot be cut takes is not known.
            let told = progress.filter(|progress| progress.stage != Stage::Pack);
            shown.set(&self.what.borrow(), &words, told.map(|told| share(told, self.part.get())));
        }
    }

    fn call_off(&self) {
        self.state.set(State::CalledOff);
        if let Some(waker) = self.waker.take() {
            waker.wake();
        }
    }

    fn end(&self) {
        let called_off = self.state.replace(State::Ended) == State::CalledOff;
        if let Some(shown) = self.shown.take() {
            shown.remove(self.focus.get(), called_off);
        }
    }
}

/// How far the whole is, in thousandths, where the stages that are told of are a part of it.
fn share(progress: Progress, (before, after): (u32, u32)) -> u32 {
    let (from, to) = match progress.stage {
        Stage::Unpack => (0, 150),
        Stage::Read => (150, WHOLE),
        Stage::Understand => (0, 350),
        Stage::Names => (350, 450),
        Stage::Items => (450, 850),
        Stage::Links => (850, WHOLE),
        Stage::Pieces | Stage::Pack => (0, WHOLE),
    };
    let done = progress.done.min(progress.total) as f64 / progress.total.max(1) as f64;
    let inside = f64::from(from) + f64::from(to - from) * done;
    before + (inside * f64::from(after - before) / f64::from(WHOLE)) as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_share_grows_from_stage_to_stage() {
        let at = |stage, done| share(Progress { stage, done, total: 10 }, (500, WHOLE));
        let stages = [Stage::Understand, Stage::Names, Stage::Items, Stage::Links];
        let shares: Vec<u32> = stages.into_iter().flat_map(|stage| [at(stage, 0), at(stage, 10)]).collect();
        assert!(shares.is_sorted(), "{shares:?}");
        assert_eq!((shares.first(), shares.last()), (Some(&500), Some(&WHOLE)));
        assert_eq!(share(Progress { stage: Stage::Read, done: 7, total: 0 }, (0, 500)), 75);
    }
}
