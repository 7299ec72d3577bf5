//! Stores that are full, blocked, missing or lie.

use super::*;
use crate::engine::SCHEMA;

#[test]
fn saved_is_said_when_the_mirror_has_it() {
    let disk = Disk::default();
    let page = disk.page(1);
    assert_eq!(page.state.get(), SaveState::Saved);
    page.put("a", "1");
    assert_eq!(page.state.get(), SaveState::Saving);
    assert!(raw(&disk.primary, "a").is_some() && raw(&disk.mirror, "a").is_none());
    page.flush();
    assert_eq!(page.state.get(), SaveState::Saved);
    assert_eq!(raw(&disk.primary, "a"), raw(&disk.mirror, "a"));
}

#[test]
fn a_full_primary_is_said_and_the_mirror_has_the_text() {
    let disk = Disk::with(&[("a", "1")]);
    let page = disk.page(2);
    disk.knobs.write.set(Some(Reason::Quota));
    page.put("a", "2");
    assert_eq!(page.state.get(), SaveState::Saving, "the mirror does not have it yet");
    page.flush();
    assert_eq!(page.state.get(), SaveState::MirrorOnly(Reason::Quota));
    assert_eq!(disk.page(3).get("a").as_deref(), Some("2"));
    disk.knobs.write.set(None);
    page.put("b", "3");
    page.flush();
    assert_eq!(page.state.get(), SaveState::Saved);
    assert_eq!(raw(&disk.primary, "a"), raw(&disk.mirror, "a"));
}

#[test]
fn a_dropped_write_is_noticed() {
    let disk = Disk::with(&[("a", "1")]);
    let page = disk.page(2);
    disk.knobs.drops.set(true);
    page.put("a", "2");
    page.flush();
    assert_eq!(page.state.get(), SaveState::MirrorOnly(Reason::ReadBack));
    assert_eq!(page.get("a").as_deref(), Some("2"));
}

#[test]
fn a_primary_that_gets_blocked_is_said() {
    let disk = Disk::default();
    let page = disk.page(2);
    disk.knobs.write.set(Some(Reason::Blocked));
    page.put("a", "2");
    page.flush();
    assert_eq!(page.state.get(), SaveState::MirrorOnly(Reason::Blocked));
}

#[test]
fn one_failure_of_the_mirror_is_overcome_and_two_are_said() {
    let disk = Disk::default();
    let page = disk.page(2);
    disk.knobs.update.set(Some((1, Reason::MirrorFailed)));
    page.put("a", "1");
    page.flush();
    assert_eq!(page.state.get(), SaveState::Saved);
    disk.knobs.update.set(Some((2, Reason::MirrorFailed)));
    page.put("a", "2");
    page.flush();
    assert_eq!(page.state.get(), SaveState::Failed(Reason::MirrorFailed));
    assert!(page.engine.wants_flush());
    page.flush();
    assert_eq!(page.state.get(), SaveState::Saved);
    assert_eq!(raw(&disk.primary, "a"), raw(&disk.mirror, "a"));
}

#[test]
fn a_full_mirror_gives_up_old_restore_points_once() {
    let disk = Disk::with(&[("a", "1")]);
    let page = disk.page(2);
    for id in 1..=5 {
        page.put("a", &format!("text {id}"));
        assert_eq!(now(page.engine.clone().create_restore_point(id, "test")), Ok(Some(id)));
    }
    page.flush();
    disk.knobs.room.set(Some(1));
    page.put("a", "last");
    page.flush();
    assert_eq!(page.state.get(), SaveState::Saved);
    let left = now(page.engine.clone().restore_points()).unwrap();
    assert_eq!(left.iter().map(|left| left.id).collect::<Vec<_>>(), [5]);
    disk.knobs.room.set(Some(0));
    page.put("a", "too much");
    page.flush();
    assert_eq!(page.state.get(), SaveState::Failed(Reason::Quota));
    assert_eq!(now(page.engine.clone().restore_points()).unwrap().len(), 1);
}

#[test]
fn without_a_mirror_the_primary_works_alone() {
    let disk = Disk::default();
    disk.knobs.load.set(Some(Reason::MirrorFailed));
    let page = disk.page(1);
    assert_eq!(page.state.get(), SaveState::Failed(Reason::MirrorFailed));
    page.put("a", "1");
    page.flush();
    assert_eq!(page.state.get(), SaveState::Failed(Reason::MirrorFailed));
    assert!(disk.mirror.entries.borrow().is_empty());
    assert_eq!(disk.page(2).get("a").as_deref(), Some("1"));
}

