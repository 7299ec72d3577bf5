//! Lines as the packed form has them.

/// Lines under construction.
#[derive(Default)]
pub struct Lines(String);

impl Lines {
    /// The text that they are.
    pub fn into_text(self) -> String {
        self.0
    }

    /// A value on a line of its own. What would end the line, or mean something to HTML, is escaped.
    pub fn text(&mut self, text: &str) -> &mut Lines {
        for c in text.chars() {
            match c {
                '\\' => self.0.push_str("\\\\"),
                '\n' => self.0.push_str("\\n"),
                // An HTML parser replaces CR by a line feed, and NUL by U+FFFD.
                '\r' => self.0.push_str("\\r"),
                '\0' => self.0.push_str("\\0"),
                '<' => self.0.push_str("\\l"),
                '&' => self.0.push_str("\\a"),
                c => self.0.push(c),
            }
        }
        self.0.push('\n');
        self
    }

    /// A number.
    pub fn number(&mut self, number: impl Into<u32>) -> &mut Lines {
        self.text(&number.into().to_string())
    }

    /// A mark before a text distinguishes an empty text from none.
    pub fn optional(&mut self, text: Option<&str>) -> &mut Lines {
        self.text(&text.map_or(String::new(), |text| format!("={text}")))
    }

    /// How many there are, and each of them.
    pub fn list<T>(&mut self, list: &[T], each: impl Fn(&mut Lines, &T)) -> &mut Lines {
        self.text(&list.len().to_string());
        for one in list {
            each(self, one);
        }
        self
    }

    /// The same of texts.
    pub fn texts(&mut self, list: &[String]) -> &mut Lines {
        self.list(list, |lines, text| {
            lines.text(text);
        })
    }
}
