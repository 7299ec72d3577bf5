//! A row of a month to its tasks, and the month's units, which stand in one cell.

use super::super::making::{Found, Making};
use super::super::remarks::{Cause, Spot};
use super::super::sentences::{in_title, meeting_of};
use super::super::text::{trim, unwrap_lines};
use super::super::time;
use super::super::units::{entries, pairing};
use super::layout::{Layout, Role};
use super::marks::{Tick, tick};
use super::numbering::{Group, Serial, serial};
use super::own_period::own_period;
use super::rows::{Entry, EntryKind, Facts};
use super::schedule::{goes, rest, who};
use super::tasks;
use yaodian_pace::{Pace, Stage};
use yaodian_plan::{Basis, Extra, Month, Period, Responsibility};

/// Reads the rows of a table of months.
pub async fn read(rows: Vec<Entry>, layout: &Layout, making: &mut Making<'_>, pace: &Pace) {
    // What heads the rows below it, and is no month: it is kept with each.
    let mut band: Option<String> = None;
    let mut undated: Vec<(Facts, Spot, String)> = Vec::new();
    let total = rows.len();
    for (at, Entry { spot, printed, kind }) in rows.into_iter().enumerate() {
        pace.tick(Stage::Items, at, total).await;
        match kind {
            // A meeting is read as one.
            EntryKind::Band(words) => band = Some(words).filter(|words| meeting_of(words).is_none()),
            EntryKind::Item(facts) => {
                let mut facts = *facts;
                facts.extras.extend(band.clone().map(|text| Extra { heading: super::KIND.to_owned(), text }));
                // A row of 全年 has no month to be numbered under; after all the others it takes no
                // number from the tasks of a month.
                if month_of(&facts, layout, making).is_some() {
                    row(facts, &spot, printed, layout, making);
                } else {
                    undated.push((facts, spot, printed));
                }
            }
        }
    }
    for (at, (facts, spot, printed)) in undated.into_iter().enumerate() {
        pace.tick(Stage::Items, at, total).await;
        row(facts, &spot, printed, layout, making);
    }
}

fn month_of(facts: &Facts, layout: &Layout, making: &Making<'_>) -> Option<Month> {
    let cell = facts.times.first();
    let period = match (cell, &facts.above) {
        (Some(cell), _) => time::read_as(cell, making.year, layout.bare_months).period,
        (None, Some((period, _))) => *period,
        (None, None) => Period::Unscheduled,
    };
    period.months().map(|(first, _)| first)
}

fn row(mut facts: Facts, spot: &Spot, printed: String, layout: &Layout, making: &mut Making<'_>) {
    // 调研安排 beside the month says more, and is no other month.
    let beside = facts.times.drain(1.min(facts.times.len())..);
    let beside = beside.zip(layout.with(&Role::Time).skip(1));
    for (text, at) in beside.filter(|(text, _)| tick(text) != Tick::No) {
        let heading = layout.columns.get(at).map(|column| column.heading.clone()).unwrap_or_default();
        facts.extras.push(Extra { heading, text: unwrap_lines(&text) });
    }
    let own_serial = serial(&facts.serial);
    let lines = facts.lead.lines().filter(|line| !trim(line).is_empty()).count();
    let named = entries(&facts.lead);
    let counts = if lines > 1 { lines } else { named.len() };
    // A row with a number of its own is one task, however many lines it takes.
    let tasks =
        if own_serial.is_some() { tasks::whole(&facts.title) } else { tasks::split(&facts.title, counts) };
    if tasks.list.is_empty() {
        making.out.say(Cause::NoItemTitle, spot, facts.times.first().map_or("", String::as_str), "");
        return;
    }
    let (period, period_text) = match (facts.times.first(), &facts.above) {
        (Some(cell), _) => {
            let cell = cell.clone();
            making.time(&cell, layout.bare_months, spot)
        }
        (None, Some(above)) => above.clone(),
        (None, None) => (Period::Unscheduled, String::new()),
    };
    let month = period.months().map_or(Month::DECEMBER, |(first, _)| first);
    if period == Period::Unscheduled {
        making.out.say(Cause::NoMonth, spot, &period_text, "");
    }
    if tasks.guessed {
        making.out.say(Cause::TasksSplit, spot, &facts.title, &format!("分为 {} 项", tasks.list.len()));
    }
    let responsible = responsible(&facts, &named, &tasks, month, spot, making);
    let shared = goes(&facts, spot, making);
    let (remark, reported, extras) = rest(&mut facts, layout, spot, making);
    if let Some(remark) = remark.as_ref().filter(|_| tasks.list.len() > 1) {
        making.out.say(Cause::RemarkShared, spot, remark, &format!("记到 {} 项", tasks.list.len()));
    }
    let only = tasks.list.len() == 1;
    let unsaid = facts.names_nobody();
    for (task, who) in tasks.list.into_iter().zip(responsible) {
        let spot = Spot { place: spot.place.clone(), file: spot.file, line: spot.line + task.below };
        let (period, period_text) = own_period(&task.title, period, &period_text, &spot, making);
        // Within a quarter it is listed in its own month.
        let row = month;
        let month = period.months().map_or(row, |(first, _)| first);
        // Numbers that run on from month to month are printed, not the month's own.
        let own = if only { own_serial.or(task.serial) } else { task.serial };
        let runs_on = own.is_some_and(|no| own_serial.is_some() && making.numbering.goes_on(no) && no > 1);
        let next = making.numbering.next(Group::Month(month));
        let serial = match own {
            _ if month != row => Serial::None,
            Some(no) if runs_on && no != u32::from(next) => Serial::RunsOn(no),
            Some(no) => Serial::Printed(no),
            // The only task of a month needs no number, nor do those that were told apart here.
            None if only || tasks.guessed => Serial::None,
            None => Serial::Missing,
        };
        let kept = matches!(serial, Serial::RunsOn(_)).then(|| trim(&facts.serial).to_owned());
        let own = in_title::of_title(&task.title, layout, unsaid, making.year);
        let title = own.title.clone().unwrap_or_else(|| task.title.clone());
        let who = match &own.units {
            Some(units) if who.text.is_empty() => making.units.read(units, Basis::Stated),
            _ => who,
        };
        let goes = match &own.meeting {
            Some(meeting) => {
                let facts = Facts { meetings: meeting.clone(), ..Facts::default() };
                goes(&facts, &spot, making)
            }
            None => shared.clone(),
        };
        let text = if only && own_serial.is_some() { printed.clone() } else { task.text };
        let found = Found {
            serial: kept,
            title,
            who,
            period,
            period_text,
            goes,
            remark: remark.clone(),
            reported,
            extras: extras.clone(),
            line: spot.line,
            spot,
            text,
        };
        making.add(Group::Month(month), serial, found);
    }
}

