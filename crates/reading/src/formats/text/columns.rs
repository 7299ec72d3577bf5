//! Tables whose columns only spaces keep apart, as a PDF reader hands them on.
//!
//! A serial number or a month begins a row; where it stands in the middle of its row, the lines above it
//! belong to the row, too.

use crate::document::{Cell, Line as CellLine, Place, Row, Table};
use crate::formats::{entry, shape};

use super::column_rows::{Filled, rows};
use super::gutters::{Segment, column_of, columns, fits, segments};
use super::lines::Line;
use super::rows::begins_with_time;
use super::width::width;

/// Reads the table that begins with the first of these lines, if it is one, and how many lines look
/// like rows of it.
pub(super) fn read(lines: &[Line<'_>]) -> (Option<Table>, usize) {
    let head = lines.first().map(|line| segments(line.text)).unwrap_or_default();
    // 4月22日 beside what is done and who does it is a row.
    let dated = head.iter().filter(|segment| begins_with_time(segment.text)).count() == 1;
    if head.len() < 3 || dated || !is_head(&head) {
        return (None, 0);
    }
    let taken = block(lines).min(shape::MAX_ROWS);
    (lines.get(..taken).and_then(|block| read_block(&head, block)), taken)
}

fn read_block(head: &[Segment<'_>], block: &[Line<'_>]) -> Option<Table> {
    let cut: Vec<Vec<Segment<'_>>> = block.iter().map(|line| segments(line.text)).collect();
    if cut.iter().filter(|segments| segments.len() >= 3).count() < 2 {
        return None;
    }
    // From which line on, and with how much between columns: headings are often centred over their columns, so the lines
    // below tell more.
    let ways = [(1, 2), (0, 2), (1, 1)].into_iter();
    let columns =
        ways.map(|(from, gutter)| columns(&cut[from..], gutter)).find(|columns| fits(head, columns))?;
    let mut filled: Vec<Filled<'_>> = Vec::new();
    let mut after_blank = false;
    for (line, segments) in block.iter().zip(&cut) {
        if !line.is_blank() {
            filled.push(Filled { after_blank, ..fill(*line, segments, &columns) });
        }
        after_blank = line.is_blank();
    }
    let rows = rows(&filled, columns.len());
    (rows.len() >= 2).then(|| table(&rows, &filled, columns.len()))
}

/// Whether these may be headings, which are short, and no sentences.
fn is_head(segments: &[Segment<'_>]) -> bool {
    segments.iter().all(|segment| {
        segment.text.chars().count() <= 14
            && !segment.text.contains(['。', '；', '，', '：', ':', '、'])
            && !segment.text.chars().all(|c| c.is_ascii_digit())
    })
}

/// How many lines belong to the table.
fn block(lines: &[Line<'_>]) -> usize {
    let is_row = |line: &Line<'_>| segments(line.text).len() >= 2;
    let mut end = 0;
    let mut after_blank = false;
    for (at, line) in lines.iter().enumerate() {
        if line.is_blank() {
            if lines.get(at + 1).is_none_or(Line::is_blank) {
                break;
            }
            after_blank = true;
            continue;
        }
        let next = lines.iter().skip(at + 1).find(|line| !line.is_blank());
        let more = next.is_some_and(is_row);
        let goes_on = match segments(line.text).as_slice() {
            // The rest of a cell, under its column.
            [one] if one.begin >= 4 && !entry::begins_entry(one.text) => {
                width(one.text) <= 60 && (more || !after_blank && !line.new_page)
            }
            // A category over all columns.
            [one] => !one.text.contains('。') && width(one.text) <= 60 && more,
            _ => true,
        };
        if !goes_on {
            break;
        }
        end = at + 1;
        after_blank = false;
    }
    end
}

/// A line with its pieces in their columns.
fn fill<'a>(line: Line<'a>, segments: &[Segment<'a>], columns: &[(usize, usize)]) -> Filled<'a> {
    let mut cells = vec![None; columns.len()];
    for segment in segments {
        if let Some(at) = column_of(segment, columns) {
            // Two pieces of one cell: what stands between them counts.
            cells[at] = match cells[at] {
                Some(before) => spanned(line.text, before, segment.text),
                None => Some(segment.text),
            };
        }
    }
    let reach = |segment: &Segment<'_>| {
        columns.iter().filter(|(begin, end)| segment.begin < *end && segment.end > *begin).count()
    };
    let band = matches!(segments, [one] if reach(one) >= 2 || one.begin < columns[0].1 && entry::begins_entry(one.text));
    Filled { line, cells, band, after_blank: false }
}

/// The part of the line from one piece to another.
fn spanned<'a>(line: &'a str, first: &'a str, last: &'a str) -> Option<&'a str> {
    let offset = |part: &str| (part.as_ptr() as usize).checked_sub(line.as_ptr() as usize);
    line.get(offset(first)?..offset(last)? + last.len())
}

fn table(rows: &[Vec<usize>], filled: &[Filled<'_>], columns: usize) -> Table {
    let full: Vec<usize> = (0..columns)
        .map(|column| {
            filled
                .iter()
                .filter(|line| !line.band)
                .filter_map(|line| line.cells[column])
                .map(width)
                .max()
                .unwrap_or(0)
        })
        .collect();
    let mut table = Table::default();
    for row in rows.iter().take(shape::MAX_ROWS) {
        let Some(first) = row.first().map(|at| filled[*at].line.no) else { continue };
        let place = Place::Line(first);
        let printed: Vec<&str> = row.iter().map(|at| filled[*at].line.text).collect();
        let cells = (0..columns).map(|column| {
            let parts =
                row.iter().filter_map(|at| Some((filled[*at].line.no - first, filled[*at].cells[column]?)));
            cell(column, parts, full[column])
        });
        let band = row.iter().any(|at| filled[*at].band);
        let cells: Vec<Cell> = if band {
            let text =
                row.iter().flat_map(|at| filled[*at].cells.iter().flatten()).copied().collect::<Vec<_>>();
            vec![Cell { colspan: columns, ..Cell::new(0, &text.join(" ")) }]
        } else {
            cells.collect()
        };
        table.rows.push(Row { place, printed: Some(printed.join("\n")), cells });
    }
    table.place = table.rows.first().map(|row| row.place.clone()).unwrap_or_default();
    table
}

/// A cell of the lines of one column: a line that fills the column goes on in the next one.
fn cell<'a>(column: usize, parts: impl Iterator<Item = (u32, &'a str)>, full: usize) -> Cell {
    let mut cell = Cell { column, colspan: 1, rowspan: 1, ..Cell::default() };
    let mut last = 0;
    for (below, text) in parts {
        match cell.lines.last_mut() {
            Some(open) if last + 3 >= full && !is_whole(&open.text, text) => open.text.push_str(text),
            _ => cell.lines.push(CellLine { text: text.to_owned(), number: None, below }),
        }
        last = width(text);
    }
    cell
}

