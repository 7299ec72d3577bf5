//! Styles: what a paragraph or a run is without saying so itself.

use crate::formats::xml::{Malformed, Tag, Xml};

/// No document has more styles.
const MAX_STYLES: usize = 4000;

/// Longer chains of styles are circles.
const MAX_CHAIN: usize = 20;

/// What is said about a paragraph or run; what is not said is inherited.
#[derive(Clone, Debug, Default)]
pub(super) struct Props {
    /// The list; `Some(0)` says that there is none.
    pub(super) list: Option<u32>,
    /// The level in the list, from 0.
    pub(super) list_level: Option<usize>,
    /// From 0; 9 says that it is no heading.
    pub(super) outline: Option<u8>,
    pub(super) centred: Option<bool>,
    pub(super) bold: Option<bool>,
    pub(super) hidden: Option<bool>,
    pub(super) struck: Option<bool>,
    /// In half points.
    pub(super) size: Option<u16>,
    /// The font of Latin letters.
    pub(super) font: Option<String>,
}

/// The styles of a document by their ids.
#[derive(Debug, Default)]
pub(super) struct Styles {
    /// In the order of their ids.
    by_id: Vec<(String, Style)>,
    /// The style of paragraphs that name none.
    default: Option<String>,
    /// What is said about everything.
    base: Props,
}

#[derive(Debug, Default)]
struct Style {
    name: String,
    based_on: Option<String>,
    props: Props,
}

/// What a paragraph says about itself.
#[derive(Debug, Default)]
pub(super) struct ParagraphProps {
    pub(super) style: Option<String>,
    pub(super) props: Props,
    /// A number as text, which the Word format of 2003 holds.
    pub(super) shown_number: Option<String>,
    /// Its mark was deleted or is hidden: what follows belongs to the same paragraph.
    pub(super) runs_on: bool,
    /// Its mark was inserted or deleted.
    pub(super) tracked: bool,
}

impl Styles {
    /// Reads `styles.xml`, or the styles in a flat file, from inside the root.
    pub(super) fn read(&mut self, xml: &mut Xml<'_>) -> Result<(), Malformed> {
        while let Some(tag) = xml.element()? {
            match tag.name() {
                "docDefaults" => self.defaults(xml)?,
                "style" => self.style(&tag, xml)?,
                _ => xml.skip()?,
            }
        }
        Ok(())
    }

    fn defaults(&mut self, xml: &mut Xml<'_>) -> Result<(), Malformed> {
        while let Some(tag) = xml.element()? {
            match tag.name() {
                "rPrDefault" | "pPrDefault" => {
                    while let Some(tag) = xml.element()? {
                        match tag.name() {
                            "rPr" => run_props(xml, &mut self.base)?,
                            _ => xml.skip()?,
                        }
                    }
                }
                _ => xml.skip()?,
            }
        }
        Ok(())
    }

    fn style(&mut self, tag: &Tag<'_>, xml: &mut Xml<'_>) -> Result<(), Malformed> {
        let id = tag.attribute("styleId").unwrap_or_default();
        let is_default = matches!(tag.attribute("default").as_deref(), Some("1" | "true" | "on"));
        if is_default && tag.attribute("type").as_deref() == Some("paragraph") {
            self.default = Some(id.clone());
        }
        let mut style = Style::default();
        while let Some(tag) = xml.element()? {
            match tag.name() {
                "name" => {
                    style.name = tag.val().unwrap_or_default().to_ascii_lowercase();
                    xml.skip()?;
                }
                "basedOn" => {
                    style.based_on = tag.val();
                    xml.skip()?;
                }
                "pPr" => style.props = paragraph_props(xml, style.props)?.props,
                "rPr" => run_props(xml, &mut style.props)?,
                _ => xml.skip()?,
            }
        }
        let at = self.by_id.partition_point(|(known, _)| *known < id);
        if self.by_id.len() < MAX_STYLES {
            self.by_id.insert(at, (id, style));
        }
        Ok(())
    }

    fn get(&self, id: &str) -> Option<&Style> {
        let at = self.by_id.partition_point(|(known, _)| known.as_str() < id);
        self.by_id.get(at).filter(|(known, _)| known == id).map(|(_, style)| style)
    }

    /// The style and those that it is based on, nearest first.
    fn chain<'a>(&'a self, id: Option<&'a str>) -> impl Iterator<Item = &'a Style> {
        let first = id.and_then(|id| self.get(id));
        let next = |style: &&'a Style| self.get(style.based_on.as_deref()?);
        std::iter::successors(first, next).take(MAX_CHAIN)
    }

    /// The style that a paragraph without a style has.
    pub(super) fn or_default<'a>(&'a self, id: Option<&'a str>) -> Option<&'a str> {
        id.filter(|id| self.get(id).is_some()).or(self.default.as_deref())
    }

