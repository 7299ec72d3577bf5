//! Making one text of two that were typed without knowledge of each other: nothing that was typed is lost, and nothing
//! stands there twice.

/// What parts the texts of two pages in a note.
pub const NEW_LINE: &str = "\n";
/// What parts them in a field of one line.
pub const IN_LINE: &str = "；";

/// Merges two texts. `base` is the text that both were made from, `None` where that is not known; `separator` stands
/// between what both have put in the same place.
pub fn merge_texts(base: Option<&str>, older: &str, newer: &str, separator: &str) -> String {
    if older == newer {
        return newer.to_owned();
    }
    match base {
        Some(base) if base == older => newer.to_owned(),
        Some(base) if base == newer => older.to_owned(),
        Some(base) => merge_edits(base, older, newer, separator),
        None => merge_parts(older, newer, separator),
    }
}

/// Where nothing is known of how they came about: the one that contains the other, or the parts of both, each once.
fn merge_parts(older: &str, newer: &str, separator: &str) -> String {
    let lacks =
        |text: &str, part: &str| !part.is_empty() && !text.split(separator).any(|known| known == part);
    let holds = |text: &str, other: &str| {
        text.contains(other) || !other.split(separator).any(|part| lacks(text, part))
    };
    if holds(newer, older) {
        return newer.to_owned();
    }
    let mut merged = older.to_owned();
    if !holds(older, newer) {
        for part in newer.split(separator) {
            if lacks(&merged, part) {
                merged.push_str(separator);
                merged.push_str(part);
            }
        }
    }
    merged
}

/// One change of a text, part by part: the parts from `start` up to `end` are replaced.
struct Edit<'a> {
    start: usize,
    end: usize,
    parts: &'a [&'a str],
}

impl<'a> Edit<'a> {
    /// The change that makes one text of another one, without what is the same before and behind it.
    fn between(base: &[&str], parts: &'a [&'a str]) -> Edit<'a> {
        let same = base.iter().zip(parts).take_while(|(one, other)| one == other).count();
        let rest = base.len().min(parts.len()) - same;
        let ends = base.iter().rev().zip(parts.iter().rev());
        let behind = ends.take(rest).take_while(|(one, other)| one == other).count();
        let changed = parts.get(same..parts.len() - behind).unwrap_or_default();
        Edit { start: same, end: base.len() - behind, parts: changed }
    }

    /// What it makes of the parts of the base from `start` up to `end`, among which it lies.
    fn applied(&self, base: &[&'a str], start: usize, end: usize) -> Vec<&'a str> {
        let part = |from: usize, to: usize| base.get(from..to).unwrap_or_default();
        [part(start, self.start), self.parts, part(self.end, end)].concat()
    }
}

/// Part by part, which are the lines of a note: a line that only one page has changed stands as that page has it.
fn merge_edits(base: &str, older: &str, newer: &str, separator: &str) -> String {
    fn parts<'a>(text: &'a str, separator: &str) -> Vec<&'a str> {
        if text.is_empty() { Vec::new() } else { text.split(separator).collect() }
    }
    let [base, older, newer] = [base, older, newer].map(|text| parts(text, separator));
    let (one, other) = (Edit::between(&base, &older), Edit::between(&base, &newer));
    let in_one_place = one.start == one.end && other.start == other.end && one.start == other.start;
    for (first, second) in [(&one, &other), (&other, &one)] {
        if first.end <= second.start && !in_one_place {
            let behind = second.applied(&base, second.start, base.len());
            return [first.applied(&base, 0, second.start), behind].concat().join(separator);
        }
    }
    let (start, end) = (one.start.min(other.start), one.end.max(other.end));
    let part = |from: usize, to: usize| base.get(from..to).unwrap_or_default();
    let before = part(start, end).join(separator);
    let [older, newer] = [&one, &other].map(|edit| edit.applied(&base, start, end).join(separator));
    let merged = in_one_part(&before, &older, &newer, separator);
    let merged = (!merged.is_empty()).then_some(merged.as_str());
    let all = part(0, start).iter().copied().chain(merged).chain(part(end, base.len()).iter().copied());
    all.collect::<Vec<_>>().join(separator)
}

/// What both have put in place of the same: one behind the other.
fn in_one_part(before: &str, older: &str, newer: &str, separator: &str) -> String {
    if newer.contains(older) {
        return newer.to_owned();
    }
    if older.contains(newer) {
        return older.to_owned();
    }
    // Both go on from the same line of a note, which need not be repeated. A field is too short to be read in pieces.
    let goes_on = |text: &str| text.strip_prefix(before).filter(|_| !before.is_empty()).is_some();
    match newer.strip_prefix(before).filter(|_| separator == NEW_LINE && goes_on(older)) {
        Some(more) => format!("{older}{separator}{}", more.trim_start_matches(separator)),
        None => format!("{older}{separator}{newer}"),
    }
}

/// What was typed beside a text that was saved meanwhile.
pub(super) fn typed_beside(saved: &str, typed: &str) -> String {
    if let Some(more) = typed.strip_prefix(saved) {
        return more.trim_start_matches(NEW_LINE).to_owned();
    }
    let is_new = |line: &&str| !saved.split(NEW_LINE).any(|known| known == *line);
    typed.split(NEW_LINE).filter(is_new).collect::<Vec<_>>().join(NEW_LINE)
}
