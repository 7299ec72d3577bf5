//! The mailbox of a plan: files about it that the user opened in another plan's page. They wait until the plan's own page
//! is opened.
//!
//! A mailbox is a database beside the plan's own: so no reset and no restore point touches it, and it takes no room in
//! `localStorage` from the plans' entries. Pages list the names of all databases at the start anyway, and so see which
//! plans have one. It stays when it is empty: another page may be about to put a file into it. A file's key is the checksum
//! of its text, so the same file is there once, whatever its name.
//!
//! Anybody who can write to this origin's storage may have written the files: they are read as carefully as any file.

use std::cell::Cell;
use std::rc::Rc;

use crate::envelope::{Decoded, Envelope, Version, checksum, decode, encode};
use crate::restore_point::{push_text, split_text};
use crate::stores::{Decide, Decision, Mirror, Reason, Table, Write};

/// The longest name of a file, in characters; longer ones are cut.
const MAX_NAME: usize = 100;

/// A file in a mailbox.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WaitingFile {
    /// Its key in the mailbox.
    pub key: String,
    /// Its file name.
    pub name: String,
    /// When it was put there, in milliseconds since 1970.
    pub at: i64,
}

/// The name of a plan's mailbox. No plan's id has a slash, so it is no plan's own database.
pub fn database_name(plan: &str) -> String {
    format!("yaodian.left/{plan}")
}

/// Puts a file into a mailbox, at a time in milliseconds since 1970.
///
/// # Errors
/// The reason why it is not there.
pub async fn put(store: &dyn Mirror, at: u64, name: &str, text: &str) -> Result<(), Reason> {
    let key = format!("{:016x}", checksum(&[text]));
    let raw = encode_file(&key, at, name, text);
    let fault = Rc::new(Cell::new(None));
    let decide: Decide = {
        let (fault, text) = (fault.clone(), text.to_owned());
        Rc::new(move |key, stored| {
            let stored = stored.map(|raw| (decode(key, raw), decode_file(key, raw)));
            let write = match stored {
                Some((_, Some((_, known)))) if known == text => Write::Keep,
                // Two texts of one checksum do not happen by accident. The first one stays.
                Some((Decoded::Valid(_), _)) => {
                    fault.set(Some(Reason::ReadBack));
                    Write::Keep
                }
                Some((Decoded::Newer, _)) => {
                    fault.set(Some(Reason::NewerSchema));
                    Write::Keep
                }
                // The damaged text was this one: the key is its checksum.
                None | Some((Decoded::Corrupt, _)) => Write::Put(raw.clone()),
            };
            Decision { move_to: None, write }
        })
    };
    store.update(Table::Entries, vec![key], decide).await?;
    fault.get().map_or(Ok(()), Err)
}

/// The files of a mailbox with their texts, oldest first.
///
/// # Errors
/// The reason why they cannot be read.
pub async fn list(store: &dyn Mirror) -> Result<Vec<(WaitingFile, String)>, Reason> {
    let mut found: Vec<(WaitingFile, String)> = Vec::new();
    for (key, raw) in store.load(Table::Entries).await? {
        if let Some(file) = decode_file(&key, &raw) {
            let place = found.partition_point(|(known, _)| known.at <= file.0.at);
            found.insert(place, file);
        }
    }
    Ok(found)
}

/// Removes files from a mailbox.
///
/// # Errors
/// The reason why they are still there.
pub async fn remove(store: &dyn Mirror, keys: Vec<String>) -> Result<(), Reason> {
    let delete: Decide = Rc::new(|_, _| Decision { move_to: None, write: Write::Delete });
    store.update(Table::Entries, keys, delete).await
}

fn encode_file(key: &str, at: u64, name: &str, text: &str) -> String {
    let mut body = String::new();
    push_text(&mut body, &name.chars().take(MAX_NAME).collect::<String>());
    push_text(&mut body, text);
    let version = Version { seq: at, writer: 0 };
    encode(key, &Envelope { version, parent: Version::default(), value: Some(body) })
}

fn decode_file(key: &str, raw: &str) -> Option<(WaitingFile, String)> {
    let Decoded::Valid(Envelope { version, value: Some(body), .. }) = decode(key, raw) else { return None };
    let mut rest = body.as_str();
    let (name, text) = (split_text(&mut rest)?, split_text(&mut rest)?);
    let at = i64::try_from(version.seq).unwrap_or(i64::MAX);
    rest.is_empty().then(|| (WaitingFile { key: key.to_owned(), name, at }, text))
}
