//! 时间: from what is printed to a [`Period`].

use super::text::{number, squash};
use yaodian_plan::{Month, Period};

/// A period and how sure the reading is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Reading {
    pub(super) period: Period,
    pub(super) doubt: Doubt,
}

/// What was not plain about a period.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Doubt {
    /// Nothing.
    None,
    /// It says more than months can hold: 每月, 6 月前, 3 月 15 日.
    Coarser,
    /// Months that do not follow each other are read as one span.
    Gap,
    /// Not understood; the period is `Unscheduled`.
    Unknown,
}

/// Reads the text of a time cell. `year` is the plan's: a month of another year is not understood.
pub(super) fn read(text: &str, year: i32) -> Reading {
    let text = squash(text);
    let text = text.strip_suffix("完成").unwrap_or(&text);
    let sure = |period| Reading { period, doubt: Doubt::None };
    match text {
        "" | "适时" | "待定" | "另定" | "另行通知" | "-" | "—" | "/" | "无" => {
            return sure(Period::Unscheduled);
        }
        "全年" | "全年度" | "常年" | "贯穿全年" => return sure(Period::WholeYear),
        "每月" | "每季" | "每季度" | "每半年" | "按月" | "按季" | "按季度" | "年内" | "长期" =>
        {
            return Reading { period: Period::WholeYear, doubt: Doubt::Coarser };
        }
        "上半年" => return sure(span(1, 6)),
        "下半年" => return sure(span(7, 12)),
        "年底" | "年底前" | "年末" => return sure(span(12, 12)),
        _ => {}
    }
    months(text, year).unwrap_or(Reading { period: Period::Unscheduled, doubt: Doubt::Unknown })
}

fn span(first: u8, last: u8) -> Period {
    match (Month::new(first), Month::new(last)) {
        (Some(first), Some(last)) if first <= last => Period::Months { first, last },
        _ => Period::Unscheduled,
    }
}

/// One month or quarter, or several with anything between them that joins or lists.
fn months(text: &str, year: i32) -> Option<Reading> {
    let mut rest = text;
    let mut doubt = Doubt::None;
    // The values, and whether each continues a span (`至`) or adds to a list (`、`).
    let mut values: Vec<(u32, bool)> = Vec::new();
    let mut spans = false;
    let quarters = loop {
        rest = own_year(rest, year)?;
        let (value, after) = number(rest.strip_prefix('第').unwrap_or(rest))?;
        values.push((value, spans));
        let (unit, after) = unit(after);
        let (coarser, after) = remainder(unit, after);
        if coarser {
            doubt = Doubt::Coarser;
        }
        if after.is_empty() {
            // The last number must say what it counts; `3-6` alone may be anything.
            break match unit {
                Unit::Quarter => true,
                Unit::Month => false,
                Unit::Unsaid => return None,
            };
        }
        (spans, rest) = link(after)?;
    };
    let (mut first, mut last): (Option<u8>, Option<u8>) = (None, None);
    for (value, spans) in values {
        let value = u8::try_from(value).ok()?;
        let (from, to) =
            if quarters { (value.checked_mul(3)?.checked_sub(2)?, value * 3) } else { (value, value) };
        match last {
            Some(end) if from <= end => return None,
            Some(end) if !spans && from != end + 1 => doubt = Doubt::Gap,
            _ => {}
        }
        first = first.or(Some(from));
        last = Some(to);
    }
    match span(first?, last?) {
        Period::Unscheduled => None,
        period => Some(Reading { period, doubt }),
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Unit {
    Month,
    Quarter,
    Unsaid,
}

fn unit(text: &str) -> (Unit, &str) {
    for (word, unit) in
        [("月份", Unit::Month), ("月", Unit::Month), ("季度", Unit::Quarter), ("季", Unit::Quarter)]
    {
        if let Some(rest) = text.strip_prefix(word) {
            return (unit, rest);
        }
    }
    (Unit::Unsaid, text)
}

/// What may follow a month: a part of it or a deadline. `true` if the month alone says less.
fn remainder(unit: Unit, text: &str) -> (bool, &str) {
    if unit == Unit::Unsaid {
        return (false, text);
    }
    for word in ["底前", "底之前", "底", "末", "上旬", "中旬", "下旬", "初", "内", "中"] {
        if let Some(rest) = text.strip_prefix(word) {
            return (false, rest);
        }
    }
    for word in ["之前", "以前", "前", "起", "左右"] {
        if let Some(rest) = text.strip_prefix(word) {
            return (true, rest);
        }
    }
    match number(text) {
        Some((_, rest)) if rest.starts_with(['日', '号']) => {
            let rest = rest.trim_start_matches(['日', '号']);
            (true, rest.strip_prefix('前').unwrap_or(rest))
        }
        _ => (false, text),
    }
}

/// What stands between two months: `true` for a span, `false` for a list.
fn link(text: &str) -> Option<(bool, &str)> {
    let dashes = ['-', '—', '–', '―', '－', '~', '～', '〜', '至', '到'];
    let rest = text.trim_start_matches(dashes);
    if rest.len() < text.len() {
        return Some((true, rest));
    }
    text.strip_prefix(['、', ',', '和', '及', '与', '/']).map(|rest| (false, rest))
}

/// Skips the plan's own year in front of a month; `None` for another year's.
fn own_year(text: &str, year: i32) -> Option<&str> {
    match number(text) {
        Some((value, rest)) if rest.starts_with('年') => {
            (i64::from(value) == i64::from(year)).then(|| rest.trim_start_matches('年'))
        }
        _ => Some(text.trim_start_matches("今年").trim_start_matches("本年")),
    }
}
