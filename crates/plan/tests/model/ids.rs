//! Item ids, months and periods.

use proptest::prelude::*;
use yaodian_plan::{ItemId, Month, Period};

use crate::builder::{id, month, months};

fn any_id() -> impl Strategy<Value = ItemId> {
    prop_oneof![
        (1..=u8::MAX, 1..=u16::MAX).prop_map(|(category, no)| ItemId::Schedule { category, no }),
        (1u8..=12, 1..=u16::MAX).prop_map(|(number, no)| ItemId::Monthly { month: month(number), no }),
    ]
}

proptest! {
    #[test]
    fn an_id_reads_back_what_it_writes(id in any_id()) {
        prop_assert_eq!(id.to_string().parse(), Ok(id));
        let json = serde_json::to_string(&id).expect("an id is a string");
        prop_assert_eq!(&json, &format!("\"{id}\""));
        prop_assert_eq!(serde_json::from_str::<ItemId>(&json).ok(), Some(id));
    }

    /// There is one way to write an id, so that ids in links can be compared as text.
    #[test]
    fn what_reads_as_an_id_is_written_the_same(text in "[smx]?-?[0-9]{0,6}-?[0-9]{0,6}|\\PC{0,8}") {
        if let Ok(id) = text.parse::<ItemId>() {
            prop_assert_eq!(id.to_string(), text);
        }
    }
}

#[test]
fn ids_can_be_read() {
    assert_eq!(id("s2-16"), ItemId::Schedule { category: 2, no: 16 });
    assert_eq!(id("m7-5"), ItemId::Monthly { month: month(7), no: 5 });
    assert_eq!(id("s255-65535"), ItemId::Schedule { category: 255, no: 65_535 });
    assert!(id("s1-1").is_schedule() && !id("m1-1").is_schedule());
}

#[test]
fn what_is_no_id_is_refused() {
    let refused = [
        "", "s", "m", "-", "s-", "s1", "s1-", "s-1", "s0-1", "s1-0", "m0-1", "m13-1", "m7-05", "m07-5",
        "x1-1", "S1-1", "1-1", "s256-1", "s1-65536", "s+1-1", "s1-+1", "s1--1", "s1-1-1", " s1-1", "s1-1 ",
        "s1-1\n", "s１-1", "要1-1", "s1‐1",
    ];
    for text in refused {
        let error = text.parse::<ItemId>().expect_err(text);
        assert!(error.contains("s2-16"), "the message shows what an id looks like: {error}");
        assert!(serde_json::from_value::<ItemId>(text.into()).is_err(), "{text:?}");
    }
    assert!(serde_json::from_str::<ItemId>("21").is_err());
}

#[test]
fn ids_sort_in_document_order() {
    let order = ["s1-2", "s1-10", "s2-1", "s10-1", "m1-3", "m2-1", "m12-1"].map(id);
    assert!(order.is_sorted());
}

#[test]
fn months_are_one_to_twelve() {
    for number in 0..=u8::MAX {
        let month = Month::new(number);
        assert_eq!(month.is_some(), (1..=12).contains(&number));
        assert_eq!(serde_json::from_str::<Month>(&number.to_string()).ok(), month);
        assert_eq!(Month::try_from(number).ok(), month);
    }
    for bad in ["-1", "1.5", "256", "\"1\"", "null"] {
        assert!(serde_json::from_str::<Month>(bad).is_err(), "{bad}");
    }
    let all: Vec<Month> = Month::all().collect();
    assert_eq!(all.len(), 12);
    for (index, month) in all.iter().enumerate() {
        assert_eq!(month.index(), index);
        assert_eq!(month.to_string(), month.number().to_string());
        assert_eq!(month.next(), all.get(index + 1).copied());
        assert_eq!(month.previous(), index.checked_sub(1).map(|before| all[before]));
    }
}

#[test]
fn a_period_covers_the_months_that_it_names() {
    let spring = months(3, 5);
    let covered: Vec<u8> = Month::all().filter(|&m| spring.covers(m)).map(Month::number).collect();
    assert_eq!(covered, [3, 4, 5]);
    assert_eq!(spring.months(), Some((month(3), month(5))));
    assert_eq!(Period::month(month(9)), months(9, 9));
    for timeless in [Period::WholeYear, Period::Unscheduled] {
        assert!(Month::all().all(|m| !timeless.covers(m)));
        assert_eq!(timeless.months(), None);
    }
}

#[test]
fn periods_as_json() {
    let cases = [
        (months(3, 5), r#"{"months":{"first":3,"last":5}}"#),
        (Period::WholeYear, r#""whole_year""#),
        (Period::Unscheduled, r#""unscheduled""#),
    ];
    for (period, json) in cases {
        assert_eq!(serde_json::to_string(&period).ok().as_deref(), Some(json));
        assert_eq!(serde_json::from_str::<Period>(json).ok(), Some(period));
    }
    for bad in [r#"{"months":{"first":0,"last":5}}"#, r#"{"months":{"first":3}}"#, r#""wholeyear""#] {
        assert!(serde_json::from_str::<Period>(bad).is_err(), "{bad}");
    }
}
