//! The lines of a text, without what a printer put on every page.

use crate::document::{Place, Remark, RemarkKind};

/// One line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Line<'a> {
    /// From 1.
    pub(super) no: u32,
    /// Without its end.
    pub(super) text: &'a str,
    /// Whether a new page begins with it.
    pub(super) new_page: bool,
}

impl Line<'_> {
    pub(super) fn is_blank(&self) -> bool {
        self.text.trim().is_empty()
    }
}

/// Cuts a text into lines, whatever ends them.
pub(super) fn lines(text: &str) -> Vec<Line<'_>> {
    let ends = ['\n', '\r', '\u{b}', '\u{c}', '\u{85}', '\u{2028}', '\u{2029}'];
    let mut lines = Vec::new();
    let (mut rest, mut no, mut new_page) = (text, 1, false);
    while !rest.is_empty() {
        let (line, after) = rest.split_once(ends).unwrap_or((rest, ""));
        lines.push(Line { no, text: line, new_page });
        let end = rest.get(line.len()..).unwrap_or_default();
        // A page ends a line without beginning another one for an editor that counts them.
        new_page = end.starts_with('\u{c}');
        no += u32::from(!new_page);
        rest = if end.starts_with("\r\n") { &after[1..] } else { after };
    }
    lines
}

/// Takes away page numbers, and the lines beside them that stand on every page.
pub(super) fn without_pages<'a>(lines: Vec<Line<'a>>, remarks: &mut Vec<Remark>) -> Vec<Line<'a>> {
    let mut gone = page_numbers(&lines);
    let marks: Vec<usize> = (0..lines.len()).filter(|at| gone[*at] || lines[*at].new_page).collect();
    for at in running_heads(&lines, &gone, &marks) {
        gone[at] = true;
    }
    let mut remark = Remark::new(RemarkKind::RunningHeads);
    let mut kept = Vec::with_capacity(lines.len());
    let mut new_page = false;
    for (line, gone) in lines.into_iter().zip(gone) {
        if gone {
            remark.places.push(Place::Line(line.no));
            remark.texts.push(line.text.trim().to_owned());
            // What stood before and after goes on over the page.
            new_page = true;
        } else {
            let marked = line.new_page || std::mem::take(&mut new_page);
            kept.push(Line { new_page: marked, ..line });
        }
    }
    if !remark.places.is_empty() {
        remarks.push(remark);
    }
    kept
}

