//! The title, and what stands before it.

use super::super::numbers;
use super::super::remarks::{Cause, Remarks};
use super::super::source::{Para, Piece, Source};
use super::super::text::{self, is_longer_than, squash, trim};
use super::label::{self, Level, plain};
use super::titles::{NAMES, issuer, plan_words_at_end, without_status};

/// The title, and where it stands among the paragraphs.
pub(super) struct Front {
    pub(super) title: String,
    /// Positions of the paragraphs that it takes; empty if no paragraph is the title.
    pub(super) at: std::ops::Range<usize>,
    /// What the notice before it says about who issues it.
    pub(super) notice_issuer: Option<String>,
}

/// Finds the title among the paragraphs before the body and the tables. `paras` are all of the source.
pub(super) fn find(source: &Source<'_>, paras: &[&Para], out: &mut Remarks) -> Front {
    let head = paras.get(..end(source, paras)).unwrap_or(paras);
    let notice = head.iter().position(|para| is_notice(&para.text));
    let quoted = notice.and_then(|at| head.get(at)).and_then(|para| quoted(&squash(&para.text)));
    let mut best: Option<(i32, usize)> = None;
    for (at, para) in head.iter().enumerate() {
        let Some(score) = score(para, at, notice, quoted.as_deref()) else { continue };
        if best.is_none_or(|(known, _)| score > known) {
            best = Some((score, at));
        }
    }
    let issuer = notice.and_then(|at| head.get(at)).map(|para| issuer_of_notice(&para.text));
    let notice_issuer = issuer.filter(|issuer| !issuer.is_empty());
    // A notice that quotes no plan is its own title: 关于2027年度课题调研安排的通知.
    let own =
        || notice.filter(|at| quoted.is_none() && head.get(*at).is_some_and(|para| names_plan(&para.text)));
    if let Some(at) = best.map(|(_, at)| at).or_else(own) {
        let (title, range) = whole(head, at, quoted.as_deref());
        let after_notice = notice.is_some_and(|notice| notice < range.start);
        let cause = if after_notice { Cause::NoticeLeftOut } else { Cause::FrontLeftOut };
        for para in
            head.iter().take(range.start).filter(|para| label::mark(&para.text).is_none() || after_notice)
        {
            out.say(cause, &para.spot, &para.text, "");
        }
        return Front { title, at: range, notice_issuer };
    }
    // A notice that holds the plan itself names it.
    if let (Some(at), Some(quoted)) = (notice, quoted) {
        for para in head.iter().take(at + 1) {
            out.say(Cause::NoticeLeftOut, &para.spot, &para.text, "");
        }
        return Front { title: quoted, at: at..at + 1, notice_issuer };
    }
    // Without a title, a short first line is the likeliest; a long one is already the preamble.
    let short = |para: &&&Para| {
        let plain = squash(&para.text);
        !is_longer_than(&plain, 40)
            && label::label(&para.text).is_none()
            && label::mark(&para.text).is_none()
            && !plain.contains('。')
    };
    match head.first().filter(short) {
        Some(para) => {
            if !names_body_and_year(&para.text) {
                out.say(Cause::NoTitle, &para.spot, &para.text, "");
            }
            Front { title: plain(&para.text), at: 0..1, notice_issuer }
        }
        None => Front { title: String::new(), at: 0..0, notice_issuer },
    }
}

/// Whether a text names a plan of a year, wherever it does.
fn names_plan(text: &str) -> bool {
    numbers::year(&squash(text)).is_some() && NAMES.iter().any(|word| text.contains(word))
}

/// Whether a text says whose it is and of which year, as titles do whatever they end with: 某市人大常委会2027年重点工作.
fn names_body_and_year(text: &str) -> bool {
    let title = squash(&plain(text));
    numbers::year(&title).is_some()
        && !issuer(&title).is_empty()
        && !is_notice(text)
        && !title.contains(['，', '：', ':', '；', '、'])
        && !title.ends_with(['日', '号', '月', '年'])
}

/// Where the paragraphs end among which the title is looked for: at the first table, and at the
/// first numbered paragraph unless a notice comes before the plan.
fn end(source: &Source<'_>, paras: &[&Para]) -> usize {
    let before_table =
        source.pieces.iter().take_while(|piece| matches!(piece, Piece::Para(_))).count().min(paras.len());
    let head = paras.get(..before_table).unwrap_or(paras);
    let numbered = |para: &&Para| label::label(&para.text).is_some_and(|label| label.level < Level::Inner);
    let end = head.iter().position(numbered).unwrap_or(before_table);
    let Some(notice) = head.iter().take(end.max(6)).find(|para| is_notice(&para.text)) else {
        return end;
    };
    // The notice may have numbered paragraphs of its own.
    let named = |para: &&Para| {
        let plain = squash(&plain(&para.text));
        plain.chars().nth(3).is_some()
            && plan_words_at_end(&plain)
            && squash(&notice.text).contains(plain.as_str())
    };
    head.iter()
        .rposition(|para| named(para) && label::mark(&para.text).is_none())
        .map_or(end, |at| end.max(at + 1))
}

