//! Blocks of a Word file: paragraphs with their numbers, and what may stand around them.

use crate::document::{AsideKind, Paragraph, RemarkKind};
use crate::formats::raw::{Raw, RawParagraph};
use crate::formats::xml::{Malformed, Tag, Token, Xml};
use yaodian_pace::{Pace, Stage};

use super::reader::{Flow, Line, Reader};
use super::styles::{self, ParagraphProps, Props};

impl Reader<'_> {
    /// Reads the blocks inside the open element.
    pub(super) fn blocks(&mut self, xml: &mut Xml<'_>, flow: &mut Flow) -> Result<(), Malformed> {
        while let Some(token) = xml.child()? {
            if let Token::Open(tag) = token {
                self.block(&tag, xml, flow)?;
            }
        }
        Ok(())
    }

    /// Reads the blocks of a container of its own: a cell, a note, a text box.
    pub(super) fn content(&mut self, xml: &mut Xml<'_>) -> Result<Vec<Raw>, Malformed> {
        let mut flow = Flow::default();
        self.blocks(xml, &mut flow)?;
        self.close(&mut flow);
        Ok(flow.out)
    }

    /// Reads a document in slices, from inside its root.
    pub(super) async fn document(&mut self, xml: &mut Xml<'_>, pace: &Pace) -> Result<Vec<Raw>, Malformed> {
        let mut flow = Flow::default();
        // How many elements around blocks are open inside the root.
        let mut depth = 0_usize;
        loop {
            let Some(token) = xml.child()? else {
                let Some(less) = depth.checked_sub(1) else { break };
                depth = less;
                continue;
            };
            let Token::Open(tag) = token else { continue };
            match tag.name() {
                "body" | "sect" | "sub-section" => depth += 1,
                "tbl" => {
                    self.close(&mut flow);
                    let table = self.table_in_slices(xml, flow.after_table, pace).await?;
                    flow.add_table(table);
                }
                _ => self.block(&tag, xml, &mut flow)?,
            }
            let (done, total) = xml.position();
            pace.tick(Stage::Read, done, total).await;
        }
        self.close(&mut flow);
        Ok(flow.out)
    }

    /// Reads one block.
    pub(super) fn block(
        &mut self,
        tag: &Tag<'_>,
        xml: &mut Xml<'_>,
        flow: &mut Flow,
    ) -> Result<(), Malformed> {
        match tag.name() {
            "p" => self.paragraph(xml, flow),
            "tbl" => {
                self.close(flow);
                let table = self.table(xml, flow.after_table)?;
                flow.add_table(table);
                Ok(())
            }
            "sdt" => self.content_control(xml, &mut |reader, xml| reader.blocks(xml, flow)),
            "AlternateContent" => self.first_choice(xml, &mut |reader, xml| reader.blocks(xml, flow)),
            "del" | "moveFrom" => {
                self.tracked();
                xml.skip()
            }
            // Changes in the format of 2003.
            "annotation" if tag.attribute("type").as_deref() != Some("Word.Insertion") => xml.skip(),
            "altChunk" => {
                self.embedded = true;
                xml.skip()
            }
            "sectPr" | "pPr" | "tcPr" => xml.skip(),
            // Inserted blocks, smart tags, custom XML, sections of the format of 2003.
            _ => self.blocks(xml, flow),
        }
    }

    fn paragraph(&mut self, xml: &mut Xml<'_>, flow: &mut Flow) -> Result<(), Malformed> {
        let id = self.begin_paragraph();
        flow.after_table = false;
        let mut line = flow.open.take().unwrap_or_default();
        let mut props = ParagraphProps::default();
        let mut look = self.paragraph_look(self.styles.or_default(None));
        while let Some(token) = xml.child()? {
            let Token::Open(tag) = token else { continue };
            if tag.name() == "pPr" {
                props = styles::paragraph_props(xml, Props::default())?;
                look = self.paragraph_look(self.styles.or_default(props.style.as_deref()));
            } else {
                self.inline(&tag, xml, &look, &mut line)?;
            }
        }
        self.notes.paragraph = id;
        if props.tracked {
            self.tracked();
        }
        if props.runs_on {
            flow.open = Some(line);
            return Ok(());
        }
        if let Some(paragraph) = self.finish_paragraph(&props, line) {
            flow.out.push(Raw::Paragraph(RawParagraph { id, paragraph }));
        }
        Ok(())
    }

    /// Ends a paragraph whose mark was deleted and after which nothing came.
    pub(super) fn close(&mut self, flow: &mut Flow) {
        if let Some(line) = flow.open.take()
            && let Some(paragraph) = self.finish_paragraph(&ParagraphProps::default(), line)
        {
            let id = self.begin_paragraph();
            flow.out.push(Raw::Paragraph(RawParagraph { id, paragraph }));
        }
    }

    fn finish_paragraph(&mut self, props: &ParagraphProps, line: Line) -> Option<Paragraph> {
        let style = self.styles.or_default(props.style.as_deref());
        let number = self.number(props, style);
        let text = line.text.trim();
        if self.styles.is_contents(style) {
            if !text.is_empty() {
                self.notes.say(RemarkKind::Contents, None);
            }
            return None;
        }
        if text.is_empty() && number.is_none() {
            return None;
        }
        Some(Paragraph {
            text: text.to_owned(),
            number,
            level: self.styles.heading(&props.props, style),
            bold: line.bold.unwrap_or(false) || self.styles.is_title(style),
            centred: self.styles.find(&props.props, style, |props| props.centred).unwrap_or(false),
            size: line.size(),
            ..Paragraph::default()
        })
    }

    fn number(&mut self, props: &ParagraphProps, style: Option<&str>) -> Option<String> {
        if self.muted {
            return None;
        }
        let own = &props.props;
        let (list, level) = match own.list {
            Some(list) => (list, own.list_level),
            None => {
                let (list, level) = self.styles.list(style)?;
                let of_style = || self.numbering.level_of_style(list, style?, self.styles);
                (list, own.list_level.or(level).or_else(of_style))
            }
        };
        if list == 0 {
            return None;
        }
        let counted = self.numbering.next(list, level.unwrap_or(0), self.styles);
        counted.or_else(|| props.shown_number.clone().filter(|text| text.chars().any(char::is_alphanumeric)))
    }

    /// Reads a content control: its content counts, unless it only says what could stand there.
    pub(super) fn content_control(
        &mut self,
        xml: &mut Xml<'_>,
        read: &mut dyn FnMut(&mut Self, &mut Xml<'_>) -> Result<(), Malformed>,
    ) -> Result<(), Malformed> {
        let (mut placeholder, mut contents) = (false, false);
        while let Some(tag) = xml.element()? {
            match tag.name() {
                "sdtPr" => {
                    while let Some(tag) = xml.element()? {
                        match tag.name() {
                            "showingPlcHdr" => placeholder = tag.is_on(),
                            "docPartObj" | "docPartList" => {
                                contents |= is_contents_gallery(xml)?;
                                continue;
                            }
                            _ => {}
                        }
                        xml.skip()?;
                    }
                }
                "sdtContent" if contents => {
                    self.notes.say(RemarkKind::Contents, None);
                    xml.skip()?;
                }
                "sdtContent" => {
                    self.placeholders += usize::from(placeholder);
                    let read = read(self, xml);
                    self.placeholders -= usize::from(placeholder);
                    read?;
                }
                _ => xml.skip()?,
            }
        }
        Ok(())
    }

    /// Reads the first of several ways to say the same; the fallback if there is no other.
    pub(super) fn first_choice(
        &mut self,
        xml: &mut Xml<'_>,
        read: &mut dyn FnMut(&mut Self, &mut Xml<'_>) -> Result<(), Malformed>,
    ) -> Result<(), Malformed> {
        let mut done = false;
        while let Some(tag) = xml.element()? {
            if matches!(tag.name(), "Choice" | "Fallback") && !done {
                done = true;
                read(self, xml)?;
            } else {
                xml.skip()?;
            }
        }
        Ok(())
    }

    /// Keeps the text of notes, headers and comments, from inside the root of their part.
    pub(super) fn aside_part(&mut self, kind: AsideKind, xml: &mut Xml<'_>) -> Result<(), Malformed> {
        if matches!(kind, AsideKind::Header | AsideKind::Footer) {
            let content = self.content(xml)?;
            self.notes.aside(kind, None, crate::formats::raw::text(&content));
            return Ok(());
        }
        while let Some(tag) = xml.element()? {
            // Separators between notes and text have a type.
            let special = tag.attribute("type").is_some_and(|kind| kind != "normal");
            let (true, Some(id)) = (!special, tag.attribute("id")) else {
                xml.skip()?;
                continue;
            };
            let content = self.content(xml)?;
            let at = self
                .references
                .iter()
                .find(|(known, of, _)| *known == kind && *of == id)
                .map(|found| found.2);
            self.notes.aside(kind, at, crate::formats::raw::text(&content));
        }
        Ok(())
    }
}

fn is_contents_gallery(xml: &mut Xml<'_>) -> Result<bool, Malformed> {
    let mut found = false;
    while let Some(tag) = xml.element()? {
        found |= tag.name() == "docPartGallery" && tag.val().as_deref() == Some("Table of Contents");
        xml.skip()?;
    }
    Ok(found)
}
