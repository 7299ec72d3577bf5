//! What is expected of a document, and how what was read is compared with it.

use std::collections::BTreeMap;
use std::fmt;
use std::path::{Path, PathBuf};

use serde::Deserialize;
use yaodian_plan::{Basis, Collective, Item, MeetingKind, Period, Plan, check as faults};
use yaodian_reading::document::fold;
use yaodian_reading::{Diagnostic, Draft};

/// What a careful reader gets from a document.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Expect {
    pub title: String,
    pub issuer: Option<String>,
    pub year: i32,
    /// Numbered points with a text; sub-headings do not count.
    pub points: Option<usize>,
    pub items: usize,
    pub rows: Vec<Row>,
    /// Causes that have to be among what is said.
    pub said: Vec<String>,
    /// The file cannot be read, and the message has to hold these words.
    pub error: bool,
    pub must_say: Vec<String>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Row {
    title: String,
    units: Vec<String>,
    /// First and last, "year", or nothing.
    months: serde_json::Value,
    meetings: Vec<String>,
    category: Option<String>,
    inferred: bool,
    extras: BTreeMap<String, String>,
    sessions: Vec<u16>,
}

/// All that is not as expected in one document.
pub struct Failure {
    name: String,
    differences: Vec<String>,
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}\n  {}", self.name, self.differences.join("\n  "))
    }
}

/// The files of a folder with what is expected of them.
pub fn cases(folder: &Path) -> Vec<(PathBuf, Expect)> {
    let entries = std::fs::read_dir(folder).expect("a folder of cases");
    let mut files: Vec<PathBuf> = entries.map(|entry| entry.expect("a file").path()).collect();
    files.retain(|file| file.extension().is_none_or(|ending| ending != "json" && ending != "rows"));
    files.sort();
    let expect = |file: PathBuf| {
        let read = |ending| std::fs::read_to_string(file.with_extension(ending));
        let expect = match read("rows") {
            Ok(rows) => Expect::of_rows(&rows),
            Err(_) => {
                let json = read("expect.json").expect("what is expected");
                serde_json::from_str(&json).unwrap_or_else(|error| panic!("{}: {error}", file.display()))
            }
        };
        (file, expect)
    };
    files.into_iter().map(expect).collect()
}

impl Expect {
    /// Reads the short form: `title|year|points`, and a line `title|units|months|meetings` for each item. Units and
    /// meetings are parted by commas, a meeting may have its number (`standing#25`); months are `3`, `3-6`, `4,9`, `year`
    /// or nothing; a line `!cause` has to be said.
    fn of_rows(text: &str) -> Expect {
        let mut lines = text.lines().filter(|line| !line.is_empty());
        let head: Vec<&str> = lines.next().unwrap_or_default().split('|').collect();
        let list = |text: &str| -> Vec<String> {
            text.split(',').filter(|one| !one.is_empty()).map(str::to_owned).collect()
        };
        let mut expect = Expect {
            title: head[0].to_owned(),
            year: head[1].parse().expect("a year"),
            points: head[2].parse().ok(),
            ..Expect::default()
        };
        for line in lines {
            if let Some(cause) = line.strip_prefix('!') {
                expect.said.push(cause.to_owned());
                continue;
            }
            let cells: Vec<&str> = line.split('|').collect();
            let months = match cells[2] {
                "" => serde_json::Value::Null,
                "year" => "year".into(),
                exact if exact.contains(',') => exact.into(),
                span => {
                    let number = |text: &str| text.parse::<u8>().expect("a month");
                    let (first, last) = span.split_once('-').unwrap_or((span, span));
                    vec![number(first), number(last)].into()
                }
            };
            let (title, units, mut meetings) = (cells[0].to_owned(), list(cells[1]), list(cells[3]));
            let mut sessions = Vec::new();
            for meeting in &mut meetings {
                if let Some((name, no)) = meeting.split_once('#') {
                    sessions.push(no.parse().expect("a number"));
                    *meeting = name.to_owned();
                }
            }
            expect.rows.push(Row { title, units, months, meetings, sessions, ..Row::default() });
        }
        expect.items = expect.rows.len();
        expect
    }

    /// Compares with a file that was not read.
    pub fn refused(&self, name: &str, message: &str) -> Option<Failure> {
        let mut differences: Vec<String> = Vec::new();
        if !self.error {
            differences.push(format!("not read: {message}"));
        }
        let unsaid = self.must_say.iter().filter(|words| !message.contains(words.as_str()));
        differences.extend(unsaid.map(|words| format!("{words} is not in: {message}")));
        (!differences.is_empty()).then(|| Failure { name: name.to_owned(), differences })
    }
}

