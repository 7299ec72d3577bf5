//! Writing the packed form: the same order of values as in `read`.

use yaodian_plan::model::*;

mod lines;
mod more;

use self::lines::Lines;

/// Everything below the first line, and the version of the form that it needs.
pub fn body(plan: &Plan) -> (u32, String) {
    let mut lines = Lines::default();
    lines.number(plan.format);
    lines.text(&plan.id).text(&plan.title).text(&plan.issuer).text(&plan.year.to_string());
    lines.texts(&plan.preamble);
    lines.list(&plan.sections, |lines, section| {
        lines.number(section.no).text(&section.title).list(&section.points, |lines, point| {
            lines.number(point.no).text(&point.heading).text(&point.text).number(point.line);
        });
    });
    lines.texts(&plan.annexes);
    lines.list(&plan.units, |lines, unit| {
        lines.text(&unit.id.0).text(&unit.name).texts(&unit.aliases);
    });
    lines.list(&plan.categories, |lines, category| {
        lines.number(category.no).text(&category.name);
        lines.optional(category.stated.map(|stated| stated.to_string()).as_deref());
    });
    lines.list(&plan.items, item);
    lines.list(&plan.links, link);
    lines.list(&plan.corrections, |lines, correction| {
        let place = place(correction.place);
        lines.text(&place).text(&correction.printed).text(&correction.meant).text(&correction.reason);
    });
    let is_fourth = |one: &Amendment| matches!(one.part, Part::Number | Part::Order | Part::Links);
    let has_third = !plan.amendments.is_empty() || more::has_forms(plan);
    let version = if plan.amendments.iter().any(is_fourth) {
        4
    } else if has_third {
        3
    } else if more::is_needed(plan) {
        2
    } else {
        1
    };
    if version > 1 {
        more::write(&mut lines, plan);
    }
    if has_third {
        lines.list(&plan.amendments, amendment);
        more::write_forms(&mut lines, plan);
    }
    (version, lines.into_text())
}

fn place(place: Place) -> String {
    match place {
        Place::Item(id) => id.to_string(),
        Place::Point(no) => no.to_string(),
    }
}

fn amendment(lines: &mut Lines, amendment: &Amendment) {
    let Amendment { place, part, before, after, on, by } = amendment;
    lines.text(&place.map(self::place).unwrap_or_default()).text(part.letter());
    lines.text(before).text(after).text(on).text(by);
}

fn item(lines: &mut Lines, item: &Item) {
    lines.text(&item.id.to_string()).text(&item.title);
    responsibility(lines, &item.responsibility);
    let period = match item.period {
        Period::Months { first, last } => format!("{first}-{last}"),
        Period::Several(months) => months.iter().map(|month| month.to_string()).collect::<Vec<_>>().join(","),
        Period::WholeYear => "year".into(),
        Period::Unscheduled => String::new(),
    };
    lines.text(&period).text(&item.period_text);
    // Letters for the usual ones, then numbers: `sc,1`.
    let meeting = |meeting: &MeetingKind| match meeting {
        MeetingKind::StandingCommittee => "s".to_owned(),
        MeetingKind::Chairpersons => "c".to_owned(),
        MeetingKind::Other(no) => format!(",{no}"),
    };
    let meetings: String = item.meetings.iter().map(meeting).collect();
    lines.text(&meetings).optional(item.condition.as_deref()).optional(item.remark.as_deref());
    lines.text(match item.reported {
        None => "",
        Some(ReportedStatus::Done) => "done",
        Some(ReportedStatus::Doing) => "doing",
    });
    lines.number(item.source.line).text(&item.source.text);
}

fn responsibility(lines: &mut Lines, who: &Responsibility) {
    let ids = |lines: &mut Lines, list: &[UnitId]| {
        lines.list(list, |lines, id| {
            lines.text(&id.0);
        });
    };
    lines.text(&who.text);
    ids(lines, &who.lead);
    ids(lines, &who.joint);
    lines.text(match who.collective {
        None => "",
        Some(Collective::All) => "all",
        Some(Collective::Concerned) => "concerned",
    });
    lines.text(match who.basis {
        Basis::Stated => "",
        Basis::Inferred => "inferred",
    });
}

fn link(lines: &mut Lines, link: &Link) {
    match link {
        Link::Basis { point, item, phrase } => {
            lines.text("b").number(*point).text(&item.to_string()).text(phrase);
        }
        Link::Prepares { from, to } => {
            lines.text("p").text(&from.to_string()).text(&to.to_string());
        }
        Link::Same { a, b } => {
            lines.text("s").text(&a.to_string()).text(&b.to_string());
        }
    }
}
