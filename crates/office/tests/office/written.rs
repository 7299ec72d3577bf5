//! The documents, made at once.

use yaodian_office::Made;
use yaodian_office::word::{self, Progress};
use yaodian_pace::{Pace, at_once};
use yaodian_plan::Plan;
use yaodian_plan::query::Catalog;
use yaodian_progress::{Bulletin, SessionId};

pub fn whole_plan(plan: &Plan, made: &Made) -> Vec<u8> {
    at_once(word::whole_plan(plan, made, &Pace::default()))
}

pub fn schedule(catalog: &Catalog, items: &[usize], progress: Option<Progress<'_>>, made: &Made) -> Vec<u8> {
    at_once(word::schedule(catalog, items, progress, made, &Pace::default()))
}

pub fn monthly(catalog: &Catalog, items: &[usize], progress: Option<Progress<'_>>, made: &Made) -> Vec<u8> {
    at_once(word::monthly(catalog, items, progress, made, &Pace::default()))
}

pub fn agenda(catalog: &Catalog, session: SessionId, progress: Progress<'_>, made: &Made) -> Vec<u8> {
    at_once(word::agenda(catalog, session, progress, made, &Pace::default()))
}

pub fn bulletin(bulletin: &Bulletin, issuer: &str, made: &Made) -> Vec<u8> {
    at_once(word::bulletin(bulletin, issuer, made, &Pace::default()))
}

pub fn supervision(catalog: &Catalog, items: &[usize], progress: Progress<'_>, made: &Made) -> Vec<u8> {
    at_once(word::supervision(catalog, items, progress, made, &Pace::default()))
}
