//! Serial numbers that are unique within a category or a month, whatever is printed.

use std::collections::HashMap;

use super::diagnostic::{Diagnostic, Problem};
use yaodian_plan::{ItemId, Month};

/// What serial numbers are counted within.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Group {
    Category(u8),
    Month(Month),
}

impl Group {
    fn id(self, no: u16) -> ItemId {
        match self {
            Group::Category(category) => ItemId::Schedule { category, no },
            Group::Month(month) => ItemId::Monthly { month, no },
        }
    }
}

/// The numbers that are taken.
#[derive(Default)]
pub(super) struct Numbering {
    taken: HashMap<Group, Taken>,
}

#[derive(Default)]
struct Taken {
    numbers: std::collections::HashSet<u16>,
    last: u16,
}

impl Numbering {
    /// The number that was given last in this group, 0 if none.
    pub(super) fn last(&self, group: Group) -> u16 {
        self.taken.get(&group).map_or(0, |taken| taken.last)
    }

    /// The id for what is printed, or the next free one; `None` when numbers have run out.
    pub(super) fn give(
        &mut self,
        group: Group,
        printed: Option<u32>,
        line: u32,
        out: &mut Vec<Diagnostic>,
    ) -> Option<ItemId> {
        let taken = self.taken.entry(group).or_default();
        let due = taken.last.checked_add(1);
        let wanted = printed.map(|printed| u16::try_from(printed).ok()).unwrap_or(due);
        let free = |from: u16| (from.max(1)..=u16::MAX).find(|no| !taken.numbers.contains(no));
        let Some(no) = wanted.and_then(free) else {
            out.push(Problem::TooMany.at(line));
            return None;
        };
        let used = group.id(no);
        match printed {
            None => out.push(Problem::NoSerial { used }.at(line)),
            Some(found) if found != u32::from(no) => out.push(Problem::Duplicate { found, used }.at(line)),
            Some(found) if due.map(u32::from) != Some(found) => {
                out.push(Problem::SerialGap { expected: due.map_or(0, u32::from), found }.at(line));
            }
            Some(_) => {}
        }
        taken.numbers.insert(no);
        taken.last = no;
        Some(used)
    }
}
