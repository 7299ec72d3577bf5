//! Sections, sub-headings and points out of the numbered paragraphs of the body.

use super::super::remarks::{Cause, Remarks, Spot};
use super::super::source::Para;
use super::super::text::{self, is_longer_than, squash};
use super::super::time::month_heading;
use super::label::{Label, Level, label, plain};
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

/// A numbered paragraph with what follows it.
struct Node {
    level: Level,
    value: u32,
    printed: String,
    /// With its bold markers.
    raw: String,
    /// Further paragraphs.
    more: Vec<String>,
    spot: Spot,
}

impl Node {
    /// A heading without a number of its own.
    fn unnumbered(para: &Para, value: u32) -> Node {
        Node {
            level: Level::Part,
            value,
            printed: String::new(),
            raw: plain(&para.text).trim_end_matches(['：', ':']).to_owned(),
            more: Vec::new(),
            spot: para.spot.clone(),
        }
    }
}

/// Reads the paragraphs between the title and the annexes.
pub async fn read(paras: &[&Para], out: &mut Remarks, pace: &Pace) -> Body {
    let (preamble, nodes) = nodes(paras, pace).await;
    let mut body = Body { preamble, sections: Vec::new() };
    let levels = Levels::of(&nodes);
    let mut reader = Reader { body: &mut body, levels, last: None, restarts: false, out };
    for (at, node) in nodes.iter().enumerate() {
        reader.node(node, nodes.get(at + 1));
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
    fn of(nodes: &[Node]) -> Levels {
        let mut found: Vec<Level> = Vec::new();
        for node in nodes {
            if !found.contains(&node.level) {
                found.push(node.level);
            }
        }
        sort_few(&mut found);
        let top = found.first().copied();
        let several = found.iter().filter(|level| **level < Level::Inner).count() > 1;
        let single = matches!(top, Some(Level::Part | Level::Sub))
            && found.contains(&Level::Inner)
            && found.len() == 2;
        // Headings and nothing else, as they stand between tables.
        let bare = top == Some(Level::Part) && found.len() == 1 && nodes.iter().all(is_bare);
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
    /// The value of the point before, within its section or sub-heading.
    last: Option<u32>,
    restarts: bool,
    out: &'o mut Remarks,
}

impl Reader<'_, '_> {
    fn node(&mut self, node: &Node, next: Option<&Node>) {
        if self.levels.section == Some(node.level) {
            self.section(node);
        } else if node.level < self.levels.point
            && is_bare(node)
            && next.is_some_and(|next| next.level > node.level)
        {
            self.subsection(node);
        } else if node.level <= self.levels.point {
            self.point(node);
        } else {
            self.inner(node);
        }
    }

    fn section(&mut self, node: &Node) {
        let expected = self.body.sections.last().map_or(1, |section| u32::from(section.no) + 1);
        let used = node.value.max(expected);
        if node.value != expected {
            self.out.say(
                Cause::NumberGap,
                &node.spot,
                &node.printed,
                &format!("应为第 {expected} 部分，记为第 {used} 部分"),
            );
        }
        let Ok(no) = u8::try_from(used) else {
            self.out.say(Cause::TooMany, &node.spot, &node.printed, "");
            return;
        };
        // A heading is one sentence; what follows it is text of the section.
        let whole = node.raw.replace("**", "");
        let (title, rest) = match whole.split_once('。') {
            Some((title, rest)) if !text::trim(rest).is_empty() => (title, text::trim(rest)),
            _ => (whole.as_str(), ""),
        };
        let mut text: Vec<String> = Vec::new();
        text.extend((!rest.is_empty()).then(|| rest.to_owned()));
        text.extend(node.more.iter().map(|more| plain(more)));
        let title = text::trim(title).trim_end_matches('。').to_owned();
        let title = if title.is_empty() { node.printed.clone() } else { title };
        let section = Section { no, printed: None, title, text, subsections: Vec::new(), points: Vec::new() };
        let is_usual = node.printed == format!("{}、", section.numeral());
        let printed = (!is_usual).then(|| node.printed.clone());
        self.body.sections.push(Section { printed, ..section });
        self.last = None;
    }

    fn subsection(&mut self, node: &Node) {
        let first = self.next_point();
        let title = plain(&node.raw).trim_end_matches('。').to_owned();
        let section = self.open_section(&node.spot);
        if let Ok(first) = u16::try_from(first) {
            section.subsections.push(Subsection { number: node.printed.clone(), title, first });
        }
        self.last = None;
    }

    fn point(&mut self, node: &Node) {
        let expected = self.next_point();
        let due = self.last.map_or(1, |last| last + 1);
        let used = node.value.max(expected);
        if node.value == due && node.value < expected {
            if !std::mem::replace(&mut self.restarts, true) {
                self.out.say(Cause::NumberRestarts, &node.spot, &node.printed, &format!("记为 {used}"));
            }
        } else if node.value != expected && node.value != due {
            self.out.say(Cause::NumberGap, &node.spot, &node.printed, &format!("应为 {due}，记为 {used}"));
        }
        self.last = Some(node.value);
        let Ok(no) = u16::try_from(used) else {
            self.out.say(Cause::TooMany, &node.spot, &node.printed, "");
            return;
        };
        let mut raw = node.raw.clone();
        for more in &node.more {
            raw.push('\n');
            raw.push_str(more);
        }
        let Named { heading, apart, text } = name(&raw);
        let heading = if heading.is_empty() { node.printed.clone() } else { heading };
        let says_itself = u32::from(no) == node.value && is_plain_number(&node.printed);
        let printed = if says_itself { String::new() } else { node.printed.clone() };
        let point = WorkPoint { no, printed, heading, apart, text, line: node.spot.line };
        self.open_section(&node.spot).points.push(point);
    }

    /// A number within a point is part of its text.
    fn inner(&mut self, node: &Node) {
        let mut text = format!("{}{}", node.printed, plain(&node.raw));
        for more in &node.more {
            text.push('\n');
            text.push_str(&plain(more));
        }
        let section = self.open_section(&node.spot);
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

/// Whether a numbered paragraph is a heading and nothing else.
fn is_bare(node: &Node) -> bool {
    let raw = node.raw.replace("**", "");
    let rest = raw.split_once('。').map_or("", |(_, rest)| rest);
    node.more.is_empty() && text::trim(rest).is_empty() && !is_longer_than(&raw, 60)
}

/// The paragraphs before the first number, and the numbered ones.
async fn nodes(paras: &[&Para], pace: &Pace) -> (Vec<String>, Vec<Node>) {
    let mut preamble: Vec<String> = Vec::new();
    let mut nodes: Vec<Node> = Vec::new();
    // Headings without numbers count where nothing is numbered.
    let numbered = paras.iter().any(|para| label(&para.text).is_some());
    let parts = paras.iter().any(|para| label(&para.text).is_some_and(|label| label.level == Level::Part));
    let mut unnumbered = 0;
    for para in paras {
        pace.tick(Stage::Understand, 0, 0).await;
        let found = label(&para.text).filter(|label| begins(label, &nodes));
        let month = found.is_none() && month_heading(&plain(&para.text), 0).is_some();
        if month && parts {
            nodes.push(Node { level: Level::Sub, ..Node::unnumbered(para, 0) });
            continue;
        }
        let heading = month || is_heading(para) && (!numbered || (!parts && para.level.is_some()));
        match found {
            Some(label) => nodes.push(Node {
                level: label.level,
                value: label.value,
                printed: label.printed.to_owned(),
                raw: label.rest.to_owned(),
                more: Vec::new(),
                spot: para.spot.clone(),
            }),
            None if heading => {
                unnumbered += 1;
                nodes.push(Node::unnumbered(para, unnumbered));
            }
            None => match nodes.last_mut() {
                Some(node) => add(node, &para.text),
                None => preamble.push(plain(&para.text)),
            },
        }
    }
    (preamble, nodes)
}

/// In the middle of a sentence a number begins something only if it is the one that is due.
fn begins(label: &Label<'_>, nodes: &[Node]) -> bool {
    let Some(open) = nodes.last() else { return true };
    let whole = open.more.last().unwrap_or(&open.raw);
    let closed = whole.is_empty()
        || text::ends_sentence(whole)
        || whole.ends_with(['）', ')', '”', '》'])
        || !whole.contains(['，', '。']);
    let last =
        nodes.iter().rev().take(200).find(|node| node.level == label.level).map_or(0, |node| node.value);
    closed || label.value == last + 1 || label.value == 1
}

/// Adds a paragraph to a numbered one: the rest of a sentence, or text of its own.
fn add(node: &mut Node, paragraph: &str) {
    let whole = node.more.last_mut().unwrap_or(&mut node.raw);
    // Prose that breaks off goes on; a heading does not.
    let broken = whole.contains(['。', '；']) && !text::ends_sentence(whole) && !whole.ends_with(['）', ')']);
    if broken {
        text::join(whole, paragraph);
    } else {
        node.more.push(text::trim(paragraph).to_owned());
    }
}

fn is_heading(para: &Para) -> bool {
    let plain = squash(&para.text);
    let short = !is_longer_than(&plain, 30) && !plain.contains(['。', '；', '：']);
    short && (para.level.is_some() || para.bold || para.text.starts_with("**"))
}
