//! 使用说明: what users are told, to be read, searched and printed.

use std::ops::Range;
use std::sync::OnceLock;

use yaodian_plan::search::{Field, PinyinTable, SearchIndex, Target};
use yaodian_plan::{FORMAT, Plan, Section, WorkPoint};

use super::help::key_table;
use crate::browser::focus;
use crate::route::Page;
use crate::text::{self, GuidePart};
use crate::widgets::heading::heading;
use crate::widgets::link::page_link;
use crate::widgets::unknown::unknown;
use yaodian_ui::{El, View, el, fragment};

/// The page, scrolled to a part if one is named. A part that there is not is a link that leads nowhere.
pub fn guide(part: &str) -> View {
    if !part.is_empty() {
        if text::GUIDE_PARTS.iter().all(|known| known.name != part) {
            return unknown(format!("guide/{part}"));
        }
        focus::show_later(id(part));
    }
    let contents = text::GUIDE_PARTS.iter().map(|part| el("li").child(link(part).child(part.title)));
    let parts: Vec<El> = text::GUIDE_PARTS.iter().map(section).collect();
    fragment(vec![
        heading(&Page::Guide(String::new())).into_view(),
        el("nav")
            .class("card contents")
            .attr("aria-label", text::GUIDE)
            .child(el("p").class("lead").child(text::GUIDE_LEAD))
            .child(el("ul").child(contents.collect::<Vec<_>>()))
            .into_view(),
        el("article").class("card reading guide").child(parts).into_view(),
    ])
}

fn id(name: &str) -> String {
    format!("guide-{name}")
}

/// A link to a part, without its text.
pub fn link(part: &GuidePart) -> El {
    page_link(Page::Guide(part.name.to_owned()))
}

fn section(part: &'static GuidePart) -> El {
    let paragraphs = part.paragraphs.iter().map(|paragraph| el("p").child(*paragraph));
    el("section")
        .attr("id", id(part.name))
        .child(el("h2").child(part.title))
        .child(paragraphs.collect::<Vec<_>>())
        .child((part.name == text::GUIDE_KEYS).then(key_table))
}

/// A part in which something was found, with what to highlight in its title, or else in which paragraph.
pub struct Found {
    /// The part.
    pub part: &'static GuidePart,
    /// Ranges in its title.
    pub title: Vec<Range<usize>>,
    /// A paragraph and ranges in it.
    pub paragraph: Option<(&'static str, Vec<Range<usize>>)>,
}

/// The parts of the guide that a text is found in, best first. `sounds` reads the characters that the plan has, too.
pub fn find(query: &str, sounds: impl FnOnce() -> PinyinTable) -> Vec<Found> {
    static INDEX: OnceLock<SearchIndex> = OnceLock::new();
    let hits = INDEX.get_or_init(|| SearchIndex::new(&as_plan(), &sounds())).search(query);
    let found = hits.into_iter().filter_map(|hit| {
        let Target::Point(no) = hit.target else { return None };
        let part = text::GUIDE_PARTS.get(usize::from(no).checked_sub(1)?)?;
        let (title, body) = match hit.field {
            Field::PointHeading => (hit.ranges, Vec::new()),
            _ => (Vec::new(), hit.ranges),
        };
        Some(Found { part, title, paragraph: paragraph_of(part, &body) })
    });
    found.collect()
}

/// The guide as a plan of points alone, which is what the search knows.
fn as_plan() -> Plan {
    let point = |(no, part): (u16, &GuidePart)| WorkPoint {
        no,
        printed: String::new(),
        heading: part.title.to_owned(),
        apart: true,
        text: format!("{}\n{}", part.paragraphs.join("\n"), sounds_of(part)),
        line: 0,
    };
    let points = (1..).zip(text::GUIDE_PARTS).map(point).collect();
    let section = Section {
        no: 1,
        printed: None,
        title: String::new(),
        text: Vec::new(),
        subsections: Vec::new(),
        points,
    };
    Plan {
        format: FORMAT,
        id: String::new(),
        title: String::new(),
        issuer: String::new(),
        year: 0,
        preamble: Vec::new(),
        sections: vec![section],
        annexes: Vec::new(),
        notes: Vec::new(),
        units: Vec::new(),
        meetings: Vec::new(),
        categories: Vec::new(),
        items: Vec::new(),
        links: Vec::new(),
        corrections: Vec::new(),
        amendments: Vec::new(),
    }
}

/// Whole syllables and initials, as somebody types them.
fn sounds_of(part: &GuidePart) -> String {
    format!("{} {}", part.sound, part.sound.replace(' ', ""))
}

/// The paragraph that holds the first of some ranges of all paragraphs together, and those within it.
fn paragraph_of(part: &GuidePart, ranges: &[Range<usize>]) -> Option<(&'static str, Vec<Range<usize>>)> {
    let first = ranges.first()?;
    let mut start = 0;
    for paragraph in part.paragraphs {
        let end = start + paragraph.len();
        if first.start < end {
            let inside = ranges.iter().filter(|range| range.start >= start && range.end <= end);
            return Some((paragraph, inside.map(|range| range.start - start..range.end - start).collect()));
        }
        start = end + 1;
    }
    None
}
