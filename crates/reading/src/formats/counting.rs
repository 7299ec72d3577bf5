//! Numbers in the writings that Word and browsers count in.

/// The writing of a level's numbers, by its name in the file; numbers in the Word format of 2003.
pub fn write(format: &str, value: u32) -> String {
    match format {
        "chineseCounting" | "taiwaneseCounting" | "37" | "33" => counting(value, false),
        "chineseCountingThousand"
        | "taiwaneseCountingThousand"
        | "japaneseCounting"
        | "koreanCounting"
        | "39"
        | "35"
        | "11" => counting(value, true),
        "ideographDigital"
        | "japaneseDigitalTenThousand"
        | "taiwaneseDigital"
        | "koreanDigital2"
        | "10"
        | "17"
        | "34" => digits(value, "〇一二三四五六七八九"),
        "chineseLegalSimplified" | "38" => units(value, "零壹贰叁肆伍陆柒捌玖", "拾佰仟", true),
        "ideographLegalTraditional" | "japaneseLegal" => units(value, "零壹貳參肆伍陸柒捌玖", "拾佰仟", true),
        "ideographTraditional" | "30" => nth(value, "甲乙丙丁戊己庚辛壬癸"),
        "ideographZodiac" | "31" => nth(value, "子丑寅卯辰巳午未申酉戌亥"),
        "ideographEnclosedCircle" => enclosed(value, '㊀', 10),
        "29" => enclosed(value, '㈠', 10),
        "decimalEnclosedCircle" | "decimalEnclosedCircleChinese" | "18" | "28" => enclosed(value, '①', 20),
        "decimalEnclosedParen" | "27" => enclosed(value, '⑴', 20),
        "decimalEnclosedFullstop" | "26" => enclosed(value, '⒈', 20),
        "decimalFullWidth" | "decimalFullWidth2" | "14" | "19" => digits(value, "０１２３４５６７８９"),
        "decimalZero" | "22" => format!("{value:02}"),
        "numberInDash" | "57" => format!("- {value} -"),
        "upperLetter" | "3" => letters(value, b'A'),
        "lowerLetter" | "4" => letters(value, b'a'),
        "upperRoman" | "1" => roman(value),
        "lowerRoman" | "2" => roman(value).to_ascii_lowercase(),
        "ordinal" | "5" => format!("{value}{}", ordinal(value)),
        "hex" | "8" => format!("{value:X}"),
        "none" | "255" => String::new(),
        _ => value.to_string(),
    }
}

/// 一 … 十 … 二十一 … 一百〇一; above 99 digit by digit unless hundreds are counted.
fn counting(value: u32, hundreds: bool) -> String {
    if value >= 100 && !hundreds {
        return digits(value, "○一二三四五六七八九");
    }
    units(value, "〇一二三四五六七八九", "十百千", false)
}

/// With a sign for tens, hundreds and thousands.
fn units(value: u32, signs: &str, powers: &str, leading_one: bool) -> String {
    let sign = |digit: u32| signs.chars().nth(digit as usize);
    if value == 0 || value > 9999 {
        return digits(value, signs);
    }
    let mut text = String::new();
    let mut skipped = false;
    for (power, unit) in
        [(1000, powers.chars().nth(2)), (100, powers.chars().nth(1)), (10, powers.chars().next()), (1, None)]
    {
        let digit = value / power % 10;
        if digit == 0 {
            skipped = !text.is_empty();
            continue;
        }
        if std::mem::take(&mut skipped) {
            text.extend(sign(0));
        }
        // 十一, not 一十一, but 一百一十一.
        if !(digit == 1 && power == 10 && text.is_empty() && !leading_one) {
            text.extend(sign(digit));
        }
        text.extend(unit);
    }
    text
}

fn digits(value: u32, signs: &str) -> String {
    let sign = |digit: char| signs.chars().nth(digit.to_digit(10)? as usize);
    value.to_string().chars().filter_map(sign).collect()
}

