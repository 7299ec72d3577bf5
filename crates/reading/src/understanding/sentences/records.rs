//! Lines that are no entries of their own: records of fields (时间：1月 above 内容：召开会议), and what is said of a list as a
//! whole.

use super::super::outline::label;
use super::super::source::Para;
use super::super::text::{is_longer_than, squash, trim};
use super::super::units::names::heads_a_list;
use super::fields::Fields;
use super::fillers::is_filler;
use super::heading::{meeting_of, time_of};

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
