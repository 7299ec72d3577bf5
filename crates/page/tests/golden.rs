//! The packed form of every version, kept for ever: a page that was saved years ago still opens.
//!
//! `BLESS=1` writes the current version's file anew.

use yaodian_page::pack::{pack, unpack};
use yaodian_plan::Plan;

const PLAN: &str = include_str!("golden/plan-v1.json");
const PACKED: &str = include_str!("golden/plan-v1.packed");

fn plan() -> Plan {
    Plan::from_json(PLAN).expect("the sample has no fault")
}

#[test]
fn promise_12_packed_version_1_still_opens() {
    assert_eq!(unpack(PACKED), Ok(plan()));
}

#[test]
fn promise_12_packed_version_1_is_what_is_written() {
    let written = pack(&plan());
    if std::env::var_os("BLESS").is_some() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/golden/plan-v1.packed");
        std::fs::write(path, &written).expect("written");
    }
    assert_eq!(written, PACKED);
}

#[test]
fn promise_12_plan_json_version_1_is_what_is_written() {
    assert_eq!(plan().to_json(), PLAN);
}