/// Compares a document with what is expected of it.
pub fn check(name: &str, expect: &Expect, (draft, said): &(Draft, Vec<Diagnostic>)) -> Option<Failure> {
    let plan = &draft.plan;
    let mut differences: Vec<String> = Vec::new();
    let mut differ = |what: &str, found: String, wanted: String| {
        if plain(&found) != plain(&wanted) {
            differences.push(format!("{what}: {found}, expected {wanted}"));
        }
    };
    differ("read", "yes".into(), if expect.error { "no" } else { "yes" }.into());
    differ("title", plan.title.clone(), expect.title.clone());
    differ("year", plan.year.to_string(), expect.year.to_string());
    if let Some(issuer) = &expect.issuer {
        differ("issuer", plan.issuer.clone(), issuer.clone());
    }
    if let Some(points) = expect.points {
        differ("points", plan.points().count().to_string(), points.to_string());
    }
    differ("items", plan.items.len().to_string(), expect.items.to_string());
    let broken: Vec<String> = faults(plan).iter().map(ToString::to_string).collect();
    differ("faults", broken.join("; "), String::new());
    for (at, row) in expect.rows.iter().enumerate() {
        let Some(item) = plan.items.get(at) else {
            differ(&row.title, "missing".into(), "there".into());
            continue;
        };
        differ(&format!("row {} title", at + 1), item.title.clone(), row.title.clone());
        compare(plan, item, row, |what, found, wanted| {
            differ(&format!("{} {what}", row.title), found, wanted)
        });
    }
    for cause in &expect.said {
        let is_said = said.iter().any(|diagnostic| diagnostic.cause.code() == *cause);
        differ(&format!("{cause} said"), is_said.to_string(), "true".into());
    }
    for diagnostic in said {
        let message = diagnostic.to_string();
        // Latin words and paths would be no message for a clerk; names of files and ids are quoted.
        let path = message.contains("[") && message.contains("].");
        differ("message", if path { message } else { String::new() }, String::new());
    }
    (!differences.is_empty()).then(|| Failure { name: name.to_owned(), differences })
}

fn compare(plan: &Plan, item: &Item, row: &Row, mut differ: impl FnMut(&str, String, String)) {
    differ(
        "units",
        units(plan, item),
        row.units.iter().map(|unit| one_unit(unit)).collect::<Vec<_>>().join(" "),
    );
    let exact = row.months.as_str().is_some_and(|text| text.contains(','));
    let months = match item.period {
        Period::WholeYear => "\"year\"".to_owned(),
        period if exact => {
            format!("{:?}", period.to_string().replace('月', "").replace('—', "-").replace('、', ","))
        }
        period => period.months().map_or("null".to_owned(), |(first, last)| format!("[{first},{last}]")),
    };
    differ("months", months, row.months.to_string());
    let meetings: Vec<&str> = item.meetings.iter().map(|meeting| meeting_name(plan, *meeting)).collect();
    let mut wanted: Vec<&str> = row.meetings.iter().map(String::as_str).collect();
    wanted.sort_by_key(|name| match *name {
        "standing" => 0,
        "chairs" => 1,
        _ => 2,
    });
    differ("meetings", meetings.join(" "), wanted.join(" "));
    if let Some(category) = &row.category {
        let found = match item.id {
            yaodian_plan::ItemId::Schedule { category, .. } => {
                plan.category(category).map(|it| it.name.clone())
            }
            yaodian_plan::ItemId::Monthly { .. } => None,
        };
        differ("category", found.unwrap_or_default(), category.clone());
    }
    if row.inferred {
        let inferred = item.responsibility.basis == Basis::Inferred;
        differ("inferred", inferred.to_string(), "true".into());
    }
    for (heading, text) in &row.extras {
        let found = item.extras.iter().find(|extra| extra.heading == *heading);
        differ(heading, found.map(|extra| extra.text.clone()).unwrap_or_default(), text.clone());
    }
    let sessions: Vec<u16> = item.sessions.iter().map(|session| session.no).collect();
    differ("sessions", format!("{sessions:?}"), format!("{:?}", row.sessions));
}

/// Who does it: units by name, lead first, then what is named together.
fn units(plan: &Plan, item: &Item) -> String {
    let who = &item.responsibility;
    let name = |id| plan.unit(id).map_or("?", |unit| unit.name.as_str()).to_owned();
    let mut names: Vec<String> = who.lead.iter().chain(&who.joint).map(name).collect();
    names.extend(who.collective.map(|collective| match collective {
        Collective::All => "各".to_owned(),
        Collective::Concerned => "有关".to_owned(),
    }));
    names.join(" ")
}

/// Units that are named together are compared by what they are, not by their words.
fn one_unit(name: &str) -> String {
    match name {
        name if name.contains("有关") || name.contains("相关") => "有关".to_owned(),
        name if name.starts_with('各') => "各".to_owned(),
        name => name.to_owned(),
    }
}

fn meeting_name(plan: &Plan, meeting: MeetingKind) -> &str {
    match meeting {
        MeetingKind::StandingCommittee => "standing",
        MeetingKind::Chairpersons => "chairs",
        other => plan.meeting_name(other),
    }
}

/// Without white space, in narrow letters, without the punctuation at the end.
fn plain(text: &str) -> String {
    let narrow = |c: char| match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        c => c,
    };
    let plain: String = fold(text).chars().filter(|c| !c.is_whitespace()).map(narrow).collect();
    plain.trim_end_matches([';', '。', '；']).to_owned()
}
