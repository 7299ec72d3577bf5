//! Agendas: the plan's items, what was added, and in which order.

use proptest::prelude::*;
use yaodian_plan::query::planned;
use yaodian_progress::{
    AgendaKey, AgendaLine, AgendaOrder, EntryKey, Field, FileHead, ProgressBook, SessionAgenda, SessionId,
    Value, decode, describe, encode, encode_entry, new_agenda_entry,
};

use super::support::{Edit as _, PLAN, book, catalog, day, few, item, july, stamp};

const APPOINTMENT: &str = "人事任免";

fn agenda(book: &ProgressBook) -> SessionAgenda {
    book.agenda(catalog(), &planned(catalog()), july())
}

/// The lines as ids and texts.
fn said(lines: &[AgendaLine]) -> Vec<String> {
    let one = |line: &AgendaLine| match line {
        AgendaLine::Item(at) => catalog().plan.items[*at].id.to_string(),
        AgendaLine::Own(_, text) => text.clone(),
    };
    lines.iter().map(one).collect()
}

fn add(book: &mut ProgressBook, text: &str, at: i64, who: &str) -> AgendaKey {
    let (field, value) = new_agenda_entry(july(), text, stamp(at, who)).expect("a text");
    book.set(field, value, stamp(at, who));
    let Field::AgendaEntry(_, id) = field else { panic!("{field:?}") };
    AgendaKey::Own(id)
}

fn order(book: &mut ProgressBook, order: AgendaOrder, at: i64, who: &str) {
    book.set(Field::AgendaOrder(july()), Value::Order(Some(order)), stamp(at, who));
}

#[test]
fn nobody_ordered_it_the_items_stand_as_in_the_document_and_outings_apart() {
    let agenda = agenda(&ProgressBook::new(PLAN));
    assert_eq!(said(&agenda.lines), ["s2-6", "s2-7", "s2-8", "s3-1"]);
    assert_eq!(said(&agenda.apart), ["s7-2"]);
}

#[test]
fn only_outings_are_held_apart() {
    let timings = planned(catalog());
    let apart = SessionId::all(&catalog().plan)
        .flat_map(|id| said(&ProgressBook::new(PLAN).agenda(catalog(), &timings, id).apart));
    assert_eq!(apart.collect::<Vec<_>>(), ["s7-1", "s7-2", "s7-3", "s7-4"]);
}

#[test]
fn what_is_added_comes_last_until_it_is_moved() {
    let mut book = ProgressBook::new(PLAN);
    add(&mut book, "  人事任免 ", 1, "ann");
    assert_eq!(said(&agenda(&book).lines), ["s2-6", "s2-7", "s2-8", "s3-1", APPOINTMENT]);
    let moved = agenda(&book).with_moved(catalog(), 4, 0);
    order(&mut book, moved, 2, "ann");
    assert_eq!(said(&agenda(&book).lines), [APPOINTMENT, "s2-6", "s2-7", "s2-8", "s3-1"]);
    // Beyond the end is the end.
    let moved = agenda(&book).with_moved(catalog(), 1, 99);
    order(&mut book, moved, 3, "ann");
    assert_eq!(said(&agenda(&book).lines), [APPOINTMENT, "s2-7", "s2-8", "s3-1", "s2-6"]);
    assert!(new_agenda_entry(july(), " \n", stamp(4, "ann")).is_none());
}

#[test]
fn an_outing_can_be_put_on_the_agenda_and_anything_can_be_held_apart() {
    let mut book = ProgressBook::new(PLAN);
    let outing = AgendaKey::Item(item("s7-2"));
    let on = agenda(&book).with_apart(catalog(), outing, false);
    order(&mut book, on, 1, "ann");
    assert_eq!(said(&agenda(&book).lines).last().map(String::as_str), Some("s7-2"));
    assert!(agenda(&book).apart.is_empty());
    let apart = agenda(&book).with_apart(catalog(), AgendaKey::Item(item("s2-6")), true);
    order(&mut book, apart, 2, "ann");
    assert_eq!(said(&agenda(&book).apart), ["s2-6"]);
}

#[test]
fn what_an_order_does_not_name_stands_behind_and_what_the_session_does_not_have_counts_for_nothing() {
    let mut book = ProgressBook::new(PLAN);
    let keys = ["s9-99", "s3-1", "s2-6"].map(|id| AgendaKey::Item(item(id))).to_vec();
    order(&mut book, AgendaOrder { agenda: keys, apart: Vec::new() }, 1, "ann");
    assert_eq!(said(&agenda(&book).lines), ["s3-1", "s2-6", "s2-7", "s2-8"]);
    assert_eq!(said(&agenda(&book).apart), ["s7-2"]);
    // Put off to another month, an item leaves the agenda.
    let mut timings = planned(catalog());
    timings[catalog().position(item("s3-1")).expect("an item")].moved = yaodian_plan::Month::new(9);
    assert_eq!(said(&book.agenda(catalog(), &timings, july()).lines), ["s2-6", "s2-7", "s2-8"]);
}

