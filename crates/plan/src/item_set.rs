//! A set of items of one plan.

/// A set of items, by their positions in [`Plan::items`](crate::model::Plan::items).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ItemSet {
    words: Vec<u64>,
    size: usize,
}

impl ItemSet {
    /// The set of all positions below `size`.
    pub fn all(size: usize) -> ItemSet {
        let mut words = vec![u64::MAX; size / 64];
        if !size.is_multiple_of(64) {
            words.push((1 << (size % 64)) - 1);
        }
        ItemSet { words, size }
    }

    /// Whether the item at this position is in the set; `false` past the plan's end.
    pub fn contains(&self, position: usize) -> bool {
        self.words.get(position / 64).is_some_and(|word| word >> (position % 64) & 1 == 1)
    }

    /// Number of items in the set.
    pub fn len(&self) -> usize {
        self.words.iter().map(|word| word.count_ones() as usize).sum()
    }

    /// Whether no item is in the set.
    pub fn is_empty(&self) -> bool {
        self.words.iter().all(|&word| word == 0)
    }

    /// Whether every item of the plan is in the set.
    pub fn is_all(&self) -> bool {
        self.len() == self.size
    }

    /// The positions in the set, in the plan's order.
    pub fn iter(&self) -> impl Iterator<Item = usize> {
        self.words.iter().enumerate().flat_map(|(index, &word)| {
            let mut rest = word;
            std::iter::from_fn(move || {
                let bit = rest.trailing_zeros() as usize;
                (rest != 0).then(|| {
                    rest &= rest - 1;
                    index * 64 + bit
                })
            })
        })
    }

    /// Keeps the items for which `keep` holds; asks only about those in the set.
    pub(crate) fn retain(&mut self, mut keep: impl FnMut(usize) -> bool) {
        for (index, word) in self.words.iter_mut().enumerate() {
            let mut rest = *word;
            while rest != 0 {
                let bit = rest.trailing_zeros();
                rest &= rest - 1;
                if !keep(index * 64 + bit as usize) {
                    *word &= !(1 << bit);
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::ItemSet;

    #[test]
    fn sets_of_any_size_behave() {
        for size in [0, 1, 63, 64, 65, 200] {
            let mut set = ItemSet::all(size);
            assert_eq!((set.len(), set.is_all(), set.is_empty()), (size, true, size == 0));
            assert_eq!(set.iter().collect::<Vec<_>>(), (0..size).collect::<Vec<_>>());
            set.retain(|position| position % 3 == 1);
            assert!((0..size + 70).all(|p| set.contains(p) == (p < size && p % 3 == 1)));
            assert_eq!(set.iter().count(), set.len());
        }
    }
}