/// Who does each task.
fn responsible(
    facts: &Facts,
    named: &[String],
    tasks: &tasks::Tasks,
    month: Month,
    spot: &Spot,
    making: &mut Making<'_>,
) -> Vec<Responsibility> {
    let count = tasks.list.len();
    let marked = !facts.units.is_empty() || !facts.joint.is_empty();
    // With one task or one entry there is nothing to choose: all of it belongs together.
    if count == 1 || marked || named.len() <= 1 {
        let apart = facts.lead.contains(['，', ',', '；', '：', ':', '牵', '配']);
        let all = if marked || (count == 1 && (apart || named.len() < 2)) {
            who(facts, None, making)
        } else {
            making.units.read(&named.join("、"), Basis::Stated)
        };
        return vec![all; count];
    }
    let lines: Vec<&str> = facts.lead.lines().map(trim).filter(|line| !line.is_empty()).collect();
    // 甲、乙 on one line may as well be both for all.
    let guessed = tasks.guessed || (lines.len() == 1 && facts.lead.contains('、'));
    let basis = if guessed { Basis::Inferred } else { Basis::Stated };
    if lines.len() == count {
        return lines.iter().map(|line| making.units.read(line, basis)).collect();
    }
    if named.len() == count {
        if guessed {
            let note = format!("{count} 项任务、{count} 个部门，依次对应");
            making.out.say(Cause::Inferred, spot, &format!("{month}月"), &note);
        }
        return named.iter().map(|entry| making.units.read(entry, basis)).collect();
    }
    let read: Vec<Responsibility> =
        named.iter().map(|entry| making.units.read(entry, Basis::Inferred)).collect();
    let pairs = pairing::pair(count, named.len(), |task, entry| {
        let title = tasks.list.get(task).map_or("", |task| &task.title);
        let lead = read.get(entry).and_then(|who| who.lead.first());
        lead.map_or(0, |unit| pairing::affinity(title, &unit.0))
    });
    let text = |pair: &Vec<usize>| {
        let entries: Vec<&str> = pair.iter().filter_map(|at| named.get(*at)).map(String::as_str).collect();
        entries.join("、")
    };
    let texts: Vec<String> = pairs.iter().map(text).collect();
    let shown: Vec<String> =
        texts.iter().zip(1..).take(12).map(|(text, no)| format!("{no} {text}")).collect();
    let note = format!("{count} 项任务、{} 个部门，推断为 {}", named.len(), shown.join("；"));
    making.out.say(Cause::Inferred, spot, &format!("{month}月"), &note);
    texts.iter().map(|text| making.units.read(text, Basis::Inferred)).collect()
}
