//! Moving something in a list by one place.

/// The position beside another one in a list.
pub fn beside(at: usize, up: bool, len: usize) -> Option<usize> {
    let to = if up { at.checked_sub(1)? } else { at + 1 };
    (to < len).then_some(to)
}
