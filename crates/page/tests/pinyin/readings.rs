//! Readings in context.

use yaodian_page::pinyin::{table_for, table_for_texts};
use yaodian_plan::search::{Pinyin, PinyinTable, searchable_texts};

use crate::fixture::plan;

fn read(text: &str) -> String {
    let table = table_for_texts([text]);
    let table = PinyinTable::parse(&table.to_text()).unwrap();
    table.readings(text).into_iter().map(|reading| reading.unwrap_or("?")).collect::<Vec<_>>().join(" ")
}

#[test]
fn every_character_is_read_as_in_the_dictionary() {
    use pinyin::ToPinyin;
    let mut seen = 0;
    for ch in '\u{4e00}'..='\u{9fff}' {
        let expected = ch.to_pinyin().map(|reading| reading.plain().replace('ü', "v"));
        assert_eq!(yaodian_page::pinyin::reading_of(ch), expected.as_deref(), "{ch}");
        seen += usize::from(expected.is_some());
    }
    assert!(seen > 20_000, "{seen}");
}

#[test]
fn polyphones_are_read_as_in_their_words() {
    for line in include_str!("words.txt").lines() {
        let (text, expected) = line.split_once(' ').unwrap();
        assert_eq!(read(text), expected, "{text}");
    }
}

/// Names of provinces, cities and counties, as they are read there.
#[test]
fn places_are_read_as_their_names_are() {
    let places = include_str!("places.txt").lines().filter_map(|line| line.split_once(' '));
    let wrong: Vec<String> = places
        .filter(|(place, expected)| read(place) != *expected)
        .map(|(place, expected)| format!("{place}: {} for {expected}", read(place)))
        .collect();
    assert_eq!(wrong, Vec::<String>::new());
}

#[test]
fn every_chinese_character_of_the_document_has_a_reading() {
    let plan = plan();
    let table = table_for(&plan);
    for text in searchable_texts(&plan) {
        for (ch, reading) in text.chars().zip(table.readings(text)) {
            assert_eq!(reading.is_some(), ('\u{4e00}'..='\u{9fff}').contains(&ch), "{ch} in {text}");
        }
    }
}

#[test]
fn the_table_of_a_plan_reads_like_the_table_of_each_text() {
    let plan = plan();
    let table = table_for(&plan);
    for text in searchable_texts(&plan) {
        let alone = table_for_texts([text]);
        assert_eq!(table.readings(text), alone.readings(text), "{text}");
    }
}

#[test]
fn the_table_is_small() {
    let text = table_for(&plan()).to_text();
    assert!(text.len() < 4000, "{} bytes", text.len());
}
