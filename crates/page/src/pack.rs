//! The packed form of a plan, in which it ships inside the page.
//!
//! JSON is the form for people and tools, see [`Plan::from_json`]. Reading it would cost the app about
//! 20 KB of compressed WebAssembly, most of it to explain what is wrong with a file that a person
//! wrote. The page is written by a tool from a checked plan, so all that the app has to check is
//! whether it is complete: the packed form is a list of lines, one value each, below a line with
//! the form's version and a checksum of the rest. The checksum finds accidents, not attacks: whoever can change the page
//! can change the app.

mod read;
mod write;

use yaodian_plan::Plan;
use yaodian_plan::fnv::fnv1a_32;

/// Version of the packed form. A page and the app in it are built together, but a page that was
/// saved piecemeal may pair an old app with a new plan.
///
/// A plan that has nothing of what a version added is written as the one before: a second version has more of what few
/// plans have, a third one amendments and forms of headings, a fourth one
/// amendments of ids, of the order and of links.
const VERSION: u32 = 4;
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
    format!("{NAME} {version} {:08x}\n{body}", fnv1a_32(&body))
}

/// Reads the packed form.
///
/// # Errors
/// The text is damaged, no packed plan, or packed by a newer version.
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
    if version == 0 || expected != Some(fnv1a_32(body)) {
        return Err(UnpackError::Damaged);
    }
    read::plan(version, body).ok_or(UnpackError::Damaged)
}
