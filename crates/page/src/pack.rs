//! The packed form of a plan, in which it ships inside the page.
//!
//! JSON is the form for people and tools, see [`Plan::from_json`]. Reading it costs the app about
//! 20 KB of compressed WebAssembly, most of it to explain what is wrong with a file that a person
//! wrote. The page is written by a tool from a checked plan, so all that the app has to find out is
//! whether it arrived whole: the packed form is a list of lines, one value each, below a line with
//! the form's version and a checksum of the rest.

mod read;
mod write;

use yaodian_plan::Plan;

/// Version of the packed form. A page and the app in it are built together, but a page that was
/// saved piecemeal may pair an old app with a new plan.
///
/// A plan that has nothing of what version 2 added is written as version 1.
const VERSION: u32 = 2;
const NAME: &str = "yaodian-plan";

/// Why a packed plan cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UnpackError {
    /// Cut short, changed, or no packed plan at all.
    Damaged,
    /// Packed by a newer version, with this number.
    Newer(u32),
}

/// Writes a plan. The text has no `<` and no `&`, and can stand in a page as it is.
pub fn pack(plan: &Plan) -> String {
    let (version, body) = write::body(plan);
    format!("{NAME} {version} {:08x}\n{body}", checksum(&body))
}

/// Reads what [`pack`] has written.
pub fn unpack(text: &str) -> Result<Plan, UnpackError> {
    let (head, body) = text.split_once('\n').ok_or(UnpackError::Damaged)?;
    let mut words = head.split(' ');
    let version = match (words.next(), words.next().and_then(|version| version.parse().ok())) {
        (Some(NAME), Some(version)) => version,
        _ => return Err(UnpackError::Damaged),
    };
    if version > VERSION {
        return Err(UnpackError::Newer(version));
    }
    let expected = words.next().and_then(|sum| u32::from_str_radix(sum, 16).ok());
    if version == 0 || expected != Some(checksum(body)) {
        return Err(UnpackError::Damaged);
    }
    read::plan(version, body).ok_or(UnpackError::Damaged)
}

/// FNV-1a. It is to find accidents, not attacks: whoever can change the page can change the app.
fn checksum(text: &str) -> u32 {
    text.bytes().fold(0x811c_9dc5, |sum, byte| (sum ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}
