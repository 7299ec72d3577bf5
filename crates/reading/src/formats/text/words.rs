//! Tables whose cells only blanks keep apart, wherever the columns stand.

use crate::document::{Cell, Place, Row, Table};
use crate::formats::shape;

use super::gutters::segments;
use super::lines::Line;
use super::rows::{begins_with_time, is_serial, is_time};

/// A table whose cells single blanks keep apart: every line has as many as the header, and a number
/// or a time in the same place. Where wide blanks do, the last cells of a line may be missing.
pub(super) fn read(lines: &[Line<'_>]) -> (Option<Table>, usize) {
    let pieces = |line: &Line<'_>| -> Vec<String> {
        segments(line.text).iter().map(|segment| segment.text.to_owned()).collect()
    };
    let dated = |head: &Vec<String>| head.iter().any(|word| begins_with_time(word));
    let wide = lines.first().map(pieces).is_some_and(|head| head.len() > 2 && !dated(&head));
    let cut = |line: &Line<'_>| match wide {
        true => pieces(line),
        false => line.text.split_whitespace().map(str::to_owned).collect(),
    };
    let head = lines.first().map(cut).unwrap_or_default();
    let short =
        |word: &String| word.chars().count() <= 8 && !word.contains(['。', '，', '、', '：', '；', '.']);
    // Without headings the lines begin with a number or a time.
    let begins = head.first().is_some_and(|word| is_serial(word) || is_time(word));
    // 4月 —— 市政府的报告（法工委） is a sentence.
    let dashed =
        head.iter().any(|word| word.chars().all(|c| matches!(c, '-' | '–' | '—' | '―' | '－' | '─')));
    if dashed || head.len() < 3 || !(begins || head.iter().all(short)) {
        return (None, 0);
    }
    let block: Vec<(&Line<'_>, Vec<String>)> = lines
        .iter()
        .take(shape::MAX_ROWS)
        .take_while(|line| !line.is_blank())
        .map(|line| (line, cut(line)))
        .take_while(|(_, words)| !wide || (2..=head.len()).contains(&words.len()))
        .collect();
    let taken = block.len();
    let known = |column: usize| {
        let cells = || block.iter().skip(1).map(|(_, words)| words.get(column).map_or("", String::as_str));
        cells().all(is_serial) || cells().all(is_time)
    };
    let ragged = block.iter().any(|(_, words)| words.len() != head.len());
    // Without its last cells a line would say something else of the others, if these were not whole.
    let ragged = ragged
        && !(wide
            && head.iter().all(short)
            && block.iter().filter(|(_, words)| words.len() == head.len()).count() > 1);
    if taken < 3 || ragged || !(0..head.len()).any(known) {
        return (None, taken);
    }
    let mut table = Table { place: Place::Line(block[0].0.no), ..Table::default() };
    for (line, words) in block {
        let cells = words.iter().enumerate().map(|(column, word)| Cell::new(column, word)).collect();
        table.rows.push(Row { place: Place::Line(line.no), printed: Some(line.text.to_owned()), cells });
    }
    (Some(table), taken)
}

#[cfg(test)]
mod tests {
    use super::super::lines::lines;
    use super::*;
    use crate::formats::samples::rows_of;

    fn shown(text: &str) -> Vec<String> {
        read(&lines(text)).0.map(|table| rows_of(&table)).unwrap_or_default()
    }

    #[test]
    fn single_blanks_are_enough_if_every_line_fits() {
        let text = "序号 工作内容 责任单位 时间\n1 听取物流业报告 财经工委 4月\n2 检查消防法 办公室 6月\n";
        assert_eq!(
            shown(text),
            ["序号|工作内容|责任单位|时间", "1|听取物流业报告|财经工委|4月", "2|检查消防法|办公室|6月"]
        );
        assert_eq!(shown("4月 —— 甲报告\n6月 —— 乙报告\n8月 —— 丙报告\n"), Vec::<String>::new());
        assert_eq!(shown(&text.replace("检查消防法 ", "检查 消防法 ")), Vec::<String>::new());
    }
}
