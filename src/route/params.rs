//! The parameters after `?`: filters, the moment, the open item.

use yaodian_plan::UnitId;
use yaodian_plan::query::{Filter, When};

use super::page::{By, Calendar, Page, Route, Sort};
use super::words::{
    BY, KINDS, SORTS, STANDINGS, decode, encode, group, group_name, meeting, meeting_name, month, name,
    named, written, written_name,
};

/// Completes a page by its parameters; `None` if one of them cannot be understood.
pub fn parse(page: Page, query: &str) -> Option<Route> {
    let mut route = Route::to(page);
    for pair in query.split('&').filter(|pair| !pair.is_empty()) {
        let (name, value) = pair.split_once('=')?;
        set(&mut route, name, value)?;
    }
    Some(route)
}

fn set(route: &mut Route, name: &str, value: &str) -> Option<()> {
    let Filter { when, leads, units, shared, groups, meetings, standings, text } = &mut route.filter;
    match (name, &mut route.page) {
        ("q", Page::Search(query)) => *query = decode(value),
        ("by", Page::Calendar(Calendar::Timeline(by))) => *by = named(&BY, value)?,
        ("sort", Page::Categories(_, sort)) => *sort = named(&SORTS, value)?,
        ("when", _) => *when = list(value, self::when)?,
        ("lead", _) => *leads = list(value, |part| Some(UnitId(decode(part))))?,
        ("unit", _) => *units = list(value, |part| Some(UnitId(decode(part))))?,
        ("shared", _) => *shared = (value == "1").then_some(true)?,
        ("group", _) => *groups = list(value, group)?,
        ("meeting", _) => *meetings = list(value, meeting)?,
        ("progress", _) => *standings = list(value, |part| named(&STANDINGS, part))?,
        ("text", _) => *text = decode(value),
        ("about", _) => route.history.unit = Some(UnitId(decode(value))),
        ("written", _) => route.history.month = Some(written(value)?),
        ("kind", _) => route.history.kind = Some(named(&KINDS, value)?),
        ("asof", _) => route.as_of = Some(month(value)?),
        ("item", _) => route.item = Some(value.parse().ok()?),
        _ => return None,
    }
    Some(())
}

/// Appends the parameters of a route, if there are any.
pub fn format(route: &Route, text: &mut String) {
    let mut mark = '?';
    let mut add = |name: &str, value: String| {
        if !value.is_empty() {
            text.push(mark);
            text.push_str(name);
            text.push('=');
            text.push_str(&value);
            mark = '&';
        }
    };
    if matches!(route.page, Page::Unknown(_)) {
        return;
    }
    let filter = &route.filter;
    match &route.page {
        Page::Search(query) => add("q", encode(query)),
        Page::Calendar(Calendar::Timeline(by)) if *by != By::Unit => add("by", name(&BY, *by).into()),
        Page::Categories(_, sort) if *sort != Sort::default() => add("sort", name(&SORTS, *sort).into()),
        _ => {}
    }
    add("when", join(&filter.when, |when| when_name(*when)));
    add("lead", join(&filter.leads, |unit| encode(&unit.0)));
    add("unit", join(&filter.units, |unit| encode(&unit.0)));
    add("shared", if filter.shared { "1".into() } else { String::new() });
    add("group", join(&filter.groups, |choice| group_name(*choice)));
    add("meeting", join(&filter.meetings, |kind| meeting_name(*kind)));
    add("progress", join(&filter.standings, |standing| name(&STANDINGS, *standing).into()));
    add("text", encode(&filter.text));
    let history = &route.history;
    add("about", history.unit.as_ref().map(|unit| encode(&unit.0)).unwrap_or_default());
    add("written", history.month.map(written_name).unwrap_or_default());
    add("kind", history.kind.map(|kind| name(&KINDS, kind).into()).unwrap_or_default());
    add("asof", route.as_of.map(|month| month.to_string()).unwrap_or_default());
    add("item", route.item.map(|id| id.to_string()).unwrap_or_default());
}

fn when(text: &str) -> Option<When> {
    match text {
        "year" => Some(When::WholeYear),
        "none" => Some(When::Unscheduled),
        _ => month(text).map(When::Month),
    }
}

fn when_name(when: When) -> String {
    match when {
        When::Month(month) => month.to_string(),
        When::WholeYear => "year".into(),
        When::Unscheduled => "none".into(),
    }
}

fn list<T>(text: &str, one: impl Fn(&str) -> Option<T>) -> Option<Vec<T>> {
    // A loop is a fifth of the code of `collect`, which there would be for each type.
    let mut list = Vec::new();
    for part in text.split(',') {
        list.push(one(part)?);
    }
    Some(list)
}

fn join<T>(list: &[T], one: impl Fn(&T) -> String) -> String {
    let mut joined = String::new();
    for part in list {
        if !joined.is_empty() {
            joined.push(',');
        }
        joined.push_str(&one(part));
    }
    joined
}
