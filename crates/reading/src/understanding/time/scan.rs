//! A text about time, cut into what counts months and what does not.

use super::super::numbers::numeral;
use super::chars::Chars;
use super::words;

/// What a piece of text says about time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Mark {
    /// A year, `2026年`.
    Year(i32),
    /// The plan's year and so many more: 次年 is 1, 去年 is −1, 今年 is 0.
    Relative(i32),
    /// Months of the year, each with whether it goes on from the one before: `3-6月`, `7、8月`.
    Months(Vec<(u8, bool)>),
    /// Quarters: `二、三季度`.
    Quarters(Vec<(u8, bool)>),
    /// 上半年, 下半年.
    Half(u8),
    /// Days of the month before them.
    Days,
    /// A month, or a day of it: `2026.5`, `2026.5.20`, `5.20`. Its year, its month, whether a day is named.
    Date(Option<i32>, u8, bool),
    /// A number that nothing says the meaning of.
    Bare(u32),
    /// From what stands before to what stands after.
    Dash,
    /// And what stands after.
    List,
    /// Anything else.
    Word,
}

/// A piece, and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    pub mark: Mark,
    pub start: usize,
    pub end: usize,
}

/// Cuts a text. White space means nothing and belongs to no piece. `names`: whether 国庆 and the like
/// are times; in a sentence they are what it speaks of.
pub fn scan(text: &str, names: bool) -> Vec<Token> {
    let scanner = Scanner { chars: Chars::of(text), names };
    let mut tokens: Vec<Token> = Vec::new();
    let mut at = 0;
    while let Some(first) = scanner.chars.get(at) {
        let (mark, next) = scanner.piece(at).unwrap_or((Mark::Word, at + 1));
        let end = scanner.chars.get(next.saturating_sub(1)).map_or(first.end, |last| last.end);
        match tokens.last_mut() {
            Some(last) if last.mark == Mark::Word && mark == Mark::Word => last.end = end,
            _ => tokens.push(Token { mark, start: first.start, end }),
        }
        at = next.max(at + 1);
    }
    tokens
}

struct Scanner {
    chars: Chars,
    names: bool,
}

impl Scanner {
    fn piece(&self, at: usize) -> Option<(Mark, usize)> {
        let c = self.chars.char(at)?;
        self.relative(at)
            .or_else(|| self.year(at))
            .or_else(|| self.date(at))
            .or_else(|| self.group(at))
            .or_else(|| self.named(at))
            .or_else(|| self.chars.dash(at).map(|next| (Mark::Dash, next)))
            .or_else(|| self.chars.list(at).map(|next| (Mark::List, next)))
            .or_else(|| c.is_ascii_digit().then(|| self.bare(at)))
    }

    fn relative(&self, at: usize) -> Option<(Mark, usize)> {
        let words = [
            (&["次年", "翌年", "明年", "下一年", "下年", "第二年", "来年"][..], 1),
            (&["去年", "上年", "上一年"][..], -1),
            (&["今年", "本年", "当年"][..], 0),
        ];
        words.iter().find_map(|(words, by)| {
            let next = self.chars.starts_any(at, words)?;
            // 上年度, 本年度 are what a report is about or the whole year.
            (self.chars.char(next) != Some('度')).then_some((Mark::Relative(*by), next))
        })
    }

    /// `2026年`, `二〇二六年`; with `2026年底` the 年 stays for what follows.
    fn year(&self, at: usize) -> Option<(Mark, usize)> {
        // 26年5月
        let apart = at.checked_sub(1).and_then(|at| self.chars.char(at)).is_none_or(|c| !c.is_ascii_digit());
        if let Some((short @ 20..50, next)) =
            self.chars.digits(at).filter(|(_, next)| apart && next - at == 2)
            && self.chars.char(next) == Some('年')
            && self
                .chars
                .number(next + 1)
                .and_then(|(_, after)| self.chars.unit(after))
                .is_some_and(|(unit, _)| unit == '月')
        {
            return Some((Mark::Year(2000 + i32::try_from(short).ok()?), next + 1));
        }
        let mut value = 0;
        for offset in 0..4 {
            let c = self.chars.char(at + offset)?;
            value = value * 10 + c.to_digit(10).or_else(|| numeral(c))?;
        }
        let year = i32::try_from(value).ok().filter(|year| (1949..2200).contains(year))?;
        if self.chars.char(at + 4) == Some('年') {
            let part = matches!(self.chars.char(at + 5), Some('底' | '末' | '初' | '中' | '内'));
            let degree = usize::from(self.chars.char(at + 5) == Some('度'));
            return Some((Mark::Year(year), if part { at + 4 } else { at + 5 + degree }));
        }
        None
    }

