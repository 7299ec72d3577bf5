//! Units, and who does what, as they are put right.

use yaodian_plan::Collective;
use yaodian_review::Review;
use yaodian_review::edit::{Change, Edit};
use yaodian_review::notes::Offer;

use crate::support::{TEXT, begin, keys, offer, open};

#[test]
fn names_of_one_unit_become_one() {
    let mut review = begin(TEXT);
    let Some(Offer::Merge { from, into: to }) = offer(&review, "twin_units") else {
        panic!("one is offered")
    };
    assert_eq!((from.as_str(), to.as_str()), ("财经委", "财经工委"));
    let before = review.sheet().units.len();
    review.edit(Edit::RenameUnit { from, to });
    assert_eq!(review.sheet().units.len(), before - 1);
    assert_eq!(open(&review, "twin_units"), 0);
    let plan = review.finish().unwrap();
    let finance = plan.units.iter().find(|unit| unit.name == "财经工委").unwrap();
    assert_eq!(finance.aliases, ["财经委"]);
    assert!(plan.items[2].responsibility.joint.contains(&finance.id));
}

#[test]
fn a_unit_that_is_renamed_is_the_same_unit() {
    let mut review = begin(TEXT);
    review.edit(Edit::RenameUnit { from: "城建环资工委".into(), to: "城环工委".into() });
    let plan = review.finish().unwrap();
    assert_eq!(plan.items[1].responsibility.lead, begin(TEXT).plan().items[1].responsibility.lead);
    assert!(plan.units.iter().any(|unit| unit.name == "城环工委" && unit.aliases == ["城建环资工委"]));
}

#[test]
fn who_is_typed_as_names_and_a_slip_leaves_no_unit_behind() {
    let mut review = begin(TEXT);
    let row = keys(&review)[0];
    let who = |lead: &str| Change::Who { lead: lead.into(), joint: "办公室".into() };
    review.edit(Edit::Row(row, who("财经工委、法制工萎")));
    review.edit(Edit::Row(row, who("财经工委、法制工委")));
    let names: Vec<&str> = review.sheet().units.iter().map(|unit| unit.name.as_str()).collect();
    assert!(names.contains(&"法制工委") && names.contains(&"办公室"), "{names:?}");
    assert!(!names.contains(&"法制工萎"), "{names:?}");
    review.finish().unwrap();
}

#[test]
fn units_that_are_named_together_stay_when_one_that_is_named_is_changed() {
    for (printed, together) in [
        ("办公室、各工委", Collective::All),
        ("办公室、有关工委", Collective::Concerned),
        ("各工委（室）", Collective::All),
        ("办公室、各乡镇人大", Collective::All),
        ("各乡镇人大", Collective::All),
        ("有关部门", Collective::Concerned),
    ] {
        let mut review = begin(&TEXT.replace("城建环资工委\t看", &format!("{printed}\t看")));
        let row = keys(&review)[1];
        let of = |review: &Review| {
            let row = review.sheet().row(row).unwrap();
            (row.item.responsibility.collective, review.sheet().who(row))
        };
        let (collective, (lead, joint)) = of(&review);
        assert_eq!(collective, Some(together), "{printed}");
        // They are called as the document calls them.
        let named: Vec<&str> = [&*lead, &*joint].into_iter().filter(|name| !name.is_empty()).collect();
        assert_eq!(named.join("、"), printed);
        let lead = lead.replace("办公室", "财经工委");
        review.edit(Edit::Row(row, Change::Who { lead: lead.clone(), joint: joint.clone() }));
        assert_eq!(of(&review), (Some(together), (lead, joint)), "{printed}");
    }
}

#[test]
fn a_name_of_two_units_is_parted_wherever_it_stands() {
    for (together, apart) in
        [("财经和农业农村工委", "财经、农业农村工委"), ("财经与社会建设工委", "财经、社会建设工委")]
    {
        let text = TEXT.replace("城建环资工委\t看", &format!("{together}\t看"));
        let mut review = begin(&text);
        let Some(Offer::Part { name, into }) = offer(&review, "maybe_two_units") else {
            panic!("{together}")
        };
        assert_eq!((name.as_str(), into.as_str()), (together, apart));
        let row = keys(&review)[1];
        assert_eq!(open(&review, "maybe_two_units"), 1);
        review.edit(Edit::RenameUnit { from: name.clone(), to: into.clone() });
        assert_eq!(open(&review, "maybe_two_units"), 0);
        let whole = into.replace("财经、", "财经工委、");
        assert_eq!(review.sheet().who(review.sheet().row(row).unwrap()), (whole, String::new()));
        assert!(review.sheet().units.iter().all(|unit| unit.name != name));
        review.finish().unwrap();
        review.undo();
        assert_eq!(open(&review, "maybe_two_units"), 1);
    }
}
