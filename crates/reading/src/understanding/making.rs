//! What all ways to items share: the plan's units, meetings and numbers, and the items made so far.

use super::meetings::{Goes, Meetings};
use super::numbers::{self, list_entry};
use super::remarks::{Cause, Remarks, Spot};
use super::sentences::time_of;
use super::tables::numbering::{Given, Group, Numbering, Serial};
use super::text;
use super::time::{Doubt, Reading};
use super::units::Units;
use crate::document::Place;
use yaodian_plan::{Extra, Item, ItemId, Month, Period, ReportedStatus, Responsibility, SourceSpan};

/// Items under construction.
pub struct Making<'a> {
    pub year: i32,
    /// Whether the year is a school year's first term, whose last months are in the next year.
    pub first_term: bool,
    pub units: &'a Units,
    pub meetings: Meetings,
    pub numbering: Numbering,
    pub items: Vec<Item>,
    pub places: Vec<(ItemId, Place)>,
    pub out: &'a mut Remarks,
}

/// What an item says, whatever it was read from.
pub struct Found {
    pub serial: Option<String>,
    pub title: String,
    pub who: Responsibility,
    pub period: Period,
    pub period_text: String,
    pub goes: Goes,
    pub remark: Option<String>,
    pub reported: Option<ReportedStatus>,
    pub extras: Vec<Extra>,
    /// Where it stands, and its text there.
    pub spot: Spot,
    pub line: u32,
    pub text: String,
}

impl Making<'_> {
    /// Adds an item under the next number of its group that fits; `None` when numbers have run out. An item that has to
    /// wait for its number gets it from [`Making::settle`].
    pub fn add(&mut self, group: Group, serial: Serial, found: Found) -> Option<ItemId> {
        let given = self.numbering.give(group, serial, self.items.len(), &found.spot, self.out)?;
        let id = match given {
            Given::Now(id) => {
                self.say_of_january(id, found.period, &found.period_text, &found.spot);
                id
            }
            Given::Later(id) => id,
        };
        let mut extras = found.extras;
        extras.extend(found.goes.extras);
        self.places.push((id, found.spot.place));
        self.items.push(Item {
            id,
            serial: found.serial,
            condition: condition(&found.title),
            title: found.title,
            responsibility: found.who,
            period: found.period,
            period_text: found.period_text,
            meetings: found.goes.meetings,
            sessions: found.goes.sessions,
            remark: found.remark,
            extras,
            reported: found.reported,
            source: SourceSpan { line: found.line, text: found.text },
        });
        Some(id)
    }

    /// Gives those items their numbers that had to wait until all printed ones were known.
    pub fn settle(&mut self) {
        for (at, spot, id) in self.numbering.settle(self.out) {
            let (Some(item), Some(place), Some(id)) = (self.items.get_mut(at), self.places.get_mut(at), id)
            else {
                continue;
            };
            (item.id, place.0) = (id, id);
            let (period, text) = (item.period, item.period_text.clone());
            self.say_of_january(id, period, &text, &spot);
        }
        let has_number =
            |id: ItemId| !matches!(id, ItemId::Schedule { no: 0, .. } | ItemId::Monthly { no: 0, .. });
        self.items.retain(|item| has_number(item.id));
        self.places.retain(|(id, _)| has_number(*id));
    }

    /// Says that a first term's last months may be those of the next year.
    fn say_of_january(&mut self, id: ItemId, period: Period, text: &str, spot: &Spot) {
        let early = period.months().is_some_and(|(first, _)| first.number() <= 2);
        if self.first_term && early {
            self.out.say_of(id, Cause::NextJanuary, spot, text, "");
        }
    }

    /// The period of a text about time, and the text as printed; what is not plain is said.
    pub fn time(&mut self, cell: &str, bare: bool, spot: &Spot) -> (Period, String) {
        let printed = without_numbers(cell).unwrap_or_else(|| text::unwrap_lines(cell));
        // 一 below 月份.
        let printed = match numbers::numerals(&printed) {
            Some((_, "")) if bare => format!("{printed}月"),
            _ => printed,
        };
        let reading = time_of(&printed, self.year, bare);
        self.doubts(&reading, &printed, spot);
        (reading.period, printed)
    }

    /// Says what was not plain about a time.
    pub fn doubts(&mut self, reading: &Reading, printed: &str, spot: &Spot) {
        for doubt in &reading.doubts {
            let cause = match doubt {
                Doubt::Coarser => Cause::CoarserPeriod,
                Doubt::Several => Cause::SeveralMonths,
                Doubt::Outside => Cause::OutsideYear,
                Doubt::Partial => Cause::PartialPeriod,
                Doubt::Unknown => Cause::UnknownPeriod,
            };
            let note = match doubt {
                Doubt::Unknown => String::new(),
                _ => format!("记为{}", reading.period),
            };
            self.out.say(cause, spot, printed, &note);
        }
    }
}

/// Numbered lines about time without their numbers: 1.3月底前调研 above 2.4月提交.
fn without_numbers(cell: &str) -> Option<String> {
    let lines: Vec<&str> = cell.lines().map(text::trim).filter(|line| !line.is_empty()).collect();
    let entries: Vec<(u32, &str)> = lines.iter().map_while(|line| list_entry(line)).collect();
    let counted = entries.iter().map(|(no, _)| *no).eq(1..=u32::try_from(lines.len()).ok()?);
    let rest: Vec<&str> = entries.iter().map(|(_, rest)| rest.trim_end_matches(['；', ';', '。'])).collect();
    (lines.len() > 1 && entries.len() == lines.len() && counted).then(|| rest.join("；"))
}

/// All the months of two times.
pub fn together(one: Period, other: Period) -> Period {
    match (one, other) {
        (Period::Unscheduled, other) => other,
        (one, Period::Unscheduled) => one,
        (Period::WholeYear, _) | (_, Period::WholeYear) => Period::WholeYear,
        _ => Period::of(Month::all().filter(|month| one.covers(*month) || other.covers(*month))),
    }
}

/// What the time depends on, where the title says so in brackets: 根据政府提请.
fn condition(title: &str) -> Option<String> {
    let starts = ["根据", "视", "待", "如", "按照", "依据", "适时"];
    let is_condition = |inner: &&str| starts.iter().any(|start| text::trim(inner).starts_with(start));
    let found = text::brackets(title).into_iter().map(|(_, inner)| inner).find(is_condition);
    found.map(|inner| text::trim(inner).to_owned())
}
