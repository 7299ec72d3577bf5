//! Links that the texts suggest, measured on the links that reviewers have set.

use std::collections::BTreeSet;

use serde::Deserialize;
use yaodian_plan::Link;
use yaodian_reading::import;

const NANHAI: &str = include_str!("../../../plans/nanhai-2023/source.txt");
const EDITS: &str = include_str!("../../../plans/nanhai-2023/edits.json");

#[derive(Deserialize)]
struct Edits {
    links: Vec<Link>,
}

/// What a link ties, whatever the words are.
fn ends(link: &Link) -> (String, String, String) {
    match link {
        Link::Basis { point, item, .. } => ("basis".into(), point.to_string(), item.to_string()),
        Link::Prepares { from, to } => ("prepares".into(), from.to_string(), to.to_string()),
        Link::Same { a, b } => ("same".into(), a.to_string(), b.to_string()),
    }
}

#[test]
fn most_are_right_and_most_are_found() {
    let (draft, _) = import(NANHAI);
    let edits: Edits = serde_json::from_str(EDITS).unwrap();
    let reviewed: BTreeSet<_> = edits.links.iter().map(ends).collect();
    let proposed: BTreeSet<_> = draft.proposals.iter().map(|proposal| ends(&proposal.link)).collect();
    let right = proposed.intersection(&reviewed).count();
    println!("{right} of {} proposals are right, of {} links", proposed.len(), reviewed.len());
    let wrong: Vec<_> = proposed.difference(&reviewed).collect();
    assert!(right * 10 >= proposed.len() * 9, "{right} of {} proposals are right: {wrong:?}", proposed.len());
    assert!(right * 10 >= reviewed.len() * 7, "{right} of {} links are found", reviewed.len());
}

#[test]
fn proposals_are_no_links() {
    let (draft, _) = import(NANHAI);
    assert_eq!(draft.plan.links, []);
    for proposal in &draft.proposals {
        assert!(proposal.reason.contains('“') && !proposal.reason.contains("“”"), "{}", proposal.reason);
        let mut plan = draft.plan.clone();
        plan.links.push(proposal.link.clone());
        assert_eq!(yaodian_plan::check(&plan), [], "{:?}", proposal.link);
    }
}

#[test]
fn texts_that_share_nothing_are_not_tied() {
    let text = "某县人大常委会2026年工作要点\n\n一、监督\n\n1. 加强财政监督。听取预算执行情况报告。\n\n附件\n\n某县人大常委会工作安排表\n\n\
        序号\t项目\t承办部门\t时间\n1\t视察高标准农田建设情况\t农业农村工委\t5月\n2\t组织代表培训\t代表工委\t3月\n";
    assert_eq!(import(text).0.proposals, []);
}
