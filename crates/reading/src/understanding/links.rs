//! 脉络 that the texts suggest: which item carries out which point, which prepares another, which are one matter.
//!
//! - `words`: words that say nothing about a matter, as data;
//! - `matter`: what a text is about, as weighted pairs of characters;
//! - `basis`: points and items;
//! - `pairs`: items and items.
//!
//! What is proposed is no link: somebody has to accept it.

mod basis;
mod matter;
mod pairs;
mod words;

use super::draft::Proposal;
use yaodian_pace::Pace;
use yaodian_plan::Plan;

/// The links that a plan's texts suggest, the surest of each kind first.
pub async fn propose(plan: &Plan, pace: &Pace) -> Vec<Proposal> {
    let mut found = basis::propose(plan, pace).await;
    found.extend(pairs::propose(plan, pace).await);
    found
}
