//! Finds the tags and the inline scripts of a page.
//!
//! It is no HTML parser: it relies on what holds for pages that Trunk writes, that outside of comments and of elements
//! that hold text every `<` before a letter begins a tag.

use std::ops::Range;

use crate::Outcome;

/// The types of `<script>` that a content security policy looks at; every other type is data.
const EXECUTED: &[&str] = &[
    "",
    "module",
    "text/javascript",
    "application/javascript",
    "text/ecmascript",
    "application/ecmascript",
    "importmap",
    "speculationrules",
];

/// Elements that hold text, in which no tag begins.
const TEXT_ELEMENTS: &[&str] = &["script", "title", "style", "textarea", "noscript"];

/// A start tag.
pub struct Tag<'a> {
    html: &'a str,
    /// Where it stands, from its `<` to behind its `>`.
    pub place: Range<usize>,
    /// Where the text of its element ends, if it is one that holds text.
    text_end: usize,
}

impl<'a> Tag<'a> {
    /// Whether it is the tag of elements of this name, which is in small letters.
    pub fn is(&self, name: &str) -> bool {
        starts_tag(&self.html[self.place.clone()].to_ascii_lowercase(), name)
    }

    /// The value of an attribute; an empty one if it has none.
    pub fn attribute(&self, name: &str) -> Option<String> {
        attribute(&self.html[self.place.clone()], name)
    }

    /// The text of an element that holds text.
    pub fn text(&self) -> &'a str {
        &self.html[self.place.end..self.text_end]
    }

    /// Where an element that holds text stands, with both of its tags.
    pub fn element(&self) -> Range<usize> {
        let end = self.html[self.text_end..].find('>').map_or(self.html.len(), |end| self.text_end + end + 1);
        self.place.start..end
    }

    /// Whether it is a script of the page's own that runs.
    pub fn is_inline_script(&self) -> bool {
        let kind = self.attribute("type").unwrap_or_default().trim().to_ascii_lowercase();
        self.is("script") && self.attribute("src").is_none() && EXECUTED.contains(&kind.as_str())
    }
}

/// All start tags, in order.
pub fn tags(html: &str) -> Vec<Tag<'_>> {
    let lower = html.to_ascii_lowercase();
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(next) = lower[at..].find('<').map(|offset| at + offset) {
        if lower[next..].starts_with("<!--") {
            at = lower[next..].find("-->").map_or(html.len(), |end| next + end + 3);
        } else if lower[next + 1..].starts_with(|c: char| c.is_ascii_alphabetic()) {
            let end = tag_end(html, next);
            let holds_text = TEXT_ELEMENTS.iter().find(|name| starts_tag(&lower[next..], name));
            let close = |name: &&str| lower[end..].find(&format!("</{name}")).unwrap_or(html.len() - end);
            let text_end = end + holds_text.map_or(0, close);
            found.push(Tag { html, place: next..end, text_end });
            at = text_end;
        } else {
            at = next + 1;
        }
    }
    found
}

/// The texts of all inline scripts that run, in order, as a browser hashes them.
pub fn inline_scripts(html: &str) -> Vec<String> {
    // A browser turns line ends into \n before it looks at anything.
    let html = html.replace("\r\n", "\n").replace('\r', "\n");
    tags(&html).iter().filter(|tag| tag.is_inline_script()).map(|tag| tag.text().to_owned()).collect()
}

/// A page with one more tag, right after the one that names its encoding: before every script, whatever comes there.
pub fn after_charset(html: &str, tag: &str) -> Outcome<String> {
    let tags = tags(html);
    let at = tags.iter().position(|tag| tag.is("meta") && tag.attribute("charset").is_some());
    let at = at.ok_or("index.html has no <meta charset=…>")?;
    if tags[..at].iter().any(|tag| tag.is("script")) {
        return Err(
            "index.html has a script before its <meta charset=…>, where no policy reaches it".to_owned()
        );
    }
    let (before, after) = html.split_at(tags[at].place.end);
    Ok(format!("{before}\n{tag}{after}"))
}

fn starts_tag(text: &str, name: &str) -> bool {
    let rest = text.strip_prefix('<').and_then(|text| text.strip_prefix(name));
    rest.is_some_and(|rest| rest.starts_with([' ', '\n', '\r', '\t', '>', '/']))
}

