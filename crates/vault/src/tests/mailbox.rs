//! Files that wait for the page of their plan.

use super::{Disk, now};
use crate::key_prefix;
use crate::mailbox::{WaitingFile, database_name, list, put, remove};
use crate::memory::MemoryStore;
use crate::stores::Reason;

fn kept(store: &MemoryStore, at: u64, name: &str, text: &str) -> Result<(), Reason> {
    now(put(store, at, name, text))
}

fn listed(store: &MemoryStore) -> Vec<(WaitingFile, String)> {
    now(list(store)).unwrap()
}

fn names(store: &MemoryStore) -> Vec<(String, i64, String)> {
    listed(store).into_iter().map(|(left, text)| (left.name, left.at, text)).collect()
}

#[test]
fn files_come_back_as_they_were_the_first_that_was_left_first() {
    let store = MemoryStore::default();
    let hostile = "5:\u{feff}\n\r\u{0}\u{2028}</script>“😀”";
    kept(&store, 7, "乙.json", "{}").unwrap();
    kept(&store, 3, "甲.json", hostile).unwrap();
    kept(&store, 7, "", "").unwrap();
    let found = names(&store);
    assert_eq!(found[0], ("甲.json".into(), 3, hostile.into()));
    assert_eq!(found.len(), 3);
    assert!(
        found.contains(&("乙.json".into(), 7, "{}".into())) && found.contains(&("".into(), 7, "".into()))
    );
}

#[test]
fn the_same_file_stands_there_once_whatever_it_is_called() {
    let store = MemoryStore::default();
    kept(&store, 1, "甲.json", "同一份").unwrap();
    kept(&store, 2, "甲 (1).json", "同一份").unwrap();
    kept(&store, 3, "甲.json", "另一份").unwrap();
    let once = [("甲.json".into(), 1, "同一份".into()), ("甲.json".into(), 3, "另一份".into())];
    assert_eq!(names(&store), once);
}

#[test]
fn who_lets_go_of_one_keeps_the_others() {
    let store = MemoryStore::default();
    for (at, text) in [(1, "一"), (2, "二"), (3, "三")] {
        kept(&store, at, "x.json", text).unwrap();
    }
    let keys = vec![listed(&store)[1].0.key.clone(), "no such key".into()];
    now(remove(&store, keys)).unwrap();
    assert_eq!(names(&store).into_iter().map(|(_, _, text)| text).collect::<Vec<_>>(), ["一", "三"]);
}

#[test]
fn of_an_endless_name_the_beginning_is_kept() {
    let store = MemoryStore::default();
    kept(&store, 1, &"长".repeat(1000), "x").unwrap();
    assert_eq!(names(&store)[0].0, "长".repeat(100));
}

#[test]
fn what_is_damaged_is_not_offered_and_makes_way_for_the_whole_file() {
    let store = MemoryStore::default();
    kept(&store, 1, "甲.json", "文件的内容").unwrap();
    let whole = store.entries.borrow()[0].1.clone();
    let cut = whole.trim_end_matches('容');
    for raw in ["", "y1", "什么", cut, &whole.replace("内容", "别的")] {
        store.entries.borrow_mut()[0].1 = raw.into();
        assert_eq!(names(&store), [], "{raw}");
        kept(&store, 2, "甲.json", "文件的内容").unwrap();
        assert_eq!(names(&store), [("甲.json".into(), 2, "文件的内容".into())]);
    }
    // Somebody else's text under its key is another text's damage.
    let key = store.entries.borrow()[0].0.clone();
    kept(&store, 3, "乙.json", "另一份").unwrap();
    let other = store.entries.borrow().iter().find(|(known, _)| *known != key).unwrap().1.clone();
    store.entries.borrow_mut().iter_mut().for_each(|(_, raw)| raw.clone_from(&other));
    assert_eq!(names(&store), [("乙.json".into(), 3, "另一份".into())]);
}

#[test]
fn what_a_later_version_left_stays_and_nothing_else_is_said_to_be_kept() {
    let store = MemoryStore::default();
    kept(&store, 1, "甲.json", "一").unwrap();
    store.entries.borrow_mut()[0].1 = "y2 of a later form".into();
    assert_eq!(kept(&store, 2, "甲.json", "一"), Err(Reason::NewerSchema));
    assert_eq!(names(&store), []);
    assert_eq!(store.entries.borrow()[0].1, "y2 of a later form");
}

#[test]
fn what_the_disk_has_no_room_for_is_not_said_to_be_kept() {
    let disk = Disk::default();
    disk.knobs.update.set(Some((1, Reason::Quota)));
    assert_eq!(now(put(&disk, 1, "甲.json", "一")), Err(Reason::Quota));
    assert_eq!(names(&disk.mirror), []);
    assert_eq!(now(put(&disk, 2, "甲.json", "一")), Ok(()));
    disk.knobs.update.set(Some((1, Reason::MirrorFailed)));
    let key = listed(&disk.mirror)[0].0.key.clone();
    assert_eq!(now(remove(&disk, vec![key])), Err(Reason::MirrorFailed));
    assert_eq!(names(&disk.mirror).len(), 1);
}

#[test]
fn promise_11_what_waits_for_a_plan_is_no_plans_own() {
    for plan in ["left", "nanhai-2023", "a.b"] {
        for waits_for in ["left", "nanhai-2023", "nanhai-2024", "a"] {
            // The name of a plan's own database is what its keys begin with, without the last dot.
            let own = key_prefix(plan);
            assert!(!database_name(waits_for).starts_with(&own));
            assert_ne!(database_name(waits_for), own.trim_end_matches('.'));
        }
    }
}
