//! What each column of a table is.

use super::super::hints::{ColumnHint, ColumnRole};
use super::super::remarks::{Cause, Remarks};
use super::super::source::TableView;
use super::super::text::{compact, squash, unwrap_lines};
use super::content;
use super::header;
use super::vocabulary::{Heading, classify};

mod choice;
mod kind;
mod role;

use choice::{keep_dates, roles};
pub use role::Role;
use role::take_hints;

/// What the rows of a table become.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// An item a row.
    Schedule,
    /// The tasks of a month a row.
    Monthly,
    /// The tasks of a unit a row, those of a month a cell.
    Matrix,
    /// The tasks of a month a row, those of a meeting or a kind of activity a cell.
    Activities,
}

/// A table's columns.
#[derive(Clone, Debug)]
pub struct Layout {
    pub kind: Kind,
    pub columns: Vec<Column>,
    /// Rows above the header, which a page break may have put there.
    pub above: usize,
    /// The first row below the header.
    pub first: usize,
    /// Whether a row of headings said what the columns are.
    pub headed: bool,
    /// The heading of the time is 月份, so that bare numbers are months.
    pub bare_months: bool,
}

/// A column.
#[derive(Clone, Debug)]
pub struct Column {
    /// As printed; empty if it has none.
    pub heading: String,
    pub role: Role,
}

impl Layout {
    /// Reads the header of a table, or its cells where it has none; `None` if it is not understood.
    /// What was assumed is said where it is.
    pub fn of(view: &TableView<'_>, hints: &[&ColumnHint], year: i32, out: &mut Remarks) -> Option<Layout> {
        let known_header = header::find(view);
        let by_form = known_header.is_none() && header::is_header_by_form(view, year);
        let header = known_header.or(by_form.then_some(0..1));
        let first = header.as_ref().map_or(0, |rows| rows.end);
        let above = header.as_ref().map_or(0, |rows| rows.start);
        let headed = header.is_some();
        let headings: Vec<String> = (0..view.columns())
            .map(|column| header.clone().map_or_else(String::new, |rows| heading(view, rows, column)))
            .collect();
        let mut found: Vec<Option<Heading>> = Vec::new();
        for (column, text) in headings.iter().enumerate() {
            let known = header.clone().and_then(|rows| known(view, rows, column));
            let by_content = || content::guess(view, column, first, year);
            let is_plain = |guess: &Heading| matches!(guess, Heading::Serial | Heading::Time | Heading::Lead);
            found.push(match known {
                // 监督对象 names units that do nothing.
                Some(Heading::Kept) if by_content() == Some(Heading::Lead) => Some(Heading::Kept),
                // Words that are unusual in a heading say less than what stands below them.
                known if by_form => by_content().filter(is_plain).or(known).or_else(by_content),
                // 啥时候办 ends as units' names do.
                Some(Heading::Unit(_)) if by_content() == Some(Heading::Time) => Some(Heading::Time),
                // 会议 above months.
                Some(Heading::MeetingName) if by_content() == Some(Heading::Time) => Some(Heading::Time),
                Some(known) => Some(known),
                None if text.is_empty() || !headed => by_content(),
                // A heading that is not understood is believed by its cells only where they are plain.
                None => by_content().filter(|guess| matches!(guess, Heading::Time | Heading::Lead)),
            });
        }
        if !headed {
            name_rest(&mut found);
        }
        // 事情 between known headings is what is to be done, if its cells say so.
        let names = |heading: &Heading| matches!(heading, Heading::Title(_) | Heading::Months(..));
        if !found.iter().flatten().any(names) {
            let titles =
                |at: &usize| matches!(content::guess(view, *at, first, year), Some(Heading::Title(_)));
            let open = (0..found.len()).filter(|at| found.get(*at) == Some(&None)).find(titles);
            if let Some(heading) = open.and_then(|at| found.get_mut(at)) {
                *heading = Some(Heading::Title(2));
            }
        }
        // Cells that show the first column as a category without a heading.
        let unknown: Vec<usize> =
            found.iter().enumerate().filter(|(_, heading)| heading.is_none()).map(|(at, _)| at).collect();
        let chosen = |at: usize| hints.iter().rev().find(|hint| hint.column == at + 1);
        let title =
            (0..found.len()).find(|at| chosen(*at).is_some_and(|hint| hint.role == ColumnRole::Title));
        let mut roles = roles(&found, view, first, title);
        keep_dates(view, &mut roles, first, year);
        take_hints(hints, &mut roles);
        let columns: Vec<Column> =
            headings.into_iter().zip(roles).map(|(heading, role)| Column { heading, role }).collect();
        let bare_months =
            columns.iter().any(|column| column.role == Role::Time && squash(&column.heading).contains('月'));
        let mut layout = Layout { kind: Kind::Schedule, columns, above, first, headed, bare_months };
        layout.kind = layout.kind(view, title.is_some())?;
        let assumed: Vec<usize> = (0..layout.columns.len()).filter(|at| chosen(*at).is_none()).collect();
        layout.say(view, &assumed, &unknown, by_form, out);
        Some(layout)
    }

