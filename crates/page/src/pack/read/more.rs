//! What few plans have: the same order of values as in `write::more`.

use super::Lines;
use yaodian_plan::model::*;

/// Adds it to a plan.
pub fn read(lines: &mut Lines, plan: &mut Plan) {
    plan.meetings = lines.list(|lines| NamedMeeting { id: meeting(lines), name: lines.text() });
    plan.notes = lines.list(|lines| AnnexNote { annex: lines.number(), text: lines.text() });
    let subsection =
        |lines: &mut Lines| Subsection { number: lines.text(), title: lines.text(), first: lines.number() };
    for (at, text, subsections) in
        lines.list(|lines| (lines.number::<usize>(), lines.list(Lines::text), lines.list(subsection)))
    {
        match plan.sections.get_mut(at) {
            Some(section) => (section.text, section.subsections) = (text, subsections),
            None => lines.fail(()),
        }
    }
    let printed = lines.list(|lines| (lines.number::<usize>(), lines.text()));
    let mut points = points(plan);
    for (at, printed) in printed {
        match points.get_mut(at) {
            Some(point) => point.printed = printed,
            None => lines.fail(()),
        }
    }
    let extra = |lines: &mut Lines| Extra { heading: lines.text(), text: lines.text() };
    let session = |lines: &mut Lines| SessionNumber { meeting: meeting(lines), no: lines.number() };
    for (at, serial, extras, sessions) in lines
        .list(|lines| (lines.number::<usize>(), lines.optional(), lines.list(extra), lines.list(session)))
    {
        match plan.items.get_mut(at) {
            Some(item) => (item.serial, item.extras, item.sessions) = (serial, extras, sessions),
            None => lines.fail(()),
        }
    }
}

/// The forms of headings: numbers of sections, points whose heading stands apart.
pub fn read_forms(lines: &mut Lines, plan: &mut Plan) {
    for (at, printed) in lines.list(|lines| (lines.number::<usize>(), lines.text())) {
        match plan.sections.get_mut(at) {
            Some(section) => section.printed = Some(printed),
            None => lines.fail(()),
        }
    }
    let apart = lines.list(Lines::number::<usize>);
    let mut points = points(plan);
    for at in apart {
        match points.get_mut(at) {
            Some(point) => point.apart = true,
            None => lines.fail(()),
        }
    }
}

fn points(plan: &mut Plan) -> Vec<&mut WorkPoint> {
    let mut points = Vec::new();
    for section in &mut plan.sections {
        points.extend(&mut section.points);
    }
    points
}

fn meeting(lines: &mut Lines) -> MeetingKind {
    let raw = lines.raw();
    lines.parsed(raw, MeetingKind::Chairpersons)
}
