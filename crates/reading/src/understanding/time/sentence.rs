//! The time that a sentence gives what it speaks of.
//!
//! A sentence may also name the time that a report is about: `1至7月计划执行情况`. Only what stands where
//! a due time stands counts: at the beginning, after 拟安排在 and the like, alone in brackets, or before
//! a meeting or a verb.

mod holiday;
mod words;

use std::ops::Range;

use self::words::{ABOUT, DEEDS, FOLLOW, LEAD, NO_PARTS, PARTS};
use super::super::actions::begins_with_action;
use super::super::numbers;
use super::super::text::{has_any, is_blank, is_longer_than, squash, strip_any, trim, without_brackets};
use super::cell::read;
use super::reading::{Doubt, Reading};
use super::scan::{Mark, Token, scan};

/// A time in a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InText {
    /// Where it stands, with the words that lead to it (拟安排在).
    pub range: Range<usize>,
    /// Where the months themselves stand.
    pub months: Range<usize>,
    pub reading: Reading,
}

/// Times in a sentence at which something is due, in order.
pub fn find(text: &str, year: i32) -> Vec<InText> {
    let tokens = scan(text, false);
    let holiday = holiday::at_start(text);
    let holiday = holiday.map(|(end, reading)| InText { range: 0..end, months: 0..end, reading });
    let mut found: Vec<InText> = holiday.into_iter().collect();
    let mut at = 0;
    while at < tokens.len() {
        let Some(end) = phrase(&tokens, at, text) else {
            at += 1;
            continue;
        };
        let (start, stop) = (tokens[at].start, tokens[end - 1].end);
        at = end;
        let (before, after) = (text.get(..start).unwrap_or_default(), text.get(stop..).unwrap_or_default());
        // 11月（视情），专题询问: the condition goes with the month.
        let bare = behind_condition(after_part(after));
        let Some(lead) = due(before, bare.unwrap_or(after)) else { continue };
        let rest = bare.unwrap_or_else(|| after_part(after));
        // 4月开始，每月…, 从6月开始开展….
        let from = before.trim_end_matches(is_blank).ends_with(['自', '从']);
        let rest = rest
            .strip_prefix("开始")
            .filter(|rest| from || rest.is_empty() || rest.starts_with('，'))
            .unwrap_or(rest);
        let stop = stop + after.len() - rest.len();
        let dated = text.get(start..stop).unwrap_or_default();
        let reading = read(&if bare.is_some() { without_brackets(dated) } else { dated.to_owned() }, year);
        if reading.doubts.contains(&Doubt::Unknown) {
            continue;
        }
        found.push(InText { range: start - lead..stop, months: start..stop, reading });
    }
    found
}

/// Whether a text names a month that something may be due in, wherever it stands: 第一小组5月活动.
pub fn names_month(text: &str) -> bool {
    let tokens = scan(text, false);
    let is_part = |at: usize| {
        let before = at.checked_sub(1).and_then(|at| tokens.get(at));
        before.is_some_and(|token| matches!(token.mark, Mark::Year(_) | Mark::Relative(_) | Mark::Dash))
    };
    tokens.iter().enumerate().any(|(at, token)| {
        let after = trim(text.get(token.end..).unwrap_or_default());
        matches!(token.mark, Mark::Months(_))
            && !is_part(at)
            && !ABOUT.iter().any(|word| after.starts_with(word))
    })
}

/// What follows a bracket that says upon what the time before it depends: （视情）, （如有需要）.
fn behind_condition(text: &str) -> Option<&str> {
    let near = text.get(..text.floor_char_boundary(45))?.strip_prefix(['（', '('])?;
    let (inner, _) = near.split_once(['）', ')'])?;
    let depends = ["视", "如", "必要", "根据", "暂定", "拟"].iter().any(|word| inner.starts_with(word));
    depends.then(|| text.split_once(['）', ')'])).flatten().map(|(_, rest)| rest)
}

