//! Ticks, and what else stands in columns of meetings and of units.

use super::super::text::{has_any, squash};
use super::super::units::Role;

/// What stands in a cell that is to be ticked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tick {
    No,
    Yes,
    /// Something else than a mark.
    Other,
}

/// Reads a cell of a column of ticks.
pub fn tick(cell: &str) -> Tick {
    let plain = squash(cell);
    let plain = plain.trim_matches(['\u{fe0f}', '(', ')']);
    if plain.is_empty()
        || plain
            .chars()
            .all(|c| matches!(c, '-' | '—' | '－' | '–' | '/' | '\\' | '×' | '✗' | '✘' | '╳' | '☐' | '□'))
    {
        return Tick::No;
    }
    let no = ["无", "否", "不提交", "不提请", "不上会", "不列入", "不安排", "空", "N", "n", "x", "X"];
    if no.contains(&plain) || plain.starts_with("不提") || plain.starts_with("不需") {
        return Tick::No;
    }
    let mark = |c: char| {
        matches!(
            c,
            '✓' | '✔'
                | '√'
                | '☑'
                | '✅'
                | '●'
                | '○'
                | '■'
                | '★'
                | '☆'
                | '▲'
                | '△'
                | '◆'
                | '◇'
                | '*'
                | '◎'
                | '⊙'
                | '☒'
                | '🗸'
                | '\u{f0fc}'
                | '\u{fe0f}'
                // Bars and arrows over months.
                | '\u{2580}'..='\u{259f}' | '▬' | '◼' | '⬛' | '━' | '→' | '➔'
        )
    };
    let word = ["是", "有", "Y", "y", "V", "v", "勾", "对", "P", "1"];
    if plain.chars().all(mark) || word.contains(&plain) { Tick::Yes } else { Tick::Other }
}

/// Whether a cell is a stroke, which in one column says no, and over some months of several that they are meant.
pub fn is_stroke(cell: &str) -> bool {
    let plain = squash(cell);
    !plain.is_empty() && plain.chars().all(|c| matches!(c, '—' | '─' | '-' | '－' | '–'))
}

/// What a unit does by what stands in its column.
pub fn unit_role(cell: &str) -> Option<Role> {
    let plain = squash(cell);
    match tick(&plain) {
        Tick::No => None,
        _ if has_any(&plain, &["牵头", "主办", "主责", "负责", "责任", "★", "●", "▲", "◆", "■", "主"]) => {
            Some(Role::Lead)
        }
        _ if has_any(&plain, &["配合", "协办", "参与", "协助", "协同", "☆", "○", "△", "◇", "□", "协"]) => {
            Some(Role::Joint)
        }
        Tick::Yes => Some(Role::Unsaid),
        Tick::Other => None,
    }
}
