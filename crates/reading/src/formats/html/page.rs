//! From the tags of a page to paragraphs and tables.

use crate::document::RemarkKind;
use crate::formats::entities::resolve;
use crate::formats::notes::Notes;
use crate::formats::raw::Raw;
use crate::formats::symbol;
use yaodian_pace::{Pace, Stage};

use super::state::Page;
use super::style::{Look, Style};
use super::tokens::{Tag, Token, Tokens};

const BLOCKS: &[&str] = &[
    "p",
    "div",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "ul",
    "ol",
    "li",
    "dl",
    "dt",
    "dd",
    "blockquote",
    "pre",
    "center",
    "section",
    "article",
    "header",
    "footer",
    "nav",
    "main",
    "aside",
    "form",
    "fieldset",
    "figure",
    "figcaption",
    "address",
    "hr",
    "body",
    "html",
    "legend",
    "details",
    "summary",
    "menu",
    "dir",
];

const VOID: &[&str] = &[
    "br", "hr", "img", "input", "meta", "link", "col", "base", "area", "wbr", "param", "source", "embed",
    "track", "basefont", "frame",
];

impl Page {
    /// Reads a whole page.
    pub(super) async fn read(page: &str, pace: &Pace) -> (Vec<Raw>, Notes) {
        let mut reader = Page::new();
        let mut tokens = Tokens::new(page);
        while let Some(token) = tokens.next() {
            pace.tick(Stage::Read, page.len() - tokens.left(), page.len()).await;
            match token {
                Token::Open(tag) => reader.open(&tag),
                Token::Close(name) => reader.close(&name),
                Token::Text(text) => reader.text(text),
            }
        }
        while !reader.tables.is_empty() {
            reader.close_table();
        }
        while reader.frames.len() > 1 {
            reader.drop_frame();
        }
        reader.end_paragraph();
        (reader.flow().out.split_off(0), reader.notes)
    }

    fn text(&mut self, text: &str) {
        let resolved = resolve(text);
        let Some(look) = self.open.last().map(|element| &element.look) else {
            self.flow().push(&resolved, &Look::default());
            return;
        };
        if look.hidden {
            return;
        }
        if look.said_hidden || look.deleted || look.struck {
            let kind = match look {
                Look { deleted: true, .. } => RemarkKind::TrackedChanges,
                Look { said_hidden: true, .. } => RemarkKind::HiddenText,
                _ => RemarkKind::StruckOut,
            };
            let text = Some(resolved.trim()).filter(|_| kind != RemarkKind::TrackedChanges);
            if !resolved.trim().is_empty() {
                self.notes.say(kind, text);
            }
            return;
        }
        let look = look.clone();
        if self.flow().push(&resolved, &look) > 0 {
            self.notes.say(RemarkKind::UnknownSymbols, None);
        }
    }

    fn open(&mut self, tag: &Tag<'_>) {
        let name = tag.name.as_str();
        match name {
            "br" => {
                return if !self.look().hidden {
                    self.flow().line_break()
                };
            }
            "img" | "input" => return self.replaced(tag),
            "table" => {
                self.pop("p");
                self.open_table();
            }
            "tr" if self.is_in_table() => self.open_row(tag),
            "td" | "th" if self.is_in_table() => return self.open_cell(tag),
            "thead" | "tbody" | "tfoot" if self.is_in_table() => {
                self.close_cell();
                if let Some(table) = self.tables.last_mut() {
                    table.close_row();
                    table.in_head = name == "thead";
                }
            }
            "li" | "dt" | "dd" => {
                self.pop_entry(name);
                self.pop("p");
                self.end_paragraph();
            }
            "tr" | "td" | "th" | "caption" => self.end_paragraph(),
            _ if BLOCKS.contains(&name) => {
                self.pop("p");
                self.end_paragraph();
            }
            _ => {}
        }
        if !VOID.contains(&name) {
            self.push(tag);
        }
    }

    fn close(&mut self, name: &str) {
        match name {
            "table" if self.passed_over > 0 => {
                self.passed_over -= 1;
                self.end_paragraph();
            }
            "table" if !self.tables.is_empty() => self.close_table(),
            "td" | "th" if self.is_in_table() => self.close_cell(),
            "tr" if self.is_in_table() => {
                self.close_cell();
                if let Some(table) = self.tables.last_mut() {
                    table.close_row();
                }
            }
            "thead" if self.is_in_table() => {
                self.close_cell();
                if let Some(table) = self.tables.last_mut() {
                    table.close_row();
                    table.in_head = false;
                }
            }
            _ if BLOCKS.contains(&name) => self.end_paragraph(),
            // `</p>` without a beginning, as `</br>`, breaks the line.
            "br" => self.flow().line_break(),
            _ => {}
        }
        self.pop(name);
    }

    /// Pictures and boxes to tick.
    fn replaced(&mut self, tag: &Tag<'_>) {
        let look = self.look();
        if look.hidden || Style::of(tag).is("display", "none") {
            return;
        }
        let kind = tag.attribute("type").unwrap_or_default().to_ascii_lowercase();
        let alt = tag.attribute("alt").unwrap_or_default();
        let shown = match tag.name.as_str() {
            "input" if matches!(kind.as_str(), "checkbox" | "radio") => {
                if tag.attribute("checked").is_some() { "☑" } else { "☐" }
            }
            "img" if alt.trim().chars().all(symbol::is_tick) => alt.trim(),
            _ => "",
        };
        self.flow().push(shown, &look);
    }
}
