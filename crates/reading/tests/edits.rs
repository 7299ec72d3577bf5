//! Reviewed edits: what fits is applied, what does not is said and changes nothing.

use yaodian_plan::edits::Edits;
use yaodian_plan::{Basis, Collective, ItemId, Plan};
use yaodian_reading::import;

fn nanhai() -> Plan {
    import(include_str!("../../../plans/nanhai-2023/source.txt")).0.plan
}

fn edits(json: &str) -> Edits {
    Edits::from_json(json).unwrap_or_else(|error| panic!("{error} in {json}"))
}

#[test]
fn good_edits_are_applied() {
    let edits = edits(
        r#"{
            "corrections": [
                {"place": {"item": "s7-4"}, "printed": "民生实项目", "meant": "民生实事项目", "reason": "漏字"},
                {"place": {"point": 10}, "printed": " and ", "meant": "和", "reason": "误字"}
            ],
            "pairings": [
                {"item": "m2-5", "lead": ["deputy"], "joint": [], "collective": null},
                {"item": "m1-1", "lead": ["finance"], "joint": ["office"], "collective": "concerned"}
            ],
            "links": [
                {"kind": "basis", "point": 4, "item": "m10-1", "phrase": "召开立法联系点工作现场会"},
                {"kind": "prepares", "from": "m4-2", "to": "s2-3"},
                {"kind": "same", "a": "m4-1", "b": "s9-4"}
            ]
        }"#,
    );
    let mut plan = nanhai();
    assert_eq!(edits.apply(&mut plan), Vec::<String>::new());
    assert_eq!((plan.corrections.len(), plan.links.len()), (2, 3));
    let who = |id: &str| plan.item(id.parse::<ItemId>().unwrap()).unwrap().responsibility.clone();
    assert_eq!((who("m2-5").text.as_str(), who("m2-5").basis), ("选联工委", Basis::Inferred));
    let january = who("m1-1");
    assert_eq!(january.text, "财经工委、办公室、有关工委");
    assert_eq!((january.joint[0].0.as_str(), january.collective), ("office", Some(Collective::Concerned)));
    assert_eq!(january.basis, Basis::Inferred);
    assert_eq!(Plan::from_json(&plan.to_json()).as_ref(), Ok(&plan));
    assert_eq!(Edits::from_json(&serde_json::to_string(&edits).unwrap()), Ok(edits));
}

/// Each of these alone is a fault, and the plan stays as it was.
#[test]
fn faults() {
    let check = |json: &str, expected: &str| {
        let before = nanhai();
        let mut plan = before.clone();
        let faults = edits(json).apply(&mut plan);
        assert_eq!(faults.len(), 1, "{json}: {faults:?}");
        assert!(faults[0].contains(expected), "{json}: {faults:?}");
        assert_eq!(plan, before, "{json}");
    };
    let correction = |place: &str, printed: &str, meant: &str| {
        format!(
            r#"{{"corrections":[{{"place":{place},"printed":"{printed}","meant":"{meant}","reason":"r"}}]}}"#
        )
    };
    check(&correction(r#"{"item":"s1-9"}"#, "a", "b"), "没有事项 s1-9");
    check(&correction(r#"{"point":21}"#, "a", "b"), "没有第 21 个要点");
    check(&correction(r#"{"item":"s7-4"}"#, "无此文字", "b"), "没有“无此文字”");
    check(&correction(r#"{"item":"s7-4"}"#, "", "b"), "没有“”");
    check(&correction(r#"{"item":"s7-4"}"#, "专题", "专题"), "更正前后都是");
    check(r#"{"pairings":[{"item":"m1-9","lead":["finance"]}]}"#, "没有事项 m1-9");
    check(r#"{"pairings":[{"item":"m1-1","lead":["nobody"]}]}"#, "“nobody”");
    check(r#"{"pairings":[{"item":"m1-1","lead":[]}]}"#, "任何责任部门");
    check(r#"{"pairings":[{"item":"m1-1","lead":["law"],"joint":["law"]}]}"#, "“law”重复");
    check(r#"{"links":[{"kind":"basis","point":4,"item":"m10-1","phrase":"无此文字"}]}"#, "没有“无此文字”");
    check(r#"{"links":[{"kind":"basis","point":99,"item":"m10-1","phrase":"a"}]}"#, "没有第 99 个要点");
    check(r#"{"links":[{"kind":"prepares","from":"m4-9","to":"s2-3"}]}"#, "没有事项 m4-9");
    check(r#"{"links":[{"kind":"same","a":"m4-1","b":"m4-1"}]}"#, "与自身");
}

#[test]
fn twice_is_once() {
    let edits = edits(
        r#"{
            "corrections": [{"place": {"item": "s7-4"}, "printed": "民生实项目", "meant": "民生实事项目", "reason": "漏字"}],
            "links": [
                {"kind": "same", "a": "m4-1", "b": "s9-4"},
                {"kind": "same", "a": "s9-4", "b": "m4-1"},
                {"kind": "prepares", "from": "m4-2", "to": "s2-3"},
                {"kind": "prepares", "from": "s2-3", "to": "m4-2"}
            ]
        }"#,
    );
    let mut plan = nanhai();
    assert_eq!(edits.apply(&mut plan), ["links[1]：这一联系已经存在，未采用"]);
    let once = plan.clone();
    assert_eq!(edits.apply(&mut plan).len(), 5);
    assert_eq!(plan, once);
}

#[test]
fn unknown_fields_are_refused() {
    for json in [
        r#"{"correction":[]}"#,
        r#"{"pairings":[{"item":"m1-1","lead":[],"basis":"stated"}]}"#,
        r#"{"pairings":[{"item":"x1-1","lead":[]}]}"#,
        r#"{"links":[{"kind":"same","a":"m4-1","b":"s9-4","phrase":"a"}]}"#,
    ] {
        assert!(Edits::from_json(json).is_err(), "{json}");
    }
    assert_eq!(Edits::from_json("{}"), Ok(Edits::default()));
}
