//! The JSON format: what is written is read back, and what cannot be used is refused with a reason.

use proptest::prelude::*;
use serde_json::{Value, json};
use yaodian_plan::{FORMAT, LoadError, Plan};

use crate::any_plan::{any_plan, any_text};
use crate::builder::plan;

proptest! {
    #[test]
    fn a_plan_reads_back_what_it_writes(plan in any_plan()) {
        prop_assert_eq!(Plan::from_json(&plan.to_json()), Ok(plan.clone()));
        prop_assert_eq!(Plan::from_json(&serde_json::to_string(&plan).unwrap()), Ok(plan));
    }

    /// Whatever a file holds, reading it ends with a plan or a reason.
    #[test]
    fn a_damaged_plan_is_read_or_refused(cut in 0usize..4000, insert in any_text()) {
        let mut text = plan().to_json();
        text.insert_str(text.floor_char_boundary(cut), &insert);
        match Plan::from_json(&text) {
            Ok(plan) => prop_assert_eq!(yaodian_plan::check(&plan), []),
            Err(LoadError::Malformed(message)) => prop_assert!(!message.is_empty()),
            Err(LoadError::Newer(format)) => prop_assert!(format > FORMAT),
            Err(LoadError::Faulty(faults)) => prop_assert!(!faults.is_empty()),
        }
    }
}

/// Reads the sound plan after a change to its JSON.
fn read(change: impl FnOnce(&mut Value)) -> Result<Plan, LoadError> {
    let mut value = serde_json::to_value(plan()).expect("a plan is JSON");
    change(&mut value);
    Plan::from_json(&value.to_string())
}

#[track_caller]
fn malformed(change: impl FnOnce(&mut Value), part: &str) {
    match read(change) {
        Err(LoadError::Malformed(message)) => assert!(message.contains(part), "{message}"),
        other => panic!("expected a malformed plan, found {other:?}"),
    }
}

#[test]
fn both_forms_read_the_same() {
    let plan = plan();
    assert_eq!(Plan::from_json(&plan.to_json()), Plan::from_json(&serde_json::to_string(&plan).unwrap()));
    assert!(plan.to_json().ends_with("}\n"));
    assert!(!serde_json::to_string(&plan).unwrap().contains('\n'));
    assert!(serde_json::to_string(&plan).unwrap().contains("民生实项目"), "Chinese text stays readable");
}

#[test]
fn empty_options_are_left_out_and_read_as_absent() {
    let value = serde_json::to_value(plan()).expect("a plan is JSON");
    for absent in ["meetings", "condition", "remark", "reported", "period_text"] {
        assert_eq!(value["items"][0].get(absent), None, "{absent}");
    }
    let mut bare = plan();
    bare.links.clear();
    bare.corrections.clear();
    let lists = |p: &mut Value| p.as_object_mut().map(|p| (p.remove("links"), p.remove("corrections")));
    assert_eq!(read(|p| assert!(lists(p).is_some())), Ok(bare));
}

#[test]
fn a_newer_format_is_refused_by_its_number() {
    assert_eq!(read(|p| p["format"] = json!(FORMAT + 1)), Err(LoadError::Newer(FORMAT + 1)));
    // Also where the newer format has fields that this version has never heard of, or lacks some.
    let changed = |p: &mut Value| *p = json!({ "format": 7, "chapters": [] });
    assert_eq!(read(changed), Err(LoadError::Newer(7)));
}

#[test]
fn what_has_another_shape_is_malformed() {
    malformed(|p| p["colour"] = json!("red"), "colour");
    malformed(|p| p["items"][0]["owner"] = json!("me"), "owner");
    malformed(|p| p["links"][0]["weight"] = json!(1), "weight");
    malformed(|p| p["links"][0]["kind"] = json!("similar"), "similar");
    malformed(|p| p["items"][0]["id"] = json!("s0-1"), "s0-1");
    malformed(|p| p["items"][0]["period"] = json!({"months": {"first": 3, "last": 13}}), "13");
    malformed(|p| p["items"][0]["meetings"] = json!(["plenary"]), "plenary");
    malformed(|p| p["items"][0]["meetings"] = json!(["meeting-01"]), "meeting-01");
    let only = |only: Value| json!({"months": {"first": 5, "last": 9, "only": only}});
    malformed(|p| p["items"][0]["period"] = only(json!([5, 8])), "only");
    malformed(|p| p["items"][0]["period"] = only(json!([5, 6, 7, 8, 9])), "only");
    malformed(|p| p["items"][0]["period"] = only(json!([9, 5])), "only");
    malformed(|p| p["year"] = json!("2023"), "2023");
    malformed(|p| p["format"] = json!("1"), "u32");
    malformed(|p| p["title"] = Value::Null, "null");
    malformed(|p| *p = json!({}), "format");
    for text in ["", "{", "null", "plan", "{\"format\":1}", "\u{feff}{}"] {
        assert!(matches!(Plan::from_json(text), Err(LoadError::Malformed(_))), "{text:?}");
    }
}

#[test]
fn a_faulty_plan_names_all_its_faults() {
    let broken = |p: &mut Value| {
        p["year"] = json!(1);
        p["items"][1]["title"] = json!("");
        p["links"][0]["point"] = json!(99);
    };
    let Err(LoadError::Faulty(faults)) = read(broken) else { panic!("expected faults") };
    let paths: Vec<&str> = faults.iter().map(|fault| fault.path.as_str()).collect();
    // The emptied title has also lost the words that a correction is about.
    assert_eq!(paths, ["year", "items[1].title", "links[0].point", "corrections[0].printed"]);
    assert_eq!(read(|p| p["format"] = json!(0)).map_err(|e| matches!(e, LoadError::Faulty(_))), Err(true));
}