#[test]
fn without_a_primary_the_mirror_works_alone() {
    let disk = Disk::default();
    let page = open(Box::<MemoryStore>::default(), Rc::new(disk.clone()), 1, 1);
    page.put("a", "1");
    assert_eq!(page.state.get(), SaveState::Saving);
    page.flush();
    assert_eq!(page.state.get(), SaveState::Saved);
    assert!(disk.primary.entries.borrow().is_empty());
    let page = open(Box::<MemoryStore>::default(), Rc::new(disk), 1, 2);
    assert_eq!(page.get("a").as_deref(), Some("1"));
}

#[test]
fn without_any_store_the_page_works_and_says_so() {
    let disk = Disk::default();
    disk.knobs.load.set(Some(Reason::MirrorFailed));
    let page = open(Box::<MemoryStore>::default(), Rc::new(disk), 1, 1);
    page.put("a", "1");
    page.flush();
    assert_eq!(page.get("a").as_deref(), Some("1"));
    assert_eq!(page.state.get(), SaveState::MemoryOnly(Reason::Blocked));
}

#[test]
fn a_mirror_that_can_be_read_later_gets_all_that_was_entered_and_gives_what_it_alone_has() {
    let disk = Disk::with(&[("a", "1"), ("b", "both")]);
    // What a crash does: the primary has lost what the mirror had confirmed.
    disk.primary.entries.borrow_mut().retain(|(key, _)| key != "a");
    disk.knobs.load.set(Some(Reason::MirrorFailed));
    let page = disk.page(2);
    page.put("b", "both\nmine");
    page.put("c", "new");
    let point = now(page.engine.clone().create_restore_point(7, "meanwhile"));
    page.reconnect();
    assert_eq!(page.state.get(), SaveState::Failed(Reason::MirrorFailed));
    disk.knobs.load.set(None);
    page.reconnect();
    page.flush();
    assert_eq!(page.state.get(), SaveState::Saved);
    assert_eq!(*page.app.changes.borrow(), [changed("a", Some("1".to_owned()))]);
    for (key, text) in [("a", "1"), ("b", "both\nmine"), ("c", "new")] {
        assert_eq!(page.get(key).as_deref(), Some(text));
        assert_eq!(raw(&disk.primary, key), raw(&disk.mirror, key));
        assert!(raw(&disk.mirror, key).is_some_and(|raw| raw.ends_with(&format!("\n{text}"))));
    }
    let points = now(page.engine.clone().restore_points());
    assert_eq!(points.map(|points| points[0].id), point.map(Option::unwrap_or_default));
}

#[test]
fn a_mirror_that_turns_out_to_be_of_a_later_version_is_left_alone() {
    let disk = Disk::default();
    disk.knobs.load.set(Some(Reason::MirrorFailed));
    let page = disk.page(1);
    page.put("a", "1");
    assert_eq!(now(page.engine.clone().create_restore_point(7, "meanwhile")), Ok(Some(7)));
    disk.knobs.load.set(None);
    assert!(Primary::write(&disk.mirror, SCHEMA, "2").is_ok());
    page.reconnect();
    page.flush();
    assert_eq!(page.state.get(), SaveState::Failed(Reason::NewerSchema));
    assert!(raw(&disk.mirror, "a").is_none());
    assert!(disk.mirror.restore_points.borrow().is_empty());
}

#[test]
fn a_mirror_of_a_later_structure_is_left_alone() {
    let disk = Disk::default();
    disk.knobs.load.set(Some(Reason::NewerSchema));
    let page = disk.page(1);
    assert!(!page.try_put("a", Some("1".into())));
    assert!(disk.primary.entries.borrow().is_empty());
}

#[test]
fn what_is_entered_while_the_mirror_is_busy_is_saved_next() {
    let disk = Disk::default();
    let page = disk.page(1);
    page.put("a", "1");
    page.put_meanwhile(&disk, "a", "2");
    page.flush();
    assert_eq!(page.state.get(), SaveState::Saved);
    assert!(raw(&disk.mirror, "a").is_some_and(|raw| raw.ends_with("\n2")));
}

#[test]
fn when_neither_store_takes_it_that_is_said() {
    let disk = Disk::default();
    let page = disk.page(2);
    disk.knobs.write.set(Some(Reason::Quota));
    disk.knobs.update.set(Some((2, Reason::MirrorFailed)));
    page.put("a", "2");
    page.flush();
    assert_eq!(page.state.get(), SaveState::Failed(Reason::Quota));
    page.flush();
    assert_eq!(page.state.get(), SaveState::MirrorOnly(Reason::Quota));
}

#[test]
fn a_mirror_that_does_not_answer_is_not_waited_for_twice() {
    let disk = Disk::default();
    let page = disk.page(2);
    disk.knobs.update.set(Some((1, Reason::NoAnswer)));
    page.put("a", "1");
    page.flush();
    assert_eq!(page.state.get(), SaveState::Failed(Reason::NoAnswer));
    assert!(page.engine.wants_flush());
    page.flush();
    assert_eq!(page.state.get(), SaveState::Saved);
}
