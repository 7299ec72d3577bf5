//! Long work in slices. A browser shows nothing and hears nobody while a program works, so work that may take long is an
//! `async` function that offers to pause after every row: see [`Pace::step`]. Whoever starts it says when a pause is due,
//! is told how far the work is, and can call it off.
//!
//! No clock and no browser: both come with the [`Turns`] that a pace is made from.
//!
//! ```
//! use yaodian_pace::{Pace, Stopped, at_once};
//!
//! async fn sum(numbers: &[u32], pace: &Pace) -> Result<u32, Stopped> {
//!     let mut sum = 0;
//!     for (done, number) in numbers.iter().enumerate() {
//!         pace.step(done, numbers.len()).await?;
//!         sum += number;
//!     }
//!     Ok(sum)
//! }
//! assert_eq!(at_once(sum(&[1, 2, 3], &Pace::default())), Some(Ok(6)));
//! ```

use std::cell::Cell;
use std::fmt;
use std::future::Future;
use std::pin::{Pin, pin};
use std::rc::Rc;
use std::task::{Context, Poll, Waker};

/// The work was called off.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stopped;

impl fmt::Display for Stopped {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("已取消")
    }
}

impl std::error::Error for Stopped {}

/// Ends when the work may go on.
pub type Turn = Pin<Box<dyn Future<Output = Result<(), Stopped>>>>;

/// Those who want their turn while somebody works.
pub trait Turns {
    /// Whether it is time for a pause. It is asked very often.
    fn are_due(&self) -> bool;

    /// A pause; `done` of `of` pieces are done. Where these are the same, what is left cannot be cut into pieces.
    fn take(&self, done: usize, of: usize) -> Turn;
}

/// How work gives others their turn; by default it does not.
#[derive(Clone, Default)]
pub struct Pace(Option<Rc<dyn Turns>>);

impl Pace {
    /// A pace with turns for others.
    pub fn new(turns: impl Turns + 'static) -> Pace {
        Pace(Some(Rc::new(turns)))
    }

    /// Between two pieces: pauses if that is due.
    ///
    /// # Errors
    /// [`Stopped`] if the work was called off in the pause.
    pub async fn step(&self, done: usize, of: usize) -> Result<(), Stopped> {
        match &self.0 {
            Some(turns) if turns.are_due() => turns.take(done, of).await,
            _ => Ok(()),
        }
    }

    /// Before a piece that takes long and cannot be cut: pauses in any case, so that it can be said.
    ///
    /// # Errors
    /// [`Stopped`] if the work was called off in the pause.
    pub async fn pause(&self, done: usize, of: usize) -> Result<(), Stopped> {
        match &self.0 {
            Some(turns) => turns.take(done, of).await,
            None => Ok(()),
        }
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
    ///
    /// # Errors
    /// [`Stopped`] if the work was called off.
    pub async fn next(&self) -> Result<(), Stopped> {
        // What was not counted on does not make it look finished.
        self.done.set((self.done.get() + 1).min(self.of.saturating_sub(1)));
        self.pace.step(self.done.get(), self.of).await
    }

    /// After all pieces, before what cannot be cut; see [`Pace::pause`].
    ///
    /// # Errors
    /// [`Stopped`] if the work was called off.
    pub async fn finish(&self) -> Result<(), Stopped> {
        self.pace.pause(self.of, self.of).await
    }
}

/// Does work that never waits, as none does at the default pace. `None` if it waits all the same.
pub fn at_once<T>(work: impl Future<Output = T>) -> Option<T> {
    match pin!(work).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(done) => Some(done),
        Poll::Pending => None,
    }
}

#[cfg(test)]
mod tests {
    use std::cell::RefCell;

    use super::*;

    /// Wants a turn after every other piece, and calls the work off after some of them.
    struct Every {
        asked: RefCell<usize>,
        taken: Rc<RefCell<Vec<(usize, usize)>>>,
        patience: usize,
    }

    impl Turns for Every {
        fn are_due(&self) -> bool {
            *self.asked.borrow_mut() += 1;
            self.asked.borrow().is_multiple_of(2)
        }

        fn take(&self, done: usize, of: usize) -> Turn {
            self.taken.borrow_mut().push((done, of));
            let over = self.taken.borrow().len() > self.patience;
            Box::pin(std::future::ready(if over { Err(Stopped) } else { Ok(()) }))
        }
    }

    async fn count(pace: Pace) -> Result<usize, Stopped> {
        let steps = Steps::new(&pace, 6);
        for _ in 0..6 {
            steps.next().await?;
        }
        steps.finish().await?;
        Ok(6)
    }

    fn check(patience: usize, expected: Result<usize, Stopped>, turns: &[(usize, usize)]) {
        let taken = Rc::new(RefCell::new(Vec::new()));
        let pace = Pace::new(Every { asked: RefCell::default(), taken: taken.clone(), patience });
        assert_eq!(at_once(count(pace)), Some(expected));
        assert_eq!(*taken.borrow(), turns);
    }

    #[test]
    fn others_have_their_turn_when_it_is_due() {
        check(10, Ok(6), &[(2, 6), (4, 6), (5, 6), (6, 6)]);
    }

    #[test]
    fn work_that_is_called_off_ends_there() {
        check(1, Err(Stopped), &[(2, 6), (4, 6)]);
        check(3, Err(Stopped), &[(2, 6), (4, 6), (5, 6), (6, 6)]);
    }

    #[test]
    fn by_default_nothing_pauses() {
        assert_eq!(at_once(count(Pace::default())), Some(Ok(6)));
        assert_eq!(at_once(std::future::pending::<()>()), None);
    }
}
