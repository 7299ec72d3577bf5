//! A corrected document keeps the identities that notes are kept under.

use yaodian_plan::{ItemId, Plan, check};
use yaodian_reading::comparison::{Revised, revise};
use yaodian_reading::import;

const NANHAI: &str = include_str!("../../../plans/nanhai-2023/source.txt");

fn plan(text: &str) -> Plan {
    import(text).0.plan
}

fn id(text: &str) -> ItemId {
    text.parse().unwrap()
}

fn title(plan: &Plan, item: ItemId) -> &str {
    plan.item(item).map_or("", |item| &item.title)
}

/// The document as it is in use, and corrected.
fn revised(changes: &[(&str, &str)], recorded: &[ItemId]) -> (Plan, Revised) {
    let mut text = NANHAI.to_owned();
    for (from, to) in changes {
        assert!(text.contains(from), "{from}");
        text = text.replacen(from, to, 1);
    }
    let before = plan(NANHAI);
    let mut after = plan(&text);
    after.id = "another".into();
    let revised = revise(&before, &after, recorded);
    assert_eq!(check(&revised.plan), []);
    assert_eq!(revised.plan.id, before.id);
    assert_eq!(revised.plan.items.len(), after.items.len());
    // Whatever keeps an identity is the same matter.
    for pair in &revised.comparison.pairs {
        assert!(revised.plan.item(pair.after).is_some(), "{pair:?}");
    }
    (before, revised)
}

/// A row, and it with a new one before it that has its number.
fn with_a_row() -> (&'static str, String) {
    let row = NANHAI.lines().find(|line| line.contains("听取区法院关于诉前调解工作情况的报告")).unwrap();
    let (no, _) = row.trim_start().split_once('\t').unwrap();
    (row, format!("\t{no}\t听取区政府关于消防安全工作情况的报告\t财经工委\t8月\t√\t\n{row}"))
}

#[test]
fn the_same_document_is_the_same_plan() {
    let (before, revised) = revised(&[], &[]);
    assert_eq!(revised.plan, before);
    assert!(revised.comparison.is_same());
}

#[test]
fn promise_34_a_row_that_is_new_gives_no_other_another_identity() {
    let (line, new) = with_a_row();
    let (before, revised) = revised(&[(line, &new)], &[]);
    assert_eq!(revised.renamed().count(), 0, "{:?}", revised.renamed().collect::<Vec<_>>());
    for item in &before.items {
        assert_eq!(title(&revised.plan, item.id), item.title, "{}", item.id);
    }
    for new in &revised.comparison.new {
        assert!(before.item(*new).is_none(), "{new}");
    }
    assert!(!revised.comparison.new.is_empty());
}

#[test]
fn promise_34_an_identity_with_records_is_given_to_no_new_item() {
    let (line, new) = with_a_row();
    let given = revised(&[(line, &new)], &[]).1.comparison.new;
    // Somebody else's records of an item that this plan does not have.
    let again = revised(&[(line, &new)], &given).1.comparison.new;
    assert!(given.iter().all(|id| !again.contains(id)), "{given:?} {again:?}");
}

#[test]
fn promise_34_an_item_of_another_category_is_named_with_its_old_identity() {
    let mut before = plan(NANHAI);
    before.links.clear();
    let mut after = before.clone();
    let moved = after.items.iter().position(|item| item.id == id("s2-3")).unwrap();
    after.items[moved].id = ItemId::Schedule { category: 4, no: 99 };
    let revised = revise(&before, &after, &[]);
    assert_eq!(check(&revised.plan), []);
    let renamed: Vec<_> = revised.renamed().collect();
    assert_eq!(renamed, [(id("s2-3"), ItemId::Schedule { category: 4, no: 99 })]);
}

#[test]
fn promise_34_categories_units_and_meetings_are_known_by_their_names() {
    let mut before = plan(NANHAI);
    before.links.clear();
    before.corrections.clear();
    let mut after = before.clone();
    // Another reading counts in another order.
    let last = u8::try_from(after.categories.len()).unwrap() + 1;
    after.categories.reverse();
    for category in &mut after.categories {
        category.no = last - category.no;
    }
    let unit = |id: &yaodian_plan::UnitId| yaodian_plan::UnitId(format!("{id}-x"));
    for known in &mut after.units {
        known.id = unit(&known.id);
    }
    for item in &mut after.items {
        if let ItemId::Schedule { category, .. } = &mut item.id {
            *category = last - *category;
        }
        let who = &mut item.responsibility;
        who.lead.iter_mut().chain(&mut who.joint).for_each(|id| *id = unit(id));
    }
    assert_eq!(check(&after), []);
    let revised = revise(&before, &after, &[]);
    assert_eq!(revised.renamed().count(), 0);
    assert_eq!(revised.plan, before);
}

#[test]
fn a_category_that_is_gone_moves_no_other() {
    let mut before = plan(NANHAI);
    before.links.clear();
    before.corrections.clear();
    let mut after = before.clone();
    after.categories.remove(1);
    after.items.retain(|item| !matches!(item.id, ItemId::Schedule { category: 2, .. }));
    for category in after.categories.iter_mut().skip(1) {
        category.no -= 1;
    }
    for item in &mut after.items {
        if let ItemId::Schedule { category: category @ 3.., .. } = &mut item.id {
            *category -= 1;
        }
    }
    let revised = revise(&before, &after, &[]);
    assert_eq!(check(&revised.plan), []);
    assert_eq!(revised.renamed().count(), 0);
    assert!(!revised.comparison.gone.is_empty());
    for item in &revised.plan.items {
        assert_eq!(title(&before, item.id), item.title, "{}", item.id);
    }
}

#[test]
fn a_category_with_another_name_is_known_by_its_items() {
    let (_, revised) = revised(&[("听取和审议/ 听取专项工作报告", "听取和审议专项工作情况")], &[]);
    assert_eq!(revised.renamed().count(), 0, "{:?}", revised.renamed().collect::<Vec<_>>());
}
