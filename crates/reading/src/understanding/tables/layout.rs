//! What each column of a table is.

use super::super::hints::{ColumnHint, ColumnRole};
use super::super::numbers::list_number;
use super::super::outline::label;
use super::super::remarks::{Cause, Remarks};
use super::super::source::TableView;
use super::super::text::{compact, squash, unwrap_lines};
use super::super::time;
use super::content;
use super::header;
use super::vocabulary::{Heading, classify};
use crate::document::Merged;
use yaodian_plan::Month;

/// What a column gives to an item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Role {
    Category,
    Serial,
    Title,
    Lead,
    Joint,
    /// The second time column of a table is put together with the first.
    Time,
    Meeting(String),
    MeetingName,
    Remark,
    Progress,
    /// Kept under its heading.
    Extra,
    Unit(String),
    Months(Month, Month),
    Ignored,
}

/// What the rows of a table become.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// An item a row.
    Schedule,
    /// The tasks of a month a row.
    Monthly,
    /// The tasks of a unit a row, those of a month a cell.
    Matrix,
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
        let header = header::find(view);
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
            found.push(match known {
                Some(known) => Some(known),
                None if text.is_empty() || !headed => by_content(),
                // A heading that is not understood is believed by its cells only where they are plain.
                None => by_content().filter(|guess| matches!(guess, Heading::Time | Heading::Lead)),
            });
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
        layout.say(view, &assumed, &unknown, out);
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

    fn kind(&self, view: &TableView<'_>, title_chosen: bool) -> Option<Kind> {
        let months = self.columns.iter().filter(|column| matches!(column.role, Role::Months(..))).count();
        let Some(title) = self.at(&Role::Title) else {
            return (months >= 3).then_some(Kind::Matrix);
        };
        let time = self.at(&Role::Time);
        let before = |role: &Role| self.at(role).filter(|at| time.is_some_and(|time| *at < time)).is_some();
        let others = [Role::Lead, Role::Time, Role::Serial, Role::MeetingName, Role::Category, Role::Remark];
        let company = others.iter().any(|role| self.at(role).is_some())
            || self
                .columns
                .iter()
                .any(|column| matches!(column.role, Role::Meeting(_) | Role::Unit(_) | Role::Months(..)));
        if !company && self.columns.len() > 1 && !title_chosen {
            return None;
        }
        let loose =
            !before(&Role::Serial) && !before(&Role::MeetingName) && self.at(&Role::Category).is_none();
        let first = time.is_some_and(|time| time < title);
        let lists =
            || time.is_some() && self.at(&Role::Serial).is_none() && lists_tasks(view, title, self.first);
        let monthly = loose && (lists() || (first && !self.has_headings(view)));
        Some(if monthly { Kind::Monthly } else { Kind::Schedule })
    }

    /// Whether rows of one wide cell stand between the others and are no months: then these are listed below headings.
    fn has_headings(&self, view: &TableView<'_>) -> bool {
        (self.first..view.rows()).any(|row| {
            let own = view.grid.row(row).iter().flatten().filter(|slot| slot.merged == Merged::Own);
            let mut own = own.filter(|slot| !slot.cell.is_empty());
            let first = own.next().filter(|slot| slot.cell.colspan > 2 && own.next().is_none());
            first.is_some_and(|slot| {
                let words = squash(&unwrap_lines(&slot.cell.shown()));
                label(&words).is_some_and(|label| time::month_heading(label.rest, 0).is_none())
            })
        })
    }

    /// Says what was made of columns of which nobody has said what they are.
    fn say(&self, view: &TableView<'_>, assumed: &[usize], unknown: &[usize], out: &mut Remarks) {
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
            if unknown.contains(&at) && column.role == Role::Extra {
                out.say(Cause::HeadingUnknown, &spot, &column.heading, "");
            } else if is_guess(column) {
                out.say(Cause::HeadingRead, &spot, &column.heading, &format!("按“{}”", column.role.name()));
            }
        }
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

impl Role {
    /// What it is called on the screen.
    pub fn name(&self) -> &str {
        match self {
            Role::Category => "类别",
            Role::Serial => "序号",
            Role::Title => "项目名称",
            Role::Lead => "承办部门",
            Role::Joint => "配合部门",
            Role::Time => "时间",
            Role::Meeting(name) => name,
            Role::MeetingName => "提交会议",
            Role::Remark => "备注",
            Role::Progress => "进展",
            Role::Extra => "其他",
            Role::Unit(name) => name,
            Role::Months(..) => "月份",
            Role::Ignored => "不读",
        }
    }

