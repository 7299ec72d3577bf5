//! The one sort of the page.
//!
//! The standard library's sorting is compiled once more for every type of key or element, about 3 KB of WebAssembly
//! each. What is here sorts positions by a closure, so that it is compiled once, or puts in one by one.

use std::collections::{BTreeMap, BTreeSet};

/// The positions `0..count` in the order that `precedes` defines. Stable: positions of which neither precedes the other
/// stay in order. A merge sort.
pub fn sorted_positions(count: usize, precedes: &dyn Fn(usize, usize) -> bool) -> Vec<usize> {
    let mut sorted: Vec<usize> = (0..count).collect();
    let mut width = 1;
    while width < count {
        let mut merged = Vec::with_capacity(count);
        for pair in sorted.chunks(2 * width) {
            let (mut left, mut right) = pair.split_at(width.min(pair.len()));
            loop {
                match (left, right) {
                    ([one, rest @ ..], [other, ..]) if !precedes(*other, *one) => {
                        merged.push(*one);
                        left = rest;
                    }
                    (_, [other, rest @ ..]) => {
                        merged.push(*other);
                        right = rest;
                    }
                    (rest, []) => {
                        merged.extend_from_slice(rest);
                        break;
                    }
                }
            }
        }
        sorted = merged;
        width *= 2;
    }
    sorted
}

/// Sorts a list by what precedes what; what does not precede each other stays in order.
pub fn sort_by<T>(list: &mut Vec<T>, precedes: &dyn Fn(&T, &T) -> bool) {
    let in_order = |one: usize, other: usize| match (list.get(one), list.get(other)) {
        (Some(one), Some(other)) => precedes(one, other),
        _ => false,
    };
    let order = sorted_positions(list.len(), &in_order);
    let mut places: Vec<Option<T>> = std::mem::take(list).into_iter().map(Some).collect();
    for at in order {
        list.extend(places.get_mut(at).and_then(Option::take));
    }
}

/// A map of these pairs, put in one by one: what collects into a map sorts them first, once more for every type of key.
pub fn map_of<K: Ord, V>(pairs: impl IntoIterator<Item = (K, V)>) -> BTreeMap<K, V> {
    let mut map = BTreeMap::new();
    map.extend(pairs);
    map
}

/// A set of these values, put in one by one like the pairs of [`map_of`].
pub fn set_of<T: Ord>(values: impl IntoIterator<Item = T>) -> BTreeSet<T> {
    let mut set = BTreeSet::new();
    set.extend(values);
    set
}

/// Sorts a list of a few: each goes before those that are greater.
pub fn sort_few<T: PartialOrd>(list: &mut [T]) {
    for end in 1..list.len() {
        let mut at = end;
        while at > 0 && list.get(at) < list.get(at - 1) {
            list.swap(at, at - 1);
            at -= 1;
        }
    }
}

/// Sorts positions by a rank, and those of equal rank by position.
pub fn sort_by_rank(positions: Vec<usize>, rank: &dyn Fn(usize) -> u32) -> Vec<usize> {
    let ranked: Vec<(u32, usize)> = positions.into_iter().map(|at| (rank(at), at)).collect();
    let order = sorted_positions(ranked.len(), &|one, other| ranked.get(one) < ranked.get(other));
    order.into_iter().filter_map(|at| ranked.get(at).map(|(_, position)| *position)).collect()
}

#[cfg(test)]
mod tests {
    use super::{sort_by, sort_few, sorted_positions};

    #[test]
    fn lists_are_sorted_and_equals_stay_in_order() {
        let mut list: Vec<(usize, usize)> = (0..50).map(|at| ((at * 37) % 11, at)).collect();
        let mut expected = list.clone();
        expected.sort_by_key(|(key, _)| *key);
        sort_by(&mut list, &|one, other| one.0 < other.0);
        assert_eq!(list, expected);
    }

    #[test]
    fn a_few_are_sorted() {
        for count in 0..12usize {
            let mut list: Vec<usize> = (0..count).map(|at| (at * 7) % 5).collect();
            let mut expected = list.clone();
            expected.sort_unstable();
            sort_few(&mut list);
            assert_eq!(list, expected);
        }
    }

    #[test]
    fn positions_are_sorted_and_equals_stay_in_order() {
        for count in 0..70usize {
            let key = |at: usize| (at * 37) % 11;
            let mut expected: Vec<usize> = (0..count).collect();
            expected.sort_by_key(|at| key(*at));
            assert_eq!(sorted_positions(count, &|one, other| key(one) < key(other)), expected);
        }
    }
}
