//! What is called how, on screen and in exports.

use yaodian_plan::names::{items_led_by_none, led_by_none};
use yaodian_plan::{Collective, Item, MeetingKind, Period, Unit, UnitId};

use crate::builder::{self, item};

#[test]
fn items_that_name_nobody_are_not_those_of_all_committees() {
    let led = item("s1-1", "甲", "a", Period::WholeYear);
    let with = |collective| {
        let mut item = led.clone();
        item.responsibility.lead.clear();
        item.responsibility.collective = collective;
        item
    };
    let (all, none) = (with(Some(Collective::All)), with(None));
    let cases: [(&[&Item], &str, &str); 5] = [
        (&[&led, &all], "各工委（室）", "各工委（室）共同事项"),
        (&[&led, &none], "没有写部门", "没有写部门的事项"),
        (&[&none, &all], "各工委（室）或没有写部门", "各工委（室）共同事项和没有写部门的事项"),
        (&[&led], "各工委（室）", "各工委（室）共同事项"),
        (&[], "各工委（室）", "各工委（室）共同事项"),
    ];
    for (items, name, heading) in cases {
        assert_eq!(led_by_none(items.iter().copied()), name);
        assert_eq!(items_led_by_none(items.iter().copied()), heading);
    }
}

#[test]
fn what_a_bracket_says_is_more_than_a_name() {
    let aliases = vec!["代表之家".into(), "人大代表之家（中心站）".into()];
    let unit = Unit { id: UnitId("home".into()), name: "人大代表之家".into(), aliases };
    for (text, is_name) in [
        ("人大代表之家", true),
        ("人大 代表之家", true),
        ("代表之家", true),
        ("人大代表之家（中心站）", false),
        ("人大代表之家、办公室", false),
        ("", false),
    ] {
        assert_eq!(unit.is_called(text), is_name, "{text}");
    }
}

#[test]
fn only_meetings_that_some_item_goes_to_are_used() {
    let mut plan = builder::plan();
    plan.items.iter_mut().for_each(|item| item.meetings.clear());
    assert_eq!(plan.used_meetings().count(), 0);
    plan.items[0].meetings.push(MeetingKind::Chairpersons);
    assert_eq!(plan.used_meetings().collect::<Vec<_>>(), [MeetingKind::Chairpersons]);
}
