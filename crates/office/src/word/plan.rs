//! 计划全文: title, points, annexes.

use yaodian_plan::Plan;

use super::annexes;
use super::body::{Body, Pages, Run};
use super::styles::Look;
use crate::{Made, printed, text};

/// The whole plan as issued, as a .docx. Read again it is the same plan.
pub fn whole_plan(plan: &Plan, made: &Made) -> Vec<u8> {
    let mut body = Body::new(Pages::Portrait);
    body.paragraph(Look::Title, &plan.title);
    body.space();
    for paragraph in &plan.preamble {
        body.paragraph(Look::Body, paragraph);
    }
    for section in &plan.sections {
        body.paragraph(Look::Section, &format!("{}、{}", section.numeral(), section.title));
        for point in &section.points {
            let heading = format!("{}. {}。", printed::point_number(point), point.heading);
            body.runs(Look::Body, vec![Run::bold(heading), Run::plain(point.text.clone())]);
        }
    }
    let all: Vec<usize> = (0..plan.items.len()).collect();
    let annexes = annexes::annexes(plan, &all);
    if !annexes.is_empty() {
        body.space();
    }
    for (at, annex) in annexes.iter().enumerate() {
        let before = if at == 0 { text::ANNEX_LIST } else { text::ANNEX_LIST_MORE };
        body.paragraph(Look::Body, &format!("{before}{}. {}", at + 1, annex.title));
    }
    for (at, annex) in annexes.into_iter().enumerate() {
        body.section(Pages::Landscape);
        body.paragraph(Look::Label, &text::annex(at + 1));
        annex.write(&mut body, None);
    }
    body.finish(&plan.title, made)
}
