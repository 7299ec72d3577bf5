//! The body: preamble, sections and work points.

use super::diagnostic::{Diagnostic, Problem};
use super::lines::Line;
use super::text;
use yaodian_plan::{Section, WorkPoint};

/// What points are called in a message about their numbers.
const POINT: &str = "要点";

/// The body as read.
#[derive(Default)]
pub(super) struct Body {
    pub(super) preamble: Vec<String>,
    pub(super) sections: Vec<Section>,
}

/// What a line of the body begins.
enum Begin {
    Section(u32, String),
    /// The number and the text, bold markers still in it.
    Point(u32, String),
    Nothing,
}

/// Reads the lines between the title and the annexes.
pub(super) fn read(lines: &[Line<'_>], out: &mut Vec<Diagnostic>) -> Body {
    // Some documents number their points （一）, others 1.; where both are used, the latter are points.
    let bracketed = !lines.iter().any(|line| matches!(begin(line.text, false), Begin::Point(..)));
    let mut reader = Reader { body: Body::default(), raw: String::new(), out };
    for line in lines {
        if text::trim(line.text).is_empty() || text::is_page_number(line.text) {
            continue;
        }
        match begin(line.text, bracketed) {
            Begin::Section(no, title) if reader.may_begin(no, reader.next_section()) => {
                reader.section(no, title, line.no);
            }
            Begin::Point(no, rest) if reader.may_begin(no, reader.next_point()) => {
                reader.point(no, rest, line.no);
            }
            _ => reader.more(line),
        }
    }
    reader.close_point();
    let body = reader.body;
    if body.sections.is_empty() {
        out.push(Problem::NoSections.at(lines.first().map_or(1, |line| line.no)));
    }
    body
}

/// Whether the line looks like the heading of a section or the beginning of a point.
pub(super) fn is_numbered(line: &str) -> bool {
    !matches!(begin(line, false), Begin::Nothing)
}

/// The line's words: without indentation, heading and bold markers.
pub(super) fn plain(line: &str) -> String {
    text::trim(&unmarked(line).replace("**", "")).to_owned()
}

fn unmarked(line: &str) -> &str {
    text::trim(text::trim(line).trim_start_matches('#'))
}

fn begin(line: &str, bracketed: bool) -> Begin {
    let line = unmarked(line);
    let open = line.trim_start_matches('*');
    if let Some((no, rest)) = text::numerals(open)
        && let Some(title) = rest.strip_prefix('、')
    {
        return Begin::Section(no, plain(title));
    }
    if let Some((no, rest)) = text::list_entry(open) {
        return Begin::Point(no, rest.to_owned());
    }
    if bracketed
        && let Some(inner) = open.strip_prefix(['（', '('])
        && let Some((no, rest)) = text::numerals(inner)
        && let Some(rest) = rest.strip_prefix(['）', ')'])
    {
        return Begin::Point(no, rest.to_owned());
    }
    Begin::Nothing
}

struct Reader<'a> {
    body: Body,
    /// The open point's text as far as it has been read, with its bold markers.
    raw: String,
    out: &'a mut Vec<Diagnostic>,
}

