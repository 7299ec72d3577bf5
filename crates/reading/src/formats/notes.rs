//! What has to be said about a file, collected while it is read, and the room that is left for its tables.

use crate::document::{AsideKind, RemarkKind};

use super::shape;

/// What is said about a file, and what stands beside its body.
#[derive(Debug, Default)]
pub(super) struct Notes {
    /// The number of the paragraph that is being read.
    pub(super) paragraph: usize,
    rows: usize,
    cells: usize,
    /// What was said, about which paragraph, with the text that it is about.
    pub(super) said: Vec<(RemarkKind, usize, Option<String>)>,
    /// Texts beside the body, with the paragraphs that they belong to.
    pub(super) asides: Vec<(AsideKind, Option<usize>, String)>,
}

impl Notes {
    /// Says something about the paragraph that is being read.
    pub(super) fn say(&mut self, kind: RemarkKind, text: Option<&str>) {
        let text = text.map(excerpt);
        match self.said.last_mut() {
            Some((last, at, _)) if text.is_none() && *last == kind && *at == self.paragraph => {}
            // The runs of one deleted or hidden text belong together.
            Some((last, at, Some(open))) if *last == kind && *at == self.paragraph => {
                if let Some(text) = text.filter(|_| open.chars().count() < EXCERPT) {
                    open.push_str(&text);
                }
            }
            _ => self.said.push((kind, self.paragraph, text)),
        }
    }

    /// Keeps a text that stands beside the body.
    pub(super) fn aside(&mut self, kind: AsideKind, at: Option<usize>, text: String) {
        // Every section has headers and footers of its own, mostly the same ones.
        let repeats = matches!(kind, AsideKind::Header | AsideKind::Footer | AsideKind::TextBox)
            && self.asides.iter().any(|(known, _, same)| *known == kind && *same == text);
        if !text.trim().is_empty() && !repeats {
            self.asides.push((kind, at, text));
        }
    }

    /// Whether there is room for one more row; says so if there is not.
    pub(super) fn row(&mut self) -> bool {
        self.rows += 1;
        if self.rows == shape::MAX_ROWS + 1 {
            self.say(RemarkKind::CutOff, None);
        }
        self.rows <= shape::MAX_ROWS
    }

    /// Whether there is room for one more cell; says so if there is not.
    pub(super) fn cell(&mut self) -> bool {
        self.cells += 1;
        if self.cells == shape::MAX_CELLS + 1 {
            self.say(RemarkKind::CutOff, None);
        }
        self.cells <= shape::MAX_CELLS
    }
}

/// How many characters of a text are quoted.
const EXCERPT: usize = 60;

fn excerpt(text: &str) -> String {
    match text.char_indices().nth(EXCERPT) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}
