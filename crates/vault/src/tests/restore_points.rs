//! Restore points and replacing everything.

use super::*;

#[test]
fn nothing_is_not_worth_a_restore_point() {
    let disk = Disk::with(&[("a", "1")]);
    let page = disk.page(2);
    assert_eq!(now(page.engine.clone().create_restore_point(7, "first")), Ok(Some(7)));
    page.delete("a");
    assert_eq!(now(page.engine.clone().create_restore_point(8, "empty")), Ok(None));
    let left = now(page.engine.clone().restore_points()).unwrap();
    assert_eq!((left.len(), left[0].id, left[0].reason.as_str()), (1, 7, "first"));
    assert_eq!(left[0].entries, owned(&[("a", "1")]));
}

#[test]
fn ten_different_ones_are_kept() {
    let disk = Disk::default();
    let page = disk.page(2);
    for count in 1..=14 {
        page.put("a", &count.to_string());
        // The clock stands still, and everything is asked for twice.
        assert_eq!(now(page.engine.clone().create_restore_point(100, "")), Ok(Some(99 + count)));
        assert_eq!(now(page.engine.clone().create_restore_point(100, "")), Ok(Some(99 + count)));
    }
    let left = now(page.engine.clone().restore_points()).unwrap();
    assert_eq!(left.iter().map(|left| left.id).collect::<Vec<_>>(), (104..=113).rev().collect::<Vec<_>>());
}

#[test]
fn replacing_and_going_back_gives_the_same_bytes() {
    let disk = Disk::with(&[("a", "1"), ("b", "2\n\u{0}😀")]);
    let page = disk.page(2);
    let before = page.engine.entries();
    let point = now(page.engine.clone().replace_all(7, "import", owned(&[("b", "3"), ("c", "4")])));
    assert_eq!(point, Ok(Some(7)));
    assert_eq!(page.state.get(), SaveState::Saved);
    assert_eq!(disk.page(3).engine.entries(), owned(&[("b", "3"), ("c", "4")]));
    let kept = now(page.engine.clone().restore_points()).unwrap();
    assert_eq!(now(page.engine.clone().replace_all(8, "undo", kept[0].entries.clone())), Ok(Some(8)));
    assert_eq!(disk.page(4).engine.entries(), before);
}

#[test]
fn a_mirror_that_fails_leaves_the_old_texts() {
    let disk = Disk::with(&[("a", "1"), ("b", "2")]);
    let page = disk.page(2);
    assert_eq!(now(page.engine.clone().create_restore_point(6, "before")), Ok(Some(6)));
    disk.knobs.update.set(Some((2, Reason::MirrorFailed)));
    let outcome = now(page.engine.clone().replace_all(7, "import", owned(&[("c", "3")])));
    assert_eq!(outcome, Err(Reason::MirrorFailed));
    page.flush();
    assert_eq!(page.state.get(), SaveState::Saved);
    for page in [page, disk.page(3)] {
        assert_eq!(page.engine.entries(), owned(&[("a", "1"), ("b", "2")]));
    }
}

#[test]
fn a_primary_alone_that_is_full_gets_its_old_texts_back() {
    let disk = Disk::with(&[("a", "1")]);
    disk.knobs.load.set(Some(Reason::MirrorFailed));
    let page = disk.page(2);
    disk.knobs.write.set(Some(Reason::Quota));
    let outcome = now(page.engine.clone().replace_all(7, "import", owned(&[("c", "3")])));
    assert_eq!(outcome, Err(Reason::Quota));
    assert_eq!(page.engine.entries(), owned(&[("a", "1")]));
    assert_eq!(disk.page(3).engine.entries(), owned(&[("a", "1")]));
}

#[test]
fn a_crash_before_the_primary_is_written_leaves_all_of_the_new() {
    let disk = Disk::with(&[("a", "1"), ("b", "2")]);
    let old = disk.primary.entries.borrow().clone();
    let page = disk.page(2);
    assert!(now(page.engine.clone().replace_all(7, "import", owned(&[("b", "3")]))).is_ok());
    // The old primary comes back, as after a crash.
    disk.primary.entries.replace(old);
    assert_eq!(disk.page(3).engine.entries(), owned(&[("b", "3")]));
}

#[test]
fn a_primary_alone_that_gets_full_halfway_gets_its_old_texts_back() {
    let disk = Disk::with(&[("a", "1"), ("b", "2")]);
    disk.knobs.load.set(Some(Reason::MirrorFailed));
    let page = disk.page(2);
    disk.knobs.limit.set(Some(400));
    let new = [("a", "3"), ("b", &*"4".repeat(400))];
    let outcome = now(page.engine.clone().replace_all(7, "import", owned(&new)));
    assert_eq!(outcome, Err(Reason::Quota));
    assert_eq!(page.state.get(), SaveState::Failed(Reason::MirrorFailed), "but everything is in the primary");
    for page in [page, disk.page(3)] {
        assert_eq!(page.engine.entries(), owned(&[("a", "1"), ("b", "2")]));
    }
}

#[test]
fn what_another_page_has_changed_during_a_replacement_is_given_to_who_asks() {
    let disk = Disk::with(&[("a", "1")]);
    let page = |writer| open(Box::<MemoryStore>::default(), Rc::new(disk.clone()), 1, writer);
    let (one, two) = (page(2), page(3));
    one.put("a", "1\none");
    one.flush();
    assert!(now(two.engine.clone().replace_all(7, "import", owned(&[("a", "2")]))).is_ok());
    let merged = two.engine.get("a");
    assert_eq!(merged.as_deref(), Some("1\n2\none"));
    assert_eq!(two.engine.take_changes(), [changed("a", merged)]);
}

#[test]
fn what_is_entered_during_a_replacement_stays() {
    for fails in [false, true] {
        let disk = Disk::with(&[("a", "1"), ("b", "2")]);
        let page = disk.page(2);
        assert_eq!(now(page.engine.clone().create_restore_point(6, "before")), Ok(Some(6)));
        disk.knobs.update.set(fails.then_some((2, Reason::MirrorFailed)));
        // The restore point is there already, so the next exchange is the replacement.
        page.put_meanwhile(&disk, "a", "typed");
        let outcome = now(page.engine.clone().replace_all(7, "import", owned(&[("a", "3"), ("c", "4")])));
        assert_eq!(outcome.is_err(), fails);
        page.flush();
        assert_eq!(page.state.get(), SaveState::Saved);
        let expected = if fails { [("a", "typed"), ("b", "2")] } else { [("a", "typed"), ("c", "4")] };
        for page in [page, disk.page(3)] {
            assert_eq!(page.engine.entries(), owned(&expected));
        }
    }
}
