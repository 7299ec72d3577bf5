//! What items are listed under: a column whose cells page breaks displace, or rows of their own.

use super::super::numbers;
use super::super::outline::{Level, label};
use super::super::remarks::{Cause, Remarks, Spot};
use super::super::text::{self, brackets, compact, squash};
use super::numbering::Group;
use yaodian_plan::Category;

/// The categories as they come to light, row by row, over all tables of a document.
#[derive(Default)]
pub struct Categories {
    found: Vec<Open>,
    /// Items of each, by position.
    counts: Vec<usize>,
    /// Where the open table begins.
    start: usize,
    /// Headings that have no row below them yet, the higher ones first.
    pending: Vec<Heading>,
    /// The heading above the rows whose cells name categories of their own.
    prefix: String,
}

struct Heading {
    level: Option<Level>,
    name: String,
    stated: Option<u16>,
    spot: Spot,
}

struct Open {
    name: Option<String>,
    stated: Option<u16>,
    spot: Spot,
}

impl Categories {
    /// Another table begins: its rows go on with no category of the one before.
    pub fn begin_table(&mut self) {
        self.start = self.found.len();
        self.pending.clear();
        self.prefix.clear();
    }

    /// Whether the table has a category so far.
    pub fn is_open(&self) -> bool {
        self.found.len() > self.start
    }

    /// The group of the row that has this category cell and this serial number.
    ///
    /// A name opens a category; so does a serial number that starts again at 1 without a name, and
    /// a name that comes later then belongs to that category.
    pub fn of_row(
        &mut self,
        cell: &str,
        serial: Option<u32>,
        in_order: bool,
        spot: &Spot,
        out: &mut Remarks,
    ) -> Group {
        let (mut name, stated) = name_and_count(cell);
        if !self.pending.is_empty() {
            self.prefix = self.pending_name();
            // What the cells of the rows name stands below the heading.
            if name.is_empty() {
                self.settle(out);
            }
            self.pending.clear();
        }
        if !self.prefix.is_empty() && !name.is_empty() && name != self.prefix {
            name = format!("{}／{name}", self.prefix);
        }
        let restarts = serial == Some(1);
        let Some(open) = self.found.get_mut(self.start..).and_then(<[Open]>::last_mut) else {
            return self.open((!name.is_empty()).then_some(name), stated, serial, in_order, spot, out);
        };
        if name.is_empty() {
            return if restarts && !in_order {
                self.open(None, None, serial, in_order, spot, out)
            } else {
                self.last()
            };
        }
        match &open.name {
            // Some tables repeat the name on every row or every page.
            Some(known) if *known == name => self.last(),
            None if !restarts => {
                out.say(Cause::CategoryNamedLate, spot, &name, "");
                (open.name, open.stated) = (Some(name), stated);
                self.last()
            }
            _ => self.open(Some(name), stated, serial, in_order, spot, out),
        }
    }

    /// A row that is a heading: its category opens with the first item below it.
    pub fn band(&mut self, words: &str, spot: &Spot) {
        let (name, stated) = name_and_count(words);
        let level = label(words).map(|label| label.level);
        // 一、监督工作 over （一）听取报告.
        self.pending.retain(|above| above.level.is_some() && above.level < level);
        self.pending.push(Heading { level, name, stated, spot: spot.clone() });
    }

    /// Opens the category of the heading above, if it has not been opened.
    pub fn settle(&mut self, out: &mut Remarks) {
        let Some(last) = self.pending.last() else { return };
        let name = self.pending_name();
        let (stated, spot) = (last.stated, last.spot.clone());
        self.pending.clear();
        let again = |open: &Open| open.name.as_ref() == Some(&name);
        if !self.found.get(self.start..).and_then(<[Open]>::last).is_some_and(again) {
            self.open(Some(name), stated, None, true, &spot, out);
        }
    }

    fn pending_name(&self) -> String {
        self.pending.iter().map(|heading| heading.name.as_str()).collect::<Vec<_>>().join("／")
    }

    /// Opens the category of a table that has none of its own.
    pub fn whole_table(&mut self, name: &str, spot: &Spot, out: &mut Remarks) -> Group {
        self.open(Some(name.to_owned()), None, None, true, spot, out)
    }