/// Whether a full line is the whole name of a unit all the same.
fn is_whole(line: &str, next: &str) -> bool {
    line.ends_with(['委', '室', '厅', '局', '院', '办', '处', '部'])
        && next.chars().count() >= 2
        && !next.starts_with('员')
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
    fn columns_are_where_no_line_has_ink() {
        let text = "\
序号    工作内容                      责任单位        时间
 1      听取和审议区政府关于现代物流业  财经工委        4月
        发展情况的报告
 2      检查消防法实施情况              社会建设工委    5—8月
                                        办公室
";
        assert_eq!(
            shown(text),
            [
                "序号|工作内容|责任单位|时间",
                "1|听取和审议区政府关于现代物流业发展情况的报告|财经工委|4月",
                "2|检查消防法实施情况|社会建设工委\n办公室|5—8月",
            ]
        );
    }

    #[test]
    fn numbers_in_the_middle_of_their_rows() {
        let text = "\
序号    工作内容                        时间
        听取和审议区政府关于现代物流业
 1                                      4月
        发展情况的报告
        检查残疾人保障法实施情况，并开
 2      展专题询问                      6月
";
        assert_eq!(
            shown(text),
            [
                "序号|工作内容|时间",
                "1|听取和审议区政府关于现代物流业发展情况的报告|4月",
                "2|检查残疾人保障法实施情况，并开展专题询问|6月",
            ]
        );
    }

    #[test]
    fn categories_stand_over_all_columns() {
        let text = "\
序号    工作内容              时间
一、听取和审议报告（1项）
 1      听取物流业报告        4月
二、执法检查（1项）
 2      检查消防法            6月
";
        assert_eq!(
            shown(text),
            [
                "序号|工作内容|时间",
                "一、听取和审议报告（1项）",
                "1|听取物流业报告|4月",
                "二、执法检查（1项）",
                "2|检查消防法|6月"
            ]
        );
    }

    #[test]
    fn prose_is_no_table() {
        for text in [
            "　　一、总则\n　　1. 抓落实。做好工作。\n",
            "主任：张三    副主任：李四    秘书长：王五\n记录：赵六    校对：钱七    印发：孙八\n",
            "某区人大常委会    办公室    2026年\n\n正文开始。\n",
        ] {
            assert_eq!(shown(text), Vec::<String>::new(), "{text}");
        }
    }
}
