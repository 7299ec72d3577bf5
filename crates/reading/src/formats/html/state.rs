//! A page while it is read: what is open, and what has been found.

use crate::document::AsideKind;
use crate::formats::notes::Notes;

use super::flow::Flow;
use super::lists::List;
use super::style::Look;
use super::tables::{Place, Table};

/// A page while it is read.
pub(super) struct Page {
    pub(super) frames: Vec<Frame>,
    pub(super) tables: Vec<Table>,
    pub(super) lists: Vec<List>,
    pub(super) open: Vec<Element>,
    /// Tables that are not opened because too many are.
    pub(super) passed_over: usize,
    /// Whether there is no room for more rows.
    pub(super) full: bool,
    pub(super) paragraphs: usize,
    pub(super) notes: Notes,
}

/// An element that is open.
pub(super) struct Element {
    pub(super) name: String,
    pub(super) look: Look,
    pub(super) opens: Opens,
}

/// What ends with an element besides its look.
pub(super) enum Opens {
    Nothing,
    Heading(Option<u8>),
    List,
    /// An entry of a list.
    Entry,
    /// A text that stands beside the page.
    Aside(AsideKind),
    Caption,
}

/// A flow of its own: the page, a cell, a caption, a note.
pub(super) struct Frame {
    pub(super) flow: Flow,
    /// How many elements are open around it.
    pub(super) open: usize,
    /// The cell of the innermost table, if it is one.
    pub(super) cell: Option<Place>,
    /// How many tables are open around it.
    pub(super) tables: usize,
}

impl Page {
    pub(super) fn new() -> Self {
        Page {
            frames: vec![Frame { flow: Flow::default(), open: 0, cell: None, tables: 0 }],
            tables: Vec::new(),
            lists: Vec::new(),
            open: Vec::new(),
            passed_over: 0,
            full: false,
            paragraphs: 0,
            notes: Notes::default(),
        }
    }

    /// The innermost flow.
    pub(super) fn flow(&mut self) -> &mut Flow {
        if self.frames.is_empty() {
            self.frames.push(Frame { flow: Flow::default(), open: 0, cell: None, tables: 0 });
        }
        let last = self.frames.len() - 1;
        &mut self.frames[last].flow
    }

    pub(super) fn look(&self) -> Look {
        self.open.last().map(|element| element.look.clone()).unwrap_or_default()
    }

    pub(super) fn end_paragraph(&mut self) {
        let id = self.paragraphs;
        self.flow().end(id);
        self.paragraphs += 1;
        self.notes.paragraph = self.paragraphs;
    }
}
