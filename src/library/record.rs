//! How a plan and a draft are written in the library.
//!
//! A record is a list of texts in one of the vault's envelopes, which has a checksum and says if a later program wrote it.
//! A later program that only adds texts is read by this one, and what it added is written again as it was.

use std::fmt;

use super::deletion::Deletion;
use yaodian_plan::{Plan, is_valid_id};
use yaodian_vault::Reason;
use yaodian_vault::envelope::{Decoded, Envelope, Version, decode, encode};
use yaodian_vault::restore_point::{push_text, split_text};

/// What a plan is known by in the library and in addresses: its id.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct PlanKey(String);

impl PlanKey {
    /// The key with this name; `None` if no plan can be called so.
    pub fn new(name: &str) -> Option<PlanKey> {
        is_valid_id(name).then(|| PlanKey(name.to_owned()))
    }

    /// The key as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for PlanKey {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

/// What the library says of a plan without reading it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanHead {
    /// Its key.
    pub key: PlanKey,
    /// Its title as printed.
    pub title: String,
    /// Who issued it.
    pub issuer: String,
    /// Its year.
    pub year: i32,
    /// How many items it has.
    pub items: usize,
    /// When it was added, in milliseconds since 1970.
    pub added: i64,
    /// When it was used last.
    pub used: i64,
    /// Whether it is put away.
    pub archived: bool,
    /// The name that the user gave it; empty for its title.
    pub name: String,
    /// When it was deleted, if it was.
    pub deleted: Option<i64>,
    /// Why, and what was recorded.
    pub deletion: Deletion,
    /// What a later program has added.
    pub more: Vec<String>,
}

impl PlanHead {
    /// The head of a plan that is added at a time.
    pub fn of(plan: &Plan, at: i64) -> PlanHead {
        PlanHead {
            key: PlanKey(plan.id.clone()),
            title: plan.title.clone(),
            issuer: plan.issuer.clone(),
            year: plan.year,
            items: plan.items.len(),
            added: at,
            used: at,
            archived: false,
            name: String::new(),
            deleted: None,
            deletion: Deletion::default(),
            more: Vec::new(),
        }
    }

    /// What it is called.
    pub fn called(&self) -> &str {
        if self.name.is_empty() { &self.title } else { &self.name }
    }

    /// The record that is stored under its key.
    pub fn encode(&self) -> String {
        let deleted = self.deleted.map(|at| at.to_string()).unwrap_or_default();
        let archived = if self.archived { "1" } else { "" };
        let mut texts = vec![
            self.title.clone(),
            self.issuer.clone(),
            self.year.to_string(),
            self.items.to_string(),
            self.added.to_string(),
            self.used.to_string(),
            archived.to_owned(),
            self.name.clone(),
            deleted,
            self.deletion.encode(),
        ];
        texts.extend(self.more.iter().cloned());
        sealed(self.key.as_str(), &texts)
    }

    /// Reads a record.
    ///
    /// # Errors
    /// `NewerSchema` if a later program wrote it, `ReadBack` if it is damaged.
    pub fn decode(key: &str, raw: &str) -> Result<PlanHead, Reason> {
        let mut texts = opened(key, raw)?.into_iter();
        let mut next = || texts.next().ok_or(Reason::ReadBack);
        let head = PlanHead {
            key: PlanKey::new(key).ok_or(Reason::ReadBack)?,
            title: next()?,
            issuer: next()?,
            year: number(&next()?)?,
            items: number(&next()?)?,
            added: number(&next()?)?,
            used: number(&next()?)?,
            archived: next()? == "1",
            name: next()?,
            deleted: Some(next()?).filter(|at| !at.is_empty()).map(|at| number(&at)).transpose()?,
            deletion: next().map(|text| Deletion::decode(&text)).unwrap_or_default(),
            more: Vec::new(),
        };
        Ok(PlanHead { more: texts.collect(), ..head })
    }
}

fn number<T: std::str::FromStr>(text: &str) -> Result<T, Reason> {
    text.parse().map_err(|_| Reason::ReadBack)
}

/// What the library says of a draft without reading it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DraftHead {
    /// Its id.
    pub id: String,
    /// What it is called.
    pub name: String,
    /// When it was kept last, in milliseconds since 1970.
    pub at: i64,
}

impl DraftHead {
    /// The record that is stored under its id.
    pub fn encode(&self) -> String {
        sealed(&self.id, &[self.name.clone(), self.at.to_string()])
    }

    /// Reads a record.
    ///
    /// # Errors
    /// As for [`PlanHead::decode`].
    pub fn decode(id: &str, raw: &str) -> Result<DraftHead, Reason> {
        let texts = opened(id, raw)?;
        let [name, at, ..] = texts.as_slice() else { return Err(Reason::ReadBack) };
        Ok(DraftHead { id: id.to_owned(), name: name.clone(), at: number(at)? })
    }
}

/// A plan that is being reviewed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// What is said of it.
    pub head: DraftHead,
    /// What the review keeps of it.
    pub text: String,
}

/// Texts as they are stored under a key.
pub fn sealed(key: &str, texts: &[String]) -> String {
    let mut body = String::new();
    texts.iter().for_each(|text| push_text(&mut body, text));
    let version = Version { seq: 1, writer: 0 };
    encode(key, &Envelope { version, parent: Version::default(), value: Some(body) })
}

/// The texts that are stored under a key.
///
/// # Errors
/// `NewerSchema` if a later program wrote them, `ReadBack` if they are damaged.
pub fn opened(key: &str, raw: &str) -> Result<Vec<String>, Reason> {
    let body = match decode(key, raw) {
        Decoded::Valid(Envelope { value: Some(body), .. }) => body,
        Decoded::Newer => return Err(Reason::NewerSchema),
        Decoded::Valid(_) | Decoded::Corrupt => return Err(Reason::ReadBack),
    };
    let mut rest = body.as_str();
    let mut texts = Vec::new();
    while !rest.is_empty() {
        texts.push(split_text(&mut rest).ok_or(Reason::ReadBack)?);
    }
    Ok(texts)
}
