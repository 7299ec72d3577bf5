//! How single things are written in addresses, and read back.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};
use yaodian_plan::query::{Group, Standing};
use yaodian_plan::{MeetingKind, Month};
use yaodian_progress::{FieldKind, SessionId};

use super::page::{By, Sort};

/// Names of things in addresses; each table is read in both directions.
pub const STANDINGS: [(&str, Standing); 7] = [
    ("done", Standing::Done),
    ("doing", Standing::Doing),
    ("late", Standing::Late),
    ("todo", Standing::NotStarted),
    ("postponed", Standing::Postponed),
    ("cancelled", Standing::Cancelled),
    ("unrecorded", Standing::Unrecorded),
];
/// Kinds of records.
pub const KINDS: [(&str, FieldKind); 5] = [
    ("status", FieldKind::Status),
    ("date", FieldKind::Date),
    ("note", FieldKind::Note),
    ("session", FieldKind::Session),
    ("author", FieldKind::Author),
];
pub const BY: [(&str, By); 3] = [("unit", By::Unit), ("category", By::Category), ("meeting", By::Meeting)];
pub const SORTS: [(&str, Sort); 4] =
    [("document", Sort::Document), ("time", Sort::Time), ("unit", Sort::Unit), ("progress", Sort::Standing)];

/// A number written the one way that `format` writes it.
pub fn number(text: &str) -> Option<u16> {
    let number: u16 = text.parse().ok()?;
    (number > 0 && number.to_string() == text).then_some(number)
}

/// A month as a number.
pub fn month(text: &str) -> Option<Month> {
    number(text).and_then(|number| u8::try_from(number).ok()).and_then(Month::new)
}

/// A category's number, or annex 2.
pub fn group(text: &str) -> Option<Group> {
    match text {
        "monthly" => Some(Group::Monthly),
        _ => number(text).and_then(|number| u8::try_from(number).ok()).map(Group::Category),
    }
}

/// The name of a group in an address.
pub fn group_name(group: Group) -> String {
    match group {
        Group::Category(no) => no.to_string(),
        Group::Monthly => "monthly".into(),
    }
}

/// A kind of meeting: `standing`, `chairpersons`, or `meeting-1` for the first of the plan's others.
pub fn meeting(text: &str) -> Option<MeetingKind> {
    match text {
        "standing" => Some(MeetingKind::StandingCommittee),
        _ => text.parse().ok().filter(|kind| *kind != MeetingKind::StandingCommittee),
    }
}

/// The same in an address.
pub fn meeting_name(meeting: MeetingKind) -> String {
    match meeting {
        MeetingKind::StandingCommittee => "standing".into(),
        _ => meeting.to_string(),
    }
}

/// A meeting's kind and month, e.g. `standing-7`.
pub fn session(text: &str) -> Option<SessionId> {
    let (kind, number) = split_last(text, b'-')?;
    Some(SessionId { meeting: meeting(kind)?, month: month(number)? })
}

/// What stands before and behind the last of an ASCII character. The library's way to find it would be more code.
pub fn split_last(text: &str, by: u8) -> Option<(&str, &str)> {
    let at = text.bytes().rposition(|byte| byte == by)?;
    Some((text.get(..at)?, text.get(at + 1..)?))
}

/// The name of a meeting in an address.
pub fn session_name(id: SessionId) -> String {
    format!("{}-{}", meeting_name(id.meeting), id.month)
}

/// A month of some year, `2023-7`.
pub fn written(text: &str) -> Option<(i32, Month)> {
    let (year, month) = text.split_once('-')?;
    Some((i32::from(number(year)?), self::month(month)?))
}

/// The same in an address.
pub fn written_name((year, month): (i32, Month)) -> String {
    format!("{year}-{month}")
}

/// Finds a thing by its name in an address.
pub fn named<T: Copy>(table: &[(&str, T)], text: &str) -> Option<T> {
    table.iter().find(|(name, _)| *name == text).map(|(_, value)| *value)
}

/// The name of a thing in an address.
pub fn name<'a, T: PartialEq>(table: &[(&'a str, T)], value: T) -> &'a str {
    table.iter().find(|(_, known)| *known == value).map_or("", |(name, _)| name)
}

/// Everything that has a meaning in an address, or that chat programs end a link at, is encoded.
const ENCODED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.').remove(b'~');

/// Text as part of an address.
pub fn encode(text: &str) -> String {
    utf8_percent_encode(text, ENCODED).to_string()
}

/// Part of an address as text, or as it stands where it is none. Browsers hand over either form of a Chinese character.
pub fn decode(text: &str) -> String {
    String::from_utf8(percent_decode_str(text).collect()).unwrap_or_else(|_| text.to_owned())
}
