//! What was shown is what is merged, whatever happens in between, and every author stays who they are.

use std::sync::Arc;

use proptest::collection::vec;
use proptest::prelude::*;
use yaodian_plan::query::Status;
use yaodian_progress::{
    Choice, Choices, Field, NotMerged, Preview, ProgressBook, Stamp, Value, decode, encode, merge_shown,
    preview,
};

use crate::support::{Edit as _, PLAN, book, by, catalog, few, item, notes, only, recorded, stamp, write};

/// What happens at the office's desk.
#[derive(Clone, Debug)]
enum Step {
    /// One or several of the files that are left are given, behind those that wait.
    Give(usize),
    /// The file that stands first is shown.
    Show,
    /// What is shown is merged; each conflict is settled as one of these says.
    Merge(Vec<Choice>),
    /// The file that stands first is put away.
    Skip,
    /// Somebody writes something, here or in another page.
    Write(Field, Arc<Value>),
    /// The last thing that was written is taken back.
    TakeBack,
}

fn step() -> impl Strategy<Value = Step> {
    let choice = prop_oneof![Just(Choice::Mine), Just(Choice::Theirs), Just(Choice::Both)];
    prop_oneof![
        2 => (1usize..4).prop_map(Step::Give),
        3 => Just(Step::Show),
        4 => vec(choice, 1..4).prop_map(Step::Merge),
        1 => Just(Step::Skip),
        3 => write().prop_map(|(field, value)| Step::Write(field, Arc::new(value))),
        1 => Just(Step::TakeBack),
    ]
}

/// Every value that somebody ever wrote, with its author.
#[derive(Default)]
struct Written(Vec<(Value, yaodian_progress::AuthorId)>);

impl Written {
    fn add(&mut self, book: &ProgressBook) {
        for register in book.registers() {
            if !self.knows(&register.value, register.authored()) {
                self.0.push((copy(&register.value), register.authored().by));
            }
        }
    }

    fn knows(&self, value: &Value, authored: Stamp) -> bool {
        self.0.iter().any(|(known, by)| known == value && *by == authored.by)
    }
}

/// Values are shared and never copied, but a test has to keep them.
fn copy(value: &Value) -> Value {
    match value {
        Value::Status(recorded) => Value::Status(recorded.clone()),
        Value::Date(date) => Value::Date(*date),
        Value::Moved(moved) => Value::Moved(*moved),
        Value::Hour(hour) => Value::Hour(*hour),
        Value::Note(text) => Value::Note(text.clone()),
        Value::Text(text) => Value::Text(text.clone()),
        Value::Steps(steps) => Value::Steps(steps.clone()),
        Value::Entry(text) => Value::Entry(text.clone()),
        Value::Order(order) => Value::Order(order.clone()),
        Value::Author(author) => Value::Author(author.clone()),
    }
}

fn settle(preview: &Preview, choices: &[Choice]) -> Choices {
    let of =
        |(at, conflict): (usize, &yaodian_progress::Conflict)| (conflict.field, choices[at % choices.len()]);
    preview.conflicts.iter().enumerate().map(of).collect()
}

/// Everything that changed was shown, and everything that was shown has changed.
fn nothing_but_what_was_shown(
    before: &ProgressBook,
    after: &ProgressBook,
    shown: &Preview,
    choices: &Choices,
) -> Result<(), TestCaseError> {
    let value = |book: &ProgressBook, field| book.get(field).map(|register| Arc::clone(&register.value));
    let mut expected: Vec<(Field, Arc<Value>)> = Vec::new();
    for it in shown.new.iter().chain(&shown.newer) {
        expected.push((it.field, it.theirs.value.clone()));
    }
    let mut own_notes = Vec::new();
    for (conflict, (_, choice)) in shown.conflicts.iter().zip(choices) {
        let side = if *choice == Choice::Theirs { &conflict.theirs } else { &conflict.mine };
        expected.push((conflict.field, side.value.clone()));
        if let (Choice::Both, Some(id), Value::Note(Some(_))) =
            (choice, conflict.field.item(), &*conflict.theirs.value)
        {
            own_notes.push((id, &conflict.theirs));
        }
    }
    for (field, wanted) in &expected {
        prop_assert_eq!(value(after, *field), Some(wanted.clone()), "{:?}", field);
    }
    for field in after.registers().iter().map(|register| register.field) {
        if value(before, field) == value(after, field) || expected.iter().any(|(known, _)| *known == field) {
            continue;
        }
        // The only other thing that may come is the second text of a note that was to be kept too.
        let register = after.get(field).expect("a field of the book");
        let kept = own_notes.iter().any(|(id, theirs)| {
            field.item() == Some(*id)
                && register.value == theirs.value
                && field.note().is_some_and(|note| note.created == theirs.authored)
        });
        prop_assert!(kept, "{:?} was not shown", field);
    }
    for field in before.registers().iter().map(|register| register.field) {
        prop_assert!(after.get(field).is_some());
    }
    Ok(())
}

