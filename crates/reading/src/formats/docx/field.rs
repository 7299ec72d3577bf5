//! Fields: instructions whose result is text, and a few that show something without a result.

/// A field that has begun.
#[derive(Debug, Default)]
pub(super) struct Field {
    instruction: String,
    in_result: bool,
    /// A box to tick, and whether it is.
    ticked: Option<bool>,
}

impl Field {
    pub(super) fn new(ticked: Option<bool>) -> Self {
        Self { ticked, ..Self::default() }
    }

    /// Adds to the instruction.
    pub(super) fn instruct(&mut self, text: &str) {
        if !self.in_result {
            self.instruction.push_str(text);
        }
    }

    /// From here on its result stands.
    pub(super) fn begin_result(&mut self) {
        self.in_result = true;
    }

    /// Whether what stands here is shown and belongs to the text.
    pub(super) fn is_shown(&self) -> bool {
        self.in_result && !self.is_contents()
    }

    /// Whether it is a table of contents.
    pub(super) fn is_contents(&self) -> bool {
        self.instruction.split_whitespace().next().is_some_and(|word| word.eq_ignore_ascii_case("TOC"))
    }

    /// What it shows without a result: a ticked box, or a character in a circle or box.
    pub(super) fn shown(&self) -> Option<String> {
        if let Some(ticked) = self.ticked {
            return Some(if ticked { "☑" } else { "☐" }.to_owned());
        }
        let rest = self.instruction.trim_start();
        let is_equation = rest.get(..2).is_some_and(|word| word.eq_ignore_ascii_case("EQ"));
        if self.in_result || !is_equation || !rest.to_ascii_lowercase().contains("\\o") {
            return None;
        }
        // `EQ \o\ac(□,√)` sets one character over the other.
        let (_, inner) = rest.split_once('(')?;
        let last = inner.rsplit([',', ';', '，']).next()?;
        let text = last.trim_matches(|c: char| c.is_whitespace() || matches!(c, '(' | ')'));
        (!text.is_empty() && !text.contains('\\')).then(|| text.to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn field(instruction: &str) -> Field {
        let mut field = Field::new(None);
        field.instruct(instruction);
        field
    }

    #[test]
    fn overstruck_characters_are_shown() {
        assert_eq!(field(r" EQ \o\ac(○,1) ").shown().as_deref(), Some("1"));
        assert_eq!(field(r" eq \o\ac(□,√)").shown().as_deref(), Some("√"));
        assert_eq!(field(r" EQ \f(1,2) ").shown(), None);
        assert_eq!(field(" PAGE ").shown(), None);
        assert_eq!(field("EQ").shown(), None);
    }

    #[test]
    fn contents_are_told() {
        assert!(field(r#" TOC \o "1-3" \h "#).is_contents());
        assert!(!field(" TOCX ").is_contents());
    }
}
