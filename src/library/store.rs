//! The library on three stores: heads of plans, plans, drafts. The heads say what is there; what they do not name is left
//! over from a program that was stopped, and never shown.

mod texts;

use std::rc::Rc;

use yaodian_page::pack::{UnpackError, unpack};
use yaodian_plan::sort::sort_by;
use yaodian_vault::Reason;
use yaodian_vault::stores::{Decide, Decision, Mirror, Table, Write};

use self::texts::{put, read, read_all, update};
use super::record::{Draft, DraftHead, PlanHead, PlanKey, opened, sealed};

/// A plan as a page carries it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Body {
    /// Its packed form.
    pub packed: String,
    /// The readings of its characters, as the search reads them.
    pub sounds: String,
}

/// Why a plan was not added.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotAdded {
    /// Another version of the plan is there under its id.
    Taken,
    /// It could not be kept.
    NotKept(Reason),
}

impl From<Reason> for NotAdded {
    fn from(reason: Reason) -> NotAdded {
        NotAdded::NotKept(reason)
    }
}

/// What it means that a packed plan cannot be read.
pub fn reason_of(error: UnpackError) -> Reason {
    match error {
        UnpackError::Damaged => Reason::ReadBack,
        UnpackError::Newer(_) => Reason::NewerSchema,
    }
}

/// The library.
pub struct Store {
    /// Heads of plans, deleted ones too.
    pub heads: Rc<dyn Mirror>,
    /// Plans.
    pub plans: Rc<dyn Mirror>,
    /// Drafts: each a head under its id, and its text under the id and a slash.
    pub drafts: Rc<dyn Mirror>,
    /// Parts of drafts, each in pieces: under the draft's id, its own number and the piece's.
    pub parts: Rc<dyn Mirror>,
}

impl Store {
    /// Adds a plan. One that is there with the same content is taken out of the archive, or from among the deleted.
    pub async fn add(&self, head: PlanHead, body: Body) -> Result<PlanKey, NotAdded> {
        let key = head.key.clone();
        if let Some(known) = read(&*self.plans, key.as_str()).await? {
            match body_in(key.as_str(), &known) {
                Ok(known) if known.packed == body.packed => {}
                // Nobody sees a plan without a head: it was never whole.
                Ok(_) if read(&*self.heads, key.as_str()).await?.is_none() => {
                    self.put_body(&key, body).await?
                }
                Ok(_) => return Err(NotAdded::Taken),
                Err(Reason::NewerSchema) => return Err(Reason::NewerSchema.into()),
                Err(_) => self.put_body(&key, body).await?,
            }
        } else {
            // First the plan: a head without one would be shown and could not be opened.
            self.put_body(&key, body).await?;
        }
        self.put_head(head).await?;
        Ok(key)
    }

    /// Puts another version of a plan in its place.
    pub async fn replace(&self, head: PlanHead, body: Body) -> Result<(), Reason> {
        let key = head.key.clone();
        self.put_body(&key, body).await?;
        self.put_head(head).await
    }

    async fn put_body(&self, key: &PlanKey, body: Body) -> Result<(), Reason> {
        let raw = sealed(key.as_str(), &[body.packed, body.sounds]);
        put(&*self.plans, vec![(key.to_string(), raw)]).await
    }

    /// Writes a head; what the user has said about the plan before stays.
    async fn put_head(&self, head: PlanHead) -> Result<(), Reason> {
        let key = head.key.to_string();
        update(&*self.heads, &key, move |known| {
            let known = known.map(|raw| PlanHead::decode(head.key.as_str(), raw));
            match known {
                Some(Err(Reason::NewerSchema)) => Err(Reason::NewerSchema),
                Some(Ok(known)) => {
                    let name = known.name.clone();
                    Ok(PlanHead { added: known.added, name, ..head.clone() }.encode())
                }
                Some(Err(_)) | None => Ok(head.encode()),
            }
        })
        .await
    }

    /// Changes the head of a plan.
    pub async fn change(
        &self,
        key: &PlanKey,
        change: impl Fn(&mut PlanHead) + 'static,
    ) -> Result<(), Reason> {
        let name = key.to_string();
        let decode = name.clone();
        update(&*self.heads, &name, move |known| {
            let mut head = PlanHead::decode(&decode, known.ok_or(Reason::ReadBack)?)?;
            change(&mut head);
            Ok(head.encode())
        })
        .await
    }

    /// The plans that are not deleted, those that were used last first.
    pub async fn plans(&self) -> Result<Vec<PlanHead>, Reason> {
        let mut all = self.heads().await?;
        all.retain(|head| head.deleted.is_none());
        sort_by(&mut all, &|one, other| one.used > other.used);
        Ok(all)
    }

    /// The plans that are deleted, the last first.
    pub async fn deleted(&self) -> Result<Vec<PlanHead>, Reason> {
        let mut all = self.heads().await?;
        all.retain(|head| head.deleted.is_some());
        sort_by(&mut all, &|one, other| one.deleted > other.deleted);
        Ok(all)
    }

