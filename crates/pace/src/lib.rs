//! Long work in slices. A browser shows nothing and hears nobody while a program works, so work that may take long is an
//! `async` function that offers to pause after every small part: see [`Pace::tick`]. It is pending only there (or where it
//! waits for something else); whoever drives it polls it again when it may go on, and drops it to call it off.
//!
//! No clock, no browser, no executor: whether a pause is due is asked of whoever started the work.
//!
//! ```
//! use yaodian_pace::{Pace, Stage, at_once};
//!
//! async fn sum(numbers: &[u32], pace: &Pace) -> u32 {
//!     let mut sum = 0;
//!     for (done, number) in numbers.iter().enumerate() {
//!         pace.tick(Stage::Items, done, numbers.len()).await;
//!         sum += number;
//!     }
//!     sum
//! }
//! assert_eq!(at_once(sum(&[1, 2, 3], &Pace::default())), 6);
//! ```

use std::cell::Cell;
use std::future::Future;
use std::pin::{Pin, pin};
use std::rc::Rc;
use std::task::{Context, Poll, Waker};

/// What is being done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Parts of a file are inflated. Counted in bytes.
    Unpack,
    /// Paragraphs and tables are taken from a file. Counted in bytes or lines.
    Read,
    /// It is found out what each row of a table, or each paragraph, says.
    Understand,
    /// Names of units are collected, row by row.
    Names,
    /// Items are made of rows.
    Items,
    /// Links between items are looked for, item by item.
    Links,
    /// A file is written, or several are read, piece by piece.
    Pieces,
    /// The pieces are put together, which cannot be cut.
    Pack,
}

/// How far some work is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// What is being done.
    pub stage: Stage,
    /// How much of it is done, in the unit of the stage.
    pub done: usize,
    /// How much there is of it; zero where that is not known.
    pub total: usize,
}

/// How work pauses; by default it does not.
#[derive(Clone, Default)]
pub struct Pace(Option<Rc<Asked>>);

/// Whoever is asked.
struct Asked {
    /// Told how far the work is; whether it shall pause.
    is_due: Box<dyn Fn(Progress) -> bool>,
    /// How many times it was not asked, because asking costs time.
    passed: Cell<u8>,
    paused: Cell<Option<Progress>>,
}

/// Asked no more often than once in so many ticks.
const TICKS: u8 = 16;

impl Pace {
    /// A pace that asks, again and again, whether to pause.
    pub fn new(is_due: impl Fn(Progress) -> bool + 'static) -> Pace {
        let is_due = Box::new(is_due);
        Pace(Some(Rc::new(Asked { is_due, passed: Cell::new(0), paused: Cell::new(None) })))
    }

    /// To be awaited after a small part of the work.
    #[inline(never)]
    pub fn tick(&self, stage: Stage, done: usize, total: usize) -> Pause {
        if let Some(asked) = &self.0 {
            asked.passed.set(asked.passed.get() + 1);
            if asked.passed.get() >= TICKS {
                return self.step(stage, done, total);
            }
        }
        Pause(false)
    }

    /// To be awaited after a part of the work that may have taken some milliseconds.
    pub fn step(&self, stage: Stage, done: usize, total: usize) -> Pause {
        self.ask(Progress { stage, done, total }, false)
    }

    /// To be awaited before a part that takes long and cannot be cut: pauses in any case, so that it can be said.
    pub fn pause(&self, stage: Stage, done: usize, total: usize) -> Pause {
        self.ask(Progress { stage, done, total }, true)
    }

    #[inline(never)]
    fn ask(&self, progress: Progress, in_any_case: bool) -> Pause {
        let Some(asked) = &self.0 else { return Pause(false) };
        asked.passed.set(0);
        let pauses = (asked.is_due)(progress) || in_any_case;
        if pauses {
            asked.paused.set(Some(progress));
        }
        Pause(pauses)
    }

    /// How far the work was when it last paused; `None` if it did not since this was last asked. So the driver knows a
    /// pause from work that waits for something else.
    pub fn take_paused(&self) -> Option<Progress> {
        self.0.as_ref().and_then(|asked| asked.paused.take())
    }
}

/// A place where work pauses, or goes on.
pub struct Pause(bool);

impl Future for Pause {
    type Output = ();

