//! Numbers and dates as Excel shows them, by the format of their cell.
//!
//! A month that was typed as `3月` is a date to Excel, with a format that shows nothing but the
//! month: what counts is what is shown, never the day behind it.

mod date;
mod pieces;
mod shown;

use self::date::date;
use self::pieces::{Piece, chinese, pieces, section, sections, words, written};
use self::shown::Shown;
pub(crate) use self::shown::general;

/// The code of a format by its number and by what the file says of that.
pub(crate) fn code(id: u32, own: Option<&String>) -> String {
    // These two are shown as the system's language has them, whatever the file says.
    let own = own.filter(|_| !matches!(id, 14 | 22));
    own.cloned().unwrap_or_else(|| built_in(id).unwrap_or("General").to_owned())
}

/// The formats that Excel has without writing them into the file, as it shows them in Chinese.
fn built_in(id: u32) -> Option<&'static str> {
    Some(match id {
        0 => "General",
        1 => "0",
        2 => "0.00",
        3 => "#,##0",
        4 => "#,##0.00",
        5 | 6 => "\"¥\"#,##0;\"¥\"-#,##0",
        7 | 8 => "\"¥\"#,##0.00;\"¥\"-#,##0.00",
        9 => "0%",
        10 => "0.00%",
        11 => "0.00E+00",
        12 => "# ?/?",
        13 => "# ??/??",
        14 => "yyyy/m/d",
        15 => "d-mmm-yy",
        16 => "d-mmm",
        17 => "mmm-yy",
        18 => "h:mm AM/PM",
        19 => "h:mm:ss AM/PM",
        20 => "h:mm",
        21 => "h:mm:ss",
        22 => "yyyy/m/d h:mm",
        27 | 36 | 50 | 52 | 57 => "yyyy\"年\"m\"月\"",
        28 | 29 | 51 | 53 | 54 | 58 => "m\"月\"d\"日\"",
        30 => "m-d-yy",
        31 => "yyyy\"年\"m\"月\"d\"日\"",
        32 => "h\"时\"mm\"分\"",
        33 => "h\"时\"mm\"分\"ss\"秒\"",
        34 | 55 => "上午/下午h\"时\"mm\"分\"",
        35 | 56 => "上午/下午h\"时\"mm\"分\"ss\"秒\"",
        37 | 38 => "#,##0",
        39 | 40 => "#,##0.00",
        41 => "_ * #,##0_ ;_ * -#,##0_ ;_ * \"-\"_ ;_ @_ ",
        42 => "_ \"¥\"* #,##0_ ;_ \"¥\"* -#,##0_ ;_ \"¥\"* \"-\"_ ;_ @_ ",
        43 => "_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * \"-\"??_ ;_ @_ ",
        44 => "_ \"¥\"* #,##0.00_ ;_ \"¥\"* -#,##0.00_ ;_ \"¥\"* \"-\"??_ ;_ @_ ",
        45 => "mm:ss",
        46 => "[h]:mm:ss",
        47 => "mmss.0",
        48 => "##0.0E+0",
        49 => "@",
        _ => return None,
    })
}

/// Shows a number by the code of its format; `from_1904` if dates count from that year.
pub(crate) fn show(value: f64, code: &str, from_1904: bool) -> Shown {
    let section = section(code, value);
    let pieces = pieces(section);
    if pieces.iter().any(|piece| matches!(piece, Piece::Date(..))) {
        return date(value, &pieces, from_1904);
    }
    let is_general =
        section.trim().is_empty() && !code.contains(';') || section.to_ascii_lowercase().contains("general");
    let digits = |piece: &Piece<'_>| matches!(piece, Piece::Digits(_));
    if !is_general && !pieces.iter().any(digits) {
        // Nothing but words, or nothing at all: the number itself is not shown.
        return Shown::sure(words(&pieces).trim().to_owned());
    }
    // A format for negative numbers has its own sign.
    let signed = sections(code).len() < 2;
    let text = number(value.abs(), &pieces, is_general);
    let nothing = text.chars().all(|c| !c.is_ascii_digit() || c == '0');
    Shown::sure(if value < 0.0 && signed && !nothing { format!("-{text}") } else { text })
}

/// Shows a text by the code of its format: some add words to it.
pub(crate) fn show_text(text: &str, code: &str) -> String {
    let last = sections(code).pop().unwrap_or_default();
    let pieces = pieces(last);
    if !pieces.iter().any(|piece| matches!(piece, Piece::Text)) {
        return text.to_owned();
    }
    let shown = |piece: &Piece<'_>| match piece {
        Piece::Text => text.to_owned(),
        Piece::Words(words) => (*words).to_owned(),
        _ => String::new(),
    };
    pieces.iter().map(shown).collect()
}

