//! Automatic numbers as Word shows them: `numbering.xml` and what has been counted so far.

use std::collections::{BTreeMap, BTreeSet};

use crate::formats::xml::{Malformed, Tag, Xml};
use crate::formats::{counting, symbol};

use super::styles::Styles;

/// Word has nine levels.
const LEVELS: usize = 9;

/// The lists of a document, and how far each has been counted.
#[derive(Debug, Default)]
pub(super) struct Numbering {
    lists: BTreeMap<u32, List>,
    definitions: BTreeMap<u32, Definition>,
    /// By the definition: lists that share one count on from each other.
    counted: BTreeMap<u32, [Option<u32>; LEVELS]>,
    /// Lists whose own start has been used, by level.
    begun: BTreeSet<(u32, usize)>,
}

#[derive(Debug, Default)]
struct List {
    definition: u32,
    starts: BTreeMap<usize, u32>,
    levels: BTreeMap<usize, Level>,
}

#[derive(Debug, Default)]
struct Definition {
    levels: BTreeMap<usize, Level>,
    /// A style whose list has the levels.
    style: Option<String>,
}

#[derive(Clone, Debug, Default)]
struct Level {
    start: Option<u32>,
    format: String,
    text: String,
    font: Option<String>,
    style: Option<String>,
    /// Shows the numbers of all levels as 1, 2, 3.
    legal: bool,
    /// The level, from 1, that makes this one begin again; 0 for none.
    restart: Option<usize>,
}

impl Numbering {
    /// Reads `numbering.xml`, or the lists of a flat file, from inside the root.
    pub(super) fn read(&mut self, xml: &mut Xml<'_>) -> Result<(), Malformed> {
        while let Some(tag) = xml.element()? {
            match tag.name() {
                "abstractNum" | "listDef" => self.definition(&tag, xml)?,
                "num" | "list" => self.list(&tag, xml)?,
                _ => xml.skip()?,
            }
        }
        Ok(())
    }

    fn definition(&mut self, tag: &Tag<'_>, xml: &mut Xml<'_>) -> Result<(), Malformed> {
        let id = tag.attribute("abstractNumId").or_else(|| tag.attribute("listDefId"));
        let mut definition = Definition::default();
        while let Some(tag) = xml.element()? {
            match tag.name() {
                "lvl" => {
                    let (at, level) = level(&tag, xml)?;
                    definition.levels.insert(at, level);
                }
                "numStyleLink" | "listStyleLink" => {
                    definition.style = tag.val();
                    xml.skip()?;
                }
                _ => xml.skip()?,
            }
        }
        if let Some(id) = id.and_then(|id| id.parse().ok()) {
            self.definitions.insert(id, definition);
        }
        Ok(())
    }

    fn list(&mut self, tag: &Tag<'_>, xml: &mut Xml<'_>) -> Result<(), Malformed> {
        let id = tag.attribute("numId").or_else(|| tag.attribute("ilfo"));
        let mut list = List::default();
        while let Some(tag) = xml.element()? {
            match tag.name() {
                "abstractNumId" | "ilst" => {
                    list.definition = tag.number().unwrap_or_default();
                    xml.skip()?;
                }
                "lvlOverride" => {
                    let at = tag.attribute("ilvl").and_then(|at| at.parse().ok()).unwrap_or_default();
                    while let Some(tag) = xml.element()? {
                        match tag.name() {
                            "startOverride" => {
                                list.starts.extend(tag.number().map(|start| (at, start)));
                                xml.skip()?;
                            }
                            "lvl" => {
                                list.levels.insert(at, level(&tag, xml)?.1);
                            }
                            _ => xml.skip()?,
                        }
                    }
                }
                _ => xml.skip()?,
            }
        }
        if let Some(id) = id.and_then(|id| id.parse().ok()) {
            self.lists.insert(id, list);
        }
        Ok(())
    }

    /// The level of a list that belongs to a style.
    pub(super) fn level_of_style(&self, list: u32, style: &str, styles: &Styles) -> Option<usize> {
        let definition = self.definitions.get(&self.definition_of(list, styles)?)?;
        let of_style = |(_, level): &(&usize, &Level)| level.style.as_deref() == Some(style);
        definition.levels.iter().find(of_style).map(|(at, _)| *at)
    }

    /// The definition of a list, which may only name a style that has one.
    fn definition_of(&self, list: u32, styles: &Styles) -> Option<u32> {
        let mut id = self.lists.get(&list)?.definition;
        for _ in 0..LEVELS {
            let definition = self.definitions.get(&id)?;
            let Some(style) = definition.style.as_deref().filter(|_| definition.levels.is_empty()) else {
                return Some(id);
            };
            let (list, _) = styles.list(Some(style))?;
            id = self.lists.get(&list)?.definition;
        }
        None
    }