#[test]
fn two_people_who_add_and_order_at_once_lose_nothing() {
    let mut ann = ProgressBook::new(PLAN);
    let mut bob = ann.clone();
    add(&mut ann, APPOINTMENT, 1, "ann");
    add(&mut bob, "通报", 1, "bob");
    let moved = agenda(&bob).with_moved(catalog(), 4, 0);
    order(&mut bob, moved, 2, "bob");
    let mut both = ann.clone();
    both.merge(&bob);
    bob.merge(&ann);
    assert_eq!(both, bob);
    assert_eq!(said(&agenda(&both).lines), ["通报", "s2-6", "s2-7", "s2-8", "s3-1", APPOINTMENT]);
}

#[test]
fn it_survives_the_file_and_the_store_and_an_old_book_is_written_as_before() {
    let mut book = ProgressBook::new(PLAN);
    book.set_session_date(july(), Some(day(7, 27)), stamp(1, "ann"));
    let before = encode_entry(&book, EntryKey::Session(july()));
    assert!(!before.contains("agenda") && !before.contains("order"), "{before}");
    let own = add(&mut book, APPOINTMENT, 2, "ann");
    let apart = agenda(&book).with_apart(catalog(), own, true);
    order(&mut book, apart, 3, "ann");
    let decoded = decode(encode(&book, &FileHead::default()).as_bytes(), Some(PLAN)).expect("sound");
    assert_eq!((decoded.book, decoded.repairs), (book.clone(), Vec::new()));
    assert_eq!(said(&agenda(&book).apart), ["s7-2", APPOINTMENT]);
}

#[test]
fn a_damaged_order_or_entry_is_set_aside_and_kept() {
    let mut book = ProgressBook::new(PLAN);
    add(&mut book, APPOINTMENT, 1, "ann");
    order(&mut book, AgendaOrder::default(), 2, "ann");
    let text = encode(&book, &FileHead::default());
    for (whole, broken) in [
        ("\"agenda\": []", "\"agenda\": [7]"),
        ("\"apart\": []", "\"apart\": [\"here\"]"),
        ("{\"value\": \"人事任免\"", "{\"value\": 7"),
    ] {
        let broken = text.replace(whole, broken);
        assert_ne!(broken, text);
        let decoded = decode(broken.as_bytes(), Some(PLAN)).expect("readable");
        assert_eq!((decoded.repairs.len(), decoded.book.aside.len()), (1, 1), "{broken}");
        assert_eq!(decoded.book.registers().len(), 1);
    }
}

#[test]
fn what_was_done_is_said() {
    let mut book = ProgressBook::new(PLAN);
    let (field, value) = new_agenda_entry(july(), APPOINTMENT, stamp(1, "ann")).expect("a text");
    let said = |change: Option<yaodian_progress::Change>| describe(&change.expect("a change"), catalog());
    assert_eq!(said(book.set(field, value, stamp(1, "ann"))), "为7月常委会会议增加议程“人事任免”");
    let changed = Value::Entry(Some("人事任免事项".into()));
    assert_eq!(said(book.set(field, changed, stamp(2, "ann"))), "修改7月常委会会议的一项议程");
    let moved = agenda(&book).with_moved(catalog(), 4, 0);
    let moved = book.set(Field::AgendaOrder(july()), Value::Order(Some(moved)), stamp(3, "ann"));
    assert_eq!(said(moved), "调整7月常委会会议的议程顺序");
    assert_eq!(said(book.set(field, Value::Entry(None), stamp(4, "ann"))), "删除7月常委会会议的一项议程");
    assert_eq!(agenda(&book).lines.len(), 4);
}

proptest! {
    #![proptest_config(few())]

    #[test]
    fn every_item_and_entry_of_a_session_is_there_once(book in book()) {
        let timings = planned(catalog());
        for id in SessionId::all(&catalog().plan) {
            let agenda = book.agenda(catalog(), &timings, id);
            let mut items: Vec<usize> = agenda.items().collect();
            items.sort_unstable();
            let mut all =
                yaodian_plan::query::agenda_items(catalog(), &timings, id.meeting, Some(id.month));
            all.sort_unstable();
            prop_assert_eq!(items, all);
            let own = agenda.lines.iter().chain(&agenda.apart).filter(|line| line.item().is_none()).count();
            prop_assert_eq!(own, book.session(id).own_entries().count());
        }
    }
}
