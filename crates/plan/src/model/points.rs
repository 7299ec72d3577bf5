//! The document's body: numbered parts and their work points.

use serde::{Deserialize, Serialize};

/// A part of the document, 一、… to 五、….
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Section {
    /// Number, from 1.
    pub no: u8,
    /// Its number as printed, with its punctuation, where it is of another form than 一、; empty where none is printed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub printed: Option<String>,
    /// Heading without its number, as printed.
    pub title: String,
    /// Paragraphs under the heading that belong to no point, as printed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub text: Vec<String>,
    /// Headings between the section's and its points', in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub subsections: Vec<Subsection>,
    /// Its work points in order.
    pub points: Vec<WorkPoint>,
}

/// A heading within a section, （一）….
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Subsection {
    /// Its number as printed, e.g. `（一）`; empty if it has none.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub number: String,
    /// Heading without its number, as printed.
    pub title: String,
    /// Number of the first point under it.
    pub first: u16,
}

impl Section {
    /// Its points under their headings: first those under none, then each heading with its own.
    pub fn parts(&self) -> impl Iterator<Item = (Option<&Subsection>, &[WorkPoint])> {
        let start = |at: usize| match self.subsections.get(at) {
            Some(heading) => self.points.partition_point(|point| point.no < heading.first),
            None => self.points.len(),
        };
        let below = move |from: usize, to: usize| self.points.get(from..to).unwrap_or_default();
        let rest = self.subsections.iter().enumerate();
        let rest = rest.map(move |(at, heading)| (Some(heading), below(start(at), start(at + 1))));
        std::iter::once((None, below(0, start(0)))).chain(rest)
    }

    /// Its heading with its number, as printed; empty in a document without parts.
    pub fn heading(&self) -> String {
        match &self.printed {
            // 第一部分 and the title would run together.
            Some(number) if number.ends_with(char::is_alphanumeric) => format!("{number}　{}", self.title),
            Some(number) => format!("{number}{}", self.title),
            None if self.title.is_empty() => String::new(),
            None => format!("{}、{}", self.numeral(), self.title),
        }
    }

    /// Its number as documents write it: 一, 二, … 十一, … 二十, 二十一, ….
    pub fn numeral(&self) -> String {
        const DIGITS: [&str; 10] = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
        let digit = |no: u8| DIGITS.get(usize::from(no)).copied().unwrap_or_default();
        match self.no {
            0..10 => digit(self.no).into(),
            10..20 => format!("十{}", digit(self.no - 10)),
            20..100 => format!("{}十{}", digit(self.no / 10), digit(self.no % 10)),
            _ => self.no.to_string(),
        }
    }
}

impl WorkPoint {
    /// Its number as the document has it, with what parts it from the text: `4．` or `（一）`. A full stop behind digits is
    /// as wide as a character, whichever was printed, so that numbers that begin anew look like the others.
    pub fn label(&self) -> String {
        let digits =
            self.printed.strip_suffix('.').filter(|digits| digits.bytes().all(|byte| byte.is_ascii_digit()));
        match (self.printed.as_str(), digits) {
            ("", _) => format!("{}．", self.no),
            (_, Some(digits)) => format!("{digits}．"),
            (printed, None) => printed.to_owned(),
        }
    }

    /// What stands behind the heading.
    pub fn closing(&self) -> &'static str {
        if self.apart { "" } else { "。" }
    }
}

/// 要点: one numbered work point with its full text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct WorkPoint {
    /// Number as printed; runs on across sections.
    pub no: u16,
    /// The number as printed, with its punctuation, where it is another one or of another form: a document may count anew
    /// in every section, or write `（一）`.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub printed: String,
    /// The first sentence, which names the point, without its closing 。
    pub heading: String,
    /// The heading is a line of its own, or all that the point says, and no 。 stands behind it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub apart: bool,
    /// The text after the heading as printed, lines broken by a page joined again.
    pub text: String,
    /// Line of the source document on which the point starts, from 1.
    pub line: u32,
}
