//! What a text about time adds up to within the plan's year.

use yaodian_plan::sort::sort_few;
use yaodian_plan::{Month, Period};

use super::super::text::{has_any, squash};
use super::scan::{Mark, Token, scan};
use super::words;

/// A period and how sure the reading is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    pub period: Period,
    /// What was not plain, without repetition.
    pub doubts: Vec<Doubt>,
}

/// What was not plain about a period.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Doubt {
    /// It says more than months can hold: 每月, 6 月前, 3 月 15 日.
    Coarser,
    /// Months that do not follow each other.
    Several,
    /// Some or all of it is outside the plan's year.
    Outside,
    /// Words beside the months were not understood.
    Partial,
    /// Nothing was understood; the period is `Unscheduled`.
    Unknown,
}

/// Reads the text of a time cell. `year` is the plan's.
pub fn read(text: &str, year: i32) -> Reading {
    read_as(text, year, false)
}

/// Reads the text of a cell under 月份, where a bare number is a month.
pub fn read_bare(text: &str, year: i32) -> Reading {
    read_as(text, year, true)
}

fn read_as(text: &str, year: i32, bare: bool) -> Reading {
    let plain = squash(text);
    let plain =
        plain.trim_matches(['-', '—', '－', '/', '\\', '·', '…', '、', '。', ';', '；', ',', '，', '(', ')']);
    let sure = |period| Reading { period, doubts: Vec::new() };
    if plain.is_empty() || matches!(plain, "无" | "/" | "——") {
        return sure(Period::Unscheduled);
    }
    let spelled = spelled(text);
    let text = spelled.as_deref().unwrap_or(text);
    let mut sum = Sum::new(year);
    let tokens = scan(text, true);
    for (at, token) in tokens.iter().enumerate() {
        sum.take(token, text, tokens.get(at + 1).map(|next| &next.mark), bare);
    }
    if let Some(mut reading) = sum.finish() {
        let named = words::NAMED.iter().map(|(word, ..)| word).chain(&["年初", "岁初", "年中"]);
        if reading.doubts.is_empty() && has_any_of(plain, named) {
            reading.doubts.push(Doubt::Coarser);
        }
        return reading;
    }
    let coarser = |period| Reading { period, doubts: vec![Doubt::Coarser] };
    if words::ALL_YEAR.iter().any(|word| plain.trim_end_matches("完成") == *word) {
        return sure(Period::WholeYear);
    }
    if matches!(plain, "季度" | "月度" | "季度末" | "月末")
        || plain.contains("全年")
        || (has_any(plain, words::LASTING) && !plain.contains("不定期"))
    {
        return coarser(Period::WholeYear);
    }
    if has_any(plain, words::OPEN) {
        return sure(Period::Unscheduled);
    }
    if tokens.iter().any(|token| token.mark == Mark::Year(year) || token.mark == Mark::Relative(0)) {
        return coarser(Period::WholeYear);
    }
    let other = tokens.iter().any(|token| matches!(token.mark, Mark::Year(_) | Mark::Relative(_)));
    let doubt = if other { Doubt::Outside } else { Doubt::Unknown };
    Reading { period: Period::Unscheduled, doubts: vec![doubt] }
}

/// A text in the usual writing, if it has another: Ⅲ季度, and 3.4月 for 3、4月.
fn spelled(text: &str) -> Option<String> {
    let roman = |c: char| u32::from(c).checked_sub(u32::from('Ⅰ')).filter(|no| *no < 12);
    if text.contains(|c| roman(c).is_some()) {
        let digits = |c: char| roman(c).map_or_else(|| c.to_string(), |no| (no + 1).to_string());
        return Some(text.chars().map(digits).collect());
    }
    let plain = squash(text);
    let list = plain.strip_suffix("月份").or_else(|| plain.strip_suffix('月'))?;
    let months: Vec<u8> = list.split('.').map(str::parse).collect::<Result<_, _>>().ok()?;
    let rises = months.windows(2).all(|pair| pair[0] < pair[1]);
    (months.len() > 1 && rises && months.iter().all(|month| (1..=12).contains(month)))
        .then(|| format!("{}月", list.replace('.', "、")))
}

