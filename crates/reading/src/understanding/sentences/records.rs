//! Lines that are no entries of their own: records of fields (时间：1月 above 内容：召开会议), headings without any mark, and
//! what is said of a list as a whole.

use std::collections::HashSet;

use super::super::outline::label;
use super::super::source::Para;
use super::super::text::{is_longer_than, squash, trim};
use super::super::units::names::heads_a_list;
use super::fields::Fields;
use super::fillers::is_filler;
use super::heading::time_of;
use super::listed::heading_and_tasks;
use super::meeting_heading::meeting_of;

/// What begins a line about a list as a whole.
const CLOSING: [&str; 10] =
    ["以上", "上述", "注：", "注:", "备注", "请各", "请有关", "请相关", "望各", "特此"];

/// Whether a line is about a list as a whole: 以上项目可作适当调整.
pub(super) fn is_closing(line: &str) -> bool {
    let plain = trim(line);
    label(plain).is_none()
        && CLOSING.iter().any(|word| plain.starts_with(word))
        && !plain.ends_with(['：', ':'])
}

/// The name of the field that begins each record, where paragraphs are records of fields and nothing else.
pub(super) fn record_field(paras: &[&Para], year: i32) -> Option<String> {
    let is_field = |para: &Para| label(&para.text).is_none() && Fields::default().take(&para.text);
    let mut fields = paras.iter().filter(|para| is_field(para));
    let first = field_name(&fields.next()?.text)?;
    let (mut records, mut titles, mut headed) = (1, 0, 0);
    let mut above: Option<&Para> = None;
    for para in paras {
        if is_field(para) {
            let mut said = Fields::default();
            said.take(&para.text);
            titles += usize::from(said.title.is_some());
            let begins = field_name(&para.text) == Some(first);
            records += usize::from(begins);
            headed += usize::from(begins && above.is_some_and(|above| names_matter(&above.text, year)));
        }
        above = Some(para);
    }
    // Each below a numbered line that names the matter itself says more about that: 调研内容 below 1.关于某事的调研.
    let apart = headed + 1 < records;
    (records > 2 && titles + 1 >= records && titles > 1 && apart).then(|| first.to_owned())
}

/// Whether a numbered line names something that is to be done, and no time, meeting, unit or kind of task.
fn names_matter(line: &str, year: i32) -> bool {
    let Some(label) = label(line) else { return false };
    let words = squash(label.rest);
    is_longer_than(&words, 6)
        && !is_filler(&words.replace("专项", ""))
        && time_of(&words, year).is_none()
        && meeting_of(&words).is_none()
        && !heads_a_list(&words)
        && !Fields::default().take(&words)
}

/// The name of the field that a line begins with.
pub(super) fn field_name(line: &str) -> Option<&str> {
    line.split_once(['：', ':']).map(|(name, _)| trim(name))
}

/// Short lines without any mark between numbered entries that end with one: 增强监督实效 above 2. and 3. A line alone may
/// as well be the rest of the entry above it, but where the numbers begin again below it: 日常工作 above a second 1.
pub(super) fn bare_headings(paras: &[&Para], year: i32) -> HashSet<usize> {
    let is_bare = |text: &str| {
        let plain = squash(text);
        let words = plain.chars().all(char::is_alphanumeric);
        words && (4..=16).contains(&plain.chars().count()) && label(text).is_none()
    };
    let ends = |text: &str| text.trim_end().ends_with(['。', '；', '）', ')', '】', ']']);
    let begins_again = |text: &str| label(text).is_some_and(|label| label.value == 1);
    let found = paras.windows(3).zip(1..).filter(|(window, _)| {
        let [above, line, below] = window else { return false };
        // 视察调研 above 五月：视察某工作.
        let lists = || label(&below.text).is_some() || heading_and_tasks(&below.text, year).is_some();
        ends(&above.text) && is_bare(&line.text) && lists()
    });
    let found: HashSet<usize> = found.map(|(_, at)| at).collect();
    let alone = |at: &&usize| paras.get(**at + 1).is_some_and(|below| begins_again(&below.text));
    // The first one stands below the title.
    let first = paras.first().zip(paras.get(1));
    let begins = first.is_some_and(|(line, below)| is_bare(&line.text) && label(&below.text).is_some());
    match found.len() + usize::from(begins) {
        2.. => found.into_iter().chain(begins.then_some(0)).collect(),
        _ => found.iter().filter(alone).copied().collect(),
    }
}
