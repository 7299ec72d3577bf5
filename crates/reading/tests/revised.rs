//! A corrected document keeps the identities that notes are kept under.

use yaodian_plan::{Item, ItemId, Link, Month, Part, Period, Place, Plan, check};
use yaodian_reading::comparison::{Revised, Said, compare, compare_known, revise, revise_as};
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
    // They stand as the corrected document has them, with the numbers that they had.
    let mut found = revised.plan;
    assert_eq!(found.categories[0].no, last - 1);
    found.categories.reverse();
    assert_eq!(found, before);
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

const MARCH: Said = Said { on: "2026-03-01", by: "张三" };

/// What is kept about an item: part, before, after.
fn kept(plan: &Plan, item: ItemId) -> Vec<(Part, String, String)> {
    let of = plan.amendments.iter().filter(|one| one.place == Some(Place::Item(item)));
    of.map(|one| (one.part, one.before.clone(), one.after.clone())).collect()
}

#[test]
fn what_was_changed_in_a_plan_in_use_is_kept_with_it() {
    let before = plan(NANHAI);
    let mut after = before.clone();
    let at = |id: ItemId| before.items.iter().position(|item| item.id == id).unwrap();
    let (row, gone) = (at(id("s2-9")), at(id("s4-1")));
    let period = before.items[row].period.to_string();
    after.items[row].period = Period::month(Month::new(11).unwrap());
    after.units[0].name = "办公厅".into();
    after.items.remove(gone);
    after.links.clear();
    let same: Vec<_> = after.items.iter().map(|item| (item.id, item.id)).collect();
    let found = compare_known(&before, &after, &same);
    let mut once = revise_as(&before, &after, found, &[]);
    once.amend(&before, MARCH);
    assert_eq!(check(&once.plan), []);
    assert_eq!(kept(&once.plan, id("s2-9")), [(Part::Period, period.clone(), "11月".into())]);
    let was = kept(&once.plan, id("s4-1"));
    assert_eq!(was.len(), 1);
    assert!(was[0].1.starts_with(&before.items[gone].title) && was[0].2.is_empty(), "{was:?}");
    // A unit's name is said once, not of each of its items.
    assert_eq!(once.plan.amendments.len(), 3, "{:?}", once.plan.amendments);
    assert!(once.plan.amendments.iter().all(|one| (&*one.on, &*one.by) == ("2026-03-01", "张三")));

    // It is kept through the next change; an identity that was taken out is given to nothing else.
    let mut second = once.plan.clone();
    let new = Item { title: "新增的一件事".into(), ..before.items[gone].clone() };
    second.items.insert(gone, new);
    let same: Vec<_> = once.plan.items.iter().map(|item| (item.id, item.id)).collect();
    let mut twice = revise_as(&once.plan, &second, compare_known(&once.plan, &second, &same), &[]);
    twice.amend(&once.plan, Said { on: "2026-04-01", by: "" });
    assert_eq!(check(&twice.plan), []);
    assert_eq!(twice.plan.amendments.len(), 4);
    assert!(twice.plan.item(id("s4-1")).is_none());
    assert_eq!(kept(&twice.plan, id("s2-9")), [(Part::Period, period, "11月".into())]);

    // Over the first version, what was handed on says itself who has changed what: nothing is said twice.
    let found = compare(&before, &once.plan);
    let mut handed = revise_as(&before, &once.plan, found, &[]);
    handed.amend(&before, Said { on: "2026-05-01", by: "李四" });
    assert_eq!(handed.plan.amendments, once.plan.amendments);
}

