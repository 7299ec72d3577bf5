//! Issuer and year.

use super::super::hints::Hints;
use super::super::numbers;
use super::super::remarks::{Cause, Remarks, Spot};
use super::super::source::Source;
use super::super::text::{self, squash, trim};
use super::regions::Regions;
use super::titles::{issuer, plan_words_at_end};
use yaodian_plan::fnv::fnv1a_32;

/// What the head of the document says.
pub struct Head {
    pub title: String,
    pub issuer: String,
    pub year: i32,
}

/// Reads the head: what the document says, what is known of it, and what has to be assumed.
pub fn read(regions: &Regions<'_>, source: &Source<'_>, hints: &Hints, out: &mut Remarks) -> Head {
    let spot = &regions.title_spot;
    let annexes = || regions.annexes.iter().map(|annex| &annex.title).find(|title| !title.is_empty());
    let title = hints.title.clone().unwrap_or_else(|| {
        if !regions.title.is_empty() {
            return without_part(&regions.title).to_owned();
        }
        let used = annexes().cloned().or_else(|| hints.file_name.as_deref().map(stem)).unwrap_or_default();
        out.say(Cause::NoTitle, spot, &used, "");
        used
    });
    let year = year(&title, spot, source, hints, out);
    let issuer = hints.issuer.clone().unwrap_or_else(|| {
        let named = issuer(&title);
        let named =
            if named.is_empty() { annexes().map(|title| issuer(title)).unwrap_or_default() } else { named };
        if !named.is_empty() {
            return named;
        }
        let signed = regions.signed.clone().unwrap_or_default();
        out.say(Cause::NoIssuer, spot, &signed, "");
        signed
    });
    Head { title, issuer, year }
}

/// The title of a file stands among so many of its first paragraphs.
const FIRST: usize = 6;

/// Says so where a further file begins with the title of another plan: of another year, or of another body.
pub fn say_other_plans(source: &Source<'_>, head: &Head, out: &mut Remarks) {
    let place = |body: &str| {
        let plain = squash(body);
        let end = ["人大", "人民代表大会"].iter().filter_map(|word| plain.find(word)).min();
        end.and_then(|end| plain.get(..end)).unwrap_or_default().to_owned()
    };
    let (own, mut file, mut no) = (place(&head.issuer), 0, 0);
    for para in source.paras().filter(|para| para.spot.file > 0) {
        no = if file == para.spot.file { no + 1 } else { 1 };
        file = para.spot.file;
        if no > FIRST || !plan_words_at_end(&para.text) || text::is_longer_than(&para.text, 60) {
            continue;
        }
        let other_year = title_year(&para.text).is_some_and(|year| year != head.year);
        let other = place(&issuer(&para.text));
        if other_year
            || !(own.is_empty() || other.is_empty() || own.ends_with(&other) || other.ends_with(&own))
        {
            out.say(Cause::OtherPlan, &para.spot, &para.text, "");
        }
    }
}

/// A title without the part that it goes on with, as the first of several sheets has it: 2027年工作安排（一）常委会会议.
fn without_part(title: &str) -> &str {
    let numeral =
        |inner: &str| !inner.is_empty() && inner.chars().all(|c| "一二三四五六七八九十".contains(c));
    let part = text::brackets(title)
        .pop()
        .filter(|(range, inner)| numeral(inner) && range.end < title.len())
        .and_then(|(range, _)| title.get(..range.start));
    part.filter(|head| plan_words_at_end(head)).unwrap_or(title)
}

/// A file's name without its ending.
fn stem(name: &str) -> String {
    let name = name.rsplit(['/', '\\']).next().unwrap_or(name);
    name.rsplit_once('.').map_or(name, |(stem, _)| stem).to_owned()
}

