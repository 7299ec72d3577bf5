//! The table of readings that ships inside a plan's page.
//!
//! Readings of single characters come from a small table, see [`reading_of`]; which of several readings is right
//! in which word is kept in `curated.txt`. The table of a plan holds only what that one needs, so that its page does not
//! carry a dictionary.

mod characters;

use std::collections::BTreeSet;

use yaodian_plan::Plan;
use yaodian_plan::look_alikes::fold;
use yaodian_plan::search::{Pinyin, PinyinError, PinyinTable, searchable_texts};
use yaodian_plan::sort::set_of;

pub use self::characters::reading_of;

const CURATED: &str = include_str!("pinyin/curated.txt");

/// The table for one plan: exactly the characters of its searchable texts, and the phrases without
/// which one of them would be read wrongly.
pub fn table_for(plan: &Plan) -> PinyinTable {
    table_for_texts(searchable_texts(plan))
}

/// The table for some texts.
pub fn table_for_texts<'a>(texts: impl IntoIterator<Item = &'a str>) -> PinyinTable {
    // Whatever a character is written as, its reading is that of the usual one.
    let texts = set_of(texts.into_iter().map(fold));
    let chars = set_of(texts.iter().flat_map(|text| text.chars()));
    // A curated text that does not parse is caught by a test; without it readings still work.
    let full = with_plain_readings(curated().unwrap_or_default(), &chars);
    let mut table = PinyinTable::default();
    for ch in chars {
        if let Some(reading) = full.main(ch) {
            table.set_main(ch, reading);
        }
    }
    // First the phrases with another reading than the main one. They can wrongly cover a neighbour (行业 in
    // 执行业务), which then needs a phrase of its own although that has the main reading.
    for _ in 0..2 {
        for text in &texts {
            add_missing_phrases(&mut table, &full, text);
        }
    }
    table
}

/// The curated readings.
fn curated() -> Result<PinyinTable, PinyinError> {
    let lines = CURATED.lines().map(|line| if line.starts_with('#') { "" } else { line });
    PinyinTable::parse(&lines.collect::<Vec<_>>().join("\n"))
}

/// Adds the characters that are not curated.
fn with_plain_readings(mut full: PinyinTable, chars: &BTreeSet<char>) -> PinyinTable {
    for &ch in chars {
        if full.main(ch).is_none()
            && let Some(reading) = reading_of(ch)
        {
            full.set_main(ch, reading);
        }
    }
    full
}

/// Adds the phrases without which the table reads a text otherwise than `full`. A phrase that determines a reading in
/// `full` also does in the table, which has fewer phrases.
fn add_missing_phrases(table: &mut PinyinTable, full: &PinyinTable, text: &str) {
    let chars: Vec<char> = text.chars().collect();
    let wrong = |(_, (is, should)): &(usize, (Option<&str>, Option<&str>))| is != should;
    let pairs = table.readings(text).into_iter().zip(full.readings(text));
    let wrong: Vec<usize> = pairs.enumerate().filter(wrong).map(|(at, _)| at).collect();
    for at in wrong {
        if let Some((phrase, reading)) = full.deciding_phrase(&chars, at) {
            table.set_in_phrase(chars[at], &phrase, reading);
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn curated_readings_are_well_formed() -> Result<(), PinyinError> {
        curated().map(|_| ())
    }

    #[test]
    fn every_curated_character_has_one_usual_reading() {
        let mut seen = BTreeSet::new();
        for line in CURATED.lines().filter(|line| line.starts_with(|c: char| c.is_ascii_lowercase())) {
            for ch in line.chars().filter(|ch| !ch.is_ascii()) {
                assert!(seen.insert(ch), "{ch} twice");
            }
        }
        for line in CURATED.lines() {
            if let Some(ch) = line.chars().next().filter(|ch| !ch.is_ascii()) {
                assert!(seen.contains(&ch), "{ch} has no usual reading");
            }
        }
    }
}