#[test]
fn a_row_that_somebody_moved_keeps_what_was_said_of_it() {
    let before = plan(NANHAI);
    let mut after = before.clone();
    after.links.clear();
    let row = after.items.iter().position(|item| item.id == id("m3-1")).unwrap();
    let may = Month::new(5).unwrap();
    after.items[row].id = ItemId::Monthly { month: may, no: 90 };
    after.items[row].period = Period::month(may);
    after.items[row].title = "完全不同的题目".into();
    let same: Vec<_> = before.items.iter().zip(&after.items).map(|(was, is)| (was.id, is.id)).collect();
    let found = compare_known(&before, &after, &same);
    let mut revised = revise_as(&before, &after, found, &[]);
    revised.amend(&before, MARCH);
    assert_eq!(check(&revised.plan), []);
    let now = after.items[row].id;
    assert_eq!(revised.renamed().collect::<Vec<_>>(), [(id("m3-1"), now)]);
    let said = kept(&revised.plan, now);
    assert_eq!(said.len(), 3);
    assert_eq!(said[2], (Part::Number, "m3-1".into(), now.to_string()));
    assert_eq!(revised.plan.renamed(), [(id("m3-1"), now)]);
    // Whoever has gone on from the version before has the same item.
    let same: Vec<_> = before.items.iter().map(|item| (item.id, item.id)).collect();
    let found = compare_known(&revised.plan, &before, &same);
    assert_eq!((&found.gone, &found.new), (&vec![], &vec![]));
    let mut back = revise_as(&revised.plan, &before, found, &[]);
    back.amend(&revised.plan, MARCH);
    assert_eq!(back.plan.renamed().len(), 2, "{:?}", back.plan.amendments);

    // What is recorded under the id that it had belongs to it: no new item gets that one.
    let mut second = revised.plan.clone();
    let new = Item { id: id("m3-1"), title: "新增的一件事".into(), ..before.items[row].clone() };
    second.items.push(new);
    let same: Vec<_> = revised.plan.items.iter().map(|item| (item.id, item.id)).collect();
    let found = compare_known(&revised.plan, &second, &same);
    let twice = revise_as(&revised.plan, &second, found, &[]);
    assert!(twice.plan.item(id("m3-1")).is_none());
}

#[test]
fn another_order_of_categories_and_rows_changes_no_identity_and_is_kept_in_words() {
    let before = plan(NANHAI);
    let mut after = before.clone();
    // As an editor does it: the second category comes first and is numbered anew, and so are its items.
    after.categories.swap(0, 1);
    for (at, category) in after.categories.iter_mut().enumerate() {
        category.no = u8::try_from(at + 1).unwrap();
    }
    let mut same = Vec::new();
    for item in &mut after.items {
        let was = item.id;
        if let ItemId::Schedule { category: category @ 1..=2, .. } = &mut item.id {
            *category = 3 - *category;
        }
        same.push((was, item.id));
    }
    let found = compare_known(&before, &after, &same);
    let mut once = revise_as(&before, &after, found, &[]);
    once.amend(&before, MARCH);
    assert_eq!(check(&once.plan), []);
    assert_eq!(once.renamed().count(), 0);
    assert_eq!(once.plan.categories[0].no, 2);
    assert_eq!(once.plan.amendments.len(), 1, "{:?}", once.plan.amendments);
    let said = &once.plan.amendments[0];
    assert_eq!((said.place, said.part), (None, Part::Order));
    let [one, two] = [&before.categories[0].name, &before.categories[1].name];
    assert!(said.before.starts_with(&format!("类别：{one}、{two}")), "{said:?}");
    assert!(said.after.starts_with(&format!("类别：{two}、{one}")), "{said:?}");

    let mut moved = before.clone();
    let at = before.items.iter().position(|item| item.id == id("s2-1")).unwrap();
    let first = moved.items.remove(at);
    moved.items.insert(at + 2, first);
    let same: Vec<_> = before.items.iter().map(|item| (item.id, item.id)).collect();
    let found = compare_known(&before, &moved, &same);
    let mut moved = revise_as(&before, &moved, found, &[]);
    moved.amend(&before, MARCH);
    assert_eq!(kept(&moved.plan, id("s2-1")), [(Part::Order, "第1项".into(), "第3项".into())]);
    assert_eq!(moved.plan.amendments.len(), 1);
}

#[test]
fn links_that_are_taken_out_and_added_are_kept_in_words() {
    let before = Plan { links: vec![Link::Same { a: id("s2-9"), b: id("m3-1") }], ..plan(NANHAI) };
    let prepares = Link::Prepares { from: id("m3-1"), to: id("s2-9") };
    let after = Plan { links: vec![prepares], ..before.clone() };
    let same: Vec<_> = before.items.iter().map(|item| (item.id, item.id)).collect();
    let bare = Plan { links: Vec::new(), ..before.clone() };
    let mut revised = revise_as(&bare, &after, compare_known(&before, &after, &same), &[]);
    revised.amend(&before, MARCH);
    let (one, other) = (title(&before, id("s2-9")), title(&before, id("m3-1")));
    let same = format!("与“{other}”是同一件事");
    assert_eq!(kept(&revised.plan, id("s2-9")), [(Part::Links, same, String::new())]);
    let prepares = format!("为“{one}”作准备");
    assert_eq!(kept(&revised.plan, id("m3-1")), [(Part::Links, String::new(), prepares)]);
}
