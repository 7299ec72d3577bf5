//! 计划全文: title, points, annexes.

use yaodian_pace::Pace;
use yaodian_plan::{Plan, Section, WorkPoint, amended};

use super::annexes;
use super::body::{Body, Pages};
use super::paragraph::Run;
use super::styles::Look;
use crate::{Made, printed, text};

/// The whole plan as issued, as a .docx. Read again it is the same plan.
pub async fn whole_plan(plan: &Plan, made: &Made, pace: &Pace) -> Vec<u8> {
    let all: Vec<usize> = (0..plan.items.len()).collect();
    let annexes = annexes::annexes(plan, &all);
    // A plan that is its tables has its title above the first of them.
    let is_tables = plan.preamble.is_empty() && plan.sections.is_empty();
    let mut body = Body::new(if is_tables { Pages::Landscape } else { Pages::Portrait });
    body.paragraph(Look::Title, &plan.title);
    if !says_year(plan) {
        body.paragraph(Look::Subtitle, &text::year(plan.year));
    }
    if let ([annex], true, true) = (&annexes[..], is_tables, plan.annexes.is_empty()) {
        annex.write_table(&mut body, None);
        sign(&mut body, plan);
        record(&mut body, plan);
        return body.finish(&plan.title, made, pace).await;
    }
    body.space();
    for paragraph in &plan.preamble {
        body.paragraph(Look::Body, paragraph);
    }
    let form = printed::point_form(plan);
    for section in &plan.sections {
        write_section(&mut body, plan, section, form);
    }
    if !annexes.is_empty() {
        body.space();
    }
    // Of several annexes the rows may stand in one table; a plan without annexes has its tables as such.
    let mut listed = plan.annexes.clone();
    let numbers: Vec<usize> = annexes.iter().map(|annex| number_of(&annex.title, &mut listed)).collect();
    for (at, title) in listed.into_iter().enumerate() {
        let before = if at == 0 { text::ANNEX_LIST } else { text::ANNEX_LIST_MORE };
        body.paragraph(Look::Body, &format!("{before}{}. {title}", at + 1));
    }
    sign(&mut body, plan);
    for (annex, number) in annexes.into_iter().zip(numbers) {
        body.section(Pages::Landscape);
        body.paragraph(Look::Label, &text::annex(number));
        annex.write(&mut body, None);
    }
    record(&mut body, plan);
    body.finish(&plan.title, made, pace).await
}

/// What was changed since the plan was put into use, on pages of its own behind everything that the document says.
fn record(body: &mut Body, plan: &Plan) {
    if plan.amendments.is_empty() {
        return;
    }
    body.section(Pages::Portrait);
    body.paragraph(Look::Title, amended::RECORD);
    body.paragraph(Look::Body, amended::RECORD_NOTE);
    for (no, line) in (1..).zip(amended::record(plan)) {
        body.paragraph(Look::Body, &format!("{no}. {line}"));
    }
}

/// The number of an annex in the list of them, which it is added to if it is not there.
fn number_of(title: &str, listed: &mut Vec<String>) -> usize {
    let at = listed.iter().position(|listed| listed == title);
    at.unwrap_or_else(|| {
        listed.push(title.to_owned());
        listed.len() - 1
    }) + 1
}

/// Who issues it, where the title does not say so.
fn sign(body: &mut Body, plan: &Plan) {
    if !plan.issuer.is_empty() && !plan.title.contains(&plan.issuer) {
        body.space();
        body.paragraph(Look::Signature, &plan.issuer);
    }
}

/// Whether some text before the tables says which year the plan is for.
fn says_year(plan: &Plan) -> bool {
    let sections = plan.sections.iter().flat_map(|section| section.text.iter().chain([&section.title]));
    let points = plan.points().flat_map(|point| [&point.heading, &point.text]);
    let texts =
        [&plan.title].into_iter().chain(&plan.preamble).chain(&plan.annexes).chain(sections).chain(points);
    let year = plan.year.to_string();
    texts.into_iter().any(|text| text.chars().map(digit).collect::<String>().contains(&year))
}

/// A digit in any writing, ２ and 二, as the plain one.
fn digit(char: char) -> char {
    let writings = ["０〇○零", "１一", "２二", "３三", "４四", "５五", "６六", "７七", "８八", "９九"];
    let found = ('0'..='9').zip(writings).find(|(_, writing)| writing.contains(char));
    found.map_or(char, |(digit, _)| digit)
}

/// A part of the text: its heading, what stands below it, its points with the headings between them. `form`: see
/// [`printed::point_form`].
fn write_section(body: &mut Body, plan: &Plan, section: &Section, form: Option<&str>) {
    // A plan without parts has one that has no heading.
    if !section.title.is_empty() {
        body.paragraph(Look::Section, &printed::section_heading(plan, section));
    }
    for paragraph in &section.text {
        body.paragraph(Look::Body, paragraph);
    }
    let mut headings = section.subsections.iter().peekable();
    for point in &section.points {
        while let Some(heading) = headings.next_if(|heading| heading.first <= point.no) {
            body.paragraph(Look::Subsection, &format!("{}{}", heading.number, heading.title));
        }
        write_point(body, &printed::point_number(form, point), point);
    }
    for heading in headings {
        body.paragraph(Look::Subsection, &format!("{}{}", heading.number, heading.title));
    }
}

/// A point: a sentence in bold with its text behind it. Lines that are no sentences, as fields are, stand by themselves.
fn write_point(body: &mut Body, number: &str, point: &WorkPoint) {
    let apart = if number.ends_with(|char: char| char.is_ascii()) { " " } else { "" };
    let heading = format!("{number}{apart}{}", point.heading);
    let ends = |line: &str| line.ends_with(['。', '；', '：', '！', '？', '…', '”', '）']);
    if point.apart || !point.text.lines().all(ends) {
        body.runs(Look::Body, vec![Run::bold(heading)]);
        return point.text.lines().for_each(|line| body.paragraph(Look::Body, line));
    }
    let (first, more) = point.text.split_once('\n').unwrap_or((&point.text, ""));
    let end = if ends(&point.heading) && point.text.is_empty() { "" } else { "。" };
    body.runs(Look::Body, vec![Run::bold(format!("{heading}{end}")), Run::plain(first)]);
    for line in more.lines() {
        body.paragraph(Look::Body, line);
    }
}
