//! One table and one calendar, byte for byte: who has a spreadsheet or a calendar of an earlier export gets the same
//! columns and the same events again.
//!
//! `BLESS=1` writes the files anew.

use yaodian_export::{CalendarScope, calendar, table};
use yaodian_plan::query::AsOf;
use yaodian_progress::{ProgressBook, decode};

use crate::support::{PLAN, catalog, item, month};

/// 2023-07-15 09:00 in China.
const NOW: i64 = 1_689_382_800_000;
const AS_OF: fn() -> AsOf = || AsOf::Month(month(7));

/// What a file of version 1 of the progress format holds.
fn book() -> ProgressBook {
    let file = include_str!("../../../progress/tests/golden/progress-v1.json");
    decode(file.as_bytes(), Some(PLAN)).expect("version 1 opens").book
}

/// Items of both annexes, with and without something recorded, some of July's session.
fn items() -> Vec<usize> {
    let ids = ["s1-2", "s2-1", "s2-6", "s3-1", "s9-1", "m1-1", "m7-2", "m8-1"];
    ids.map(|id| catalog().position(item(id)).expect(id)).into()
}

fn check(name: &str, golden: &str, written: &str) {
    if std::env::var_os("BLESS").is_some() {
        let path = format!("{}/tests/golden/{name}", env!("CARGO_MANIFEST_DIR"));
        std::fs::write(path, written).expect("written");
    }
    assert!(written == golden, "{name} is another one:\n{written}");
}

#[test]
fn promise_26_a_table_is_the_same_in_every_release() {
    let written = table(catalog(), &book(), &items(), AS_OF().into());
    check("table.csv", include_str!("../golden/table.csv"), &written);
}

#[test]
fn promise_26_a_calendar_is_the_same_in_every_release() {
    let written = calendar(catalog(), &book(), CalendarScope::Items(&items()), AS_OF().into(), NOW);
    check("calendar.ics", include_str!("../golden/calendar.ics"), &written.text);
}
