//! A row that is one cell, or a number and one cell: a heading over those below it, or a note.

use super::super::super::outline::{Level, label, undecorated};
use super::super::super::remarks::{Cause, Spot};
use super::super::super::sentences::meeting_of;
use super::super::super::source::two_months;
use super::super::super::text::{compact, squash, unwrap_lines};
use super::super::super::time;
use super::super::super::units::names::heads_a_list;
use super::super::layout::{Kind, Role};
use super::super::{name_and_count, numbering};
use super::words::{is_imprint, is_long_text};
use super::{Entry, EntryKind, Reader};
use crate::document::Merged;

impl Reader<'_, '_> {
    /// A heading over rows whose number has a cell of its own, with that number: `一 | 立法工作` over rows 1, 2, 3.
    pub(super) fn numbered_heading(&self, own: &[(usize, String)]) -> Option<(usize, String)> {
        let [(serial, number), (column, words), rest @ ..] = own else { return None };
        // 二 | 自身建设 | | 办公室 heads its rows as well, if it says no time.
        let dated = rest.iter().any(|(column, _)| self.layout.with(&Role::Time).any(|at| at == *column));
        if dated || rest.len() > 1 {
            return None;
        }
        let is_heading = self.counts_in_digits && self.layout.at(&Role::Serial) == Some(*serial);
        let number = numbering::numeral(number).filter(|_| is_heading)?;
        Some((*column, format!("{number}{words}")))
    }

    /// Reads a row that is one cell, if it is a heading over those below it.
    pub(super) fn band(&mut self, row: usize, column: usize, words: &str, spot: &Spot) -> bool {
        let title = self.layout.at(&Role::Title);
        let slots = self.view.grid.row(row);
        let wide = self.view.slot(row, column).is_some_and(|slot| slot.cell.colspan > 1);
        // A category that is merged downwards leaves a row its title alone.
        let beside = slots.iter().flatten().any(|slot| slot.merged == Merged::Down && !slot.cell.is_empty());
        let alone = !beside && (wide || self.view.columns() > 2);
        let plain = undecorated(&unwrap_lines(words)).to_owned();
        let heads =
            wide || title != Some(column) || label(&plain).is_some() || name_and_count(&plain).1.is_some();
        let serial = self.layout.at(&Role::Serial) == Some(column) && numbering::serial(words).is_some();
        if !alone || !heads || serial {
            return false;
        }
        let mut words = label(&plain).map_or(plain.as_str(), |label| label.rest);
        if two_months(&plain).is_some() && !self.numbered {
            words = &plain;
        }
        if let Some(reading) = time::month_heading(words, self.year) {
            self.above = Some((reading.period, compact(words)));
            self.last_time.clear();
            return true;
        }
        if self.layout.kind == Kind::Monthly && self.layout.at(&Role::Time) == Some(column) {
            return false;
        }
        if is_long_text(&plain) {
            self.rows.notes.push(plain);
            return true;
        }
        if is_imprint(&plain) {
            self.out.say(Cause::RowLeftOut, spot, &plain, "");
            return true;
        }
        if heads_a_list(words) && !self.layout.names_leads() {
            self.unit = Some(words.to_owned());
        }
        self.meeting_of_band(words, label(&plain).map(|label| label.level));
        let session = squash(words).contains("会议") && squash(words).contains('第');
        if session {
            let found = time::find(words, self.year);
            self.meeting = meeting_of(words).unwrap_or_else(|| words.to_owned());
            if let Some(time) = found.into_iter().next() {
                let text = words.get(time.months.clone()).unwrap_or_default().to_owned();
                self.above = Some((time.reading.period, text));
            }
        }
        let entry =
            Entry { spot: spot.clone(), printed: self.view.printed(row), kind: EntryKind::Band(plain) };
        self.rows.entries.push(entry);
        true
    }

    /// Takes the meeting that a heading is about, 一、常委会会议（4次）; another heading as deep ends it.
    fn meeting_of_band(&mut self, words: &str, level: Option<Level>) {
        match meeting_of(words) {
            Some(name) => {
                self.meeting = name;
                self.meeting_level = Some(level);
            }
            None if self.meeting_level.is_some_and(|known| level <= known) => {
                self.meeting.clone_from(&self.meeting_above);
                self.meeting_level = None;
            }
            None => {}
        }
    }
}
