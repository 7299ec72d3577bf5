//! The head of the document: title, issuer, year.

use super::diagnostic::{Diagnostic, Problem};
use super::lines::Line;
use super::text;
use super::{Hints, body};
use yaodian_plan::fnv::fnv1a_32;

/// What the head says.
pub(super) struct Heading {
    pub(super) title: String,
    pub(super) issuer: String,
    pub(super) year: i32,
    /// How many lines of the body are used up.
    pub(super) used: usize,
}

/// Reads the head, and looks for a year elsewhere in `source` if the title has none.
pub(super) fn read(lines: &[Line<'_>], source: &str, hints: &Hints, out: &mut Vec<Diagnostic>) -> Heading {
    let (title, line, used) = title(lines, out);
    let year = year(&title, line, source, hints, out);
    let issuer = issuer(&title);
    if issuer.is_empty() {
        out.push(Problem::NoIssuer.at(line));
    }
    Heading { title, issuer, year, used }
}

/// The title, its line, and how many lines it and what stands above it take.
fn title(lines: &[Line<'_>], out: &mut Vec<Diagnostic>) -> (String, u32, usize) {
    let clean = |line: &Line<'_>| body::plain(line.text);
    let head = lines.iter().take_while(|line| !body::is_numbered(line.text));
    let head: Vec<(usize, &Line<'_>)> =
        head.enumerate().filter(|(_, line)| !text::trim(line.text).is_empty()).collect();
    // The preamble may speak of the 工作要点 too, but only the title ends with it.
    let named = |line: &Line<'_>| {
        let text = text::squash(&clean(line));
        text.ends_with("工作要点") || text.contains("工作要点(")
    };
    if let Some(position) = head.iter().position(|(_, line)| named(line)) {
        let (above, rest) = head.split_at(position);
        let Some((at, line)) = rest.first() else { return (String::new(), 1, 0) };
        let mut title = clean(line);
        let mut first = line.no;
        let mut above = above;
        // A title that is set in two lines has its issuer on the first.
        if issuer(&title).is_empty()
            && let Some(((_, previous), before)) = above.split_last()
            && text::squash(&clean(previous)).ends_with(['会', '年'])
        {
            let rest = title;
            title = clean(previous);
            text::join(&mut title, &rest);
            first = previous.no;
            above = before;
        }
        for (_, line) in above {
            out.push(Problem::StrayText { text: text::excerpt(line.text) }.at(line.no));
        }
        return (title, first, at + 1);
    }
    // Without a title, a short first line is the likeliest; a long one is already the preamble.
    let (used, line, at) = match head.first() {
        Some((at, line)) if clean(line).chars().count() <= 40 => (clean(line), line.no, at + 1),
        _ => (String::new(), 1, 0),
    };
    out.push(Problem::NoTitle { used: used.clone() }.at(line));
    (used, line, at)
}

fn year(title: &str, line: u32, source: &str, hints: &Hints, out: &mut Vec<Diagnostic>) -> i32 {
    let printed = text::year(title);
    if let Some(used) = hints.year {
        if let Some(printed) = printed.filter(|printed| *printed != used) {
            out.push(Problem::YearDiffers { printed, used }.at(line));
        }
        return used;
    }
    if let Some(year) = printed {
        return year;
    }
    match text::year(source) {
        Some(year) => {
            out.push(Problem::YearElsewhere { year }.at(line));
            year
        }
        None => {
            out.push(Problem::NoYear.at(line));
            0
        }
    }
}

/// What the title says before the year or, without a year, before 工作要点.
fn issuer(title: &str) -> String {
    let end = title.find("工作要点").unwrap_or(title.len());
    let head = title.get(..end).unwrap_or(title);
    let issuer = text::trim(text::split_year(head).map_or(head, |(before, _)| before));
    if issuer.ends_with(['会', '室', '委', '府', '院', '关']) {
        issuer.to_owned()
    } else {
        String::new()
    }
}

/// A short ASCII name that differs between issuers and between years.
pub(super) fn made_up_id(issuer: &str, year: i32) -> String {
    // The same issuer gets the same name on every import, without a table of places.
    format!("plan-{year}-{:08x}", fnv1a_32(&text::squash(issuer)))
}