/// Whether a text says that something lasts, and nothing else: 全年持续推进.
pub fn is_lasting(text: &str) -> bool {
    let plain = squash(text);
    let mut left = plain.as_str();
    while !left.is_empty() {
        let known = words::LASTING.iter().chain(words::ALL_YEAR).chain(words::HARMLESS);
        match known.filter_map(|word| left.strip_prefix(word)).min_by_key(|rest| rest.len()) {
            Some(after) => left = after,
            None => return false,
        }
    }
    has_any(&plain, words::LASTING) || has_any(&plain, words::ALL_YEAR)
}

fn has_any_of<'a>(text: &str, mut words: impl Iterator<Item = &'a &'static str>) -> bool {
    words.any(|word| text.contains(word))
}

/// Months counted through the years, so that spans can cross them.
#[derive(Clone, Copy)]
struct Span {
    first: i32,
    last: i32,
}

/// What has been read so far.
struct Sum {
    year: i32,
    /// The year that was named last.
    named: Option<i32>,
    spans: Vec<Span>,
    doubts: Vec<Doubt>,
    /// The next months go on from the last ones.
    goes_on: bool,
    /// 启动, 起: it has begun, and goes on until what is named next.
    begun: bool,
    /// 起: if nothing else is named, it goes on to the end of the year.
    open: bool,
    /// The last month was one of a date without a day.
    bare_month: bool,
    lasting: bool,
    failed: bool,
}

impl Sum {
    fn new(year: i32) -> Sum {
        Sum {
            year,
            named: None,
            spans: Vec::new(),
            doubts: Vec::new(),
            goes_on: false,
            begun: false,
            open: false,
            bare_month: false,
            lasting: false,
            failed: false,
        }
    }

    fn take(&mut self, token: &Token, text: &str, next: Option<&Mark>, bare: bool) {
        match &token.mark {
            Mark::Year(year) => self.named = Some(*year),
            Mark::Relative(by) => self.named = Some(self.year + by),
            Mark::Months(numbers) => {
                for (no, goes_on) in numbers {
                    self.months(i32::from(*no), i32::from(*no), *goes_on);
                }
            }
            Mark::Quarters(numbers) => {
                for (no, goes_on) in numbers {
                    self.months(i32::from(*no) * 3 - 2, i32::from(*no) * 3, *goes_on);
                }
            }
            Mark::Half(half) => self.months(i32::from(*half) * 6 - 5, i32::from(*half) * 6, false),
            Mark::Days => {
                self.doubt(Doubt::Coarser);
                self.goes_on = false;
            }
            Mark::Date(year, month, day) => {
                self.named = year.or(self.named);
                self.months(i32::from(*month), i32::from(*month), false);
                self.bare_month = !day;
                if year.is_none() {
                    self.doubt(Doubt::Coarser);
                }
            }
            Mark::Dash => self.goes_on = true,
            // `2026.3—6`: a month as the one before.
            Mark::Bare(no @ 1..=12) if self.bare_month && self.goes_on => {
                let month = i32::try_from(*no).unwrap_or(0);
                self.months(month, month, false);
            }
            Mark::List => self.goes_on = false,
            // `7月11—13`, `3.1-15`: a day.
            Mark::Bare(no) if !self.spans.is_empty() && (1..=31).contains(no) && !bare => {
                self.doubt(Doubt::Coarser);
                self.goes_on = matches!(next, Some(Mark::Dash)) && self.goes_on;
            }
            Mark::Bare(no) if bare && (1..=12).contains(no) => {
                let month = i32::try_from(*no).unwrap_or(0);
                self.months(month, month, false);
            }
            Mark::Bare(_) => self.failed = true,
            Mark::Word => self.words(text.get(token.start..token.end).unwrap_or_default()),
        }
    }

    fn months(&mut self, first: i32, last: i32, goes_on: bool) {
        let goes_on = std::mem::take(&mut self.goes_on) || goes_on;
        let begun = std::mem::take(&mut self.begun);
        self.bare_month = false;
        self.open = false;
        let year = self.named.unwrap_or(self.year);
        let at = |month: i32| year * 12 + month - 1;
        let mut span = Span { first: at(first), last: at(last) };
        let Some(before) = self.spans.last_mut().filter(|_| goes_on || begun) else {
            self.spans.push(span);
            return;
        };
        if span.last < before.first && before.first % 12 >= 8 && span.first % 12 <= 3 {
            // 11月至3月 crosses the end of the year without saying so.
            (span.first, span.last) = (span.first + 12, span.last + 12);
            self.named = Some(year + 1);
        }
        if span.last >= before.first {
            before.last = before.last.max(span.last);
        } else if goes_on {
            self.failed = true;
        } else {
            self.spans.push(span);
        }
    }

