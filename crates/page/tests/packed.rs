//! The packed form: lossless, fit for a page, and never read wrongly.

use proptest::prelude::*;
use yaodian_page::pack::{UnpackError, pack, unpack};
use yaodian_plan::Plan;

#[path = "../../plan/tests/model/any_plan.rs"]
mod any_plan;
#[allow(dead_code, reason = "shared with the tests of the model")]
#[path = "../../plan/tests/model/builder.rs"]
mod builder;

use any_plan::any_plan;

fn bundled() -> Plan {
    Plan::from_json(include_str!("../../../plans/nanhai-2023/plan.json")).unwrap()
}

#[test]
fn the_bundled_plan_is_carried_whole() {
    let plan = bundled();
    assert_eq!(unpack(&pack(&plan)), Ok(plan));
}

#[test]
fn a_newer_version_is_named() {
    let newer = pack(&bundled()).replacen(" 1 ", " 7 ", 1);
    assert_eq!(unpack(&newer), Err(UnpackError::Newer(7)));
}

#[test]
fn what_is_no_packed_plan_is_damaged() {
    for text in ["", "\n", "{}", "yaodian-plan", "yaodian-plan 1 0\n", "yaodian-plan x 0\n", "other 1 0\n"] {
        assert_eq!(unpack(text), Err(UnpackError::Damaged), "{text:?}");
    }
}

proptest! {
    #[test]
    fn any_plan_is_carried_whole(plan in any_plan()) {
        let packed = pack(&plan);
        prop_assert!(!packed.contains(['<', '&', '\r', '\0']));
        prop_assert_eq!(unpack(&packed), Ok(plan));
    }

    #[test]
    fn a_cut_or_a_changed_character_is_noticed(plan in any_plan(), at in any::<prop::sample::Index>()) {
        let packed = pack(&plan);
        let places: Vec<usize> = packed.char_indices().map(|(at, _)| at).collect();
        let at = places[at.index(places.len())];
        prop_assert!(unpack(&packed[..at]).is_err());
        let mut changed = packed.clone();
        let old = changed.remove(at);
        changed.insert(at, if old == 'x' { 'y' } else { 'x' });
        prop_assert!(unpack(&changed).is_err());
    }

    #[test]
    fn any_text_is_read_without_panic(text in "\\PC*", body in "(\\PC{0,4}\n){0,40}") {
        prop_assert!(unpack(&text).is_err());
        let _ = unpack(&format!("yaodian-plan 1 00000000\n{body}"));
    }
}
