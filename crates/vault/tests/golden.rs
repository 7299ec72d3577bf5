//! What earlier releases stored, kept for ever: it is still read, and the same bytes are written.
//!
//! `BLESS=1` writes the files anew. They have two lines for each text: its key, and the text with `\n` for line feeds.

use std::cell::Cell;
use std::future::Future;
use std::pin::pin;
use std::rc::Rc;
use std::task::{Context, Poll, Waker};

use yaodian_vault::envelope::{Decoded, Envelope, Version, decode, encode};
use yaodian_vault::mailbox::{self, WaitingFile};
use yaodian_vault::memory::MemoryStore;
use yaodian_vault::restore_point::{self, RestorePoint};
use yaodian_vault::stores::Primary;
use yaodian_vault::{Engine, Meeting, SaveState};

/// Runs what never has to wait.
fn now<T>(future: impl Future<Output = T>) -> T {
    match pin!(future).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(value) => value,
        Poll::Pending => panic!("this should not have to wait"),
    }
}

/// Two lines a text.
fn listed(texts: &[(String, String)]) -> String {
    texts.iter().map(|(key, raw)| format!("{key}\n{}\n", raw.replace('\n', "\\n"))).collect()
}

fn read(file: &str) -> Vec<(String, String)> {
    let lines: Vec<&str> = file.lines().collect();
    lines.chunks(2).map(|pair| (pair[0].to_owned(), pair[1].replace("\\n", "\n"))).collect()
}

/// Compares with a golden file, or writes it.
fn check(name: &str, golden: &str, texts: &[(String, String)]) {
    let written = listed(texts);
    if std::env::var_os("BLESS").is_some() {
        let path = format!("{}/tests/golden/{name}", env!("CARGO_MANIFEST_DIR"));
        std::fs::write(path, &written).expect("written");
    }
    assert_eq!(written, golden);
}

fn version(seq: u64, writer: u32) -> Version {
    Version { seq, writer }
}

#[test]
fn promise_12_envelopes_of_version_1() {
    let made = [
        ("item/s2-3", version(1, 0), version(0, 0), Some("")),
        ("item/m7-5", version(42, 4_294_967_295), version(41, 7), Some("一二三\n“四”😀")),
        ("draft/s2-3", version(3, 9), version(2, 9), None),
    ];
    let envelope = |at: usize| Envelope {
        version: made[at].1,
        parent: made[at].2,
        value: made[at].3.map(str::to_owned),
    };
    let written: Vec<_> =
        (0..made.len()).map(|at| (made[at].0.to_owned(), encode(made[at].0, &envelope(at)))).collect();
    let golden = include_str!("golden/envelopes-v1.txt");
    check("envelopes-v1.txt", golden, &written);
    for (at, (key, raw)) in read(golden).iter().enumerate() {
        assert_eq!(decode(key, raw), Decoded::Valid(envelope(at)));
    }
}

#[test]
fn promise_12_restore_points_of_version_1() {
    let made = RestorePoint {
        id: 1_690_003_600_000,
        reason: "导入“进展.json”之前".into(),
        entries: vec![
            ("item/s2-3".into(), "5:甲\n".into()),
            ("session/chairpersons-7".into(), String::new()),
        ],
    };
    let golden = include_str!("golden/restore-v1.txt");
    check("restore-v1.txt", golden, &[(restore_point::key(made.id), restore_point::encode(&made))]);
    assert_eq!(restore_point::decode(&read(golden)[0]), Some(made));
}

#[test]
fn promise_12_waiting_files_of_version_1() {
    let store = MemoryStore::default();
    now(mailbox::put(&store, 1_690_003_600_000, "财经委 进展.json", "{\n\"甲\": 1}")).expect("kept");
    let golden = include_str!("golden/waiting-v1.txt");
    check("waiting-v1.txt", golden, &store.entries.borrow());
    let store = MemoryStore::default();
    store.entries.borrow_mut().extend(read(golden));
    let file = WaitingFile {
        key: read(golden)[0].0.clone(),
        name: "财经委 进展.json".into(),
        at: 1_690_003_600_000,
    };
    assert_eq!(now(mailbox::list(&store)), Ok(vec![(file, "{\n\"甲\": 1}".to_owned())]));
}

/// Opens a vault over what is in a store, and gives what it took for entries.
fn open(primary: &MemoryStore, writer: u32) -> Rc<Engine> {
    let state = Rc::new(Cell::new(SaveState::Saving));
    let report = Box::new(move |now| state.set(now));
    let merge = Box::new(|meeting: Meeting| meeting.newer.map(str::to_owned));
    let mirror = Rc::new(MemoryStore::default());
    now(Engine::open(Box::new(primary.clone()), mirror, merge, (1, writer), "yaodian.p.".into(), report))
}

#[test]
fn promise_12_a_primary_store_of_version_1() {
    let primary = MemoryStore::default();
    primary.write("item/s2-4", "broken").expect("written");
    let page = open(&primary, 5);
    for (key, text) in [("item/s2-3", Some("{}")), ("author/k3f9x2", Some("甲")), ("author/k3f9x2", None)] {
        page.put(vec![(key.to_owned(), text.map(str::to_owned))]).expect("written");
    }
    let golden = include_str!("golden/primary-v1.txt");
    check("primary-v1.txt", golden, &primary.entries.borrow());

    let primary = MemoryStore::default();
    primary.entries.borrow_mut().extend(read(golden));
    let page = open(&primary, 6);
    assert_eq!(page.entries(), [("item/s2-3".to_owned(), "{}".to_owned())]);
    let damaged = now(page.clone().quarantined());
    assert_eq!(
        damaged.iter().map(|one| (&*one.key, &*one.raw)).collect::<Vec<_>>(),
        [("item/s2-4", "broken")]
    );
    assert_eq!(listed(&primary.entries.borrow()), golden, "nothing is written anew");
}
