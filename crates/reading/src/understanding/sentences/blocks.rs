//! Paragraphs to entries: each with its number, what belongs to it, and the headings above.

use super::super::outline::{Level, after_bullet, ends_page, label, plain};
use super::super::source::Para;
use super::super::text::{is_longer_than, trim};
use super::super::time::names_month;
use super::brackets::behind_time_and_name;
use super::context::Context;
use super::fields::Fields;
use super::heading::{begins_with_time, is_heading};
use super::listed::{Listed, dated_line, heading_and_tasks, with_units};
use super::meeting_heading::meeting_of;
use super::records::{bare_headings, field_name, is_closing, record_field};
use super::signals::Signals;
use super::wording::laws;
use yaodian_pace::{Pace, Stage};

/// A paragraph with its number, and those that belong to it.
pub(super) struct Block<'a> {
    pub(super) para: &'a Para,
    pub(super) number: Option<u32>,
    /// Whether it is an entry of a list: numbered, behind a bullet, or a record of fields.
    pub(super) entry: bool,
    /// Its text, with what belongs to it as lines of their own.
    pub(super) text: String,
    pub(super) context: Context,
    /// The time of the dated line above, where it has none: 4月 听取甲报告 above 听取乙报告.
    pub(super) carried: Option<String>,
}

/// A heading, and what held above it.
struct Above<'a> {
    para: &'a Para,
    context: Context,
    /// The block that its fields have made of it.
    block: Option<usize>,
}

impl<'a> Above<'a> {
    /// The heading as an entry.
    fn as_block(&self) -> Block<'a> {
        let found = label(&self.para.text);
        let text = plain(found.as_ref().map_or(self.para.text.as_str(), |label| label.rest));
        let number = found.map(|label| label.value);
        Block { para: self.para, number, entry: true, text, context: self.context.clone(), carried: None }
    }
}

/// Reads paragraphs as blocks.
pub(super) async fn blocks<'a>(paras: &[&'a Para], title: &str, year: i32, pace: &Pace) -> Vec<Block<'a>> {
    let mut reader = Reader::new(record_field(paras, year), title, year);
    let dated = paras.iter().filter(|para| dated_line(&para.text, year).is_some()).count();
    reader.dated_lines = dated > 3 && dated * 2 > paras.len();
    let headings = bare_headings(paras, year);
    for (at, para) in paras.iter().enumerate() {
        pace.tick(Stage::Understand, at, paras.len()).await;
        let next = paras.get(at + 1).copied();
        if headings.contains(&at) {
            reader.heading(para, next);
        } else {
            reader.para(para, next);
        }
    }
    reader.close_group();
    reader.found
}

struct Reader<'a> {
    found: Vec<Block<'a>>,
    context: Context,
    /// The level of the entry that the next paragraph may belong to; none behind a heading.
    open: Option<Level>,
    /// Whether a paragraph of its own stands above, below the same heading.
    follows: bool,
    /// The heading right above.
    above: Option<Above<'a>>,
    /// The name of the field that begins a record.
    record: Option<String>,
    /// Lines of fields above the entries that they are about: 责任部门：财经委 above 1. and 2.
    group: Vec<String>,
    /// Whether an entry stands below them.
    used: bool,
    /// The name of the field that begins such lines.
    group_begins: Option<String>,
    /// Whether most lines begin with when they are due: each is an entry then, and none is below another.
    dated_lines: bool,
    /// What the last of them begins with.
    last_time: Option<String>,
    year: i32,
}

