//! Paragraphs of a text: lines that were broken by hand, by a mail program or by the end of a page
//! belong together.

use crate::document::{Block, Paragraph, Place, Remark, RemarkKind};
use crate::formats::entry;

use super::gutters::segments;
use super::lines::Line;
use super::tables::is_numbered_paragraph;
use super::width::width;

/// How texts are broken: the width, in columns of half a character, that lines are filled to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Wrap {
    full: Option<usize>,
    /// Whether every paragraph is indented, so that a line that is not goes on.
    indents: bool,
}

/// Wider lines are paragraphs.
const WIDEST: usize = 400;

/// A full line may be this much shorter: by an indent, or by punctuation that must not begin one.
const SLACK: usize = 6;

/// Shorter lines are short because little is said in them.
const NARROWEST: usize = 40;

impl Wrap {
    /// Finds the width to which most lines are filled, if they are.
    pub(super) fn find<'a>(lines: impl Iterator<Item = &'a str>) -> Self {
        let lines: Vec<&str> = lines.filter(|line| !line.trim().is_empty()).collect();
        let widths: Vec<(usize, bool)> = lines
            .iter()
            .zip(lines.iter().skip(1).map(Some).chain([None]))
            // Before an entry every line ends, whatever its width.
            .map(|(line, next)| {
                let ends =
                    entry::ends_sentence(line) || next.is_none_or(|next| entry::begins_entry(next.trim()));
                (width(line.trim_end()), ends)
            })
            .filter(|(width, _)| *width >= NARROWEST)
            .collect();
        // How many lines that end within a sentence have each width.
        let mut counts = [0usize; WIDEST + 1];
        for (width, _) in widths.iter().filter(|(_, ends)| !ends) {
            counts[*width.min(&WIDEST)] += 1;
        }
        let cut: usize = counts.iter().sum();
        let mut left = cut - cut * 9 / 10;
        let indents = Self::of_indents(&lines);
        let Some(full) = (0..=WIDEST).rev().find(|width| {
            left = left.saturating_sub(counts[*width]);
            left == 0 && counts[*width] > 0
        }) else {
            return indents;
        };
        let near: usize = counts[full.saturating_sub(SLACK)..=(full + 3).min(WIDEST)].iter().sum();
        let longer = widths.iter().filter(|(width, _)| *width > full + 4).count();
        let wrapped =
            near >= 3 && near * 5 >= cut * 3 && near * 5 >= widths.len() * 2 && longer * 50 <= widths.len();
        if wrapped { Self { full: Some(full), ..indents } } else { indents }
    }

    /// Where paragraphs are indented, and lines that are not follow the widest ones, these are wrapped.
    fn of_indents(lines: &[&str]) -> Self {
        let plain = Self { full: None, indents: false };
        let prose: Vec<&str> = lines.iter().copied().filter(|line| !is_centred(line)).collect();
        let indented = prose.iter().filter(|line| is_indented(line)).count();
        let widest = prose.iter().map(|line| width(line.trim_end())).filter(|width| *width <= WIDEST).max();
        let Some(widest) = widest.filter(|widest| *widest >= NARROWEST && indented * 2 > prose.len()) else {
            return plain;
        };
        let this = Self { full: Some(widest), indents: true };
        let bare = prose.windows(2).filter(|pair| !is_indented(pair[1]));
        let (follow, others): (Vec<_>, Vec<_>) = bare.partition(|pair| this.is_full(pair[0]));
        if follow.is_empty() || follow.len() < others.len() { plain } else { this }
    }

    fn is_full(self, line: &str) -> bool {
        // Where indents tell paragraphs apart, a line may be shorter: digits are half as wide.
        let slack = if self.indents { 2 * SLACK } else { SLACK };
        self.full.is_some_and(|full| width(line.trim_end()) + slack >= full)
    }
}