/// The plan's year, and what was assumed about it.
fn year(title: &str, spot: &Spot, source: &Source<'_>, hints: &Hints, out: &mut Remarks) -> i32 {
    let printed = title_year(title);
    if let Some(used) = hints.year {
        if let Some(printed) = printed.filter(|printed| *printed != used) {
            out.say(Cause::YearDiffers, spot, &format!("{printed}年"), &format!("按 {used} 年"));
        }
        return used;
    }
    if let Some(year) = printed {
        return year;
    }
    if let Some((year, spot)) = named_year(source) {
        out.say(Cause::YearElsewhere, &spot, &format!("{year}年"), "");
        return year;
    }
    if let Some(year) = hints.file_name.as_deref().and_then(file_year) {
        out.say(Cause::YearElsewhere, spot, &format!("{year}年"), "（文件名）");
        return year;
    }
    match hints.assumed_year {
        Some(year) => {
            out.say(Cause::YearAssumed, spot, "", &format!("{year}年"));
            year
        }
        None => {
            out.say(Cause::NoYear, spot, "", "");
            0
        }
    }
}

/// The first year that a paragraph names, or else a cell of a table.
fn named_year(source: &Source<'_>) -> Option<(i32, Spot)> {
    let para = source.paras().find_map(|para| Some((numbers::year(&para.text)?, para.spot.clone())));
    para.or_else(|| {
        source.tables.iter().find_map(|view| {
            let rows = view.table.rows.iter().zip(&view.spots).take(200);
            rows.into_iter().find_map(|(row, spot)| {
                row.cells.iter().find_map(|cell| Some((dated(&cell.shown())?, spot.clone())))
            })
        })
    })
}

/// The year of a date in a cell. A year alone, 2025年度, is what a report is about.
fn dated(cell: &str) -> Option<i32> {
    let month =
        |rest: &str| numbers::number(trim(rest)).is_some_and(|(_, rest)| trim(rest).starts_with('月'));
    numbers::years(cell).find(|(_, end, _)| cell.get(*end..).is_some_and(month)).map(|(.., year)| year)
}

/// The year of a title. A school year's second term is in its second year.
fn title_year(title: &str) -> Option<i32> {
    let plain = squash(title);
    let years: Vec<i32> = numbers::years(&plain).map(|(_, _, year)| year).collect();
    let span = ["-", "—", "–", "~", "～", "至"].iter().find_map(|dash| {
        plain.match_indices(dash).find_map(|(at, dash)| {
            let before: String = plain.get(..at)?.trim_end_matches('年').chars().rev().take(4).collect();
            let first: i32 = before.chars().rev().collect::<String>().parse().ok()?;
            let after: String = plain.get(at + dash.len()..)?.chars().take(4).collect();
            let second: i32 = after.parse().ok()?;
            ((1949..2200).contains(&first) && second == first + 1).then_some((first, second))
        })
    });
    if let Some((first, second)) = span {
        let term = text::has_any(&plain, &["第二学期", "下学期", "春季学期", "下半学年"]);
        return Some(if term { second } else { first });
    }
    // 2025年度工作总结及2026年工作要点 is for 2026.
    years.last().copied()
}

/// Whether a title is that of a school year's first term.
pub fn is_first_term(title: &str) -> bool {
    let plain = squash(title);
    plain.contains("学年") && text::has_any(&plain, &["第一学期", "上学期", "秋季学期", "上半学年"])
}

fn file_year(name: &str) -> Option<i32> {
    let plain = squash(name);
    numbers::year(&plain).or_else(|| {
        let digits: Vec<&str> = plain.split(|c: char| !c.is_ascii_digit()).collect();
        digits
            .iter()
            .filter(|run| run.len() == 4)
            .find_map(|run| run.parse().ok().filter(|year| (2000..2100).contains(year)))
    })
}

/// A short ASCII name that differs between issuers and between years.
pub fn made_up_id(issuer: &str, year: i32) -> String {
    // The same issuer gets the same name on every import, without a table of places.
    format!("plan-{year}-{:08x}", fnv1a_32(&squash(issuer)))
}
