//! What is found at the start: older, missing, damaged and newer copies.

use super::*;
use crate::engine::SCHEMA;
use crate::envelope::{Envelope, Version, encode};

fn write(memory: &MemoryStore, key: &str, raw: &str) {
    assert_eq!(memory.write(key, raw), Ok(()));
}

fn at(seq: u64, text: &str) -> String {
    let version = Version { seq, writer: 8 };
    encode("a", &Envelope { version, parent: Version::default(), value: Some(text.into()) })
}

#[test]
fn the_newest_copy_wins_in_both_directions() {
    for (primary, mirror) in [(5, 9), (9, 5)] {
        let disk = Disk::default();
        write(&disk.primary, "a", &at(primary, &primary.to_string()));
        write(&disk.mirror, "a", &at(mirror, &mirror.to_string()));
        let page = disk.page(2);
        assert_eq!(page.get("a").as_deref(), Some("9"));
        page.flush();
        assert_eq!(page.state.get(), SaveState::Saved);
        assert_eq!(raw(&disk.primary, "a"), Some(at(9, "9")));
        assert_eq!(raw(&disk.mirror, "a"), Some(at(9, "9")));
    }
}

#[test]
fn a_page_that_was_without_the_other_store_has_not_replaced_what_is_there() {
    // A crash sets the primary back, and the next page has no mirror when it goes on from there.
    let disk = Disk::with(&[("a", "1")]);
    let before = raw(&disk.primary, "a").unwrap();
    let page = disk.page(2);
    page.put("a", "1\nmirror");
    page.flush();
    write(&disk.primary, "a", &before);
    disk.knobs.load.set(Some(Reason::MirrorFailed));
    let page = disk.page(3);
    for text in ["1\nprimary", "1\nprimary\nagain"] {
        page.put("a", text);
    }
    disk.knobs.load.set(None);
    let page = disk.page(4);
    assert_eq!(page.get("a").as_deref(), Some("1\nagain\nmirror\nprimary"));
    page.flush();
    assert_eq!(page.state.get(), SaveState::Saved);
    assert_eq!(raw(&disk.primary, "a"), raw(&disk.mirror, "a"));
}

#[test]
fn what_a_crash_has_set_back_does_not_return_beside_what_replaced_it() {
    for (key, last) in [("a", Some("2")), ("b", None)] {
        let disk = Disk::with(&[(key, "1")]);
        let before = raw(&disk.primary, key).unwrap();
        let page = disk.page(2);
        assert!(page.try_put(key, last.map(Into::into)));
        page.flush();
        write(&disk.primary, key, &before);
        assert_eq!(disk.page(3).get(key).as_deref(), last);
        // The other way round: the mirror has the older one, made from which the newer one was.
        let disk = Disk::with(&[(key, "1")]);
        disk.knobs.update.set(Some((9, Reason::MirrorFailed)));
        assert!(disk.page(2).try_put(key, last.map(Into::into)));
        assert_eq!(disk.page(3).get(key).as_deref(), last);
    }
}

#[test]
fn what_was_written_at_the_same_time_is_merged() {
    let disk = Disk::default();
    let other = Envelope {
        version: Version { seq: 5, writer: 3 },
        parent: Version::default(),
        value: Some("mirror".into()),
    };
    write(&disk.primary, "a", &at(5, "primary"));
    write(&disk.mirror, "a", &encode("a", &other));
    let page = disk.page(2);
    page.flush();
    assert_eq!(page.get("a").as_deref(), Some("mirror\nprimary"));
    assert_eq!(raw(&disk.primary, "a"), raw(&disk.mirror, "a"));
}

#[test]
fn a_cleared_store_is_filled_from_the_other_which_stays_as_it_is() {
    let disk = Disk::with(&[("a", "1"), ("b", "2")]);
    let full = disk.mirror.entries.borrow().clone();
    for cleared in [&disk.primary, &disk.mirror] {
        cleared.entries.borrow_mut().clear();
        let page = disk.page(2);
        assert_eq!(page.engine.entries(), owned(&[("a", "1"), ("b", "2")]));
        page.flush();
        assert_eq!(*disk.primary.entries.borrow(), full);
        assert_eq!(*disk.mirror.entries.borrow(), full);
    }
}

#[test]
fn the_other_store_does_not_bring_back_what_was_deleted() {
    let disk = Disk::with(&[("a", "1")]);
    let old = disk.mirror.entries.borrow().clone();
    let page = disk.page(2);
    page.delete("a");
    page.flush();
    assert_eq!(page.engine.entries(), owned(&[]));
    disk.mirror.entries.replace(old);
    assert_eq!(disk.page(3).get("a"), None);
}

