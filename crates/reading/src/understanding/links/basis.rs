//! Which item carries out which point: the words that they share and others do not.

use super::super::draft::Proposal;
use super::matter::{Index, Pair, Reader, common_run};
use yaodian_pace::{Pace, Stage};
use yaodian_plan::sort::sort_by;
use yaodian_plan::{Link, Plan};

/// So much weight has to be shared: about two rare words of two characters.
const ENOUGH: f64 = 5.5;

/// A clause of a point.
struct Clause<'a> {
    point: u16,
    words: &'a str,
    pairs: Vec<Pair>,
}

/// Proposes points for items.
pub(super) async fn propose(plan: &Plan, pace: &Pace) -> Vec<Proposal> {
    let reader = Reader::new(&plan.issuer);
    let mut clauses: Vec<Clause<'_>> = Vec::new();
    let mut points: Vec<usize> = Vec::new();
    for (at, point) in plan.points().enumerate() {
        let texts = [point.heading.as_str(), point.text.as_str()];
        let words = texts.into_iter().flat_map(|text| text.split(['，', '。', '；', '\n'])).map(str::trim);
        for words in words.filter(|words| words.chars().nth(2).is_some()) {
            pace.tick(Stage::Links, 0, 0).await;
            clauses.push(Clause { point: point.no, words, pairs: reader.pairs(words) });
            points.push(at);
        }
    }
    let mut index = Index::default();
    for (point, clause) in points.into_iter().zip(&clauses) {
        pace.tick(Stage::Links, 0, 0).await;
        index.add(point, &clause.pairs);
    }
    let mut found: Vec<(f64, Proposal)> = Vec::new();
    for (at, item) in plan.items.iter().enumerate() {
        pace.tick(Stage::Links, at, plan.items.len()).await;
        // The clause of each point that shares most with the item.
        let mut best: Vec<(u16, f64, usize)> = Vec::new();
        for (at, weight) in index.shared(&reader.pairs(&item.title)) {
            let Some(clause) = clauses.get(at) else { continue };
            match best.iter_mut().find(|(point, ..)| *point == clause.point) {
                Some(known) if weight > known.1 => *known = (clause.point, weight, at),
                Some(_) => {}
                None => best.push((clause.point, weight, at)),
            }
        }
        sort_by(&mut best, &|one, other| one.0 < other.0);
        let mut ranked: Vec<(f64, usize)> = best.into_iter().map(|(_, weight, at)| (weight, at)).collect();
        sort_by(&mut ranked, &|one, other| one.0 > other.0);
        let top = ranked.first().map_or(0.0, |(weight, _)| *weight);
        let second = ranked.get(1).map_or(0.0, |(weight, _)| *weight);
        for (place, (weight, at)) in ranked.into_iter().enumerate() {
            // The best by far is surer than its weight; what comes behind it is less so.
            let sure = match place {
                0 if second * 1.5 <= weight => weight * 1.3,
                _ if weight >= top * 0.8 => weight,
                _ => weight * 0.6,
            };
            let Some(clause) = clauses.get(at).filter(|_| sure >= ENOUGH) else { continue };
            let run = common_run(&item.title, clause.words);
            let reason = format!("要点 {} 与事项都说到“{run}”", clause.point);
            let link = Link::Basis { point: clause.point, item: item.id, phrase: clause.words.to_owned() };
            found.push((sure, Proposal { link, reason }));
        }
    }
    sort_by(&mut found, &|one, other| one.0 > other.0);
    found.into_iter().map(|(_, proposal)| proposal).collect()
}
