//! Lines cut into cells: by tabs, upright strokes or commas, quotation marks observed.

use super::lines::Line;

/// What stands between cells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mark {
    Tab = 0,
    Stroke = 1,
    Comma = 2,
}

/// A row as it stands: a line, or several if a cell in quotation marks goes over them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Cut {
    /// The line on which it begins.
    pub(super) no: u32,
    /// How many lines it takes.
    pub(super) lines: usize,
    pub(super) cells: Vec<Text>,
}

/// The lines of a cell, each with how many lines below the row's beginning it stands.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Text(pub(super) Vec<(u32, String)>);

impl Text {
    fn one(text: &str) -> Self {
        Self(vec![(0, text.to_owned())])
    }

    /// All of its lines.
    pub(super) fn whole(&self) -> String {
        self.0.iter().map(|(_, text)| text.as_str()).collect::<Vec<_>>().join("\n")
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.iter().all(|(_, text)| text.trim().is_empty())
    }
}

/// A cell in quotation marks does not go over more lines than this.
const MAX_QUOTED: usize = 200;

/// Cuts the row that begins with the first of these lines.
pub(super) fn cut(lines: &[Line<'_>], mark: Mark, fenced: bool) -> Cut {
    let Some(first) = lines.first() else { return Cut::default() };
    let single = |cells: Vec<Text>| Cut { no: first.no, lines: 1, cells };
    match mark {
        Mark::Stroke => single(strokes(first.text, fenced)),
        Mark::Tab if !first.text.contains('"') => single(first.text.split('\t').map(Text::one).collect()),
        Mark::Comma if !first.text.contains('"') => single(first.text.split(',').map(Text::one).collect()),
        Mark::Tab => quoted(lines, '\t'),
        Mark::Comma => quoted(lines, ','),
    }
}

/// `|` and what is drawn like it.
pub(super) fn is_stroke(c: char) -> bool {
    matches!(c, '|' | '｜' | '│' | '┃' | '║')
}

/// Whether a line only draws: `|---|:--:|`, `+----+`, `├──┼──┤`.
pub(super) fn is_rule(line: &str) -> bool {
    let drawn = |c: char| is_stroke(c) || matches!(c, '-' | ':' | '=' | '+' | '─'..='╿') || c.is_whitespace();
    let line = line.trim();
    line.chars().all(drawn) && line.chars().filter(|c| matches!(c, '-' | '=' | '─'..='╿')).count() >= 2
}

fn strokes(line: &str, fenced: bool) -> Vec<Text> {
    let mut cells = vec![String::new()];
    let mut chars = line.trim().chars().peekable();
    while let Some(c) = chars.next() {
        let open = cells.len() - 1;
        match c {
            '\\' if chars.peek() == Some(&'|') => cells[open].extend(chars.next()),
            c if is_stroke(c) => cells.push(String::new()),
            c => cells[open].push(c),
        }
    }
    if fenced {
        cells.remove(0);
        if cells.len() > 1 && cells.last().is_some_and(|cell| cell.trim().is_empty()) {
            cells.pop();
        }
    }
    // Markdown writes the end of a line in a cell as web pages do.
    let lines = |cell: &String| {
        let cell = cell.replace("<br/>", "<br>").replace("<br />", "<br>");
        Text(cell.split("<br>").map(|line| (0, line.to_owned())).collect())
    };
    cells.iter().map(lines).collect()
}

/// Cuts a row in which cells may stand in quotation marks, as spreadsheets write those that hold
/// the mark between cells or the end of a line.
fn quoted(lines: &[Line<'_>], mark: char) -> Cut {
    let first = lines.first().map_or(0, |line| line.no);
    let mut cells: Vec<Text> = Vec::new();
    // A cell that is still in quotation marks.
    let mut open: Option<Vec<(u32, String)>> = None;
    for (at, line) in lines.iter().take(MAX_QUOTED).enumerate() {
        let below = line.no - first;
        let mut rest = line.text;
        loop {
            if let Some(parts) = &mut open {
                let (text, after) = until_quote(rest);
                parts.push((below, text));
                let Some(after) = after else { break };
                cells.push(Text(std::mem::take(parts)));
                open = None;
                match after.trim_start_matches(' ').strip_prefix(mark) {
                    Some(after) => rest = after,
                    None => return finished(first, at, cells, after),
                }
            }
            if let Some(inner) = rest.strip_prefix('"').filter(|_| opens(rest, mark, lines.len() > 1)) {
                open = Some(Vec::new());
                rest = inner;
                continue;
            }
            match rest.split_once(mark) {
                Some((cell, after)) => {
                    cells.push(Text(vec![(below, cell.to_owned())]));
                    rest = after;
                }
                None => {
                    cells.push(Text(vec![(below, rest.to_owned())]));
                    return finished(first, at, cells, "");
                }
            }
        }
    }
    // Nothing closes it: the quotation mark is part of the text.
    let plain = lines.first().map_or("", |line| line.text);
    Cut { no: first, lines: 1, cells: plain.split(mark).map(Text::one).collect() }
}

fn finished(no: u32, last: usize, mut cells: Vec<Text>, after: &str) -> Cut {
    if let Some((_, text)) = cells.last_mut().and_then(|cell| cell.0.last_mut()) {
        text.push_str(after);
    }
    Cut { no, lines: last + 1, cells }
}

/// Whether a cell that begins with a quotation mark is in them: what closes it ends the cell.
fn opens(rest: &str, mark: char, more: bool) -> bool {
    match until_quote(rest.get(1..).unwrap_or_default()).1 {
        Some(after) => after.trim_start_matches(' ').starts_with(mark) || after.trim().is_empty(),
        None => more,
    }
}

/// The text up to a closing quotation mark, and what follows that; doubled ones are part of it.
fn until_quote(text: &str) -> (String, Option<&str>) {
    let mut found = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('"') {
        found.push_str(before);
        match after.strip_prefix('"') {
            Some(after) => {
                found.push('"');
                rest = after;
            }
            None => return (found, Some(after)),
        }
    }
    found.push_str(rest);
    (found, None)
}

#[cfg(test)]
mod tests {
    use super::super::lines::lines;
    use super::*;

    fn check(text: &str, mark: Mark, fenced: bool, expected: &[&str], taken: usize) {
        let row = cut(&lines(text), mark, fenced);
        let cells: Vec<String> = row.cells.iter().map(Text::whole).collect();
        assert_eq!(
            (cells.iter().map(String::as_str).collect::<Vec<_>>(), row.lines),
            (expected.to_vec(), taken),
            "{text}"
        );
    }

    #[test]
    fn cells() {
        check("甲\t\t乙\t", Mark::Tab, false, &["甲", "", "乙", ""], 1);
        check(
            "1月\t\"开会\n培训\"\t\"办公室\n财经工委\"\t\n2月\t甲",
            Mark::Tab,
            false,
            &["1月", "开会\n培训", "办公室\n财经工委", ""],
            3,
        );
        check("甲\t\"引\"文\t乙", Mark::Tab, false, &["甲", "\"引\"文", "乙"], 1);
        check("甲\t\"没有完", Mark::Tab, false, &["甲", "\"没有完"], 1);
        check("1,\"甲,乙\",\"说\"\"好\"\"\"", Mark::Comma, false, &["1", "甲,乙", "说\"好\""], 1);
        check("| 甲 | 乙\\|丙 | |", Mark::Stroke, true, &[" 甲 ", " 乙|丙 ", " "], 1);
        check("|甲|乙|", Mark::Stroke, false, &["", "甲", "乙", ""], 1);
        check("│甲│乙│", Mark::Stroke, true, &["甲", "乙"], 1);
    }

    #[test]
    fn rules() {
        for rule in ["|---|:--:|", "+----+---+", "├──┼──┤", "------"] {
            assert!(is_rule(rule), "{rule}");
        }
        for line in ["| | |", "|甲|", "- 3 -", ""] {
            assert!(!is_rule(line), "{line}");
        }
    }
}
