//! Pieces of lines between runs of spaces, and the columns that no line has ink between.
//!
//! Positions are counted in columns of half a Chinese character.

use super::width::width;

/// Lines are not looked at further to the right.
const MAX_WIDTH: usize = 400;

/// A piece of a line between runs of spaces, and where it stands.
#[derive(Clone, Copy, Debug)]
pub(super) struct Segment<'a> {
    pub(super) begin: usize,
    pub(super) end: usize,
    pub(super) text: &'a str,
}

/// The pieces of a line: what two blanks or more keep apart.
pub(super) fn segments(line: &str) -> Vec<Segment<'_>> {
    let mut found: Vec<Segment<'_>> = Vec::new();
    let (mut at, mut gap) = (0, 2);
    let mut from = 0;
    for (byte, c) in line.char_indices() {
        let end = byte + c.len_utf8();
        let wide = width(line.get(byte..end).unwrap_or_default());
        if c.is_whitespace() {
            gap += wide;
        } else {
            if gap >= 2 {
                from = byte;
                found.push(Segment { begin: at, end: at, text: "" });
            }
            gap = 0;
            if let Some(open) = found.last_mut() {
                open.end = at + wide;
                open.text = line.get(from..end).unwrap_or_default();
            }
        }
        at += wide;
    }
    found
}

/// Where columns are, each from where to where: runs of positions with ink, `gutter` positions apart at least.
pub(super) fn columns(cut: &[Vec<Segment<'_>>], gutter: usize) -> Vec<(usize, usize)> {
    let mut ink = vec![0usize; MAX_WIDTH];
    let lines = cut.iter().filter(|segments| segments.len() >= 2);
    let count = lines.clone().count();
    for segment in lines.flatten() {
        for place in ink.iter_mut().take(segment.end).skip(segment.begin) {
            *place += 1;
        }
    }
    let mut found: Vec<(usize, usize)> = Vec::new();
    for at in (0..MAX_WIDTH).filter(|at| ink[*at] * 25 > count) {
        match found.last_mut() {
            Some((_, end)) if at < *end + gutter => *end = at + 1,
            _ => found.push((at, at + 1)),
        }
    }
    found
}

/// Whether each heading stands in a column of its own.
pub(super) fn fits(head: &[Segment<'_>], columns: &[(usize, usize)]) -> bool {
    let places: Vec<Option<usize>> = head.iter().map(|segment| column_of(segment, columns)).collect();
    places.iter().all(Option::is_some) && places.windows(2).all(|pair| pair[0] < pair[1])
}

/// The column with which a segment shares most.
pub(super) fn column_of(segment: &Segment<'_>, columns: &[(usize, usize)]) -> Option<usize> {
    let shared =
        |(begin, end): &(usize, usize)| segment.end.min(*end).saturating_sub(segment.begin.max(*begin));
    let best = columns.iter().enumerate().max_by_key(|(at, column)| (shared(column), usize::MAX - at))?;
    (shared(best.1) > 0).then_some(best.0)
}
