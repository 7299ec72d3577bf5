//! Tables that a page cut in two are one again, and their header stands once.

use crate::document::{Block, Cell, Remark, RemarkKind, Row, Table};

use super::shape::remove_rows;

/// Joins tables of which the second repeats the first one's header, or says that it goes on.
///
/// `adjacent` says of a block whether nothing at all stands between it and the one before.
pub fn join_tables(
    blocks: Vec<Block>,
    adjacent: impl Fn(&Block) -> bool,
    remarks: &mut Vec<Remark>,
) -> Vec<Block> {
    let mut joined: Vec<Block> = Vec::with_capacity(blocks.len());
    let mut remark = Remark::new(RemarkKind::JoinedTables);
    for block in blocks {
        let follows = adjacent(&block);
        let Block::Table(mut table) = block else {
            joined.push(block);
            continue;
        };
        drop_repeated_headers(&mut table, &mut remark);
        let between = joined.iter().rev().take_while(|block| is_continuation_mark(block)).count();
        let at = joined.len() - between;
        match at.checked_sub(1).and_then(|at| joined.get_mut(at)) {
            Some(Block::Table(first)) => match repeated_header(first, &table) {
                Some((rows, different)) => {
                    remark.places.push(table.place.clone());
                    remark.texts.extend(different);
                    remove_rows(&mut table, |row| row < rows);
                    first.rows.append(&mut table.rows);
                    joined.truncate(at);
                }
                None if follows && width(first) == width(&table) => {
                    first.rows.append(&mut table.rows);
                    joined.truncate(at);
                }
                None => joined.push(Block::Table(table)),
            },
            _ => joined.push(Block::Table(table)),
        }
    }
    if !remark.places.is_empty() {
        remarks.push(remark);
    }
    joined
}

/// Takes away rows that say the same as the header: somebody repeated it at the top of a page.
fn drop_repeated_headers(table: &mut Table, remark: &mut Remark) {
    let rows = table.header_rows.max(1);
    let texts = |row: &Row| -> Vec<(usize, String)> {
        row.cells.iter().map(|cell| (cell.column, squashed(cell))).collect()
    };
    let Some(header) = table.rows.get(..rows).map(|rows| rows.iter().map(texts).collect::<Vec<_>>()) else {
        return;
    };
    // A row of marks or numbers, or of one word again and again, may well come again.
    let is_heading = |text: &&String| text.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c));
    let mut headings: Vec<&String> = Vec::new();
    for text in header.iter().flatten().map(|(_, text)| text).filter(is_heading) {
        if !headings.contains(&text) {
            headings.push(text);
        }
    }
    if headings.len() < 3 {
        return;
    }
    let mut gone = vec![false; table.rows.len()];
    let mut at = rows;
    while at + rows <= table.rows.len() {
        if table.rows[at..at + rows].iter().zip(&header).all(|(row, header)| repeats(row, header)) {
            gone[at..at + rows].fill(true);
            remark.places.push(table.rows[at].place.clone());
            at += rows;
        } else {
            at += 1;
        }
    }
    if gone.contains(&true) {
        remove_rows(table, |row| gone[row]);
    }
}

/// Whether a row says the same as one of the header. Most do not in their first cell.
fn repeats(row: &Row, header: &[(usize, String)]) -> bool {
    row.cells.len() == header.len()
        && row
            .cells
            .iter()
            .zip(header)
            .all(|(cell, (column, text))| cell.column == *column && squashed(cell) == *text)
}

/// How many rows at the top of the second table repeat the first one's header, and the headings
/// that are printed differently there.
fn repeated_header(first: &Table, second: &Table) -> Option<(usize, Option<String>)> {
    let rows = match (first.header_rows, second.header_rows) {
        (0, 0) => first.rows.first()?.cells.iter().map(|cell| cell.rowspan).max()?,
        (first, second) => first.max(second),
    };
    let (above, below) = (first.rows.get(..rows)?, second.rows.get(..rows)?);
    let cells = |rows: &[Row]| rows.iter().map(|row| row.cells.len()).collect::<Vec<_>>();
    if cells(above) != cells(below) {
        return None;
    }
    let mut different = None;
    let mut filled = 0;
    let pairs = above.iter().flat_map(|row| &row.cells).zip(below.iter().flat_map(|row| &row.cells));
    for (one, other) in pairs {
        let (a, b) = (squashed(one), squashed(other));
        if one.column != other.column || one.colspan != other.colspan {
            return None;
        }
        filled += usize::from(!a.is_empty());
        if a != b {
            if different.is_some() || !nearly_same(&a, &b) {
                return None;
            }
            different = Some(other.text());
        }
    }
    (filled >= 2 && (different.is_none() || filled >= 4)).then_some((rows, different))
}

/// Whether one letter more, less or different makes the difference.
fn nearly_same(one: &str, other: &str) -> bool {
    let (a, b): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    if a.len() < 3 || a.len().abs_diff(b.len()) > 1 {
        return false;
    }
    let start = a.iter().zip(&b).take_while(|(a, b)| a == b).count();
    let end = a.iter().rev().zip(b.iter().rev()).take_while(|(a, b)| a == b).count();
    start + end + 1 >= a.len().max(b.len())
}

fn squashed(cell: &Cell) -> String {
    cell.text().chars().filter(|c| !c.is_whitespace()).collect()
}

fn width(table: &Table) -> usize {
    let ends = table.rows.iter().flat_map(|row| &row.cells).map(|cell| cell.column + cell.colspan);
    ends.max().unwrap_or(0)
}

/// `（续）`, `续表`, `接上页`: a paragraph that only says that a table goes on.
fn is_continuation_mark(block: &Block) -> bool {
    let Block::Paragraph(paragraph) = block else { return false };
    let drop =
        |c: &char| !c.is_whitespace() && !matches!(c, '（' | '）' | '(' | ')' | '：' | ':' | '—' | '-');
    let text: String = paragraph.text.chars().filter(drop).collect();
    text.chars().count() <= 4
        && ["续", "接上", "转下", "接下"].iter().any(|mark| text.starts_with(mark) || text.ends_with(mark))
}

#[cfg(test)]
mod tests {
    use super::super::samples::table;
    use super::*;

    #[test]
    fn a_repeated_header_joins() {
        let parts = |second: &[&str]| {
            let blocks = vec![
                Block::Table(table(&[&["类别", "序号", "常委会会议", "时间"], &["甲", "1", "", "3月"]])),
                Block::Table(table(&[second, &["乙", "2", "", "4月"]])),
            ];
            let mut remarks = Vec::new();
            (join_tables(blocks, |_| false, &mut remarks).len(), remarks.first().map(|r| r.texts.len()))
        };
        assert_eq!(parts(&["类 别", "序号", "常委会会议", "时间"]), (1, Some(0)));
        assert_eq!(parts(&["类别", "序号", "常委会议", "时间"]), (1, Some(1)));
        assert_eq!(parts(&["类别", "序号", "责任单位", "时间"]), (2, None));
        assert_eq!(parts(&["丙", "3", "", "5月"]), (2, None));
    }
}
