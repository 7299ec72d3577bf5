//! What may be recorded of changes, and what is a fault there.

use yaodian_plan::{Amendment, ItemId, Part, Place, Plan, check};

use crate::builder::{id, plan};
use crate::check::long;

fn amended(change: fn(&mut Amendment)) -> Plan {
    let mut plan = plan();
    plan.amendments.push(Amendment {
        place: Some(Place::Item(id("s9-99"))),
        part: Part::Period,
        before: "3月".into(),
        after: "4月".into(),
        on: "2026-03-01".into(),
        by: String::new(),
    });
    plan.amendments.iter_mut().for_each(change);
    plan
}

#[test]
fn an_item_that_went_on_twice_is_found_by_each_of_its_former_ids() {
    let mut plan = plan();
    let ids: Vec<ItemId> = plan.items.iter().map(|item| item.id).collect();
    let now = ids[0];
    let [first, second]: [ItemId; 2] = ["s9-1".parse().unwrap(), "s9-2".parse().unwrap()];
    let number = |was: ItemId, now: ItemId| Amendment {
        place: Some(Place::Item(now)),
        part: Part::Number,
        before: was.to_string(),
        after: now.to_string(),
        on: "2026-02-20".into(),
        by: String::new(),
    };
    plan.amendments = vec![number(first, second), number(second, now)];
    assert_eq!(plan.renamed(), [(first, now), (second, now)]);
    // And back: it has its first id again.
    plan.amendments = vec![number(now, second), number(second, now)];
    assert_eq!(plan.renamed(), [(second, now)]);
}

#[test]
fn amendments() {
    // What they are about may be gone.
    assert_eq!(check(&amended(|_| {})), []);
    type Row = (fn(&mut Amendment), &'static str, &'static str);
    let each: [Row; 5] = [
        (|it| it.after = "3月".into(), "amendments[0].after", "相同"),
        (|it| it.before = long(), "amendments[0].before", "20000"),
        (|it| it.by = long(), "amendments[0].by", "20000"),
        (|it| it.on = "2026-02-30".into(), "amendments[0].on", "2026-02-30"),
        (|it| it.on = "3月1日".into(), "amendments[0].on", "日期"),
    ];
    for (change, path, message) in each {
        match check(&amended(change)).as_slice() {
            [fault] if fault.path == path && fault.message.contains(message) => {}
            faults => panic!("expected {path}：…{message}…, found {faults:#?}"),
        }
    }
}
