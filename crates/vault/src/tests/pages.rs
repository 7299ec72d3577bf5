//! Several open pages.

use proptest::prelude::*;

use super::*;

/// Lets a page hear what another page's primary has written.
fn deliver(from: &Disk, to: &Page) {
    let written = from.written.take();
    for (key, raw) in written {
        to.receive(&key, &raw);
    }
}

#[test]
fn a_change_arrives_once_and_is_taken_as_it_is() {
    let disk = Disk::with(&[("a", "1\n2")]);
    let (one, two) = (disk.page(2), disk.page(3));
    disk.written.take();
    one.put("a", "2");
    let events = disk.written.borrow().clone();
    deliver(&disk, &two);
    assert_eq!(two.get("a").as_deref(), Some("2"), "the removed line must not come back");
    for (key, raw) in events {
        two.receive(&key, &raw);
    }
    assert_eq!(*two.app.changes.borrow(), [changed("a", Some("2".to_owned()))]);
    assert!(disk.written.borrow().is_empty(), "two must not answer");
    one.flush();
    two.flush();
    assert_eq!(two.state.get(), SaveState::Saved);
}

#[test]
fn an_edit_whose_event_is_still_to_come_is_merged() {
    let disk = Disk::with(&[("a", "0")]);
    let (one, two) = (disk.page(2), disk.page(3));
    one.put("a", "0\none");
    two.put("a", "0\ntwo");
    assert_eq!(two.get("a").as_deref(), Some("0\none\ntwo"));
    assert_eq!(two.app.changes.borrow().len(), 1);
    deliver(&disk, &one);
    assert_eq!(one.get("a").as_deref(), Some("0\none\ntwo"));
}

#[test]
fn without_a_primary_the_mirror_merges() {
    let disk = Disk::default();
    let page = |writer| open(Box::<MemoryStore>::default(), Rc::new(disk.clone()), 1, writer);
    let (one, two) = (page(2), page(3));
    one.put("a", "one");
    one.flush();
    two.put("a", "two");
    two.flush();
    assert_eq!(two.get("a").as_deref(), Some("one\ntwo"));
    one.put("b", "x");
    one.refresh();
    assert_eq!(one.get("a").as_deref(), Some("one\ntwo"));
    assert_eq!(one.app.changes.borrow().len(), 1);
    // Made from what this page had saved, so what is missing was removed.
    two.put("a", "two");
    two.put("a", "2");
    two.flush();
    one.refresh();
    assert_eq!(one.get("a").as_deref(), Some("2"));
}

#[test]
fn what_is_written_outlives_what_is_deleted() {
    for first in [true, false] {
        let disk = Disk::with(&[("a", "1")]);
        let (one, two) = (disk.page(2), disk.page(3));
        if first {
            one.delete("a");
            two.put("a", "1\n2");
        } else {
            two.put("a", "1\n2");
            one.delete("a");
        }
        assert_eq!(disk.page(4).get("a").as_deref(), Some("1\n2"));
    }
}

#[test]
fn what_another_page_changed_may_be_answered_at_once() {
    let disk = Disk::default();
    let (one, two) = (disk.page(2), disk.page(3));
    one.put("a", "asked");
    deliver(&disk, &two);
    assert_eq!(*two.app.changes.borrow(), [changed("a", Some("asked".to_owned()))]);
    two.put("a", "answered");
    two.put("b", "as well");
    two.flush();
    assert_eq!(two.state.get(), SaveState::Saved);
    assert_eq!(disk.page(4).engine.entries(), owned(&[("a", "answered"), ("b", "as well")]));
}

#[test]
fn what_is_written_by_somebody_who_has_not_taken_a_change_is_merged_with_it() {
    for (text, expected) in [(Some("two\nmore"), "more\none\ntwo"), (None, "one\ntwo")] {
        let disk = Disk::default();
        let page = |writer| open(Box::<MemoryStore>::default(), Rc::new(disk.clone()), 1, writer);
        let (one, two) = (page(2), page(3));
        one.put("a", "one");
        one.flush();
        two.put("a", "two");
        // The mirror has been asked, and has not answered yet.
        let (engine, app) = (two.engine.clone(), two.app.clone());
        disk.knobs.meanwhile.replace(Some(Box::new(move || {
            assert!(app.put(&engine, "a", text.map(str::to_owned)));
        })));
        two.flush();
        assert_eq!(two.get("a").as_deref(), Some(expected));
        assert_eq!(*two.app.changes.borrow(), [changed("a", Some(expected.to_owned()))]);
        assert_eq!(disk.page(4).get("a").as_deref(), Some(expected));
    }
}

