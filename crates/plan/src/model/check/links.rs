//! Links and corrections: what they refer to has to exist. Amendments: what they are about may be gone.

use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;

use super::super::{Amendment, Correction, ItemId, Link, Place, Plan, WorkPoint};
use super::faults::{Faults, quoted};

pub fn check(plan: &Plan, faults: &mut Faults) {
    let known = Known::of(plan);
    if faults.list(format_args!("links"), &plan.links) {
        let mut seen = HashSet::new();
        for (i, link) in plan.links.iter().enumerate() {
            let at = format!("links[{i}]");
            known.link(&at, link, faults);
            if !seen.insert(key(link)) {
                faults.add(format_args!("{at}"), "脉络重复");
            }
        }
    }
    if faults.list(format_args!("corrections"), &plan.corrections) {
        let mut seen = HashSet::new();
        for (i, correction) in plan.corrections.iter().enumerate() {
            let at = format!("corrections[{i}]");
            known.correction(&at, correction, faults);
            if !seen.insert((correction.place, &correction.printed)) {
                faults.add(format_args!("{at}"), "更正重复");
            }
        }
    }
    if faults.list(format_args!("amendments"), &plan.amendments) {
        for (i, amendment) in plan.amendments.iter().enumerate() {
            self::amendment(&format!("amendments[{i}]"), amendment, faults);
        }
    }
}

fn amendment(at: &str, amendment: &Amendment, faults: &mut Faults) {
    let Amendment { before, after, on, by, .. } = amendment;
    for (field, text) in [("before", before), ("after", after), ("by", by)] {
        faults.text(format_args!("{at}.{field}"), text);
    }
    if before == after {
        faults.add(format_args!("{at}.after"), "改动前后相同");
    }
    if NaiveDate::parse_from_str(on, "%Y-%m-%d").is_err() {
        let found = quoted(on);
        faults.add(format_args!("{at}.on"), format!("日期应写成 2026-03-01 这样，实为{found}"));
    }
}

/// What distinguishes one link from another. "Same" has no direction.
fn key(link: &Link) -> (u8, u16, Option<ItemId>, ItemId, &str) {
    match link {
        Link::Basis { point, item, phrase } => (0, *point, None, *item, phrase),
        Link::Prepares { from, to } => (1, 0, Some(*from), *to, ""),
        Link::Same { a, b } => (2, 0, Some(*a.min(b)), *a.max(b), ""),
    }
}

/// What links and corrections may refer to.
struct Known<'a> {
    /// Titles by id.
    items: HashMap<ItemId, &'a str>,
    points: HashMap<u16, &'a WorkPoint>,
}

impl<'a> Known<'a> {
    fn of(plan: &'a Plan) -> Known<'a> {
        // Of two with one number the first is meant, as it is by `Plan::item` and `Plan::point`;
        // that there are two has been named already.
        let (mut items, mut points) = (HashMap::new(), HashMap::new());
        for item in &plan.items {
            items.entry(item.id).or_insert(item.title.as_str());
        }
        for point in plan.points() {
            points.entry(point.no).or_insert(point);
        }
        Known { items, points }
    }

    fn link(&self, at: &str, link: &Link, faults: &mut Faults) {
        match link {
            Link::Basis { point, item, phrase } => {
                let found = self.points.get(point);
                if found.is_none() {
                    faults.add(format_args!("{at}.point"), format!("要点 {point} 不存在"));
                }
                self.item(at, "item", *item, faults);
                let path = format_args!("{at}.phrase");
                faults.title(path, phrase);
                if found.is_some_and(|point| !prints(point, phrase)) {
                    faults.add(path, format!("要点 {point} 中没有{}", quoted(phrase)));
                }
            }
            Link::Prepares { from, to } => self.pair(at, ("from", *from), ("to", *to), faults),
            Link::Same { a, b } => self.pair(at, ("a", *a), ("b", *b), faults),
        }
    }

    fn pair(&self, at: &str, one: (&str, ItemId), other: (&str, ItemId), faults: &mut Faults) {
        self.item(at, one.0, one.1, faults);
        self.item(at, other.0, other.1, faults);
        if one.1 == other.1 {
            faults.add(format_args!("{at}"), format!("事项 {} 不能与自身相连", one.1));
        }
    }

    fn item(&self, at: &str, field: &str, id: ItemId, faults: &mut Faults) {
        if !self.items.contains_key(&id) {
            faults.add(format_args!("{at}.{field}"), format!("事项 {id} 不存在"));
        }
    }

    fn correction(&self, at: &str, correction: &Correction, faults: &mut Faults) {
        let Correction { place, printed, meant, reason } = correction;
        let path = format_args!("{at}.place");
        // Absent places have been named; only a place that is there can lack the words.
        let found = match place {
            Place::Item(id) => self.items.get(id).map(|title| title.contains(printed.as_str())),
            Place::Point(no) => self.points.get(no).map(|point| prints(point, printed)),
        };
        match (found, place) {
            (Some(_), _) => {}
            (None, Place::Item(id)) => faults.add(path, format!("事项 {id} 不存在")),
            (None, Place::Point(no)) => faults.add(path, format!("要点 {no} 不存在")),
        }
        // Words are compared as printed, so even a blank may be a misprint; only nothing is not.
        let path = format_args!("{at}.printed");
        faults.text(path, printed);
        if printed.is_empty() {
            faults.add(path, "不能为空");
        } else if found == Some(false) {
            faults.add(path, format!("原文中没有{}", quoted(printed)));
        }
        // What was meant may be nothing: a word printed twice.
        faults.text(format_args!("{at}.meant"), meant);
        if printed == meant {
            faults.add(format_args!("{at}.meant"), "更正前后的文字相同");
        }
        faults.title(format_args!("{at}.reason"), reason);
    }
}

/// Whether a work point's heading or text has these words.
fn prints(point: &WorkPoint, words: &str) -> bool {
    point.heading.contains(words) || point.text.contains(words)
}