/// The end of a phrase of time that begins with this token.
fn phrase(tokens: &[Token], from: usize, text: &str) -> Option<usize> {
    let counts =
        |mark: &Mark| matches!(mark, Mark::Months(_) | Mark::Quarters(_) | Mark::Half(_) | Mark::Date(..));
    let begins = |mark: &Mark| counts(mark) || matches!(mark, Mark::Year(_) | Mark::Relative(_));
    begins(&tokens.get(from)?.mark).then_some(())?;
    let mut end = from;
    let mut counted = None;
    while let Some(token) = tokens.get(end) {
        let joins = match &token.mark {
            mark if counts(mark) => {
                counted = Some(end + 1);
                true
            }
            Mark::Year(_) | Mark::Relative(_) => true,
            Mark::Days => {
                counted = counted.map(|_| end + 1);
                counted.is_some()
            }
            Mark::Dash | Mark::List => {
                tokens.get(end + 1).is_some_and(|next| begins(&next.mark) || next.mark == Mark::Days)
            }
            // 底至4月 behind 3月, 底7月初 behind 6月: a part of the month between two of them.
            Mark::Word => {
                let word = squash(text.get(token.start..token.end).unwrap_or_default());
                let joined = |mark: &Mark| counts(mark) || matches!(mark, Mark::Dash | Mark::List);
                after_part(&word).is_empty() && tokens.get(end + 1).is_some_and(|next| joined(&next.mark))
            }
            _ => false,
        };
        if !joins {
            break;
        }
        end += 1;
    }
    // A date of one figure and another (5.20) is an amount in a sentence, but for 6.15前 at its beginning; a year alone is no
    // due time.
    let due =
        || text.get(tokens.get(end - 1)?.end..).filter(|after| from == 0 && trim(after).starts_with('前'));
    let amount = matches!(tokens.get(from).map(|token| &token.mark), Some(Mark::Date(None, ..)));
    counted.filter(|_| !amount || due().is_some())
}

/// How many bytes before it belong to a due time; `None` if it is none.
fn due(before: &str, after: &str) -> Option<usize> {
    let before = before.trim_end_matches(is_blank);
    let after = trim(after);
    let rest = after_part(after);
    let lead = LEAD.iter().find(|lead| before.ends_with(**lead)).map_or(0, |lead| lead.len());
    let head = before.get(..before.len() - lead).unwrap_or_default();
    let open = head.is_empty()
        || head.ends_with(['。', '，', ',', '；', ';', '：', ':', '、', '\n', '（', '(', '】', '—']);
    let about =
        ABOUT.iter().any(|word| rest.starts_with(word)) && !rest.starts_with("工作会") && !of_meeting(rest);
    let about_which = ["关于", "截至", "截止", "对", "全市", "全县", "全区", "全省", "本级", "《"];
    // 在 or 于 alone leads to either of them.
    let sure = lead > "在".len();
    if about && !sure || about_which.iter().any(|word| before.ends_with(word)) {
        return None;
    }
    let closes =
        rest.is_empty() || rest.starts_with(['。', '，', ',', '；', ';', '）', ')', '：', ':', '、']);
    let follows = of_meeting(rest) || FOLLOW.iter().any(|word| rest.starts_with(word));
    // 3月交办代表建议, 6月代表视察某工程, and not 1至7月办理情况, which is what a report is about.
    let clause = rest.split(['，', ',', '。', '；', ';', '\n']).next().unwrap_or_default();
    let follows = follows
        || (open
            && begins_with_action(rest.strip_prefix("代表").unwrap_or(rest))
            && !has_any(clause, &["情况", "报告", "结果"]));
    // 3月动员，4—5月查摆: what is done in two words.
    let brief =
        open && !clause.is_empty() && !is_longer_than(clause, 3) && clause.chars().all(char::is_alphabetic);
    // 12月代表述职: what is done ends with the word for it.
    let deed = open && !is_longer_than(clause, 8) && DEEDS.iter().any(|word| clause.ends_with(word));
    let follows = follows || brief || deed;
    let near = rest.get(..rest.floor_char_boundary(30)).unwrap_or_default();
    let meets = has_any(near, &["举行的", "召开的", "会议上"]);
    // 6月底前 at the beginning says when something is due, whatever follows.
    let part = after.get(..after.len() - rest.len()).unwrap_or_default();
    let deadline = open && part.ends_with('前');
    ((open || lead > 0) && (closes || follows || meets || deadline)).then_some(lead)
}

/// 8月份的常委会会议, 3月份的县人大常委会会议.
fn of_meeting(after: &str) -> bool {
    let Some(rest) = after.strip_prefix('的') else { return false };
    let rest = rest
        .trim_start_matches(['全', '国', '省', '市', '区', '县'])
        .trim_start_matches("人大")
        .trim_start_matches("政协");
    ["常委会", "常务委员会", "主任会", "主席会", "委员长会", "党组会"]
        .iter()
        .any(|name| rest.starts_with(name))
}

/// A text without parts of a month (底前, 中旬, 第三周) at its beginning.
fn after_part(text: &str) -> &str {
    let mut rest = text;
    // 5月起草 is no month that begins something, nor 3月前期调研 before March.
    while strip_any(rest, NO_PARTS).is_none()
        && let Some((_, after)) = strip_any(rest, PARTS)
    {
        rest = after;
    }
    // 6月第三周, 6月的第二个星期.
    let week = rest.trim_start_matches('的').strip_prefix('第').and_then(numbers::number);
    let week = week.and_then(|(_, after)| strip_any(after, &["周", "个星期", "星期", "个周"]));
    week.map_or(rest, |(_, after)| after)
}