    async fn heads(&self) -> Result<Vec<PlanHead>, Reason> {
        let stored = self.heads.load(Table::Entries).await?;
        let heads: Vec<_> = stored.iter().map(|(key, raw)| PlanHead::decode(key, raw)).collect();
        // Damaged ones are not listed. If a later program has written any, that has to be said.
        match heads.contains(&Err(Reason::NewerSchema)) {
            true => Err(Reason::NewerSchema),
            false => Ok(heads.into_iter().filter_map(Result::ok).collect()),
        }
    }

    /// The head of a plan, also of one that is deleted.
    pub async fn head(&self, key: &PlanKey) -> Result<Option<PlanHead>, Reason> {
        let raw = read(&*self.heads, key.as_str()).await?;
        raw.map(|raw| PlanHead::decode(key.as_str(), &raw)).transpose()
    }

    /// A plan that is not deleted.
    pub async fn body(&self, key: &PlanKey) -> Result<Option<Body>, Reason> {
        if self.head(key).await?.is_none_or(|head| head.deleted.is_some()) {
            return Ok(None);
        }
        let raw = read(&*self.plans, key.as_str()).await?.ok_or(Reason::ReadBack)?;
        body_in(key.as_str(), &raw).map(Some)
    }

    /// The drafts, newest first.
    pub async fn drafts(&self) -> Result<Vec<DraftHead>, Reason> {
        // Drafts may be long, those of the first form above all: only their heads are read.
        let mut keys = self.drafts.keys(Table::Entries).await?;
        keys.retain(|key| !key.ends_with('/'));
        let stored = read_all(&*self.drafts, keys).await?;
        let heads = stored.iter().filter_map(|(key, raw)| DraftHead::decode(key, raw).ok());
        let mut heads: Vec<DraftHead> = heads.collect();
        sort_by(&mut heads, &|one, other| one.at > other.at);
        Ok(heads)
    }

    /// A draft.
    pub async fn draft(&self, id: &str) -> Result<Option<Draft>, Reason> {
        let Some(head) = read(&*self.drafts, id).await? else { return Ok(None) };
        let key = text_key(id);
        let raw = read(&*self.drafts, &key).await?.ok_or(Reason::ReadBack)?;
        let text = opened(&key, &raw)?.into_iter().next().ok_or(Reason::ReadBack)?;
        Ok(Some(Draft { head: DraftHead::decode(id, &head)?, text }))
    }

    /// Keeps a draft, head and text in one transaction.
    pub async fn put_draft(&self, draft: Draft) -> Result<(), Reason> {
        let key = text_key(&draft.head.id);
        let text = (key.clone(), sealed(&key, &[draft.text]));
        put(&*self.drafts, vec![(draft.head.id.clone(), draft.head.encode()), text]).await
    }

    /// Deletes a draft.
    pub async fn delete_draft(&self, id: &str) -> Result<(), Reason> {
        let delete: Decide = Rc::new(|_, _| Decision { move_to: None, write: Write::Delete });
        self.drafts.update(Table::Entries, vec![id.to_owned(), text_key(id)], delete).await
    }

    /// Keeps a part of a draft, piece by piece, so that the page is not busy for long.
    pub async fn put_part(&self, id: &str, part: u32, text: &str) -> Result<(), Reason> {
        for (no, piece) in pieces(text).enumerate() {
            let key = piece_key(id, part, no);
            let raw = sealed(&key, &[piece.to_owned()]);
            put(&*self.parts, vec![(key, raw)]).await?;
        }
        Ok(())
    }

    /// A part of a draft. Whoever reads it notices by its end whether a piece is missing.
    pub async fn part(&self, id: &str, part: u32) -> Result<Option<String>, Reason> {
        let mut whole: Option<String> = None;
        for no in 0.. {
            let key = piece_key(id, part, no);
            let Some(raw) = read(&*self.parts, &key).await? else { break };
            let piece = opened(&key, &raw)?.into_iter().next().ok_or(Reason::ReadBack)?;
            whole.get_or_insert_default().push_str(&piece);
        }
        Ok(whole)
    }

    /// Deletes a part of a draft.
    pub async fn delete_part(&self, id: &str, part: u32) -> Result<(), Reason> {
        for no in 0.. {
            let key = piece_key(id, part, no);
            if read(&*self.parts, &key).await?.is_none() {
                break;
            }
            let delete: Decide = Rc::new(|_, _| Decision { move_to: None, write: Write::Delete });
            self.parts.update(Table::Entries, vec![key], delete).await?;
        }
        Ok(())
    }
}

/// Pieces are no longer than so many bytes.
const PIECE: usize = 1 << 20;

fn pieces(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let (piece, after) = rest.split_at(rest.floor_char_boundary(PIECE));
        rest = after;
        (!piece.is_empty()).then_some(piece)
    })
}

fn piece_key(id: &str, part: u32, no: usize) -> String {
    format!("{id}/{part}/{no}")
}

fn text_key(id: &str) -> String {
    format!("{id}/")
}

fn body_in(key: &str, raw: &str) -> Result<Body, Reason> {
    let texts = opened(key, raw)?;
    let [packed, sounds, ..] = texts.as_slice() else { return Err(Reason::ReadBack) };
    unpack(packed).map_err(reason_of)?;
    Ok(Body { packed: packed.clone(), sounds: sounds.clone() })
}

#[cfg(test)]
mod tests;
