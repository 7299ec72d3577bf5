//! The path: which page.

use yaodian_plan::UnitId;

use super::page::{By, Calendar, Page, Sort};
use super::words::{decode, encode, group, group_name, month, number, session, session_name, split_last};

/// Pages that one path names, and its text. What depends on parameters is at its default.
static PLAIN: [(&str, Page); 17] = [
    ("", Page::Overview),
    ("calendar", Page::Calendar(Calendar::Year)),
    ("calendar/timeline", Page::Calendar(Calendar::Timeline(By::Unit))),
    ("calendar/month", Page::Calendar(Calendar::ThisMonth)),
    ("calendar/list", Page::Calendar(Calendar::List)),
    ("mine", Page::Mine),
    ("units", Page::Units(None)),
    ("categories", Page::Categories(None, Sort::Document)),
    ("meetings", Page::Sessions),
    ("points", Page::Points(None)),
    ("points/coverage", Page::Coverage),
    ("progress", Page::History),
    ("data", Page::Data),
    ("import", Page::Import(String::new())),
    ("library", Page::Library),
    ("search", Page::Search(String::new())),
    ("guide", Page::Guide(String::new())),
];

/// The page that a path names. What depends on parameters is at its default.
pub fn parse(path: &str) -> Option<Page> {
    let path = path.trim_matches('/');
    if let Some((_, page)) = PLAIN.iter().find(|(plain, _)| *plain == path) {
        return Some(page.clone());
    }
    let (kind, rest) = split_last(path, b'/')?;
    Some(match kind {
        "calendar" if rest == "year" => Page::Calendar(Calendar::Year),
        "calendar/month" => Page::Calendar(Calendar::Month(month(rest)?)),
        "units" => Page::Units(Some(UnitId(decode(rest)))),
        "categories" => Page::Categories(Some(group(rest)?), Sort::default()),
        "meetings" => Page::Session(session(rest)?),
        "points" => Page::Points(Some(number(rest)?)),
        "progress/bulletin" => bulletin(rest)?,
        "guide" => Page::Guide(decode(rest)),
        "import" => Page::Import(decode(rest)),
        "item" => Page::Item(rest.parse().ok()?),
        _ => return None,
    })
}

/// Appends the path of a page.
pub fn format(page: &Page, text: &mut String) {
    let (kind, rest) = match page {
        Page::Calendar(Calendar::Month(month)) => ("/calendar/month/", month.to_string()),
        Page::Units(Some(unit)) => ("/units/", encode(&unit.0)),
        Page::Categories(Some(group), _) => ("/categories/", group_name(*group)),
        Page::Session(id) => ("/meetings/", session_name(*id)),
        Page::Points(Some(no)) => ("/points/", no.to_string()),
        Page::Bulletin(first, last) if first == last => ("/progress/bulletin/", first.to_string()),
        Page::Bulletin(first, last) => ("/progress/bulletin/", format!("{first}-{last}")),
        Page::Guide(part) if !part.is_empty() => ("/guide/", encode(part)),
        Page::Import(draft) if !draft.is_empty() => ("/import/", encode(draft)),
        Page::Item(id) => ("/item/", id.to_string()),
        // Its text has the path and the parameters, and its own leading slash.
        Page::Unknown(said) => ("", said.clone()),
        _ => {
            let plain = PLAIN.iter().find(|(_, plain)| plain.is_form_of(page));
            ("/", plain.map_or_else(String::new, |(path, _)| (*path).to_owned()))
        }
    };
    text.push_str(kind);
    text.push_str(&rest);
}

/// `7` is a month, `7-9` a quarter; any run of months will do.
fn bulletin(months: &str) -> Option<Page> {
    let Some((first, last)) = months.split_once('-') else {
        return month(months).map(|month| Page::Bulletin(month, month));
    };
    let (first, last) = (month(first)?, month(last)?);
    (first < last).then_some(Page::Bulletin(first, last))
}
