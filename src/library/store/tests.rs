//! The library on stores in memory.

use std::cell::RefCell;
use std::future::Future;
use std::pin::pin;
use std::rc::Rc;
use std::task::{Context, Poll, Waker};

use yaodian_page::pack::pack;
use yaodian_plan::Plan;
use yaodian_vault::Reason;
use yaodian_vault::memory::MemoryStore;
use yaodian_vault::stores::{Decide, Mirror, StoreFuture, Table};

use super::super::deletion::Deletion;
use super::super::record::{Draft, DraftHead, PlanHead, PlanKey, sealed};
use super::{Body, NotAdded, Store};

/// A disk that is full whenever something is written.
struct Full(MemoryStore);

impl Mirror for Full {
    fn is_persistent(&self) -> bool {
        true
    }
    fn load(&self, table: Table) -> StoreFuture<Vec<(String, String)>> {
        Mirror::load(&self.0, table)
    }
    fn update(&self, table: Table, keys: Vec<String>, decide: Decide) -> StoreFuture<()> {
        let before = self.0.entries.borrow().clone();
        let done = self.0.update(table, keys, decide);
        if *self.0.entries.borrow() == before {
            return done;
        }
        self.0.entries.replace(before);
        Box::pin(std::future::ready(Err(Reason::Quota)))
    }
}

/// A disk that notes which texts are asked for.
struct Noting(MemoryStore, Rc<RefCell<Vec<String>>>);

impl Mirror for Noting {
    fn is_persistent(&self) -> bool {
        true
    }
    fn load(&self, table: Table) -> StoreFuture<Vec<(String, String)>> {
        self.1.borrow_mut().push("all".into());
        Mirror::load(&self.0, table)
    }
    fn keys(&self, table: Table) -> StoreFuture<Vec<String>> {
        Mirror::keys(&self.0, table)
    }
    fn update(&self, table: Table, keys: Vec<String>, decide: Decide) -> StoreFuture<()> {
        self.1.borrow_mut().extend(keys.iter().cloned());
        self.0.update(table, keys, decide)
    }
}

#[derive(Clone, Default)]
struct Disk {
    heads: MemoryStore,
    plans: MemoryStore,
    drafts: MemoryStore,
    parts: MemoryStore,
}

impl Disk {
    fn store(&self) -> Store {
        Store {
            heads: Rc::new(self.heads.clone()),
            plans: Rc::new(self.plans.clone()),
            drafts: Rc::new(self.drafts.clone()),
            parts: Rc::new(self.parts.clone()),
        }
    }

    fn all(&self) -> Vec<Vec<(String, String)>> {
        [&self.heads, &self.plans, &self.drafts, &self.parts]
            .map(|store| store.entries.borrow().clone())
            .to_vec()
    }
}

fn run<T>(future: impl Future<Output = T>) -> T {
    let mut future = pin!(future);
    match future.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(value) => value,
        Poll::Pending => panic!("a store in memory is always ready"),
    }
}

fn plan(id: &str, title: &str) -> Plan {
    let text = format!(
        r#"{{"format":1,"id":"{id}","title":"{title}","issuer":"某区人大常委会","year":2024,"preamble":[],
        "sections":[],"annexes":[],"units":[],"categories":[],"items":[]}}"#
    );
    Plan::from_json(&text).unwrap()
}

fn add(store: &Store, plan: &Plan, at: i64) -> Result<PlanKey, NotAdded> {
    run(store.add(PlanHead::of(plan, at), body(plan)))
}

fn body(plan: &Plan) -> Body {
    Body { packed: pack(plan), sounds: "a阿".into() }
}

fn titles(heads: &[PlanHead]) -> Vec<&str> {
    heads.iter().map(PlanHead::called).collect()
}

#[test]
fn what_is_added_is_there_and_the_last_one_used_comes_first() {
    let store = Disk::default().store();
    let one = add(&store, &plan("one", "甲"), 10).unwrap();
    let two = add(&store, &plan("two", "乙"), 20).unwrap();
    assert_eq!(titles(&run(store.plans()).unwrap()), ["乙", "甲"]);
    run(store.change(&one, |head| head.used = 30)).unwrap();
    assert_eq!(titles(&run(store.plans()).unwrap()), ["甲", "乙"]);
    assert_eq!(run(store.body(&two)).unwrap(), Some(body(&plan("two", "乙"))));
    assert_eq!(run(store.body(&PlanKey::new("three").unwrap())).unwrap(), None);
}