#[test]
fn all_that_is_put_at_once_is_merged_with_what_other_pages_have_written() {
    let disk = Disk::with(&[("a", "0"), ("b", "0")]);
    let (one, two) = (disk.page(2), disk.page(3));
    one.put("a", "0\none");
    one.put("b", "0\none");
    let texts = ["a", "b"].map(|key| (key.to_owned(), Some("0\ntwo".to_owned())));
    let merged = || Some("0\none\ntwo".to_owned());
    assert_eq!(two.engine.put(texts.into()), Ok(vec![changed("a", merged()), changed("b", merged())]));
    assert_eq!(two.engine.take_changes(), [], "each is given once");
}

#[derive(Clone, Debug)]
enum Step {
    Put(usize, u8),
    /// While the mirror is busy with a flush.
    PutMeanwhile(usize, u8),
    Flush(usize),
    Deliver(usize),
    Refresh(usize),
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let page = 0..2_usize;
    let step = prop_oneof![
        4 => (page.clone(), 0..2_u8).prop_map(|(page, key)| Step::Put(page, key)),
        1 => (page.clone(), 0..2_u8).prop_map(|(page, key)| Step::PutMeanwhile(page, key)),
        2 => page.clone().prop_map(Step::Flush),
        2 => page.clone().prop_map(Step::Deliver),
        1 => page.prop_map(Step::Refresh),
    ];
    prop::collection::vec(step, 1..40)
}

/// How the pages see each other.
#[derive(Clone, Copy, Debug)]
enum Sight {
    /// One `localStorage`.
    Shared,
    /// Each process has a copy of `localStorage` that follows the other's with the events.
    Copied,
    /// No `localStorage`.
    Blind,
}

fn walk(sight: Sight, steps: &[Step]) {
    let shared = Disk::default();
    let disks: Vec<Disk> = (0..2)
        .map(|_| Disk {
            primary: if matches!(sight, Sight::Shared) {
                shared.primary.clone()
            } else {
                MemoryStore::default()
            },
            mirror: shared.mirror.clone(),
            ..Disk::default()
        })
        .collect();
    let pages: Vec<Page> = (2..).zip(&disks).map(|(writer, disk)| disk.page(writer)).collect();
    let deliver = |to: usize| {
        for (key, raw) in disks[1 - to].written.take() {
            match sight {
                Sight::Shared => {}
                Sight::Copied => assert_eq!(disks[to].primary.write(&key, &raw), Ok(())),
                Sight::Blind => continue,
            }
            pages[to].receive(&key, &raw);
        }
    };
    let name = |key: u8| format!("key {key}");
    let mut lines = [Vec::new(), Vec::new()];
    let mut text = |page: usize, key: u8, count: usize| {
        let line = format!("line {count}");
        let text = union(pages[page].app.texts.borrow().get(&name(key)).map_or("", |text| text), &line);
        lines[usize::from(key)].push(line);
        text
    };
    for (count, step) in steps.iter().enumerate() {
        match *step {
            Step::Put(page, key) => pages[page].put(&name(key), &text(page, key, count)),
            Step::PutMeanwhile(page, key) => {
                // Made of what the app knows before the flush.
                let (name, text) = (name(key), text(page, key, count));
                let (engine, app) = (pages[page].engine.clone(), pages[page].app.clone());
                let put = move || assert!(app.put(&engine, &name, Some(text)));
                disks[page].knobs.meanwhile.replace(Some(Box::new(put)));
                pages[page].flush();
                // Where there was nothing to flush, nothing was put.
                disks[page].knobs.pass();
            }
            Step::Flush(page) => pages[page].flush(),
            Step::Deliver(page) => deliver(page),
            Step::Refresh(page) => pages[page].refresh(),
        }
    }
    for _ in 0..4 {
        for (at, page) in pages.iter().enumerate() {
            deliver(at);
            page.flush();
            page.refresh();
        }
    }
    let reopened = disks[0].page(9);
    for (key, mut lines) in lines.into_iter().enumerate() {
        lines.sort_unstable();
        let all = lines.join("\n");
        for page in [&pages[0], &pages[1], &reopened] {
            let name = format!("key {key}");
            assert_eq!(page.get(&name).unwrap_or_default(), all);
            assert_eq!(page.app.texts.borrow().get(&name).cloned(), page.get(&name), "the app knows all");
            assert_eq!(page.state.get(), SaveState::Saved);
        }
    }
    assert!(disks.iter().all(|disk| disk.written.borrow().is_empty()) || matches!(sight, Sight::Blind));
}

proptest! {
    #[test]
    fn two_pages_lose_nothing_and_agree(steps in steps()) {
        for sight in [Sight::Shared, Sight::Copied, Sight::Blind] {
            walk(sight, &steps);
        }
    }
}
