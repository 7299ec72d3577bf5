//! The agenda of a session: the plan's items and what was added, in the order that somebody gave them.
//!
//! What was added is a register each, and the order one more. So what two people add at once is all there, and of two
//! orders the later one holds. What an order does not name stands behind what it names.

use super::{AgendaKey, AgendaOrder, NoteId, ProgressBook, SessionId};
use yaodian_plan::query::{Catalog, Timing, agenda_items, is_outing};

/// A line of an agenda.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AgendaLine {
    /// An item of the plan, by position.
    Item(usize),
    /// What was added, with its text.
    Own(NoteId, String),
}

/// The agenda of one session.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SessionAgenda {
    /// What the meeting deals with, in order.
    pub lines: Vec<AgendaLine>,
    /// What the plan lists with the meeting and is held apart from it, in order: 视察 and the like.
    pub apart: Vec<AgendaLine>,
}

impl ProgressBook {
    /// The agenda of a session. Where nobody ordered it, the items stand as in the document, before what was added, and
    /// outings are held apart. `timings` is aligned with the plan's items.
    pub fn agenda(&self, catalog: &Catalog, timings: &[Timing], id: SessionId) -> SessionAgenda {
        let session = self.session(id);
        let mut rest: Vec<AgendaLine> = agenda_items(catalog, timings, id.meeting, Some(id.month))
            .into_iter()
            .map(AgendaLine::Item)
            .chain(session.own_entries().map(|(id, text)| AgendaLine::Own(id, text.to_owned())))
            .collect();
        let mut agenda = SessionAgenda::default();
        if let Some(order) = session.order() {
            let mut take = |keys: &[AgendaKey], to: &mut Vec<AgendaLine>| {
                for key in keys {
                    let at = rest.iter().position(|line| line.key(catalog) == Some(*key));
                    to.extend(at.map(|at| rest.remove(at)));
                }
            };
            take(&order.agenda, &mut agenda.lines);
            take(&order.apart, &mut agenda.apart);
        }
        for line in rest {
            let apart = matches!(line, AgendaLine::Item(at) if is_outing(catalog, at));
            if apart { &mut agenda.apart } else { &mut agenda.lines }.push(line);
        }
        agenda
    }
}

impl AgendaLine {
    /// What it deals with.
    pub fn key(&self, catalog: &Catalog) -> Option<AgendaKey> {
        match self {
            AgendaLine::Item(at) => catalog.plan.items.get(*at).map(|item| AgendaKey::Item(item.id)),
            AgendaLine::Own(id, _) => Some(AgendaKey::Own(*id)),
        }
    }

    /// The position of the plan's item, if it is one.
    pub fn item(&self) -> Option<usize> {
        match self {
            AgendaLine::Item(at) => Some(*at),
            AgendaLine::Own(..) => None,
        }
    }
}

impl SessionAgenda {
    /// Whether the session deals with nothing.
    pub fn is_empty(&self) -> bool {
        self.lines.is_empty() && self.apart.is_empty()
    }

    /// The positions of the plan's items, those held apart last.
    pub fn items(&self) -> impl Iterator<Item = usize> {
        self.lines.iter().chain(&self.apart).filter_map(AgendaLine::item)
    }

    /// The order once a line was moved to another place on the agenda; beyond its end it becomes the last one.
    pub fn with_moved(&self, catalog: &Catalog, from: usize, to: usize) -> AgendaOrder {
        let mut order = self.order(catalog);
        if from < order.agenda.len() {
            let key = order.agenda.remove(from);
            order.agenda.insert(to.min(order.agenda.len()), key);
        }
        order
    }

    /// The order once something was held apart, or was put at the end of the agenda again.
    pub fn with_apart(&self, catalog: &Catalog, key: AgendaKey, apart: bool) -> AgendaOrder {
        let mut order = self.order(catalog);
        order.agenda.retain(|known| *known != key);
        order.apart.retain(|known| *known != key);
        if apart { &mut order.apart } else { &mut order.agenda }.push(key);
        order
    }

    /// The order as it is.
    fn order(&self, catalog: &Catalog) -> AgendaOrder {
        let keys = |lines: &[AgendaLine]| lines.iter().filter_map(|line| line.key(catalog)).collect();
        AgendaOrder { agenda: keys(&self.lines), apart: keys(&self.apart) }
    }
}
