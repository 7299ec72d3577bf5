//! How many items have which standing.

use super::Standing;

/// Counts by standing. An item that is both 进行中 and 已逾期 is counted as both, and once in the total.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    counts: [usize; Standing::ALL.len()],
}

impl Tally {
    /// Counts the items at these positions. `standings` is aligned with `plan.items`.
    pub fn of(standings: &[Standing], positions: impl IntoIterator<Item = usize>) -> Tally {
        let mut tally = Tally::default();
        for standing in positions.into_iter().filter_map(|at| standings.get(at)) {
            tally.add(*standing);
        }
        tally
    }

    /// Adds one item.
    pub fn add(&mut self, standing: Standing) {
        if let Some(count) = self.counts.get_mut(standing as usize) {
            *count += 1;
        }
    }

    /// How many have this standing; of [`Standing::DoingLate`], how many are counted twice.
    pub fn count(&self, standing: Standing) -> usize {
        let counts = Standing::ALL.into_iter().zip(self.counts);
        counts.filter(|(other, _)| other.is(standing)).map(|(_, count)| count).sum()
    }

    /// How many there are in all.
    pub fn total(&self) -> usize {
        self.counts.iter().sum()
    }
}
