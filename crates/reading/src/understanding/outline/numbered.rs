//! Numbered paragraphs with what follows them.

use super::super::actions::begins_with_action;
use super::super::meetings::session;
use super::super::remarks::Spot;
use super::super::source::Para;
use super::super::text::{self, is_longer_than, squash, without_brackets};
use super::super::time::month_heading;
use super::label::{Label, Level, label, plain, undecorated};
use yaodian_pace::{Pace, Stage};

/// A numbered paragraph with what follows it.
pub(super) struct Numbered {
    pub(super) level: Level,
    pub(super) value: u32,
    /// The number as printed; empty for a heading without one.
    pub(super) printed: String,
    /// What follows the number, with its bold markers.
    pub(super) raw: String,
    /// Further paragraphs.
    pub(super) more: Vec<String>,
    pub(super) spot: Spot,
}

impl Numbered {
    /// A heading without a number of its own.
    fn unnumbered(para: &Para, value: u32) -> Numbered {
        Numbered {
            level: Level::Part,
            value,
            printed: String::new(),
            raw: plain(undecorated(&para.text)).trim_end_matches(['：', ':']).to_owned(),
            more: Vec::new(),
            spot: para.spot.clone(),
        }
    }

    /// Whether it is a heading and nothing else.
    pub(super) fn is_bare(&self) -> bool {
        let raw = self.raw.replace("**", "");
        let rest = raw.split_once('。').map_or("", |(_, rest)| rest);
        // 2月下旬，召开某会议。主要议题： heads what follows, too.
        let rest = if raw.trim_end().ends_with(['：', ':']) && !is_longer_than(rest, 8) { "" } else { rest };
        self.more.is_empty() && text::trim(rest).is_empty() && !is_longer_than(&raw, 60)
    }
}

/// The paragraphs before the first number, and the numbered ones.
pub(super) async fn numbered(paras: &[&Para], pace: &Pace) -> (Vec<String>, Vec<Numbered>) {
    let mut preamble: Vec<String> = Vec::new();
    let mut found: Vec<Numbered> = Vec::new();
    // Headings without numbers count where nothing is numbered.
    let numbered = paras.iter().any(|para| label(&para.text).is_some());
    let parts = paras.iter().any(|para| label(&para.text).is_some_and(|label| label.level == Level::Part));
    let mut unnumbered = 0;
    for para in paras {
        pace.tick(Stage::Understand, 0, 0).await;
        let number = label(&para.text).filter(|label| begins(label, &found));
        let words = plain(undecorated(&para.text));
        let month = number.is_none() && (month_heading(&words, 0).is_some() || heads_an_agenda(&words));
        if month && parts {
            found.push(Numbered { level: Level::Sub, ..Numbered::unnumbered(para, 0) });
            continue;
        }
        let heading = month || is_heading(para) && (!numbered || (!parts && para.level.is_some()));
        match number {
            Some(label) => found.push(Numbered {
                level: label.level,
                value: label.value,
                printed: label.printed.to_owned(),
                raw: label.rest.to_owned(),
                more: Vec::new(),
                spot: para.spot.clone(),
            }),
            None if heading => {
                unnumbered += 1;
                found.push(Numbered::unnumbered(para, unnumbered));
            }
            None => match found.last_mut() {
                Some(open) => add(open, &para.text),
                None => preamble.push(plain(&para.text)),
            },
        }
    }
    (preamble, found)
}

/// In the middle of a sentence a number begins something only if it is the one that is due.
fn begins(label: &Label<'_>, found: &[Numbered]) -> bool {
    let Some(open) = found.last() else { return true };
    let whole = open.more.last().unwrap_or(&open.raw);
    let closed = whole.is_empty()
        || text::ends_sentence(whole)
        || whole.ends_with(['）', ')', '”', '》'])
        || !whole.contains(['，', '。']);
    let last =
        found.iter().rev().take(200).find(|other| other.level == label.level).map_or(0, |other| other.value);
    closed || label.value == last + 1 || label.value == 1
}

/// Adds a paragraph to a numbered one: the rest of a sentence, or text of its own.
fn add(open: &mut Numbered, paragraph: &str) {
    let whole = open.more.last_mut().unwrap_or(&mut open.raw);
    // Prose that breaks off goes on; a heading does not.
    let broken = whole.contains(['。', '；']) && !text::ends_sentence(whole) && !whole.ends_with(['）', ')']);
    if broken {
        text::join(whole, paragraph);
    } else {
        open.more.push(text::trim(paragraph).to_owned());
    }
}

/// Whether a line is the name of a meeting by its number, and nothing else: 县人大常委会第二十三次会议（2月下旬）.
fn heads_an_agenda(line: &str) -> bool {
    let bare = without_brackets(line);
    let bare = text::trim(bare.trim_end_matches(['：', ':']));
    let tails = ["建议议题", "议题安排", "主要议题", "议题", "议程", "安排"];
    let name = tails.iter().find_map(|tail| bare.strip_suffix(tail)).unwrap_or(bare);
    let named = name.ends_with("会议") && !is_longer_than(name, 30) && !name.contains(['，', '、', '。']);
    named
        && name.find('第').is_some_and(|at| session(name.get(at..).unwrap_or_default()).is_some())
        && !begins_with_action(name)
}

fn is_heading(para: &Para) -> bool {
    let plain = squash(&para.text);
    let short = !is_longer_than(&plain, 30) && !plain.contains(['。', '；', '：']);
    short && (para.level.is_some() || para.bold || para.text.starts_with("**"))
}
