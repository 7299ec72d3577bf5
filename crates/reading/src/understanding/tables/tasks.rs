//! A cell of a month cut into its tasks.

use super::super::actions::begins_with_action;
use super::super::numbers::{list_entry, list_number, number};
use super::super::outline::{Level, label};
use super::super::text::{self, is_blank};

/// One task of a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Task {
    /// How many lines below the beginning of the cell it begins.
    pub below: u32,
    /// The number as printed; `None` for a task without one.
    pub serial: Option<u32>,
    pub title: String,
    /// As it stands, with number and punctuation.
    pub text: String,
}

/// The tasks of a cell.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tasks {
    pub list: Vec<Task>,
    /// Whether lines or sentences were taken for tasks that nothing numbers.
    pub guessed: bool,
}

/// Cuts a cell into tasks. `units` is how many entries the cell of units has.
pub fn split(cell: &str, units: usize) -> Tasks {
    split_with(cell, units, false)
}

/// Cuts what is due in a month into tasks; a report among them may be named without what is done: 听取甲报告；乙报告.
pub fn split_topics(text: &str) -> Tasks {
    split_with(text, 0, true)
}

fn split_with(cell: &str, units: usize, topics: bool) -> Tasks {
    let list = numbered(cell);
    if let [only] = list.as_slice()
        && only.serial.is_none()
        && let Some(list) = unnumbered(cell, units, topics)
    {
        return Tasks { list, guessed: true };
    }
    Tasks { list, guessed: false }
}

/// The only task of a cell.
pub fn whole(cell: &str) -> Tasks {
    Tasks { list: task(cell, 0).into_iter().collect(), guessed: false }
}

/// Some lists lack the ； between two tasks, so the number that is due begins a task wherever a
/// blank precedes it; any other number only after closing punctuation.
fn numbered(cell: &str) -> Vec<Task> {
    let mut starts: Vec<usize> = Vec::new();
    let mut due = 1;
    let mut closed = true;
    let mut previous = '\n';
    for (at, c) in cell.char_indices() {
        // Only after a blank or a mark can a number begin a task: `2.` in `12.` cannot.
        let apart = is_blank(previous) || matches!(previous, '；' | ';' | '。');
        let listed = matches!(previous, '，' | ',' | '、' | '）' | ')');
        // ①甲②乙: such a number stands in no word.
        let ringed = matches!(c, '①'..='⑳');
        if (apart || ringed || listed)
            && !is_blank(c)
            && let Some((value, _)) = cell.get(at..).and_then(any_number)
            && (value == due || (closed && apart))
        {
            starts.push(at);
            due = value.saturating_add(1);
        }
        if matches!(c, '；' | ';' | '。' | '\n') {
            closed = true;
        } else if !is_blank(c) {
            closed = false;
        }
        previous = c;
    }
    // Text before the first number, if any, is a task too.
    let lead = cell.get(..starts.first().copied().unwrap_or(cell.len())).unwrap_or_default();
    if !text::trim(lead).is_empty() {
        starts.insert(0, 0);
    }
    slices(cell, &starts)
}

/// A number of a list, also （一） as the first or the next of them.
fn any_number(text: &str) -> Option<(u32, &str)> {
    let sub = || label(text).filter(|label| label.level == Level::Sub).map(|label| (label.value, label.rest));
    list_number(text).or_else(sub)
}

/// Lines or sentences that are tasks each: they are as many as the units, or each begins with what
/// is done.
fn unnumbered(cell: &str, units: usize, topics: bool) -> Option<Vec<Task>> {
    let lines = cut(cell, |c| c == '\n');
    let closed = cut(cell, |c| matches!(c, '\n' | '；' | ';'));
    let sentences = cut(cell, |c| matches!(c, '\n' | '；' | ';' | '。'));
    // A line may be the rest of the one above.
    let reports = topics
        && !cell.contains('\n')
        && ["听取", "审议", "审查", "讨论"].iter().any(|verb| text::trim(cell).starts_with(verb));
    let tasks = |starts: &Vec<usize>| {
        let tasks = slices(cell, starts);
        // A line that begins with what is done is no rest of the one above; 实施情况 is.
        let from = usize::from(starts == &lines);
        let rest = |title: &str| title.chars().skip(2).collect::<String>().starts_with("情况");
        let each = tasks.iter().skip(from).all(|task| {
            let dated = || number(&task.title).is_some_and(|(_, rest)| rest.starts_with('月'));
            (begins_with_action(&task.title) && !rest(&task.title))
                || dated()
                || (reports && names_report(&task.title))
        });
        let whole = tasks.iter().all(|task| text::is_longer_than(&task.title, 1));
        (tasks.len() > 1 && whole && (each || tasks.len() == units)).then_some(tasks)
    };
    [&lines, &closed, &sentences].into_iter().find_map(tasks)
}

/// Whether a task is named by its report alone: 检察院关于某工作情况的报告（某委）.
fn names_report(title: &str) -> bool {
    let bare = text::without_brackets(title);
    ["报告", "汇报", "草案"].iter().any(|end| bare.ends_with(end)) && text::is_longer_than(&bare, 4)
}

/// Where pieces begin that these characters end, those in brackets and quotation marks left alone.
fn cut(cell: &str, ends: fn(char) -> bool) -> Vec<usize> {
    let mut starts = vec![0];
    let mut depth = 0_usize;
    for (at, c) in cell.char_indices() {
        match c {
            '（' | '(' | '“' | '《' => depth += 1,
            '）' | ')' | '”' | '》' => depth = depth.saturating_sub(1),
            _ => {}
        }
        if ends(c) && depth == 0 {
            starts.push(at + c.len_utf8());
        }
    }
    starts
}

fn slices(cell: &str, starts: &[usize]) -> Vec<Task> {
    let ends = starts.iter().skip(1).copied().chain([cell.len()]);
    let mut found = Vec::new();
    // How many ends of lines there are before the piece: counted on, not anew for each.
    let (mut counted, mut below) = (0, 0);
    for (start, end) in starts.iter().copied().zip(ends) {
        let Some(slice) = cell.get(start..end) else { continue };
        let blanks = slice.len() - slice.trim_start_matches(is_blank).len();
        below += cell.get(counted..start + blanks).unwrap_or_default().matches('\n').count();
        counted = start + blanks;
        found.extend(task(slice, below));
    }
    found
}

fn task(slice: &str, below: usize) -> Option<Task> {
    let text = text::trim(slice);
    let numbered =
        list_entry(text).or_else(|| any_number(text).map(|(value, rest)| (value, text::trim(rest))));
    let (serial, rest) = match numbered {
        Some((value, rest)) => (Some(value).filter(|value| *value > 0), rest),
        None => (None, text),
    };
    let title = text::unwrap_lines(text::trim_closing(rest));
    let below = u32::try_from(below).unwrap_or(0);
    (!title.is_empty()).then(|| Task { below, serial, title, text: text.to_owned() })
}
