//! Lines that are no entries of their own: fields of records, and what is said of a list as a whole.

use super::super::outline::label;
use super::super::source::Para;
use super::super::text::trim;
use super::fields::Fields;

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
pub(super) fn record_field(paras: &[&Para]) -> Option<String> {
    let named = |para: &&&Para| label(&para.text).is_none() && Fields::default().take(&para.text);
    let mut fields = paras.iter().filter(named);
    let first = field_name(&fields.next()?.text)?;
    let (mut records, mut titles) = (1, 0);
    for para in paras.iter().filter(named) {
        let mut said = Fields::default();
        said.take(&para.text);
        titles += usize::from(said.title.is_some());
        records += usize::from(field_name(&para.text) == Some(first));
    }
    (records > 2 && titles + 1 >= records && titles > 1).then(|| first.to_owned())
}

pub(super) fn field_name(line: &str) -> Option<&str> {
    line.split_once(['：', ':']).map(|(name, _)| trim(name))
}
