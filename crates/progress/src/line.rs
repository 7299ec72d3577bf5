//! Fields of one line that are recorded when they are left: what they show, and what leaving them writes. While somebody
//! types in one, its text is a draft.

use super::drafts::{Draft, PREFIX};
use super::texts::{IN_LINE, merge_texts};
use super::{Author, AuthorId, Field, NoteId, ProgressBook, RecordedStatus, SessionId, Step, Value, Write};
use yaodian_plan::ItemId;

/// Steps farther away than this make no sense.
pub const FARTHEST_DAYS: i32 = 999;

/// A field of one line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Line {
    /// A meeting's name.
    SessionName(SessionId),
    /// A meeting's place.
    SessionPlace(SessionId),
    /// The name of a meeting's step.
    Step {
        /// The meeting.
        session: SessionId,
        /// Where the step stands in the list.
        at: usize,
        /// How many steps there are.
        of: usize,
    },
    /// How many days a meeting's step is away from it.
    StepDays {
        /// The meeting.
        session: SessionId,
        /// Where the step stands in the list.
        at: usize,
        /// How many steps there are.
        of: usize,
    },
    /// What was added to a session's agenda.
    AgendaEntry(SessionId, NoteId),
    /// Why an item's status is what it is.
    Reason(ItemId),
    /// The name of whoever writes on a device.
    AuthorName(AuthorId),
}

impl Line {
    /// The key of its draft.
    pub fn draft(self) -> String {
        match self {
            Line::SessionName(id) => format!("{PREFIX}line/name/{id}"),
            Line::SessionPlace(id) => format!("{PREFIX}line/place/{id}"),
            Line::Step { session, at, of } => format!("{PREFIX}line/step/{session}/{at}/{of}"),
            Line::StepDays { session, at, of } => format!("{PREFIX}line/days/{session}/{at}/{of}"),
            Line::AgendaEntry(id, entry) => format!("{PREFIX}line/agenda/{id}/{entry}"),
            Line::Reason(id) => format!("{PREFIX}line/reason/{id}"),
            Line::AuthorName(id) => format!("{PREFIX}line/author/{id}"),
        }
    }

    /// The line whose draft has this key.
    pub fn of_draft(key: &str) -> Option<Line> {
        let (kind, id) = key.strip_prefix(PREFIX)?.strip_prefix("line/")?.split_once('/')?;
        match kind {
            "name" => id.parse().ok().map(Line::SessionName),
            "place" => id.parse().ok().map(Line::SessionPlace),
            "agenda" => {
                let (id, entry) = id.split_once('/')?;
                Some(Line::AgendaEntry(id.parse().ok()?, entry.parse().ok()?))
            }
            "reason" => id.parse().ok().map(Line::Reason),
            "author" => AuthorId::new(id).map(Line::AuthorName),
            "step" => step_of(id).map(|(session, at, of)| Line::Step { session, at, of }),
            "days" => step_of(id).map(|(session, at, of)| Line::StepDays { session, at, of }),
            _ => None,
        }
    }

    /// What is recorded there.
    pub fn recorded(self, book: &ProgressBook) -> String {
        match self {
            Line::SessionName(id) => book.session(id).name().to_owned(),
            Line::SessionPlace(id) => book.session(id).place().to_owned(),
            Line::Step { session, at, .. } => {
                book.session(session).steps().into_iter().nth(at).map(|step| step.name).unwrap_or_default()
            }
            Line::StepDays { session, at, .. } => {
                let step = book.session(session).steps().into_iter().nth(at);
                step.map(|step| step.offset_days.unsigned_abs().to_string()).unwrap_or_default()
            }
            Line::AgendaEntry(id, entry) => {
                let known = book.session(id).own_entries().find(|(known, _)| *known == entry);
                known.map(|(_, text)| text.to_owned()).unwrap_or_default()
            }
            Line::Reason(id) => book.item(id).reason().to_owned(),
            Line::AuthorName(id) => book.author(id).map(|author| author.name.clone()).unwrap_or_default(),
        }
    }

    /// What records a draft; `None` where that changes nothing. What somebody else has recorded since the draft was begun
    /// is not lost: the text holds both then.
    pub fn write(self, book: &ProgressBook, draft: &Draft) -> Option<Write> {
        let merged = |recorded: &str| {
            let text = merge_texts(Some(&draft.initial), recorded, &draft.text, IN_LINE);
            text.trim().to_owned()
        };
        let text = merged(&self.recorded(book));
        let write = match self {
            Line::SessionName(id) => (Field::SessionName(id), Value::Text(text)),
            Line::SessionPlace(id) => (Field::SessionPlace(id), Value::Text(text)),
            Line::Step { session, at, of } => {
                let steps = renamed(book.session(session).steps(), (at, of), draft, &merged)?;
                (Field::SessionSteps(session), Value::Steps(Some(steps)))
            }
            Line::StepDays { session, at, of } => {
                let mut steps = book.session(session).steps();
                // In another list it would be another step.
                let step = Some(steps.len()).filter(|count| *count == of).and_then(|_| steps.get_mut(at))?;
                let days = draft.text.trim().parse::<i32>().ok()?.saturating_abs().min(FARTHEST_DAYS);
                step.offset_days = if step.offset_days < 0 { -days } else { days };
                (Field::SessionSteps(session), Value::Steps(Some(steps)))
            }
            // One without words is none; who wants that takes it off. One that was taken off meanwhile comes back only if
            // somebody has changed it.
            Line::AgendaEntry(..) if text.is_empty() || draft.text == draft.initial => return None,
            Line::AgendaEntry(id, entry) => (Field::AgendaEntry(id, entry), Value::Entry(Some(text))),
            Line::Reason(id) => {
                let status = book.item(id).status();
                (Field::Status(id), Value::Status(RecordedStatus { status, reason: text }))
            }
            Line::AuthorName(id) => {
                let author = book.author(id).cloned().unwrap_or_default();
                (Field::Author(id), Value::Author(Author { name: text, ..author }))
            }
        };
        let (field, value) = &write;
        (*book.value(*field) != *value).then_some(write)
    }
}

/// The meeting, the place and the number of steps of a key.
fn step_of(id: &str) -> Option<(SessionId, usize, usize)> {
    let mut parts = id.split('/');
    Some((parts.next()?.parse().ok()?, parts.next()?.parse().ok()?, parts.next()?.parse().ok()?))
}

/// Steps of which one is renamed. A step is known by its name if the list has become another one meanwhile; one that is
/// gone comes back, because somebody is still working on it.
fn renamed(
    mut steps: Vec<Step>,
    (at, of): (usize, usize),
    draft: &Draft,
    merged: &dyn Fn(&str) -> String,
) -> Option<Vec<Step>> {
    let is_it = |step: &Step| step.name == draft.initial;
    let typed = draft.text.trim();
    if steps.iter().any(|step| step.name == typed) && !steps.iter().any(is_it) {
        // It has been recorded already.
        return None;
    }
    let same_place = steps.get(at).is_some_and(is_it) || steps.len() == of;
    let place = if same_place { Some(at) } else { steps.iter().position(is_it) };
    match place.and_then(|place| steps.get_mut(place)) {
        Some(step) => {
            let name = merged(&step.name);
            // A step without a name is nothing that one could do.
            if name.is_empty() || name == step.name {
                return None;
            }
            step.name = name;
        }
        None => {
            if typed.is_empty() {
                return None;
            }
            steps.push(Step { name: typed.to_owned(), offset_days: -1, done: false });
        }
    }
    Some(steps)
}
