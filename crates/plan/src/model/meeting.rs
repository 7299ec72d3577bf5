//! The meetings that items are brought to.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// A kind of meeting, by its identity. What it is called is said by the plan's [`NamedMeeting`] of it.
///
/// Written `standing_committee`, `chairpersons`, or `meeting-1` for the first of the plan's others.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(with = "String"))]
#[serde(try_from = "String", into = "String")]
pub enum MeetingKind {
    /// 常委会会议.
    StandingCommittee,
    /// 主任会议.
    Chairpersons,
    /// Another kind that the plan names (委员长会议, 主席会议, 党组会议), from 1.
    Other(u8),
}

/// A kind of meeting of a plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct NamedMeeting {
    /// Its identity within the plan.
    pub id: MeetingKind,
    /// What the document calls it.
    pub name: String,
}

/// A numbered session of a kind of meeting: 第23次常委会会议.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SessionNumber {
    /// The kind of meeting.
    pub meeting: MeetingKind,
    /// Its number, from 1.
    pub no: u16,
}

impl MeetingKind {
    /// The kinds of a plan that names none of its own.
    pub const DEFAULT: [MeetingKind; 2] = [MeetingKind::StandingCommittee, MeetingKind::Chairpersons];

    /// What it is called where no plan says otherwise.
    pub const fn default_name(self) -> &'static str {
        match self {
            MeetingKind::StandingCommittee => "常委会会议",
            MeetingKind::Chairpersons => "主任会议",
            MeetingKind::Other(_) => "会议",
        }
    }
}

impl fmt::Display for MeetingKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            MeetingKind::StandingCommittee => f.write_str("standing_committee"),
            MeetingKind::Chairpersons => f.write_str("chairpersons"),
            MeetingKind::Other(no) => write!(f, "meeting-{no}"),
        }
    }
}

impl FromStr for MeetingKind {
    type Err = String;

    fn from_str(text: &str) -> Result<MeetingKind, String> {
        match text {
            "standing_committee" => return Ok(MeetingKind::StandingCommittee),
            "chairpersons" => return Ok(MeetingKind::Chairpersons),
            _ => {}
        }
        let no = text.strip_prefix("meeting-").and_then(|no| no.parse().ok()).filter(|no| *no > 0);
        // One way to write each: an id can be part of an address.
        let id = no.map(MeetingKind::Other).filter(|id| id.to_string() == text);
        id.ok_or_else(|| format!("“{text}” is not a meeting such as standing_committee or meeting-1"))
    }
}

impl TryFrom<String> for MeetingKind {
    type Error = String;

    fn try_from(text: String) -> Result<MeetingKind, String> {
        text.parse()
    }
}

impl From<MeetingKind> for String {
    fn from(id: MeetingKind) -> String {
        id.to_string()
    }
}
