//! Stores that are cleared under the page.

use super::*;

/// What another page, or the user, does who clears the site's data.
fn clear(memory: &MemoryStore) {
    memory.entries.borrow_mut().clear();
    memory.restore_points.borrow_mut().clear();
}

fn expect_everywhere(disk: &Disk, page: &Page, texts: &[(&str, &str)]) {
    for (key, text) in texts {
        assert_eq!(page.get(key).as_deref(), Some(*text));
        assert!(raw(&disk.primary, key).is_some_and(|raw| raw.ends_with(&format!("\n{text}"))), "{key}");
        assert_eq!(raw(&disk.primary, key), raw(&disk.mirror, key));
    }
    assert_eq!(page.state.get(), SaveState::Saved);
}

#[test]
fn what_vanished_from_both_stores_is_written_again_when_somebody_looks() {
    let disk = Disk::with(&[("a", "1"), ("b", "2")]);
    let page = disk.page(2);
    page.put("c", "3");
    page.flush();
    assert!(!page.engine.take_vanished());
    clear(&disk.primary);
    clear(&disk.mirror);
    now(page.engine.clone().find_vanished());
    assert_eq!(page.state.get(), SaveState::Saving, "nothing is saved until it is written again");
    page.flush();
    expect_everywhere(&disk, &page, &[("a", "1"), ("b", "2"), ("c", "3")]);
    assert!(page.engine.take_vanished());
    assert!(!page.engine.take_vanished(), "it is said once");
    // And nothing is said of what is as it was.
    now(page.engine.clone().find_vanished());
    assert!(!page.engine.take_vanished());
}

#[test]
fn what_vanished_is_noticed_at_the_next_write_too() {
    for stores in [[true, true], [true, false], [false, true]] {
        let disk = Disk::with(&[("a", "1"), ("b", "2")]);
        let page = disk.page(2);
        page.flush();
        for (memory, cleared) in [&disk.primary, &disk.mirror].into_iter().zip(stores) {
            if cleared {
                clear(memory);
            }
        }
        page.put("c", "3");
        page.flush();
        expect_everywhere(&disk, &page, &[("a", "1"), ("b", "2"), ("c", "3")]);
        assert!(page.engine.take_vanished(), "{stores:?}");
    }
}

#[test]
fn only_the_primary_is_looked_at_where_there_is_no_time() {
    let disk = Disk::with(&[("a", "1")]);
    let page = disk.page(2);
    clear(&disk.primary);
    page.engine.find_vanished_in_primary();
    assert!(raw(&disk.primary, "a").is_some());
    assert!(page.engine.take_vanished());
}

#[test]
fn of_two_pages_each_writes_what_it_has_and_they_agree() {
    let disk = Disk::with(&[("a", "1")]);
    let (one, two) = (disk.page(2), disk.page(3));
    clear(&disk.primary);
    clear(&disk.mirror);
    // A page that is opened in between finds nothing, and writes something of its own.
    let three = disk.page(4);
    three.put("a", "mine");
    three.flush();
    for page in [&one, &two, &three, &one] {
        now(page.engine.clone().find_vanished());
        page.refresh();
        page.flush();
    }
    for page in [&one, &two, &three] {
        page.refresh();
        assert_eq!(page.get("a").as_deref(), Some("1\nmine"));
    }
}

#[test]
fn a_first_write_is_no_loss() {
    let disk = Disk::default();
    let page = disk.page(2);
    page.put("a", "1");
    page.flush();
    page.delete("a");
    page.flush();
    assert!(!page.engine.take_vanished());
}
