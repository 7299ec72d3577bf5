//! Automatic numbers as Word shows them: `numbering.xml` and what has been counted so far.

use crate::formats::xml::{Malformed, Tag, Xml};
use crate::formats::{counting, symbol};

use super::styles::Styles;

/// Word has nine levels.
const LEVELS: usize = 9;

/// The lists of a document, and how far each has been counted.
#[derive(Debug, Default)]
pub(super) struct Numbering {
    /// In the order of their numbers.
    lists: Vec<(u32, List)>,
    definitions: Vec<(u32, Definition)>,
}

#[derive(Debug, Default)]
struct List {
    definition: u32,
    starts: [Option<u32>; LEVELS],
    /// Levels whose own start has been used.
    begun: [bool; LEVELS],
    levels: Vec<(usize, Level)>,
}

#[derive(Debug, Default)]
struct Definition {
    levels: Vec<(usize, Level)>,
    /// A style whose list has the levels.
    style: Option<String>,
    /// How far it has been counted: lists that share a definition count on from each other.
    counted: [Option<u32>; LEVELS],
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
        let id = tag.number_in("abstractNumId").or_else(|| tag.number_in("listDefId"));
        let mut definition = Definition::default();
        while let Some(tag) = xml.element()? {
            match tag.name() {
                "lvl" => {
                    let level = level(&tag, xml)?;
                    definition.levels.push(level);
                }
                "numStyleLink" | "listStyleLink" => {
                    definition.style = tag.val();
                    xml.skip()?;
                }
                _ => xml.skip()?,
            }
        }
        insert(&mut self.definitions, id, definition);
        Ok(())
    }

    fn list(&mut self, tag: &Tag<'_>, xml: &mut Xml<'_>) -> Result<(), Malformed> {
        let id = tag.number_in("numId").or_else(|| tag.number_in("ilfo"));
        let mut list = List::default();
        while let Some(tag) = xml.element()? {
            match tag.name() {
                "abstractNumId" | "ilst" => {
                    list.definition = tag.number().unwrap_or_default();
                    xml.skip()?;
                }
                "lvlOverride" => {
                    let at: usize = tag.number_in("ilvl").unwrap_or_default();
                    while let Some(tag) = xml.element()? {
                        match tag.name() {
                            "startOverride" => {
                                list.starts[at.min(LEVELS - 1)] = tag.number();
                                xml.skip()?;
                            }
                            "lvl" => {
                                list.levels.push((at, level(&tag, xml)?.1));
                            }
                            _ => xml.skip()?,
                        }
                    }
                }
                _ => xml.skip()?,
            }
        }
        insert(&mut self.lists, id, list);
        Ok(())
    }

    /// The level of a list that belongs to a style.
    pub(super) fn level_of_style(&self, list: u32, style: &str, styles: &Styles) -> Option<usize> {
        let (_, definition) = self.definitions.get(self.definition_of(list, styles)?)?;
        let of_style = |(_, level): &&(usize, Level)| level.style.as_deref() == Some(style);
        definition.levels.iter().find(of_style).map(|(at, _)| *at)
    }

    /// The place of a list's definition, which may only name a style that has one.
    fn definition_of(&self, list: u32, styles: &Styles) -> Option<usize> {
        let mut list = place(&self.lists, list)?;
        for _ in 0..LEVELS {
            let at = place(&self.definitions, self.lists.get(list)?.1.definition)?;
            let (_, definition) = self.definitions.get(at)?;
            let Some(style) = definition.style.as_deref().filter(|_| definition.levels.is_empty()) else {
                return Some(at);
            };
            list = place(&self.lists, styles.list(Some(style))?.0)?;
        }
        None
    }

    /// Counts one paragraph and gives its number as Word shows it; `None` for a bullet.
    pub(super) fn next(&mut self, list: u32, at: usize, styles: &Styles) -> Option<String> {
        let definition = self.definition_of(list, styles)?;
        let list = place(&self.lists, list)?;
        let (_, List { starts, begun, levels: own, .. }) = self.lists.get_mut(list)?;
        let (_, Definition { levels, counted, .. }) = self.definitions.get_mut(definition)?;
        let at = at.min(LEVELS - 1);
        let level = |at: usize| find(own, at).or_else(|| find(levels, at));
        let start = |at: usize| level(at).and_then(|level| level.start).unwrap_or(1);
        // Levels above that have not been used count as begun.
        for above in 0..at {
            counted[above] = counted[above].or(starts[above]).or(Some(start(above)));
        }
        let own_start = starts[at].filter(|_| !begun[at]);
        counted[at] = Some(match (own_start, counted[at]) {
            (Some(start), _) => start,
            (None, Some(last)) => last.saturating_add(1),
            (None, None) => start(at),
        });
        begun[at] = true;
        for (below, value) in counted.iter_mut().enumerate().skip(at + 1) {
            let restart = level(below).and_then(|level| level.restart);
            if restart.is_none_or(|restart| at < restart) {
                *value = None;
            }
        }
        let this = level(at)?;
        if matches!(this.format.as_str(), "bullet" | "23") {
            return bullet(this);
        }
        let shown = |place: usize| {
            let format = if this.legal { "decimal" } else { &level(place)?.format };
            Some(counting::write(format, counted[place]?))
        };
        let text = fill(&this.text, shown);
        (!text.trim().is_empty()).then(|| text.trim().to_owned())
    }
}

/// Keeps something under its number, in the order of numbers.
fn insert<T>(items: &mut Vec<(u32, T)>, id: Option<u32>, item: T) {
    if let Some(id) = id {
        let at = items.partition_point(|(known, _)| *known < id);
        items.insert(at, (id, item));
    }
}

/// Where something stands that is kept under its number.
fn place<T>(items: &[(u32, T)], id: u32) -> Option<usize> {
    let at = items.partition_point(|(known, _)| *known < id);
    items.get(at).filter(|(known, _)| *known == id).map(|_| at)
}

fn find(levels: &[(usize, Level)], at: usize) -> Option<&Level> {
    levels.iter().find(|(known, _)| *known == at).map(|(_, level)| level)
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
    let at = tag.number_in("ilvl").unwrap_or_default();
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
