//! Items: what has to be done, from either annex.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use super::{MeetingKind, Month, Period, Responsibility, SessionNumber};

/// Where an item stands in the document, which is also its identity.
///
/// Written `s2-16` (annex 1, category 2, serial number 16) or `m7-5` (annex 2, July, task 5),
/// so that an id in a link or in a file can be read, and survives a new import of the same text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(with = "String"))]
#[serde(try_from = "String", into = "String")]
pub enum ItemId {
    /// A row of annex 1, 安排表.
    Schedule {
        /// The category's number in the document, from 1.
        category: u8,
        /// Serial number within the category.
        no: u16,
    },
    /// A numbered task of annex 2, 月度任务.
    Monthly {
        /// The month whose row holds the task.
        month: Month,
        /// Number within the month.
        no: u16,
    },
}

impl ItemId {
    /// Its number within its category or month.
    pub fn no(self) -> u16 {
        match self {
            ItemId::Schedule { no, .. } | ItemId::Monthly { no, .. } => no,
        }
    }

    /// Whether this is a row of annex 1.
    pub fn is_schedule(self) -> bool {
        matches!(self, ItemId::Schedule { .. })
    }
}

impl fmt::Display for ItemId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ItemId::Schedule { category, no } => write!(f, "s{category}-{no}"),
            ItemId::Monthly { month, no } => write!(f, "m{month}-{no}"),
        }
    }
}

impl FromStr for ItemId {
    type Err = String;

    fn from_str(text: &str) -> Result<ItemId, String> {
        let bad = || format!("“{text}” is not an item id such as s2-16 or m7-5");
        let number = |text: &str| match text.as_bytes() {
            [b'1'..=b'9', rest @ ..] if rest.iter().all(u8::is_ascii_digit) => text.parse::<u16>().ok(),
            _ => None,
        };
        let (kind, rest) = text.split_at_checked(1).ok_or_else(bad)?;
        let (group, no) = rest.split_once('-').ok_or_else(bad)?;
        let group = number(group).and_then(|n| u8::try_from(n).ok()).ok_or_else(bad)?;
        let no = number(no).ok_or_else(bad)?;
        match kind {
            "s" => Ok(ItemId::Schedule { category: group, no }),
            "m" => Ok(ItemId::Monthly { month: Month::new(group).ok_or_else(bad)?, no }),
            _ => Err(bad()),
        }
    }
}

impl TryFrom<String> for ItemId {
    type Error = String;

    fn try_from(text: String) -> Result<ItemId, String> {
        text.parse()
    }
}

impl From<ItemId> for String {
    fn from(id: ItemId) -> String {
        id.to_string()
    }
}

/// Anything that has to be done: a row of annex 1 or one numbered task of annex 2.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Item {
    /// Identity and place in the document.
    pub id: ItemId,
    /// The serial number as printed, e.g. `1-2`, where the id does not say it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub serial: Option<String>,
    /// 项目名称 / 内容 as printed, without the serial number and the list's closing punctuation.
    pub title: String,
    /// Who does it.
    pub responsibility: Responsibility,
    /// When it is due.
    pub period: Period,
    /// The time as printed, e.g. `3-6月`, `7 月`, or empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub period_text: String,
    /// The meetings that it goes to, without repetition, in the order of the plan's list.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub meetings: Vec<MeetingKind>,
    /// Which sessions of these meetings, where the document numbers them: 第23次.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sessions: Vec<SessionNumber>,
    /// What the time depends on where the document says so, e.g. 根据政府提请.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub condition: Option<String>,
    /// The document's 备注 as printed, if any.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub remark: Option<String>,
    /// What other columns of the document say, each with its heading.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub extras: Vec<Extra>,
    /// The progress that the remark states, if it states any.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reported: Option<ReportedStatus>,
    /// The text that the item was read from.
    pub source: SourceSpan,
}

impl Item {
    /// Its serial number in its table, as printed.
    pub fn serial(&self) -> String {
        let (ItemId::Schedule { no, .. } | ItemId::Monthly { no, .. }) = self.id;
        self.serial.clone().unwrap_or_else(|| no.to_string())
    }

    /// The time in the words of the document, in the app's one way of writing: `3—6月` also where the document has
    /// `3-6月` or `3 - 6 月`. Words that say something else than the period stay as they are. Empty where the document
    /// says nothing.
    pub fn time(&self) -> String {
        let bare =
            |text: &str| text.chars().filter(|char| !char.is_whitespace()).map(dash).collect::<String>();
        let printed = bare(&self.period_text);
        let understood = self.period.to_string();
        if printed == bare(&understood) { understood } else { spans(&self.period_text) }
    }
}

/// Any dash as the one that stands between months.
fn dash(char: char) -> char {
    if matches!(char, '-' | '–' | '—' | '－' | '~' | '～' | '至') { '—' } else { char }
}

/// A text in which spans of numbers are written in one way.
fn spans(text: &str) -> String {
    let chars: Vec<char> = text.trim().chars().collect();
    let is_digit = |at: Option<usize>| at.and_then(|at| chars.get(at)).is_some_and(char::is_ascii_digit);
    let written = chars.iter().enumerate().map(|(at, char)| {
        let between = is_digit(at.checked_sub(1)) && is_digit(at.checked_add(1));
        if between { dash(*char) } else { *char }
    });
    written.collect()
}

/// A column of the document that the plan has no place for, and what it says about one item.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Extra {
    /// The column's heading as printed, e.g. 责任领导.
    pub heading: String,
    /// What stands there.
    pub text: String,
}

/// The status that the document itself reports.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum ReportedStatus {
    /// 已完成.
    Done,
    /// 进行中.
    Doing,
}

/// Lines of the source document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SourceSpan {
    /// Line of the source document, from 1.
    pub line: u32,
    /// That line's text as it stands: the whole row of annex 1; for annex 2 the numbered task.
    pub text: String,
}
