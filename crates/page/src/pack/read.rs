//! Reading the packed form: the same order of values as in `write`.

use yaodian_plan::model::*;

mod lines;
mod more;

use lines::Lines;

/// Everything below the first line; `None` if there is too little, too much, or something else.
pub fn plan(version: u32, body: &str) -> Option<Plan> {
    let mut lines = Lines::new(body);
    let mut plan = Plan {
        format: lines.number(),
        id: lines.text(),
        title: lines.text(),
        issuer: lines.text(),
        year: lines.number(),
        preamble: lines.list(Lines::text),
        sections: lines.list(section),
        annexes: lines.list(Lines::text),
        units: lines.list(|lines| Unit {
            id: unit_id(lines),
            name: lines.text(),
            aliases: lines.list(Lines::text),
        }),
        categories: lines.list(|lines| Category {
            no: lines.number(),
            name: lines.text(),
            stated: lines.optional().map(|stated| lines.sized(&stated)),
        }),
        items: lines.list(item),
        links: lines.list(link),
        corrections: lines.list(|lines| Correction {
            place: place(lines),
            printed: lines.text(),
            meant: lines.text(),
            reason: lines.text(),
        }),
        notes: Vec::new(),
        meetings: Vec::new(),
        amendments: Vec::new(),
    };
    if version > 1 {
        more::read(&mut lines, &mut plan);
    }
    if version > 2 {
        plan.amendments = lines.list(amendment);
        more::read_forms(&mut lines, &mut plan);
    }
    lines.are_read().then_some(plan)
}

fn section(lines: &mut Lines) -> Section {
    Section {
        no: lines.number(),
        printed: None,
        title: lines.text(),
        text: Vec::new(),
        subsections: Vec::new(),
        points: lines.list(|lines| WorkPoint {
            no: lines.number(),
            printed: String::new(),
            heading: lines.text(),
            apart: false,
            text: lines.text(),
            line: lines.number(),
        }),
    }
}

fn item(lines: &mut Lines) -> Item {
    Item {
        id: lines.id(),
        serial: None,
        title: lines.text(),
        responsibility: Responsibility {
            text: lines.text(),
            lead: lines.list(unit_id),
            joint: lines.list(unit_id),
            collective: match lines.raw() {
                "" => None,
                "all" => Some(Collective::All),
                "concerned" => Some(Collective::Concerned),
                _ => lines.fail(None),
            },
            basis: match lines.raw() {
                "" => Basis::Stated,
                "inferred" => Basis::Inferred,
                _ => lines.fail(Basis::Stated),
            },
        },
        period: period(lines),
        period_text: lines.text(),
        meetings: meetings(lines),
        sessions: Vec::new(),
        extras: Vec::new(),
        condition: lines.optional(),
        remark: lines.optional(),
        reported: match lines.raw() {
            "" => None,
            "done" => Some(ReportedStatus::Done),
            "doing" => Some(ReportedStatus::Doing),
            _ => lines.fail(None),
        },
        source: SourceSpan { line: lines.number(), text: lines.text() },
    }
}

fn period(lines: &mut Lines) -> Period {
    match lines.raw() {
        "" => Period::Unscheduled,
        "year" => Period::WholeYear,
        text => match text.split_once('-') {
            Some((first, last)) => Period::Months { first: month(lines, first), last: month(lines, last) },
            None => {
                let mut months = Vec::new();
                for text in text.split(',') {
                    months.push(month(lines, text));
                }
                let months = MonthSet::new(months).map(Period::Several);
                lines.expect(months, Period::Unscheduled)
            }
        },
    }
}

fn month(lines: &mut Lines, text: &str) -> Month {
    let no = lines.sized(text);
    lines.expect(Month::new(no), Month::JANUARY)
}

fn meetings(lines: &mut Lines) -> Vec<MeetingKind> {
    let mut parts = lines.raw().split(',');
    let mut meetings = Vec::new();
    for letter in parts.next().unwrap_or_default().bytes() {
        meetings.push(match letter {
            b's' => MeetingKind::StandingCommittee,
            b'c' => MeetingKind::Chairpersons,
            _ => lines.fail(MeetingKind::Chairpersons),
        });
    }
    for no in parts {
        meetings.push(MeetingKind::Other(lines.sized(no)));
    }
    meetings
}

fn unit_id(lines: &mut Lines) -> UnitId {
    UnitId(lines.text())
}

fn link(lines: &mut Lines) -> Link {
    match lines.raw() {
        "b" => Link::Basis { point: lines.number(), item: lines.id(), phrase: lines.text() },
        "p" => Link::Prepares { from: lines.id(), to: lines.id() },
        kind => {
            let link = Link::Same { a: lines.id(), b: lines.id() };
            lines.expect((kind == "s").then_some(()), ());
            link
        }
    }
}

fn amendment(lines: &mut Lines) -> Amendment {
    Amendment {
        place: place_or_none(lines),
        part: {
            let part = Part::of_letter(lines.raw());
            lines.expect(part, Part::Text)
        },
        before: lines.text(),
        after: lines.text(),
        on: lines.text(),
        by: lines.text(),
    }
}

fn place(lines: &mut Lines) -> Place {
    let place = place_or_none(lines);
    lines.expect(place, Place::Point(0))
}

/// A point has a number, an item an id, which has a letter in front; an empty line is none.
fn place_or_none(lines: &mut Lines) -> Option<Place> {
    match lines.raw() {
        "" => None,
        text if text.as_bytes()[0].is_ascii_digit() => Some(Place::Point(lines.sized(text))),
        text => Some(Place::Item(lines.parsed(text, ItemId::Monthly { month: Month::JANUARY, no: 0 }))),
    }
}
