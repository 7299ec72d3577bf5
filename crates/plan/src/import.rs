//! From the text of a source document to a plan.
use crate::{FORMAT, Plan};
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Severity {
    Note,
    Warning,
    Error,
}
#[derive(Clone, Debug)]
pub struct Diagnostic {
    pub line: u32,
    pub severity: Severity,
    pub problem: String,
}
impl std::fmt::Display for Diagnostic {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}: {}", self.line, self.problem)
    }
}
pub fn import(text: &str) -> (Plan, Vec<Diagnostic>) {
    let title = text.lines().next().unwrap_or_default().to_owned();
    let bad = !title.contains("要点");
    let plan = Plan {
        format: FORMAT,
        id: "stub-2023".into(),
        title,
        issuer: "x".into(),
        year: 2023,
        preamble: vec![],
        sections: vec![],
        annexes: vec![],
        units: vec![],
        categories: vec![],
        items: vec![],
        links: vec![],
        corrections: vec![],
    };
    (
        plan,
        if bad {
            vec![Diagnostic { line: 1, severity: Severity::Error, problem: "no title".into() }]
        } else {
            vec![Diagnostic { line: 1, severity: Severity::Note, problem: "stub".into() }]
        },
    )
}
