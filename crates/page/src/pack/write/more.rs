//! What few plans have, below everything else, so that other plans keep their form.

use super::lines::Lines;
use yaodian_plan::model::*;

/// Whether a plan has any of it.
pub fn is_needed(plan: &Plan) -> bool {
    let several = |item: &Item| matches!(item.period, Period::Several(_));
    !plan.meetings.is_empty()
        || !plan.notes.is_empty()
        || plan.sections.iter().any(section_has)
        || plan.points().any(|point| !point.printed.is_empty())
        || plan.items.iter().any(|item| several(item) || item_has(item))
}

fn section_has(section: &Section) -> bool {
    !section.text.is_empty() || !section.subsections.is_empty()
}

fn item_has(item: &Item) -> bool {
    item.serial.is_some() || !item.extras.is_empty() || !item.sessions.is_empty()
}

/// Writes it. What belongs to a section, a point or an item names its position.
pub fn write(lines: &mut Lines, plan: &Plan) {
    lines.list(&plan.meetings, |lines, kind| {
        lines.text(&kind.id.to_string()).text(&kind.name);
    });
    lines.list(&plan.notes, |lines, note| {
        lines.number(note.annex).text(&note.text);
    });
    lines.list(&having(&plan.sections, section_has), |lines, (at, section)| {
        lines.number(*at).texts(&section.text).list(&section.subsections, |lines, subsection| {
            lines.text(&subsection.number).text(&subsection.title).number(subsection.first);
        });
    });
    let points: Vec<&WorkPoint> = plan.points().collect();
    lines.list(&having(&points, |point| !point.printed.is_empty()), |lines, (at, point)| {
        lines.number(*at).text(&point.printed);
    });
    lines.list(&having(&plan.items, item_has), |lines, (at, item)| {
        lines.number(*at).optional(item.serial.as_deref());
        lines.list(&item.extras, |lines, extra| {
            lines.text(&extra.heading).text(&extra.text);
        });
        lines.list(&item.sessions, |lines, session| {
            lines.text(&session.meeting.to_string()).number(session.no);
        });
    });
}

/// Whether headings have forms of their own.
pub fn has_forms(plan: &Plan) -> bool {
    plan.sections.iter().any(|section| section.printed.is_some()) || plan.points().any(|point| point.apart)
}

/// The forms of headings: numbers of sections, points whose heading stands apart.
pub fn write_forms(lines: &mut Lines, plan: &Plan) {
    lines.list(&having(&plan.sections, |section| section.printed.is_some()), |lines, (at, section)| {
        lines.number(*at).text(section.printed.as_deref().unwrap_or_default());
    });
    let points: Vec<&WorkPoint> = plan.points().collect();
    lines.list(&having(&points, |point| point.apart), |lines, (at, _)| {
        lines.number(*at);
    });
}

fn having<T>(list: &[T], has: impl Fn(&T) -> bool) -> Vec<(u32, &T)> {
    (0..).zip(list).filter(|(_, one)| has(one)).collect()
}
