//! Reading a book from a file or from a stored entry.
//!
//! What cannot be read is set aside verbatim and reported; everything else is read. A file is refused as a whole only if
//! it is not JSON, not a progress file, about another plan, or written by a newer version.

mod encoding;
mod message;
mod reader;
mod repair;
mod value;

pub use self::encoding::file_text;
use self::reader::Reader;
pub use self::repair::{Repair, RepairKind};
pub use self::value::parse_day;
use super::encode::FORMAT;
use super::json::{Json, MAX_BYTES, ReadError, read};
use super::migrate::{VERSION, migrate};
use super::{AuthorId, FileHead, ProgressBook};
use yaodian_plan::is_valid_id;

/// What was read from a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decoded {
    /// The book, with what could not be read in [`ProgressBook::aside`].
    pub book: ProgressBook,
    /// What the file says about itself.
    pub head: FileHead,
    /// What had to be set aside now; empty for a file without faults.
    pub repairs: Vec<Repair>,
}

/// Why a file was refused. Nothing of it was used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DecodeError {
    /// It is empty.
    Empty,
    /// More than [`MAX_BYTES`]; the size in bytes.
    TooLarge(usize),
    /// Not UTF-8 text.
    NotText,
    /// It ends too early.
    Truncated,
    /// Not JSON; the place of the first fault.
    Malformed {
        /// Line, from 1.
        line: usize,
        /// Byte in the line, from 1.
        column: usize,
    },
    /// Nested deeper than [`MAX_DEPTH`](super::MAX_DEPTH).
    TooDeep,
    /// More than [`MAX_ENTRIES`](super::MAX_ENTRIES) in one object or list.
    TooMany,
    /// JSON, but no progress file.
    Foreign,
    /// A progress file whose version or plan cannot be read, or whose plan has an id that no plan may have.
    BadHead,
    /// Written by a newer version of the app, of this format version.
    Newer(u64),
    /// About another plan.
    OtherPlan {
        /// The plan's id, a valid one.
        id: String,
        /// The plan's title as the file has it; may be empty.
        title: String,
    },
}

/// Reads a file. `plan` is the id of the plan that it should be about, `None` for any plan.
///
/// # Errors
/// The file as a whole is no progress file about that plan. What cannot be read within one comes with it, see [`Decoded`].
pub fn decode(bytes: &[u8], plan: Option<&str>) -> Result<Decoded, DecodeError> {
    if bytes.len() > MAX_BYTES {
        return Err(DecodeError::TooLarge(bytes.len()));
    }
    let text = file_text(bytes).ok_or(DecodeError::NotText)?;
    let text = &*text;
    if text.trim().is_empty() {
        return Err(DecodeError::Empty);
    }
    let root = read(text).map_err(|error| refusal(error, text))?;
    let version = version(&root)?;
    let root = migrate(version, root).ok_or(DecodeError::BadHead)?;
    let field = |name| root.get(name).and_then(Json::as_text);
    let id = field("plan").ok_or(DecodeError::BadHead)?.to_owned();
    let head = FileHead {
        plan_title: field("plan_title").unwrap_or_default().to_owned(),
        saved_at: root.get("saved_at").and_then(Json::as_whole),
        saved_by: field("saved_by").and_then(AuthorId::new),
        plan_data: field("plan_data").unwrap_or_default().to_owned(),
    };
    if plan.is_some_and(|plan| plan != id) {
        // The id may become part of a file name or a key.
        return Err(if is_valid_id(&id) {
            DecodeError::OtherPlan { id, title: head.plan_title }
        } else {
            DecodeError::BadHead
        });
    }
    let (book, repairs) = Reader::new(id).read(&root);
    Ok(Decoded { book, head, repairs })
}

/// The version of a progress file, if this app can read it.
fn version(root: &Json) -> Result<u32, DecodeError> {
    if root.get("format").and_then(Json::as_text) != Some(FORMAT) {
        return Err(DecodeError::Foreign);
    }
    let Some(Json::Plain(version)) = root.get("version") else { return Err(DecodeError::BadHead) };
    let version: u64 = version.parse().map_err(|_| DecodeError::BadHead)?;
    match u32::try_from(version) {
        Ok(version) if version <= VERSION => Ok(version),
        _ => Err(DecodeError::Newer(version)),
    }
}

fn refusal(error: ReadError, text: &str) -> DecodeError {
    match error {
        ReadError::Truncated => DecodeError::Truncated,
        ReadError::Malformed(at) => {
            let before = text.get(..at).unwrap_or(text);
            let line = before.matches('\n').count() + 1;
            let column = before.len() - before.rfind('\n').map_or(0, |end| end + 1) + 1;
            DecodeError::Malformed { line, column }
        }
        ReadError::TooDeep => DecodeError::TooDeep,
        ReadError::TooMany => DecodeError::TooMany,
    }
}
