//! A numbered point: its number, its heading, its text.

use super::super::text;

/// Whether a number is printed as the app writes one by itself: `4．`, also in characters of another width.
pub(super) fn is_plain_number(printed: &str) -> bool {
    let digits = printed.trim_end_matches(['.', '．']);
    digits.len() < printed.len() && digits.chars().all(|char| matches!(char, '0'..='9' | '０'..='９'))
}

/// A point with its name parted from its text.
pub(super) struct Named {
    pub(super) heading: String,
    /// Whether no 。 stands behind the heading.
    pub(super) apart: bool,
    pub(super) text: String,
}

/// Cuts after the first sentence or, if a longer or shorter heading is set in bold, after that.
pub(super) fn name(raw: &str) -> Named {
    let bold = raw.strip_prefix("**").unwrap_or(raw);
    let whole = bold.replace("**", "");
    let cut = match bold.split_once("**") {
        Some((heading, rest)) if !heading.trim_end_matches('。').contains('。') && !heading.is_empty() => {
            Some((heading.to_owned(), rest.replace("**", "")))
        }
        _ => {
            let line = whole.split_once('\n').filter(|(line, _)| !line.trim_end_matches('。').contains('。'));
            line.map(|(heading, rest)| (heading.to_owned(), rest.to_owned())).or_else(|| {
                whole.split_once('。').map(|(heading, rest)| (format!("{heading}。"), rest.to_owned()))
            })
        }
    };
    let (heading, rest) = cut.unwrap_or((whole, String::new()));
    let (heading, rest) = (text::trim(&heading), text::trim(&rest));
    let inside = heading.strip_suffix('。').map(|heading| (heading, rest));
    let behind = || rest.strip_prefix('。').map(|rest| (heading, rest));
    let closed = inside.or_else(behind);
    let (heading, text) = closed.unwrap_or((heading, rest));
    Named { heading: heading.to_owned(), apart: closed.is_none(), text: text.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_heading_ends_where_the_document_ends_it() {
        for (raw, heading, apart, text) in [
            ("加强学习。组织学习。", "加强学习", false, "组织学习。"),
            ("加强学习\n组织学习。", "加强学习", true, "组织学习。"),
            ("加强学习。\n组织学习。", "加强学习", false, "组织学习。"),
            ("加强学习。", "加强学习", false, ""),
            ("加强学习", "加强学习", true, ""),
            ("听取报告；", "听取报告；", true, ""),
            ("抓什么？\n抓落实。", "抓什么？", true, "抓落实。"),
            ("**加强学习。**组织学习。", "加强学习", false, "组织学习。"),
            ("**加强学习**。组织学习。", "加强学习", false, "组织学习。"),
            ("**加强学习**组织学习。", "加强学习", true, "组织学习。"),
        ] {
            let named = name(raw);
            assert_eq!((&*named.heading, named.apart, &*named.text), (heading, apart, text), "{raw}");
        }
    }
}
