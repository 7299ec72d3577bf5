//! Reading the packed form: the same order of values as in `write`.

use std::str::Split;

use yaodian_plan::model::*;

mod more;

/// Everything below the first line; `None` if there is too little, too much, or something else.
pub fn plan(version: u32, body: &str) -> Option<Plan> {
    let mut lines = Lines(body.split('\n'));
    let mut plan = Plan {
        format: lines.number()?,
        id: lines.text()?,
        title: lines.text()?,
        issuer: lines.text()?,
        year: lines.text()?.parse().ok()?,
        preamble: lines.list(Lines::text)?,
        sections: lines.list(section)?,
        annexes: lines.list(Lines::text)?,
        units: lines.list(|lines| {
            Some(Unit { id: unit_id(lines)?, name: lines.text()?, aliases: lines.list(Lines::text)? })
        })?,
        categories: lines.list(|lines| {
            let (no, name) = (lines.number()?.try_into().ok()?, lines.text()?);
            let stated = match lines.optional()? {
                Some(stated) => Some(stated.parse().ok()?),
                None => None,
            };
            Some(Category { no, name, stated })
        })?,
        items: lines.list(item)?,
        links: lines.list(link)?,
        corrections: lines.list(correction)?,
        notes: Vec::new(),
        meetings: Vec::new(),
        amendments: Vec::new(),
    };
    if version > 1 {
        more::read(&mut lines, &mut plan)?;
    }
    if version > 2 {
        plan.amendments = lines.list(amendment)?;
        more::read_forms(&mut lines, &mut plan)?;
    }
    // The last line end leaves one empty piece.
    (lines.0.next() == Some("") && lines.0.next().is_none()).then_some(plan)
}

fn section(lines: &mut Lines) -> Option<Section> {
    Some(Section {
        no: lines.number()?.try_into().ok()?,
        printed: None,
        title: lines.text()?,
        text: Vec::new(),
        subsections: Vec::new(),
        points: lines.list(|lines| {
            Some(WorkPoint {
                no: lines.number()?.try_into().ok()?,
                printed: String::new(),
                heading: lines.text()?,
                apart: false,
                text: lines.text()?,
                line: lines.number()?,
            })
        })?,
    })
}

fn item(lines: &mut Lines) -> Option<Item> {
    Some(Item {
        id: lines.id()?,
        serial: None,
        title: lines.text()?,
        responsibility: Responsibility {
            text: lines.text()?,
            lead: lines.list(unit_id)?,
            joint: lines.list(unit_id)?,
            collective: match lines.raw()? {
                "" => None,
                "all" => Some(Collective::All),
                "concerned" => Some(Collective::Concerned),
                _ => return None,
            },
            basis: match lines.raw()? {
                "" => Basis::Stated,
                "inferred" => Basis::Inferred,
                _ => return None,
            },
        },
        period: period(lines.raw()?)?,
        period_text: lines.text()?,
        meetings: meetings(lines.raw()?)?,
        sessions: Vec::new(),
        extras: Vec::new(),
        condition: lines.optional()?,
        remark: lines.optional()?,
        reported: match lines.raw()? {
            "" => None,
            "done" => Some(ReportedStatus::Done),
            "doing" => Some(ReportedStatus::Doing),
            _ => return None,
        },
        source: SourceSpan { line: lines.number()?, text: lines.text()? },
    })
}

fn period(text: &str) -> Option<Period> {
    let month = |text: &str| Month::new(text.parse().ok()?);
    match text {
        "" => Some(Period::Unscheduled),
        "year" => Some(Period::WholeYear),
        _ => match text.split_once('-') {
            Some((first, last)) => Some(Period::Months { first: month(first)?, last: month(last)? }),
            None => {
                let months = text.split(',').map(month).collect::<Option<Vec<_>>>()?;
                MonthSet::new(months).map(Period::Several)
            }
        },
    }
}

fn meetings(text: &str) -> Option<Vec<MeetingKind>> {
    let mut parts = text.split(',');
    let usual = parts.next().unwrap_or_default().chars().map(|letter| match letter {
        's' => Some(MeetingKind::StandingCommittee),
        'c' => Some(MeetingKind::Chairpersons),
        _ => None,
    });
    let others = parts.map(|no| no.parse().ok().map(MeetingKind::Other));
    usual.chain(others).collect()
}

fn unit_id(lines: &mut Lines) -> Option<UnitId> {
    lines.text().map(UnitId)
}

fn link(lines: &mut Lines) -> Option<Link> {
    match lines.raw()? {
        "b" => Some(Link::Basis {
            point: lines.number()?.try_into().ok()?,
            item: lines.id()?,
            phrase: lines.text()?,
        }),
        "p" => Some(Link::Prepares { from: lines.id()?, to: lines.id()? }),
        "s" => Some(Link::Same { a: lines.id()?, b: lines.id()? }),
        _ => None,
    }
}

fn correction(lines: &mut Lines) -> Option<Correction> {
    Some(Correction {
        place: place(lines.raw()?)?,
        printed: lines.text()?,
        meant: lines.text()?,
        reason: lines.text()?,
    })
}

fn amendment(lines: &mut Lines) -> Option<Amendment> {
    let at = match lines.raw()? {
        "" => None,
        at => Some(place(at)?),
    };
    Some(Amendment {
        place: at,
        part: Part::of_letter(lines.raw()?)?,
        before: lines.text()?,
        after: lines.text()?,
        on: lines.text()?,
        by: lines.text()?,
    })
}

fn place(text: &str) -> Option<Place> {
    match text.parse() {
        Ok(no) => Some(Place::Point(no)),
        Err(_) => text.parse().ok().map(Place::Item),
    }
}

/// The lines that are left.
struct Lines<'a>(Split<'a, char>);

impl<'a> Lines<'a> {
    /// A line that needs no unescaping.
    fn raw(&mut self) -> Option<&'a str> {
        self.0.next()
    }

    fn text(&mut self) -> Option<String> {
        let raw = self.raw()?;
        let mut text = String::with_capacity(raw.len());
        let mut chars = raw.chars();
        while let Some(c) = chars.next() {
            text.push(match c {
                '\\' => match chars.next()? {
                    '\\' => '\\',
                    'n' => '\n',
                    'r' => '\r',
                    '0' => '\0',
                    'l' => '<',
                    'a' => '&',
                    _ => return None,
                },
                c => c,
            });
        }
        Some(text)
    }

    fn optional(&mut self) -> Option<Option<String>> {
        let text = self.text()?;
        match text.strip_prefix('=') {
            Some(value) => Some(Some(value.to_owned())),
            None => text.is_empty().then_some(None),
        }
    }

    fn number(&mut self) -> Option<u32> {
        self.raw()?.parse().ok()
    }

    fn position(&mut self) -> Option<usize> {
        self.number()?.try_into().ok()
    }

    fn id(&mut self) -> Option<ItemId> {
        self.raw()?.parse().ok()
    }

    fn list<T>(&mut self, each: impl Fn(&mut Lines<'a>) -> Option<T>) -> Option<Vec<T>> {
        // No capacity up front: a damaged count must not ask for gigabytes. And no `collect`, which is ten times the code.
        let mut list = Vec::new();
        for _ in 0..self.number()? {
            list.push(each(self)?);
        }
        Some(list)
    }
}
