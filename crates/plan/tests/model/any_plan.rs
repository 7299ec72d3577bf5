//! Plans made up at random.

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use yaodian_plan::{
    Amendment, AnnexNote, Basis, Collective, Extra, MeetingKind, NamedMeeting, Part, Period, Place, Plan,
    ReportedStatus, Responsibility, SessionNumber, Subsection, UnitId,
};

use crate::builder::{basis, item, month, months, plan};

/// A text, hostile or not.
pub fn any_text() -> impl Strategy<Value = String> {
    let any_char = prop_oneof![
        any::<char>(),
        proptest::char::range('\u{0}', '\u{1f}'),
        proptest::char::range('一', '龥'),
        proptest::char::range('😀', '🙏'),
        proptest::sample::select(vec![
            '"', '\\', '/', '\u{7f}', '\u{feff}', '\u{2028}', '\u{200d}', '<', '&'
        ]),
    ];
    vec(any_char, 0..12).prop_map(String::from_iter)
}

/// A title has to say something, whatever else is in it.
fn any_title() -> impl Strategy<Value = String> {
    any_text().prop_map(|text| format!("题{text}"))
}

fn any_responsibility() -> impl Strategy<Value = Responsibility> {
    let units = proptest::sample::subsequence(vec!["office", "law", "none"], 1..=3);
    let collective = option::of(proptest::sample::select(vec![Collective::All, Collective::Concerned]));
    (any_text(), units, 0usize..4, collective, any::<bool>()).prop_map(
        |(text, units, leads, collective, stated)| {
            let mut lead: Vec<UnitId> = units.into_iter().map(|unit| UnitId(unit.into())).collect();
            let joint = lead.split_off(leads.min(lead.len()));
            let basis = if stated { Basis::Stated } else { Basis::Inferred };
            Responsibility { text, lead, joint, collective, basis }
        },
    )
}

/// What may vary in one item without making the plan faulty.
type Filling = (
    (String, String),
    Responsibility,
    Vec<MeetingKind>,
    [Option<String>; 3],
    Option<ReportedStatus>,
    u32,
    More,
);

/// Other columns, and whether it goes to another meeting and its time has a gap.
type More = (Vec<(String, String)>, bool, bool);

fn any_filling() -> impl Strategy<Value = Filling> {
    (
        (any_title(), any_text()),
        any_responsibility(),
        proptest::sample::subsequence(vec![MeetingKind::StandingCommittee, MeetingKind::Chairpersons], 0..=2),
        [option::of(any_text()), option::of(any_text()), option::of(any_text())],
        option::of(proptest::sample::select(vec![ReportedStatus::Done, ReportedStatus::Doing])),
        any::<u32>(),
        (vec((any_text(), any_text()), 0..2), any::<bool>(), any::<bool>()),
    )
}

/// A sound plan of any small size with arbitrary texts.
pub fn any_plan() -> impl Strategy<Value = Plan> {
    let head = (any_title(), any_text(), 1949..=2999, vec(any_text(), 0..3));
    let points = vec((any_title(), any_text()), 1..4);
    (head, points, vec(any_filling(), 1..5), option::of(any::<u16>())).prop_map(
        |((title, issuer, year, preamble), points, fillings, stated)| {
            let note = |text: &String| AnnexNote { annex: 1, text: text.clone() };
            let notes = preamble.iter().map(note).collect();
            let mut plan = Plan { title, issuer, year, preamble, notes, ..plan() };
            plan.sections[0].text = plan.preamble.clone();
            plan.sections[0].printed = plan.preamble.first().cloned();
            let subsection =
                |title: &String| Subsection { number: title.clone(), title: title.clone(), first: 1 };
            plan.sections[0].subsections = plan.preamble.iter().map(subsection).collect();
            plan.meetings =
                [MeetingKind::StandingCommittee, MeetingKind::Chairpersons, MeetingKind::Other(1)]
                    .map(|id| NamedMeeting { id, name: "会议".into() })
                    .into();
            plan.categories[0].stated = stated;
            plan.links.clear();
            plan.corrections.clear();
            plan.sections.truncate(1);
            plan.sections[0].points = points
                .into_iter()
                .zip(1..)
                .map(|((heading, text), no)| yaodian_plan::WorkPoint {
                    no,
                    printed: text.clone(),
                    heading,
                    apart: no % 3 == 0,
                    text,
                    line: no.into(),
                })
                .collect();
            plan.items = fillings
                .into_iter()
                .zip(1..)
                .map(
                    |(
                        (texts, responsibility, meetings, [condition, remark, serial], reported, line, more),
                        no,
                    )| {
                        let ((title, text), (extras, other, gap)) = (texts, more);
                        let mut item = item(&format!("m{no}-1"), &title, "law", months(1, no));
                        item.responsibility = responsibility;
                        item.meetings = meetings;
                        (item.condition, item.remark, item.reported) = (condition, remark, reported);
                        let extra = |(heading, text)| Extra { heading, text };
                        (item.serial, item.extras) = (serial, extras.into_iter().map(extra).collect());
                        if other {
                            item.meetings.push(MeetingKind::Other(1));
                            item.sessions
                                .push(SessionNumber { meeting: MeetingKind::Other(1), no: no.into() });
                        }
                        if gap {
                            item.period = Period::of([1, no, 9].map(month));
                        }
                        (item.source.line, item.source.text) = (line, text);
                        item
                    },
                )
                .collect();
            for (point, item) in plan.sections[0].points.iter().zip(&plan.items) {
                plan.links.push(basis(point.no, &item.id.to_string(), &point.heading));
                plan.corrections.push(yaodian_plan::Correction {
                    place: Place::Item(item.id),
                    printed: item.title.clone(),
                    meant: String::new(),
                    reason: format!("因{}", item.title),
                });
            }
            plan.amendments = notes_of(&plan);
            plan
        },
    )
}

/// An amendment of each part, with the texts of the plan.
fn notes_of(plan: &Plan) -> Vec<Amendment> {
    let places = [None, Some(Place::Point(1)), plan.items.last().map(|item| Place::Item(item.id))];
    let texts = plan.preamble.iter().zip(places.into_iter().cycle()).zip(Part::ALL);
    texts
        .map(|((text, place), (part, _))| Amendment {
            place,
            part,
            before: text.clone(),
            after: format!("改{text}"),
            on: "2026-03-01".into(),
            by: text.clone(),
        })
        .collect()
}