    /// Counts one paragraph and gives its number as Word shows it; `None` for a bullet.
    pub(super) fn next(&mut self, list_id: u32, at: usize, styles: &Styles) -> Option<String> {
        let id = self.definition_of(list_id, styles)?;
        let (list, definition) = (self.lists.get(&list_id)?, self.definitions.get(&id)?);
        let at = at.min(LEVELS - 1);
        let level = |at: usize| list.levels.get(&at).or_else(|| definition.levels.get(&at));
        let start = |at: usize| level(at).and_then(|level| level.start).unwrap_or(1);
        let counted = self.counted.entry(id).or_default();
        // Levels above that have not been used count as begun.
        for (above, value) in counted.iter_mut().enumerate().take(at) {
            let own = list.starts.get(&above).copied();
            value.get_or_insert_with(|| own.unwrap_or_else(|| start(above)));
        }
        let own_start = list.starts.get(&at).filter(|_| !self.begun.contains(&(list_id, at)));
        let value = match (own_start, counted[at]) {
            (Some(start), _) => *start,
            (None, Some(last)) => last.saturating_add(1),
            (None, None) => start(at),
        };
        counted[at] = Some(value);
        self.begun.insert((list_id, at));
        for (below, value) in counted.iter_mut().enumerate().skip(at + 1) {
            let restarts = match level(below).and_then(|level| level.restart) {
                Some(restart) => at < restart,
                None => true,
            };
            if restarts {
                *value = None;
            }
        }
        let this = level(at)?;
        if matches!(this.format.as_str(), "bullet" | "23") {
            return bullet(this);
        }
        let counted = *counted;
        let shown = |place: usize| {
            let format = if this.legal { "decimal" } else { &level(place)?.format };
            Some(counting::write(format, counted[place]?))
        };
        let text = fill(&this.text, shown);
        (!text.trim().is_empty()).then(|| text.trim().to_owned())
    }
}

/// The level's text with the number of each level in the place of `%1` … `%9`.
fn fill(text: &str, shown: impl Fn(usize) -> Option<String>) -> String {
    let mut filled = String::new();
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        let place = chars.peek().and_then(|next| next.to_digit(10)).filter(|place| c == '%' && *place > 0);
        match place {
            Some(place) => {
                chars.next();
                filled.extend(shown(place as usize - 1));
            }
            None => filled.push(c),
        }
    }
    filled
}

/// A bullet is no number; but a tick that somebody set as a bullet says something.
fn bullet(level: &Level) -> Option<String> {
    let c = level.text.chars().next()?;
    let font = level.font.as_deref().unwrap_or_default();
    let shown = symbol::shown(font, u32::from(c)).or_else(|| symbol::shown_without_font(c)).unwrap_or(c);
    symbol::is_tick(shown).then(|| shown.to_string())
}

fn level(tag: &Tag<'_>, xml: &mut Xml<'_>) -> Result<(usize, Level), Malformed> {
    let at = tag.attribute("ilvl").and_then(|at| at.parse().ok()).unwrap_or_default();
    let mut level = Level::default();
    while let Some(tag) = xml.element()? {
        match tag.name() {
            "start" => level.start = tag.number(),
            "numFmt" => level.format = tag.val().unwrap_or_default(),
            "nfc" => level.format = tag.val().unwrap_or_default(),
            "lvlText" => level.text = tag.val().unwrap_or_default(),
            "pStyle" => level.style = tag.val(),
            "isLgl" => level.legal = tag.is_on(),
            "lvlRestart" => level.restart = tag.number(),
            "rPr" => {
                let mut props = super::styles::Props::default();
                super::styles::run_props(xml, &mut props)?;
                level.font = props.font;
                continue;
            }
            // Newer formats stand in a choice, the usual one in the fallback.
            "AlternateContent" => {
                alternate_format(xml, &mut level)?;
                continue;
            }
            _ => {}
        }
        xml.skip()?;
    }
    Ok((at, level))
}

/// `<mc:Choice><w:numFmt w:val="custom" w:format="001, 002"/></mc:Choice><mc:Fallback>…`
fn alternate_format(xml: &mut Xml<'_>, level: &mut Level) -> Result<(), Malformed> {
    while let Some(branch) = xml.element()? {
        let fallback = branch.name() == "Fallback";
        while let Some(tag) = xml.element()? {
            if tag.name() == "numFmt" && fallback {
                level.format = tag.val().unwrap_or_default();
            }
            xml.skip()?;
        }
    }
    Ok(())
}
