//! Which items prepare others, and which are one matter in two lists.

use super::super::draft::Proposal;
use super::super::numbers;
use super::super::text::has_any;
use super::matter::{Index, Pair, Reader, common_run};
use super::words::{BROUGHT, PREPARES};
use yaodian_pace::{Pace, Stage};
use yaodian_plan::sort::sort_by;
use yaodian_plan::{Item, Link, Month, Period, Plan};

/// So much weight has to be shared, of which the shorter title is a part.
const ENOUGH: f64 = 8.2;
const SOME: f64 = 4.0;

/// What is prepared comes so many months later at most.
const MONTHS: usize = 6;

/// Proposes links between items.
pub(super) async fn propose(plan: &Plan, pace: &Pace) -> Vec<Proposal> {
    let reader = Reader::new(&plan.issuer);
    let total = plan.items.len();
    let mut pairs: Vec<Vec<Pair>> = Vec::with_capacity(total);
    for item in &plan.items {
        pace.tick(Stage::Links, 0, total).await;
        pairs.push(reader.pairs(&item.title));
    }
    let mut index = Index::default();
    for (at, pairs) in pairs.iter().enumerate() {
        pace.tick(Stage::Links, 0, total).await;
        index.add(at, pairs);
    }
    let mut whole: Vec<f64> = Vec::with_capacity(total);
    for pairs in &pairs {
        pace.tick(Stage::Links, 0, total).await;
        whole.push(index.whole(pairs));
    }
    let mut found: Vec<(f64, Proposal)> = Vec::new();
    for (at, from) in plan.items.iter().enumerate() {
        pace.tick(Stage::Links, at, total).await;
        let Some(own) = pairs.get(at) else { continue };
        for (to, weight) in index.shared(own).into_iter().filter(|(to, weight)| *to != at && *weight >= SOME)
        {
            let Some(other) = plan.items.get(to) else { continue };
            let least = whole.get(at).copied().unwrap_or(0.0).min(whole.get(to).copied().unwrap_or(0.0));
            let sure = weight * (weight / least.max(weight)).sqrt();
            if sure < ENOUGH || years_differ(&from.title, &other.title) {
                continue;
            }
            let run = common_run(&from.title, &other.title);
            if let Some((link, reason)) = link(from, other, &run) {
                found.push((sure, Proposal { link, reason }));
            }
        }
    }
    sort_by(&mut found, &|one, other| one.0 > other.0);
    found.into_iter().map(|(_, proposal)| proposal).collect()
}

fn link(from: &Item, to: &Item, run: &str) -> Option<(Link, String)> {
    // Items of two lists are one matter; within one list they are two.
    let two_lists = !from.id.is_schedule() && to.id.is_schedule();
    let prepares = PREPARES
        .iter()
        .any(|word| from.title.trim_start_matches("开展").trim_start_matches("组织").contains(word))
        && has_any(&to.title, BROUGHT)
        && (two_lists || from.id.is_schedule() && to.id.is_schedule());
    if prepares && let Some((first, then)) = comes_before(from.period, to.period, two_lists) {
        let reason = format!("都说到“{run}”，{first}月在前，{then}月提交");
        return Some((Link::Prepares { from: from.id, to: to.id }, reason));
    }
    let one = two_lists && overlap(from.period, to.period);
    one.then(|| (Link::Same { a: from.id, b: to.id }, format!("两处都说到“{run}”，时间相合")))
}

/// The months of what comes first and of what follows it. In two lists the same month will do.
fn comes_before(from: Period, to: Period, two_lists: bool) -> Option<(Month, Month)> {
    let ((first, _), (then, last)) = (span(from)?, span(to)?);
    let before = first < then || (two_lists && first <= last);
    (before && then.index().saturating_sub(first.index()) <= MONTHS).then_some((first, then))
}

fn span(period: Period) -> Option<(Month, Month)> {
    period.months()
}

fn overlap(one: Period, other: Period) -> bool {
    match (one.months(), other.months()) {
        (Some(_), Some(_)) => Month::all().any(|month| one.covers(month) && other.covers(month)),
        // All year, or not said.
        _ => true,
    }
}

/// Whether both name years, and none in common.
fn years_differ(one: &str, other: &str) -> bool {
    let years = |text: &str| numbers::years(text).map(|(.., year)| year).collect::<Vec<i32>>();
    let (one, other) = (years(one), years(other));
    !one.is_empty() && !other.is_empty() && !one.iter().any(|year| other.contains(year))
}