    /// The first thing that is said about something, by the text itself or a style.
    pub(super) fn find<T>(
        &self,
        own: &Props,
        style: Option<&str>,
        what: impl Fn(&Props) -> Option<T>,
    ) -> Option<T> {
        what(own).or_else(|| self.chain(style).find_map(|style| what(&style.props)))
    }

    /// What is said about every paragraph.
    pub(super) fn base(&self) -> &Props {
        &self.base
    }

    /// The style's list, and the level in it if the style says it.
    pub(super) fn list(&self, style: Option<&str>) -> Option<(u32, Option<usize>)> {
        let list = self.chain(style).find_map(|style| style.props.list)?;
        Some((list, self.chain(style).find_map(|style| style.props.list_level)))
    }

    /// The level of a heading, from 1, by the outline level or the name of its style.
    pub(super) fn heading(&self, own: &Props, style: Option<&str>) -> Option<u8> {
        let by_name = || {
            let digit = |style: &Style| style.name.strip_prefix("heading ")?.trim().parse::<u8>().ok();
            self.chain(style).find_map(digit).map(|level| level.saturating_sub(1))
        };
        let level = self.find(own, style, |props| props.outline).or_else(by_name)?;
        (level < 9).then_some(level + 1)
    }

    /// Whether it is a title, as Word's own style for titles is.
    pub(super) fn is_title(&self, style: Option<&str>) -> bool {
        self.chain(style).any(|style| matches!(style.name.as_str(), "title" | "标题"))
    }

    /// Whether it is a line of a table of contents.
    pub(super) fn is_contents(&self, style: Option<&str>) -> bool {
        self.chain(style).take(1).any(|style| {
            let level = style.name.strip_prefix("toc ").or_else(|| style.name.strip_prefix("目录 "));
            level.is_some_and(|level| level.trim().parse::<u8>().is_ok())
        })
    }
}

/// Reads a `pPr` from inside.
pub(super) fn paragraph_props(xml: &mut Xml<'_>, props: Props) -> Result<ParagraphProps, Malformed> {
    let mut found = ParagraphProps { props, ..ParagraphProps::default() };
    while let Some(tag) = xml.element()? {
        match tag.name() {
            "pStyle" => {
                found.style = tag.val();
                xml.skip()?;
            }
            "numPr" | "listPr" => list_props(xml, &mut found)?,
            "outlineLvl" => {
                found.props.outline = tag.number();
                xml.skip()?;
            }
            "jc" => {
                found.props.centred = Some(tag.val().as_deref() == Some("center"));
                xml.skip()?;
            }
            "rPr" => mark_props(xml, &mut found)?,
            _ => xml.skip()?,
        }
    }
    Ok(found)
}

fn list_props(xml: &mut Xml<'_>, found: &mut ParagraphProps) -> Result<(), Malformed> {
    while let Some(tag) = xml.element()? {
        match tag.name() {
            "numId" | "ilfo" => found.props.list = tag.number(),
            "ilvl" => found.props.list_level = tag.number(),
            "t" => found.shown_number = tag.val(),
            _ => {}
        }
        xml.skip()?;
    }
    Ok(())
}

/// What is said about the mark at the end of a paragraph.
fn mark_props(xml: &mut Xml<'_>, found: &mut ParagraphProps) -> Result<(), Malformed> {
    while let Some(tag) = xml.element()? {
        match tag.name() {
            "del" | "moveFrom" => (found.runs_on, found.tracked) = (true, true),
            "ins" | "moveTo" => found.tracked = true,
            "vanish" | "specVanish" if tag.is_on() => found.runs_on = true,
            "annotation" => {
                let deleted = tag.attribute("type").as_deref() == Some("Word.Deletion");
                found.runs_on |= deleted;
                found.tracked = true;
            }
            _ => {}
        }
        xml.skip()?;
    }
    Ok(())
}

/// Reads an `rPr` from inside.
pub(super) fn run_props(xml: &mut Xml<'_>, props: &mut Props) -> Result<(), Malformed> {
    run_props_and_style(xml, props).map(drop)
}

/// Reads an `rPr` from inside, and gives the character style that it names.
pub(super) fn run_props_and_style(xml: &mut Xml<'_>, props: &mut Props) -> Result<Option<String>, Malformed> {
    let mut style = None;
    while let Some(tag) = xml.element()? {
        match tag.name() {
            "rStyle" => style = tag.val(),
            "b" => props.bold = Some(tag.is_on()),
            "vanish" | "webHidden" => props.hidden = Some(tag.is_on()),
            "strike" | "dstrike" if tag.is_on() || props.struck.is_none() => props.struck = Some(tag.is_on()),
            "sz" => props.size = tag.number(),
            "rFonts" => {
                props.font = tag.attribute("ascii").or_else(|| tag.attribute("hAnsi")).or(props.font.take())
            }
            _ => {}
        }
        xml.skip()?;
    }
    Ok(style)
}
