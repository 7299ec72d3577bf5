//! A web page cut into tags and texts, however it is written.
//!
//! What browsers and Word put on the clipboard is no XML: attributes without quotation marks, tags
//! that are never closed, Word's conditional comments. A tokenizer of the whole standard takes
//! 43 KB compressed, mostly for names of characters that no plan holds.

use crate::formats::entities;

/// What comes next.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Token<'a> {
    Open(Tag<'a>),
    /// The name of the element that ends, in small letters.
    Close(String),
    /// Text, entities not resolved.
    Text(&'a str),
}

/// The beginning of an element.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Tag<'a> {
    /// In small letters.
    pub(super) name: String,
    attributes: &'a str,
}

/// A page that is being cut.
pub(super) struct Tokens<'a> {
    rest: &'a str,
    /// The element whose content is no text: scripts and styles.
    raw: Option<&'static str>,
}

impl<'a> Tokens<'a> {
    pub(super) fn new(page: &'a str) -> Self {
        // The clipboard's own header stands before the first tag.
        let begin = page.find('<').unwrap_or(0);
        let rest = if page.trim_start().starts_with("Version:") { &page[begin..] } else { page };
        Self { rest, raw: None }
    }

    /// How many bytes are not read yet.
    pub(super) fn left(&self) -> usize {
        self.rest.len()
    }

    fn markup(&mut self) -> Option<Token<'a>> {
        let after = self.rest.strip_prefix('<')?;
        if let Some(comment) = after.strip_prefix("!--") {
            // `<!-->` is a whole comment.
            let end = if comment.starts_with('>') { Some(0) } else { comment.find("-->").map(|at| at + 2) };
            self.rest = end.and_then(|end| comment.get(end + 1..)).unwrap_or_default();
            return None;
        }
        if after.starts_with(['!', '?']) {
            // Word's conditions for what is shown: `<![if !supportLists]>`.
            self.rest = after.find('>').and_then(|at| after.get(at + 1..)).unwrap_or_default();
            return None;
        }
        if let Some(name) = after.strip_prefix('/') {
            let end = name.find('>').unwrap_or(name.len());
            self.rest = name.get(end + 1..).unwrap_or_default();
            return Some(Token::Close(tag_name(name)));
        }
        let name = tag_name(after);
        let attributes = after.get(name.len()..).unwrap_or_default();
        let end = tag_end(attributes);
        self.rest = attributes.get(end + 1..).unwrap_or_default();
        self.raw = ["script", "style", "textarea", "title", "xmp", "noframes", "template"]
            .into_iter()
            .find(|raw| *raw == name);
        Some(Token::Open(Tag { name, attributes: attributes.get(..end).unwrap_or_default() }))
    }

    /// Passes over the content of an element that holds no text.
    fn skip_raw(&mut self, name: &str) {
        let mut from = 0;
        while let Some(at) = self.rest.get(from..).and_then(|rest| rest.find("</")) {
            let begin = from + at + 2;
            let found = self.rest.as_bytes().get(begin..begin + name.len());
            if found.is_some_and(|found| found.eq_ignore_ascii_case(name.as_bytes())) {
                self.rest = &self.rest[begin - 2..];
                return;
            }
            from = begin;
        }
        self.rest = "";
    }
}

impl<'a> Iterator for Tokens<'a> {
    type Item = Token<'a>;

    fn next(&mut self) -> Option<Token<'a>> {
        if let Some(name) = self.raw.take() {
            self.skip_raw(name);
        }
        while !self.rest.is_empty() {
            if begins_markup(self.rest) {
                if let Some(token) = self.markup() {
                    return Some(token);
                }
                continue;
            }
            // A `<` that begins no tag is text.
            let skip = usize::from(self.rest.starts_with('<'));
            let end = self.rest[skip..].find('<').map_or(self.rest.len(), |at| at + skip);
            let (text, rest) = self.rest.split_at(end);
            self.rest = rest;
            return Some(Token::Text(text));
        }
        None
    }
}