    /// As hints name it.
    pub fn hint(&self) -> ColumnRole {
        match self {
            Role::Category => ColumnRole::Category,
            Role::Serial => ColumnRole::Serial,
            Role::Title => ColumnRole::Title,
            Role::Lead => ColumnRole::Lead,
            Role::Joint => ColumnRole::Joint,
            Role::Time => ColumnRole::Time,
            Role::Meeting(_) => ColumnRole::Meeting,
            Role::MeetingName => ColumnRole::MeetingName,
            Role::Remark => ColumnRole::Remark,
            Role::Ignored => ColumnRole::Ignored,
            Role::Progress | Role::Extra | Role::Unit(_) | Role::Months(..) => ColumnRole::Other,
        }
    }
}

/// Puts what somebody has said of columns in the place of what they were taken for. What only one column can be, no
/// other one is then.
fn take_hints(hints: &[&ColumnHint], roles: &mut [Role]) {
    for hint in hints {
        let role = role_of_hint(hint);
        let instead = match role {
            Role::Title | Role::Category | Role::Serial | Role::MeetingName | Role::Remark => {
                Some(Role::Extra)
            }
            Role::Lead => Some(Role::Joint),
            _ => None,
        };
        for (at, known) in roles.iter_mut().enumerate() {
            let is_chosen = hints.iter().any(|other| other.column == at + 1);
            if let Some(instead) = instead.as_ref().filter(|_| !is_chosen && *known == role) {
                *known = instead.clone();
            }
        }
        if let Some(known) = hint.column.checked_sub(1).and_then(|at| roles.get_mut(at)) {
            *known = role;
        }
    }
}

