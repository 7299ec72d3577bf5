//! The order of an agenda, and how it is changed.

use leptos::prelude::*;
use yaodian_progress::{AgendaKey, AgendaOrder, Field, Line, SessionAgenda, SessionId, Value};

use crate::desk::desk;
use crate::text;

/// The agenda as it is now. Tracks.
pub fn agenda_of(id: SessionId) -> SessionAgenda {
    let desk = desk();
    desk.timings.with(|timings| desk.ledger.book.with(|book| book.agenda(desk.catalog(), timings, id)))
}

/// The place of a line on the agenda; nothing if it is held apart.
pub fn place_of(agenda: &SessionAgenda, key: AgendaKey) -> Option<usize> {
    let catalog = desk().catalog();
    agenda.lines.iter().position(|line| line.key(catalog) == Some(key))
}

/// What a line is called.
pub fn title_of(id: SessionId, key: AgendaKey) -> String {
    let desk = desk();
    match key {
        AgendaKey::Item(item) => {
            desk.catalog().plan.item(item).map(|item| item.title.clone()).unwrap_or_default()
        }
        AgendaKey::Own(entry) => desk.ledger.line(Line::AgendaEntry(id, entry)),
    }
}

/// Moves a line, and says where it is now.
pub fn move_line(id: SessionId, from: usize, to: usize, moved: RwSignal<String>) {
    let agenda = untrack(|| agenda_of(id));
    let Some(key) = agenda.lines.get(from).and_then(|line| line.key(desk().catalog())) else { return };
    if from == to {
        return;
    }
    save(id, agenda.with_moved(desk().catalog(), from, to));
    let to = to.min(agenda.lines.len().saturating_sub(1));
    moved.set(text::moved_line(&untrack(|| title_of(id, key)), to + 1, agenda.lines.len()));
}

/// Records an order of the agenda.
pub fn save(id: SessionId, order: AgendaOrder) {
    desk().ledger.write(vec![(Field::AgendaOrder(id), Value::Order(Some(order)))]);
}
