//! A row of a unit, a column of a month: the tasks of each cell.

use super::super::making::{Found, Making};
use super::super::meetings::Goes;
use super::super::remarks::Spot;
use super::super::sentences::in_title;
use super::super::units::is_name;
use super::layout::{Layout, Role};
use super::marks::{Tick, tick};
use super::numbering::{Group, Serial};
use super::own_period::own_period;
use super::rows::{Entry, EntryKind, InMonths};
use super::tasks;
use yaodian_pace::{Pace, Stage};
use yaodian_plan::{Basis, Extra, Period};

/// Reads the cells below months.
pub async fn read(rows: Vec<Entry>, layout: &Layout, making: &mut Making<'_>, pace: &Pace) {
    let total = rows.len();
    for (at, Entry { spot, kind, .. }) in rows.into_iter().enumerate() {
        pace.tick(Stage::Items, at, total).await;
        let EntryKind::Item(facts) = kind else { continue };
        // The first column without a month names who does it, whatever its heading.
        let unit = [&facts.lead, &facts.category, &facts.joint].into_iter().find(|text| !text.is_empty());
        let unit = unit
            .cloned()
            .or_else(|| facts.extras.first().map(|extra| extra.text.clone()).filter(|text| is_name(text)))
            .unwrap_or_default();
        let bare = layout.at(&Role::Lead).is_none();
        // What the row is about, where that is no unit: 城区组, 组长.
        let about = facts.units.iter().filter(|(_, text)| tick(text) == Tick::Other);
        let mut extras: Vec<Extra> =
            about.map(|(name, text)| Extra { heading: name.clone(), text: text.clone() }).collect();
        extras.extend(facts.extras.iter().filter(|extra| extra.text != unit).cloned());
        for InMonths { first, last, heading, cell } in &facts.months {
            if tick(cell) != Tick::Other {
                continue;
            }
            let period = Period::Months { first: *first, last: *last };
            for task in tasks::split(cell, 0).list {
                let spot = Spot { place: spot.place.clone(), file: spot.file, line: spot.line };
                let who = making.units.read(&unit, if bare { Basis::Inferred } else { Basis::Stated });
                let (period, period_text) = own_period(&task.title, period, heading, &spot, making);
                let own = in_title::of_title(&task.title, layout, unit.is_empty(), making.year);
                let who = match &own.units {
                    Some(units) if who.text.is_empty() => making.units.read(units, Basis::Stated),
                    _ => who,
                };
                let mut goes = Goes::default();
                if let Some(meeting) = &own.meeting {
                    making.meetings.named(&mut goes, meeting, &spot, making.out);
                }
                let found = Found {
                    serial: None,
                    title: own.title.unwrap_or(task.title),
                    who,
                    period,
                    period_text,
                    goes,
                    remark: None,
                    reported: None,
                    extras: extras.clone(),
                    line: spot.line,
                    spot,
                    text: task.text,
                };
                let month = period.months().map_or(*first, |(month, _)| month);
                making.add(Group::Month(month), Serial::None, found);
            }
        }
    }
}
