//! The documents that the tests read.

use yaodian_plan::{Item, ItemId, Plan};
use yaodian_reading::{Diagnostic, Hints, Severity, import_as};

/// The real document.
pub const NANHAI: &str = include_str!("../../../../plans/nanhai-2023/source.txt");

/// Imports under a fixed id, so that only what the document says can cause a diagnostic.
pub fn read(source: &str) -> (Plan, Vec<Diagnostic>) {
    let (draft, diagnostics) = import_as(source, &Hints { id: Some("test".to_owned()), ..Hints::default() });
    (draft.plan, diagnostics)
}

/// Imports the real document, in which nothing may be worth a warning.
pub fn nanhai() -> Plan {
    let (plan, diagnostics) = read(NANHAI);
    assert!(diagnostics.iter().all(|d| d.severity == Severity::Note), "{}", said(&diagnostics));
    plan
}

/// A small document with these rows in its annexes.
pub fn document(schedule: &str, monthly: &str) -> String {
    format!(
        "某市人大常委会2023年工作要点\n一、总则\n1. 开头。正文。\n附件1\n安排表\n\
         类别\t序号\t项目名称\t组织实施部门\t时间\t常委会会议\t主任会议\n{schedule}\n\
         附件2\n计划\n时间\t内容\t承办部门\t备注\n{monthly}\n"
    )
}

/// The item with this id, which has to be there.
pub fn item<'a>(plan: &'a Plan, id: &str) -> &'a Item {
    let id: ItemId = id.parse().expect("an id");
    plan.item(id).unwrap_or_else(|| panic!("no {id} in {:?}", ids(plan)))
}

/// All ids in order.
pub fn ids(plan: &Plan) -> Vec<String> {
    plan.items.iter().map(|item| item.id.to_string()).collect()
}

/// The diagnostics as the user reads them.
pub fn said(diagnostics: &[Diagnostic]) -> String {
    diagnostics.iter().map(|d| format!("{d}\n")).collect()
}

/// Text without white space, which is what a page break may add.
pub fn dense(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}
