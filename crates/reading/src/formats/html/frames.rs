//! The flows of a page: cells and notes stand in flows of their own.

use crate::document::RemarkKind;
use crate::formats::fills;
use crate::formats::raw::Raw;

use super::flow::Flow;
use super::state::{Frame, Page};
use super::style::Style;
use super::tables::{Place, Table};
use super::tokens::Tag;

/// More tables inside each other are taken for one.
const MAX_TABLES: usize = 40;

impl Page {
    pub(super) fn push_frame(&mut self, cell: Option<Place>) {
        let open = self.open.len() + usize::from(cell.is_none());
        self.frames.push(Frame { flow: Flow::default(), open, cell, tables: self.tables.len() });
    }

    /// Ends the flow of the element that has just ended, and what is open in it.
    pub(super) fn close_own_frame(&mut self) -> Vec<Raw> {
        let open = self.open.len() + 1;
        let own = self.frames.iter().rposition(|frame| frame.cell.is_none() && frame.open == open);
        let Some(at) = own else { return Vec::new() };
        while self.tables.len() > self.frames[at].tables {
            self.close_table();
        }
        while self.frames.len() > at + 1 {
            self.drop_frame();
        }
        self.drop_frame()
    }

    /// Ends the innermost flow and gives what stands in it; the page itself stays.
    pub(super) fn drop_frame(&mut self) -> Vec<Raw> {
        self.end_paragraph();
        match self.frames.len() {
            0 | 1 => Vec::new(),
            _ => self.frames.pop().map(|frame| frame.flow.out).unwrap_or_default(),
        }
    }

    pub(super) fn is_in_table(&self) -> bool {
        self.passed_over == 0 && !self.tables.is_empty()
    }

    pub(super) fn open_table(&mut self) {
        self.end_paragraph();
        if self.tables.len() >= MAX_TABLES || self.passed_over > 0 {
            self.passed_over += 1;
        } else {
            self.tables.push(Table::default());
        }
    }

    pub(super) fn open_row(&mut self, tag: &Tag<'_>) {
        self.close_cell();
        let style = Style::of(tag);
        let hidden = self.look().inside(tag, &style).hidden;
        if hidden && !self.look().hidden {
            self.notes.say(RemarkKind::HiddenRows, None);
        }
        if !self.notes.row() {
            self.full = true;
            return;
        }
        // The last row of Word's tables only sets widths.
        let gone = hidden || tag.attribute("height").is_some_and(|height| height.trim() == "0");
        if let Some(table) = self.tables.last_mut() {
            table.open_row(gone);
        }
    }

    pub(super) fn open_cell(&mut self, tag: &Tag<'_>) {
        self.close_cell();
        self.full |= !self.notes.cell();
        if self.full || Style::of(tag).is("display", "none") {
            // Takes no column, and shows nothing.
            self.push(tag);
            if let Some(element) = self.open.last_mut() {
                element.look.hidden = true;
            }
            return;
        }
        let Some(table) = self.tables.last_mut() else { return };
        let Some(place) = table.open_cell(tag) else {
            self.notes.say(RemarkKind::CutOff, None);
            return;
        };
        self.push_frame(Some(place));
        self.push(tag);
    }

    /// Ends the open cell of the innermost table.
    pub(super) fn close_cell(&mut self) {
        let tables = self.tables.len();
        let Some(at) = self.frames.iter().rposition(|frame| frame.cell.is_some() && frame.tables == tables)
        else {
            return;
        };
        let open = self.frames[at].open;
        self.end_elements(open);
        while self.frames.len() > at + 1 {
            self.drop_frame();
        }
        let place = self.frames[at].cell.clone();
        let content = self.drop_frame();
        if let (Some(table), Some(place)) = (self.tables.last_mut(), place) {
            table.close_cell(place, content);
        }
    }

    pub(super) fn close_table(&mut self) {
        self.close_cell();
        if let Some(table) = self.tables.pop() {
            self.end_paragraph();
            let mut table = table.close();
            if fills::write_bars(&mut table) {
                self.notes.say(RemarkKind::Colours, None);
            }
            self.flow().out.push(Raw::Table(table));
        }
    }
}