    /// `2026.05.20`, `2026-5`, `20260520`, `5.20`, `5/20`.
    fn date(&self, at: usize) -> Option<(Mark, usize)> {
        if at > 0 && self.chars.char(at - 1).is_some_and(|c| c.is_ascii_digit() || c == '.') {
            return None;
        }
        let (first, next) = self.chars.digits(at)?;
        if next - at == 8 {
            let (year, month, day) = (first / 10_000, first / 100 % 100, first % 100);
            let plain = (1949..2200).contains(&year) && month_of(month).is_some() && (1..=31).contains(&day);
            return plain
                .then_some((Mark::Date(i32::try_from(year).ok(), u8::try_from(month).ok()?, true), next));
        }
        let mark = self.chars.char(next).filter(|c| matches!(c, '.' | '-' | '/'))?;
        let (second, after) = self.chars.digits(next + 1)?;
        if (1949..2200).contains(&first) && next - at == 4 && after - next <= 3 {
            let month = month_of(second)?;
            let day = (self.chars.char(after) == Some(mark)).then(|| self.chars.digits(after + 1)).flatten();
            let end = day.filter(|(day, _)| (1..=31).contains(day)).map_or(after, |(_, end)| end);
            // `2026-05月` would be something else.
            return (self.chars.char(end) != Some('月'))
                .then_some((Mark::Date(i32::try_from(first).ok(), month, day.is_some()), end));
        }
        let month = month_of(first)?;
        let day = (1..=31).contains(&second) && after - next <= 3 && mark != '-';
        let amount =
            matches!(self.chars.char(after), Some('月' | '%' | '亿' | '万' | '元' | '.' | '季' | '-'))
                && !(self.chars.char(after) == Some('-') && self.date(after + 1).is_some());
        let end = if matches!(self.chars.char(after), Some('日' | '号')) { after + 1 } else { after };
        (day && !amount).then_some((Mark::Date(None, month, true), end))
    }

    /// Numbers that one word counts: `3-6月`, `二、三季度`, `11—13日`.
    fn group(&self, at: usize) -> Option<(Mark, usize)> {
        if at > 0
            && self.chars.char(at).is_some_and(|c| c.is_ascii_digit() || c == '十' || numeral(c).is_some())
        {
            let before = self.chars.char(at - 1);
            if before.is_some_and(|c| c.is_ascii_digit() || c == '十' || numeral(c).is_some()) {
                return None;
            }
        }
        let mut numbers: Vec<(u8, bool)> = Vec::new();
        let (mut next, mut goes_on) = (at, false);
        // 四五月份, 二三季度
        if let (Some(one), Some(other)) = (self.chars.single(at), self.chars.single(at + 1))
            && other == one + 1
            && let Some((unit @ ('月' | '季'), end)) = self.chars.unit(at + 2)
            && (unit == '月' || other <= 4)
        {
            let pair = vec![(one, false), (other, true)];
            return Some((if unit == '月' { Mark::Months(pair) } else { Mark::Quarters(pair) }, end));
        }
        // No more than the months of a year are listed.
        while numbers.len() < 13 {
            if self.chars.char(next) == Some('第') {
                next += 1;
            }
            let (value, after) = self.chars.number(next)?;
            numbers.push((u8::try_from(value).ok()?, goes_on));
            if let Some((unit, end)) = self.chars.unit(after) {
                return match unit {
                    '月' if numbers.iter().all(|(no, _)| (1..=12).contains(no)) => {
                        Some((Mark::Months(numbers), end))
                    }
                    '季' if numbers.iter().all(|(no, _)| (1..=4).contains(no)) => Some(
                        self.part_of(numbers.as_slice(), 3, end).unwrap_or((Mark::Quarters(numbers), end)),
                    ),
                    '日' => Some((Mark::Days, end)),
                    _ => None,
                };
            }
            (goes_on, next) = match (self.chars.dash(after), self.chars.list(after)) {
                (Some(next), _) => (true, next),
                (None, Some(next)) => (false, next),
                (None, None) => return None,
            };
        }
        None
    }

