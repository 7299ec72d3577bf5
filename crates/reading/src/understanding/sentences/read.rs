//! All paragraphs: headings say when and where, numbered paragraphs what.

use std::collections::HashMap;

use super::super::actions::{begins_with_action, is_agenda, supervises};
use super::super::outline::{Level, after_bullet, label, plain};
use super::super::remarks::Spot;
use super::super::source::Para;
use super::super::tables::split;
use super::super::text::{has_any, squash, trim};
use super::super::time::month_heading;
use super::context::{Context, is_heading};
use super::entry;
use super::fields::Fields;
use super::reader::Task;
use super::signals::Signals;
use yaodian_pace::{Pace, Stage};
use yaodian_plan::{Extra, Period};

/// An item that sentences suggest.
pub struct Candidate {
    /// What the headings above it are called.
    pub category: String,
    pub title: String,
    pub signals: Signals,
    /// The time and the meeting of a heading above.
    pub above: Option<(Period, String)>,
    pub meeting: Option<String>,
    /// The unit whose list it stands in.
    pub unit: Option<String>,
    /// The number that is printed before it.
    pub number: Option<u32>,
    pub extras: Vec<Extra>,
    pub remark: Option<String>,
    pub text: String,
    pub spot: Spot,
    /// Whether it is not certain which of what is said belongs to it.
    pub unsure: bool,
}

/// What became of the paragraphs.
#[derive(Default)]
pub struct Kept {
    pub candidates: Vec<Candidate>,
    /// Whether any of them says when, who or for which meeting.
    pub speaks: bool,
}

/// A paragraph with its number, and those that belong to it.
struct Block<'a> {
    para: &'a Para,
    number: Option<u32>,
    text: String,
    context: Context,
}

/// Reads paragraphs.
pub async fn read(paras: &[&Para], year: i32, pace: &Pace) -> Kept {
    let blocks = blocks(paras, year, pace).await;
    let total = blocks.len();
    let mut read: Vec<(Block<'_>, entry::Entry)> = Vec::new();
    for (at, block) in blocks.into_iter().enumerate() {
        pace.tick(Stage::Understand, at, total).await;
        // 听取和审议… is something to be done, whatever else is said of it.
        let listed = block.context.speaks() || (block.number.is_some() && is_report(&block.text));
        let pause = || pace.tick(Stage::Understand, at, total);
        let entry = entry::read(&block.text, listed, block.number.is_some(), year, pause).await;
        read.push((block, entry));
    }
    let mut kept = Kept::default();
    // Where most entries below a heading say when or who, the others are of the same list.
    let mut groups: HashMap<&str, (usize, usize)> = HashMap::new();
    for (block, entry) in &read {
        let (all, speak) = groups.entry(block.context.top()).or_default();
        *all += 1;
        *speak += usize::from(entry.whole);
    }
    for (block, entry) in &read {
        let (all, speak) = groups.get(block.context.top()).copied().unwrap_or_default();
        let listed = block.context.speaks() || speak * 2 >= all.max(1);
        let supervised =
            || block.number.is_some() && entry.tasks.first().is_some_and(|task| supervises(&task.title));
        let counts =
            entry.speaks || supervised() || block.context.speaks() || (listed && block.number.is_some());
        let stray = block.number.is_none() && !block.context.speaks() && !doing(entry);
        if !counts || stray || is_frame(block.context.top()) {
            continue;
        }
        kept.speaks = true;
        let several = entry.tasks.len() > 1;
        for task in &entry.tasks {
            kept.candidates.push(candidate(block, task, several));
        }
    }
    kept
}

/// Whether an entry is one sentence that says whose work is looked into.
fn is_report(text: &str) -> bool {
    !text.trim_end_matches('。').contains(['。', '\n']) && supervises(text)
}

/// Whether what a paragraph without a number names is to be done, and not whom it is for or what follows it.
fn doing(entry: &entry::Entry) -> bool {
    let address = entry.tasks.iter().any(|task| task.text.ends_with(['：', ':']));
    !address && entry.tasks.iter().any(|task| begins_with_action(&task.title) || is_agenda(&task.title))
}

fn candidate(block: &Block<'_>, task: &Task, several: bool) -> Candidate {
    let extras =
        task.others.iter().map(|(heading, text)| Extra { heading: heading.clone(), text: text.clone() });
    Candidate {
        category: block.context.category(),
        title: task.title.clone(),
        signals: task.signals.clone(),
        above: block.context.time().cloned(),
        meeting: block.context.meeting().cloned(),
        unit: block.context.unit().cloned(),
        number: block.number.filter(|_| !several),
        extras: extras.collect(),
        remark: task.remark.clone(),
        text: task.text.clone(),
        spot: block.para.spot.clone(),
        unsure: task.carried || task.signals.times.len() > 1,
    }
}

/// Parts that say why and how, and nothing that is to be done.
fn is_frame(heading: &str) -> bool {
    let plain = squash(heading);
    has_any(
        &plain,
        &[
            "指导思想",
            "总体要求",
            "总体思路",
            "基本原则",
            "组织领导",
            "工作要求",
            "保障措施",
            "有关要求",
            "总体目标",
        ],
    )
}

/// 1月：召开会议；走访代表: a month and its tasks in one paragraph.
fn month_and_tasks(text: &str, year: i32) -> Option<(&str, &str)> {
    let bare = label(text).map_or(text, |label| label.rest);
    let (heading, rest) = bare.split_once(['：', ':'])?;
    month_heading(heading, year)?;
    (!trim(rest).is_empty()).then_some((heading, rest))
}

async fn blocks<'a>(paras: &[&'a Para], year: i32, pace: &Pace) -> Vec<Block<'a>> {
    let mut found: Vec<Block<'a>> = Vec::new();
    let mut context = Context::default();
    // A paragraph without a number belongs to the one before only if that was no heading.
    let mut open: Option<Level> = None;
    // Whether a paragraph of its own stands above, below the same heading.
    let mut follows = false;
    for (at, para) in paras.iter().enumerate() {
        pace.tick(Stage::Understand, at, paras.len()).await;
        let next = paras.get(at + 1).copied();
        if let Some((heading, rest)) = month_and_tasks(&para.text, year) {
            let context = context.with(&Para { text: heading.to_owned(), ..(*para).clone() }, year);
            let tasks = split(rest, 0).list.into_iter();
            found.extend(tasks.map(|task| Block {
                para,
                number: task.serial,
                text: task.title,
                context: context.clone(),
            }));
            (open, follows) = (None, false);
            continue;
        }
        if is_heading(para, next, year) {
            context.enter(para, year);
            (open, follows) = (None, false);
            continue;
        }
        if let Some(rest) = after_bullet(&para.text) {
            found.push(Block { para, number: None, text: plain(rest), context: context.clone() });
            open = Some(Level::Inner);
            continue;
        }
        let found_label = label(&para.text);
        let is_field = Fields::default().take(&para.text);
        match found_label {
            // （2） below 1. is a part of it, and not below （1）.
            Some(label) if label.level != Level::Inner || open.is_none_or(|open| open == Level::Inner) => {
                let text = plain(label.rest);
                found.push(Block { para, number: Some(label.value), text, context: context.clone() });
                open = Some(label.level);
            }
            // Lines of fields belong to the paragraph above, whether it has a number or not.
            _ if open.is_some() || (is_field && follows) => {
                if let Some(block) = found.last_mut() {
                    block.text.push('\n');
                    block.text.push_str(trim(&para.text));
                }
            }
            _ => {
                found.push(Block { para, number: None, text: plain(&para.text), context: context.clone() });
                follows = !is_field;
            }
        }
    }
    found
}