/// Which lines are page numbers. A number alone is one only if it counts pages.
fn page_numbers(lines: &[Line<'_>]) -> Vec<bool> {
    let mut marks: Vec<bool> = lines.iter().map(|line| is_page_number(line.text)).collect();
    let plain: Vec<(usize, u32)> =
        lines.iter().enumerate().filter_map(|(at, line)| Some((at, plain_number(line.text)?))).collect();
    let next_begins_page = |at: usize| {
        let following = lines.iter().skip(at + 1).find(|line| !line.is_blank() || line.new_page);
        following.is_none_or(|line| line.new_page)
    };
    let counts = |pair: &[(usize, u32)]| pair[1].1 == pair[0].1 + 1 && pair[1].0 >= pair[0].0 + 10;
    let all_count = plain.len() >= 2 && plain.windows(2).all(counts);
    for (at, _) in plain {
        marks[at] = all_count || next_begins_page(at) && at > 10;
    }
    marks
}

/// `- 3 -`, `— 3 —`, `第 3 页`, `第3页 共10页`, `3 / 10`.
fn is_page_number(text: &str) -> bool {
    let text: String = text.chars().filter(|c| !c.is_whitespace()).map(narrow).collect();
    let number = |text: &str| (1..=4).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    let dash = |c: char| matches!(c, '-' | '—' | '–' | '―' | '－' | '─' | '·' | '~' | '～');
    if let Some(inner) = text.strip_prefix('第') {
        let inner = inner.split(['页', '，', ',']).next().unwrap_or_default();
        return number(inner) && text.contains('页') && text.chars().count() <= 12;
    }
    if let Some((page, of)) = text.split_once('/') {
        return number(page) && number(of);
    }
    let inner = text.trim_matches(dash);
    text.starts_with(dash) && text.ends_with(dash) && number(inner)
}

fn plain_number(text: &str) -> Option<u32> {
    let text: String = text.trim().chars().map(narrow).collect();
    (text.len() <= 3 && !text.starts_with('0')).then(|| text.parse().ok()).flatten()
}

fn narrow(c: char) -> char {
    match c {
        '\u{ff10}'..='\u{ff19}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        other => other,
    }
}

/// No document has more pages.
const MAX_MARKS: usize = 2000;

/// The lines next to page marks whose text stands next to at least half of them.
fn running_heads(lines: &[Line<'_>], gone: &[bool], marks: &[usize]) -> Vec<usize> {
    if marks.len() < 2 {
        return Vec::new();
    }
    let is_text = |at: &usize| !gone[*at] && !lines[*at].is_blank();
    let mut beside: Vec<(String, Vec<usize>)> = Vec::new();
    for mark in marks.iter().take(MAX_MARKS) {
        let before = (0..*mark).rev().take(3).find(is_text);
        let from = if gone[*mark] { *mark + 1 } else { *mark };
        let after = (from..lines.len()).take(3).find(is_text);
        for at in [before, after].into_iter().flatten() {
            let text: String = lines[at].text.chars().filter(|c| !c.is_whitespace()).collect();
            if text.chars().count() <= 50 && !lines[at].text.contains(['\t', '|']) {
                match beside.iter_mut().find(|(known, _)| *known == text) {
                    Some((_, places)) if places.last() == Some(&at) => {}
                    Some((_, places)) => places.push(at),
                    None => beside.push((text, vec![at])),
                }
            }
        }
    }
    let enough = |places: &Vec<usize>| places.len() >= 2 && places.len() * 2 >= marks.len();
    beside.into_iter().map(|(_, places)| places).filter(enough).flatten().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kept(text: &str) -> Vec<&str> {
        let mut remarks = Vec::new();
        let kept = without_pages(lines(text), &mut remarks);
        kept.into_iter().map(|line| line.text).filter(|line| !line.is_empty()).collect()
    }

    #[test]
    fn every_end_of_a_line_ends_it() {
        let found: Vec<_> =
            lines("甲\r\n乙\r丙\n\n丁\u{2028}戊\u{2029}己\u{85}庚").iter().map(|l| (l.no, l.text)).collect();
        let texts = ["甲", "乙", "丙", "", "丁", "戊", "己", "庚"];
        assert_eq!(found, (1..).zip(texts).collect::<Vec<_>>());
    }

    #[test]
    fn page_numbers_go() {
        for text in ["- 3 -", "— 12 —", "－３－", "第 3 页", "第3页 共10页", "第 2 页，共 5 页", "3 / 10"]
        {
            assert_eq!(kept(&format!("甲\n{text}\n乙")), ["甲", "乙"], "{text}");
        }
        for text in ["3", "第三页", "2026-3", "-", "3月", "第3条", "1/0.5"] {
            assert_eq!(kept(&format!("甲\n{text}\n乙")), ["甲", text, "乙"], "{text}");
        }
    }

    #[test]
    fn numbers_that_count_pages_go() {
        let page = "文\n".repeat(12);
        let text = format!("{page}1\n{page}2\n{page}3\n");
        assert!(kept(&text).iter().all(|line| *line == "文"));
        assert_eq!(kept("1\n甲\n2\n乙\n"), ["1", "甲", "2", "乙"]);
    }

    #[test]
    fn running_heads_go_but_the_title_stays() {
        let text = "某区人大工作要点\n甲\n- 1 -\n某区人大工作要点\n乙\n- 2 -\n某区人大工作要点\n丙\n\u{c}丁";
        assert_eq!(kept(text), ["某区人大工作要点", "甲", "乙", "丙", "丁"]);
    }
}
