//! Months with gaps: what they cover, how they are called and written.

use yaodian_plan::{Month, Period};

use crate::builder::months;

#[test]
fn of_months() {
    let check = |numbers: &[u8], said: &str, json: &str| {
        let list = || numbers.iter().map(|number| Month::new(*number).unwrap());
        let period = Period::of(list());
        assert_eq!(period.to_string(), said);
        assert_eq!(serde_json::to_string(&period).unwrap(), json);
        assert_eq!(serde_json::from_str::<Period>(json).unwrap(), period);
        assert!(Month::all().all(|month| period.covers(month) == list().any(|one| one == month)), "{said}");
        let hull = list().min().zip(list().max());
        assert_eq!(period.months(), hull);
    };
    check(&[], "时间未定", r#""unscheduled""#);
    check(&[3], "3月", r#"{"months":{"first":3,"last":3}}"#);
    check(&[5, 4], "4—5月", r#"{"months":{"first":4,"last":5}}"#);
    check(&[9, 5], "5月、9月", r#"{"months":{"first":5,"last":9,"only":[5,9]}}"#);
    check(&[1, 2, 12], "1—2月、12月", r#"{"months":{"first":1,"last":12,"only":[1,2,12]}}"#);
    assert_eq!(Period::of(Month::all()), months(1, 12));
}
