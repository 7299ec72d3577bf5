//! A row to an item.

use super::super::making::{Found, Making, together};
use super::super::meetings::Goes;
use super::super::numbers::list_entry;
use super::super::remarks::{Cause, Spot};
use super::super::sentences::in_title;
use super::super::text::{self, squash, trim, unwrap_lines};
use super::super::time;
use super::super::units::Role as UnitRole;
use super::categories::Categories;
use super::layout::{Layout, Role};
use super::marks::unit_role;
use super::numbering::{Serial, serial};
use super::own_period::own_period;
use super::remark;
use super::rows::{Entry, EntryKind, Facts, InMonths};
use yaodian_pace::{Pace, Stage};
use yaodian_plan::{Basis, Extra, Period, Responsibility};

/// Reads the rows of a table. `name` is what the items are listed under where the table has no
/// categories.
pub async fn read(
    entries: Vec<Entry>,
    layout: &Layout,
    name: &str,
    categories: &mut Categories,
    making: &mut Making<'_>,
    pace: &Pace,
) {
    let has_category = layout.at(&Role::Category).is_some();
    let total = entries.len();
    for (at, Entry { spot, printed, kind }) in entries.into_iter().enumerate() {
        pace.tick(Stage::Items, at, total).await;
        let facts = match kind {
            EntryKind::Band(words) => {
                categories.band(&words, &spot);
                continue;
            }
            EntryKind::Item(facts) => *facts,
        };
        row(facts, &spot, printed, layout, (has_category, name), categories, making);
    }
}

fn row(
    mut facts: Facts,
    spot: &Spot,
    printed: String,
    layout: &Layout,
    (has_category, name): (bool, &str),
    categories: &mut Categories,
    making: &mut Making<'_>,
) {
    let mut title = unwrap_lines(text::trim_closing(&facts.title));
    let mut no = serial(&facts.serial);
    if facts.serial.is_empty()
        && let Some((value, rest)) = list_entry(&title)
        && !rest.is_empty()
    {
        no = Some(value).filter(|value| *value > 0);
        title = rest.to_owned();
    }
    if title.is_empty() {
        making.out.say(Cause::NoItemTitle, spot, &facts.serial, "");
        return;
    }
    let numbered = layout.at(&Role::Serial).is_some();
    // The parts of a row have its number together.
    let in_order = no.is_some_and(|no| making.numbering.goes_on(no));
    if let Some(no) = no.filter(|_| facts.is_part) {
        making.numbering.pass(no);
    }
    let printed_serial = (no.is_none() && !facts.serial.is_empty()).then(|| trim(&facts.serial).to_owned());
    let group = if has_category {
        categories.of_row(&facts.category, no, in_order, spot, making.out)
    } else {
        categories.settle(making.out);
        if !categories.is_open() {
            making.out.say(Cause::NoCategory, spot, name, "");
            categories.whole_table(name, spot, making.out)
        } else {
            categories.last()
        }
    };
    let serial = match no.filter(|_| !facts.is_part) {
        Some(no) => Serial::Printed(no),
        None if numbered && facts.serial.is_empty() && !facts.is_part => Serial::Missing,
        None => Serial::None,
    };
    let unsaid = facts.names_nobody();
    let own = in_title::of_title(&title, layout, unsaid, making.year);
    let title = own.title.clone().unwrap_or(title);
    let who = who(&facts, own.units.as_deref(), making);
    let (period, period_text) = when(&mut facts, layout, &title, &own, spot, making);
    // One of several tasks of a cell may say itself when it is due.
    let (period, period_text) = match facts.is_part {
        true => own_period(&title, period, &period_text, spot, making),
        false => (period, period_text),
    };
    facts.meetings = own.meeting.unwrap_or(facts.meetings);
    let goes = goes(&facts, spot, making);
    let (remark, reported, extras) = rest(&mut facts, layout, spot, making);
    let found = Found {
        serial: printed_serial,
        title,
        who,
        period,
        period_text,
        goes,
        remark,
        reported,
        extras,
        spot: spot.clone(),
        line: spot.line,
        text: printed,
    };
    if making.add(group, serial, found).is_some() {
        categories.count();
    }
}

/// Who does what a row says.
pub(super) fn who(facts: &Facts, in_title: Option<&str>, making: &Making<'_>) -> Responsibility {
    let lead = if facts.lead.is_empty() { in_title.unwrap_or_default() } else { &facts.lead };
    let mut who = making.units.read(lead, Basis::Stated);
    if !facts.joint.is_empty() {
        making.units.join(&mut who, &facts.joint);
    }
    let marked: Vec<(&String, UnitRole)> =
        facts.units.iter().filter_map(|(name, mark)| Some((name, unit_role(mark)?))).collect();
    let leads = marked.iter().any(|(_, role)| *role == UnitRole::Lead);
    for (name, role) in &marked {
        let first = who.lead.is_empty() && who.joint.is_empty();
        let lead = *role == UnitRole::Lead || (*role == UnitRole::Unsaid && !leads && first);
        let named = making.units.read(name, Basis::Stated);
        who.text.push_str(if who.text.is_empty() { "" } else { "、" });
        who.text.push_str(name);
        let list = if lead { &mut who.lead } else { &mut who.joint };
        list.extend(named.lead);
        who.collective = who.collective.or(named.collective);
    }
    who
}

