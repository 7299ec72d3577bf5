//! The preamble, the sections with their work points, and the annexes' titles.

use super::super::{Plan, Section};
use super::faults::Faults;

pub fn check(plan: &Plan, faults: &mut Faults) {
    faults.texts(format_args!("preamble"), &plan.preamble);
    if faults.list(format_args!("sections"), &plan.sections) {
        sections(&plan.sections, faults);
    }
    faults.texts(format_args!("annexes"), &plan.annexes);
    if faults.list(format_args!("notes"), &plan.notes) {
        for (i, note) in plan.notes.iter().enumerate() {
            faults.text(format_args!("notes[{i}].text"), &note.text);
        }
    }
}

fn sections(sections: &[Section], faults: &mut Faults) {
    // Numbers start at 1, and the work points' run on across sections.
    let (mut last_section, mut last_point) = (0, 0);
    for (i, section) in sections.iter().enumerate() {
        let at = format!("sections[{i}]");
        if section.no <= last_section {
            faults.add(format_args!("{at}.no"), out_of_order("部分", section.no.into(), last_section.into()));
        }
        last_section = section.no;
        // Points may stand before the first heading.
        if i > 0 || !section.title.is_empty() {
            faults.title(format_args!("{at}.title"), &section.title);
        }
        faults.texts(format_args!("{at}.text"), &section.text);
        if faults.list(format_args!("{at}.subsections"), &section.subsections) {
            for (k, subsection) in section.subsections.iter().enumerate() {
                faults.text(format_args!("{at}.subsections[{k}].number"), &subsection.number);
                faults.text(format_args!("{at}.subsections[{k}].title"), &subsection.title);
            }
        }
        if !faults.list(format_args!("{at}.points"), &section.points) {
            continue;
        }
        for (k, point) in section.points.iter().enumerate() {
            let at = format!("{at}.points[{k}]");
            if point.no <= last_point {
                faults.add(format_args!("{at}.no"), out_of_order("要点", point.no, last_point));
            }
            last_point = point.no;
            faults.title(format_args!("{at}.heading"), &point.heading);
            faults.text(format_args!("{at}.text"), &point.text);
            faults.text(format_args!("{at}.printed"), &point.printed);
        }
    }
}

fn out_of_order(what: &str, no: u16, last: u16) -> String {
    match (no, last) {
        (0, _) => format!("{what}序号应从 1 开始"),
        _ => format!("{what}序号应依次递增，{last} 之后不能是 {no}"),
    }
}
