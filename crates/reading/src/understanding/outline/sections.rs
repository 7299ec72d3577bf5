//! Sections, sub-headings and points out of the numbered paragraphs of the body.

use super::super::remarks::{Cause, Remarks, Spot};
use super::super::source::Para;
use super::super::text;
use super::label::{Level, plain};
use super::numbered::{Numbered, numbered};
use super::point::{Named, is_plain_number, name};
use yaodian_pace::{Pace, Stage};
use yaodian_plan::sort::sort_few;
use yaodian_plan::{Section, Subsection, WorkPoint};

/// The body as read.
#[derive(Default)]
pub struct Body {
    pub preamble: Vec<String>,
    pub sections: Vec<Section>,
}

/// Reads the paragraphs between the title and the annexes.
pub async fn read(paras: &[&Para], out: &mut Remarks, pace: &Pace) -> Body {
    let (preamble, numbered) = numbered(paras, pace).await;
    let mut body = Body { preamble, sections: Vec::new() };
    let levels = Levels::of(&numbered);
    let mut reader =
        Reader { body: &mut body, levels, last: [None; 4], lines_below: false, restarts: false, out };
    for (at, para) in numbered.iter().enumerate() {
        reader.para(para, numbered.get(at + 1));
        pace.tick(Stage::Understand, 0, 0).await;
    }
    body
}

/// What the levels of numbers are.
struct Levels {
    section: Option<Level>,
    /// The deepest level that numbers points; what is deeper is part of their text.
    point: Level,
}

impl Levels {
    fn of(numbered: &[Numbered]) -> Levels {
        let mut found: Vec<Level> = Vec::new();
        for para in numbered {
            if !found.contains(&para.level) {
                found.push(para.level);
            }
        }
        sort_few(&mut found);
        let top = found.first().copied();
        let several = found.iter().filter(|level| **level < Level::Inner).count() > 1;
        let single = matches!(top, Some(Level::Part | Level::Sub))
            && found.contains(&Level::Inner)
            && found.len() == 2;
        // Headings and nothing else, as they stand between tables.
        let bare = top == Some(Level::Part) && found.len() == 1 && numbered.iter().all(Numbered::is_bare);
        let section = top.filter(|_| several || single || bare);
        let point = if several {
            found.iter().rev().copied().find(|level| *level < Level::Inner).unwrap_or(Level::Point)
        } else if single {
            Level::Inner
        } else {
            top.unwrap_or(Level::Point)
        };
        Levels { section, point }
    }
}

struct Reader<'a, 'o> {
    body: &'a mut Body,
    levels: Levels,
    /// The value of the point before, within its section or sub-heading, at each level: 1. below （一） counts on its own.
    last: [Option<u32>; 4],
    /// Whether lines of its own stand below the point before, as a heading without a number does.
    lines_below: bool,
    restarts: bool,
    out: &'o mut Remarks,
}

impl Reader<'_, '_> {
    fn para(&mut self, para: &Numbered, next: Option<&Numbered>) {
        if self.levels.section == Some(para.level) {
            self.section(para);
        } else if para.level < self.levels.point
            && para.is_bare()
            && next.is_some_and(|next| next.level > para.level)
        {
            self.subsection(para);
        } else if para.level <= self.levels.point {
            self.point(para);
        } else {
            self.inner(para);
        }
    }

    fn section(&mut self, para: &Numbered) {
        let expected = self.body.sections.last().map_or(1, |section| u32::from(section.no) + 1);
        let used = para.value.max(expected);
        if para.value != expected {
            self.out.say(
                Cause::NumberGap,
                &para.spot,
                &para.printed,
                &format!("应为第 {expected} 部分，记为第 {used} 部分"),
            );
        }
        let Ok(no) = u8::try_from(used) else {
            self.out.say(Cause::TooMany, &para.spot, &para.printed, "");
            return;
        };
        // A heading is one sentence; what follows it is text of the section.
        let whole = para.raw.replace("**", "");
        let (title, rest) = match whole.split_once('。') {
            Some((title, rest)) if !text::trim(rest).is_empty() => (title, text::trim(rest)),
            _ => (whole.as_str(), ""),
        };
        let mut text: Vec<String> = Vec::new();
        text.extend((!rest.is_empty()).then(|| rest.to_owned()));
        text.extend(para.more.iter().map(|more| plain(more)));
        let title = text::trim(title).trim_end_matches('。').to_owned();
        let title = if title.is_empty() { para.printed.clone() } else { title };
        let section = Section { no, printed: None, title, text, subsections: Vec::new(), points: Vec::new() };
        let is_usual = para.printed == format!("{}、", section.numeral());
        let printed = (!is_usual).then(|| para.printed.clone());
        self.body.sections.push(Section { printed, ..section });
        self.last = [None; 4];
    }