    /// The first or last month of a quarter or half: 三季度末, 上半年底.
    fn part_of(&self, numbers: &[(u8, bool)], months: u8, at: usize) -> Option<(Mark, usize)> {
        let [(no, _)] = numbers else { return None };
        let month = match self.chars.char(at)? {
            '末' | '底' => no * months,
            '初' => (no - 1) * months + 1,
            _ => return None,
        };
        Some((Mark::Months(vec![(month, false)]), at + 1))
    }

    /// Months that have another name: 年底, 上半年, 前三季度, Q3.
    fn named(&self, at: usize) -> Option<(Mark, usize)> {
        let months = |first: u8, last: u8| Mark::Months(vec![(first, false), (last, true)]);
        for (word, month) in
            [("年底", 12), ("年末", 12), ("年终", 12), ("岁末", 12), ("年初", 1), ("岁初", 1), ("年中", 6)]
        {
            if let Some(next) = self.chars.starts(at, word) {
                // By the year's end is in its last month.
                let next = self.chars.starts_any(next, &["之前", "以前", "前"]).unwrap_or(next);
                return Some((Mark::Months(vec![(month, false)]), next));
            }
        }
        if let Some(next) =
            self.chars.starts_any(at, &["上、下半年", "上下半年", "上半年、下半年", "上半年和下半年"])
        {
            return Some((months(1, 12), next));
        }
        // 半年末, and not 每半年末.
        let again = at.checked_sub(1).and_then(|at| self.chars.char(at));
        if let Some(next) = self
            .chars
            .starts_any(at, &["半年末", "半年底"])
            .filter(|_| again.is_none_or(|c| !"每按逐".contains(c)))
        {
            return Some((Mark::Months(vec![(6, false)]), next));
        }
        for (word, half) in [("上半年", 1), ("下半年", 2)] {
            if let Some(next) = self.chars.starts(at, word) {
                return Some(self.part_of(&[(half, false)], 6, next).unwrap_or((Mark::Half(half), next)));
            }
        }
        if let Some(next) = self.chars.starts_any(at, &["前", "头"])
            && let Some((count, next)) =
                self.chars.number(next).or_else(|| Some((2, self.chars.starts(next, "两")?)))
        {
            let next = self.chars.starts(next, "个").unwrap_or(next);
            let count = u8::try_from(count).ok().filter(|count| *count > 1)?;
            return match self.chars.unit(next)? {
                ('季', next) if count <= 4 => Some((Mark::Quarters(vec![(1, false), (count, true)]), next)),
                ('月', next) if count <= 12 => Some((months(1, count), next)),
                _ => None,
            };
        }
        if matches!(self.chars.char(at), Some('Q' | 'q'))
            && let Some((no, next)) = self.chars.digits(at + 1)
            && (1..=4).contains(&no)
        {
            return Some((Mark::Quarters(vec![(u8::try_from(no).ok()?, false)]), next));
        }
        let often = self.chars.starts_any(at, &["每逢", "每", "逢"]).unwrap_or(at);
        for (word, first) in [("单月", 1), ("双月", 2), ("奇数月", 1), ("偶数月", 2)] {
            // 双月协商座谈会 is a name.
            if let Some(next) = self.chars.starts(often, word)
                && !matches!(self.chars.char(next), Some('协' | '座'))
            {
                return Some((Mark::Months((first..=12).step_by(2).map(|no| (no, false)).collect()), next));
            }
        }
        words::NAMED.iter().filter(|_| self.names).find_map(|(word, first, last, on_first)| {
            let mut next = self.chars.starts(at, word)?;
            while let Some(after) = self.chars.starts_any(next, words::NAMED_TAILS) {
                next = after;
            }
            // 国庆前 is before it: which month that is, nobody can tell.
            let before = self.chars.char(next) == Some('前') && self.chars.char(next + 1) != Some('后');
            let end = self.chars.starts_any(next, &["前后", "前夕", "期间", "之前", "前"]).unwrap_or(next);
            (!(before && *on_first)).then(|| (months(*first, *last), end))
        })
    }

    fn bare(&self, at: usize) -> (Mark, usize) {
        let mut next = at;
        while self.chars.char(next).is_some_and(|c| c.is_ascii_digit()) {
            next += 1;
        }
        (Mark::Bare(self.chars.digits(at).map_or(u32::MAX, |(value, _)| value)), next)
    }
}

fn month_of(number: u32) -> Option<u8> {
    u8::try_from(number).ok().filter(|month| (1..=12).contains(month))
}