#[test]
fn the_same_plan_is_there_once_and_keeps_its_name() {
    let store = Disk::default().store();
    let key = add(&store, &plan("one", "甲"), 10).unwrap();
    run(store.change(&key, |head| head.name = "我们的".into())).unwrap();
    run(store.change(&key, |head| head.archived = true)).unwrap();
    assert_eq!(add(&store, &plan("one", "甲"), 20), Ok(key));
    let all = run(store.plans()).unwrap();
    assert_eq!((all.len(), all[0].called(), all[0].archived, all[0].added), (1, "我们的", false, 10));
}

#[test]
fn another_plan_with_an_id_that_is_taken_changes_nothing() {
    let disk = Disk::default();
    let store = disk.store();
    add(&store, &plan("one", "甲"), 10).unwrap();
    let before = disk.all();
    assert_eq!(add(&store, &plan("one", "乙"), 20), Err(NotAdded::Taken));
    assert_eq!(disk.all(), before);
    run(store.replace(PlanHead::of(&plan("one", "乙"), 30), body(&plan("one", "乙")))).unwrap();
    assert_eq!(titles(&run(store.plans()).unwrap()), ["乙"]);
}

#[test]
fn adding_a_plan_touches_no_other() {
    let disk = Disk::default();
    let store = disk.store();
    add(&store, &plan("one", "甲"), 10).unwrap();
    let before = disk.all();
    add(&store, &plan("two", "</script><!-- \u{2028} =1+1"), 20).unwrap();
    for (before, after) in before.iter().zip(disk.all()) {
        for entry in before {
            assert!(after.contains(entry), "{entry:?}");
        }
    }
    assert_eq!(titles(&run(store.plans()).unwrap()), ["</script><!-- \u{2028} =1+1", "甲"]);
}

#[test]
fn a_deleted_plan_can_be_brought_back() {
    let store = Disk::default().store();
    let key = add(&store, &plan("one", "甲"), 10).unwrap();
    run(store.change(&key, |head| head.deleted = Some(20))).unwrap();
    assert_eq!(run(store.plans()).unwrap(), []);
    assert_eq!(run(store.body(&key)).unwrap(), None);
    assert_eq!(titles(&run(store.deleted()).unwrap()), ["甲"]);
    run(store.change(&key, |head| head.deleted = None)).unwrap();
    assert_eq!(titles(&run(store.plans()).unwrap()), ["甲"]);
    assert!(run(store.body(&key)).unwrap().is_some());
}

#[test]
fn a_full_disk_is_said_and_nothing_has_changed() {
    let disk = Disk::default();
    let full = Store {
        heads: Rc::new(disk.heads.clone()),
        plans: Rc::new(Full(disk.plans.clone())),
        drafts: Rc::new(Full(disk.drafts.clone())),
        parts: Rc::new(Full(disk.parts.clone())),
    };
    assert_eq!(add(&full, &plan("one", "甲"), 10), Err(NotAdded::NotKept(Reason::Quota)));
    assert_eq!(run(full.plans()).unwrap(), []);
    let draft = Draft { head: DraftHead { id: "d".into(), name: "稿".into(), at: 1 }, text: "x".into() };
    assert_eq!(run(full.put_draft(draft)), Err(Reason::Quota));
    assert_eq!(run(full.put_part("d", 0, "x")), Err(Reason::Quota));
    assert_eq!(disk.all(), Disk::default().all());
}

#[test]
fn what_a_later_version_wrote_is_refused_unharmed() {
    let disk = Disk::default();
    let store = disk.store();
    let key = add(&store, &plan("one", "甲"), 10).unwrap();
    for part in [&disk.heads, &disk.plans] {
        let mut entries = part.entries.borrow_mut();
        entries[0].1 = entries[0].1.replacen("y1 ", "y2 ", 1);
    }
    let before = disk.all();
    assert_eq!(run(store.plans()), Err(Reason::NewerSchema));
    assert_eq!(run(store.body(&key)), Err(Reason::NewerSchema));
    assert_eq!(run(store.change(&key, |head| head.archived = true)), Err(Reason::NewerSchema));
    assert_eq!(add(&store, &plan("one", "甲"), 20), Err(NotAdded::NotKept(Reason::NewerSchema)));
    let other = plan("one", "乙");
    assert_eq!(run(store.replace(PlanHead::of(&other, 30), body(&other))), Err(Reason::NewerSchema));
    assert_eq!(disk.all(), before);
}