fn number(value: f64, pieces: &[Piece<'_>], is_general: bool) -> String {
    let chinese = chinese(pieces).filter(|_| value.fract() == 0.0 && value < 10_000.0);
    let mut text = String::new();
    let mut done = false;
    for piece in pieces {
        match piece {
            Piece::Words(words) => text.push_str(words),
            Piece::Digits(_) | Piece::Text if !done => {
                done = true;
                let pattern = if let Piece::Digits(pattern) = piece { pattern } else { "" };
                match chinese {
                    Some(_) => text.push_str(&written(value as u32, chinese, false)),
                    None if pattern.is_empty() => text.push_str(&general(value)),
                    None => text.push_str(&patterned(value, pattern)),
                }
            }
            _ => {}
        }
    }
    if is_general && !done {
        text.push_str(&general(value));
    }
    text.trim().to_owned()
}

fn patterned(value: f64, pattern: &str) -> String {
    let percent = pattern.contains('%');
    let value = if percent { value * 100.0 } else { value };
    let (whole, decimals) = pattern.split_once('.').unwrap_or((pattern, ""));
    let is_place = |c: &char| matches!(c, '0' | '#' | '?');
    let places = decimals.chars().filter(is_place).count().min(12);
    let at_least = whole.chars().filter(|c| *c == '0').count();
    let needed = decimals.chars().filter(|c| *c == '0').count();
    let mut text = format!("{value:.places$}");
    if places > needed && text.contains('.') {
        let keep = text.len() - (places - needed);
        while text.len() > keep && text.ends_with('0') {
            text.pop();
        }
        text = text.trim_end_matches('.').to_owned();
    }
    let (digits, rest) = text.split_at(text.find('.').unwrap_or(text.len()));
    let mut digits = format!("{digits:0>at_least$}");
    if at_least == 0 && digits == "0" && !rest.is_empty() {
        digits.clear();
    }
    if whole.trim_end_matches(',').contains(',') {
        let count = digits.len();
        let grouped = digits.char_indices().flat_map(|(at, c)| {
            let comma = at > 0 && (count - at).is_multiple_of(3);
            comma.then_some(',').into_iter().chain([c])
        });
        digits = grouped.collect();
    }
    format!("{digits}{rest}{}", if percent { "%" } else { "" })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_shown_is_read() {
        for (value, code, expected) in [
            (46082.0, "m\"月\";@", "3月"),
            (45778.0, "m\"月\";@", "5月"),
            (46235.0, built_in(57).unwrap(), "2026年8月"),
            (46344.0, built_in(58).unwrap(), "11月18日"),
            (46086.0, built_in(14).unwrap(), "2026/3/5"),
            (3.0, "0\"月\"", "3月"),
            (12.0, "General\"月\"", "12月"),
            (3.0, "General", "3"),
            (0.1 + 0.2, "General", "0.3"),
            (1234.5, "#,##0.00", "1,234.50"),
            (0.125, "0.0%", "12.5%"),
            (-5.0, "0", "-5"),
            (-5.0, "0;(0)", "(5)"),
            (0.0, "0;-0;\"—\"", "—"),
            (7.0, "[Red]0", "7"),
            (7.0, "[DBNum1][$-804]General\"月\"", "七月"),
            (46082.0, "[DBNum1][$-804]yyyy\"年\"m\"月\";@", "二〇二六年三月"),
            (46344.0, "[DBNum1][$-804]m\"月\"d\"日\";@", "十一月十八日"),
            (46082.0, "yyyy-mm", "2026-03"),
            (46082.0, "yyyy\\.m", "2026.3"),
            (46082.0, "[$-804]aaaa", "星期日"),
            (46082.625, "m/d h:mm", "3/1 15:00"),
            (46082.625, "上午/下午h\"时\"mm\"分\"", "下午3时00分"),
            (0.5, "h:mm", "12:00"),
            (1.0, "000", "001"),
            (5.0, ";;;", ""),
            (2.5, "0.##", "2.5"),
            (2.0, "0.##", "2"),
        ] {
            let shown = show(value, code, false);
            assert_eq!((shown.text.as_str(), shown.doubtful), (expected, false), "{value} {code}");
        }
    }

    #[test]
    fn english_months_are_written_out() {
        for (code, expected) in [("mmm-yy", "2026年3月"), ("d-mmm", "3月1日"), ("[$-409]mmmm", "3月")] {
            assert_eq!(
                show(46082.0, code, false),
                Shown { text: expected.to_owned(), doubtful: true },
                "{code}"
            );
        }
    }

    #[test]
    fn texts_may_get_words() {
        assert_eq!(show_text("3", "@\"月\""), "3月");
        assert_eq!(show_text("全年", "m\"月\";@"), "全年");
        assert_eq!(show_text("全年", "General"), "全年");
    }

    #[test]
    fn any_code_is_answered() {
        for code in ["[", "\"", "\\", "_", "*", "[]", "[h", "e", "0.0.0%", "年", "@@", "[DBNum"] {
            for value in [0.0, -1.5, 1e300, f64::NAN, f64::INFINITY, 46082.5] {
                let _ = show(value, code, true);
            }
        }
    }
}