/// Where the tag that begins at `start` is over: after its `>`, which quotes may hide.
fn tag_end(html: &str, start: usize) -> usize {
    let mut quote = None;
    for (offset, character) in html[start..].char_indices() {
        match (quote, character) {
            (None, '>') => return start + offset + 1,
            (None, '"' | '\'') => quote = Some(character),
            (Some(open), _) if open == character => quote = None,
            _ => {}
        }
    }
    html.len()
}

/// The value of an attribute of a tag; an empty one if it has none.
fn attribute(tag: &str, name: &str) -> Option<String> {
    let mut rest = tag.trim_start_matches('<').trim_end_matches('>');
    rest = rest.split_once(|c: char| c.is_ascii_whitespace()).map_or("", |(_, attributes)| attributes);
    loop {
        rest = rest.trim_start_matches(|c: char| c.is_ascii_whitespace() || c == '/');
        if rest.is_empty() {
            return None;
        }
        let end = rest.find(|c: char| c.is_ascii_whitespace() || c == '=').unwrap_or(rest.len());
        let found = &rest[..end];
        rest = rest[end..].trim_start();
        let mut value = "";
        if let Some(after) = rest.strip_prefix('=') {
            let after = after.trim_start();
            (value, rest) = match after.chars().next() {
                Some(quote @ ('"' | '\'')) => after[1..].split_once(quote).unwrap_or((&after[1..], "")),
                _ => after.split_at(after.find(|c: char| c.is_ascii_whitespace()).unwrap_or(after.len())),
            };
        }
        if found.eq_ignore_ascii_case(name) {
            return Some(value.to_owned());
        }
        if found.is_empty() && value.is_empty() {
            return None;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(html: &str, expected: &[&str]) {
        assert_eq!(inline_scripts(html), expected, "{html}");
    }

    #[test]
    fn scripts_that_run() {
        check("<script>a</script><p>要点</p><SCRIPT type=\"module\">\nb\n</SCRIPT>", &["a", "\nb\n"]);
        check("<script type='text/javascript' defer>a < b</script>", &["a < b"]);
        check("<script type=\"importmap\">{}</script>", &["{}"]);
        check("<script data-x='>'>a</script>", &["a"]);
        check("<script>a\r\nb</script>", &["a\nb"]);
        check("<title><!-- <script></title><script>a</script>", &["a"]);
        check("<style>/* <script> */</style><script>a</script>", &["a"]);
    }

    #[test]
    fn scripts_that_do_not() {
        check("<script src=\"a.js\"></script><script type=module src=a.js></script>", &[]);
        check("<script type=\"application/json\" id=\"plan\">{\"a\": 1}</script>", &[]);
        check("<script type=\"text/plain\">a</script>", &[]);
        check("<!-- <script>a</script> --><scripted>b</scripted>", &[]);
        check("<noscript><script>a</script></noscript>", &[]);
    }

    #[test]
    fn tags_have_a_place_and_those_that_hold_text_an_end() {
        let html = "<p>1 < 2<!-- <b> --></p><style>p > a {}</style><link href=x>";
        let tags = tags(html);
        let texts: Vec<_> = tags.iter().map(|tag| &html[tag.place.clone()]).collect();
        assert_eq!(texts, ["<p>", "<style>", "<link href=x>"]);
        assert_eq!(tags[1].text(), "p > a {}");
        assert_eq!(&html[tags[1].element()], "<style>p > a {}</style>");
        assert!(tags[2].is("link") && !tags[2].is("li") && !tags[2].is_inline_script());
    }

    #[test]
    fn a_page_that_no_policy_could_protect_is_refused() {
        let page = "<head><META charset=\"utf-8\"><title>要点</title>";
        assert_eq!(
            after_charset(page, "<b>").unwrap(),
            "<head><META charset=\"utf-8\">\n<b><title>要点</title>"
        );
        assert!(after_charset("<html><head></head></html>", "<b>").is_err());
        assert!(after_charset("<script>1</script><meta charset=\"utf-8\">", "<b>").is_err());
    }

    #[test]
    fn attributes() {
        let tag = "<script a b = 'c d' type=module data-src=\"x\">";
        assert_eq!(attribute(tag, "a").as_deref(), Some(""));
        assert_eq!(attribute(tag, "b").as_deref(), Some("c d"));
        assert_eq!(attribute(tag, "type").as_deref(), Some("module"));
        assert_eq!(attribute(tag, "src"), None);
    }
}
