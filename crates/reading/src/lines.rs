//! The lines of the source, and where its body ends and its annexes begin.

use super::table::Layout;
use super::text;

/// One line of the source document.
#[derive(Clone, Copy, Debug)]
pub(super) struct Line<'a> {
    /// From 1.
    pub(super) no: u32,
    /// Without its line end.
    pub(super) text: &'a str,
}

/// The document cut in two.
pub(super) struct Parts<'a> {
    /// Title, preamble, sections.
    pub(super) body: Vec<Line<'a>>,
    /// From the list of annexes on.
    pub(super) annexes: Vec<Line<'a>>,
}

/// All lines, blank ones included, so that numbers stay those of the file.
pub(super) fn lines(source: &str) -> Vec<Line<'_>> {
    let source = source.strip_prefix('\u{feff}').unwrap_or(source);
    (1..).zip(source.lines()).map(|(no, text)| Line { no, text }).collect()
}

/// Cuts where the annexes are announced, or at the first table if nothing announces them.
pub(super) fn parts(source: &str) -> Parts<'_> {
    let mut body = lines(source);
    let begins = |line: &Line<'_>| mark(line.text).is_some() || Layout::read(line.text).is_some();
    let at = body.iter().position(begins).unwrap_or(body.len());
    let annexes = body.split_off(at);
    Parts { body, annexes }
}

/// A line that speaks of annexes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Mark {
    /// `附件：1. …`, which lists them; the rest of the line.
    List(String),
    /// `附件 1`, which begins one; its title if it stands on the same line.
    Begin(String),
}

/// What the line says about annexes, if anything.
pub(super) fn mark(line: &str) -> Option<Mark> {
    let line = text::trim(line).trim_start_matches(['#', '*', ' ']).trim_end_matches('*');
    let rest = text::trim(line.strip_prefix("附件").or_else(|| line.strip_prefix("附表"))?);
    if let Some(list) = rest.strip_prefix([':', '：']) {
        return Some(Mark::List(text::trim(list).to_owned()));
    }
    if rest.is_empty() {
        return Some(Mark::Begin(String::new()));
    }
    let (_, title) = text::number(rest)?;
    let title =
        title.trim_start_matches(|c| matches!(c, ':' | '：' | '.' | '．' | '、') || text::is_blank(c));
    Some(Mark::Begin(title.to_owned()))
}