    /// Opens the category of a list: what stands above it, with the count that it states.
    pub fn list(&mut self, heading: &str, spot: &Spot, out: &mut Remarks) -> Group {
        let (name, stated) = name_and_count(heading);
        self.open(Some(name), stated, None, true, spot, out)
    }

    /// The category that was opened last.
    pub fn last(&self) -> Group {
        Group::Category(u8::try_from(self.found.len()).unwrap_or(u8::MAX))
    }

    /// Counts an item of the category that was opened last.
    pub fn count(&mut self) {
        if let Some(count) = self.counts.last_mut() {
            *count += 1;
        }
    }

    fn open(
        &mut self,
        name: Option<String>,
        stated: Option<u16>,
        serial: Option<u32>,
        in_order: bool,
        spot: &Spot,
        out: &mut Remarks,
    ) -> Group {
        if self.found.len() >= usize::from(u8::MAX) {
            out.say(Cause::TooMany, spot, name.as_deref().unwrap_or_default(), "");
            return self.last();
        }
        match (&name, serial) {
            // Where nothing came before, the missing name is all there is to say.
            (None, _) if self.is_open() => out.say(Cause::CategoryOpened, spot, "", ""),
            (Some(name), Some(serial)) if serial != 1 && !in_order => {
                out.say(Cause::CategoryStartsLate, spot, name, &format!("从 {serial} 开始"));
            }
            _ => {}
        }
        self.found.push(Open { name, stated, spot: spot.clone() });
        self.counts.push(0);
        self.last()
    }

    /// The categories for the plan, their counts compared with what they state.
    pub fn finish(self, out: &mut Remarks) -> Vec<Category> {
        let mut categories = Vec::new();
        for ((open, found), no) in self.found.into_iter().zip(self.counts).zip(1_u8..) {
            let name = open.name.unwrap_or_else(|| {
                let name = format!("第{no}类");
                out.say(Cause::CategoryUnnamed, &open.spot, "", &format!("暂称“{name}”"));
                name
            });
            if let Some(stated) = open.stated.filter(|stated| usize::from(*stated) != found) {
                out.say(Cause::Count, &open.spot, &name, &format!("标明 {stated} 项，实有 {found} 项"));
            }
            categories.push(Category { no, name, stated: open.stated });
        }
        categories
    }
}

/// `听取和审议/ 听取专项工作报告（16项）` is 听取和审议/听取专项工作报告 and 16; `一、执法检查（续）` is 执法检查.
pub fn name_and_count(cell: &str) -> (String, Option<u16>) {
    let unwrapped = text::unwrap_lines(cell);
    let words = label(&unwrapped)
        .filter(|label| !label.rest.is_empty())
        .map_or(unwrapped.as_str(), |label| label.rest);
    let mut name = compact(words);
    let mut stated = None;
    while let Some((range, inner)) = brackets(&name).pop() {
        let plain = squash(inner);
        let goes_on = matches!(plain.as_str(), "续" | "续表" | "续上" | "接上页" | "续前");
        let count = count(&plain);
        let rest = name.get(range.end..).unwrap_or_default();
        if !(goes_on || count.is_some()) || !rest.is_empty() || range.start == 0 {
            break;
        }
        name.truncate(range.start);
        // 常委会会议（4次） says how often it meets, and not how many items there are.
        let meets = plain.ends_with('次') && name.contains("会议");
        stated = stated.or(count.filter(|_| !meets));
    }
    let bare = name.trim_end_matches(['：', ':', '。', '、']).len();
    name.truncate(bare);
    (name, stated)
}

/// 3 of `3项`, `共3项`, `3`.
fn count(inner: &str) -> Option<u16> {
    let inner = inner.strip_prefix('共').or_else(|| inner.strip_prefix("计")).unwrap_or(inner);
    let (value, unit) = numbers::number(inner)?;
    let counts = matches!(unit, "项" | "个" | "件" | "次" | "" | "项任务" | "条" | "项工作");
    counts.then(|| u16::try_from(value).ok()).flatten()
}