/// How much a paragraph looks like the plan's title; `None` if it cannot be it.
fn score(para: &Para, at: usize, notice: Option<usize>, quoted: Option<&str>) -> Option<i32> {
    let title = squash(&plain(&para.text));
    let named = plan_words_at_end(&title) || (at == 0 && names_body_and_year(&para.text));
    if !named
        || is_longer_than(&title, 60)
        || title.contains(['。', '；', '：', ':'])
        || title.starts_with(['(', '（'])
    {
        return None;
    }
    if is_notice(&para.text) || label::mark(&para.text).is_some() || label::label(&para.text).is_some() {
        return None;
    }
    let bare = without_status(&title);
    let mut score = 0;
    score += if numbers::year(&title).is_some() { 4 } else { 0 };
    score += if bare.ends_with("要点") || bare.ends_with("计划") || bare.ends_with("行事历") {
        2
    } else {
        0
    };
    score += if para.centred || para.bold || para.level == Some(1) { 2 } else { 0 };
    score += if at == 0 { 1 } else { 0 };
    score +=
        if quoted.is_some_and(|quoted| quoted == bare || quoted.ends_with(bare) || bare.ends_with(quoted)) {
            6
        } else {
            0
        };
    score += if notice.is_some_and(|notice| at > notice) { 2 } else { 0 };
    Some(score)
}

/// The title that stands at this paragraph, with its first lines if it is set in several. `quoted`: as a notice has it.
fn whole(paras: &[&Para], at: usize, quoted: Option<&str>) -> (String, std::ops::Range<usize>) {
    let quoted = quoted.map(squash).unwrap_or_default();
    let text = |at: usize| paras.get(at).map(|para| plain(&para.text)).unwrap_or_default();
    let mut title = text(at);
    let mut first = at;
    while first > 0 && first + 3 > at {
        let above = text(first - 1);
        let named = !above.is_empty() && quoted.ends_with(&format!("{}{}", squash(&above), squash(&title)));
        // 某县人大常委会办公室 above 关于2027年度课题调研安排的通知.
        let of_body = squash(&title).starts_with("关于") && issuer(&squash(&above)) == squash(&above);
        if !named && !of_body && !wants_more(&title) {
            break;
        }
        let plain = squash(&above);
        let fits = !above.is_empty()
            && !is_longer_than(&plain, 36)
            && !plain.contains(['。', '，', '；', '：', ':', '('])
            && label::label(&above).is_none()
            && label::mark(&above).is_none()
            && !is_notice(&above)
            && ends_like_issuer(&plain);
        if !named && !fits {
            break;
        }
        let rest = std::mem::replace(&mut title, above);
        text::join(&mut title, &rest);
        first -= 1;
    }
    (title, first..at + 1)
}

/// Whether a title lacks its issuer, so that it may stand on the line above.
fn wants_more(title: &str) -> bool {
    let plain = squash(title);
    issuer(&plain).is_empty() && !plain.starts_with("关于")
        || plain.starts_with("重点工作")
        || plain.starts_with('《')
}

fn ends_like_issuer(plain: &str) -> bool {
    plain.ends_with([
        '会', '府', '院', '局', '校', '委', '室', '年', '办', '学', '园', '厅', '部', '协', '镇', '乡', '道',
        '》', '于', '度', '的', '处', '中', '心', '司', '站', '馆', '团', '关',
    ])
}

/// Whether a paragraph is the heading of a notice: 关于印发…的通知.
fn is_notice(paragraph: &str) -> bool {
    let plain = squash(paragraph);
    let heading = plain.contains("关于") && !is_longer_than(&plain, 120);
    heading
        && ["的通知", "的函", "的通告", "的公告"].iter().any(|word| without_status(&plain).ends_with(word))
}

/// The plan's name that a notice quotes.
fn quoted(notice: &str) -> Option<String> {
    let (_, rest) = notice.split_once('《')?;
    let inner = rest.rsplit_once('》').map_or(rest, |(inner, _)| inner);
    let named = NAMES.iter().any(|word| inner.contains(word));
    named.then(|| trim(inner).to_owned()).filter(|inner| !inner.is_empty())
}

fn issuer_of_notice(notice: &str) -> String {
    let plain = squash(notice);
    let head = plain.split("关于").next().unwrap_or_default();
    trim(head).to_owned()
}
