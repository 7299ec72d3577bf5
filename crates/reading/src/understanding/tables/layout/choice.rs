//! The choice of a role for each column: they know of each other.

use super::super::super::numbers::list_number;
use super::super::super::source::TableView;
use super::super::super::text::squash;
use super::super::content;
use super::super::vocabulary::{Heading, is_contact};
use super::role::Role;
use crate::document::Merged;

/// What the columns are, each knowing of the others; `title` is the one with the titles, where somebody has said so.
pub fn roles(
    found: &[Option<Heading>],
    view: &TableView<'_>,
    first: usize,
    title: Option<usize>,
) -> Vec<Role> {
    let has = |wanted: fn(&Heading) -> bool| found.iter().flatten().any(wanted);
    let lead = has(|heading| matches!(heading, Heading::Lead));
    let leads = found.iter().flatten().filter(|heading| matches!(heading, Heading::Lead)).count();
    let category = has(|heading| matches!(heading, Heading::Category));
    let title = title.or_else(|| best_title(found, view, first));
    let by_lines = title.is_some_and(|title| lists_by_lines(found, view, title, first));
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
                // Numbers below a heading that covers them and what they number.
                Heading::Title(_) if is_numbers(view, at, first) && !roles.contains(&Role::Serial) => {
                    Role::Serial
                }
                // What several rows share before the title is their category.
                Heading::Title(_)
                    if before_title
                        && !category
                        && !roles.contains(&Role::Category)
                        && (by_lines || is_shared(found, view, at, first)) =>
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
                Heading::Kept if !lead && !roles.contains(&Role::Lead) && is_contact_of(view, at, first) => {
                    Role::Lead
                }
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
    let mut best: Option<(bool, bool, u8, usize)> = None;
    for (at, heading) in found.iter().enumerate() {
        let Some(Heading::Title(rank)) = heading else { continue };
        if is_numbers(view, at, first) {
            continue;
        }
        let shared = is_shared(found, view, at, first);
        let key = (!lists_by_lines(found, view, at, first), shared, *rank, at);
        if best.is_none_or(|known| key < known) {
            best = Some(key);
        }
    }
    best.map(|(.., at)| at)
}

/// Whether cells of a column number several tasks of which another column says line by line when.
fn lists_by_lines(found: &[Option<Heading>], view: &TableView<'_>, column: usize, first: usize) -> bool {
    let times: Vec<usize> =
        (0..found.len()).filter(|at| matches!(found.get(*at), Some(Some(Heading::Time)))).collect();
    (first..view.rows().min(first + 60)).any(|row| {
        let said = |at: &usize| view.text(row, *at).lines().filter(|line| !line.trim().is_empty()).count();
        let counts: Vec<usize> = times.iter().map(said).filter(|count| *count > 1).collect();
        let lines = || {
            let text = view.text(row, column);
            text.lines().filter(|line| list_number(line.trim_start()).is_some()).count()
        };
        !counts.is_empty() && counts.contains(&lines())
    })
}

fn is_numbers(view: &TableView<'_>, column: usize, first: usize) -> bool {
    content::guess(view, column, first, 0) == Some(Heading::Serial)
}

/// Whether rows share the cells of a column that another column of titles tells apart.
fn is_shared(found: &[Option<Heading>], view: &TableView<'_>, column: usize, first: usize) -> bool {
    shares(view, column, first)
        || covers_others(found, view, column, first)
        || leaves_blank(found, view, column, first)
}

/// Whether a cell of a column is empty in a row that says in another column of titles what is to be done, and when or who.
fn leaves_blank(found: &[Option<Heading>], view: &TableView<'_>, column: usize, first: usize) -> bool {
    let filled = |row: usize, is: &dyn Fn(&Heading) -> bool| {
        found.iter().enumerate().any(|(at, heading)| {
            let own =
                view.slot(row, at).is_some_and(|slot| slot.merged == Merged::Own && !slot.cell.is_empty());
            at != column && own && heading.as_ref().is_some_and(is)
        })
    };
    let who_when = |heading: &Heading| matches!(heading, Heading::Time | Heading::Lead);
    (first + 1..view.rows().min(first + 200)).any(|row| {
        view.slot(row, column).is_some_and(|slot| slot.merged == Merged::Own && slot.cell.is_empty())
            && filled(row, &|heading| matches!(heading, Heading::Title(_)))
            && filled(row, &who_when)
    })
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

fn is_contact_of(view: &TableView<'_>, column: usize, first: usize) -> bool {
    let heading = first.checked_sub(1).map(|row| view.text(row, column)).unwrap_or_default();
    is_contact(&heading) && content_is_units(view, column, first)
}

fn content_is_units(view: &TableView<'_>, column: usize, first: usize) -> bool {
    content::guess(view, column, first, 0) == Some(Heading::Lead)
}

/// Of several time columns only those count whose cells say months: 第一周 is kept beside its dates.
pub fn keep_dates(view: &TableView<'_>, roles: &mut [Role], first: usize, year: i32) {
    let times: Vec<usize> = (0..roles.len()).filter(|at| roles.get(*at) == Some(&Role::Time)).collect();
    let dated = |at: &usize| content::guess(view, *at, first, year) == Some(Heading::Time);
    let ever =
        |at: &usize| (first..view.rows()).any(|row| content::is_time(&squash(&view.text(row, *at)), year));
    if times.len() > 1 && times.iter().any(dated) {
        for at in times.iter().filter(|at| !ever(at)) {
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