    fn words(&mut self, text: &str) {
        let mut rest = squash(text);
        rest.retain(|c| {
            !c.is_ascii_punctuation() && !matches!(c, '（' | '）' | '。' | '，' | '、' | '：' | '“' | '”')
        });
        if rest.is_empty() {
            return;
        }
        if !self.spans.is_empty() {
            self.begun |= has_any(&rest, words::BEGIN);
            self.open |= rest.starts_with('起') || rest.starts_with("开始") || rest.starts_with("份起");
            self.open |= ["以后", "之后", "后"].iter().any(|word| rest.starts_with(word));
            self.open |= self.begun && has_any(&rest, words::LASTING);
        }
        let before = ["前", "底前", "之前", "以前", "中旬前", "上旬前", "下旬前", "初前"];
        if before.iter().any(|word| rest.starts_with(word)) && !rest.starts_with("底前") {
            self.doubt(Doubt::Coarser);
        }
        self.lasting |= rest.contains("全年") || has_any(&rest, words::LASTING);
        let mut left = rest.as_str();
        while !left.is_empty() {
            let known = words::HARMLESS.iter().chain(words::LASTING).chain(words::ALL_YEAR);
            match known.filter_map(|word| left.strip_prefix(word)).min_by_key(|rest| rest.len()) {
                Some(after) => left = after,
                None => {
                    self.doubt(Doubt::Partial);
                    break;
                }
            }
        }
    }

    fn doubt(&mut self, doubt: Doubt) {
        if !self.doubts.contains(&doubt) {
            self.doubts.push(doubt);
        }
    }

    /// The reading, if there were months in the text.
    fn finish(mut self) -> Option<Reading> {
        if self.spans.is_empty() {
            return None;
        }
        if self.failed {
            return Some(Reading { period: Period::Unscheduled, doubts: vec![Doubt::Unknown] });
        }
        let (start, end) = (self.year * 12, self.year * 12 + 11);
        if self.open {
            self.doubt(Doubt::Coarser);
            if let Some(last) = self.spans.last_mut() {
                last.last = last.last.max(end.min(last.first / 12 * 12 + 11));
            }
        }
        let mut months: Vec<Month> = Vec::new();
        let mut outside = false;
        for span in &self.spans {
            outside |= span.first < start || end < span.last;
            for at in span.first.max(start)..=span.last.min(end) {
                months.extend(u8::try_from(at - start + 1).ok().and_then(Month::new));
            }
        }
        if outside {
            self.doubt(Doubt::Outside);
        }
        let period = Period::of(months);
        if matches!(period, Period::Several(_)) {
            self.doubt(Doubt::Several);
        }
        if self.lasting && !self.open {
            // 每年3月 is March; 持续推进，12月总结 says more than its month.
            self.doubt(Doubt::Partial);
        }
        sort_few(&mut self.doubts);
        Some(Reading { period, doubts: self.doubts })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `text = months`, as plans print them.
    const TIMES: &str = include_str!("../../../tests/cases/times.txt");

    #[test]
    fn times_of_many_plans() {
        let mut wrong: Vec<String> = Vec::new();
        for line in TIMES.lines().filter(|line| !line.starts_with('#')) {
            let (text, expected) = line.split_once(" = ").expect("months");
            let months = expected.trim_end_matches(" ?");
            let reading = read(text, 2026);
            let found = match reading.period {
                Period::WholeYear => "year".to_owned(),
                Period::Unscheduled => "-".to_owned(),
                months => months.to_string().replace('月', "").replace('—', "-").replace('、', ","),
            };
            let unsaid = expected.ends_with('?') && reading.doubts.is_empty();
            if found != months || unsaid {
                wrong.push(format!("{text}: {found} {:?}, expected {expected}", reading.doubts));
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }
}
