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
    waiting: Vec<Waiting>,
}

/// An item that has no number of its own. It gets one that is free once all printed numbers are known, since they may
/// be those of later rows: `1 2 2 3` are four items, and the last one's number is right.
struct Waiting {
    /// Which of the items.
    item: usize,
    group: Group,
    /// The first number that it may have.
    from: u16,
    /// The number that is printed, if an earlier item has it.
    doubled: Option<u32>,
    spot: Spot,
}

/// An item's id, if there is one already.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Given {
    Now(ItemId),
    /// It waits; until then it has the id of a number that none has.
    Later(ItemId),
}

#[derive(Default)]
struct Taken {
    numbers: HashSet<u16>,
    /// The number of the last row, as far as they are in order.
    last: u16,
    /// How many rows since then had a number that an earlier one has, so that the next may be that much further.
    doubled: u16,
    /// All numbers up to this one are taken.
    full: u16,
}

impl Numbering {
    /// Whether a number goes on with that of the row before, as they do that run through a table, or through several.
    pub fn goes_on(&self, serial: u32) -> bool {
        self.before != 0 && serial == self.before + 1
    }

    /// Passes a number that no item has alone.
    pub fn pass(&mut self, serial: u32) {
        self.before = serial;
    }

    /// The number after the one that was given last in this group.
    pub fn next(&self, group: Group) -> u16 {
        self.taken.get(&group).map_or(1, |taken| taken.last.saturating_add(1))
    }

    /// The id for what is printed on the item that comes next, the one with this position among all; `None` when
    /// numbers have run out.
    pub fn give(
        &mut self,
        group: Group,
        printed: Serial,
        item: usize,
        spot: &Spot,
        out: &mut Remarks,
    ) -> Option<Given> {
        let runs_on = matches!(printed, Serial::Printed(serial) if self.goes_on(serial));
        // 1, 2, 3 and 1, 2 below them: each quarter or meeting counts on its own.
        let begins_again = matches!(printed, Serial::Printed(1)) && self.before > 1;
        if let Serial::Printed(found) | Serial::RunsOn(found) = printed {
            self.before = found;
        }
        let taken = self.taken.entry(group).or_default();
        let printed = match printed {
            Serial::Printed(found)
                if (begins_again || runs_on)
                    && u16::try_from(found).is_ok_and(|no| taken.numbers.contains(&no)) =>
            {
                Serial::None
            }
            printed => printed,
        };
        let due = taken.last.saturating_add(1);
        let no = match printed {
            Serial::Printed(found) => u16::try_from(found).ok().filter(|no| *no > 0),
            Serial::RunsOn(_) | Serial::None => taken.free(due),
            Serial::Missing => Some(due),
        };
        let Some(no) = no else {
            out.say(Cause::TooMany, spot, "", "");
            return None;
        };
        let doubled = match printed {
            Serial::Printed(found) if taken.numbers.contains(&no) => Some(found),
            _ => None,
        };
        if printed == Serial::Missing || doubled.is_some() {
            match doubled {
                Some(_) => taken.doubled = taken.doubled.saturating_add(1),
                None => taken.last = due,
            }
            self.waiting.push(Waiting { item, group, from: no, doubled, spot: spot.clone() });
            return Some(Given::Later(group.id(0)));
        }
        let id = group.id(no);
        let fits = (due..=due.saturating_add(taken.doubled)).contains(&no);
        if matches!(printed, Serial::Printed(_)) && !fits && !runs_on {
            out.say_of(id, Cause::SerialGap, spot, &no.to_string(), &format!("应为 {due}"));
        }
        taken.take(no);
        taken.last = no;
        taken.doubled = 0;
        Some(Given::Now(id))
    }

    /// Gives those that wait what is free now: which item, where it stands, and its id, or none when numbers have run out.
    pub fn settle(&mut self, out: &mut Remarks) -> Vec<(usize, Spot, Option<ItemId>)> {
        let mut given = Vec::new();
        for Waiting { item, group, from, doubled, spot } in std::mem::take(&mut self.waiting) {
            let taken = self.taken.entry(group).or_default();
            let id = taken.free(from).map(|no| {
                taken.take(no);
                group.id(no)
            });
            let (cause, text) = match doubled {
                Some(printed) => (Cause::Duplicate, printed.to_string()),
                None => (Cause::NoSerial, String::new()),
            };
            match id {
                Some(id) => out.say_of(id, cause, &spot, &text, &format!("编号为 {id}")),
                None => out.say(Cause::TooMany, &spot, "", ""),
            }
            given.push((item, spot, id));
        }
        given
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
        while self.full < u16::MAX && self.numbers.contains(&(self.full + 1)) {
            self.full += 1;
        }
    }
}

/// The number of a heading in a cell of its own, `一`, `一、` or `（一）`, with what parts it from the heading.
pub(super) fn numeral(cell: &str) -> Option<String> {
    let cell = squash(cell);
    let bare = cell.trim_matches(['(', ')', '（', '）', '.', '．', '、']);
    let (value, rest) = number(bare)?;
    let is_numeral = rest.is_empty() && value > 0 && !bare.starts_with(|c: char| c.is_ascii_digit());
    is_numeral.then(|| if bare == cell { format!("{cell}、") } else { cell.to_string() })
}

/// The serial number in a cell of its own, `3`, `3.` or `（3）`.
pub(super) fn serial(cell: &str) -> Option<u32> {
    let cell = squash(cell);
    let cell = cell.trim_matches(['(', ')', '（', '）', '.', '、']);
    let (value, rest) = list_number(cell).or_else(|| number(cell))?;
    (rest.is_empty() && value > 0).then_some(value)
}
