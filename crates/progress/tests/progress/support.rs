//! Books, random and hand-made, for the tests of this folder.

use std::sync::LazyLock;

use chrono::NaiveDate;
use proptest::collection::vec;
use proptest::prelude::*;
use yaodian_plan::query::{Catalog, Status};
use yaodian_plan::{ItemId, MeetingKind, Month, Plan, UnitId};
use yaodian_progress::{
    AgendaKey, AgendaOrder, Author, AuthorId, Change, EntryKey, Field, Hour, Moved, NoteId, ProgressBook,
    RecordedStatus, SessionId, Stamp, Step, Value, encode_entry, read_entry,
};

pub const PLAN: &str = "nanhai-2023";

pub fn catalog() -> &'static Catalog {
    static CATALOG: LazyLock<Catalog> = LazyLock::new(|| {
        let text = include_str!("../../../../plans/nanhai-2023/plan.json");
        Catalog::new(Plan::from_json(text).expect("the bundled plan is sound"))
    });
    &CATALOG
}

pub fn item(text: &str) -> ItemId {
    text.parse().expect("an item id")
}

pub fn by(text: &str) -> AuthorId {
    AuthorId::new(text).expect("an author id")
}

pub fn stamp(at: i64, who: &str) -> Stamp {
    Stamp::first(at, by(who))
}

pub fn month(number: u8) -> Month {
    Month::new(number).expect("a month")
}

pub fn day(month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2023, month, day).expect("a day")
}

pub fn recorded(status: Status) -> RecordedStatus {
    RecordedStatus { status: Some(status), reason: String::new() }
}

pub fn july() -> SessionId {
    SessionId { meeting: MeetingKind::StandingCommittee, month: month(7) }
}

/// Single writes, as the app makes them by [`ProgressBook::set_all`]. Each says what it changed.
pub trait Edit {
    fn set_status(&mut self, id: ItemId, recorded: RecordedStatus, stamp: Stamp) -> Option<Change>;
    fn set_date(&mut self, id: ItemId, date: Option<NaiveDate>, stamp: Stamp) -> Option<Change>;
    fn add_note(&mut self, id: ItemId, text: &str, stamp: Stamp) -> Option<Change>;
    fn edit_note(&mut self, id: ItemId, note: NoteId, text: &str, stamp: Stamp) -> Option<Change>;
    fn delete_note(&mut self, id: ItemId, note: NoteId, stamp: Stamp) -> Option<Change>;
    fn set_session_date(&mut self, id: SessionId, date: Option<NaiveDate>, stamp: Stamp) -> Option<Change>;
    fn set_session_name(&mut self, id: SessionId, name: &str, stamp: Stamp) -> Option<Change>;
    fn set_session_place(&mut self, id: SessionId, place: &str, stamp: Stamp) -> Option<Change>;
    fn set_session_steps(&mut self, id: SessionId, steps: Option<Vec<Step>>, stamp: Stamp) -> Option<Change>;
    fn set_author(&mut self, id: AuthorId, author: Author, stamp: Stamp) -> Option<Change>;
}

impl Edit for ProgressBook {
    fn set_status(&mut self, id: ItemId, recorded: RecordedStatus, stamp: Stamp) -> Option<Change> {
        let writes = self.status_writes(&[id], recorded.status, Some(&recorded.reason));
        self.set_all(writes, stamp).pop()
    }

    fn set_date(&mut self, id: ItemId, date: Option<NaiveDate>, stamp: Stamp) -> Option<Change> {
        self.set(Field::Date(id), Value::Date(date), stamp)
    }

    /// As some file may have it, with white space around it.
    fn add_note(&mut self, id: ItemId, text: &str, stamp: Stamp) -> Option<Change> {
        self.set(Field::Note(id, NoteId::new(stamp, text)), Value::Note(Some(text.to_owned())), stamp)
    }

