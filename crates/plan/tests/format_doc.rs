//! The format's documentation is true: its blocks make up one plan, which loads.

use yaodian_plan::Plan;

const DOC: &str = include_str!("../../../docs/plan-format.md");

#[test]
fn the_documented_plan_loads() {
    let blocks = DOC.split("```json\n").skip(1).filter_map(|rest| rest.split_once("```"));
    let text: String = blocks.map(|(block, _)| block).collect();
    let plan = Plan::from_json(&text).expect("the documented plan has no fault");
    assert_eq!((plan.items.len(), plan.links.len(), plan.corrections.len()), (4, 3, 2));
    // Nothing was documented that writing would leave out.
    let again: serde_json::Value = serde_json::from_str(&plan.to_json()).expect("a plan is JSON");
    assert_eq!(Some(again), serde_json::from_str(&text).ok());
}
