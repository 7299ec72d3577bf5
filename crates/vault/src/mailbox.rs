//! Files that were given to another plan's page, and wait until the page of their own plan is opened.
//!
//! They lie in a database of their own beside the plan's: so they count as none of its records, no reset and no restore
//! point touches them, and there is more room than in `localStorage`, where they would take it from all plans' records.
//! Whether there is such a database is seen among the names that are asked for anyway, to know whether anything was
//! recorded. It stays when it is empty: another page may be about to leave a file in it. A file's key is made of its
//! text, so the same file stands there once, whatever it was called.
//!
//! Anybody who can write to this origin's storage may have written them: what comes back is read as any file is.

use std::cell::Cell;
use std::rc::Rc;

use crate::envelope::{Decoded, Envelope, Version, checksum, decode, encode};
use crate::snapshot::{put, take};
use crate::stores::{Decide, Decision, Mirror, Reason, Shelf, Then};

/// Of the name of a file so many characters are kept.
const NAME: usize = 100;

/// A file that waits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WaitingFile {
    /// What it is kept under.
    pub key: String,
    /// What it was called.
    pub name: String,
    /// When it was left, in milliseconds since 1970.
    pub at: i64,
}

/// The database of what waits for a plan. No plan's name has a slash, so it is no plan's own.
pub fn database(plan: &str) -> String {
    format!("yaodian.left/{plan}")
}

/// Puts the text of a file there.
///
/// # Errors
/// The reason why it is not kept.
pub async fn keep(store: &dyn Mirror, at: u64, name: &str, text: &str) -> Result<(), Reason> {
    let key = format!("{:016x}", checksum(&[text]));
    let raw = write(&key, at, name, text);
    let fault = Rc::new(Cell::new(None));
    let decide: Decide = {
        let (fault, text) = (fault.clone(), text.to_owned());
        Rc::new(move |key, stored| {
            let stored = stored.map(|raw| (decode(key, raw), read(key, raw)));
            let then = match stored {
                Some((_, Some((_, known)))) if known == text => Then::Keep,
                // Two texts of one sum do not come about by themselves. The first one stays.
                Some((Decoded::Whole(_), _)) => {
                    fault.set(Some(Reason::ReadBack));
                    Then::Keep
                }
                Some((Decoded::Newer, _)) => {
                    fault.set(Some(Reason::NewerSchema));
                    Then::Keep
                }
                // What is damaged there was this text.
                None | Some((Decoded::Corrupt, _)) => Then::Put(raw.clone()),
            };
            Decision { aside: None, then }
        })
    };
    store.exchange(Shelf::Entries, vec![key], decide).await?;
    fault.get().map_or(Ok(()), Err)
}

/// The files that are there, with their texts; the first was put there first.
///
/// # Errors
/// The reason why that cannot be told.
pub async fn list(store: &dyn Mirror) -> Result<Vec<(WaitingFile, String)>, Reason> {
    let mut found: Vec<(WaitingFile, String)> = Vec::new();
    for (key, raw) in store.load(Shelf::Entries).await? {
        if let Some(file) = read(&key, &raw) {
            let place = found.partition_point(|(known, _)| known.at <= file.0.at);
            found.insert(place, file);
        }
    }
    Ok(found)
}

/// Removes files.
///
/// # Errors
/// The reason why they are still there.
pub async fn discard(store: &dyn Mirror, keys: Vec<String>) -> Result<(), Reason> {
    let delete: Decide = Rc::new(|_, _| Decision { aside: None, then: Then::Delete });
    store.exchange(Shelf::Entries, keys, delete).await
}

fn write(key: &str, at: u64, name: &str, text: &str) -> String {
    let mut body = String::new();
    put(&mut body, &name.chars().take(NAME).collect::<String>());
    put(&mut body, text);
    let version = Version { seq: at, writer: 0 };
    encode(key, &Envelope { version, parent: Version::default(), value: Some(body) })
}

fn read(key: &str, raw: &str) -> Option<(WaitingFile, String)> {
    let Decoded::Whole(Envelope { version, value: Some(body), .. }) = decode(key, raw) else { return None };
    let mut rest = body.as_str();
    let (name, text) = (take(&mut rest)?, take(&mut rest)?);
    let at = i64::try_from(version.seq).unwrap_or(i64::MAX);
    rest.is_empty().then(|| (WaitingFile { key: key.to_owned(), name, at }, text))
}
