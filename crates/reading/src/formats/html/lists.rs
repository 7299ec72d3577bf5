//! The numbers of lists: what a browser makes is text.

use super::style::Style;
use super::tokens::Tag;

/// An open list.
#[derive(Debug)]
pub(super) struct List {
    next: i64,
    step: i64,
    /// How it counts; `None` if it shows no numbers.
    kind: Option<String>,
}

impl List {
    pub(super) fn open(tag: &Tag<'_>, style: &Style) -> Self {
        let start = tag.attribute("start").and_then(|start| start.trim().parse().ok());
        let kind = style.get("list-style-type").or_else(|| style.get("list-style")).map(str::to_owned);
        let kind = kind.or_else(|| tag.attribute("type")).unwrap_or_else(|| "decimal".to_owned());
        let numbered = tag.name == "ol" && !kind.contains("none") && !kind.contains("disc");
        let step = if tag.attribute("reversed").is_some() { -1 } else { 1 };
        Self { next: start.unwrap_or(1), step, kind: numbered.then_some(kind) }
    }

    /// Counts one entry and gives its number as it is shown.
    pub(super) fn count(&mut self, tag: &Tag<'_>) -> Option<String> {
        if let Some(value) = tag.attribute("value").and_then(|value| value.trim().parse().ok()) {
            self.next = value;
        }
        let value = self.next;
        self.next = self.next.saturating_add(self.step);
        let kind = self.kind.as_deref()?;
        let value = u32::try_from(value).ok()?;
        let own = tag.attribute("type");
        Some(shown(own.as_deref().unwrap_or(kind), value))
    }
}

fn shown(kind: &str, value: u32) -> String {
    use crate::formats::counting::write;
    let kind = kind.split_whitespace().next().unwrap_or_default();
    match kind {
        "a" | "lower-alpha" | "lower-latin" => format!("{}.", write("lowerLetter", value)),
        "A" | "upper-alpha" | "upper-latin" => format!("{}.", write("upperLetter", value)),
        "i" | "lower-roman" => format!("{}.", write("lowerRoman", value)),
        "I" | "upper-roman" => format!("{}.", write("upperRoman", value)),
        "decimal-leading-zero" => format!("{}.", write("decimalZero", value)),
        "cjk-decimal" => format!("{}、", write("ideographDigital", value)),
        "cjk-ideographic" | "simp-chinese-informal" | "trad-chinese-informal" | "japanese-informal" => {
            format!("{}、", write("chineseCountingThousand", value))
        }
        "simp-chinese-formal" => format!("{}、", write("chineseLegalSimplified", value)),
        "cjk-heavenly-stem" => format!("{}、", write("ideographTraditional", value)),
        "cjk-earthly-branch" => format!("{}、", write("ideographZodiac", value)),
        _ => format!("{value}."),
    }
}
