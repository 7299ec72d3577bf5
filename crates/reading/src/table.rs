//! Tables: what the columns are, and what a row holds, whatever separates its cells.

use super::diagnostic::Problem;
use super::text;

/// A column that the plan has a place for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Column {
    Category,
    Serial,
    Title,
    Units,
    Period,
    StandingCommittee,
    Chairpersons,
    Remark,
}

/// Which annex a table belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Schedule,
    Monthly,
}

/// What a header row says about the rows under it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Layout {
    pub(super) kind: Kind,
    /// `None` for a column that the plan has no place for.
    pub(super) columns: Vec<Option<Column>>,
    /// Rows begin with a `|` of their own, as in Markdown.
    fenced: bool,
}

/// A cell that begins on this line; it may go on over further ones.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Cell {
    pub(super) line: u32,
    pub(super) text: String,
}

/// A row of a table.
#[derive(Clone, Debug)]
pub(super) struct Row {
    pub(super) line: u32,
    /// The line, or lines, as they stand.
    pub(super) raw: String,
    pub(super) cells: Vec<Cell>,
    pub(super) columns: Vec<Option<Column>>,
}

impl Layout {
    /// Reads a header row; `None` for any other line.
    pub(super) fn read(line: &str) -> Option<Layout> {
        if !is_row(line) {
            return None;
        }
        let fenced = text::trim(line).starts_with('|');
        let headers: Vec<String> = split(line, fenced).iter().map(|cell| text::squash(cell)).collect();
        if headers.iter().any(|header| header.chars().count() > 14) {
            return None;
        }
        let mut columns: Vec<Option<Column>> = Vec::new();
        for header in &headers {
            // Only the first of two like columns counts; the other one would overwrite it.
            columns.push(column(header).filter(|column| !columns.contains(&Some(*column))));
        }
        let has = |column: Column| columns.contains(&Some(column));
        let schedule = has(Column::Serial) || has(Column::StandingCommittee) || has(Column::Chairpersons);
        if has(Column::Title) && has(Column::Units) && schedule {
            Some(Layout { kind: Kind::Schedule, columns, fenced })
        } else if has(Column::Title) && has(Column::Units) && has(Column::Period) {
            Some(Layout { kind: Kind::Monthly, columns, fenced })
        } else {
            None
        }
    }

    /// What is unusual about the header line that this layout was read from.
    pub(super) fn oddities(&self, line: &str) -> Vec<Problem> {
        let mut found = Vec::new();
        for (header, column) in split(line, self.fenced).iter().zip(&self.columns) {
            let plain = text::squash(header);
            match column {
                None if !plain.is_empty() => found.push(Problem::ColumnIgnored { header: plain }),
                Some(Column::StandingCommittee) if !plain.contains("常委会会议") => {
                    found.push(Problem::HeaderRead { found: plain, read_as: "常委会会议" });
                }
                _ => {}
            }
        }
        found
    }

    /// Reads a row under this header; `true` if an empty category cell had to be restored.
    pub(super) fn row(&self, line: u32, raw: &str) -> (Row, bool) {
        let mut cells: Vec<Cell> =
            split(raw, self.fenced).into_iter().map(|text| Cell { line, text: text.to_owned() }).collect();
        let is_serial = |cell: Option<&Cell>| cell.is_some_and(|cell| serial(&cell.text).is_some());
        let starts = [Some(Column::Category), Some(Column::Serial)];
        let lost = self.columns.starts_with(&starts)
            && cells.len() < self.columns.len()
            && is_serial(cells.first())
            && !is_serial(cells.get(1));
        if lost {
            cells.insert(0, Cell { line, text: String::new() });
        }
        (Row { line, raw: raw.to_owned(), cells, columns: self.columns.clone() }, lost)
    }
}

impl Row {
    /// The cell of this column.
    pub(super) fn cell(&self, column: Column) -> Option<&Cell> {
        let at = self.columns.iter().position(|known| *known == Some(column))?;
        self.cells.get(at)
    }

    /// The text of the cell of this column, trimmed; empty if there is none.
    pub(super) fn text(&self, column: Column) -> &str {
        self.cell(column).map_or("", |cell| text::trim(&cell.text))
    }

    /// Whether the row ends before the header does, so that more of it may follow.
    pub(super) fn is_open(&self) -> bool {
        self.cells.len() < self.columns.len()
    }

    /// Text in cells beyond the header's last.
    pub(super) fn extra(&self) -> Option<String> {
        let extra: Vec<&str> =
            self.cells.iter().skip(self.columns.len()).map(|cell| text::trim(&cell.text)).collect();
        let extra = extra.join(" ");
        (!text::trim(&extra).is_empty()).then(|| text::trim(&extra).to_owned())
    }
}

/// Whether the line has cells at all.
pub(super) fn is_row(line: &str) -> bool {
    line.contains(['\t', '|'])
}

/// Whether the line is Markdown's `|---|---|`, or has nothing in any cell.
pub(super) fn is_rule(line: &str) -> bool {
    line.chars().all(|c| matches!(c, '|' | '-' | ':') || text::is_blank(c))
}

/// The cells of a line, not trimmed.
fn split(line: &str, fenced: bool) -> Vec<&str> {
    if line.contains('\t') && !(fenced && text::trim(line).starts_with('|')) {
        return line.split('\t').collect();
    }
    let line = text::trim(line);
    let line = if fenced { line.strip_prefix('|').unwrap_or(line) } else { line };
    line.strip_suffix('|').unwrap_or(line).split('|').collect()
}

/// The serial number in a cell of its own, `3`, `3.` or `（3）`.
pub(super) fn serial(cell: &str) -> Option<u32> {
    let cell = text::squash(cell);
    let (value, rest) = text::list_number(&cell).or_else(|| text::number(&cell))?;
    (rest.is_empty() && value > 0).then_some(value)
}

/// The column that a heading names. The order matters: 常委会主任会议 is the chairpersons'.
fn column(header: &str) -> Option<Column> {
    let has = |words: &[&str]| words.iter().any(|word| header.contains(word));
    if has(&["类别", "类型", "分类"]) {
        Some(Column::Category)
    } else if has(&["序号", "编号"]) {
        Some(Column::Serial)
    } else if has(&["主任会"]) {
        Some(Column::Chairpersons)
    } else if has(&["常委"]) {
        Some(Column::StandingCommittee)
    } else if has(&["部门", "单位", "承办", "责任", "牵头", "工委"]) {
        Some(Column::Units)
    } else if has(&["时间", "月份", "日期", "时限"]) {
        Some(Column::Period)
    } else if has(&["备注", "说明"]) {
        Some(Column::Remark)
    } else if has(&["项目", "内容", "事项", "议题", "名称"]) {
        Some(Column::Title)
    } else {
        None
    }
}
