//! What the rows of a table become.

use super::super::super::meetings::session;
use super::super::super::numbers::list_number;
use super::super::super::outline::label;
use super::super::super::source::TableView;
use super::super::super::text::{has_any, is_longer_than, squash, unwrap_lines};
use super::super::super::time;
use super::super::content;
use super::super::marks::{Tick, tick};
use super::super::vocabulary::{Heading, classify};
use super::{Column, Kind, Layout, Role};

impl Layout {
    pub(super) fn kind(&self, view: &TableView<'_>, title_chosen: bool) -> Option<Kind> {
        let months = self.columns.iter().filter(|column| matches!(column.role, Role::Months(..))).count();
        if months < 3 && self.lists_activities(view) {
            return Some(Kind::Activities);
        }
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
        if !company && self.columns.len() > 1 && !title_chosen && !self.has_months(view) {
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

    /// Whether the columns behind a month are meetings and activities, and their cells say what is done there.
    fn lists_activities(&self, view: &TableView<'_>) -> bool {
        let others = [Role::Joint, Role::Serial, Role::MeetingName, Role::Progress];
        if self.at(&Role::Time) != Some(0) || others.iter().any(|role| self.at(role).is_some()) {
            return false;
        }
        let cells = |at: usize| -> Vec<String> {
            (self.first..view.rows())
                .map(|row| view.text(row, at))
                .filter(|text| tick(text) != Tick::No)
                .collect()
        };
        let says = |at: usize| {
            let cells = cells(at);
            let tasks = cells.iter().filter(|text| {
                is_longer_than(&squash(text), 3)
                    && !content::is_time(text, 0)
                    && session(&squash(text)).is_none()
            });
            !cells.is_empty() && tasks.count() * 2 > cells.len()
        };
        let of = |is: fn(&Column) -> bool| -> Vec<usize> {
            let columns = self.columns.iter().enumerate().filter(|(_, column)| is(column));
            columns.map(|(at, _)| at).filter(|at| says(*at)).collect()
        };
        // What an activity is called, or how it is done, stands beside it and is no other one.
        let aspects =
            ["内容", "要求", "措施", "目标", "名称", "目的", "形式", "地点", "对象", "备注", "步骤"];
        let kinds =
            of(|column| matches!(column.role, Role::Title | Role::Category | Role::Extra | Role::Meeting(_)));
        let is_aspect = |at: &usize| {
            self.columns.get(*at).is_some_and(|column| {
                column.heading.is_empty()
                    || has_any(&column.heading, &aspects)
                    || classify(&column.heading).is_some_and(|heading| heading == Heading::Kept)
            })
        };
        let meetings = of(|column| matches!(column.role, Role::Meeting(_)));
        !meetings.is_empty() || (kinds.len() > 2 && !kinds.iter().any(is_aspect))
    }

    /// Whether rows of one wide cell are months above the rows below them.
    fn has_months(&self, view: &TableView<'_>) -> bool {
        let is_month = |words: &str| time::month_heading(words, 0).is_some();
        wide_rows(view, self.first, 2).any(|words| is_month(&words))
    }

    /// Whether rows of one wide cell stand between the others and are no months: then these are listed below headings.
    fn has_headings(&self, view: &TableView<'_>) -> bool {
        let is_heading =
            |words: &str| label(words).is_some_and(|label| time::month_heading(label.rest, 0).is_none());
        wide_rows(view, self.first, 3).any(|words| is_heading(&words))
    }
}

/// The words of rows that are one cell over at least so many columns.
fn wide_rows(view: &TableView<'_>, first: usize, columns: usize) -> impl Iterator<Item = String> {
    let only = (first..view.rows()).filter_map(|row| view.grid.only(row));
    only.filter(move |slot| slot.cell.colspan >= columns)
        .map(|slot| squash(&unwrap_lines(&slot.cell.shown())))
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