proptest! {
    #![proptest_config(few())]

    #[test]
    fn nothing_is_merged_that_was_not_shown_and_authors_stay_who_they_are(
        mut mine in book(),
        files in vec(book(), 1..6),
        steps in vec(step(), 1..60),
    ) {
        let mut written = Written::default();
        written.add(&mine);
        files.iter().for_each(|file| written.add(file));
        let mut left = files.into_iter();
        let mut waiting: Vec<ProgressBook> = Vec::new();
        let mut shown: Option<Preview> = None;
        let mut last = None;
        for (at, step) in steps.into_iter().enumerate() {
            let now = stamp(10 + i64::try_from(at).unwrap_or(0), "me");
            match step {
                Step::Give(count) => waiting.extend(left.by_ref().take(count)),
                Step::Show => shown = waiting.first().map(|file| preview(&mine, file, catalog())),
                Step::Skip => {
                    if !waiting.is_empty() {
                        waiting.remove(0);
                    }
                    shown = None;
                }
                Step::Write(field, value) => {
                    last = mine.set(field, copy(&value), now).or(last);
                    written.add(&mine);
                }
                Step::TakeBack => {
                    if let Some(change) = last.take() {
                        mine.revert(&change, now);
                        written.add(&mine);
                    }
                }
                Step::Merge(wishes) => {
                    let (Some(file), Some(seen)) = (waiting.first(), shown.take()) else { continue };
                    let before = mine.clone();
                    if !seen.conflicts.is_empty() {
                        let refused = merge_shown(&mut mine, file, &seen, &[], catalog(), now);
                        prop_assert!(refused.is_err(), "nobody has chosen yet");
                        prop_assert_eq!(&mine, &before);
                    }
                    let choices = settle(&seen, &wishes);
                    match merge_shown(&mut mine, file, &seen, &choices, catalog(), now) {
                        Ok(changed) => {
                            nothing_but_what_was_shown(&before, &mine, &seen, &choices)?;
                            for key in mine.entries() {
                                let [mut one, mut two] = [&before, &mine].map(|book| only(book, key));
                                one.seen.clear();
                                two.seen.clear();
                                prop_assert_eq!(changed.contains(&key), one != two, "{}", key);
                            }
                            prop_assert!(preview(&mine, file, catalog()).brings_nothing());
                            waiting.remove(0);
                        }
                        Err(NotMerged::Stale(fresh)) => {
                            prop_assert_eq!(&mine, &before);
                            prop_assert_ne!(&*fresh, &seen, "only where something has changed");
                            // It is shown anew, and the choices that still fit stay.
                            let standing = fresh.standing_choices(&seen, &choices);
                            prop_assert!(standing.iter().all(|choice| choices.contains(choice)));
                            shown = Some(*fresh);
                        }
                        Err(NotMerged::Undecided(_)) => prop_assert!(false, "every conflict has its choice"),
                    }
                }
            }
            for register in mine.registers() {
                prop_assert!(written.knows(&register.value, register.authored()), "{:?}", register);
            }
        }
        // The way through a file keeps who wrote what.
        let file = decode(encode(&mine, &Default::default()).as_bytes(), Some(PLAN)).expect("ours").book;
        prop_assert_eq!(&file, &mine);
    }
}

