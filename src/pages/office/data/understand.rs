//! What a file turns out to be.

use std::sync::Arc;

use yaodian_progress::{DecodeError, decode};

use crate::browser::{carry, seal};
use crate::desk::desk;
use crate::ledger::{Content, Incoming, Other};
use crate::text;
use yaodian_vault::mailbox::WaitingFile;

/// What becomes of the bytes of a file, or of its size if it has too many; `waiting` if it came from the mailbox.
pub fn understand(name: String, bytes: Result<Vec<u8>, usize>, waiting: Option<WaitingFile>) -> Incoming {
    let content = match &bytes {
        Err(size) => Content::Refused(DecodeError::TooLarge(*size).to_string()),
        // The page as one file, of which the notes are what is wanted here.
        Ok(bytes) => match std::str::from_utf8(bytes).ok().and_then(carry::notes_in) {
            Some("") => Content::Refused(text::PAGE_WITHOUT_NOTES.into()),
            Some(notes) => opened(notes.as_bytes(), || (notes.into(), false)),
            None => backup(bytes),
        },
    };
    Incoming { name, waiting, content }
}

/// What a backup turns out to be, whether it is sealed or not.
fn backup(bytes: &[u8]) -> Content {
    match seal::sealed(bytes) {
        Some(Ok(sealed)) => Content::Sealed(Arc::new(sealed), text_of(bytes)),
        Some(Err(version)) => Content::Refused(DecodeError::Newer(version.into()).to_string()),
        None => opened(bytes, || (text_of(bytes), false)),
    }
}

/// What was in a sealed file; and the text of that file. One that is about another plan is left as it came: what
/// was sealed is not stored unsealed until that plan's page is opened, if it ever is.
pub fn unsealed(bytes: &[u8], file: &Arc<str>) -> Content {
    opened(bytes, || (file.clone(), true))
}

fn opened(bytes: &[u8], given: impl FnOnce() -> (Arc<str>, bool)) -> Content {
    match decode(bytes, Some(&desk().catalog().plan.id)) {
        Ok(decoded) => Content::Ready(Arc::new(decoded)),
        Err(DecodeError::OtherPlan { id: plan, title }) => {
            let (text, sealed) = given();
            Content::Other(Other { plan, title, text, sealed })
        }
        Err(error) => Content::Refused(error.to_string()),
    }
}

/// The text of a file that was read as text.
fn text_of(bytes: &[u8]) -> Arc<str> {
    std::str::from_utf8(bytes).unwrap_or_default().into()
}
