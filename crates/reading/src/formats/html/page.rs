//! From the tags of a page to paragraphs and tables.

use crate::document::{AsideKind, RemarkKind};
use crate::formats::raw::{self, Notes, Raw};
use crate::formats::symbol;

use super::flow::Flow;
use super::lists::List;
use super::style::{Look, Style};
use super::tables::{Place, Table};
use super::tokens::{Tag, Token, Tokens, resolve};

/// More open elements than this are passed over.
const MAX_OPEN: usize = 250;

/// More tables inside each other are taken for one.
const MAX_TABLES: usize = 40;

/// An element that is open.
struct Element {
    name: String,
    look: Look,
    opens: Opens,
}

/// What ends with an element besides its look.
enum Opens {
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
struct Frame {
    flow: Flow,
    /// How many elements are open around it.
    open: usize,
    /// The cell of the innermost table, if it is one.
    cell: Option<Place>,
    /// How many tables are open around it.
    tables: usize,
}

/// A page while it is read.
pub(super) struct Page {
    frames: Vec<Frame>,
    tables: Vec<Table>,
    lists: Vec<List>,
    open: Vec<Element>,
    /// Tables that are not opened because too many are.
    passed_over: usize,
    /// Whether there is no room for more rows.
    full: bool,
    paragraphs: usize,
    pub(super) notes: Notes,
}

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
    pub(super) fn read(page: &str) -> (Vec<Raw>, Notes) {
        let frame = Frame { flow: Flow::default(), open: 0, cell: None, tables: 0 };
        let mut reader = Page {
            frames: vec![frame],
            tables: Vec::new(),
            lists: Vec::new(),
            open: Vec::new(),
            passed_over: 0,
            full: false,
            paragraphs: 0,
            notes: Notes::default(),
        };
        for token in Tokens::new(page) {
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

    fn flow(&mut self) -> &mut Flow {
        if self.frames.is_empty() {
            self.frames.push(Frame { flow: Flow::default(), open: 0, cell: None, tables: 0 });
        }
        let last = self.frames.len() - 1;
        &mut self.frames[last].flow
    }

    fn look(&self) -> Look {
        self.open.last().map(|element| element.look.clone()).unwrap_or_default()
    }

    fn end_paragraph(&mut self) {
        let id = self.paragraphs;
        self.flow().end(id);
        self.paragraphs += 1;
        self.notes.paragraph = self.paragraphs;
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

    /// Opens an element: what is inside looks as it says.
    fn push(&mut self, tag: &Tag<'_>) {
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

    /// Ends the innermost element of this name inside the open cell, and what is open in it.
    fn pop(&mut self, name: &str) {
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
    fn pop_entry(&mut self, name: &str) {
        let is_list =
            |element: &Element| matches!(element.name.as_str(), "ul" | "ol" | "dl" | "menu" | "dir");
        let inner = self.open.iter().rev().find(|element| is_list(element) || element.name == name);
        if inner.is_some_and(|element| element.name == name) {
            self.pop(name);
        }
    }

    fn end_elements(&mut self, down_to: usize) {
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

    fn push_frame(&mut self, cell: Option<Place>) {
        let open = self.open.len() + usize::from(cell.is_none());
        self.frames.push(Frame { flow: Flow::default(), open, cell, tables: self.tables.len() });
    }

    /// Ends the flow of the element that has just ended, and what is open in it.
    fn close_own_frame(&mut self) -> Vec<Raw> {
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
    fn drop_frame(&mut self) -> Vec<Raw> {
        self.end_paragraph();
        match self.frames.len() {
            0 | 1 => Vec::new(),
            _ => self.frames.pop().map(|frame| frame.flow.out).unwrap_or_default(),
        }
    }

    fn is_in_table(&self) -> bool {
        self.passed_over == 0 && !self.tables.is_empty()
    }

    fn open_table(&mut self) {
        self.end_paragraph();
        if self.tables.len() >= MAX_TABLES || self.passed_over > 0 {
            self.passed_over += 1;
        } else {
            self.tables.push(Table::default());
        }
    }

    fn open_row(&mut self, tag: &Tag<'_>) {
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

    fn open_cell(&mut self, tag: &Tag<'_>) {
        self.close_cell();
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
    fn close_cell(&mut self) {
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
        let place = self.frames[at].cell;
        let content = self.drop_frame();
        if let (Some(table), Some(place)) = (self.tables.last_mut(), place) {
            table.close_cell(place, content);
        }
    }

    fn close_table(&mut self) {
        self.close_cell();
        if let Some(table) = self.tables.pop() {
            self.end_paragraph();
            let table = table.close();
            self.flow().out.push(Raw::Table(table));
        }
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
