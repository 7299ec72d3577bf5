//! The packed form of every version, kept for ever: a page that was saved years ago still opens.
//!
//! `BLESS=1` writes the current version's file anew.

use yaodian_page::pack::{pack, unpack};
use yaodian_plan::Plan;

const PLAN: &str = include_str!("golden/plan-v1.json");
const PACKED: &str = include_str!("golden/plan-v1.packed");
/// With amendments, which need version 3.
const AMENDED: &str = include_str!("golden/plan-v3.json");
const AMENDED_PACKED: &str = include_str!("golden/plan-v3.packed");

/// With amendments of a number, of the order and of links, which need version 4.
const RENUMBERED: &str = include_str!("golden/plan-v4.json");
const RENUMBERED_PACKED: &str = include_str!("golden/plan-v4.packed");

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

#[test]
fn promise_12_packed_version_3_still_opens_and_is_what_is_written() {
    let plan = Plan::from_json(AMENDED).expect("the sample has no fault");
    assert!(AMENDED_PACKED.starts_with("yaodian-plan 3 "));
    assert_eq!(unpack(AMENDED_PACKED), Ok(plan.clone()));
    let written = pack(&plan);
    if std::env::var_os("BLESS").is_some() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/golden/plan-v3.packed");
        std::fs::write(path, &written).expect("written");
    }
    assert_eq!(written, AMENDED_PACKED);
    assert_eq!(plan.to_json(), AMENDED);
}

#[test]
fn promise_12_packed_version_4_still_opens_and_is_what_is_written() {
    let plan = Plan::from_json(RENUMBERED).expect("the sample has no fault");
    let written = pack(&plan);
    if std::env::var_os("BLESS").is_some() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/golden/plan-v4.packed");
        std::fs::write(path, &written).expect("written");
    }
    assert!(RENUMBERED_PACKED.starts_with("yaodian-plan 4 "));
    assert_eq!(unpack(RENUMBERED_PACKED), Ok(plan.clone()));
    assert_eq!(written, RENUMBERED_PACKED);
    assert_eq!(plan.to_json(), RENUMBERED);
}
