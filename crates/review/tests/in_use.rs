//! A plan in use that is corrected: nothing of it is lost, and no id goes to another item.

use yaodian_pace::{Pace, at_once};
use yaodian_plan::{Item, ItemId, Link, Month, Period, Plan, check};
use yaodian_review::Review;
use yaodian_review::edit::{Change, Edit};

fn plan() -> Plan {
    Plan::from_json(include_str!("../../../plans/nanhai-2023/plan.json")).unwrap()
}

fn id(text: &str) -> ItemId {
    text.parse().unwrap()
}

fn key(review: &Review, item: &str) -> u32 {
    review.reading().unwrap().key(id(item)).unwrap()
}

#[test]
fn a_plan_that_nobody_changed_is_the_same() {
    let review = Review::of_plan(plan());
    assert_eq!(review.finish(), Ok(plan()));
    assert_eq!(review.corrects(), Some("nanhai-2023"));
    let write = |no: u32| (no, at_once(review.part(no).unwrap().write(&Pace::default())).unwrap());
    let parts: Vec<(u32, String)> = review.parts().into_iter().map(write).collect();
    let again = at_once(Review::open(&review.write_steps(), &parts, &Pace::default())).unwrap();
    assert_eq!(again.finish(), Ok(plan()));
    assert_eq!(again.corrects(), Some("nanhai-2023"));
    assert_eq!(review.same_items().len(), plan().items.len());
    assert!(review.same_items().iter().all(|(was, is)| was == is));
}

#[test]
fn an_id_goes_to_no_other_item() {
    let mut review = Review::of_plan(plan());
    let (gone, new) = (key(&review, "s2-9"), review.new_key());
    assert!(review.edit(Edit::Add { after: Some(gone), new }));
    assert!(review.edit(Edit::Row(new, Change::Title("新增的一件事".into()))));
    assert!(review.edit(Edit::Delete(gone)));
    let after = review.finish().unwrap();
    assert_eq!(check(&after), []);
    assert_eq!(after.item(id("s2-9")), None);
    let added: Vec<&Item> = after.items.iter().filter(|item| plan().item(item.id).is_none()).collect();
    assert_eq!(added.len(), 1);
    assert_eq!(added[0].title, "新增的一件事");
    assert_eq!(review.same_items().len(), plan().items.len() - 1);
    // What was linked to the row that is gone is not linked any more.
    assert!(after.links.len() < plan().links.len() && !after.links.is_empty());
}

#[test]
fn a_task_of_another_month_is_known_to_be_the_same() {
    let mut review = Review::of_plan(plan());
    let row = key(&review, "m3-1");
    assert!(review.edit(Edit::Row(row, Change::Time("5月".into()))));
    let after = review.finish().unwrap();
    let (_, now) = *review.same_items().iter().find(|(was, _)| *was == id("m3-1")).unwrap();
    assert_ne!(now, id("m3-1"));
    assert!(plan().item(now).is_none());
    assert_eq!(after.item(now).unwrap().period, Period::month(Month::new(5).unwrap()));
}

#[test]
fn a_misprint_that_is_put_right_is_none_any_more() {
    let before = plan();
    let misprint = before
        .corrections
        .iter()
        .find_map(|one| match one.place {
            yaodian_plan::Place::Item(id) => Some((id, one.clone())),
            _ => None,
        })
        .unwrap();
    let mut review = Review::of_plan(before.clone());
    let row = review.reading().unwrap().key(misprint.0).unwrap();
    let title = before.item(misprint.0).unwrap().title.replace(&misprint.1.printed, &misprint.1.meant);
    assert!(review.edit(Edit::Row(row, Change::Title(title))));
    let after = review.finish().unwrap();
    assert!(!after.corrections.contains(&misprint.1));
    assert_eq!(after.corrections.len(), before.corrections.len() - 1);
}

#[test]
fn a_link_whose_words_were_edited_away_is_said() {
    let mut review = Review::of_plan(plan());
    assert!(review.lost_links().is_empty());
    let at = plan().links.iter().position(|link| matches!(link, Link::Basis { .. })).unwrap();
    let Link::Basis { point, phrase, .. } = plan().links[at].clone() else { unreachable!() };
    let found = plan().point(point).unwrap().clone();
    review.edit(Edit::PointText { no: point, text: found.text.replace(&phrase, "") });
    review.edit(Edit::PointHeading { no: point, text: found.heading.replace(&phrase, "改过") });
    assert!(review.lost_links().contains(&at), "{:?}", review.lost_links());
    assert_eq!(review.finish().unwrap().links.len() + review.lost_links().len(), plan().links.len());
    // One that somebody does not want is not lost.
    assert!(review.edit(Edit::Link(review.lost_links(), false)));
    assert!(review.lost_links().is_empty());
}