/// Makes paragraphs of lines; blank ones stand between them.
pub(super) fn paragraphs(lines: &[Line<'_>], wrap: Wrap, rejoined: &mut Remark, blocks: &mut Vec<Block>) {
    let mut last: Option<(&Line<'_>, bool)> = None;
    for line in lines {
        if line.is_blank() {
            last = last.map(|(line, _)| (line, true));
            continue;
        }
        let text = line.text.trim();
        let goes_on = last.is_some_and(|(before, apart)| continues(before, line, apart, wrap));
        match blocks.last_mut() {
            Some(Block::Paragraph(open)) if goes_on => {
                join(&mut open.text, text);
                rejoined.places.push(Place::Line(line.no));
            }
            _ => blocks.push(Block::Paragraph(Paragraph {
                place: Place::Line(line.no),
                // A tab keeps columns apart as a wide blank does, which every document can hold.
                text: if is_numbered_paragraph(text) {
                    text.to_owned()
                } else {
                    text.replace('\t', "\u{3000}")
                },
                ..Paragraph::default()
            })),
        }
        last = Some((line, false));
    }
}

/// Whether a line goes on with the sentence of the one before.
fn continues(before: &Line<'_>, line: &Line<'_>, apart: bool, wrap: Wrap) -> bool {
    let (one, other) = (before.text.trim(), line.text.trim());
    if entry::begins_entry(other) || is_indented(line.text) && !is_indented(before.text) {
        return false;
    }
    // What wide blanks keep apart is a row of two columns, whatever width it has.
    let in_columns = |line: &Line<'_>| segments(line.text).len() > 1;
    let brief = || width(other) <= 24 && !entry::ends_sentence(other);
    if in_columns(before) && (in_columns(line) || brief()) {
        return false;
    }
    if is_centred(before.text) || is_centred(line.text) || (wrap.indents && (apart || is_indented(line.text)))
    {
        return false;
    }
    if wrap.is_full(before.text) {
        return match (entry::ends_sentence(one), apart && !line.new_page) {
            (false, _) => !is_heading(one) || !apart,
            (true, false) => entry::ends_sentence(other) || wrap.is_full(line.text),
            (true, true) => false,
        };
    }
    // The end of a page cuts a sentence in two: both halves read like one.
    let is_prose = |text: &str| text.contains(['。', '；', '，']);
    let is_cut = one
        .ends_with(|c: char| ('\u{4e00}'..='\u{9fff}').contains(&c) || matches!(c, '，' | '、' | '“' | '《'));
    is_cut
        && one.contains(['。', '；'])
        && is_prose(other)
        && (entry::ends_sentence(other) || other.chars().count() >= 15)
}

/// A title set in the middle of its line by blanks.
fn is_centred(text: &str) -> bool {
    width(text) - width(text.trim_start()) >= 8
}

fn is_indented(text: &str) -> bool {
    width(text) - width(text.trim_start()) >= 2
}

/// A numbered line without a full stop.
fn is_heading(text: &str) -> bool {
    entry::begins_entry(text) && !text.contains('。')
}

/// Chinese needs nothing between the halves of a sentence, two Latin words need a space.
fn join(text: &mut String, next: &str) {
    let latin = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphabetic());
    if latin(text.chars().next_back()) && latin(next.chars().next()) {
        text.push(' ');
    }
    text.push_str(next);
}

/// A remark for the lines that are rejoined.
pub(super) fn remark() -> Remark {
    Remark::new(RemarkKind::RejoinedLines)
}

#[cfg(test)]
mod tests {
    use super::super::lines;
    use super::*;

    fn read(text: &str) -> Vec<String> {
        let lines = lines::lines(text);
        let wrap = Wrap::find(lines.iter().map(|line| line.text));
        let mut blocks = Vec::new();
        paragraphs(&lines, wrap, &mut remark(), &mut blocks);
        blocks
            .into_iter()
            .map(|block| match block {
                Block::Paragraph(paragraph) => paragraph.text,
                Block::Table(_) => String::new(),
            })
            .collect()
    }

    #[test]
    fn lines_of_one_width_are_rejoined() {
        let text = "某区人大常委会2026年工作要点\n\
            2026年是“十五五”规划开局之年。常委会工作的总体要求是：围绕中\n\
            心、服务大局，依法行使职权，为全区改革发展稳定作出新的更大贡献\n\
            ，推动各项工作再上新台阶。\n\
            一、围绕发展大局强化监督\n\
            1．推动产业升级。听取现代物流业发展、国有企业改革情况的报告，督\n\
            促政府部门完善政策措施，优化营商环境，推动经济高质量发展取得新\n\
            成效。\n";
        assert_eq!(
            read(text),
            [
                "某区人大常委会2026年工作要点",
                "2026年是“十五五”规划开局之年。常委会工作的总体要求是：围绕中心、服务大局，依法行使职权，为全区改革发展稳定作出新的更大贡献，推动各项工作再上新台阶。",
                "一、围绕发展大局强化监督",
                "1．推动产业升级。听取现代物流业发展、国有企业改革情况的报告，督促政府部门完善政策措施，优化营商环境，推动经济高质量发展取得新成效。",
            ]
        );
    }

    #[test]
    fn a_page_that_cuts_a_sentence_is_passed_over() {
        let text =
            "7. 聚焦经济。加强财政经济运行工作监督，听\n\n取审议规划执行情况报告，推动经济回稳向好。\n";
        assert_eq!(
            read(text),
            ["7. 聚焦经济。加强财政经济运行工作监督，听取审议规划执行情况报告，推动经济回稳向好。"]
        );
    }

    #[test]
    fn what_stands_alone_stays_alone() {
        let text = "某区人大常委会2026年工作要点\n\n2026年是关键之年。\n\n一、坚持党的领导，确保正确政治方向\n\n\
            全面贯彻落实上级决策部署，做好工作。\n\n1. 抓学习。学文件（办公室负责）\n\n2. 抓监督。查预算\n\n\
            某区人大常委会办公室\n\n2026年2月3日\n";
        let lines: Vec<&str> = text.split('\n').filter(|line| !line.is_empty()).collect();
        assert_eq!(read(text), lines);
    }
}