/// Counts through the signs and begins again.
fn nth(value: u32, signs: &str) -> String {
    let count = signs.chars().count();
    match value.checked_sub(1) {
        Some(at) => signs.chars().nth(at as usize % count).map(String::from).unwrap_or_default(),
        None => value.to_string(),
    }
}

fn enclosed(value: u32, one: char, most: u32) -> String {
    let at = value.checked_sub(1).filter(|at| *at < most);
    let c = at.and_then(|at| char::from_u32(u32::from(one) + at));
    c.map_or_else(|| value.to_string(), String::from)
}

/// A … Z, AA, BB … as Word counts.
fn letters(value: u32, first: u8) -> String {
    let Some(at) = value.checked_sub(1).filter(|at| *at < 26 * 30) else { return value.to_string() };
    let letter = char::from(first + (at % 26) as u8);
    std::iter::repeat_n(letter, 1 + (at / 26) as usize).collect()
}

fn roman(value: u32) -> String {
    const SIGNS: [(u32, &str); 13] = [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    if value == 0 || value > 3999 {
        return value.to_string();
    }
    let mut left = value;
    let mut text = String::new();
    for (worth, sign) in SIGNS {
        while left >= worth {
            text.push_str(sign);
            left -= worth;
        }
    }
    text
}

fn ordinal(value: u32) -> &'static str {
    match (value % 10, value % 100) {
        (_, 11..=13) => "th",
        (1, _) => "st",
        (2, _) => "nd",
        (3, _) => "rd",
        _ => "th",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn writings() {
        for (format, value, expected) in [
            ("chineseCounting", 1, "一"),
            ("chineseCounting", 10, "十"),
            ("chineseCounting", 11, "十一"),
            ("chineseCounting", 20, "二十"),
            ("chineseCounting", 99, "九十九"),
            ("chineseCounting", 105, "一○五"),
            ("chineseCountingThousand", 12, "十二"),
            ("chineseCountingThousand", 100, "一百"),
            ("chineseCountingThousand", 101, "一百〇一"),
            ("chineseCountingThousand", 110, "一百一十"),
            ("chineseCountingThousand", 1010, "一千〇一十"),
            ("japaneseCounting", 21, "二十一"),
            ("ideographDigital", 10, "一〇"),
            ("ideographDigital", 23, "二三"),
            ("chineseLegalSimplified", 12, "壹拾贰"),
            ("ideographTraditional", 3, "丙"),
            ("ideographTraditional", 11, "甲"),
            ("ideographZodiac", 12, "亥"),
            ("decimalEnclosedCircle", 20, "⑳"),
            ("decimalEnclosedCircleChinese", 21, "21"),
            ("decimalEnclosedParen", 2, "⑵"),
            ("decimalEnclosedFullstop", 1, "⒈"),
            ("ideographEnclosedCircle", 10, "㊉"),
            ("decimalFullWidth", 12, "１２"),
            ("decimalZero", 7, "07"),
            ("upperLetter", 27, "AA"),
            ("lowerLetter", 2, "b"),
            ("upperRoman", 14, "XIV"),
            ("lowerRoman", 9, "ix"),
            ("ordinal", 22, "22nd"),
            ("numberInDash", 3, "- 3 -"),
            ("none", 3, ""),
            ("decimal", 3, "3"),
            ("somethingNew", 3, "3"),
            ("37", 12, "十二"),
        ] {
            assert_eq!(write(format, value), expected, "{format} {value}");
        }
    }

    #[test]
    fn any_value_is_written() {
        let formats = "chineseCounting chineseCountingThousand ideographDigital chineseLegalSimplified ideographZodiac \
            upperLetter lowerRoman decimalEnclosedCircle hex ordinal decimalFullWidth";
        for format in formats.split(' ') {
            for value in [0, 9999, 10_000, u32::MAX] {
                assert!(!write(format, value).is_empty(), "{format} {value}");
            }
        }
    }
}