impl Tag<'_> {
    /// The value of an attribute, entities resolved; empty if it has none.
    pub(super) fn attribute(&self, name: &str) -> Option<String> {
        let value = entities::attribute(self.attributes, |key| key.eq_ignore_ascii_case(name))?;
        Some(entities::resolve(value).into_owned())
    }

    /// A number in an attribute.
    pub(super) fn number(&self, name: &str) -> Option<usize> {
        let value = self.attribute(name)?;
        let digits = value.trim().trim_end_matches(|c: char| !c.is_ascii_digit());
        digits.parse().ok()
    }
}

/// Where a tag ends: at the first `>` outside of quotation marks.
fn tag_end(attributes: &str) -> usize {
    let mut quote = None;
    let mut after_equals = false;
    for (at, byte) in attributes.bytes().enumerate() {
        match quote {
            Some(open) if byte == open => quote = None,
            Some(_) => {}
            None if byte == b'>' => return at,
            // A quotation mark counts only where a value begins.
            None if matches!(byte, b'"' | b'\'') && after_equals => quote = Some(byte),
            None => {}
        }
        after_equals = byte == b'=' || after_equals && byte.is_ascii_whitespace();
    }
    attributes.len()
}

fn begins_markup(text: &str) -> bool {
    let mut bytes = text.bytes();
    bytes.next() == Some(b'<')
        && match bytes.next() {
            Some(b'!' | b'?') => true,
            Some(b'/') => bytes.next().is_some_and(|byte| byte.is_ascii_alphabetic()),
            Some(byte) => byte.is_ascii_alphabetic(),
            None => false,
        }
}

fn tag_name(text: &str) -> String {
    let end = text.find(|c: char| c.is_ascii_whitespace() || matches!(c, '/' | '>'));
    text.get(..end.unwrap_or(text.len())).unwrap_or_default().to_ascii_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;
    use entities::resolve;

    fn tokens(page: &str) -> Vec<String> {
        Tokens::new(page)
            .map(|token| match token {
                Token::Open(tag) => format!("<{}>", tag.name),
                Token::Close(name) => format!("</{name}>"),
                Token::Text(text) => resolve(text).into_owned(),
            })
            .collect()
    }

    #[test]
    fn pages_however_written() {
        assert_eq!(tokens("<P class=a>甲<BR/>乙</P >"), ["<p>", "甲", "<br>", "乙", "</p>"]);
        assert_eq!(tokens("a < b <3 &amp; c&nbsp"), ["a ", "< b ", "<3 & c\u{a0}"]);
        assert_eq!(tokens("<!-- <p> -->甲<!--[if gte mso 9]><xml></xml><![endif]-->乙"), ["甲", "乙"]);
        assert_eq!(tokens("<![if !supportLists]>一、<![endif]>甲"), ["一、", "甲"]);
        assert_eq!(
            tokens("<script>if (a</b) '</p>'</script>甲<style>p{}"),
            ["<script>", "</script>", "甲", "<style>"]
        );
        assert_eq!(tokens("<o:\np>&nbsp;</o:p>"), ["<o:>", "\u{a0}", "</o:p>"]);
        assert_eq!(tokens("Version:0.9\nStartHTML:1\n<p>甲"), ["<p>", "甲"]);
        assert_eq!(tokens("<"), ["<"]);
        assert_eq!(tokens("<p"), ["<p>"]);
    }

    #[test]
    fn attributes() {
        fn tag(page: &str) -> Tag<'_> {
            match Tokens::new(page).next() {
                Some(Token::Open(tag)) => tag,
                other => panic!("{other:?}"),
            }
        }
        let one = tag("<td\nwidth=95 ROWSPAN='2' style='font:\"a>b\"' hidden title=\"&quot;&#31532;\">");
        assert_eq!(one.number("rowspan"), Some(2));
        assert_eq!(one.attribute("width").as_deref(), Some("95"));
        assert_eq!(one.attribute("style").as_deref(), Some("font:\"a>b\""));
        assert_eq!(one.attribute("hidden").as_deref(), Some(""));
        assert_eq!(one.attribute("title").as_deref(), Some("\"第"));
        assert_eq!(one.attribute("colspan"), None);
        assert_eq!(tag("<br/>").attribute("x"), None);
        assert_eq!(tag("<p = a=1>").attribute("a").as_deref(), Some("1"));
    }
}