fn role_of_hint(hint: &ColumnHint) -> Role {
    match hint.role {
        ColumnRole::Category => Role::Category,
        ColumnRole::Serial => Role::Serial,
        ColumnRole::Title => Role::Title,
        ColumnRole::Lead => Role::Lead,
        ColumnRole::Joint => Role::Joint,
        ColumnRole::Time => Role::Time,
        ColumnRole::Meeting => Role::Meeting(hint.meeting.clone().unwrap_or_else(|| "常委会会议".to_owned())),
        ColumnRole::MeetingName => Role::MeetingName,
        ColumnRole::Remark => Role::Remark,
        ColumnRole::Other => Role::Extra,
        ColumnRole::Ignored => Role::Ignored,
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

/// What the columns are, each knowing of the others; `title` is the one with the titles, where somebody has said so.
fn roles(found: &[Option<Heading>], view: &TableView<'_>, first: usize, title: Option<usize>) -> Vec<Role> {
    let has = |wanted: fn(&Heading) -> bool| found.iter().flatten().any(wanted);
    let lead = has(|heading| matches!(heading, Heading::Lead));
    let leads = found.iter().flatten().filter(|heading| matches!(heading, Heading::Lead)).count();
    let category = has(|heading| matches!(heading, Heading::Category));
    let title = title.or_else(|| best_title(found, view, first));
    let mut seen_lead = false;
    let mut roles: Vec<Role> = Vec::new();
    for (at, heading) in found.iter().enumerate() {
        let before_title = title.is_none_or(|title| at < title);
        roles.push(match heading {
            None => Role::Extra,
            Some(heading) => match heading {
                Heading::Category if !roles.contains(&Role::Category) => Role::Category,
                Heading::Serial if !roles.contains(&Role::Serial) => Role::Serial,
                Heading::Title(_) if Some(at) == title => Role::Title,
                // What several rows share before the title is their category.
                Heading::Title(_)
                    if before_title
                        && !category
                        && !roles.contains(&Role::Category)
                        && (shares(view, at, first) || covers_others(found, view, at, first)) =>
                {
                    Role::Category
                }
                Heading::Form if before_title && !category && !roles.contains(&Role::Category) => {
                    Role::Category
                }
                Heading::Lead if !std::mem::replace(&mut seen_lead, true) => Role::Lead,
                // 牵头单位 and 责任单位: the second takes part.
                Heading::Lead if leads > 1 => Role::Joint,
                Heading::Joint => Role::Joint,
                Heading::Person if !lead && content_is_units(view, at, first) => Role::Lead,
                Heading::Time | Heading::Start => Role::Time,
                Heading::Meeting(name) => Role::Meeting(name.clone()),
                Heading::MeetingName => Role::MeetingName,
                Heading::Remark if !roles.contains(&Role::Remark) => Role::Remark,
                Heading::Progress => Role::Progress,
                Heading::Unit(name) => Role::Unit(name.clone()),
                Heading::Months(first, last) => Role::Months(*first, *last),
                _ => Role::Extra,
            },
        });
    }
    swap_leads(found, view, &mut roles, first);
    roles
}

/// The column that names what is to be done: of several the one with the better name, unless rows
/// share its cells and another one tells them apart.
fn best_title(found: &[Option<Heading>], view: &TableView<'_>, first: usize) -> Option<usize> {
    let mut best: Option<(bool, u8, usize)> = None;
    for (at, heading) in found.iter().enumerate() {
        let Some(Heading::Title(rank)) = heading else { continue };
        let shared = shares(view, at, first) || covers_others(found, view, at, first);
        let key = (shared, *rank, at);
        if best.is_none_or(|known| key < known) {
            best = Some(key);
        }
    }
    best.map(|(.., at)| at)
}

/// Whether a cell of a column is merged over rows that another column of titles tells apart.
fn covers_others(found: &[Option<Heading>], view: &TableView<'_>, column: usize, first: usize) -> bool {
    let others: Vec<usize> = found
        .iter()
        .enumerate()
        .filter(|(at, heading)| *at != column && matches!(heading, Some(Heading::Title(_))))
        .map(|(at, _)| at)
        .collect();
    (first..view.rows().min(first + 200)).any(|row| {
        let below = |at: usize| view.slot(row, at).filter(|slot| !slot.cell.is_empty());
        below(column).is_some_and(|slot| slot.merged == Merged::Down)
            && others.iter().any(|at| below(*at).is_some_and(|slot| slot.merged == Merged::Own))
    })
}

/// Whether rows share the cells of a column: merged ones, or most of them empty or repeated.
fn shares(view: &TableView<'_>, column: usize, first: usize) -> bool {
    let rows = first..view.rows().min(first + 200);
    let (mut own, mut shared) = (0_usize, 0_usize);
    let mut last = String::new();
    for row in rows {
        // A row that is one cell is a heading and says nothing about the column.
        if view.slot(row, column).is_some_and(|slot| slot.cell.colspan > 1) {
            continue;
        }
        let merged = view.slot(row, column).is_some_and(|slot| slot.row != row);
        let text = squash(&view.text(row, column));
        if merged || text.is_empty() || text == last {
            shared += 1;
        } else {
            own += 1;
            last = text;
        }
    }
    shared * 3 > own + shared
}

/// Whether cells of a column hold several numbered tasks.
fn lists_tasks(view: &TableView<'_>, column: usize, first: usize) -> bool {
    (first..view.rows().min(first + 60)).any(|row| {
        let text = view.text(row, column);
        let begins = list_number(text.trim_start()).is_some_and(|(no, _)| no == 1);
        begins
            && text
                .match_indices(['2', '２', '②'])
                .any(|(at, _)| text.get(at..).and_then(list_number).is_some_and(|(no, _)| no == 2))
    })
}

fn content_is_units(view: &TableView<'_>, column: usize, first: usize) -> bool {
    content::guess(view, column, first, 0) == Some(Heading::Lead)
}

/// Of several time columns only those count whose cells say months: 第一周 is kept beside its dates.
fn keep_dates(view: &TableView<'_>, roles: &mut [Role], first: usize, year: i32) {
    let times: Vec<usize> = (0..roles.len()).filter(|at| roles.get(*at) == Some(&Role::Time)).collect();
    let dated = |at: &usize| content::guess(view, *at, first, year) == Some(Heading::Time);
    if times.len() > 1 && times.iter().any(dated) {
        for at in times.iter().filter(|at| !dated(at)) {
            if let Some(role) = roles.get_mut(*at) {
                *role = Role::Extra;
            }
        }
    }
}

/// Where 责任单位 stands before 牵头单位, the latter leads.
fn swap_leads(found: &[Option<Heading>], view: &TableView<'_>, roles: &mut [Role], first: usize) {
    let heading = |at: usize| (0..first).map(|row| squash(&view.text(row, at))).collect::<String>();
    let leads: Vec<usize> = found
        .iter()
        .enumerate()
        .filter(|(_, heading)| matches!(heading, Some(Heading::Lead)))
        .map(|(at, _)| at)
        .collect();
    let named = leads
        .iter()
        .copied()
        .find(|at| ["牵头", "主办", "主责"].iter().any(|word| heading(*at).contains(word)));
    if let Some(named) = named.filter(|_| leads.len() > 1) {
        for at in leads {
            if let Some(role) = roles.get_mut(at) {
                *role = if at == named { Role::Lead } else { Role::Joint };
            }
        }
    }
}
