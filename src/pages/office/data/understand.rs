//! What a file turns out to be.

use std::sync::Arc;

use yaodian_page::pack::unpack;
use yaodian_page::single::plan_in;
use yaodian_progress::{DecodeError, decode, file_text};

use crate::browser::{carry, dom, files, seal};
use crate::desk::desk;
use crate::ledger::{Content, Incoming, Other, read_file};
use crate::text;
use yaodian_vault::mailbox::WaitingFile;

/// What becomes of the bytes of a file, or of its size if it has too many; `waiting` if it came from the mailbox.
pub fn understand(name: String, bytes: Result<Vec<u8>, usize>, waiting: Option<WaitingFile>) -> Incoming {
    let (content, remark) = match &bytes {
        Err(size) => (Content::Refused(DecodeError::TooLarge(*size).to_string()), None),
        Ok(bytes) => match file_text(bytes) {
            Some(text) => (of_text(&text), None),
            None => match ansi_text(bytes) {
                Some(text) => (of_text(&text), Some(text::READ_AS_ANSI)),
                None => (Content::Refused(DecodeError::NotText.to_string()), None),
            },
        },
    };
    let mut remarks: Vec<String> = remark.map(str::to_owned).into_iter().collect();
    if let Content::Ready(decoded) = &content {
        let text = bytes.as_ref().ok().and_then(|bytes| file_text(bytes));
        let packed = text.as_deref().and_then(plan_in).unwrap_or(&decoded.head.plan_data);
        remarks.extend(is_other_version(packed).then(|| text::OTHER_VERSION.to_owned()));
    }
    Incoming { name, waiting, remarks, content }
}

/// Whether a file is a plan file, and no backup. What is wrong with it, if anything, is said by whoever reads it.
pub fn is_plan_file(bytes: &[u8]) -> bool {
    let is_plan = |text: &str| {
        let text = text.trim_start();
        // A backup has the plan that it is about packed.
        text.starts_with('{')
            && ["\"items\"", "\"categories\"", "\"preamble\""].iter().all(|key| text.contains(key))
    };
    !files::may_be_workbook(bytes)
        && file_text(bytes).is_some_and(|text| is_plan(&text) && decode(text.as_bytes(), None).is_err())
}

/// Whether a packed plan is another version of the one that this page shows.
fn is_other_version(packed: &str) -> bool {
    let own = || dom::text_of(carry::PLAN).unwrap_or_default();
    !packed.trim().is_empty() && packed.trim() != own().trim()
}

/// Whether a file is the page as one file, with another version of this page's plan in it and no notes.
pub fn is_version_alone(bytes: &[u8]) -> bool {
    let is_version = |packed: &str| {
        is_other_version(packed) && unpack(packed).is_ok_and(|plan| plan.id == desk().catalog().plan.id)
    };
    file_text(bytes)
        .is_some_and(|text| carry::notes_in(&text) == Some("") && plan_in(&text).is_some_and(is_version))
}

/// The text of a file that was saved again by an editor of a Chinese system. Its decoder makes characters of most bytes, so
/// it has to look like one of ours.
fn ansi_text(bytes: &[u8]) -> Option<String> {
    files::ansi_text(bytes).filter(|text| text.trim_start().starts_with(['{', '<']))
}

fn of_text(file: &str) -> Content {
    // The page as one file, of which the notes are what is wanted here.
    match carry::notes_in(file) {
        Some("") => plan_alone(file).unwrap_or_else(|| Content::Refused(text::PAGE_WITHOUT_NOTES.into())),
        Some(notes) => match opened(notes, || (notes.into(), false)) {
            Content::Other(other) => Content::Other(Other { packed: plan_in(file).map(Arc::from), ..other }),
            content => content,
        },
        None => backup(file),
    }
}

/// The page as one file with another plan in it, and no notes.
fn plan_alone(file: &str) -> Option<Content> {
    let packed = plan_in(file)?;
    let plan = unpack(packed).ok().filter(|plan| plan.id != desk().catalog().plan.id)?;
    Some(Content::Other(Other {
        plan: plan.id,
        title: plan.title,
        packed: Some(packed.into()),
        text: "".into(),
        sealed: false,
    }))
}

/// What a backup turns out to be, whether it is sealed or not.
fn backup(file: &str) -> Content {
    match seal::sealed(file) {
        Some(Ok(sealed)) => Content::Sealed(Arc::new(sealed), file.into()),
        Some(Err(version)) => Content::Refused(DecodeError::Newer(version.into()).to_string()),
        None => opened(file, || (file.into(), false)),
    }
}

/// What was in a sealed file; and the text of that file. One that is about another plan is left as it came: what
/// was sealed is not stored unsealed until that plan's page is opened, if it ever is.
pub fn unsealed(bytes: &[u8], file: &Arc<str>) -> Content {
    match std::str::from_utf8(bytes) {
        Ok(text) => opened(text, || (file.clone(), true)),
        Err(_) => Content::Refused(DecodeError::NotText.to_string()),
    }
}

fn opened(text: &str, given: impl FnOnce() -> (Arc<str>, bool)) -> Content {
    match read_file(text, &desk().catalog().plan) {
        Ok(decoded) => Content::Ready(Arc::new(decoded)),
        Err(DecodeError::OtherPlan { id: plan, title }) => {
            let packed = decode(text.as_bytes(), None).ok().map(|file| file.head.plan_data);
            let packed = packed.filter(|packed| !packed.is_empty()).map(Arc::from);
            let (text, sealed) = given();
            Content::Other(Other { plan, title, packed, text, sealed })
        }
        Err(error) => Content::Refused(error.to_string()),
    }
}
