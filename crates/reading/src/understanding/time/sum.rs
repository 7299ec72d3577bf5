//! Months that the pieces of a text add up to.

use yaodian_plan::sort::sort_few;
use yaodian_plan::{Month, Period};

use super::super::text::{has_any, squash};
use super::reading::{Doubt, Reading};
use super::scan::{Mark, Token};
use super::words;

/// Months counted through the years, so that spans can cross them.
#[derive(Clone, Copy)]
struct Span {
    first: i32,
    last: i32,
}

/// What the pieces of a text have added up to so far.
pub(super) struct Sum {
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
    /// Nothing yet. `year` is the plan's.
    pub(super) fn new(year: i32) -> Sum {
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

    /// Adds a piece of `text`. `next` is the piece after it; `bare`: whether a bare number is a month.
    pub(super) fn take(&mut self, token: &Token, text: &str, next: Option<&Mark>, bare: bool) {
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
        if begun && !goes_on {
            // 5月中旬开始、8月 may as well be two months.
            self.doubt(Doubt::Coarser);
        }
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
        if !words::after_known(&rest).is_empty() {
            self.doubt(Doubt::Partial);
        }
    }

    fn doubt(&mut self, doubt: Doubt) {
        if !self.doubts.contains(&doubt) {
            self.doubts.push(doubt);
        }
    }

    /// The reading, if there were months in the text.
    pub(super) fn finish(mut self) -> Option<Reading> {
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