#[test]
fn damaged_text_is_kept_and_the_other_copy_used() {
    for (damaged, good) in [(true, false), (false, true)] {
        let disk = Disk::with(&[("a", "一二三")]);
        let broken = "y1 1 1 0 0 12345 =\n一二";
        if damaged {
            write(&disk.primary, "a", broken);
        }
        if good {
            write(&disk.mirror, "a", broken);
        }
        let page = disk.page(2);
        page.flush();
        assert_eq!(page.get("a").as_deref(), Some("一二三"));
        assert_eq!(page.state.get(), SaveState::Saved);
        let kept = now(page.engine.clone().quarantined());
        assert_eq!(kept.len(), 1);
        assert_eq!((kept[0].key.as_str(), kept[0].raw.as_str()), ("a", broken));
        assert_eq!(raw(&disk.primary, "a"), raw(&disk.mirror, "a"));
    }
}

#[test]
fn damage_in_both_stores_leaves_a_usable_vault_and_all_bytes() {
    let disk = Disk::with(&[("a", "1"), ("b", "2")]);
    write(&disk.primary, "a", "{\"trunc");
    write(&disk.mirror, "a", "");
    let page = disk.page(2);
    page.flush();
    assert_eq!(page.engine.entries(), owned(&[("b", "2")]));
    page.put("a", "new");
    page.flush();
    assert_eq!(page.state.get(), SaveState::Saved);
    // Another damage of the same key does not displace the first.
    write(&disk.primary, "a", "worse");
    let page = disk.page(3);
    page.flush();
    assert_eq!(page.get("a").as_deref(), Some("new"));
    let kept = now(page.engine.clone().quarantined());
    let mut kept: Vec<&str> = kept.iter().map(|kept| kept.raw.as_str()).collect();
    kept.sort_unstable();
    assert_eq!(kept, ["", "worse", "{\"trunc"]);
}

#[test]
fn the_same_damage_in_both_stores_is_moved_out_of_the_way_in_both() {
    let disk = Disk::with(&[("a", "1")]);
    write(&disk.primary, "a", "{\"trunc");
    write(&disk.mirror, "a", "{\"trunc");
    let page = disk.page(2);
    page.put("a", "new");
    page.flush();
    assert_eq!(page.state.get(), SaveState::Saved);
    assert_eq!(raw(&disk.primary, "a"), raw(&disk.mirror, "a"));
    assert_eq!(disk.page(3).get("a").as_deref(), Some("new"));
    let kept = now(page.engine.clone().quarantined());
    assert_eq!(kept.iter().map(|kept| kept.raw.as_str()).collect::<Vec<_>>(), ["{\"trunc"]);
}

#[test]
fn damaged_text_that_cannot_be_moved_is_not_overwritten() {
    let disk = Disk::default();
    write(&disk.primary, "a", "precious");
    disk.knobs.write.set(Some(Reason::Quota));
    let page = disk.page(2);
    page.put("a", "new");
    page.flush();
    assert_eq!(page.state.get(), SaveState::MirrorOnly(Reason::Quota));
    assert_eq!(raw(&disk.primary, "a").as_deref(), Some("precious"));
    disk.knobs.write.set(None);
    page.retry();
    assert_eq!(page.state.get(), SaveState::Saved);
    assert_eq!(now(page.engine.clone().quarantined())[0].raw, "precious");
}

#[test]
fn a_later_version_of_the_data_is_not_touched() {
    for (primary, key, text) in [
        (true, SCHEMA, "2"),
        (false, SCHEMA, "2"),
        (true, "a", "y2 later"),
        (false, "b", "y2 later"),
        (false, "only in one store", "y2 later"),
    ] {
        let disk = Disk::with(&[("a", "1"), ("b", "2")]);
        write(if primary { &disk.primary } else { &disk.mirror }, key, text);
        write(&disk.primary, "c", "damaged");
        let before = (disk.primary.entries.borrow().clone(), disk.mirror.entries.borrow().clone());
        let page = disk.page(2);
        assert_eq!(page.state.get(), SaveState::Failed(Reason::NewerSchema));
        assert!(!page.try_put("b", Some("3".into())));
        page.retry();
        page.flush();
        let replaced = now(page.engine.clone().replace_all(1, "import", owned(&[])));
        assert_eq!(replaced, Err(Reason::NewerSchema));
        let after = (disk.primary.entries.borrow().clone(), disk.mirror.entries.borrow().clone());
        assert_eq!(before, after, "{key}");
    }
}

#[test]
fn a_page_that_is_older_than_what_arrives_stops_writing() {
    // A later version of the program is opened in another tab; no event has come yet.
    let disk = Disk::with(&[("a", "1")]);
    let old = disk.page(2);
    let new = open(Box::new(disk.clone()), Rc::new(disk.clone()), 2, 3);
    new.put("a", "2");
    new.flush();
    let before = (disk.primary.entries.borrow().clone(), disk.mirror.entries.borrow().clone());
    assert!(!old.try_put("a", Some("3".into())));
    old.flush();
    assert_eq!(old.state.get(), SaveState::Failed(Reason::NewerSchema));
    let after = (disk.primary.entries.borrow().clone(), disk.mirror.entries.borrow().clone());
    assert_eq!(before, after);
}
