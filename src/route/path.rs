//! The path: which page.

use yaodian_plan::UnitId;

use super::words::{decode, encode, group_name, month, number, session, session_name};
use super::{By, Calendar, Page, Sort};

/// The page that a path names. What depends on parameters is at its default.
pub fn parse(path: &str) -> Option<Page> {
    let mut parts = path.trim_matches('/').split('/');
    let page = match (parts.next().unwrap_or(""), parts.next(), parts.next()) {
        ("", None, None) => Page::Overview,
        ("calendar", None | Some("year"), None) => Page::Calendar(Calendar::Year),
        ("calendar", Some("timeline"), None) => Page::Calendar(Calendar::Timeline(By::Unit)),
        ("calendar", Some("list"), None) => Page::Calendar(Calendar::List),
        ("calendar", Some("month"), None) => Page::Calendar(Calendar::ThisMonth),
        ("calendar", Some("month"), Some(month)) => {
            Page::Calendar(Calendar::Month(super::words::month(month)?))
        }
        ("mine", None, None) => Page::Mine,
        ("units", None, None) => Page::Units(None),
        ("units", Some(unit), None) => Page::Units(Some(UnitId(decode(unit)))),
        ("categories", None, None) => Page::Categories(None, Sort::default()),
        ("categories", Some(group), None) => {
            Page::Categories(Some(super::words::group(group)?), Sort::default())
        }
        ("meetings", None, None) => Page::Sessions,
        ("meetings", Some(id), None) => Page::Session(session(id)?),
        ("points", None, None) => Page::Points(None),
        ("points", Some("coverage"), None) => Page::Coverage,
        ("points", Some(no), None) => Page::Points(Some(number(no)?)),
        ("progress", None, None) => Page::History,
        ("progress", Some("bulletin"), Some(months)) => bulletin(months)?,
        ("data", None, None) => Page::Data,
        ("search", None, None) => Page::Search(String::new()),
        ("guide", None, None) => Page::Guide(String::new()),
        ("guide", Some(part), None) if !part.is_empty() => Page::Guide(decode(part)),
        ("item", Some(id), None) => Page::Item(id.parse().ok()?),
        _ => return None,
    };
    parts.next().is_none().then_some(page)
}

/// Appends the path of a page.
pub fn format(page: &Page, text: &mut String) {
    text.push('/');
    match page {
        Page::Overview => {}
        Page::Calendar(Calendar::Year) => text.push_str("calendar"),
        Page::Calendar(Calendar::Timeline(_)) => text.push_str("calendar/timeline"),
        Page::Calendar(Calendar::Month(month)) => text.push_str(&format!("calendar/month/{month}")),
        Page::Calendar(Calendar::ThisMonth) => text.push_str("calendar/month"),
        Page::Calendar(Calendar::List) => text.push_str("calendar/list"),
        Page::Mine => text.push_str("mine"),
        Page::Units(None) => text.push_str("units"),
        Page::Units(Some(unit)) => text.push_str(&format!("units/{}", encode(&unit.0))),
        Page::Categories(None, _) => text.push_str("categories"),
        Page::Categories(Some(group), _) => text.push_str(&format!("categories/{}", group_name(*group))),
        Page::Sessions => text.push_str("meetings"),
        Page::Session(id) => text.push_str(&format!("meetings/{}", session_name(*id))),
        Page::Points(None) => text.push_str("points"),
        Page::Points(Some(no)) => text.push_str(&format!("points/{no}")),
        Page::Coverage => text.push_str("points/coverage"),
        Page::History => text.push_str("progress"),
        Page::Bulletin(first, last) if first == last => {
            text.push_str(&format!("progress/bulletin/{first}"));
        }
        Page::Bulletin(first, last) => text.push_str(&format!("progress/bulletin/{first}-{last}")),
        Page::Data => text.push_str("data"),
        Page::Search(_) => text.push_str("search"),
        Page::Guide(part) if part.is_empty() => text.push_str("guide"),
        Page::Guide(part) => text.push_str(&format!("guide/{}", encode(part))),
        Page::Item(id) => text.push_str(&format!("item/{id}")),
        // Its text has the path and the parameters, and its own leading slash.
        Page::Unknown(said) => {
            text.pop();
            text.push_str(said);
        }
    }
}

/// `7` is a month, `7-9` a quarter; any run of months will do.
fn bulletin(months: &str) -> Option<Page> {
    let Some((first, last)) = months.split_once('-') else {
        return month(months).map(|month| Page::Bulletin(month, month));
    };
    let (first, last) = (month(first)?, month(last)?);
    (first < last).then_some(Page::Bulletin(first, last))
}
