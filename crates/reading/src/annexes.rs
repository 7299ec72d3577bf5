//! The annexes: their titles, and the rows of their tables, rejoined where a page broke them.

use super::diagnostic::{Diagnostic, Problem};
use super::lines::{Line, Mark, mark};
use super::table::{Column, Kind, Layout, Row, is_row, is_rule, serial};
use super::{period, text};

/// The annexes as read, rows still as text.
#[derive(Default)]
pub(super) struct Annexes {
    pub(super) titles: Vec<String>,
    pub(super) schedule: Vec<Row>,
    pub(super) monthly: Vec<Row>,
}

/// Reads the lines from the list of annexes on. `line` is where a missing annex is reported.
pub(super) fn read(lines: &[Line<'_>], year: i32, line: u32, out: &mut Vec<Diagnostic>) -> Annexes {
    let mut reader = Reader { year, found: Annexes::default(), layout: None, heads: Vec::new(), out };
    let mut listed: Vec<String> = Vec::new();
    let mut listing = false;
    for (position, line) in lines.iter().enumerate() {
        if is_rule(line.text) || text::is_page_number(line.text) {
            continue;
        }
        match mark(line.text) {
            Some(Mark::List(first)) => {
                listing = true;
                listed.extend(listed_title(&first));
            }
            Some(Mark::Begin(title)) => {
                listing = false;
                reader.begin(line.no, title, lines.get(position + 1..).unwrap_or_default());
            }
            None if is_row(line.text) => {
                listing = false;
                reader.row(line);
            }
            None if listing => match text::list_entry(line.text) {
                Some((_, title)) => listed.extend(listed_title(title)),
                None => match listed.last_mut() {
                    Some(last) => text::join(last, line.text),
                    None => listed.extend(listed_title(line.text)),
                },
            },
            None => reader.words(line),
        }
    }
    reader.finish(&listed, line)
}

fn listed_title(title: &str) -> Option<String> {
    let title = text::list_entry(title).map_or(text::trim(title), |(_, title)| title);
    (!title.is_empty()).then(|| title.to_owned())
}

/// What stands above a table.
struct Head {
    line: u32,
    title: String,
    kind: Option<Kind>,
}

struct Reader<'a> {
    year: i32,
    found: Annexes,
    layout: Option<Layout>,
    heads: Vec<Head>,
    out: &'a mut Vec<Diagnostic>,
}

