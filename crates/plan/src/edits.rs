//! Reviewed additions to an imported plan.
//!
//! They are kept in a file of their own, apart from what the importer reads, so that importing the same text again loses
//! nothing of the review.

mod fault;
mod pairing;

use serde::{Deserialize, Serialize};

use crate::model::{Correction, Link, Place, Plan};
use fault::Fault;

pub use pairing::Pairing;

/// Everything that was reviewed about one plan.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Edits {
    /// Misprints.
    #[serde(default)]
    pub corrections: Vec<Correction>,
    /// Who does an item, where the importer could only infer it.
    #[serde(default)]
    pub pairings: Vec<Pairing>,
    /// Links between points and items.
    #[serde(default)]
    pub links: Vec<Link>,
}

impl Edits {
    /// Reads edits.
    ///
    /// # Errors
    /// The text is no JSON, or not of this shape; the message names the place.
    pub fn from_json(text: &str) -> Result<Edits, String> {
        serde_json::from_str(text).map_err(|error| error.to_string())
    }

    /// Applies the edits to a plan, and returns a Chinese message for each entry that does not fit it. A faulty entry
    /// changes nothing; the others are applied all the same.
    pub fn apply(&self, plan: &mut Plan) -> Vec<String> {
        let mut faults = Vec::new();
        let mut report = |list: &str, at: usize, result: Result<(), Fault>| {
            if let Err(fault) = result {
                faults.push(format!("{list}[{at}]：{fault}"));
            }
        };
        for (at, correction) in self.corrections.iter().enumerate() {
            report("corrections", at, add_correction(plan, correction));
        }
        for (at, pairing) in self.pairings.iter().enumerate() {
            report("pairings", at, pairing.apply(plan));
        }
        for (at, link) in self.links.iter().enumerate() {
            report("links", at, add_link(plan, link));
        }
        faults
    }
}

fn add_correction(plan: &mut Plan, correction: &Correction) -> Result<(), Fault> {
    let Correction { place, printed, meant, .. } = correction;
    let found = match *place {
        Place::Item(id) => plan.item(id).ok_or(Fault::NoItem(id))?.title.contains(printed),
        Place::Point(no) => point_contains(plan, no, printed)?,
    };
    if printed.is_empty() || !found {
        return Err(Fault::NotFound(printed.clone()));
    }
    if printed == meant {
        return Err(Fault::NoChange(printed.clone()));
    }
    let same = |known: &Correction| known.place == *place && known.printed == *printed;
    if plan.corrections.iter().any(same) {
        return Err(Fault::CorrectedTwice(printed.clone()));
    }
    plan.corrections.push(correction.clone());
    Ok(())
}

fn add_link(plan: &mut Plan, link: &Link) -> Result<(), Fault> {
    let exists = |id| plan.item(id).map(|_| ()).ok_or(Fault::NoItem(id));
    match link {
        Link::Basis { point, item, phrase } => {
            exists(*item)?;
            if phrase.is_empty() || !point_contains(plan, *point, phrase)? {
                return Err(Fault::NotFound(phrase.clone()));
            }
        }
        Link::Prepares { from: a, to: b } | Link::Same { a, b } => {
            exists(*a)?;
            exists(*b)?;
            if a == b {
                return Err(Fault::Itself(*a));
            }
        }
    }
    if plan.links.iter().any(|known| is_same(known, link)) {
        return Err(Fault::LinkedTwice);
    }
    plan.links.push(link.clone());
    Ok(())
}

/// Whether two links connect the same things: 同一事项 has no direction, and another phrase of the same
/// point is no second link.
fn is_same(one: &Link, other: &Link) -> bool {
    match (one, other) {
        (Link::Basis { point, item, .. }, Link::Basis { point: p, item: i, .. }) => (point, item) == (p, i),
        (Link::Same { a, b }, Link::Same { a: c, b: d }) => (a, b) == (c, d) || (a, b) == (d, c),
        _ => one == other,
    }
}

fn point_contains(plan: &Plan, no: u16, phrase: &str) -> Result<bool, Fault> {
    let point = plan.point(no).ok_or(Fault::NoPoint(no))?;
    Ok(point.heading.contains(phrase) || point.text.contains(phrase))
}