/// When it is, by the row's cells or, without any, by its title.
fn when(
    facts: &mut Facts,
    layout: &Layout,
    title: &str,
    own: &in_title::OfTitle,
    spot: &Spot,
    making: &mut Making<'_>,
) -> (Period, String) {
    let mut period = Period::Unscheduled;
    let mut texts: Vec<String> = Vec::new();
    if facts.times.is_empty() {
        period = of_columns(facts, making.year);
    }
    for cell in std::mem::take(&mut facts.times) {
        let (next, text) = making.time(&cell, layout.bare_months, spot);
        period = together(period, next);
        texts.push(text);
    }
    let mut text = texts.join("；");
    if let [first, second, ..] = texts.as_slice()
        && squash(first) != squash(second)
    {
        if texts.len() == 2
            && starts_first(layout)
            && let Some((first, last)) = period.months()
        {
            text = texts.join("—");
            // 11月—次年1月 goes on to the end of the year.
            let whole = time::read(&text, making.year).period;
            period = if whole.months().is_some() { whole } else { Period::Months { first, last } };
        } else {
            making.out.say(Cause::TwoTimes, spot, &text, &format!("记为{period}"));
        }
    }
    if texts.is_empty()
        && period == Period::Unscheduled
        && let Some((above, printed)) = &facts.above
    {
        return (*above, printed.clone());
    }
    if texts.is_empty() && period == Period::Unscheduled && layout.at(&Role::Time).is_none() {
        let in_title = own.time.clone().or_else(|| {
            time::find(title, making.year)
                .into_iter()
                .next()
                .map(|found| (found.reading.clone(), title.get(found.months).unwrap_or_default().to_owned()))
        });
        if let Some((reading, printed)) = in_title {
            making.doubts(&reading, &printed, spot);
            making.out.say(Cause::PeriodInTitle, spot, &printed, "");
            return (reading.period, printed);
        }
    }
    (period, text)
}

/// The months whose columns say something; a cell may name its part of them.
fn of_columns(facts: &Facts, year: i32) -> Period {
    let mut whole = Period::Unscheduled;
    for InMonths { first, last, cell, .. } in &facts.months {
        if super::tick(cell) == super::Tick::No {
            continue;
        }
        let own = time::read(cell, year);
        if own.period == Period::WholeYear && time::is_lasting(cell) {
            return Period::WholeYear;
        }
        let inside = own.period.months().is_some_and(|(from, to)| *first <= from && to <= *last);
        let plainly = inside && !own.doubts.contains(&time::Doubt::Partial);
        whole =
            together(whole, if plainly { own.period } else { Period::Months { first: *first, last: *last } });
    }
    whole
}

/// Whether one time column says when it begins, the other when it ends.
fn starts_first(layout: &Layout) -> bool {
    layout.with(&Role::Time).any(|at| {
        let heading = layout.columns.get(at).map_or("", |column| &column.heading);
        text::has_any(heading, &["启动", "开始", "起始", "起", "开工", "动工"])
    })
}

pub(super) fn goes(facts: &Facts, spot: &Spot, making: &mut Making<'_>) -> Goes {
    let mut goes = Goes::default();
    for (name, cell) in &facts.ticks {
        making.meetings.ticked(&mut goes, name, cell, spot, making.out);
    }
    if !facts.meetings.is_empty() {
        making.meetings.named(&mut goes, &facts.meetings, spot, making.out);
    }
    goes
}

/// Remark, progress, and what has no place.
pub(super) fn rest(
    facts: &mut Facts,
    layout: &Layout,
    spot: &Spot,
    making: &mut Making<'_>,
) -> (Option<String>, Option<yaodian_plan::ReportedStatus>, Vec<Extra>) {
    let (remark, mut reported) = remark::read(&facts.remark, spot, making.out);
    let mut extras = std::mem::take(&mut facts.extras);
    if !facts.progress.is_empty() {
        let heading = layout.at(&Role::Progress).and_then(|at| layout.columns.get(at));
        let heading = heading.map_or_else(String::new, |column| column.heading.clone());
        reported = reported.or(remark::read(&facts.progress, spot, making.out).1);
        extras.push(Extra { heading, text: unwrap_lines(&facts.progress) });
    }
    let says_more = |months: &&InMonths| {
        super::tick(&months.cell) == super::Tick::Other && !time::is_lasting(&months.cell)
    };
    for months in facts.months.iter().filter(says_more) {
        extras.push(Extra { heading: months.heading.clone(), text: unwrap_lines(&months.cell) });
    }
    // What stands in the column of a unit and is no mark.
    for (name, cell) in facts.units.iter().filter(|(_, cell)| super::tick(cell) == super::Tick::Other) {
        if unit_role(cell).is_none() {
            extras.push(Extra { heading: name.clone(), text: unwrap_lines(cell) });
        }
    }
    (remark, reported, extras)
}