impl Reader<'_> {
    /// Begins an annex. Rows above its first header are read by that header: a page break may have
    /// put it below them.
    fn begin(&mut self, line: u32, title: String, following: &[Line<'_>]) {
        self.heads.push(Head { line, title, kind: None });
        let within = following.iter().take_while(|line| mark(line.text).is_none());
        self.layout = within.map(|line| Layout::read(line.text)).find(Option::is_some).flatten();
    }

    /// A line that is no row: the annex's title, or the rest of a row that a page broke.
    fn words(&mut self, line: &Line<'_>) {
        if let Some(head) = self.heads.last_mut().filter(|head| head.title.is_empty() && head.kind.is_none())
        {
            head.title = super::body::plain(line.text);
            return;
        }
        let continues = self.last().is_some_and(|row| row.is_open());
        if continues {
            self.append(line, vec![line.text.to_owned()]);
        } else {
            self.out.push(Problem::StrayText { text: text::excerpt(line.text) }.at(line.no));
        }
    }

    fn row(&mut self, line: &Line<'_>) {
        if let Some(layout) = Layout::read(line.text) {
            for oddity in layout.oddities(line.text) {
                self.out.push(oddity.at(line.no));
            }
            // Without its 附件 line an annex begins where its header does.
            let begun =
                self.heads.last().is_some_and(|head| head.kind.is_none_or(|kind| kind == layout.kind));
            if !begun {
                self.heads.push(Head { line: line.no, title: String::new(), kind: None });
            }
            self.under(layout.kind);
            self.layout = Some(layout);
            return;
        }
        let Some(layout) = &self.layout else {
            self.out.push(Problem::StrayText { text: text::excerpt(line.text) }.at(line.no));
            return;
        };
        let kind = layout.kind;
        let (row, restored) = layout.row(line.no, line.text);
        self.under(kind);
        if self.continues(&row, kind) {
            let cells = row.cells.into_iter().map(|cell| cell.text).collect();
            return self.append(line, cells);
        }
        if kind == Kind::Monthly && row.text(Column::Period).is_empty() && !self.found.monthly.is_empty() {
            return self.same_month(row);
        }
        if let (true, Some(serial)) = (restored, serial(row.text(Column::Serial))) {
            self.out.push(Problem::CellRestored { serial }.at(line.no));
        }
        if let Some(text) = row.extra() {
            self.out.push(Problem::ExtraCells { text }.at(line.no));
        }
        self.rows(kind).push(row);
    }

    fn under(&mut self, kind: Kind) {
        if let Some(head) = self.heads.last_mut() {
            head.kind.get_or_insert(kind);
        }
    }

    fn rows(&mut self, kind: Kind) -> &mut Vec<Row> {
        match kind {
            Kind::Schedule => &mut self.found.schedule,
            Kind::Monthly => &mut self.found.monthly,
        }
    }

    fn last(&mut self) -> Option<&mut Row> {
        let kind = self.layout.as_ref()?.kind;
        self.rows(kind).last_mut()
    }

    /// Whether a row is the rest of an unfinished one: it does not start as rows do, and it fits.
    fn continues(&mut self, row: &Row, kind: Kind) -> bool {
        let starts = match kind {
            Kind::Schedule => serial(row.text(Column::Serial)).is_some(),
            Kind::Monthly => {
                let text = row.text(Column::Period);
                text.is_empty() || period::read(text, self.year).doubt != period::Doubt::Unknown
            }
        };
        let cells = row.cells.len();
        let fits = |last: &mut Row| last.is_open() && last.cells.len() + cells <= last.columns.len() + 1;
        !starts && self.last().is_some_and(fits)
    }

    /// Adds cells to the last row: the first one goes on where its last cell stopped.
    fn append(&mut self, line: &Line<'_>, cells: Vec<String>) {
        self.out.push(Problem::RowContinued { text: text::excerpt(line.text) }.at(line.no));
        let Some(row) = self.last() else { return };
        let mut cells = cells.into_iter();
        if let (Some(open), Some(rest)) = (row.cells.last_mut(), cells.next()) {
            open.go_on(line.no, &rest);
        }
        row.cells.extend(cells.map(|text| super::table::Cell { line: line.no, text }));
        row.raw.push('\n');
        row.raw.push_str(line.text);
    }

    /// A row without a month goes on with the month above, cell by cell.
    fn same_month(&mut self, row: Row) {
        self.out.push(Problem::RowContinued { text: text::excerpt(&row.raw) }.at(row.line));
        let Some(month) = self.found.monthly.last_mut() else { return };
        for (at, cell) in row.cells.into_iter().enumerate() {
            match month.cells.get_mut(at) {
                Some(open) if !text::trim(&cell.text).is_empty() => open.go_on(cell.line, &cell.text),
                Some(_) => {}
                None => month.cells.push(cell),
            }
        }
        month.raw.push('\n');
        month.raw.push_str(&row.raw);
    }

    fn finish(mut self, listed: &[String], line: u32) -> Annexes {
        for (kind, problem) in [(Kind::Schedule, Problem::NoSchedule), (Kind::Monthly, Problem::NoMonthly)] {
            if !self.heads.iter().any(|head| head.kind == Some(kind)) {
                self.out.push(problem.at(line));
            }
        }
        for (at, head) in self.heads.into_iter().filter(|head| head.kind.is_some()).enumerate() {
            let mut title = head.title;
            if title.is_empty() {
                title = listed.get(at).cloned().unwrap_or_default();
                self.out.push(Problem::NoAnnexTitle { used: title.clone() }.at(head.line));
            }
            self.found.titles.push(title);
        }
        for row in self.found.schedule.iter_mut().chain(&mut self.found.monthly) {
            row.cells.iter_mut().for_each(super::table::Cell::unquote);
        }
        self.found
    }
}

impl super::table::Cell {
    /// Goes on with text of a later line. Every line between counts, so that a place within the
    /// cell can be traced to its line.
    fn go_on(&mut self, line: u32, rest: &str) {
        let at = self.line + u32::try_from(self.text.matches('\n').count()).unwrap_or(0);
        for _ in 0..line.saturating_sub(at).max(1) {
            self.text.push('\n');
        }
        self.text.push_str(rest);
    }

    /// Takes away the quotation marks that spreadsheets put around a cell of several lines.
    fn unquote(&mut self) {
        let quoted = text::trim(&self.text).strip_prefix('"').and_then(|text| text.strip_suffix('"'));
        let inner = quoted.filter(|inner| inner.contains('\n') && !inner.replace("\"\"", "").contains('"'));
        if let Some(inner) = inner {
            self.text = inner.replace("\"\"", "\"");
        }
    }
}
