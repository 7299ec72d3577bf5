//! How the plan numbers its parts and points.

use yaodian_plan::{Plan, Section, WorkPoint};

use crate::text::{numeral, part};

const NUMERALS: &str = "〇零一二三四五六七八九十百";

/// A printed number in whose form points without one have theirs: where the plan keeps it for most points, the others
/// were added.
pub fn point_form(plan: &Plan) -> Option<&str> {
    let kept = || plan.points().map(|point| point.printed.as_str()).filter(|printed| !printed.is_empty());
    let most = kept().count() * 2 > plan.points().count();
    kept().next().filter(|_| most)
}

/// The number of a point as printed, or in the plan's [`point_form`]; elsewhere `4.`.
pub fn point_number(form: Option<&str>, point: &WorkPoint) -> String {
    if !point.printed.is_empty() {
        return point.printed.clone();
    }
    form.and_then(|printed| in_form_of(printed, point.no)).unwrap_or_else(|| format!("{}.", point.no))
}

/// The heading of a part with its number. A part that begins with a number itself, 三至四月, would be misread behind 三、.
pub fn section_heading(plan: &Plan, section: &Section) -> String {
    let is_numeral = |char: char| char.is_ascii_digit() || NUMERALS.contains(char);
    let begins_so = |section: &Section| section.title.starts_with(is_numeral);
    match section.printed.is_none() && plan.sections.iter().any(begins_so) {
        true => part(&numeral(section.no.into()), &section.title),
        false => section.heading(),
    }
}

/// A number in the form of another one: `（三）` for 3 where that is `（一）`.
fn in_form_of(printed: &str, no: u16) -> Option<String> {
    let is_number = |char: char| char.is_ascii_digit() || NUMERALS.contains(char);
    let start = printed.find(is_number)?;
    let (before, rest) = printed.split_at_checked(start)?;
    let end = rest.find(|char| !is_number(char)).unwrap_or(rest.len());
    let (number, after) = rest.split_at_checked(end)?;
    let is_plain = number.chars().all(|char| char.is_ascii_digit());
    let number = if is_plain { no.to_string() } else { numeral(no.into()) };
    Some(format!("{before}{number}{after}"))
}

#[cfg(test)]
mod tests {
    use super::in_form_of;

    #[test]
    fn a_number_is_written_in_the_form_of_another_one() {
        for (form, expected) in [
            ("（一）", "（十二）"),
            ("1．", "12．"),
            ("3、", "12、"),
            ("第二条", "第十二条"),
            ("十、", "十二、"),
        ] {
            assert_eq!(in_form_of(form, 12).as_deref(), Some(expected), "{form}");
        }
        assert_eq!(in_form_of("①", 12), None);
    }
}