impl<'a> Reader<'a> {
    fn new(record: Option<String>, title: &str, year: i32) -> Reader<'a> {
        Reader {
            found: Vec::new(),
            context: Context::below_title(title),
            open: None,
            follows: false,
            above: None,
            record,
            group: Vec::new(),
            used: false,
            group_begins: None,
            dated_lines: false,
            last_time: None,
            year,
        }
    }

    fn para(&mut self, para: &'a Para, next: Option<&Para>) {
        // What a web page adds.
        if ends_page(&para.text) {
            (self.open, self.follows) = (None, false);
            return;
        }
        if let Some((heading, tasks)) = heading_and_tasks(&para.text, self.year) {
            // 七、八月 behind 1. has no number of its own.
            let number = label(&para.text).map_or("", |label| label.printed);
            let text = format!("{number}{heading}");
            let context = self.context.with(&Para { text, ..para.clone() }, self.year);
            for Listed { number, is_entry: entry, text } in tasks {
                self.found.push(Block { para, number, entry, text, context: context.clone(), carried: None });
            }
            (self.open, self.follows) = (None, false);
            return;
        }
        if let Some((time, task)) = dated_line(&para.text, self.year).filter(|_| self.dated_lines)
            // 6月底 第三十二次常委会会议 above 7月 暑期调研 has no agenda.
            && (meeting_of(task).is_none()
                || next.is_none_or(|next| dated_line(&next.text, self.year).is_some())
                || !is_heading(para, next, self.year))
        {
            let text = time.to_owned();
            self.last_time = Some(text.clone());
            let context = self.context.with(&Para { text, ..para.clone() }, self.year);
            self.found.push(Block {
                para,
                number: None,
                entry: true,
                text: with_units(task),
                context,
                carried: None,
            });
            (self.open, self.follows) = (None, false);
            return;
        }
        if is_heading(para, next, self.year) {
            self.heading(para, next);
            return;
        }
        if let Some(rest) = after_bullet(&para.text) {
            self.push(para, None, true, plain(rest));
            self.open = Some(Level::Inner);
            return;
        }
        let is_field = label(&para.text).is_none() && Fields::default().take(&para.text);
        if is_field && self.record.is_none() && self.takes_group(&para.text) {
            return;
        }
        // What the list as a whole is said to be belongs to none of its entries.
        if is_closing(&para.text) {
            (self.open, self.follows) = (None, false);
            return;
        }
        match label(&para.text) {
            Some(label) if self.open.is_none() && self.is_of_heading(label.rest, next) => {
                self.add_to_heading(label.rest)
            }
            // （2） below 1. is a part of it, and not below （1）.
            Some(label)
                if label.level != Level::Inner || self.open.is_none_or(|open| open == Level::Inner) =>
            {
                self.context.close(label.level);
                self.push(para, Some(label.value), true, plain(label.rest));
                self.open = Some(label.level);
            }
            None if is_field && self.begins_record(&para.text) => {
                self.push(para, None, true, trim(&para.text).to_owned());
                self.open = Some(Level::Inner);
            }
            // Lines of fields belong to the paragraph above, whether it has a number or not.
            _ if self.open.is_some() || (is_field && self.follows) => {
                if let Some(block) = self.found.last_mut() {
                    append(block, &para.text);
                }
            }
            // 《甲条例》、《乙条例》 below 立法调研项目.
            _ if laws(&para.text).is_some() => {
                for law in laws(&para.text).into_iter().flatten() {
                    self.push(para, None, true, law.to_owned());
                }
            }
            _ => {
                let says_when = || Signals::default().take(para.text.trim_end_matches('。'), self.year);
                let dated =
                    self.context.names_a_kind() && begins_with_time(&para.text, self.year) && !says_when()
                        || behind_time_and_name(&para.text, self.year).is_some()
                        || self.dated_lines && !is_longer_than(&para.text, 40);
                self.push(para, None, dated, plain(&para.text));
                if let Some(block) = self.found.last_mut().filter(|_| dated && !names_month(&para.text)) {
                    block.carried.clone_from(&self.last_time);
                }
                self.follows = !is_field;
            }
        }
    }

    /// Fields below a heading, with no entry below them, say of the heading when and who.
    fn close_group(&mut self) {
        let lines = std::mem::take(&mut self.group);
        let Some(above) = self.above.take().filter(|_| !lines.is_empty() && !self.used) else { return };
        let mut block = above.as_block();
        for line in lines {
            append(&mut block, &line);
        }
        self.found.push(block);
    }

    fn heading(&mut self, para: &'a Para, next: Option<&Para>) {
        self.close_group();
        self.last_time = None;
        self.context.enter(para, next, self.year);
        self.above = Some(Above { para, context: self.context.above(), block: None });
        self.used = false;
        (self.open, self.follows) = (None, false);
    }

    /// Takes a line of fields above the entries that it is about; whether it is one.
    fn takes_group(&mut self, line: &str) -> bool {
        let name = field_name(line).map(str::to_owned);
        let begins = self.open.is_none() && !self.follows && self.group.is_empty();
        let again = self.group_begins.is_some() && self.group_begins == name;
        // Behind the first of such lines, before any entry.
        let goes_on = !self.group.is_empty() && self.open.is_none();
        if begins || again {
            self.group.clear();
            self.used = false;
            self.open = None;
            self.group_begins = name;
        } else if !goes_on {
            return false;
        }
        self.group.push(trim(line).to_owned());
        true
    }

    fn push(&mut self, para: &'a Para, number: Option<u32>, entry: bool, mut text: String) {
        if entry {
            self.used = true;
            for line in &self.group {
                text.push('\n');
                text.push_str(line);
            }
        }
        self.found.push(Block { para, number, entry, text, context: self.context.clone(), carried: None });
        self.above = None;
    }

    /// Whether a numbered line right below a heading says of that when or who: 1.时间安排：5月.
    fn is_of_heading(&self, line: &str, next: Option<&Para>) -> bool {
        let Some(above) = self.above.as_ref().filter(|_| !self.context.speaks()) else { return false };
        // So does 参加人员：某 behind such a line, or before one.
        let next = || Fields::says_of_line(label(&next?.text)?.rest);
        Fields::says_of_line(line)
            .is_some_and(|says| says || above.block.is_some() || next().is_some_and(|says| says))
    }

    /// Adds a line to the heading right above, which is what is to be done.
    fn add_to_heading(&mut self, line: &str) {
        let Some(above) = &mut self.above else { return };
        let at = above.block.unwrap_or_else(|| {
            self.found.push(above.as_block());
            self.found.len() - 1
        });
        above.block = Some(at);
        if let Some(block) = self.found.get_mut(at) {
            append(block, line);
        }
    }

    /// Whether a field begins a record: 时间：1月 above 内容：召开会议.
    fn begins_record(&self, line: &str) -> bool {
        self.record.is_some() && self.record.as_deref() == field_name(line)
    }
}

fn append(block: &mut Block<'_>, line: &str) {
    block.text.push('\n');
    block.text.push_str(trim(line));
}
