//! Names that may mean one unit. They are offered as one, never merged in silence.

use super::known::known;
use super::names;

/// Documents with more units than this are lists of something else.
const MOST: usize = 300;

/// Pairs of positions of names that may mean one unit, the first of each once.
pub fn twins(names: &[&str]) -> Vec<(usize, usize)> {
    if names.len() > MOST {
        return Vec::new();
    }
    let mut found = Vec::new();
    for (at, name) in names.iter().enumerate() {
        let earlier = names.iter().take(at).position(|other| are_twins(other, name));
        found.extend(earlier.map(|other| (other, at)));
    }
    found
}

fn are_twins(one: &str, other: &str) -> bool {
    let (left, right) = (names::stem(one), names::stem(other));
    if left.1 != right.1 && known(left.0).is_some() && left.0 == right.0 {
        // 财经委 and 财经工委: in many bodies one, in others two.
        return true;
    }
    let known = known(left.0).zip(known(right.0));
    if known.is_some_and(|((_, one), (_, other))| one == other) {
        return left.1 == right.1;
    }
    let (short, long) = if left.0.len() < right.0.len() { (left.0, right.0) } else { (right.0, left.0) };
    known.is_none() && left.1 == right.1 && abbreviates(short, long)
}

/// Whether every character of the short name stands in the long one, in order, and both begin and
/// end alike: 市发改委 for 市发展改革委.
fn abbreviates(short: &str, long: &str) -> bool {
    if short.chars().nth(1).is_none()
        || short.len() == long.len()
        || short.chars().next() != long.chars().next()
    {
        return false;
    }
    let mut rest = long.chars();
    short.chars().all(|c| rest.any(|other| other == c))
}
