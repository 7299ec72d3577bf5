//! Which rows of a list can stay where they are when its order changes.

/// For each of the new rows, whether it stays. `old_places` says where each was before; a new one was nowhere. Those
/// that stay are as many as can be, in the order that they had: a longest increasing run, in n log n steps.
pub(crate) fn staying(old_places: &[Option<usize>]) -> Vec<bool> {
    // For each length, the row that ends the run of this length whose end was farthest to the front before.
    let mut ends: Vec<usize> = Vec::new();
    // The row before each one in the run that it ends.
    let mut before = vec![None; old_places.len()];
    for (at, old) in old_places.iter().enumerate().filter(|(_, old)| old.is_some()) {
        let length = ends.partition_point(|end| old_places[*end] < *old);
        before[at] = length.checked_sub(1).map(|shorter| ends[shorter]);
        match ends.get_mut(length) {
            Some(end) => *end = at,
            None => ends.push(at),
        }
    }
    let mut stays = vec![false; old_places.len()];
    let mut last = ends.last().copied();
    while let Some(at) = last {
        stays[at] = true;
        last = before[at];
    }
    stays
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The old places of the rows that stay.
    fn stay(old_places: &[Option<usize>]) -> Vec<usize> {
        let stays = staying(old_places);
        assert_eq!(stays.len(), old_places.len());
        old_places.iter().zip(stays).filter(|(_, stays)| *stays).map(|(old, _)| old.unwrap()).collect()
    }

    /// The length of a longest increasing run, by trying every row as the end of every run.
    fn longest(old_places: &[Option<usize>]) -> usize {
        let old: Vec<usize> = old_places.iter().flatten().copied().collect();
        let mut lengths = Vec::new();
        for (at, place) in old.iter().enumerate() {
            let shorter = (0..at).filter(|before| old[*before] < *place).map(|before| lengths[before]);
            lengths.push(shorter.max().unwrap_or(0) + 1);
        }
        lengths.into_iter().max().unwrap_or(0)
    }

    #[test]
    fn rows_that_keep_their_order_stay() {
        for (old_places, stays) in [
            (&[][..], &[][..]),
            (&[None, None], &[]),
            (&[Some(0), Some(1), Some(2)], &[0, 1, 2]),
            (&[Some(1), Some(2), Some(0)], &[1, 2]),
            (&[Some(2), Some(0), Some(1)], &[0, 1]),
            (&[None, Some(3), None, Some(5)], &[3, 5]),
            (&[Some(3), Some(1), Some(2), Some(0)], &[1, 2]),
        ] {
            assert_eq!(stay(old_places), stays, "{old_places:?}");
        }
    }

    #[test]
    fn as_many_stay_as_can_in_every_order_of_six_and_new_rows_between() {
        let mut orders: Vec<Vec<Option<usize>>> = vec![vec![]];
        for place in 0..6 {
            let longer = orders.iter().flat_map(|order| {
                (0..=order.len()).map(move |at| {
                    let mut longer = order.clone();
                    longer.insert(at, Some(place));
                    longer
                })
            });
            orders = longer.collect();
        }
        assert_eq!(orders.len(), 720);
        for mut order in orders {
            order.insert(3, None);
            let stays = stay(&order);
            assert!(stays.is_sorted(), "{order:?}");
            assert_eq!(stays.len(), longest(&order), "{order:?}");
        }
    }
}
