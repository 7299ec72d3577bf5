//! The one sort of the ledger.

/// The positions up to `count` in the order that `before` gives them; equals stay as they are.
///
/// The standard library's sorting would come into the page once for every type that is sorted. This is
/// compiled once, and a tenth of that.
pub(super) fn order(count: usize, before: &dyn Fn(usize, usize) -> bool) -> Vec<usize> {
    let mut list: Vec<usize> = (0..count).collect();
    let mut width = 1;
    while width < count {
        let mut merged = Vec::with_capacity(count);
        for pair in list.chunks(2 * width) {
            let (mut left, mut right) = pair.split_at(width.min(pair.len()));
            loop {
                match (left, right) {
                    ([one, rest @ ..], [other, ..]) if !before(*other, *one) => {
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
        list = merged;
        width *= 2;
    }
    list
}

#[cfg(test)]
mod tests {
    use super::order;

    #[test]
    fn it_sorts_and_keeps_equals_as_they_are() {
        for count in 0..70usize {
            let key = |at: usize| (at * 37) % 11;
            let mut expected: Vec<usize> = (0..count).collect();
            expected.sort_by_key(|at| key(*at));
            assert_eq!(order(count, &|a, b| key(a) < key(b)), expected);
        }
    }
}
