//! What a release really wrote, recorded from it: see `tests/golden/README.md`.

use yaodian_progress::{decode, encode};

use crate::support::PLAN;

const BACKUP: &str = include_str!("../../../../tests/golden/v1/backup.json");

#[test]
fn promise_12_a_backup_of_an_earlier_release_opens_and_is_written_byte_for_byte() {
    let decoded = decode(BACKUP.as_bytes(), Some(PLAN)).expect("it opens");
    assert_eq!(encode(&decoded.book, &decoded.head), BACKUP);
}