    /// Whether a row of a table says what its columns are.
    pub fn is_headed(view: &TableView<'_>) -> bool {
        header::find(view).is_some()
    }

    /// The same columns for a table without a header of its own.
    pub fn of_rest(&self) -> Layout {
        Layout { above: 0, first: 0, headed: true, ..self.clone() }
    }

    /// The columns with a role, in order.
    pub fn with(&self, role: &Role) -> impl Iterator<Item = usize> {
        let columns = self.columns.iter().enumerate();
        columns.filter(move |(_, column)| column.role == *role).map(|(at, _)| at)
    }

    /// The first column with a role.
    pub fn at(&self, role: &Role) -> Option<usize> {
        self.with(role).next()
    }

    /// Whether a column says who does it.
    pub fn names_units(&self) -> bool {
        self.columns.iter().any(|column| matches!(column.role, Role::Lead | Role::Joint | Role::Unit(_)))
    }

    /// Whether a column says who is the first to do it.
    pub fn names_leads(&self) -> bool {
        self.columns.iter().any(|column| matches!(column.role, Role::Lead | Role::Unit(_)))
    }

    /// Says what was made of columns of which nobody has said what they are. `by_form`: no word of the headings is known.
    fn say(
        &self,
        view: &TableView<'_>,
        assumed: &[usize],
        unknown: &[usize],
        by_form: bool,
        out: &mut Remarks,
    ) {
        if assumed.is_empty() {
            return;
        }
        if !self.headed {
            let read: Vec<&str> = self.columns.iter().map(|column| column.role.name()).collect();
            out.say(Cause::HeaderAssumed, &view.spot, "", &format!("各列依次按“{}”", read.join("、")));
            return;
        }
        let spot = view.row_spot(self.first.saturating_sub(1));
        for (at, column) in self.columns.iter().enumerate() {
            if column.heading.is_empty() || !assumed.contains(&at) {
                continue;
            }
            if unknown.contains(&at) && column.role == Role::Extra && self.kind != Kind::Activities {
                out.say(Cause::HeadingUnknown, &spot, &column.heading, "");
            } else if is_guess(column) || by_form && !matches!(column.role, Role::Serial | Role::Extra) {
                out.say(Cause::HeadingRead, &spot, &column.heading, &format!("按“{}”", column.role.name()));
            }
        }
    }
}

/// Without a heading, what is no time, number or unit beside a time is what is done.
fn name_rest(found: &mut [Option<Heading>]) {
    let has = |is: fn(&Heading) -> bool| found.iter().flatten().any(is);
    let named =
        has(|heading| matches!(heading, Heading::Title(_))) || !has(|heading| *heading == Heading::Time);
    if let Some(rest) = found.iter_mut().find(|heading| heading.is_none()).filter(|_| !named) {
        *rest = Some(Heading::Title(2));
    }
}

/// Whether a heading was believed by its cells, or is an unusual word for what it is.
fn is_guess(column: &Column) -> bool {
    match (&column.role, classify(&column.heading)) {
        (Role::Time | Role::Lead, None) => true,
        // 常委会议 may be a misprint or another meeting.
        (Role::Meeting(name), _) => {
            let plain = squash(name);
            plain.contains("常委") && !plain.contains("常委会") || plain == "常委会议"
        }
        _ => false,
    }
}

/// The heading of a column: that of its last row, under those that differ.
fn heading(view: &TableView<'_>, rows: std::ops::Range<usize>, column: usize) -> String {
    let mut whole: Vec<String> = Vec::new();
    for row in rows {
        let text = compact(&unwrap_lines(&view.text(row, column)));
        if !text.is_empty() && whole.last() != Some(&text) {
            whole.push(text);
        }
    }
    whole.join("／")
}

/// What the rows of the header say a column is; the lower ones say it better.
fn known(view: &TableView<'_>, rows: std::ops::Range<usize>, column: usize) -> Option<Heading> {
    let month = rows.clone().find_map(|row| header::numbered_month(view, row, column));
    if month.is_some() {
        return month;
    }
    let texts: Vec<String> =
        rows.map(|row| squash(&view.text(row, column))).filter(|text| !text.is_empty()).collect();
    let (last, above) = texts.split_last()?;
    let parent = above.last().map(String::as_str).unwrap_or_default();
    if !parent.is_empty() && parent != last {
        // 时间: 启动, 完成; 责任单位: 牵头, 配合, or the units themselves.
        let both = classify(&format!("{parent}{last}"));
        let own = classify(last);
        return match (&own, classify(parent)) {
            (Some(Heading::Title(_)) | None, Some(parent)) => both.or(Some(parent)),
            (None, None) => both,
            _ => own,
        };
    }
    classify(last)
}
