//! The stretch of a long list that is on screen. It is made a batch at a time, so that the page is never busy for long, and
//! begins elsewhere where something far away is asked for.

use std::cell::Cell;
use std::rc::Rc;

use leptos::prelude::*;
use leptos::task::spawn_local;
use yaodian_ui::boxed;

use crate::browser::clock;

/// How much of a list is made at once, and how much is shown before somebody asks for more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sizes {
    pub batch: usize,
    pub step: usize,
}

/// A stretch of a list, by positions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stretch {
    /// The first that is shown.
    from: usize,
    /// Behind the last that is made.
    made: usize,
    /// Behind the last that shall be made.
    goal: usize,
    sizes: Sizes,
}

impl Stretch {
    /// The beginning of a list.
    pub fn new(sizes: Sizes) -> Stretch {
        Stretch { from: 0, made: sizes.batch, goal: sizes.step, sizes }
    }

    /// What is shown of a list of a length. A list that has become shorter does not leave the stretch empty.
    pub fn shown(&self, len: usize) -> std::ops::Range<usize> {
        let made = self.made.min(len);
        if self.from < made { self.from..made } else { len.saturating_sub(self.sizes.batch)..len }
    }

    /// How many there are before it.
    pub fn before(&self, len: usize) -> usize {
        self.shown(len).start
    }

    /// How many there are behind what shall be made.
    pub fn behind(&self, len: usize) -> usize {
        len.saturating_sub(self.goal.max(self.shown(len).end))
    }

    /// Whether there is more to be made.
    pub fn is_growing(&self, len: usize) -> bool {
        self.made < self.goal.min(len)
    }

    /// Makes the next batch.
    pub fn grow(&mut self) {
        self.made = (self.made + self.sizes.batch).min(self.goal.max(self.made));
    }

    /// Reaches further.
    pub fn reach_further(&mut self) {
        self.goal = self.goal.max(self.made) + self.sizes.step;
    }

    /// Begins earlier, by a batch.
    pub fn begin_earlier(&mut self, len: usize) {
        let shown = self.shown(len);
        *self = Stretch {
            from: shown.start.saturating_sub(self.sizes.batch),
            made: shown.end,
            goal: self.goal.max(shown.end),
            sizes: self.sizes,
        };
    }

    /// Reaches a position, at once where it would be made soon anyway. What is far away is reached by beginning near it.
    pub fn reach(&mut self, at: usize, len: usize) {
        let (shown, batch) = (self.shown(len), self.sizes.batch);
        if shown.contains(&at) {
            return;
        }
        if (shown.end..self.goal.max(shown.end + batch)).contains(&at) {
            self.made = at + batch;
            self.goal = self.goal.max(at + self.sizes.step);
        } else if at < shown.start && at + batch >= shown.start {
            self.begin_earlier(len);
        } else {
            let from = at.saturating_sub(batch / 4);
            *self = Stretch { from, made: from + batch, goal: from + self.sizes.step, sizes: self.sizes };
        }
    }
}

/// Makes a stretch grow, a batch at each turn of the browser, as long as the present owner lives. `len` is how long the list
/// is. Returns whether it is growing.
pub fn grow(
    stretch: RwSignal<Stretch>,
    len: impl Fn() -> usize + Copy + Send + Sync + 'static,
) -> Memo<bool> {
    let is_growing = Memo::new(move |_| stretch.get().is_growing(len()));
    let is_driven = Rc::new(Cell::new(false));
    Effect::new(boxed(move || {
        if !is_growing.get() || is_driven.replace(true) {
            return;
        }
        let is_driven = is_driven.clone();
        spawn_local(async move {
            // It is gone where the page was left.
            while is_growing.try_get_untracked() == Some(true) {
                clock::next_turn().await;
                stretch.try_update(Stretch::grow);
            }
            is_driven.set(false);
        });
    }));
    is_growing
}

#[cfg(test)]
mod tests {
    use super::*;

    const SIZES: Sizes = Sizes { batch: 10, step: 100 };

    fn grown(mut stretch: Stretch, len: usize) -> std::ops::Range<usize> {
        while stretch.is_growing(len) {
            stretch.grow();
        }
        stretch.shown(len)
    }

    #[test]
    fn a_list_is_made_batch_by_batch() {
        let mut stretch = Stretch::new(SIZES);
        assert_eq!((stretch.shown(1_000), stretch.is_growing(1_000)), (0..10, true));
        stretch.grow();
        assert_eq!(stretch.shown(1_000), 0..20);
        assert_eq!(grown(stretch, 1_000), 0..100);
        assert_eq!(grown(stretch, 35), 0..35);
        assert_eq!((grown(stretch, 5), Stretch::new(SIZES).is_growing(5)), (0..5, false));
        assert_eq!((stretch.before(1_000), stretch.behind(1_000), stretch.behind(35)), (0, 900, 0));
    }

    #[test]
    fn more_is_shown_on_request() {
        let mut stretch = Stretch::new(SIZES);
        stretch.reach_further();
        assert_eq!((grown(stretch, 1_000), stretch.behind(1_000)), (0..200, 800));
    }

    #[test]
    fn whatever_is_looked_for_is_shown() {
        for len in [1, 9, 10, 11, 100, 2_000] {
            for first in 0..len {
                let mut stretch = Stretch::new(SIZES);
                stretch.reach(first, len);
                assert!(stretch.shown(len).contains(&first), "{first} of {len}");
                for next in
                    [0, 1.min(len - 1), first.saturating_sub(1), (first + 1).min(len - 1), len / 2, len - 1]
                {
                    let mut stretch = stretch;
                    stretch.reach(next, len);
                    let at_once = stretch.shown(len);
                    assert!(at_once.contains(&next), "{next} after {first} of {len}");
                    assert!(at_once.len() <= SIZES.step + 4 * SIZES.batch, "{at_once:?} at once");
                    let grown = grown(stretch, len);
                    assert!(grown.start == at_once.start && grown.contains(&next));
                }
            }
        }
    }

    #[test]
    fn a_list_that_will_be_whole_is_whole_wherever_it_is_looked_at_first() {
        for at in 0..80 {
            let mut stretch = Stretch::new(SIZES);
            stretch.reach(at, 80);
            assert_eq!(grown(stretch, 80), 0..80);
        }
    }

    #[test]
    fn every_part_of_a_list_can_be_got_at() {
        let mut stretch = Stretch::new(SIZES);
        stretch.reach(555, 1_000);
        assert!(stretch.shown(1_000).start > 500);
        while stretch.before(1_000) > 0 {
            let before = stretch.shown(1_000);
            stretch.begin_earlier(1_000);
            assert!(stretch.shown(1_000).start < before.start && stretch.shown(1_000).end == before.end);
        }
        while stretch.behind(1_000) > 0 {
            stretch.reach_further();
        }
        assert_eq!(grown(stretch, 1_000), 0..1_000);
    }

    #[test]
    fn a_list_that_becomes_shorter_is_not_lost_from_sight() {
        let mut stretch = Stretch::new(SIZES);
        stretch.reach(900, 1_000);
        assert_eq!(stretch.shown(30), 20..30);
        assert_eq!(stretch.shown(3), 0..3);
        assert_eq!(stretch.shown(0), 0..0);
        assert!(!stretch.is_growing(30));
        stretch.begin_earlier(30);
        assert_eq!(grown(stretch, 30), 10..30);
    }
}
