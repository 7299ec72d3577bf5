//! Items of two plans while they are being paired: each belongs to one of the other plan at most.

use super::super::side_by_side::By;
use yaodian_plan::Item;

/// Two plans' items, and which are paired.
pub(super) struct Matcher<'a> {
    pub(super) before: &'a [Item],
    pub(super) after: &'a [Item],
    /// For each item of the first plan its position in the second, and how it was recognised.
    pub(super) found: Vec<Option<(usize, By)>>,
    /// Which items of the second plan are paired.
    taken: Vec<bool>,
}

impl<'a> Matcher<'a> {
    /// Nothing is paired yet.
    pub(super) fn new(before: &'a [Item], after: &'a [Item]) -> Self {
        Matcher { before, after, found: vec![None; before.len()], taken: vec![false; after.len()] }
    }

    /// Whether an item of the first plan has none yet.
    pub(super) fn is_open(&self, at: usize) -> bool {
        self.found.get(at) == Some(&None)
    }

    /// Whether an item of the second plan is nobody's yet.
    pub(super) fn is_free(&self, to: usize) -> bool {
        self.taken.get(to) == Some(&false)
    }

    /// Pairs two items, unless one of them is paired already.
    pub(super) fn take(&mut self, at: usize, to: usize, by: By) {
        let free = self.is_free(to) && self.is_open(at);
        if let (true, Some(found), Some(taken)) = (free, self.found.get_mut(at), self.taken.get_mut(to)) {
            *found = Some((to, by));
            *taken = true;
        }
    }

    /// The items of the first plan that have none yet.
    pub(super) fn open(&self) -> Vec<usize> {
        (0..self.before.len()).filter(|at| self.is_open(*at)).collect()
    }

    /// The items of the second plan that are nobody's yet.
    pub(super) fn free(&self) -> Vec<usize> {
        (0..self.after.len()).filter(|to| self.is_free(*to)).collect()
    }
}
