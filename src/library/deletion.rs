//! Why a plan is among the deleted ones, and what it takes to bring back all of it.

/// What is kept with a deleted plan.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Deletion {
    /// Another version has taken its place; otherwise somebody has deleted it.
    pub is_replaced: bool,
    /// About how many items something was recorded.
    pub recorded: usize,
    /// The restore point of its ledger, where that was cleared: by this it is found, whatever else was kept since.
    pub point: Option<u64>,
}

impl Deletion {
    /// That of a plan whose place another version takes, with so many items about which something was recorded.
    pub fn replaced(recorded: usize) -> Deletion {
        Deletion { is_replaced: true, recorded, point: None }
    }

    /// As it is stored in the plan's head.
    pub fn encode(self) -> String {
        let why = if self.is_replaced { "replaced" } else { "deleted" };
        let point = self.point.map(|point| point.to_string()).unwrap_or_default();
        format!("{why}/{}/{point}", self.recorded)
    }

    /// Reads it; what was stored before there was any says nothing.
    pub fn decode(text: &str) -> Deletion {
        let mut parts = text.split('/');
        let is_replaced = parts.next() == Some("replaced");
        let recorded = parts.next().and_then(|part| part.parse().ok()).unwrap_or_default();
        Deletion { is_replaced, recorded, point: parts.next().and_then(|part| part.parse().ok()) }
    }
}
