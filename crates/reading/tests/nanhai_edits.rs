//! The reviewed edits of the Nanhai plan of 2023 against the document that they are about.
//!
//! The document is read crudely here, so that these tests do not lean on the importer.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use serde::Deserialize;
use yaodian_plan::{Correction, ItemId, Link, Place};

const SOURCE: &str = include_str!("../../../plans/nanhai-2023/source.txt");
const EDITS: &str = include_str!("../../../plans/nanhai-2023/edits.json");

/// Rows of annex 1 by category, and tasks of annex 2 by month.
const ROWS: [u16; 9] = [3, 16, 3, 2, 5, 1, 4, 3, 6];
const TASKS: [u16; 12] = [3, 5, 3, 4, 1, 2, 5, 1, 3, 3, 5, 4];

/// Months whose units differ in number from their tasks.
const UNEVEN: [usize; 4] = [1, 2, 9, 12];

/// What the 20 work points do not ask for: drafting the points themselves, attending the city's
/// congress, a commission's study trip, religious bodies, overseas Chinese.
const WITHOUT_POINT: [&str; 6] = ["s9-1", "m2-1", "m2-4", "m4-4", "m6-2", "m7-2"];

/// Points on attitude, appointments and working style, which no item of either annex carries out.
const WITHOUT_ITEM: [u16; 5] = [1, 2, 12, 17, 18];

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Edits {
    corrections: Vec<Correction>,
    pairings: Vec<Pairing>,
    links: Vec<Link>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Pairing {
    item: ItemId,
    lead: Vec<String>,
}

fn edits() -> Edits {
    serde_json::from_str(EDITS).expect("edits.json has the shape of the edits")
}

fn ids(kind: char, counts: &[u16]) -> Vec<ItemId> {
    let numbered = counts.iter().zip(1..);
    let texts = numbered.flat_map(|(&count, group)| (1..=count).map(move |no| format!("{kind}{group}-{no}")));
    texts.map(|text| text.parse().expect("an id")).collect()
}

fn all_ids() -> BTreeSet<ItemId> {
    ids('s', &ROWS).into_iter().chain(ids('m', &TASKS)).collect()
}

/// Heading and text of each work point, with the lines that a page break split joined again.
fn points() -> BTreeMap<u16, (String, String)> {
    let body = SOURCE.split("附件：1.").next().expect("split yields a first part");
    let mut whole: BTreeMap<u16, String> = BTreeMap::new();
    let mut current = None;
    for line in body.lines().filter(|line| !line.trim().is_empty()) {
        let number = line.split_once(". ").and_then(|(no, rest)| Some((no.parse().ok()?, rest)));
        if let Some((no, rest)) = number {
            current = Some(no);
            whole.insert(no, rest.to_owned());
        } else if line.chars().nth(1) == Some('、') {
            current = None;
        } else if let Some(text) = current.and_then(|no| whole.get_mut(&no)) {
            text.push_str(line);
        }
    }
    let split = |text: String| {
        let text = text.replace("**", "");
        let (heading, rest) = text.split_once('。').expect("a point starts with its heading");
        (heading.to_owned(), rest.to_owned())
    };
    whole.into_iter().map(|(no, text)| (no, split(text))).collect()
}

#[test]
fn the_document_has_twenty_points() {
    let points = points();
    assert!(points.keys().copied().eq(1..=20));
    assert!(points[&7].1.contains("听取审议国民经济"), "joined across a page break");
}

#[test]
fn links_point_at_what_is_there() {
    let known = all_ids();
    for link in edits().links {
        let ends = match &link {
            Link::Basis { item, .. } => vec![*item],
            Link::Prepares { from, to } => vec![*from, *to],
            Link::Same { a, b } => vec![*a, *b],
        };
        assert!(ends.iter().all(|id| known.contains(id)), "{link:?}");
        assert!(ends.len() == 1 || ends[0] != ends[1], "{link:?}");
    }
}

#[test]
fn phrases_are_verbatim() {
    let points = points();
    for link in edits().links {
        if let Link::Basis { point, phrase, .. } = &link {
            let (heading, text) = &points[point];
            assert!(!phrase.trim().is_empty(), "{link:?}");
            assert!(heading.contains(phrase.as_str()) || text.contains(phrase.as_str()), "{link:?}");
        }
    }
}

#[test]
fn what_is_tied_to_nothing_was_decided_so() {
    let (mut asked, mut asking) = (BTreeSet::new(), BTreeSet::new());
    for link in edits().links {
        if let Link::Basis { point, item, .. } = link {
            asked.insert(item);
            asking.insert(point);
        }
    }
    let free: Vec<String> = all_ids().difference(&asked).map(ItemId::to_string).collect();
    assert_eq!(free, WITHOUT_POINT);
    let idle: Vec<u16> = (1..=20).filter(|no| !asking.contains(no)).collect();
    assert_eq!(idle, WITHOUT_ITEM);
}

/// A point asks for an item once, two items are tied once, and the file reads in order.
#[test]
fn links_are_in_order_without_repetition() {
    let key = |link: &Link| match *link {
        Link::Basis { point, item, .. } => (0, point, item, None),
        Link::Prepares { from, to } => (1, 0, from, Some(to)),
        Link::Same { a, b } => (2, 0, a, Some(b)),
    };
    let links = edits().links;
    for pair in links.windows(2) {
        assert!(key(&pair[0]) < key(&pair[1]), "{pair:?}");
    }
    let mut tied = HashSet::new();
    for link in &links {
        if let (_, _, one, Some(other)) = key(link) {
            assert!(tied.insert((one.min(other), one.max(other))), "{link:?}");
        }
    }
}

#[test]
fn same_matters_stand_in_both_annexes() {
    for link in edits().links {
        if let Link::Same { a, b } = link {
            assert!(!a.is_schedule() && b.is_schedule(), "{link:?}");
        }
    }
}

#[test]
fn corrections_are_about_printed_words() {
    let points = points();
    let mut seen = HashSet::new();
    for correction in edits().corrections {
        let Correction { place, printed, meant, reason } = &correction;
        let found = match place {
            Place::Item(id) => all_ids().contains(id) && SOURCE.contains(printed.as_str()),
            Place::Point(no) => {
                points[no].0.contains(printed.as_str()) || points[no].1.contains(printed.as_str())
            }
        };
        assert!(found, "{correction:?}");
        assert!(printed != meant && !printed.is_empty(), "{correction:?}");
        assert!(reason.ends_with('。') && reason.matches('。').count() == 1, "one sentence: {reason}");
        assert!(seen.insert((*place, printed.clone())), "{correction:?}");
    }
}

#[test]
fn no_misprint_of_the_document_is_left_uncorrected() {
    let at_points = |words: &str| {
        let corrected = edits().corrections;
        corrected.iter().filter(|c| c.printed == words && matches!(c.place, Place::Point(_))).count()
    };
    // Both words occur twice and once in point 10; the first also in one row of annex 1.
    assert_eq!(SOURCE.matches("民生实项目").count(), 3);
    assert_eq!(SOURCE.matches(" and ").count(), 1);
    assert_eq!((at_points("民生实项目"), at_points(" and ")), (1, 1));
}

/// Where a month's units and tasks are equal in number the document pairs them itself.
#[test]
fn pairings_settle_the_uneven_months() {
    let units = ["office", "finance", "law", "urban", "edu", "deputy"];
    let mut paired = Vec::new();
    for Pairing { item, lead } in edits().pairings {
        assert!(
            !lead.is_empty() && lead.iter().all(|unit| units.contains(&unit.as_str())),
            "{item}: {lead:?}"
        );
        paired.push(item);
    }
    let uneven = ids('m', &TASKS).into_iter().filter(
        |id| matches!(id, ItemId::Monthly { month, .. } if UNEVEN.contains(&usize::from(month.number()))),
    );
    assert_eq!(paired, uneven.collect::<Vec<_>>());
}
