//! A row that is an item, column by column.

use super::super::super::remarks::{Cause, Spot};
use super::super::super::sentences::{in_title, meeting_in_heading, without_deputies};
use super::super::super::text::{has_any, trim, unwrap_lines};
use super::super::super::time;
use super::super::content::is_time;
use super::super::layout::{Kind, Role};
use super::super::marks::{Tick, is_stroke, tick};
use super::facts::{Facts, InMonths};
use super::words::{is_ditto, parted};
use super::{Entry, EntryKind, Reader};
use crate::document::{Merged, fold};
use yaodian_plan::Extra;

impl Reader<'_, '_> {
    pub(super) fn item(&mut self, row: usize, spot: Spot) {
        let mut facts = Facts::default();
        for (column, what) in self.layout.columns.iter().enumerate() {
            let cell = self.resolved(row, column, self.view.text(row, column));
            let nested = self.nested(row, column);
            if let Some(text) = nested {
                self.out.say(Cause::NestedTable, &spot, &what.heading, "");
                facts.extras.push(Extra { heading: what.heading.clone(), text });
            }
            // A cell that covers several columns is read in the first of them.
            let covered = self.view.slot(row, column).is_some_and(|slot| slot.merged == Merged::Right);
            if trim(&cell).is_empty()
                || (covered && !matches!(what.role, Role::Meeting(_) | Role::Months(..) | Role::Unit(_)))
            {
                continue;
            }
            match &what.role {
                Role::Category => facts.category = cell,
                Role::Serial => facts.serial = cell,
                Role::Title if is_ditto(&self.view.text(row, column)) => facts.title = cell,
                Role::Title => facts.title = self.lines(row, column),
                Role::Lead if what.heading.contains('人') => {
                    let (units, persons) = parted(&cell);
                    facts.lead = units;
                    if !persons.is_empty() {
                        facts.extras.push(Extra { heading: what.heading.clone(), text: persons });
                    }
                }
                Role::Lead => facts.lead = cell,
                Role::Joint => {
                    let (units, deputies) = without_deputies(&cell);
                    if !deputies.is_empty() {
                        let text = unwrap_lines(&deputies);
                        facts.extras.push(Extra { heading: what.heading.clone(), text });
                    }
                    if !units.is_empty() {
                        facts.joint.push_str(if facts.joint.is_empty() { "" } else { "、" });
                        facts.joint.push_str(&units);
                    }
                }
                Role::Time => {
                    // 主任会议时间 says where to, too.
                    if let Some(name) = meeting_in_heading(&what.heading) {
                        facts.ticks.push((name, "√".to_owned()));
                    }
                    // 责任单位及完成时限 holds both.
                    let both = has_any(&what.heading, &["单位", "部门", "工委", "委室"]);
                    match in_title::units_and_times(&cell, self.year).filter(|_| both) {
                        Some((units, times)) => {
                            facts.lead = units;
                            facts.times.extend(times);
                        }
                        None => facts.times.push(cell),
                    }
                }
                Role::Meeting(name) if self.dates_meetings(&cell) => {
                    facts.ticks.push((name.clone(), "√".to_owned()));
                    facts.times.push(cell);
                }
                Role::Meeting(name) => facts.ticks.push((name.clone(), cell)),
                Role::MeetingName => facts.meetings = cell,
                Role::Remark => facts.remark = cell,
                Role::Progress => facts.progress = cell,
                Role::Unit(name) => facts.units.push((name.clone(), cell)),
                Role::Months(first, last) => {
                    let heading = what.heading.rsplit('／').next().unwrap_or_default().to_owned();
                    let own = self.months.get(&column).cloned();
                    let (first, last, heading) = own.unwrap_or((*first, *last, heading));
                    // One task of a unit over several months is due in all of them.
                    if let Some(open) =
                        facts.months.last_mut().filter(|_| covered && self.layout.kind == Kind::Matrix)
                    {
                        let begin = open.heading.split('—').next().unwrap_or_default();
                        (open.last, open.heading) = (last, format!("{begin}—{heading}"));
                        continue;
                    }
                    // What a cell over several months says is said once.
                    let cell = if covered { "√".to_owned() } else { cell };
                    facts.months.push(InMonths { first, last, heading, cell });
                }
                Role::Extra => {
                    if what.heading.is_empty() && self.layout.headed {
                        self.out.say(Cause::ExtraCells, &spot, &cell, "");
                    }
                    facts.extras.push(Extra { heading: what.heading.clone(), text: unwrap_lines(&cell) });
                }
                Role::Ignored => {}
            }
        }
        // 备案审查 | 全年 over the columns of what is done and when: its kind is all that is said to be done.
        let title = self.layout.at(&Role::Title).and_then(|column| self.view.slot(row, column));
        let wide = title.is_some_and(|slot| slot.cell.colspan > 1);
        if wide && facts.times.is_empty() && !facts.category.is_empty() && is_time(&facts.title, self.year) {
            facts.times.push(std::mem::replace(&mut facts.title, facts.category.clone()));
        }
        self.meeting(row, &mut facts, &spot);
        let printed = self.view.original(row).and_then(|row| row.printed.as_deref()).unwrap_or_default();
        if printed.contains('\n') && !printed.contains('"') {
            self.out.say(Cause::RowContinued, &spot, &facts.title, "");
        }
        self.bars(&mut facts, &spot);
        self.time(row, &mut facts, &spot);
        self.who(&mut facts, &spot);
        if self.continues(&mut facts, &spot) {
            return;
        }
        let printed = self.view.printed(row);
        let split = if self.layout.kind == Kind::Schedule { facts.split_by_lines() } else { Vec::new() };
        if split.is_empty() {
            self.rows.entries.push(Entry { spot, printed, kind: EntryKind::Item(Box::new(facts)) });
            return;
        }
        self.out.say(Cause::TasksSplit, &spot, &facts.title, &format!("分为 {} 项", split.len()));
        for facts in split {
            let (spot, printed) = (spot.clone(), printed.clone());
            self.rows.entries.push(Entry { spot, printed, kind: EntryKind::Item(Box::new(facts)) });
        }
    }