    fn poll(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<()> {
        if std::mem::take(&mut self.0) { Poll::Pending } else { Poll::Ready(()) }
    }
}

/// Pieces of work that are counted as they are done.
pub struct Steps<'a> {
    pace: &'a Pace,
    done: Cell<usize>,
    of: usize,
}

impl Steps<'_> {
    /// So many pieces of work at a pace.
    pub fn new(pace: &Pace, of: usize) -> Steps<'_> {
        Steps { pace, done: Cell::new(0), of }
    }

    /// After a piece; see [`Pace::step`].
    pub fn next(&self) -> Pause {
        // What was not counted on does not make it look finished.
        self.done.set((self.done.get() + 1).min(self.of.saturating_sub(1)));
        self.pace.step(Stage::Pieces, self.done.get(), self.of)
    }

    /// After all pieces, before what cannot be cut; see [`Pace::pause`].
    pub fn finish(&self) -> Pause {
        self.pace.pause(Stage::Pack, self.of, self.of)
    }
}

/// Puts work into a box of its own: neither what it remembers from pause to pause nor its code is then a part of whoever
/// awaits it, which the compiler makes much larger otherwise.
pub fn boxed<'a, T>(work: impl Future<Output = T> + 'a) -> Pin<Box<dyn Future<Output = T> + 'a>> {
    Box::pin(work)
}

/// Does work without a pause. For work that waits for nothing but its pace.
pub fn at_once<T>(work: impl Future<Output = T>) -> T {
    let mut work = pin!(work);
    let mut context = Context::from_waker(Waker::noop());
    loop {
        if let Poll::Ready(done) = work.as_mut().poll(&mut context) {
            return done;
        }
    }
}

#[cfg(test)]
mod tests {
    use std::cell::RefCell;

    use super::*;

    async fn count(pace: Pace) -> usize {
        let steps = Steps::new(&pace, 6);
        for _ in 0..6 {
            steps.next().await;
        }
        steps.finish().await;
        6
    }

    /// Drives the counting at a pace that pauses whenever it is asked for an even number, for so many slices: what came
    /// of it, and where it paused.
    fn drive(slices: usize) -> (Option<usize>, Vec<(Stage, usize)>) {
        let pace = Pace::new(|progress| progress.done % 2 == 0);
        let mut work = pin!(count(pace.clone()));
        let (mut context, mut paused) = (Context::from_waker(Waker::noop()), Vec::new());
        for _ in 0..slices {
            match work.as_mut().poll(&mut context) {
                Poll::Ready(done) => return (Some(done), paused),
                Poll::Pending => paused.extend(pace.take_paused().map(|at| (at.stage, at.done))),
            }
        }
        (None, paused)
    }

    #[test]
    fn work_pauses_where_that_is_due_and_before_what_cannot_be_cut() {
        let pauses = [(Stage::Pieces, 2), (Stage::Pieces, 4), (Stage::Pack, 6)];
        assert_eq!(drive(10), (Some(6), pauses.to_vec()));
    }

    #[test]
    fn work_that_is_not_driven_on_is_over() {
        assert_eq!(drive(1), (None, vec![(Stage::Pieces, 2)]));
    }

    #[test]
    fn what_waits_for_something_else_has_not_paused() {
        let pace = Pace::new(|_| true);
        let mut context = Context::from_waker(Waker::noop());
        assert!(pin!(std::future::pending::<()>()).poll(&mut context).is_pending());
        assert_eq!(pace.take_paused(), None);
        assert!(pin!(pace.step(Stage::Read, 1, 2)).poll(&mut context).is_pending());
        assert_eq!(pace.take_paused(), Some(Progress { stage: Stage::Read, done: 1, total: 2 }));
        assert_eq!(pace.take_paused(), None);
    }

    #[test]
    fn small_parts_do_not_ask_each_time() {
        let asked = Rc::new(RefCell::new(Vec::new()));
        let told = asked.clone();
        let pace = Pace::new(move |progress| {
            told.borrow_mut().push(progress.done);
            false
        });
        for done in 1..=40 {
            at_once(pace.tick(Stage::Items, done, 40));
        }
        assert_eq!(*asked.borrow(), [16, 32]);
    }

    #[test]
    fn by_default_nothing_pauses() {
        let mut work = pin!(count(Pace::default()));
        assert_eq!(work.as_mut().poll(&mut Context::from_waker(Waker::noop())), Poll::Ready(6));
    }
}