/// Three committees on one item: the second one's file is looked at before the first one is merged.
#[test]
fn a_file_that_was_looked_at_before_another_one_was_merged_is_shown_anew() {
    let id = item("s4-1");
    let of = |status, at, who: &str| {
        let mut book = ProgressBook::new(PLAN);
        book.set(Field::Status(id), Value::Status(recorded(status)), stamp(at, who));
        book
    };
    let (wang, li) = (of(Status::Done, 5, "wang"), of(Status::Doing, 6, "li"));
    let mut office = ProgressBook::new(PLAN);
    let early = preview(&office, &li, catalog());
    assert_eq!((early.new.len(), early.conflicts.len()), (1, 0));
    let first = preview(&office, &wang, catalog());
    assert!(merge_shown(&mut office, &wang, &first, &[], catalog(), stamp(7, "me")).is_ok());
    let refused = merge_shown(&mut office, &li, &early, &[], catalog(), stamp(8, "me"));
    let Err(NotMerged::Stale(now)) = refused else { panic!("{refused:?}") };
    assert_eq!((now.new.len(), now.conflicts.len()), (0, 1));
    assert_eq!(office.item(id).status(), Some(Status::Done));
    let refused = merge_shown(&mut office, &li, &now, &[], catalog(), stamp(9, "me"));
    assert_eq!(refused, Err(NotMerged::Undecided(1)));

    // Whichever is chosen, it stays whose it was, also on the way through a file and at the other one's.
    for (choice, author) in [(Choice::Mine, "wang"), (Choice::Theirs, "li")] {
        let mut office = office.clone();
        let choices = [(Field::Status(id), choice)];
        assert!(merge_shown(&mut office, &li, &now, &choices, catalog(), stamp(9, "me")).is_ok());
        let file = decode(encode(&office, &Default::default()).as_bytes(), Some(PLAN)).expect("ours").book;
        for mut other in [wang.clone(), li.clone()] {
            other.merge(&file);
            let register = other.get(Field::Status(id)).expect("recorded");
            assert_eq!(register.authored().by, by(author));
            assert_eq!(other.item(id).latest().map(|latest| latest.by), Some(by(author)));
        }
    }
}

#[test]
fn both_texts_of_a_note_keep_their_authors() {
    let id = item("s4-1");
    let mut base = ProgressBook::new(PLAN);
    let note = base.add_note(id, "原文", stamp(1, "zhao")).expect("added").field;
    let edited = |text: &str, at, who: &str| {
        let mut book = base.clone();
        book.set(note, Value::Note(Some(text.to_owned())), stamp(at, who));
        book
    };
    let (mut office, li) = (edited("王改的", 5, "wang"), edited("李改的", 6, "li"));
    let shown = preview(&office, &li, catalog());
    let choices = [(note, Choice::Both)];
    assert!(merge_shown(&mut office, &li, &shown, &choices, catalog(), stamp(9, "me")).is_ok());
    assert_eq!(notes(&office), ["王改的", "李改的"]);
    let mut authors: Vec<String> = office
        .registers()
        .iter()
        .filter(|register| register.field.note().is_some())
        .map(|register| register.authored().by.to_string())
        .collect();
    authors.sort();
    assert_eq!(authors, ["li", "wang"]);
}

#[test]
fn taking_a_change_back_makes_nobody_the_author_of_what_stood_there() {
    let id = item("s4-1");
    let mut office = ProgressBook::new(PLAN);
    office.set_status(id, recorded(Status::Done), stamp(1, "wang"));
    let slip = office.set_status(id, recorded(Status::Doing), stamp(5, "me")).expect("changed");
    let back = office.revert(&slip, stamp(6, "me")).expect("taken back");
    assert_eq!(office.get(Field::Status(id)).map(|it| it.authored()), Some(stamp(1, "wang")));
    // And what is done again is the own doing.
    office.revert(&back, stamp(7, "me")).expect("done again");
    assert_eq!(office.get(Field::Status(id)).map(|it| it.authored().by), Some(by("me")));
}