    /// By somebody who sees the note as it is.
    fn edit_note(&mut self, id: ItemId, note: NoteId, text: &str, stamp: Stamp) -> Option<Change> {
        let seen = self.item(id).live_notes().find(|(known, _)| *known == note);
        let seen = seen.map(|(_, text)| text.to_owned()).unwrap_or_default();
        let writes = self.note_edit_writes(id, note, &seen, text, stamp);
        assert!(writes.len() < 2, "nobody else has changed it");
        self.set_all(writes, stamp).pop()
    }

    fn delete_note(&mut self, id: ItemId, note: NoteId, stamp: Stamp) -> Option<Change> {
        self.set(Field::Note(id, note), Value::Note(None), stamp)
    }

    fn set_session_date(&mut self, id: SessionId, date: Option<NaiveDate>, stamp: Stamp) -> Option<Change> {
        self.set(Field::SessionDate(id), Value::Date(date), stamp)
    }

    fn set_session_name(&mut self, id: SessionId, name: &str, stamp: Stamp) -> Option<Change> {
        self.set(Field::SessionName(id), Value::Text(name.to_owned()), stamp)
    }

    fn set_session_place(&mut self, id: SessionId, place: &str, stamp: Stamp) -> Option<Change> {
        self.set(Field::SessionPlace(id), Value::Text(place.to_owned()), stamp)
    }

    fn set_session_steps(&mut self, id: SessionId, steps: Option<Vec<Step>>, stamp: Stamp) -> Option<Change> {
        self.set(Field::SessionSteps(id), Value::Steps(steps), stamp)
    }

    fn set_author(&mut self, id: AuthorId, author: Author, stamp: Stamp) -> Option<Change> {
        self.set(Field::Author(id), Value::Author(author), stamp)
    }
}

/// Making up a book is slow, and a hundred of them meet in every way.
pub fn few() -> ProptestConfig {
    ProptestConfig::with_cases(100)
}

/// Text with everything that a codec may stumble over.
pub fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just("abc 7".to_owned()),
        Just("决算草案已送审".to_owned()),
        Just("👩‍👩‍👧 🇨🇳 𠮷".to_owned()),
        Just("\u{2028}\u{2029}\u{0}\u{1b}\u{7f}\u{feff}\r\n\t".to_owned()),
        Just("\"\\/</script><!-- {}[]:,".to_owned()),
        vec(any::<char>(), 0..4).prop_map(String::from_iter),
    ];
    vec(piece, 0..3).prop_map(|pieces| pieces.concat())
}

fn a_stamp() -> impl Strategy<Value = Stamp> {
    // Few of each, so that books really meet.
    (0i64..4, 0u32..2, prop_oneof![Just("ann"), Just("Bo2"), Just("c")]).prop_map(|(at, count, who)| Stamp {
        at,
        count,
        by: by(who),
    })
}

fn a_date() -> impl Strategy<Value = Option<NaiveDate>> {
    proptest::option::of(
        (-90_000_000i32..90_000_000).prop_filter_map("a day", NaiveDate::from_num_days_from_ce_opt),
    )
}

fn a_status() -> impl Strategy<Value = Option<Status>> {
    proptest::option::of(prop_oneof![
        Just(Status::NotStarted),
        Just(Status::Doing),
        Just(Status::Done),
        Just(Status::Cancelled),
        (1u8..=12).prop_map(|number| Status::Postponed(month(number))),
    ])
}

/// What an agenda may deal with, in some order.
fn keys() -> impl Strategy<Value = Vec<AgendaKey>> {
    let own = a_stamp().prop_map(|created| AgendaKey::Own(NoteId::new(created, "0")));
    let item = prop_oneof![Just("s2-6"), Just("s9-99")].prop_map(|id| AgendaKey::Item(item(id)));
    vec(prop_oneof![item, own], 0..4)
}

