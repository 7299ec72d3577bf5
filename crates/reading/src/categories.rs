//! Annex 1's first column, whose cells page breaks displace.

use super::diagnostic::{Diagnostic, Problem};
use super::numbering::Group;
use super::text;
use yaodian_plan::Category;

/// The categories as they come to light, row by row.
#[derive(Default)]
pub(super) struct Categories {
    found: Vec<Open>,
}

struct Open {
    no: u8,
    name: Option<String>,
    stated: Option<u16>,
    line: u32,
}

impl Categories {
    /// The group of the row that has this category cell and this serial number.
    ///
    /// A name opens a category; so does a serial number that starts again at 1 without a name, and
    /// a name that comes later then belongs to that category.
    pub(super) fn of_row(
        &mut self,
        cell: &str,
        serial: Option<u32>,
        line: u32,
        out: &mut Vec<Diagnostic>,
    ) -> Group {
        let (name, stated) = name_and_count(cell);
        let Some(open) = self.found.last_mut() else {
            return self.open((!name.is_empty()).then_some(name), stated, serial, line, out);
        };
        let group = Group::Category(open.no);
        let restarts = serial == Some(1);
        if name.is_empty() {
            return if restarts { self.open(None, None, serial, line, out) } else { group };
        }
        match &open.name {
            // Some tables repeat the name on every row or every page.
            Some(known) if *known == name => group,
            None if !restarts => {
                let (no, serial) = (open.no, serial.unwrap_or(0));
                out.push(Problem::CategoryNamedLate { no, name: name.clone(), serial }.at(line));
                (open.name, open.stated) = (Some(name), stated);
                group
            }
            _ => self.open(Some(name), stated, serial, line, out),
        }
    }

    fn open(
        &mut self,
        name: Option<String>,
        stated: Option<u16>,
        serial: Option<u32>,
        line: u32,
        out: &mut Vec<Diagnostic>,
    ) -> Group {
        let last = self.found.last().map_or(0, |open| open.no);
        let Some(no) = last.checked_add(1) else {
            out.push(Problem::TooMany.at(line));
            return Group::Category(last);
        };
        match (&name, serial) {
            // Where nothing came before, the missing name is all there is to say.
            (None, _) if no > 1 => out.push(Problem::CategoryOpened { no }.at(line)),
            (Some(name), Some(serial)) if serial != 1 => {
                out.push(Problem::CategoryStartsLate { name: name.clone(), serial }.at(line));
            }
            _ => {}
        }
        self.found.push(Open { no, name, stated, line });
        Group::Category(no)
    }

    /// The categories for the plan, their counts compared with `count`.
    pub(super) fn finish(self, count: impl Fn(u8) -> usize, out: &mut Vec<Diagnostic>) -> Vec<Category> {
        let mut categories = Vec::new();
        for Open { no, name, stated, line } in self.found {
            let name = name.unwrap_or_else(|| {
                let name = format!("第{no}类");
                out.push(Problem::CategoryUnnamed { no, name: name.clone() }.at(line));
                name
            });
            let found = count(no);
            if let Some(stated) = stated.filter(|stated| usize::from(*stated) != found) {
                out.push(Problem::Count { category: name.clone(), stated, found }.at(line));
            }
            categories.push(Category { no, name, stated });
        }
        categories
    }
}

/// `听取和审议/ 听取专项工作报告（16项）` is 听取和审议/听取专项工作报告 and 16.
fn name_and_count(cell: &str) -> (String, Option<u16>) {
    let name = text::compact(cell);
    let cut = name.char_indices().rev().find(|(_, c)| matches!(c, '(' | '（'));
    let counted = cut.and_then(|(at, _)| {
        let (name, bracket) = name.split_at_checked(at)?;
        let count = text::bracketed(bracket).first().and_then(|inner| text::number(inner))?;
        let stated = matches!(count.1, "项" | "个" | "件" | "次" | "");
        stated.then(|| Some((name.to_owned(), u16::try_from(count.0).ok()?))).flatten()
    });
    match counted {
        Some((name, count)) => (name, Some(count)),
        None => (name, None),
    }
}