#[test]
fn what_a_later_version_added_to_a_head_is_kept() {
    let mut head = PlanHead::of(&plan("one", "甲"), 10);
    head.more.push("from later".into());
    let read = PlanHead::decode("one", &head.encode()).unwrap();
    assert_eq!(read, head);
    assert_eq!(PlanHead::decode("two", &head.encode()), Err(Reason::ReadBack), "under another key");
}

#[test]
fn why_a_plan_was_deleted_is_kept_and_a_head_from_before_that_says_nothing() {
    let head = PlanHead::of(&plan("one", "甲"), 10);
    for deletion in [
        Deletion::default(),
        Deletion { is_replaced: true, recorded: 3, point: None },
        Deletion { is_replaced: false, recorded: 12, point: Some(1_700_000_000_000) },
    ] {
        let head = PlanHead { deleted: Some(20), deletion, ..head.clone() };
        assert_eq!(PlanHead::decode("one", &head.encode()), Ok(head));
    }
    let texts = ["甲", "某区人大常委会", "2024", "1", "10", "10", "", "", "20"].map(str::to_owned);
    let read = PlanHead::decode("one", &sealed("one", &texts)).unwrap();
    assert_eq!((read.deleted, read.deletion), (Some(20), Deletion::default()));
}

#[test]
fn a_damaged_plan_is_said_and_can_be_added_again() {
    let disk = Disk::default();
    let store = disk.store();
    let key = add(&store, &plan("one", "甲"), 10).unwrap();
    disk.plans.entries.borrow_mut()[0].1.truncate(60);
    assert_eq!(run(store.body(&key)), Err(Reason::ReadBack));
    add(&store, &plan("one", "甲"), 20).unwrap();
    assert_eq!(run(store.body(&key)).unwrap(), Some(body(&plan("one", "甲"))));
}

#[test]
fn to_list_drafts_their_texts_are_not_read() {
    let disk = Disk::default();
    let asked = Rc::default();
    let store = Store { drafts: Rc::new(Noting(disk.drafts.clone(), Rc::clone(&asked))), ..disk.store() };
    assert_eq!(run(store.drafts()).unwrap(), []);
    let head = DraftHead { id: "d".into(), name: "稿".into(), at: 1 };
    run(store.put_draft(Draft { head: head.clone(), text: "很长".into() })).unwrap();
    asked.borrow_mut().clear();
    assert_eq!(run(store.drafts()).unwrap(), [head]);
    assert_eq!(*asked.borrow(), ["d"]);
}

#[test]
fn drafts_are_kept_side_by_side_and_deleted_one_by_one() {
    let store = Disk::default().store();
    let draft = |id: &str, at, text: &str| Draft {
        head: DraftHead { id: id.into(), name: format!("稿{id}"), at },
        text: text.into(),
    };
    run(store.put_draft(draft("1", 10, "一"))).unwrap();
    run(store.put_draft(draft("2", 20, "二"))).unwrap();
    run(store.put_draft(draft("1", 30, "一改"))).unwrap();
    let names: Vec<_> = run(store.drafts()).unwrap().into_iter().map(|head| head.name).collect();
    assert_eq!(names, ["稿1", "稿2"]);
    assert_eq!(run(store.draft("1")).unwrap(), Some(draft("1", 30, "一改")));
    run(store.delete_draft("1")).unwrap();
    assert_eq!(run(store.draft("1")).unwrap(), None);
    assert_eq!(run(store.draft("2")).unwrap(), Some(draft("2", 20, "二")));
}

#[test]
fn parts_of_drafts_come_back_whole_however_long_they_are() {
    let disk = Disk::default();
    let store = disk.store();
    let long = "第一部分\n".repeat(200_000);
    run(store.put_part("1", 0, &long)).unwrap();
    run(store.put_part("1", 1, "短")).unwrap();
    run(store.put_part("11", 0, "别的")).unwrap();
    assert!(disk.parts.entries.borrow().len() >= 4, "in pieces");
    assert_eq!(run(store.part("1", 0)).unwrap(), Some(long));
    assert_eq!(run(store.part("1", 1)).unwrap().as_deref(), Some("短"));
    assert_eq!(run(store.part("1", 2)).unwrap(), None);
    run(store.delete_part("1", 0)).unwrap();
    assert_eq!(run(store.part("1", 0)).unwrap(), None);
    assert_eq!(disk.parts.entries.borrow().len(), 2);
    assert_eq!(run(store.part("11", 0)).unwrap().as_deref(), Some("别的"));
}