    fn subsection(&mut self, para: &Numbered) {
        let first = self.next_point();
        let title = plain(&para.raw).trim_end_matches('。').to_owned();
        let section = self.open_section(&para.spot);
        if let Ok(first) = u16::try_from(first) {
            section.subsections.push(Subsection { number: para.printed.clone(), title, first });
        }
        self.last = [None; 4];
        self.counted(para.level, para.value);
    }

    /// Remembers the number of a point or sub-heading; what stands below it begins at 1 again.
    fn counted(&mut self, level: Level, value: u32) {
        for (at, last) in self.last.iter_mut().enumerate().skip(level as usize) {
            *last = (at == level as usize).then_some(value);
        }
    }

    fn last_at(&self, level: Level) -> Option<u32> {
        self.last.get(level as usize).copied().flatten()
    }

    /// Whether the numbers begin again here. A second 1 right below the first is a slip.
    fn begins_again(&self, para: &Numbered) -> bool {
        para.value == 1 && (self.lines_below || self.last_at(para.level).is_some_and(|last| last > 1))
    }

    fn point(&mut self, para: &Numbered) {
        let expected = self.next_point();
        let due = self.last_at(para.level).map_or(1, |last| last + 1);
        // A heading without a number takes the one that is due.
        let value = if para.printed.is_empty() { due } else { para.value };
        let used = value.max(expected);
        if para.printed.is_empty() {
            self.last = [None; 4];
        } else if para.value < expected && (para.value == due || self.begins_again(para)) {
            if !std::mem::replace(&mut self.restarts, true) {
                self.out.say(Cause::NumberRestarts, &para.spot, &para.printed, &format!("记为 {used}"));
            }
        } else if para.value != expected && para.value != due {
            self.out.say(Cause::NumberGap, &para.spot, &para.printed, &format!("应为 {due}，记为 {used}"));
        }
        self.counted(para.level, value);
        self.lines_below = !para.more.is_empty();
        let Ok(no) = u16::try_from(used) else {
            self.out.say(Cause::TooMany, &para.spot, &para.printed, "");
            return;
        };
        let mut raw = para.raw.clone();
        for more in &para.more {
            raw.push('\n');
            raw.push_str(more);
        }
        let Named { heading, apart, text } = name(&raw);
        let heading = if heading.is_empty() { para.printed.clone() } else { heading };
        let says_itself = u32::from(no) == para.value && is_plain_number(&para.printed);
        let printed = if says_itself { String::new() } else { para.printed.clone() };
        let point = WorkPoint { no, printed, heading, apart, text, line: para.spot.line };
        self.open_section(&para.spot).points.push(point);
    }

    /// A number within a point is part of its text.
    fn inner(&mut self, para: &Numbered) {
        let mut text = format!("{}{}", para.printed, plain(&para.raw));
        for more in &para.more {
            text.push('\n');
            text.push_str(&plain(more));
        }
        let section = self.open_section(&para.spot);
        match section.points.last_mut() {
            Some(point) => {
                if !point.text.is_empty() {
                    point.text.push('\n');
                }
                point.text.push_str(&text);
            }
            None => section.text.push(text),
        }
    }

    fn next_point(&self) -> u32 {
        let last = self.body.sections.iter().rev().find_map(|section| section.points.last());
        last.map_or(1, |point| u32::from(point.no) + 1)
    }

    fn open_section(&mut self, spot: &Spot) -> &mut Section {
        if self.body.sections.is_empty() {
            if self.levels.section.is_some() {
                self.out.say(Cause::PointsBeforeSection, spot, "", "");
            }
            let section = Section {
                no: 1,
                printed: None,
                title: String::new(),
                text: Vec::new(),
                subsections: Vec::new(),
                points: Vec::new(),
            };
            self.body.sections.push(section);
        }
        let last = self.body.sections.len() - 1;
        &mut self.body.sections[last]
    }
}
