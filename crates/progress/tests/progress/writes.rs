//! What the user's actions write.

use yaodian_plan::query::Status;
use yaodian_progress::{Field, ProgressBook, RecordedStatus, Value, changed_entries, new_note};

use crate::support::{Edit as _, PLAN, item, month, notes, recorded, stamp};

#[test]
fn several_items_get_a_status_and_keep_their_own_reasons_unless_one_is_given() {
    let ids = ["s1-1", "m7-2"].map(item);
    let mut book = ProgressBook::new(PLAN);
    let waiting = RecordedStatus { status: Some(Status::Doing), reason: "等上级文件".into() };
    book.set_status(ids[0], waiting, stamp(1, "a"));

    let changes =
        book.set_all(book.status_writes(&ids, Some(Status::Postponed(month(9))), None), stamp(2, "a"));
    assert_eq!(changes.len(), 2);
    assert_eq!(ids.map(|id| book.item(id).status()), [Some(Status::Postponed(month(9))); 2]);
    assert_eq!(ids.map(|id| book.item(id).reason().to_owned()), ["等上级文件", ""]);

    book.set_all(book.status_writes(&ids, Some(Status::Done), Some("提前")), stamp(3, "a"));
    assert_eq!(ids.map(|id| book.item(id).reason().to_owned()), ["提前", "提前"]);

    book.set_all(book.status_writes(&ids[..1], None, None), stamp(4, "a"));
    assert_eq!(book.item(ids[0]).recorded(), Some(&RecordedStatus { status: None, reason: "提前".into() }));
}

#[test]
fn the_changes_of_one_action_have_one_stamp_and_leave_out_what_stays() {
    let id = item("s1-1");
    let mut book = ProgressBook::new(PLAN);
    book.set_status(id, recorded(Status::Done), stamp(1, "a"));
    let mut writes = book.status_writes(&[id], Some(Status::Done), None);
    writes.extend(new_note(id, "完成", stamp(2, "a")));
    writes.extend(new_note(item("m7-2"), "一并", stamp(2, "a")));
    let changes = book.set_all(writes, stamp(2, "a"));
    assert_eq!(changes.iter().map(|change| change.stamp).collect::<Vec<_>>(), [stamp(2, "a"); 2]);
    assert_eq!(changed_entries(&changes), ["item/s1-1", "item/m7-2"].map(|key| key.parse().unwrap()));
    // Registers of one entry are one entry.
    let twice = [changes.clone(), changes].concat();
    assert_eq!(changed_entries(&twice).len(), 2);
}

#[test]
fn a_new_note_is_trimmed_and_blank_text_is_none() {
    let id = item("s1-1");
    assert_eq!(new_note(id, " \n　", stamp(1, "a")), None);
    let (field, value) = new_note(id, "  一\n二 \n", stamp(1, "a")).unwrap();
    assert_eq!(value, Value::Note(Some("一\n二".into())));
    assert_eq!(field.note().map(|note| note.created), Some(stamp(1, "a")));
    // The same text at the same moment is the same note; another text is another one.
    assert_eq!(new_note(id, "一\n二", stamp(1, "a")).map(|(field, _)| field), Some(field));
    assert_ne!(new_note(id, "三", stamp(1, "a")).map(|(field, _)| field), Some(field));
}

#[test]
fn promise_10_what_another_page_made_of_a_note_that_is_being_edited_becomes_a_note_of_its_own() {
    let id = item("s1-1");
    let mut book = ProgressBook::new(PLAN);
    let note = book.add_note(id, "原文", stamp(1, "a")).and_then(|change| change.field.note()).unwrap();
    book.edit_note(id, note, "别页改的", stamp(2, "b"));
    let writes = book.note_edit_writes(id, note, "原文", "我改的", stamp(3, "a"));
    book.set_all(writes, stamp(3, "a"));
    assert_eq!(notes(&book), ["我改的", "别页改的"]);
    // The other page made the same of it, or deleted it: nothing has to be kept.
    for other in [Value::Note(Some("我改的".into())), Value::Note(None)] {
        let mut book = ProgressBook::new(PLAN);
        let note = book.add_note(id, "原文", stamp(1, "a")).and_then(|change| change.field.note()).unwrap();
        book.set(Field::Note(id, note), other, stamp(2, "b"));
        book.set_all(book.note_edit_writes(id, note, "原文", "我改的", stamp(3, "a")), stamp(3, "a"));
        assert_eq!(notes(&book), ["我改的"]);
    }
    assert_eq!(book.note_edit_writes(id, note, "我改的", " ", stamp(4, "a")), [], "blanking is not deleting");
}