/// One write into one of few registers.
pub fn write() -> impl Strategy<Value = (Field, Value)> {
    // s9-99 is an item that the plan does not have.
    let id = prop_oneof![Just("s1-1"), Just("m7-2"), Just("s9-99")].prop_map(item);
    let session = (1u8..3, any::<bool>()).prop_map(|(number, which)| SessionId {
        meeting: if which { MeetingKind::Chairpersons } else { MeetingKind::StandingCommittee },
        month: month(number),
    });
    let session_again = session.clone();
    let step = (text(), any::<i32>(), any::<bool>()).prop_map(|(name, offset_days, done)| Step {
        name,
        offset_days,
        done,
    });
    prop_oneof![
        (id.clone(), a_status(), text()).prop_map(|(id, status, reason)| (
            Field::Status(id),
            Value::Status(RecordedStatus { status, reason })
        )),
        (id.clone(), 1u8..=12, a_date()).prop_map(|(id, to, since)| {
            let moved = since.map(|since| Moved { to: month(to), since });
            (Field::Moved(id), Value::Moved(moved))
        }),
        (session.clone(), proptest::option::of((0u8..24, 0u8..60))).prop_map(|(id, hour)| {
            let hour = hour.and_then(|(hour, minute)| Hour::new(hour, minute));
            (Field::SessionHour(id), Value::Hour(hour))
        }),
        (id.clone(), a_date()).prop_map(|(id, date)| (Field::Date(id), Value::Date(date))),
        (id, a_stamp(), 0u8..2, proptest::option::of(text())).prop_map(|(id, created, first, text)| {
            (Field::Note(id, NoteId::new(created, &first.to_string())), Value::Note(text))
        }),
        (session.clone(), a_date()).prop_map(|(id, date)| (Field::SessionDate(id), Value::Date(date))),
        (session.clone(), text()).prop_map(|(id, text)| (Field::SessionName(id), Value::Text(text))),
        (session.clone(), text()).prop_map(|(id, text)| (Field::SessionPlace(id), Value::Text(text))),
        (session, proptest::option::of(vec(step, 0..3)))
            .prop_map(|(id, steps)| (Field::SessionSteps(id), Value::Steps(steps))),
        (session_again.clone(), a_stamp(), 0u8..2, proptest::option::of(text())).prop_map(
            |(id, created, first, text)| {
                let entry = NoteId::new(created, &first.to_string());
                (Field::AgendaEntry(id, entry), Value::Entry(text))
            }
        ),
        (session_again, proptest::option::of((keys(), keys()))).prop_map(|(id, order)| {
            let order = order.map(|(agenda, apart)| AgendaOrder { agenda, apart });
            (Field::AgendaOrder(id), Value::Order(order))
        }),
        (prop_oneof![Just("ann"), Just("Bo2")], text(), proptest::option::of(text())).prop_map(
            |(who, name, unit)| {
                (Field::Author(by(who)), Value::Author(Author { name, unit: unit.map(UnitId) }))
            }
        ),
    ]
}

/// One entry of a book, as the browser stores it; an empty book where there is no such entry.
pub fn only(book: &ProgressBook, key: EntryKey) -> ProgressBook {
    read_entry(&book.plan, &key.to_string(), &encode_entry(book, key)).expect("an entry")
}

/// A book after some writes.
pub fn book() -> impl Strategy<Value = ProgressBook> {
    vec((write(), a_stamp(), 0u8..4), 0..20).prop_map(|writes| {
        let mut book = ProgressBook::new(PLAN);
        for ((field, value), stamp, taken_back) in writes {
            let change = book.set(field, value, stamp);
            // Sometimes by somebody else than who wrote what stood there before.
            if let Some(change) = change.filter(|_| taken_back == 0) {
                book.revert(&change, Stamp { by: by("dora"), ..stamp });
            }
        }
        book
    })
}

/// The live notes of a book, as texts.
pub fn notes(book: &ProgressBook) -> Vec<String> {
    let live = book.items().into_iter().flat_map(|id| book.item(id).live_notes());
    live.map(|(_, text)| text.to_owned()).collect()
}

/// A text as other programs are given it.
pub fn shown(text: &str) -> String {
    let lines = text.replace("\r\n", "\n").replace(['\r', '\u{85}', '\u{2028}', '\u{2029}'], "\n");
    lines.replace('\t', " ").chars().filter(|char| *char == '\n' || !char.is_control()).collect()
}
