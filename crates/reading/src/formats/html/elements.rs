//! Elements of a page while they are open: what ends with them, and what they end.

use crate::document::{AsideKind, RemarkKind};
use crate::formats::raw;

use super::lists::List;
use super::state::{Element, Opens, Page};
use super::style::{Look, Style};
use super::tokens::Tag;

/// More open elements than this are passed over.
const MAX_OPEN: usize = 250;

impl Page {
    /// Opens an element: what is inside looks as it says.
    pub(super) fn push(&mut self, tag: &Tag<'_>) {
        if self.open.len() >= MAX_OPEN {
            return;
        }
        let style = Style::of(tag);
        let look =
            self.open.last().map_or_else(Look::default, |element| element.look.clone()).inside(tag, &style);
        if tag.name == "ins" && !look.hidden {
            self.notes.say(RemarkKind::TrackedChanges, None);
        }
        if style.is("mso-tab-count", "") {
            self.flow().push("\t", &Look { pre: true, ..look.clone() });
        }
        let opens = match tag.name.as_str() {
            "ol" | "ul" => {
                self.lists.push(List::open(tag, &style));
                Opens::List
            }
            "li" => {
                let number = self.lists.last_mut().and_then(|list| list.count(tag)).filter(|_| !look.hidden);
                self.flow().entry = number;
                Opens::Entry
            }
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
                let level = tag.name.get(1..).and_then(|level| level.parse().ok());
                Opens::Heading(std::mem::replace(&mut self.flow().level, level))
            }
            "caption" if !self.tables.is_empty() => {
                self.close_cell();
                self.push_frame(None);
                Opens::Caption
            }
            _ => match aside_kind(&style) {
                Some(kind) => {
                    self.end_paragraph();
                    self.push_frame(None);
                    Opens::Aside(kind)
                }
                None => Opens::Nothing,
            },
        };
        // The blanks that stand for a tab are the tab.
        let look = Look { hidden: look.hidden || style.is("mso-tab-count", ""), ..look };
        self.open.push(Element { name: tag.name.clone(), look, opens });
    }

    /// Ends the innermost element of this name inside the open cell, and what is open in it.
    pub(super) fn pop(&mut self, name: &str) {
        let floor = self.frames.last().map_or(0, |frame| frame.open);
        let Some(at) =
            self.open.iter().rposition(|element| element.name == name).filter(|at| *at + 1 > floor)
        else {
            // A caption or note that is a frame of its own ends with the element that opened it.
            let own = self.frames.last().is_some_and(|frame| frame.cell.is_none() && frame.open > 0);
            if own && self.open.get(floor - 1).is_some_and(|element| element.name == name) {
                self.end_elements(floor - 1);
            }
            return;
        };
        self.end_elements(at);
    }

    /// Ends an entry of the innermost list, if one is open.
    pub(super) fn pop_entry(&mut self, name: &str) {
        let is_list =
            |element: &Element| matches!(element.name.as_str(), "ul" | "ol" | "dl" | "menu" | "dir");
        let inner = self.open.iter().rev().find(|element| is_list(element) || element.name == name);
        if inner.is_some_and(|element| element.name == name) {
            self.pop(name);
        }
    }

    pub(super) fn end_elements(&mut self, down_to: usize) {
        while self.open.len() > down_to {
            let Some(element) = self.open.pop() else { return };
            match element.opens {
                Opens::Nothing => {}
                Opens::Heading(level) => self.flow().level = level,
                Opens::List => drop(self.lists.pop()),
                Opens::Entry => {
                    self.end_paragraph();
                    self.flow().entry = None;
                }
                Opens::Aside(kind) => {
                    let content = self.close_own_frame();
                    self.notes.aside(kind, None, raw::text(&content));
                }
                Opens::Caption => {
                    let content = self.close_own_frame();
                    if let Some(table) = self.tables.last_mut() {
                        table.caption = Some(raw::text(&content)).filter(|text| !text.is_empty());
                    }
                }
            }
        }
    }
}

/// Notes and headers that Word writes as parts of the page.
fn aside_kind(style: &Style) -> Option<AsideKind> {
    match style.get("mso-element")? {
        "comment-list" | "comment" => Some(AsideKind::Comment),
        "footnote-list" | "footnote" => Some(AsideKind::Footnote),
        "endnote-list" | "endnote" => Some(AsideKind::Endnote),
        "header" => Some(AsideKind::Header),
        "footer" => Some(AsideKind::Footer),
        _ => None,
    }
}
