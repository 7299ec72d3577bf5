//! Rows of a text's table: which lines go on with the row above, and which begin one.

use crate::formats::entry;

use super::cells::Cut;

/// What the first row says about those below it.
#[derive(Clone, Debug, Default)]
pub(super) struct Heads {
    columns: usize,
    serial: Option<usize>,
    time: Option<usize>,
}

impl Heads {
    /// Reads the first row of a table.
    pub(super) fn read(first: &Cut) -> Self {
        let heads: Vec<String> = first
            .cells
            .iter()
            .map(|cell| cell.whole().chars().filter(|c| !c.is_whitespace()).collect())
            .collect();
        let find = |words: &[&str]| {
            heads.iter().position(|head: &String| words.iter().any(|word| head.contains(word)))
        };
        Self {
            columns: heads.len(),
            serial: find(&["序号", "编号", "项次"]),
            time: find(&["时间", "月份", "时限", "日期", "进度", "节点"]),
        }
    }

    /// Whether a row has cells of its own kind where rows have them.
    fn begins_row(&self, row: &Cut) -> bool {
        let text =
            |at: usize| row.cells.get(at).map(|cell| cell.whole().trim().to_owned()).unwrap_or_default();
        let first_is_open = row.cells.len() >= 2 && row.cells[0].is_empty();
        let serial = self.serial.is_some_and(|at| is_serial(&text(at)) || at > 0 && is_serial(&text(at - 1)));
        let time = self.time.is_some_and(|at| is_time(&text(at)));
        row.cells.len() >= self.columns || first_is_open || serial || time
    }

    /// Whether a row goes on with the one before, which has fewer cells than there are columns.
    pub(super) fn continues(&self, open: &Cut, row: &Cut) -> bool {
        let (have, more) = (open.cells.len(), row.cells.len());
        // The next number of a list of tasks needs not be the last part of its row.
        let lists = |cell: Option<&super::cells::Text>| {
            cell.is_some_and(|cell| entry::has_list_number(cell.whole().trim_start()))
        };
        let whole = have + more - 1 == self.columns;
        let part = have + more - 1 < self.columns && lists(open.cells.last()) && lists(row.cells.first());
        have < self.columns && more >= 2 && (whole || part) && !self.begins_row(row)
    }

    /// Whether a line without cells goes on with the last cell of the row before.
    pub(super) fn takes(&self, open: &Cut, line: &str, is_between_rows: bool) -> bool {
        let text = line.trim();
        let note = ["注", "备注", "说明", "附", "合计"].iter().any(|mark| text.starts_with(mark));
        let unfinished = self.is_unfinished(open);
        // A list of tasks goes on with its next number.
        let lists = |cell: &super::cells::Text| entry::has_list_number(cell.whole().trim_start());
        let entry = entry::begins_entry(text);
        let goes_on =
            !entry || (unfinished && entry::has_list_number(text) && open.cells.last().is_some_and(lists));
        (unfinished || is_between_rows) && !note && goes_on && !text.is_empty()
    }

    /// Whether a row has fewer cells than there are columns.
    pub(super) fn is_unfinished(&self, open: &Cut) -> bool {
        open.cells.len() < self.columns
    }

    /// Gives a row back its empty first cell if only its tab was lost; whether it did.
    pub(super) fn restore(&self, row: &mut Cut) -> bool {
        let cell = |at: usize| row.cells.get(at).map(|cell| cell.whole()).unwrap_or_default();
        let lost = self.serial == Some(1)
            && row.cells.len() < self.columns
            && is_serial(&cell(0))
            && !is_serial(&cell(1));
        let lost = lost || self.lacks_first(row);
        if lost {
            row.cells.insert(0, super::cells::Text::default());
        }
        lost
    }
}

impl Heads {
    /// Whether the first cell is missing, as a browser leaves out those that are merged with the one above: what is
    /// left has its time one place too early, or none where the time comes first.
    fn lacks_first(&self, row: &Cut) -> bool {
        let cell = |at: usize| row.cells.get(at).map(|cell| cell.whole()).unwrap_or_default();
        let Some(time) = self.time.filter(|_| row.cells.len() + 1 == self.columns && self.columns > 2) else {
            return false;
        };
        let first = cell(0);
        if first.trim().is_empty() || is_serial(&first) {
            return false;
        }
        match time.checked_sub(1) {
            Some(before) => begins_with_time(&cell(before)) && !begins_with_time(&cell(time)),
            None => !(0..row.cells.len()).any(|at| begins_with_time(&cell(at))),
        }
    }
}

/// Adds a row to the one that it goes on with: its first cell belongs to the last one there.
pub(super) fn append(open: &mut Cut, row: Cut) {
    let offset = row.no - open.no;
    let lines = usize::try_from(offset).unwrap_or(0) + row.lines;
    open.lines = open.lines.max(lines);
    let moved =
        row.cells.into_iter().map(|cell| cell.0.into_iter().map(move |(below, text)| (below + offset, text)));
    for (at, cell) in moved.enumerate() {
        match open.cells.last_mut().filter(|_| at == 0) {
            Some(last) => last.0.extend(cell),
            None => open.cells.push(super::cells::Text(cell.collect())),
        }
    }
}

/// Adds a line to a drawn row: each cell goes on in its own column.
pub(super) fn merge_columns(open: &mut Cut, row: Cut) {
    let offset = row.no - open.no;
    open.lines = usize::try_from(offset).unwrap_or(0) + row.lines;
    for (at, cell) in row.cells.into_iter().enumerate() {
        let lines = cell.0.into_iter().map(|(below, text)| (below + offset, text));
        match open.cells.get_mut(at) {
            Some(above) => above.0.extend(lines),
            None => open.cells.push(super::cells::Text(lines.collect())),
        }
    }
}

/// `3`, `3.`, `（3）`, `1-2`.
pub(super) fn is_serial(text: &str) -> bool {
    let text = text.trim().trim_matches(['（', '）', '(', ')', '.', '．', '、']);
    let digit = |c: char| c.is_ascii_digit() || ('０'..='９').contains(&c);
    let count = text.chars().count();
    (1..=6).contains(&count)
        && text.starts_with(digit)
        && text.chars().all(|c| digit(c) || matches!(c, '-' | '－' | '.'))
}

/// A short text that says when and nothing before it: 春季 in 视察春季农业生产 is what is looked at.
pub(super) fn begins_with_time(text: &str) -> bool {
    let text = text.trim();
    let starts =
        ["全年", "年", "上半年", "下半年", "上旬", "每", "适时", "待定", "第", "春", "秋", "暑", "寒"];
    let numeral =
        |c: char| c.is_ascii_digit() || ('０'..='９').contains(&c) || "一二三四五六七八九十〇".contains(c);
    is_time(text) && (text.starts_with(numeral) || starts.iter().any(|word| text.starts_with(word)))
}

/// A short text that says when.
pub(super) fn is_time(text: &str) -> bool {
    let words = ["月", "季", "年", "旬", "日", "期", "时", "待定"];
    (1..=14).contains(&text.chars().count())
        && words.iter().any(|word| text.contains(word))
        && !text.contains("委")
}
