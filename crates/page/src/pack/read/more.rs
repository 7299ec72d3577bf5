//! What few plans have: the same order of values as in `write::more`.

use super::Lines;
use yaodian_plan::model::*;

/// Adds it to a plan.
pub fn read(lines: &mut Lines, plan: &mut Plan) -> Option<()> {
    plan.meetings = lines.list(|lines| {
        let (id, name) = (lines.raw()?.parse().ok()?, lines.text()?);
        Some(NamedMeeting { id, name })
    })?;
    plan.notes = lines.list(|lines| {
        let (annex, text) = (lines.number()?.try_into().ok()?, lines.text()?);
        Some(AnnexNote { annex, text })
    })?;
    for (at, text, subsections) in lines.list(|lines| {
        let subsection = |lines: &mut Lines| {
            let (number, title) = (lines.text()?, lines.text()?);
            Some(Subsection { number, title, first: lines.number()?.try_into().ok()? })
        };
        Some((lines.position()?, lines.list(Lines::text)?, lines.list(subsection)?))
    })? {
        let section = plan.sections.get_mut(at)?;
        (section.text, section.subsections) = (text, subsections);
    }
    let printed = lines.list(|lines| Some((lines.position()?, lines.text()?)))?;
    let mut points: Vec<&mut WorkPoint> =
        plan.sections.iter_mut().flat_map(|section| &mut section.points).collect();
    for (at, printed) in printed {
        points.get_mut(at)?.printed = printed;
    }
    for (at, serial, extras, sessions) in lines.list(|lines| {
        let extra = |lines: &mut Lines| {
            let (heading, text) = (lines.text()?, lines.text()?);
            Some(Extra { heading, text })
        };
        let session = |lines: &mut Lines| {
            let (meeting, no) = (lines.raw()?.parse().ok()?, lines.number()?.try_into().ok()?);
            Some(SessionNumber { meeting, no })
        };
        Some((lines.position()?, lines.optional()?, lines.list(extra)?, lines.list(session)?))
    })? {
        let item = plan.items.get_mut(at)?;
        (item.serial, item.extras, item.sessions) = (serial, extras, sessions);
    }
    Some(())
}

/// The forms of headings: numbers of sections, points whose heading stands apart.
pub fn read_forms(lines: &mut Lines, plan: &mut Plan) -> Option<()> {
    for (at, printed) in lines.list(|lines| Some((lines.position()?, lines.text()?)))? {
        plan.sections.get_mut(at)?.printed = Some(printed);
    }
    let apart = lines.list(Lines::position)?;
    let mut points: Vec<&mut WorkPoint> =
        plan.sections.iter_mut().flat_map(|section| &mut section.points).collect();
    for at in apart {
        points.get_mut(at)?.apart = true;
    }
    Some(())
}
