//! What comes of asking the library for something.

use yaodian_plan::Plan;
use yaodian_vault::Reason;

use super::record::PlanKey;

/// What was recorded about a plan, as far as it is known at once.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Recorded {
    /// How many items are done.
    pub done: usize,
    /// How many items something was recorded about.
    pub items: usize,
}

/// Why a version of a plan was not put in its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotPut {
    /// The plan has changed since it was looked at what the version changes.
    Changed,
    /// The reason why that was not done, or not wholly: no record is lost.
    NotKept(Reason),
}

impl From<Reason> for NotPut {
    fn from(reason: Reason) -> NotPut {
        NotPut::NotKept(reason)
    }
}

/// What has become of a ledger that was cleared when its plan was deleted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LedgerBack {
    /// It was not cleared, or is as it was.
    Whole,
    /// Something was recorded since: both are there.
    Merged,
    /// Its restore point is not there any more.
    Lost,
}

/// Why nothing of a file was taken into the library.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotTaken {
    /// It has no plan.
    NoPlan,
    /// Its plan is damaged, or written by a later version.
    Unreadable(Reason),
    /// It is a plan file with so many faults; the first of them.
    Faulty(usize, String),
    /// It has another version of a plan that is here: nothing is done before somebody has looked at what changes.
    Version(Box<Handed>),
    /// Its plan could not be added.
    NotKept(Reason),
    /// It has another version of a plan, which was not put in that plan's place.
    NotPut(NotPut),
    /// The plan is in the library, but what was recorded about it could not be left for it.
    RecordsLeftOut(Reason),
}

/// A plan that was taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Taken {
    /// Its key.
    pub key: PlanKey,
    /// Its title.
    pub title: String,
    /// Whether records came with it, which its page offers to merge.
    pub records: bool,
}

/// A plan that somebody has handed on in a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Handed {
    /// The file's name.
    pub name: String,
    /// The plan.
    pub plan: Plan,
    /// The records that came with it.
    pub(super) records: Option<String>,
}
