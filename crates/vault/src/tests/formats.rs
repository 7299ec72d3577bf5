//! The envelope and the restore point as texts.

use proptest::prelude::*;

use crate::envelope::{Decoded, Envelope, Version, decode, encode};
use crate::restore_point::{self, RestorePoint};

fn envelope(value: Option<String>) -> Envelope {
    Envelope { version: Version { seq: 7, writer: 5 }, parent: Version { seq: 6, writer: 9 }, value }
}

proptest! {
    #[test]
    fn every_text_comes_back(key in ".*", value in any::<Option<String>>()) {
        let envelope = envelope(value);
        prop_assert_eq!(decode(&key, &encode(&key, &envelope)), Decoded::Valid(envelope));
    }

    #[test]
    fn nonsense_is_not_taken_for_a_value(raw in any::<String>()) {
        prop_assert!(!matches!(decode("key", &raw), Decoded::Valid(_)));
    }

    #[test]
    fn every_restore_point_comes_back(
        reason in any::<String>(),
        entries in prop::collection::vec(any::<(String, String)>(), 1..9),
    ) {
        let made = RestorePoint { id: 12, reason, entries };
        let stored = (restore_point::key(12), restore_point::encode(&made));
        prop_assert_eq!(restore_point::decode(&stored), Some(made));
    }
}

#[test]
fn truncation_and_change_are_noticed() {
    let raw = encode("key", &envelope(Some("一二三\n四五六".into())));
    for (at, character) in raw.char_indices() {
        assert_eq!(decode("key", &raw[..at]), Decoded::Corrupt, "truncated at {at}");
        let mut changed = raw.clone();
        changed.replace_range(at..at + character.len_utf8(), "x");
        assert_eq!(decode("key", &changed), Decoded::Corrupt, "changed at {at}");
    }
    assert_eq!(decode("other key", &raw), Decoded::Corrupt);
}

#[test]
fn a_later_format_is_not_damage() {
    assert_eq!(decode("key", "y2 whatever"), Decoded::Newer);
    assert_eq!(decode("key", "y2"), Decoded::Corrupt);
    assert_eq!(decode("key", "yes I can"), Decoded::Corrupt);
}

#[test]
fn the_newest_good_restore_point_always_stays() {
    let made = |id| RestorePoint { id, reason: String::new(), entries: vec![("a".into(), "b".into())] };
    let good = |id| (restore_point::key(id), restore_point::encode(&made(id)));
    let bad = |id| (restore_point::key(id), "bad".to_owned());
    let mut stored = vec![good(1), good(2)];
    stored.extend((3..30).map(bad));
    let gone = restore_point::surplus(&stored, restore_point::KEPT);
    assert!(gone.contains(&restore_point::key(1)) && !gone.contains(&restore_point::key(2)));
    assert_eq!(gone.len(), stored.len() - 10 - 1);
    assert_eq!(restore_point::surplus(&[good(1), good(2)], 1), [restore_point::key(1)]);
}
