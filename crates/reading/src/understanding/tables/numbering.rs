//! Serial numbers that are unique within a category or a month, whatever is printed.

use std::collections::{HashMap, HashSet};

use super::super::numbers::{list_number, number};
use super::super::remarks::{Cause, Remarks, Spot};
use super::super::text::squash;
use yaodian_plan::{ItemId, Month};

/// What serial numbers are counted within.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Group {
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

/// What is printed as an item's number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Serial {
    /// This number.
    Printed(u32),
    /// This number, which runs on through the table while the ids count within their group.
    RunsOn(u32),
    /// Nothing, where others of the table have a number.
    Missing,
    /// Nothing, as nowhere in the table; or something that is no number.
    None,
}

/// The numbers that are taken.
#[derive(Default)]
pub struct Numbering {
    taken: HashMap<Group, Taken>,
    /// The number that was printed last, whatever its group.
    before: u32,
}

#[derive(Default)]
struct Taken {
    numbers: HashSet<u16>,
    last: u16,
    /// All numbers up to this one are taken.
    full: u16,
}

impl Numbering {
    /// Whether a number goes on with that of the row before, as they do that run through a table.
    pub fn goes_on(&self, serial: u32) -> bool {
        self.before != 0 && serial == self.before + 1
    }

    /// The number after the one that was given last in this group.
    pub fn next(&self, group: Group) -> u16 {
        self.taken.get(&group).map_or(1, |taken| taken.last.saturating_add(1))
    }

    /// Another table counts anew.
    pub fn begin_table(&mut self) {
        self.before = 0;
    }

    /// The id for what is printed, or the next free one; `None` when numbers have run out.
    pub fn give(&mut self, group: Group, printed: Serial, spot: &Spot, out: &mut Remarks) -> Option<ItemId> {
        let runs_on = matches!(printed, Serial::Printed(serial) if self.goes_on(serial));
        let taken = self.taken.entry(group).or_default();
        let due = taken.last.checked_add(1);
        let wanted = match printed {
            Serial::Printed(no) => u16::try_from(no).ok(),
            Serial::RunsOn(_) | Serial::Missing | Serial::None => due,
        };
        let Some(no) = wanted.and_then(|from| taken.free(from)) else {
            out.say(Cause::TooMany, spot, "", "");
            return None;
        };
        let id = group.id(no);
        match printed {
            Serial::None | Serial::RunsOn(_) => {}
            Serial::Missing => out.say_of(id, Cause::NoSerial, spot, "", &format!("编号为 {id}")),
            Serial::Printed(found) if found != u32::from(no) => {
                out.say_of(id, Cause::Duplicate, spot, &found.to_string(), &format!("编号为 {id}"));
            }
            Serial::Printed(found) if due.map(u32::from) != Some(found) && !runs_on => {
                let due = due.map_or(0, u32::from);
                out.say_of(id, Cause::SerialGap, spot, &found.to_string(), &format!("应为 {due}"));
            }
            Serial::Printed(_) => {}
        }
        if let Serial::Printed(found) | Serial::RunsOn(found) = printed {
            self.before = found;
        }
        taken.take(no);
        Some(id)
    }
}

impl Taken {
    /// The first free number from this one on.
    fn free(&self, from: u16) -> Option<u16> {
        let from = from.max(1);
        let from = if from <= self.full { self.full.checked_add(1)? } else { from };
        (from..=u16::MAX).find(|no| !self.numbers.contains(no))
    }

    fn take(&mut self, no: u16) {
        self.numbers.insert(no);
        self.last = no;
        while self.full < u16::MAX && self.numbers.contains(&(self.full + 1)) {
            self.full += 1;
        }
    }
}

/// The serial number in a cell of its own, `3`, `3.` or `（3）`.
pub(super) fn serial(cell: &str) -> Option<u32> {
    let cell = squash(cell);
    let cell = cell.trim_matches(['(', ')', '（', '）', '.', '、']);
    let (value, rest) = list_number(cell).or_else(|| number(cell))?;
    (rest.is_empty() && value > 0).then_some(value)
}
