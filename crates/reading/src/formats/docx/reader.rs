//! What reading the body of a Word file needs to know, and what it has found so far.

use crate::document::{AsideKind, RemarkKind};
use crate::formats::notes::Notes;
use crate::formats::raw::{Raw, RawTable};

use super::field::Field;
use super::numbering::Numbering;
use super::styles::{Props, Styles};

/// The state while a body is read.
pub(super) struct Reader<'a> {
    pub(super) styles: &'a Styles,
    pub(super) numbering: Numbering,
    pub(super) notes: Notes,
    /// The fields that are open, outermost first.
    pub(super) fields: Vec<Field>,
    /// How many open content controls only show what could be filled in.
    pub(super) placeholders: usize,
    /// Whether numbers are not counted, because nothing here is shown.
    pub(super) muted: bool,
    /// Where notes and comments are referred to: their kind, id and paragraph.
    pub(super) references: Vec<(AsideKind, String, usize)>,
    /// What stands in text boxes.
    pub(super) boxes: Vec<Raw>,
    /// Whether a part of another format is embedded as text.
    pub(super) embedded: bool,
    /// How many paragraphs have been begun.
    pub(super) paragraphs: usize,
}

/// Paragraphs and tables in a row: the body, a cell, a text box.
#[derive(Default)]
pub(super) struct Flow {
    pub(super) out: Vec<Raw>,
    /// A paragraph whose mark was deleted: what follows belongs to it.
    pub(super) open: Option<Line>,
    /// Whether nothing has come since the last table.
    pub(super) after_table: bool,
}

/// The text of a paragraph while it is read.
#[derive(Default)]
pub(super) struct Line {
    pub(super) text: String,
    /// Whether all letters so far are bold; `None` before the first.
    pub(super) bold: Option<bool>,
    /// The size of the longest run, and its length.
    size: (usize, Option<u16>),
}

/// How a run looks, inheritance resolved.
#[derive(Clone, Debug, Default)]
pub(super) struct Look {
    pub(super) hidden: bool,
    pub(super) struck: bool,
    pub(super) bold: bool,
    pub(super) size: Option<u16>,
    pub(super) font: Option<String>,
}

impl<'a> Reader<'a> {
    pub(super) fn new(styles: &'a Styles, numbering: Numbering) -> Self {
        Self {
            styles,
            numbering,
            notes: Notes::default(),
            fields: Vec::new(),
            placeholders: 0,
            muted: false,
            references: Vec::new(),
            boxes: Vec::new(),
            embedded: false,
            paragraphs: 0,
        }
    }

    /// Begins a paragraph: what is said from now on is about it.
    pub(super) fn begin_paragraph(&mut self) -> usize {
        self.paragraphs += 1;
        self.notes.paragraph = self.paragraphs;
        self.paragraphs
    }

    pub(super) fn tracked(&mut self) {
        self.notes.say(RemarkKind::TrackedChanges, None);
    }

    /// How a run looks that says `own`, in a style of its own, in a paragraph of this look.
    pub(super) fn look(&self, own: &Props, style: Option<&str>, paragraph: &Look) -> Look {
        if style.is_none() {
            return Look {
                hidden: own.hidden.unwrap_or(paragraph.hidden),
                struck: own.struck.unwrap_or(paragraph.struck),
                bold: own.bold.unwrap_or(paragraph.bold),
                size: own.size.or(paragraph.size),
                font: own.font.clone().or_else(|| paragraph.font.clone()),
            };
        }
        let said = self.said(own, style);
        self.look(&said, None, paragraph)
    }

    /// How the runs of a paragraph look that say nothing themselves.
    pub(super) fn paragraph_look(&self, style: Option<&str>) -> Look {
        let base = self.look(self.styles.base(), None, &Look::default());
        self.look(&self.said(&Props::default(), style), None, &base)
    }

    fn said(&self, own: &Props, style: Option<&str>) -> Props {
        Props {
            hidden: self.styles.find(own, style, |props| props.hidden),
            struck: self.styles.find(own, style, |props| props.struck),
            bold: self.styles.find(own, style, |props| props.bold),
            size: self.styles.find(own, style, |props| props.size),
            font: self.styles.find(own, style, |props| props.font.clone()),
            ..Props::default()
        }
    }
}

impl Flow {
    pub(super) fn add_table(&mut self, table: RawTable) {
        self.out.push(Raw::Table(table));
        self.after_table = true;
    }
}

impl Line {
    pub(super) fn push(&mut self, text: &str, look: &Look) {
        self.text.push_str(text);
        let length = text.chars().filter(|c| !c.is_whitespace()).count();
        if length > 0 {
            self.bold = Some(self.bold.unwrap_or(true) && look.bold);
        }
        if length > self.size.0 {
            self.size = (length, look.size);
        }
    }

    pub(super) fn size(&self) -> Option<u16> {
        self.size.1
    }
}
