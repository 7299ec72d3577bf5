//! What stands inside a paragraph: runs, fields, symbols, text boxes, tracked changes.

use crate::document::{AsideKind, RemarkKind};
use crate::formats::raw;
use crate::formats::symbol;
use crate::formats::xml::{Malformed, Tag, Token, Xml};

use super::field::Field;
use super::reader::{Line, Look, Reader};
use super::styles::{self, Props};

impl Reader<'_> {
    /// Reads one element inside a paragraph.
    pub(super) fn inline(
        &mut self,
        tag: &Tag<'_>,
        xml: &mut Xml<'_>,
        paragraph: &Look,
        line: &mut Line,
    ) -> Result<(), Malformed> {
        match tag.name() {
            "r" => self.run(xml, paragraph, line),
            "del" | "moveFrom" => {
                self.tracked();
                xml.skip()
            }
            "ins" | "moveTo" => {
                self.tracked();
                self.inlines(xml, paragraph, line)
            }
            // Changes and comments in the format of 2003.
            "annotation" => match tag.attribute("type").as_deref() {
                Some("Word.Insertion") => {
                    self.tracked();
                    self.inlines(xml, paragraph, line)
                }
                Some("Word.Deletion") => {
                    self.tracked();
                    xml.skip()
                }
                _ => xml.skip(),
            },
            "sdt" => self.content_control(xml, &mut |reader, xml| reader.inlines(xml, paragraph, line)),
            "AlternateContent" => {
                self.first_choice(xml, &mut |reader, xml| reader.inlines(xml, paragraph, line))
            }
            "fldSimple" => {
                let mut field = Field::new(None);
                field.instruct(&tag.attribute("instr").unwrap_or_default());
                field.begin_result();
                self.fields.push(field);
                let read = self.inlines(xml, paragraph, line);
                self.fields.pop();
                read
            }
            "pPr" | "sectPr" | "rPr" => xml.skip(),
            // Links, smart tags, custom XML, formulas.
            _ => self.inlines(xml, paragraph, line),
        }
    }

    fn inlines(&mut self, xml: &mut Xml<'_>, paragraph: &Look, line: &mut Line) -> Result<(), Malformed> {
        while let Some(token) = xml.child()? {
            if let Token::Open(tag) = token {
                self.inline(&tag, xml, paragraph, line)?;
            }
        }
        Ok(())
    }

    fn run(&mut self, xml: &mut Xml<'_>, paragraph: &Look, line: &mut Line) -> Result<(), Malformed> {
        let mut look = None;
        while let Some(token) = xml.child()? {
            let Token::Open(tag) = token else { continue };
            if tag.name() == "rPr" {
                let mut props = Props::default();
                let style = styles::run_props_and_style(xml, &mut props)?;
                look = Some(self.look(&props, style.as_deref(), paragraph));
            } else {
                self.run_content(&tag, xml, look.as_ref().unwrap_or(paragraph), line)?;
            }
        }
        Ok(())
    }

    fn run_content(
        &mut self,
        tag: &Tag<'_>,
        xml: &mut Xml<'_>,
        look: &Look,
        line: &mut Line,
    ) -> Result<(), Malformed> {
        match tag.name() {
            "t" => {
                let text = xml.text()?;
                self.push(&text.replace(['\n', '\r'], " "), look, line);
                return Ok(());
            }
            "instrText" => {
                let text = xml.text()?;
                if let Some(field) = self.fields.last_mut() {
                    field.instruct(&text);
                }
                return Ok(());
            }
            "fldChar" => return self.field_mark(tag, xml, look, line),
            "tab" | "ptab" => self.push("\t", look, line),
            "br" | "cr" => self.push("\n", look, line),
            "noBreakHyphen" => self.push("-", look, line),
            "sym" => self.symbol(tag, look, line),
            "footnoteReference" => self.refer(AsideKind::Footnote, tag),
            "endnoteReference" => self.refer(AsideKind::Endnote, tag),
            "commentReference" => self.refer(AsideKind::Comment, tag),
            "AlternateContent" => {
                return self.first_choice(xml, &mut |reader, xml| reader.run_contents(xml, look, line));
            }
            "ruby" => {
                // The reading above a character is not part of the text.
                while let Some(tag) = xml.element()? {
                    match tag.name() {
                        "rubyBase" => self.inlines(xml, look, line)?,
                        _ => xml.skip()?,
                    }
                }
                return Ok(());
            }
            "drawing" | "pict" | "object" => return self.graphics(xml),
            // Notes of the format of 2003 stand where they are referred to.
            "footnote" | "endnote" => {
                let (id, content) = (self.notes.paragraph, self.content(xml)?);
                self.notes.paragraph = id;
                self.notes.aside(AsideKind::Footnote, Some(id), raw::text(&content));
                return Ok(());
            }
            _ => {}
        }
        xml.skip()
    }

    fn run_contents(&mut self, xml: &mut Xml<'_>, look: &Look, line: &mut Line) -> Result<(), Malformed> {
        while let Some(tag) = xml.element()? {
            self.run_content(&tag, xml, look, line)?;
        }
        Ok(())
    }

    /// Adds text if it is shown.
    fn push(&mut self, text: &str, look: &Look, line: &mut Line) {
        if self.fields.iter().any(Field::is_contents) {
            return self.notes.say(RemarkKind::Contents, None);
        }
        if self.placeholders > 0 || !self.fields.iter().all(Field::is_shown) {
            return;
        }
        if look.hidden {
            return self.notes.say(RemarkKind::HiddenText, Some(text));
        }
        let text = self.symbols(text, look);
        if look.struck && !text.trim().is_empty() {
            return self.notes.say(RemarkKind::StruckOut, Some(&text));
        }
        line.push(&text, look);
    }

    /// The text with the letters of a symbol font as what they look like.
    fn symbols(&mut self, text: &str, look: &Look) -> String {
        let font = look.font.as_deref().filter(|font| symbol::is_symbol_font(font));
        let is_private = |c: char| ('\u{f000}'..='\u{f0ff}').contains(&c);
        if font.is_none() && !text.contains(is_private) {
            return text.to_owned();
        }
        let mut shown = String::with_capacity(text.len());
        for c in text.chars() {
            let looks = match font {
                Some(font) if u32::from(c) < 0x100 || is_private(c) => symbol::shown(font, u32::from(c)),
                None if is_private(c) => symbol::shown_without_font(c),
                _ => Some(c),
            };
            match looks {
                Some(c) => shown.push(c),
                None if c.is_whitespace() => shown.push(c),
                None => self.notes.say(RemarkKind::UnknownSymbols, None),
            }
        }
        shown
    }

    fn symbol(&mut self, tag: &Tag<'_>, look: &Look, line: &mut Line) {
        let font = tag.attribute("font").unwrap_or_default();
        let code = tag.attribute("char").and_then(|code| u32::from_str_radix(&code, 16).ok());
        let Some(code) = code else { return };
        let plain = || {
            char::from_u32(code)
                .filter(|_| !symbol::is_symbol_font(&font) && !(0xf000..=0xf0ff).contains(&code))
        };
        let guess = || char::from_u32(code).and_then(symbol::shown_without_font);
        match symbol::shown(&font, code).or_else(plain).or_else(guess) {
            Some(c) => self.push(c.encode_utf8(&mut [0; 4]), &Look { font: None, ..look.clone() }, line),
            None => self.notes.say(RemarkKind::UnknownSymbols, None),
        }
    }

    fn field_mark(
        &mut self,
        tag: &Tag<'_>,
        xml: &mut Xml<'_>,
        look: &Look,
        line: &mut Line,
    ) -> Result<(), Malformed> {
        match tag.attribute("fldCharType").as_deref() {
            Some("begin") => {
                let ticked = tick_box(xml)?;
                self.fields.push(Field::new(ticked));
                return Ok(());
            }
            Some("separate") => {
                if let Some(field) = self.fields.last_mut() {
                    field.begin_result();
                }
            }
            Some("end") => {
                if let Some(text) = self.fields.pop().and_then(|field| field.shown()) {
                    self.push(&text, look, line);
                }
            }
            _ => {}
        }
        xml.skip()
    }

    fn refer(&mut self, kind: AsideKind, tag: &Tag<'_>) {
        if let Some(id) = tag.attribute("id") {
            self.references.push((kind, id, self.notes.paragraph));
        }
    }

    /// A drawing: its text boxes stand beside the body.
    fn graphics(&mut self, xml: &mut Xml<'_>) -> Result<(), Malformed> {
        while let Some(tag) = xml.element()? {
            match tag.name() {
                "txbxContent" => self.text_box(xml)?,
                "AlternateContent" => self.first_choice(xml, &mut |reader, xml| reader.graphics(xml))?,
                "blip" | "imagedata" => {
                    self.notes.say(RemarkKind::Pictures, None);
                    xml.skip()?;
                }
                _ => self.graphics(xml)?,
            }
        }
        Ok(())
    }

    fn text_box(&mut self, xml: &mut Xml<'_>) -> Result<(), Malformed> {
        let id = self.notes.paragraph;
        let fields = std::mem::take(&mut self.fields);
        let content = self.content(xml)?;
        self.fields = fields;
        self.notes.paragraph = id;
        let text = raw::text(&content);
        if !text.trim().is_empty() {
            self.notes.say(RemarkKind::TextBoxes, None);
            self.notes.aside(AsideKind::TextBox, Some(id), text);
            self.boxes.extend(content);
        }
        Ok(())
    }
}

/// Whether the field is a box to tick, and whether it is ticked.
fn tick_box(xml: &mut Xml<'_>) -> Result<Option<bool>, Malformed> {
    let mut ticked = None;
    while let Some(tag) = xml.element()? {
        if tag.name() != "ffData" {
            xml.skip()?;
            continue;
        }
        while let Some(tag) = xml.element()? {
            if tag.name() != "checkBox" {
                xml.skip()?;
                continue;
            }
            let (mut default, mut checked) = (false, None);
            while let Some(tag) = xml.element()? {
                match tag.name() {
                    "default" => default = tag.is_on(),
                    "checked" => checked = Some(tag.is_on()),
                    _ => {}
                }
                xml.skip()?;
            }
            ticked = Some(checked.unwrap_or(default));
        }
    }
    Ok(ticked)
}
