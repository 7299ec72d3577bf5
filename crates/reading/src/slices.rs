//! Long work in slices: whoever waits for it can do something else in between, hears how far it is, and can stop it.
//!
//! Reading that may take long is a future. It is pending only where [`Slices::tick`] has said so; whoever drives it polls
//! it again when it may go on, and drops it to stop it. [`at_once`] does not wait. No executor, no clock.

use std::cell::Cell;
use std::pin::{Pin, pin};
use std::task::{Context, Poll, Waker};

/// What is being done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Parts of the file are inflated. Counted in bytes.
    Unpack,
    /// Paragraphs and tables are taken from the file. Counted in bytes or lines.
    Read,
    /// It is found out what each row of a table, or each paragraph, says.
    Understand,
    /// Names of units are collected, row by row.
    Names,
    /// Items are made of rows.
    Items,
    /// Links between items are looked for, item by item.
    Links,
}

/// How far some work is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    pub stage: Stage,
    pub done: usize,
    pub total: usize,
}

/// Work in slices: asked again and again whether it is time to pause.
pub struct Slices<'a> {
    /// Told how far the work is; whether it shall pause.
    is_over: &'a dyn Fn(Progress) -> bool,
    /// How many times it was not asked, because asking costs time.
    passed: Cell<u8>,
}

/// Asked no more often than once in so many ticks.
const TICKS: u8 = 16;

impl<'a> Slices<'a> {
    /// Work that pauses whenever the function says so.
    pub fn new(is_over: &'a dyn Fn(Progress) -> bool) -> Slices<'a> {
        Slices { is_over, passed: Cell::new(0) }
    }

    /// Work that never pauses.
    pub fn never() -> Slices<'static> {
        Slices::new(&|_| false)
    }

    /// To be awaited after a small part of the work.
    pub fn tick(&self, stage: Stage, done: usize, total: usize) -> Tick {
        self.passed.set(self.passed.get() + 1);
        if self.passed.get() < TICKS {
            return Tick(false);
        }
        self.step(stage, done, total)
    }

    /// To be awaited after a part of the work that may have taken some milliseconds.
    pub fn step(&self, stage: Stage, done: usize, total: usize) -> Tick {
        self.passed.set(0);
        Tick((self.is_over)(Progress { stage, done, total }))
    }
}

/// A place where work pauses, or goes on.
pub struct Tick(bool);

impl Future for Tick {
    type Output = ();

    fn poll(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<()> {
        if std::mem::take(&mut self.0) { Poll::Pending } else { Poll::Ready(()) }
    }
}

/// Does work without a pause.
pub fn at_once<T>(work: impl Future<Output = T>) -> T {
    let mut work = pin!(work);
    let mut context = Context::from_waker(Waker::noop());
    loop {
        if let Poll::Ready(done) = work.as_mut().poll(&mut context) {
            return done;
        }
    }
}