impl Reader<'_> {
    fn next_section(&self) -> u32 {
        self.body.sections.last().map_or(1, |section| u32::from(section.no) + 1)
    }

    fn next_point(&self) -> u32 {
        let last = self.body.sections.iter().flat_map(|section| &section.points).last();
        last.map_or(1, |point| u32::from(point.no) + 1)
    }

    /// In the middle of a sentence a number begins something only if it is the one that is due.
    fn may_begin(&self, no: u32, due: u32) -> bool {
        no == due || self.raw.is_empty() || text::ends_sentence(&self.raw)
    }

    /// The number to use: the printed one if it is still free, and a diagnostic if it is not the due one.
    fn numbered(&mut self, what: &'static str, found: u32, expected: u32, line: u32) -> u32 {
        let used = found.max(expected);
        if what == POINT && self.is_next_in_section(found) && found < expected {
            self.out.push(Problem::NumberRestarts { found, used }.at(line));
        } else if found != expected {
            self.out.push(Problem::NumberGap { what, expected, found, used }.at(line));
        }
        used
    }

    /// Whether the number is the one that is due if each section numbers its own points.
    fn is_next_in_section(&self, no: u32) -> bool {
        let points = self.body.sections.last().map_or(0, |section| section.points.len());
        usize::try_from(no).is_ok_and(|no| no == points + 1)
    }

    fn section(&mut self, no: u32, title: String, line: u32) {
        self.close_point();
        let expected = self.next_section();
        let used = self.numbered("部分", no, expected, line);
        match u8::try_from(used) {
            Ok(no) => self.body.sections.push(Section {
                no,
                title,
                text: Vec::new(),
                subsections: Vec::new(),
                points: Vec::new(),
            }),
            Err(_) => self.out.push(Problem::TooMany.at(line)),
        }
    }

    fn point(&mut self, no: u32, rest: String, line: u32) {
        self.close_point();
        let expected = self.next_point();
        let used = self.numbered(POINT, no, expected, line);
        if self.body.sections.is_empty() {
            self.out.push(Problem::PointsBeforeSection.at(line));
            self.body.sections.push(Section {
                no: 1,
                title: String::new(),
                text: Vec::new(),
                subsections: Vec::new(),
                points: Vec::new(),
            });
        }
        match (u16::try_from(used), self.body.sections.last_mut()) {
            (Ok(no), Some(section)) => {
                section.points.push(WorkPoint {
                    no,
                    printed: String::new(),
                    heading: String::new(),
                    text: String::new(),
                    line,
                });
                self.raw = rest;
            }
            _ => self.out.push(Problem::TooMany.at(line)),
        }
    }

    /// A line that begins nothing continues what is open.
    fn more(&mut self, line: &Line<'_>) {
        let whole = text::trim(line.text);
        let sentence = whole.contains(['。', '；']);
        let Some(section) = self.body.sections.last_mut() else {
            match self.body.preamble.last_mut() {
                Some(open) if !text::ends_sentence(open) && !is_aside(open) => {
                    text::join(open, &plain(whole))
                }
                _ => self.body.preamble.push(plain(whole)),
            }
            return;
        };
        if section.points.is_empty() && !sentence {
            text::join(&mut section.title, &plain(whole));
        } else if !section.points.is_empty() && !text::ends_sentence(&self.raw) {
            text::join(&mut self.raw, whole);
        } else if !section.points.is_empty() && sentence {
            // A further paragraph of the point keeps its break.
            self.raw.push('\n');
            self.raw.push_str(whole);
        } else {
            self.out.push(Problem::StrayText { text: text::excerpt(whole) }.at(line.no));
        }
    }

    fn close_point(&mut self) {
        let raw = std::mem::take(&mut self.raw);
        let last = self.body.sections.last_mut().and_then(|section| section.points.last_mut());
        if let Some(point) = last.filter(|_| !raw.is_empty()) {
            (point.heading, point.text) = heading_and_text(&raw);
        }
    }
}

/// A line wholly in brackets, such as the note under a title that says who adopted the document.
fn is_aside(line: &str) -> bool {
    line.starts_with(['(', '（']) && line.ends_with([')', '）'])
}

/// Cuts after the first sentence or, if a longer or shorter heading is set in bold, after that.
fn heading_and_text(raw: &str) -> (String, String) {
    let bold = raw.strip_prefix("**").unwrap_or(raw);
    let whole = bold.replace("**", "");
    let cut = match bold.split_once("**") {
        Some((heading, rest)) if !heading.trim_end_matches('。').contains('。') && !heading.is_empty() => {
            Some((heading.to_owned(), rest.replace("**", "")))
        }
        _ => whole.split_once('。').map(|(heading, rest)| (heading.to_owned(), rest.to_owned())),
    };
    let (heading, rest) = cut.unwrap_or((whole, String::new()));
    let heading = text::trim(&heading).trim_end_matches('。');
    let rest = text::trim(&rest);
    (heading.to_owned(), rest.strip_prefix('。').unwrap_or(rest).to_owned())
}
