//! Characters and numerals: what the other readers share to look past a document's typography.

/// The text for comparison: no white space, full-width ASCII made narrow. Never shown to anybody.
pub(super) fn squash(text: &str) -> String {
    text.chars().filter(|c| !is_blank(*c)).map(narrow).collect()
}

/// The text as printed, without the white space that a narrow table cell put into it.
pub(super) fn compact(text: &str) -> String {
    text.chars().filter(|c| !is_blank(*c)).collect()
}

/// Trims every kind of white space, and the marks that have no width.
pub(super) fn trim(text: &str) -> &str {
    text.trim_matches(is_blank)
}

/// Takes away the punctuation that closes an entry of a list.
pub(super) fn trim_closing(text: &str) -> &str {
    trim(text).trim_end_matches(|c| matches!(c, '；' | ';' | '。' | '．') || is_blank(c))
}

/// White space of any width: blanks, no-break and ideographic spaces, byte order marks.
pub(super) fn is_blank(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{feff}' | '\u{200b}'..='\u{200d}' | '\u{2060}')
}

fn narrow(c: char) -> char {
    match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        other => other,
    }
}

/// Whether a sentence ends here, so that what follows on another line is a new paragraph.
pub(super) fn ends_sentence(text: &str) -> bool {
    let text = trim(text).trim_end_matches('*');
    text.ends_with(['。', '！', '？', '；', '：', ';', ':', '!', '?'])
        || ["。”", "！”", "？”", "。）", "。)"].iter().any(|end| text.ends_with(end))
}

/// Appends a line that a page break or a cell's width has cut off.
pub(super) fn join(text: &mut String, next: &str) {
    let next = trim(next);
    // Chinese needs nothing between the halves of a sentence, two Latin words need a space.
    let latin = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
    if latin(text.chars().next_back()) && latin(next.chars().next()) {
        text.push(' ');
    }
    text.push_str(next);
}

/// One line out of a text that spans several.
pub(super) fn unwrap_lines(text: &str) -> String {
    let mut whole = String::new();
    for line in text.lines() {
        join(&mut whole, line);
    }
    whole
}

/// A number in Arabic digits of any width at the start, and what follows it.
pub(super) fn digits(text: &str) -> Option<(u32, &str)> {
    let rest = text.trim_start_matches(|c| narrow(c).is_ascii_digit());
    let number: String = text.strip_suffix(rest)?.chars().map(narrow).collect();
    // More than four digits are no serial number, month or year.
    if number.len() > 4 {
        return None;
    }
    Some((number.parse().ok()?, rest))
}

/// A number up to 99 in Chinese numerals at the start, and what follows it.
pub(super) fn numerals(text: &str) -> Option<(u32, &str)> {
    let rest = text.trim_start_matches(|c| c == '十' || numeral(c).is_some());
    let number = text.strip_suffix(rest).filter(|number| !number.is_empty())?;
    let one = |text: &str| {
        let mut chars = text.chars();
        let value = chars.next().and_then(numeral)?;
        chars.next().is_none().then_some(value)
    };
    let value = match number.split_once('十') {
        None => one(number)?,
        Some((tens, ones)) => {
            let tens = if tens.is_empty() { 1 } else { one(tens)? };
            let ones = if ones.is_empty() { 0 } else { one(ones)? };
            tens * 10 + ones
        }
    };
    Some((value, rest))
}

/// A number in either writing.
pub(super) fn number(text: &str) -> Option<(u32, &str)> {
    digits(text).or_else(|| numerals(text))
}

/// The value of one Chinese digit.
pub(super) fn numeral(c: char) -> Option<u32> {
    let position = "零一二三四五六七八九".chars().position(|digit| digit == c);
    match position {
        Some(value) => u32::try_from(value).ok(),
        None if c == '〇' => Some(0),
        None => None,
    }
}

/// The first calendar year that is named, as `2023 年` or `二〇二三年`.
pub(super) fn year(text: &str) -> Option<i32> {
    split_year(text).map(|(_, year)| year)
}

/// The first calendar year that is named, and the text before it.
pub(super) fn split_year(text: &str) -> Option<(&str, i32)> {
    text.match_indices('年').find_map(|(at, _)| {
        let before = text.get(..at)?.trim_end_matches(is_blank);
        let (start, _) = before.char_indices().rev().nth(3)?;
        let (before, digits) = before.split_at_checked(start)?;
        let mut value = 0;
        for digit in digits.chars().map(narrow) {
            value = value * 10 + digit.to_digit(10).or_else(|| numeral(digit))?;
        }
        let year = i32::try_from(value).ok().filter(|year| (1949..2200).contains(year))?;
        Some((before, year))
    })
}

/// The texts inside brackets of either width, innermost brackets only.
pub(super) fn bracketed(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    for part in text.split(['(', '（']).skip(1) {
        if let Some((inner, _)) = part.split_once([')', '）']) {
            found.push(inner);
        }
    }
    found
}

/// Whether the line is only a page number such as `- 3 -`, `— 3 —` or `第 3 页`.
pub(super) fn is_page_number(text: &str) -> bool {
    let text = squash(text);
    let dash = |c: char| matches!(c, '-' | '—' | '–' | '―' | '·' | '一');
    let digits = match text.strip_prefix('第').and_then(|text| text.strip_suffix('页')) {
        Some(inner) => inner,
        None => text.trim_matches(dash),
    };
    !digits.is_empty() && digits.chars().all(|c| c.is_ascii_digit())
}

/// A list number at the start (`1.`, `1、`, `（1）`, `①`), its value and what follows it.
pub(super) fn list_number(text: &str) -> Option<(u32, &str)> {
    if let Some(c) = text.chars().next().filter(|c| ('①'..='⑳').contains(c)) {
        return Some((u32::from(c) - u32::from('①') + 1, text.strip_prefix(c)?));
    }
    if let Some(inner) = text.strip_prefix(['(', '（']) {
        let (value, rest) = digits(inner)?;
        return Some((value, rest.strip_prefix([')', '）'])?));
    }
    let (value, rest) = digits(text)?;
    let rest = rest.trim_start_matches([' ', '\u{a0}']);
    let rest = rest.strip_prefix(['.', '．', '、', ')', '）'])?;
    // `2.5 亿` is an amount, and no entry of a list has more than three digits.
    let plain = value < 1000 && digits(rest).is_none();
    plain.then_some((value, rest))
}

/// The number and text of an entry that starts with a list number.
pub(super) fn list_entry(text: &str) -> Option<(u32, &str)> {
    list_number(trim(text)).map(|(value, rest)| (value, trim(rest)))
}

/// The beginning of a long text, to be quoted in a message.
pub(super) fn excerpt(text: &str) -> String {
    let text = trim(text);
    match text.char_indices().nth(24) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or(text)),
        None => text.to_owned(),
    }
}