    /// Strokes in some columns of months are bars over these, unless others are ticked. Without any mark the months cannot be
    /// known: bars may be coloured.
    fn bars(&mut self, facts: &mut Facts, spot: &Spot) {
        let columns =
            self.layout.columns.iter().filter(|column| matches!(column.role, Role::Months(..))).count();
        if columns < 3 || self.layout.kind != Kind::Schedule {
            return;
        }
        let strokes = facts.months.iter().all(|months| is_stroke(&months.cell));
        if strokes && !facts.months.is_empty() && facts.months.len() < columns {
            for months in &mut facts.months {
                self.out.say(Cause::PartialPeriod, spot, &months.cell, &months.heading);
                months.cell = "√".to_owned();
            }
        }
        let marked = facts.months.iter().any(|months| tick(&months.cell) != Tick::No);
        if !marked && facts.times.is_empty() && self.above.is_none() {
            self.out.say(Cause::NoMonth, spot, &facts.title, "");
        }
    }

    /// What a cell says: 同上 stands for the cell above it.
    fn resolved(&mut self, row: usize, column: usize, cell: String) -> String {
        let above = self.above_cells.entry(column).or_default();
        let own = self.view.slot(row, column).is_some_and(|slot| slot.merged == Merged::Own);
        if own && is_ditto(&cell) {
            return above.clone();
        }
        above.clone_from(&cell);
        cell
    }

    /// Whether a cell below a meeting says when, in a table that does not say it elsewhere.
    fn dates_meetings(&self, cell: &str) -> bool {
        if self.layout.at(&Role::Time).is_some() {
            return false;
        }
        let reading = time::read(cell, self.year);
        reading.period.months().is_some() && !reading.doubts.contains(&time::Doubt::Partial)
    }

    /// The lines of a cell, with an end of line for each that the source has between them.
    fn lines(&self, row: usize, column: usize) -> String {
        let Some(slot) = self.view.slot(row, column) else { return String::new() };
        let mut whole = String::new();
        let mut below = 0;
        for line in &slot.cell.lines {
            if !whole.is_empty() {
                for _ in 0..line.below.saturating_sub(below).clamp(1, 100) {
                    whole.push('\n');
                }
            }
            below = line.below;
            whole.push_str(&fold(&line.shown()));
        }
        whole
    }

    fn nested(&self, row: usize, column: usize) -> Option<String> {
        let slot = self
            .view
            .slot(row, column)
            .filter(|slot| slot.merged == Merged::Own && !slot.cell.tables.is_empty())?;
        let whole = slot.cell.whole();
        let shown = slot.cell.shown();
        let rest = whole.strip_prefix(shown.as_str()).unwrap_or(&whole);
        Some(trim(rest).to_owned()).filter(|rest| !rest.is_empty())
    }
}
