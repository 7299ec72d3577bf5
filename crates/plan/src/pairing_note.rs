//! The note that says which monthly tasks' units were inferred: below the table of a document, and read again from there.

use crate::Month;

const BEGINS: &str = "注：原文按月列出承办部门，没有逐项对应；下列各项的承办部门是按顺序和内容推定的：";
const ENDS: &str = "。";
const MONTHS: &str = "；";
const MONTH: &str = "月第";
const TASKS: &str = "、";
const TASK: &str = "项";

/// The note about tasks, given by their months and their numbers there.
pub fn pairing_note(tasks: &[(Month, Vec<u16>)]) -> String {
    let month = |(month, numbers): &(Month, Vec<u16>)| {
        let numbers: Vec<String> = numbers.iter().map(ToString::to_string).collect();
        format!("{month}{MONTH}{}{TASK}", numbers.join(TASKS))
    };
    let months: Vec<String> = tasks.iter().map(month).collect();
    format!("{BEGINS}{}{ENDS}", months.join(MONTHS))
}

/// The tasks that such a note names; `None` if a text is none.
pub fn tasks_of_note(text: &str) -> Option<Vec<(Month, u16)>> {
    let named = text.trim().strip_prefix(BEGINS)?.strip_suffix(ENDS)?;
    let mut tasks = Vec::new();
    for part in named.split(MONTHS) {
        let (month, numbers) = part.strip_suffix(TASK)?.split_once(MONTH)?;
        let month = Month::new(month.parse().ok()?)?;
        for number in numbers.split(TASKS) {
            tasks.push((month, number.parse().ok()?));
        }
    }
    Some(tasks)
}

#[cfg(test)]
mod tests {
    use super::{pairing_note, tasks_of_note};
    use crate::Month;

    fn month(number: u8) -> Month {
        Month::new(number).unwrap()
    }

    #[test]
    fn what_is_written_is_read() {
        let note = pairing_note(&[(month(1), vec![1, 2, 3]), (month(12), vec![10])]);
        assert!(note.ends_with("推定的：1月第1、2、3项；12月第10项。"), "{note}");
        let expected = [(1, 1), (1, 2), (1, 3), (12, 10)].map(|(of, no)| (month(of), no));
        assert_eq!(tasks_of_note(&note).unwrap(), expected);
    }

    #[test]
    fn other_notes_are_other_notes() {
        let note = pairing_note(&[(month(1), vec![1])]);
        for other in [
            "",
            "注：以上安排可以调整。",
            &note.replace("1月", "13月"),
            &note.replace("第1项", "第一项"),
            &note[3..],
        ] {
            assert_eq!(tasks_of_note(other), None, "{other}");
        }
    }
}
